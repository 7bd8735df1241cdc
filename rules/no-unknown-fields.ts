import { isWithin, keyPlaceOf, type Breadcrumb, type Field, type FieldName } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { isKnownField, mayHold, meantField } from "../src/sentry/fields.ts";
import { isInSeconds } from "../src/sentry/timestamps.ts";

export default defineBreadcrumbRule({
  name: "no-unknown-fields",
  description: "Disallow breadcrumb fields that Sentry does not know",
  why: "The server drops the field.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  languages: ["javascript"],
  messages: {
    misspelt: "Sentry does not know the field `{{name}}` and drops it. Use `{{meant}}`.",
    unknown: "Sentry does not know the field `{{name}}` and drops it. Put it in `data`.",
    rename: "Call it `{{meant}}`.",
    move: "Move `{{name}}` into `data`.",
  },
  check({ breadcrumb, report }) {
    // An argument may be meant for the wrapper itself.
    if (breadcrumb.entry === "wrapper") return;
    const { record, range, unknownFields, write } = breadcrumb;
    const taken = new Set<FieldName>();
    for (const field of unknownFields) {
      const { name = "" } = field;
      if (isKnownField(name) || isHalfTyped(field)) continue;
      const at = keyPlaceOf(field);
      const meant = meantField(name);
      if (meant === undefined || breadcrumb[meant] !== undefined || taken.has(meant) || !mayHold(meant, field.value)) {
        const data = { name };
        const edits = moveIntoData(breadcrumb, field);
        report({ at, messageId: "unknown", data, suggest: [{ messageId: "move", data, edits }] });
        continue;
      }
      taken.add(meant);
      const edits = write.renameField?.(field, meant);
      // Elsewhere, something may read the field by its name; what is spread may hold the right one. A time in another
      // unit, which is dropped today, would be shown as a wrong one.
      const isInUnit = meant !== "timestamp" || isInSeconds(field.value);
      const isSafe = record?.spreads.length === 0 && isWithin(field.range, range) && isInUnit;
      const suggest = isSafe ? [] : [{ messageId: "rename" as const, data: { meant }, edits }];
      report({ at, messageId: "misspelt", data: { name, meant }, fix: isSafe ? edits : undefined, suggest });
    }
  },
});

/** `{ categ }` while it is typed in brackets that the editor has closed: a program, but the name means nothing yet. */
function isHalfTyped({ value }: Field): boolean {
  return value.kind === "name" && value.shorthand !== undefined && value.isUndeclared === true;
}

function moveIntoData({ complete, data, range, write }: Breadcrumb, field: Field) {
  // In `data` it would be sent as its name, or replace the whole of it if that is `toJSON`.
  if (field.value.kind === "function") return undefined;
  if (data === undefined) return complete ? write.moveField?.(field, "data") : undefined;
  const target = data.value;
  if (target.kind !== "record" || !isWithin(target.range, range) || !isWithin(field.range, range)) return undefined;
  return target.fields.some(({ name }) => name === field.name) ? undefined : write.moveField?.(field, target);
}
