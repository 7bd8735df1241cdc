import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { FieldPlaces, replaceAt, type FieldPlace } from "../src/edit/field-places.ts";
import { remove } from "../src/edit/index.ts";
import { choice, flag } from "../src/options.ts";
import { categoryValueJudge } from "../src/sentry/categories.ts";

export default defineBreadcrumbRule({
  name: "known-category",
  description: "Require breadcrumb categories that the project or Sentry knows",
  why: "Without declared categories it reports only certain mistakes, such as a variant of a category that Sentry's SDKs record. With them, it reports every other category; `strict` always does.",
  type: "problem",
  recommended: "error",
  strict: { unknown: "report" },
  edits: "fix and suggest",
  options: {
    builtin: flag(true, "Whether to accept the categories that SDKs record and Sentry's documentation uses."),
    unknown: choice(
      ["declared", "report", "allow"],
      "When to report an unknown category: once the project declares categories, always, or never.",
    ),
    require: flag(false, "Whether to report a breadcrumb without a category."),
  },
  messages: {
    empty: "An empty category leaves the breadcrumb without a title. Name a category, or remove it.",
    variant: "`{{category}}` is a variant of `{{known}}`; Sentry treats them as two categories. Use `{{known}}`.",
    space: "Whitespace around `{{known}}` makes it a different category for Sentry. Use `{{known}}`.",
    long: "Sentry keeps the first 128 characters of a category; this one has {{length}}. Put the rest in `data`.",
    misspelt:
      "`{{category}}` looks like a misspelling of `{{known}}`, which Sentry's SDKs record; a search for one misses the other. Use `{{known}}`, or declare your own.",
    unlisted:
      '`{{category}}` is not one of this project\'s categories. Use one of those, or add it to `settings["sentry-breadcrumbs"].categories`.',
    missing: "Sentry titles a breadcrumb without a category “generic”, and it cannot be searched by category. Add one.",
    use: "Use `{{category}}`.",
    remove: "Remove the category.",
  },
  checkFile({ file, options, settings, language, report }) {
    const faultOf = categoryValueJudge(settings.categories, options.builtin, language.recordingSdks);
    const isClosed = options.unknown === "report" || (options.unknown === "declared" && settings.categories.length > 0);
    const categories = new FieldPlaces(file.breadcrumbs, "category");

    for (const { callee, category, complete } of file.breadcrumbs) {
      if (options.require && category === undefined && complete) report({ at: callee, messageId: "missing" });
    }
    for (const place of categories.all) {
      const fault = faultOf(place.is);
      if (fault === undefined || (fault.kind === "unlisted" && !isClosed)) continue;
      const { kind, category, instead } = fault;
      if (kind === "empty") {
        const edits = place.at === place.field.value ? remove(place.field) : undefined;
        report({ at: place.at, messageId: "empty", suggest: [{ messageId: "remove", edits }] });
        continue;
      }
      const [known = ""] = instead;
      const data = { category, known, length: String(category.length) };
      const fix = kind === "variant" || kind === "space" ? categories.rewrite(place, known) : undefined;
      report({ at: place.at, messageId: kind, data, fix, suggest: fix ? [] : offersOf(place, instead) });
    }
  },
});

function offersOf(place: FieldPlace, instead: readonly string[]) {
  return (place.sole ? instead : []).map((category) => ({
    messageId: "use" as const,
    data: { category },
    edits: replaceAt(place, category),
  }));
}
