import { textOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { FieldPlaces, replaceAt } from "../src/edit/field-places.ts";
import { choice } from "../src/options.ts";
import { CATEGORY_SHAPES, categoryJudge, plainSpelling, shapedCategory, spellingOf } from "../src/sentry/categories.ts";

export default defineBreadcrumbRule({
  name: "consistent-category",
  description: "Require one spelling per breadcrumb category, and one shape for all categories",
  why: "The shape of categories is your choice. If you declare your categories, `known-category` does more.",
  type: "suggestion",
  edits: "fix and suggest",
  options: {
    shape: choice(
      CATEGORY_SHAPES,
      "The shape of a category: `user.action`, `user_action`, `user-action`, `userAction`, or any.",
    ),
  },
  messages: {
    spelling:
      "This file also writes `{{category}}` as `{{known}}`; Sentry treats them as two categories. Use `{{known}}`.",
    shape: "`{{category}}` is not {{shape}}; Sentry treats each spelling as a separate category. Use `{{known}}`.",
    use: "Use `{{category}}`.",
  },
  checkFile({ file, options: { shape }, settings, language, report }) {
    // A project that declares its categories has said how they are spelt; `known-category` reports all others.
    if (settings.categories.length > 0) return;
    const faultOf = categoryJudge([], true, language.recordingSdks);
    const categories = new FieldPlaces(file.breadcrumbs, "category");
    const own = categories.all.flatMap((place) => {
      const category = textOf(place.is);
      // Sentry's own categories are correct, and `known-category` reports variants of them.
      return category === undefined || faultOf(category)?.kind !== "unlisted" ? [] : [{ place, category }];
    });
    const spelt = spellingOf(
      own.map(({ category }) => category),
      shape,
    );
    const spellings = new Map<string, Set<string>>();
    for (const { category } of own) {
      const plain = plainSpelling(category);
      spellings.set(plain, (spellings.get(plain) ?? new Set()).add(category));
    }
    for (const { place, category } of own) {
      const { at, sole } = place;
      const known = spelt(category);
      if (known === category || known === "") continue;
      const fix = categories.rewrite(place, known);
      const suggest = sole
        ? [{ messageId: "use" as const, data: { category: known }, edits: replaceAt(place, known) }]
        : [];
      if (shapedCategory(category, shape) === category) {
        report({
          at,
          messageId: "spelling",
          data: { category, known },
          ...(fix === undefined ? { suggest } : { fix }),
        });
      } else {
        // Other files, and what is recorded already, have the one spelling that this file has.
        const isMixed = (spellings.get(plainSpelling(category))?.size ?? 0) > 1;
        const repair = fix !== undefined && isMixed ? { fix } : { suggest };
        report({ at, messageId: "shape", data: { category, known, shape: SHAPES[shape] }, ...repair });
      }
    }
  },
});

const SHAPES: Readonly<Record<(typeof CATEGORY_SHAPES)[number], string>> = {
  dotted: "in lower case with dots between its words",
  snake: "in snake case",
  kebab: "in kebab case",
  camel: "in camel case",
  any: "spelt alike",
};
