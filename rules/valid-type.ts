import { alternatives, isWithin, textOf, type Breadcrumb, type Field, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replaceText, rewriteText, Places } from "../src/edit/index.ts";
import { closest, typoOf } from "../src/sentry/closest.ts";
import { isType, missingNavigationKeys, misspeltHttpKeys, typeInstead, TYPES } from "../src/sentry/types.ts";

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
    key: "Sentry does not display `{{name}}` for `http` breadcrumbs. Use `{{meant}}`.",
    use: "Use `{{type}}`.",
    category: "Use `{{type}}` as the category.",
    remove: "Remove the type.",
    rename: "Rename it to `{{meant}}`.",
  },
  checkFile({ file, report }) {
    const places = file.breadcrumbs.flatMap(placesOf);
    const uses = new Places(places.map(({ at }) => at.range));
    for (const place of places) {
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
          report({ at, messageId: "navigation", data: { missing: missing.join(" and ") } });
        }
      } else if (meant !== undefined) {
        const fix = rewriteText(breadcrumb.write, { at, is }, meant, uses);
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
        const suggest = edits && !fix ? [{ messageId: "rename" as const, data: { meant: key }, edits }] : [];
        report({ at: { range: keyRange }, messageId: "key", data: { name, meant: key }, fix, suggest });
      }
    }
  },
});

/** A place in a breadcrumb where a type is chosen. */
interface Place {
  readonly at: Value;
  readonly is: Value;
  readonly field: Field;
  readonly breadcrumb: Breadcrumb;
}

function placesOf(breadcrumb: Breadcrumb): readonly Place[] {
  const { type } = breadcrumb;
  return type === undefined ? [] : alternatives(type.value).map((place) => ({ ...place, field: type, breadcrumb }));
}

/** The category that speaks against a known type, and the type that it speaks for. */
function contradictionOf(type: string, { category: field }: Breadcrumb) {
  const category = field && textOf(field.value);
  const meant = category === undefined ? undefined : typeInstead(type, category);
  return category === undefined || meant === undefined ? undefined : { category, meant };
}

function missingKeys(type: string, breadcrumb: Breadcrumb): readonly string[] {
  return type === "navigation" ? missingNavigationKeys(breadcrumb).map((key) => `\`${key}\``) : [];
}

function use(type: string, { at, breadcrumb }: Place) {
  return { messageId: "use" as const, data: { type }, edits: replaceText(breadcrumb.write, at, type) };
}

/** Says an unknown type by the category where there is none yet, and else not at all. */
function elsewhere(type: string, { at, field, breadcrumb: { category, complete, write } }: Place) {
  if (at !== field.value) return [];
  if (category !== undefined) {
    const edits = remove(field);
    return edits === undefined ? [] : [{ messageId: "remove" as const, edits }];
  }
  const edits = complete ? write.renameField?.(field, "category") : undefined;
  return edits === undefined ? [] : [{ messageId: "category" as const, data: { type }, edits }];
}
