import { defineBreadcrumbRule } from "../src/define-rule.ts";

export default defineBreadcrumbRule({
  name: "no-bypassed-hook",
  description: "Disallow breadcrumbs on a scope, which `beforeBreadcrumb` does not see",
  why: "A scope's breadcrumb is a documented way, and the only one for some events; what it passes by matters where `beforeBreadcrumb` protects something.",
  type: "suggestion",
  edits: "fix",
  languages: ["javascript"],
  messages: {
    bypassed:
      "On the {{scope}} scope, the breadcrumb passes neither `beforeBreadcrumb` nor the client's `maxBreadcrumbs`. Use `addBreadcrumb` of the SDK itself.",
  },
  check({ breadcrumb, report }) {
    const { callee, former, scope, write } = breadcrumb;
    if (scope === undefined || former !== undefined) return;
    // The SDK's own function records on the isolation scope, and on no other one.
    const fix = scope === "isolation" ? write.throughSdk?.() : undefined;
    report({ at: callee, messageId: "bypassed", data: { scope }, fix });
  },
});
