import { excerpt, placesByType, RUNTIME_TYPE_NAMES } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { argumentsOf, callsOf, fieldsOfOtherTypes, objectsInMessage } from "../src/sentry/arguments.ts";

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
    object:
      "`{{text}}` becomes `[object Object]` in the message. Put it in `data`, or write the property that you mean.",
    field: "Sentry expects a string as `{{field}}` and drops {{what}}. Pass a string, or put it in `data`.",
  },
  checkFile({ file, report }) {
    // A wrapper may convert its argument to a string.
    const direct = file.breadcrumbs.filter(({ entry }) => entry !== "wrapper");
    for (const breadcrumb of direct) {
      const { record, complete } = breadcrumb;
      if (record !== undefined && complete && record.fields.length === 0) report({ at: record, messageId: "empty" });
      for (const { at, field, type } of fieldsOfOtherTypes(breadcrumb))
        report({ at, messageId: "field", data: { field, what: RUNTIME_TYPE_NAMES[type] } });
      for (const at of objectsInMessage(breadcrumb)) report({ at, messageId: "object", data: { text: excerpt(at) } });
    }
    for (const call of callsOf(direct)) {
      const { complete, write } = call;
      const callee = call.callee.source;
      if (call.arguments.length === 0 && complete) report({ at: call.callee, messageId: "missing", data: { callee } });

      const { given, second } = argumentsOf(call);
      for (const { at, type } of placesByType(given)) {
        const data = { callee, text: excerpt(at), what: RUNTIME_TYPE_NAMES[type] };
        if (type === "text") report({ at, messageId: "text", data, fix: write.wrap?.(at, "message") });
        else if (type !== "record") report({ at, messageId: "other", data });
      }
      if (second?.isMistaken !== true) continue;
      const suggest = [{ messageId: "remove" as const, edits: write.removeArgument?.(1) }];
      report({ at: second.value, messageId: second.is, data: { callee }, suggest });
    }
  },
});
