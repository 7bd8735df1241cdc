import { alternatives, excerpt, textOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove, replaceText, rewriteText } from "../src/edit/index.ts";
import { choice, flag } from "../src/options.ts";
import { categoryJudge, mayBeKnown } from "../src/sentry/categories.ts";

export default defineBreadcrumbRule({
  name: "known-category",
  description: "Require breadcrumb categories that the project or Sentry knows",
  why: "Without declared categories it reports only what cannot be meant: another spelling of a category that Sentry's SDKs record, an empty one. With them, the project has said itself what is wrong. `strict` reports every category that is not declared.",
  type: "problem",
  recommended: "error",
  strict: { unknown: "report" },
  edits: "fix and suggest",
  options: {
    builtin: flag(true, "Whether the categories that SDKs record and Sentry's documentation uses are known."),
    unknown: choice(
      ["declared", "report", "allow"],
      "Whether to report a category that is not known: once the project declares its own, always, or never.",
    ),
    require: flag(false, "Whether to report a breadcrumb without a category."),
  },
  messages: {
    empty: "An empty category says nothing: Sentry titles the breadcrumb “Generic”. Name a category or leave it out.",
    variant: "`{{category}}` is `{{known}}` in another spelling, and Sentry takes them for two. Use `{{known}}`.",
    space: "White space around `{{known}}` makes it another category for Sentry. Use `{{known}}`.",
    long: "Sentry keeps the first 128 characters of a category; this one has {{length}}. Put the rest into `data`.",
    misspelt:
      "`{{category}}` looks like a misspelling of `{{known}}`, which Sentry's SDKs record; a search for one misses the other. Use `{{known}}`, or declare your own.",
    unlisted:
      'This project does not know the category `{{category}}`. Use a known one, or declare it in `settings["sentry-breadcrumbs"].categories`.',
    missing: "Sentry titles a breadcrumb without a category “Generic”, and nobody can search for it. Add a category.",
    use: "Use `{{category}}`.",
    remove: "Leave the category out.",
  },
  checkFile({ file, options, settings, report }) {
    const faultOf = categoryJudge(settings.categories, options.builtin, file.language);
    const closed = options.unknown === "report" || (options.unknown === "declared" && settings.categories.length > 0);
    const places = file.breadcrumbs.flatMap(({ category, write }) =>
      category === undefined ? [] : alternatives(category.value).map((place) => ({ ...place, field: category, write })),
    );
    const uses = places.map(({ at }) => at.range);

    for (const { callee, category, complete } of file.breadcrumbs) {
      if (options.require && category === undefined && complete) report({ at: callee, messageId: "missing" });
    }
    for (const { at, is, sole, field, write } of places) {
      const category = textOf(is);
      const [beginning] = is.kind === "template" ? is.parts : [];
      const start = category === undefined && beginning !== undefined ? textOf(beginning) : undefined;
      if (start !== undefined && closed && !mayBeKnown(start, settings.categories, options.builtin)) {
        report({ at, messageId: "unlisted", data: { category: excerpt(is).replace(/^`(.*)`$/u, "$1") } });
      }
      const fault = category === undefined ? undefined : faultOf(category);
      if (category === undefined || fault === undefined) continue;
      const [known = ""] = fault.instead;
      const suggest = (sole ? fault.instead : []).map((category) => ({
        messageId: "use" as const,
        data: { category },
        edits: replaceText(write, at, category),
      }));
      const fixed = rewriteText(write, { at, is }, known, uses);
      const repair = fixed === undefined ? { suggest } : { fix: fixed };
      const cut = at === field.value ? remove(field) : undefined;

      if (fault.kind === "empty")
        report({ at, messageId: "empty", suggest: cut && [{ messageId: "remove", edits: cut }] });
      if (fault.kind === "variant") report({ at, messageId: "variant", data: { category, known }, ...repair });
      if (fault.kind === "space") report({ at, messageId: "space", data: { known }, ...repair });
      if (fault.kind === "long") report({ at, messageId: "long", data: { length: String(category.length) } });
      if (fault.kind === "misspelt") report({ at, messageId: "misspelt", data: { category, known }, suggest });
      if (fault.kind === "unlisted" && closed) report({ at, messageId: "unlisted", data: { category }, suggest });
    }
  },
});
