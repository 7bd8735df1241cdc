import { runtimeTypeOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { addField } from "../src/edit/index.ts";
import { strings } from "../src/options.ts";
import { assumedValue, fateWithout, meantField, REQUIRABLE_FIELDS } from "../src/sentry/fields.ts";

export default defineBreadcrumbRule({
  name: "require-fields",
  description: "Require the breadcrumb fields that a project has agreed on",
  why: "Sentry requires no field. Your team decides which ones it wants.",
  type: "suggestion",
  edits: "fix",
  options: {
    fields: strings(["category", "message"], "The fields that every breadcrumb must have.", REQUIRABLE_FIELDS),
  },
  messages: {
    missing: "This breadcrumb has no `{{field}}`: {{fate}} Add one.",
  },
  checkFile({ file, options, report }) {
    for (const breadcrumb of file.breadcrumbs) {
      const { callee, complete, record, unknownFields, write } = breadcrumb;
      // An empty breadcrumb lacks more than a field.
      if (!complete || record === undefined || record.fields.length === 0) continue;
      const misnamed = unknownFields.map(({ name }) => meantField(name ?? ""));
      for (const field of options.fields) {
        const value = breadcrumb[field]?.value;
        const data = { field, fate: fateWithout(field) };
        // Nothing under its name is no field to Sentry.
        if (value !== undefined && runtimeTypeOf(value) === "nothing")
          report({ at: value, messageId: "missing", data });
        if (value !== undefined || misnamed.includes(field)) continue;
        const assumed = file.levels === "type" ? undefined : assumedValue(field);
        const fix = assumed === undefined ? undefined : addField(breadcrumb, field, write.text(assumed));
        report({ at: callee, messageId: "missing", data, fix });
      }
    }
  },
});
