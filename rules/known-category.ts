import { alternatives, excerpt, textOf, type Breadcrumb, type Field, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replaceText, rewriteText, Places } from "../src/edit/index.ts";
import { choice, flag } from "../src/options.ts";
import { categoryJudge, mayBeKnown, type CategoryFault } from "../src/sentry/categories.ts";

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
    empty: "An empty category says nothing; Sentry titles the breadcrumb “Generic”. Name a category, or remove it.",
    variant: "`{{category}}` is a variant of `{{known}}`; Sentry treats them as two categories. Use `{{known}}`.",
    space: "Whitespace around `{{known}}` makes it a different category for Sentry. Use `{{known}}`.",
    long: "Sentry keeps the first 128 characters of a category; this one has {{length}}. Put the rest in `data`.",
    misspelt:
      "`{{category}}` looks like a misspelling of `{{known}}`, which Sentry's SDKs record; a search for one misses the other. Use `{{known}}`, or declare your own.",
    unlisted:
      '`{{category}}` is not one of this project\'s categories. Use one of those, or add it to `settings["sentry-breadcrumbs"].categories`.',
    missing: "Sentry titles a breadcrumb without a category “Generic”, and it cannot be searched by category. Add one.",
    use: "Use `{{category}}`.",
    remove: "Remove the category.",
  },
  checkFile({ file, options, settings, language, report }) {
    const faultOf = categoryJudge(settings.categories, options.builtin, language.recordingSdks);
    const isClosed = options.unknown === "report" || (options.unknown === "declared" && settings.categories.length > 0);
    const places = file.breadcrumbs.flatMap(placesOf);
    const uses = new Places(places.map(({ at }) => at.range));

    for (const { callee, category, complete } of file.breadcrumbs) {
      if (options.require && category === undefined && complete) report({ at: callee, messageId: "missing" });
    }
    for (const place of places) {
      const { at, is } = place;
      const category = textOf(is);
      if (category === undefined) {
        const start = beginningOf(is);
        const mayBe = start === undefined || mayBeKnown(start, settings.categories, options.builtin);
        if (isClosed && !mayBe) report({ at, messageId: "unlisted", data: { category: excerptOf(is) } });
        continue;
      }
      const fault = faultOf(category);
      if (fault === undefined) continue;
      const [known = ""] = fault.instead;
      switch (fault.kind) {
        case "empty":
          report({ at, messageId: "empty", suggest: removalOf(place) });
          break;
        case "variant":
          report({ at, messageId: "variant", data: { category, known }, ...repairOf(place, fault, uses) });
          break;
        case "space":
          report({ at, messageId: "space", data: { known }, ...repairOf(place, fault, uses) });
          break;
        case "long":
          report({ at, messageId: "long", data: { length: String(category.length) } });
          break;
        case "misspelt":
          report({ at, messageId: "misspelt", data: { category, known }, suggest: offersOf(place, fault) });
          break;
        case "unlisted":
          if (isClosed) report({ at, messageId: "unlisted", data: { category }, suggest: offersOf(place, fault) });
      }
    }
  },
});

/** A place in a breadcrumb where a category is chosen. */
interface Place {
  readonly at: Value;
  readonly is: Value;
  readonly sole: boolean;
  readonly field: Field;
  readonly write: Breadcrumb["write"];
}

function placesOf({ category, write }: Breadcrumb): readonly Place[] {
  if (category === undefined) return [];
  return alternatives(category.value).map((place) => ({ ...place, field: category, write }));
}

/** How a category begins of which the end is not known. */
function beginningOf(value: Value): string | undefined {
  const [first] = value.kind === "template" ? value.parts : [];
  return first && textOf(first);
}

function excerptOf(value: Value): string {
  return excerpt(value).replace(/^`(.*)`$/u, "$1");
}

function removalOf({ at, field }: Place) {
  const edits = at === field.value ? remove(field) : undefined;
  return edits && [{ messageId: "remove" as const, edits }];
}

/** Puts the first known category in its place, or where that would reach further offers all of them. */
function repairOf(place: Place, fault: CategoryFault, uses: Places) {
  const [known = ""] = fault.instead;
  const fix = rewriteText(place.write, place, known, uses);
  return fix === undefined ? { suggest: offersOf(place, fault) } : { fix };
}

function offersOf({ at, sole, write }: Place, { instead }: CategoryFault) {
  return (sole ? instead : []).map((category) => ({
    messageId: "use" as const,
    data: { category },
    edits: replaceText(write, at, category),
  }));
}
