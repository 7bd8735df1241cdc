import { alternatives, resolve, type Edit, type Field, type Outcome, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { meantHook } from "../src/sentry/hook-names.ts";

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
    for (const { options } of file.setups ?? []) {
      for (const { field, meant, isTaken } of misnamedHooks(options)) {
        const { name = "", keyRange = field.range } = field;
        const edits = isTaken ? undefined : renamed(field, meant);
        const suggest = edits && [{ messageId: "rename" as const, data: { meant }, edits }];
        report({ at: { range: keyRange }, messageId: "misnamed", data: { name, meant }, suggest });
      }
    }
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
        const fault = faultOf(outcome, parameter);
        if (fault !== undefined) report({ at: outcome, ...fault });
      }
    }
  },
});

/** What is wrong with how a hook ends. */
function faultOf(outcome: Outcome, parameter = "") {
  const dropped = outcome.ending("null");
  const kept = parameter === "" ? undefined : outcome.ending(parameter);
  const keep = kept === undefined ? [] : [{ messageId: "keep" as const, data: { parameter }, edits: kept }];
  if (isNothing(outcome)) {
    const drop = dropped === undefined ? [] : [{ messageId: "drop" as const, edits: dropped }];
    return { messageId: "nothing" as const, suggest: [...keep, ...drop] };
  }
  const what = whatOf(outcome);
  if (what === undefined) return undefined;
  const fix = isRefusal(outcome) ? dropped : undefined;
  return { messageId: "content" as const, data: { what }, fix, suggest: what === "`true`" ? keep : [] };
}

/** The options that are meant to be the hook, and whether the hook is there as well. */
function misnamedHooks(options: Value | undefined) {
  const record = options && resolve(options);
  if (record?.kind !== "record") return [];
  return record.fields.flatMap((field) => {
    const meant = meantHook(field.name ?? "");
    const isTaken = record.fields.some(({ name }) => name === meant);
    return meant === undefined ? [] : [{ field, meant, isTaken }];
  });
}

/** Gives an option another name; undefined where the name is computed. */
function renamed({ computedKey, keyRange, value }: Field, name: string): readonly Edit[] | undefined {
  if (keyRange === undefined || computedKey !== undefined) return undefined;
  return value.shorthand === undefined
    ? [{ range: keyRange, text: name }]
    : [{ range: value.range, text: `${name}: ${value.source}` }];
}

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
