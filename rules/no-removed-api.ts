import type { FormerApi } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { standingOf, successorOf } from "../src/sentry/former-apis.ts";
import type { Version } from "../src/sentry/versions.ts";

export default defineBreadcrumbRule({
  name: "no-removed-api",
  description: "Disallow breadcrumb APIs that the SDK has removed or deprecated",
  why: "The installed version has removed or deprecated the API: the call throws, does nothing, or soon will.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  languages: ["javascript"],
  messages: {
    gone: "`{{name}}` was removed in version {{major}} of the SDK; this call throws. Use the SDK's own `addBreadcrumb`.",
    deprecated:
      "`{{name}}` is deprecated and removed in version {{major}} of the SDK. Use the SDK's own `addBreadcrumb`.",
    absent: "`{{package}}` has no `{{name}}`; this call throws. Use the SDK's own `addBreadcrumb`.",
    package: "`{{package}}` is no longer developed. Use `addBreadcrumb` from `{{successor}}`.",
    use: "Use the SDK's own `addBreadcrumb`, which also passes the breadcrumb to `beforeBreadcrumb`.",
  },
  check({ breadcrumb, report, sdkVersion }) {
    const { callee: at, entry, former, write } = breadcrumb;
    const problem = former && problemOf(former, sdkVersion);
    if (problem === undefined) return;
    if (problem.messageId === "package") {
      report({ at, ...problem });
      return;
    }
    const edits = write.viaSdk?.();
    // A scope records past the hook; only a hub and what came before it did as the SDK's own function does.
    if (entry !== "scope") report({ at, ...problem, fix: edits });
    else report({ at, ...problem, suggest: [{ messageId: "use", edits }] });
  },
});

function problemOf({ name, package: from }: FormerApi, sdkVersion: () => Version | undefined) {
  if (name === "getCurrentHub" || name === "Hub" || name === "configureScope") {
    const version = sdkVersion();
    const standing = version && standingOf(name, version);
    return standing && { messageId: standing.is, data: { name, major: String(standing.major) } };
  }
  if (from === undefined) return undefined;
  const successor = successorOf(from);
  if (successor !== undefined) return { messageId: "package" as const, data: { package: from, successor } };
  return from.startsWith("@sentry/") ? { messageId: "absent" as const, data: { package: from, name } } : undefined;
}
