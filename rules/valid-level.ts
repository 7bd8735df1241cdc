import { alternatives, type BreadcrumbFile, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { FieldPlaces, replaceAt } from "../src/edit/field-places.ts";
import { replaceMembers, MembersOfNames } from "../src/edit/index.ts";
import { flag } from "../src/options.ts";
import { levelFaultsOf, LEVELS } from "../src/sentry/levels.ts";

export default defineBreadcrumbRule({
  name: "valid-level",
  description: "Require breadcrumb levels that Sentry knows",
  why: "The server drops an unknown level and shows the breadcrumb as info.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  options: {
    allowLog: flag(true, "Whether to allow the level `log`, which Sentry shows as info."),
  },
  messages: {
    meant: "Sentry does not know the level `{{level}}`, drops it and shows the breadcrumb as info. Use `{{meant}}`.",
    unknown:
      "Sentry does not know the level `{{level}}`, drops it and shows the breadcrumb as info. Use one of {{levels}}.",
    renamed: "`{{level}}` was removed from the SDKs; the server still accepts it as `{{meant}}`. Use `{{meant}}`.",
    unparsed: "The SDK has no level `{{level}}`, so parsing it fails. Use one of {{levels}}.",
    number: "Sentry reads the level `{{level}}` as `{{meant}}` (Python's log levels). Use the level's name.",
    removed: "`Severity` was removed in version 7, so reading `{{level}}` throws. Use the string `{{meant}}`.",
    log: "Sentry shows the level `{{level}}` as info, and the React Native SDK records it as debug. Use the level you mean.",
    use: "Use `{{level}}`.",
  },
  checkFile({ file, options, report }) {
    const demands = { allowLog: options.allowLog, parsed: file.levels === "type" };
    const places = new FieldPlaces(file.breadcrumbs, "level");
    const found = places.all.flatMap((place) =>
      levelFaultsOf(place.is, demands, place).map((fault) => ({ place, isHere: place.at === place.is, ...fault })),
    );
    const severities = new MembersOfNames(found.flatMap(({ isHere, severity }) => (isHere ? (severity ?? []) : [])));
    for (const { place, isHere, kind, level, meant = "", instead, severity } of found) {
      const fix =
        severity && isHere
          ? replaceMembers(place.breadcrumb.write, severity, severities)
          : meant === ""
            ? undefined
            : places.rewrite(place, meant);
      const offers = fix === undefined && place.sole ? instead : [];
      const suggest = offers.map((other) => ({
        messageId: "use" as const,
        data: { level: other },
        edits: replaceAt(place, other),
      }));
      const data = { level, meant, levels: LEVELS.join(", ") };
      report({ at: place.at, messageId: kind, data, fix, suggest });
    }
    for (const place of levelsOf(file).flatMap(alternatives)) {
      for (const { kind, level, meant = "" } of levelFaultsOf(place.is, demands, place)) {
        const data = { level, meant, levels: LEVELS.join(", ") };
        report({ at: place.at, messageId: kind, data });
      }
    }
  },
});

/** The levels that hooks write into what is recorded. */
function levelsOf({ hooks }: BreadcrumbFile): readonly Value[] {
  return hooks.flatMap(({ scrubbing }) => scrubbing?.levels ?? []);
}
