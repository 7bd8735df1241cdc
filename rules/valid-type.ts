import { isWithin } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { FieldPlaces, replaceAt, type FieldPlace } from "../src/edit/field-places.ts";
import { remove } from "../src/edit/index.ts";
import { closest, typoOf } from "../src/sentry/closest.ts";
import { contradictionOf, isType, missingKeys, misspeltHttpKeys, TYPES } from "../src/sentry/types.ts";

export default defineBreadcrumbRule({
  name: "valid-type",
  description: "Require breadcrumb types that Sentry knows, with the data they need",
  why: "Sentry shows an unknown type as `default`, and displays `navigation` and `http` from their data.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  messages: {
    misspelt: "Sentry does not know the type `{{type}}` and shows it as `default`. Use `{{meant}}`.",
    unknown:
      "Sentry does not know the type `{{type}}` and shows it as `default`. Use `category` for what the breadcrumb is about.",
    contradicts: "The type `{{type}}` contradicts the category `{{category}}`. Use the type `{{meant}}`.",
    navigation: "The type `navigation` needs `from` and `to` in `data`; this breadcrumb lacks {{missing}}.",
    key: "Sentry does not show `{{name}}` beside the URL of an `http` breadcrumb. Use `{{meant}}`.",
    use: "Use `{{type}}`.",
    category: "Use `{{type}}` as the category.",
    remove: "Remove the type.",
    rename: "Rename it to `{{meant}}`.",
  },
  checkFile({ file, report }) {
    const types = new FieldPlaces(file.breadcrumbs, "type");
    for (const place of types.all) {
      const { at, is, breadcrumb } = place;
      const type = is.kind === "text" ? is.text : "";
      if (type === "") continue;
      const meant = typoOf(type, TYPES);
      if (isType(type)) {
        const contradiction = contradictionOf(type, breadcrumb);
        const missing = at === place.field.value ? missingKeys(type, breadcrumb) : [];
        if (contradiction !== undefined) {
          const suggest = [use(contradiction.meant, place)];
          report({ at, messageId: "contradicts", data: { type, ...contradiction }, suggest });
        } else if (missing.length > 0) {
          report({ at, messageId: "navigation", data: { missing: missing.map((key) => `\`${key}\``).join(" and ") } });
        }
      } else if (meant !== undefined) {
        const fix = types.rewrite(place, meant);
        report({ at, messageId: "misspelt", data: { type, meant }, fix, suggest: fix ? [] : [use(meant, place)] });
      } else {
        const suggest = [...elsewhere(type, place), ...closest(type, TYPES).map((known) => use(known, place))];
        report({ at, messageId: "unknown", data: { type }, suggest });
      }
    }
    for (const breadcrumb of file.breadcrumbs) {
      for (const { field, key, isCertain } of misspeltHttpKeys(breadcrumb)) {
        const { name = "", keyRange = field.range } = field;
        const edits = breadcrumb.write.renameField?.(field, key);
        const fix = isCertain && isWithin(field.range, breadcrumb.range) ? edits : undefined;
        const suggest = fix ? [] : [{ messageId: "rename" as const, data: { meant: key }, edits }];
        report({ at: { range: keyRange }, messageId: "key", data: { name, meant: key }, fix, suggest });
      }
    }
  },
});

function use(type: string, place: FieldPlace) {
  return { messageId: "use" as const, data: { type }, edits: replaceAt(place, type) };
}

/** Says an unknown type by the category where there is none yet, and else not at all. */
function elsewhere(type: string, { at, field, breadcrumb: { category, complete, write } }: FieldPlace) {
  if (at !== field.value) return [];
  if (category !== undefined) {
    return [{ messageId: "remove" as const, edits: remove(field) }];
  }
  const edits = complete ? write.renameField?.(field, "category") : undefined;
  return [{ messageId: "category" as const, data: { type }, edits }];
}
