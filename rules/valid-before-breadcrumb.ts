import { alternatives, type Outcome, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";

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
    drop: "Return `null` to drop the breadcrumb.",
    keep: "Return `{{parameter}}` to keep the breadcrumb.",
  },
  checkFile({ file, report }) {
    for (const { name, async, isGenerator, outcomes, parameter, recordings, hints } of file.hooks ?? []) {
      for (const { source, effect, ...at } of recordings) report({ at, messageId: effect, data: { callee: source } });
      for (const { source, guard, ...at } of hints) {
        const suggest = guard && [{ messageId: "guard" as const, edits: guard }];
        report({ at, messageId: "hint", data: { source }, suggest });
      }
      if (isGenerator) report({ at: name, messageId: "content", data: { what: "an iterator" } });
      if (async !== undefined) {
        report({ at: async, messageId: "async", fix: async.removal && [async.removal] });
        continue;
      }
      for (const outcome of outcomes) {
        const dropped = outcome.ending("null");
        const kept = parameter === undefined ? undefined : outcome.ending(parameter);
        const keep = kept && parameter ? [{ messageId: "keep" as const, data: { parameter }, edits: kept }] : [];
        if (isNothing(outcome)) {
          const drop = dropped === undefined ? [] : [{ messageId: "drop" as const, edits: dropped }];
          report({ at: outcome, messageId: "nothing", suggest: [...keep, ...drop] });
          continue;
        }
        const what = whatOf(outcome);
        if (what === undefined) continue;
        const fix = isRefusal(outcome) ? dropped : undefined;
        report({ at: outcome, messageId: "content", data: { what }, fix, suggest: what === "`true`" ? keep : [] });
      }
    }
  },
});

/** Whether it says that the breadcrumb is not wanted: `false` itself, or what fails before `&&`. */
function isRefusal({ testBefore, value }: Outcome): boolean {
  return testBefore === "&&" || (value?.kind === "boolean" && !value.boolean);
}

function isNothing({ value, promise }: Outcome): boolean {
  if (value === undefined) return true;
  return !promise && alternatives(value).some(({ is }) => is.kind === "nothing" && is.word !== "null");
}

/** What a hook ends with, where it is plainly no breadcrumb. */
function whatOf({ promise, testBefore, value }: Outcome): string | undefined {
  if (promise) return "a promise";
  return testBefore === undefined ? contentless(value) : "a boolean";
}

/** The type of a value that is certainly not a breadcrumb. */
function contentless(value: Value | undefined): string | undefined {
  for (const { is } of value === undefined ? [] : alternatives(value)) {
    if (is.kind === "boolean") return `\`${String(is.boolean)}\``;
    if (is.kind === "text" || is.kind === "template") return "a string";
    if (is.kind === "number") return "a number";
    if (is.kind === "list") return "an array";
    if (is.type?.kind === "boolean" || (is.kind === "operation" && is.result === "boolean")) return "a boolean";
  }
  return undefined;
}
