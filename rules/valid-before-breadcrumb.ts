import { keyPlaceOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { rename } from "../src/edit/index.ts";
import { misnamedHooksIn } from "../src/sentry/hook-names.ts";
import { faultOf } from "../src/sentry/hook-outcomes.ts";

export default defineBreadcrumbRule({
  name: "valid-before-breadcrumb",
  description: "Require `beforeBreadcrumb` to return the breadcrumb or `null`, and to record nothing itself",
  why: "Otherwise the hook throws, loses the breadcrumb, or recurses forever.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  messages: {
    nothing:
      "`beforeBreadcrumb` returns nothing here. The SDK then throws (9.10 and later) or records an empty breadcrumb. Return the breadcrumb, or `null` to drop it.",
    content:
      "`beforeBreadcrumb` returns {{what}}, which the SDK uses as the breadcrumb: the content is lost. Return the breadcrumb, or `null` to drop it.",
    async:
      "`beforeBreadcrumb` is async; the SDK uses the promise as the breadcrumb, and the content is lost. Return the breadcrumb or `null` synchronously.",
    recursion:
      "`{{callee}}` calls `beforeBreadcrumb` again, and recurses forever. Change the breadcrumb that the hook receives, or record it elsewhere.",
    deadlock:
      "`{{callee}}` waits for a lock that the SDK holds while it calls `before_breadcrumb`: the thread hangs. Only change the breadcrumb here, and call the SDK elsewhere.",
    closure:
      "`{{callee}}` waits for a lock that the SDK holds while it runs this closure: the thread hangs. Call it before, and use its result in the closure.",
    hint: "`{{source}}` is missing for most breadcrumbs: reading it throws, and the breadcrumb is lost. Test it first.",
    guard: "Read it with `?.`.",
    misnamed: "The SDK never calls `{{name}}`, so this hook does not run. Use `{{meant}}`.",
    rename: "Call it `{{meant}}`, so that it runs.",
    drop: "Return `null` to drop the breadcrumb.",
    keep: "Return `{{parameter}}` to keep the breadcrumb.",
  },
  checkFile({ file, report }) {
    for (const { field, name, meant, isTaken } of misnamedHooksIn(file.setups)) {
      const at = keyPlaceOf(field);
      const edits = isTaken ? undefined : rename(field, meant);
      const suggest = [{ messageId: "rename" as const, data: { meant }, edits }];
      report({ at, messageId: "misnamed", data: { name, meant }, suggest });
    }
    for (const { name, async, isGenerator, outcomes, parameter = "", recordings, hints } of file.hooks) {
      for (const { source, effect, ...at } of recordings) report({ at, messageId: effect, data: { callee: source } });
      for (const { source, guard, ...at } of hints)
        report({ at, messageId: "hint", data: { source }, suggest: [{ messageId: "guard", edits: guard }] });
      if (isGenerator) report({ at: name, messageId: "content", data: { what: "an iterator" } });
      if (async !== undefined) {
        report({ at: async, messageId: "async", fix: async.removal && [async.removal] });
        continue;
      }
      for (const outcome of outcomes) {
        const fault = faultOf(outcome);
        if (fault === undefined) continue;
        const { what, isRefusal, mayMean } = fault;
        const dropped = outcome.ending("null");
        const kept = parameter === "" ? undefined : outcome.ending(parameter);
        const offers = {
          keep: { messageId: "keep" as const, data: { parameter }, edits: kept },
          drop: { messageId: "drop" as const, edits: dropped },
        };
        const suggest = mayMean.map((each) => offers[each]);
        if (what === undefined) report({ at: outcome, messageId: "nothing", suggest });
        else
          report({
            at: outcome,
            messageId: "content",
            data: { what },
            fix: isRefusal ? dropped : undefined,
            suggest,
          });
      }
    }
  },
});
