import {
  excerpt,
  places,
  runtimeTypeOf,
  type Breadcrumb,
  type RuntimeType,
  type Value,
} from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";

/** The fields that relay takes as text only (`relay-event-schema/src/protocol/breadcrumb.rs`). */
const TEXT_FIELDS = ["message", "category", "type"] as const;

const WORDS: Readonly<Record<Exclude<RuntimeType, "text">, string>> = {
  boolean: "a boolean",
  date: "a date",
  error: "an error",
  function: "a function",
  list: "an array",
  nothing: "nothing",
  number: "a number",
  record: "an object",
};

export default defineBreadcrumbRule({
  name: "valid-argument",
  description: "Require `addBreadcrumb` to be called with a breadcrumb",
  why: "Sentry does not get what you pass: a string is spread into characters, an empty object says nothing.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  languages: ["javascript"],
  messages: {
    text: "`{{callee}}` expects an object; a string is spread into characters and lost. Pass `{ message: {{text}} }`.",
    missing: "`{{callee}}` needs a breadcrumb; without one it records only a timestamp, or throws. Pass one.",
    empty: "An empty breadcrumb records only a timestamp. Say what happened in `message`.",
    other: "`{{callee}}` expects an object; Sentry cannot use {{what}}. Pass `{ message, category, data }`.",
    maximum:
      "The second argument of `{{callee}}` is a hint for `beforeBreadcrumb`. Set the limit with `maxBreadcrumbs` in `Sentry.init`.",
    hint: "The second argument of `{{callee}}` is `maxBreadcrumbs`, not a hint: scope breadcrumbs skip `beforeBreadcrumb`. Remove it.",
    remove: "Remove the second argument.",
    field: "Sentry expects a string as `{{field}}` and drops {{what}}. Pass a string, or put it in `data`.",
  },
  checkFile({ file, report }) {
    // A wrapper may make a text of what it is given.
    const direct = file.breadcrumbs.filter(({ entry }) => entry !== "wrapper");
    for (const breadcrumb of direct) {
      const { record, complete } = breadcrumb;
      if (record !== undefined && complete && record.fields.length === 0) report({ at: record, messageId: "empty" });
      for (const { at, data } of notTextsIn(breadcrumb)) report({ at, messageId: "field", data });
    }
    for (const call of callsOf(direct)) {
      const { callee, entry, complete, write } = call;
      const name = callee.source;
      if (call.arguments.length === 0 && complete) report({ at: callee, messageId: "missing", data: { callee: name } });

      const { given, second } = argumentsOf(call);
      for (const { at, type } of typedPlacesIn(given)) {
        if (type === "text") {
          const data = { callee: name, text: excerpt(at) };
          report({ at, messageId: "text", data, fix: write.wrap?.(at, "message") });
        } else if (type !== "record") {
          report({ at, messageId: "other", data: { callee: name, what: WORDS[type] } });
        }
      }
      // A scope's method takes how many breadcrumbs to keep, the SDK's function a hint.
      const [messageId, mistaken] =
        entry === "scope" ? (["hint", "record"] as const) : (["maximum", "number"] as const);
      if (second === undefined || runtimeTypeOf(second) !== mistaken) continue;
      const cut = write.removeArgument?.(1);
      report({ at: second, messageId, data: { callee: name }, suggest: cut && [{ messageId: "remove", edits: cut }] });
    }
  },
});

/** What stands in the fields for texts, and is none. */
function notTextsIn(breadcrumb: Breadcrumb) {
  return TEXT_FIELDS.flatMap((field) =>
    typedPlacesIn(breadcrumb[field]?.value).flatMap(({ at, type }) =>
      type === "text" || type === "nothing" ? [] : [{ at, data: { field, what: WORDS[type] } }],
    ),
  );
}

/** The places of a value of which the type is known. */
function typedPlacesIn(value: Value | undefined): readonly { readonly at: Value; readonly type: RuntimeType }[] {
  return (value === undefined ? [] : places(value)).flatMap(({ at }) => {
    const type = runtimeTypeOf(at);
    return type === undefined ? [] : [{ at, type }];
  });
}

/** One breadcrumb of each call: a call records several where its argument may be one or another. */
function callsOf(breadcrumbs: readonly Breadcrumb[]): Iterable<Breadcrumb> {
  const current = breadcrumbs.filter(({ entry }) => entry !== "legacy");
  return new Map(current.map((breadcrumb) => [breadcrumb.range, breadcrumb])).values();
}

/** The argument that becomes the breadcrumb, and the second one behind it. */
function argumentsOf({ arguments: all }: Breadcrumb) {
  const given = all.find(({ becomes }) => becomes === "breadcrumb")?.value;
  return { given, second: all[0]?.value === given ? all[1]?.value : undefined };
}
