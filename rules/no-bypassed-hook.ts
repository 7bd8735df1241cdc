import { defineBreadcrumbRule } from "../src/define-rule.ts";

export default defineBreadcrumbRule({
  name: "no-bypassed-hook",
  description: "Disallow breadcrumbs on a scope, which skip `beforeBreadcrumb`",
  why: "Breadcrumbs on a scope are documented and sometimes necessary. Skipping the hook matters only if `beforeBreadcrumb` scrubs.",
  type: "suggestion",
  edits: "fix",
  languages: ["javascript"],
  messages: {
    bypassed:
      "Breadcrumbs added to the {{scope}} scope skip `beforeBreadcrumb` and the client's `maxBreadcrumbs`. Use the SDK's own `addBreadcrumb`.",
  },
  check({ breadcrumb, report }) {
    const { callee, former, scope, write } = breadcrumb;
    if (scope === undefined || former !== undefined) return;
    // The SDK's own function records on the isolation scope, and on no other one.
    const fix = scope === "isolation" ? write.viaSdk?.() : undefined;
    report({ at: callee, messageId: "bypassed", data: { scope }, fix });
  },
});
