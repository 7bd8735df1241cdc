import { alternatives, isWithin, textOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replaceText, rewriteText } from "../src/edit/index.ts";
import { closest, slipOf } from "../src/sentry/closest.ts";
import { isType, missingNavigationKeys, misspeltHttpKeys, typeInstead, TYPES } from "../src/sentry/types.ts";

export default defineBreadcrumbRule({
  name: "valid-type",
  description: "Require breadcrumb types that Sentry knows, with the data that they call for",
  why: "Sentry shows an unknown type as `default`, and draws `navigation` and `http` from data that has to be there.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  messages: {
    misspelt: "Sentry does not know the type `{{type}}` and shows it as `default`. Use `{{meant}}`.",
    unknown:
      "Sentry does not know the type `{{type}}` and shows it as `default`. What a breadcrumb is about is said by its `category`.",
    contradicts: "The type `{{type}}` contradicts the category `{{category}}`. Use the type `{{meant}}`.",
    navigation: "The type `navigation` requires `from` and `to` in `data`; this breadcrumb lacks {{missing}}.",
    key: "`{{name}}` is none of the keys by which Sentry shows a breadcrumb of type `http`. Use `{{meant}}`.",
    use: "Use `{{type}}`.",
    category: "Make `{{type}}` the category.",
    remove: "Leave the type out.",
    rename: "Call it `{{meant}}`.",
  },
  checkFile({ file, report }) {
    const places = file.breadcrumbs.flatMap((breadcrumb) =>
      breadcrumb.type === undefined
        ? []
        : alternatives(breadcrumb.type.value).map((place) => ({ ...place, field: breadcrumb.type, breadcrumb })),
    );
    const uses = places.map(({ at }) => at.range);
    for (const { at, is, field, breadcrumb } of places) {
      const { category, complete, write } = breadcrumb;
      const type = is.kind === "text" ? is.text : "";
      const use = (type: string) => ({
        messageId: "use" as const,
        data: { type },
        edits: replaceText(write, at, type),
      });
      const isWhole = at === field?.value;

      if (isType(type)) {
        const name = category === undefined ? undefined : textOf(category.value);
        const meant = name === undefined ? undefined : typeInstead(type, name);
        if (name !== undefined && meant !== undefined) {
          report({ at, messageId: "contradicts", data: { type, category: name, meant }, suggest: [use(meant)] });
        } else if (isWhole && type === "navigation") {
          const missing = missingNavigationKeys(breadcrumb).map((key) => `\`${key}\``);
          if (missing.length > 0) report({ at, messageId: "navigation", data: { missing: missing.join(" and ") } });
        }
      } else if (type !== "") {
        const meant = slipOf(type, TYPES);
        const fix = meant && rewriteText(write, { at, is }, meant, uses);
        if (meant !== undefined) {
          report({ at, messageId: "misspelt", data: { type, meant }, fix, suggest: fix ? [] : [use(meant)] });
        } else {
          const cut = isWhole && category !== undefined ? remove(field) : undefined;
          const isFree = isWhole && category === undefined && complete;
          const renamed = isFree ? write.renameField?.(field, "category") : undefined;
          const suggest = [
            ...(renamed === undefined ? [] : [{ messageId: "category" as const, data: { type }, edits: renamed }]),
            ...(cut === undefined ? [] : [{ messageId: "remove" as const, edits: cut }]),
            ...closest(type, TYPES).map(use),
          ];
          report({ at, messageId: "unknown", data: { type }, suggest });
        }
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
