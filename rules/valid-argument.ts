import { excerpt, places, sortOf, type Sort } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";

/** The fields that relay takes as text only (`relay-event-schema/src/protocol/breadcrumb.rs`). */
const TEXT_FIELDS = ["message", "category", "type"] as const;

const WORDS: Readonly<Record<Exclude<Sort, "text">, string>> = {
  boolean: "a boolean",
  date: "a date",
  error: "an error",
  function: "a function",
  list: "a list",
  nothing: "nothing",
  number: "a number",
  record: "an object",
};

export default defineBreadcrumbRule({
  name: "valid-argument",
  description: "Require calls that record a breadcrumb to be given one",
  why: "What is recorded is not what stands there: a text is taken apart into letters, an empty object says nothing.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  languages: ["javascript"],
  messages: {
    text: "`{{callee}}` spreads a text into its characters, and nothing of it arrives. Give `{ message: {{text}} }`.",
    missing: "Without a breadcrumb, `{{callee}}` records a time and nothing else, or throws. Say what happened.",
    empty: "An empty breadcrumb records a time and nothing else. Say what happened, in `message`.",
    other:
      "`{{callee}}` takes one object; of {{what}} nothing arrives that Sentry knows. Give `{ message, category, data }`.",
    maximum:
      "The second argument of `{{callee}}` is a hint for `beforeBreadcrumb`; how many breadcrumbs are kept is said by `maxBreadcrumbs` in `Sentry.init`.",
    hint: "The second argument of `{{callee}}` is how many breadcrumbs to keep; a scope's breadcrumbs pass no hook that could use a hint.",
    remove: "Leave the second argument out.",
    field: "Sentry takes a text as `{{field}}`, and drops {{what}}. Give a text, or put it into `data`.",
  },
  checkFile({ file, report }) {
    for (const breadcrumb of file.breadcrumbs) {
      const { entry, record, complete } = breadcrumb;
      // A wrapper may make a text of what it is given.
      if (entry === "wrapper") continue;
      if (record !== undefined && complete && record.fields.length === 0) report({ at: record, messageId: "empty" });
      for (const field of TEXT_FIELDS) {
        const value = breadcrumb[field]?.value;
        for (const { at } of value === undefined ? [] : places(value)) {
          const sort = sortOf(at);
          if (sort === undefined || sort === "text" || sort === "nothing") continue;
          report({ at, messageId: "field", data: { field, what: WORDS[sort] } });
        }
      }
    }
    // One call records several breadcrumbs where its argument may be one or another.
    const calls = new Map(file.breadcrumbs.map((breadcrumb) => [breadcrumb.range, breadcrumb]));
    for (const { arguments: given, callee, entry, complete, write } of calls.values()) {
      if (entry === "wrapper" || entry === "legacy") continue;
      const breadcrumb = given.find(({ becomes }) => becomes === "breadcrumb")?.value;
      const second = given[0]?.value === breadcrumb ? given[1]?.value : undefined;
      const name = callee.source;
      if (given.length === 0 && complete) report({ at: callee, messageId: "missing", data: { callee: name } });

      for (const { at } of breadcrumb === undefined ? [] : places(breadcrumb)) {
        const kind = sortOf(at);
        if (kind === undefined || kind === "record") continue;
        if (kind === "text") {
          report({ at, messageId: kind, data: { callee: name, text: excerpt(at) }, fix: write.wrap?.(at, "message") });
        } else {
          report({ at, messageId: "other", data: { callee: name, what: WORDS[kind] } });
        }
      }
      const kind = second === undefined ? undefined : sortOf(second);
      const messageId = entry === "scope" ? "hint" : "maximum";
      if (second === undefined || kind !== (entry === "scope" ? "record" : "number")) continue;
      const cut = write.removeArgument?.(1);
      report({ at: second, messageId, data: { callee: name }, suggest: cut && [{ messageId: "remove", edits: cut }] });
    }
  },
});
