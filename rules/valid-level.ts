import { alternatives } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { replaceMembers, replaceText, rewriteText, MembersOfNames, Places } from "../src/edit/index.ts";
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
    const places = file.breadcrumbs.flatMap(({ level, write }) =>
      level === undefined
        ? []
        : alternatives(level.value).map((place) => ({ ...place, write, faults: levelFaultsOf(place.is, demands) })),
    );
    const uses = new Places(places.map(({ at }) => at.range));
    const severities = new MembersOfNames(
      places.flatMap(({ at, is, faults }) => (at === is ? faults.flatMap(({ severity }) => severity ?? []) : [])),
    );
    const levels = LEVELS.join(", ");
    for (const { at, is, sole, write, faults } of places) {
      for (const { kind, level, meant, instead, severity } of faults) {
        const fix =
          severity && at === is
            ? replaceMembers(write, severity, severities)
            : meant && rewriteText(write, { at, is }, meant, uses);
        const offers = fix === undefined && sole ? instead : [];
        const suggest = offers.map((level) => ({
          messageId: "use" as const,
          data: { level },
          edits: replaceText(write, at, level),
        }));
        const data = { level, meant: meant ?? "", levels };
        report({ at, messageId: kind, data, fix, suggest });
      }
    }
  },
});
