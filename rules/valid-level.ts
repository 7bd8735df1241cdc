import { alternatives, textOf, type Breadcrumb, type MemberValue, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { replaceMembers, replaceText, rewriteText } from "../src/edit/index.ts";
import { flag } from "../src/options.ts";
import { levelFaultOf, LEVELS, levelOfNumber, meantLevel, type Level } from "../src/sentry/levels.ts";

export default defineBreadcrumbRule({
  name: "valid-level",
  description: "Require breadcrumb levels that Sentry knows",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  languages: ["javascript", "rust"],
  options: {
    allowLog: flag(true, "Whether the level `log` may be used, which Sentry shows as info."),
  },
  messages: {
    meant: "Sentry does not know the level `{{level}}`, drops it and shows the breadcrumb as info. Use `{{meant}}`.",
    unknown:
      "Sentry does not know the level {{level}}, drops it and shows the breadcrumb as info. Use one of {{levels}}.",
    renamed: "`{{level}}` has left the SDKs; only Sentry's server still takes it, as `{{meant}}`. Use `{{meant}}`.",
    unparsed: "The SDK has no level `{{level}}`: parsing it fails. Use one of {{levels}}.",
    number: "Sentry's server reads the level {{number}} by Python's scale, as `{{meant}}`. Use the word that is meant.",
    removed: "`Severity` has left the SDKs with version 8, where reading `{{member}}` throws. Use the text `{{meant}}`.",
    log: "Sentry shows the level `log` as info, and the React Native SDK records it as debug. Use the one that is meant.",
    use: "Use `{{level}}`.",
  },
  checkFile({ file, options, report }) {
    const places = file.breadcrumbs.flatMap(placesOf);
    const ranges = places.map(({ at }) => at.range);
    const members = places.flatMap(({ at, is }) => (at === is ? severityOf(is) : []));
    const levels = LEVELS.join(", ");
    for (const { at, is, sole, write } of places) {
      const texts = textsOf(is);
      const use = (instead: readonly Level[]) =>
        (sole && texts.length <= 1 ? instead : []).map((level) => ({
          messageId: "use" as const,
          data: { level },
          edits: replaceText(write, at, level),
        }));

      for (const level of texts) {
        const fault = levelFaultOf(level, options.allowLog);
        if (fault === undefined) continue;
        const { kind, instead } = fault;
        const [meant] = kind === "meant" || kind === "renamed" ? instead : [];
        const fix = meant && rewriteText(write, { at, is }, meant, ranges);
        const edits = { fix, suggest: fix ? [] : use(instead) };
        if (kind === "log") report({ at, messageId: "log", ...edits });
        else if (file.levels === "type") report({ at, messageId: "unparsed", data: { level, levels }, ...edits });
        else if (meant === undefined) report({ at, messageId: "unknown", data: { level: `\`${level}\``, levels }, ...edits });
        else report({ at, messageId: kind === "renamed" ? "renamed" : "meant", data: { level, meant }, ...edits });
      }
      if (is.kind === "number") {
        const number = is.source;
        const meant = levelOfNumber(is.number);
        if (meant === undefined) report({ at, messageId: "unknown", data: { level: number, levels } });
        else report({ at, messageId: "number", data: { number, meant }, suggest: use([meant]) });
      }
      for (const severity of severityOf(is)) {
        const fix = at === is ? replaceMembers(write, severity, members) : undefined;
        const data = { member: is.source, meant: severity.text };
        report({ at, messageId: "removed", data, fix, suggest: fix ? [] : use([severity.text]) });
      }
    }
  },
});

function placesOf({ level, write }: Breadcrumb) {
  return level === undefined ? [] : alternatives(level.value).map((place) => ({ ...place, write }));
}

function textsOf(value: Value): readonly string[] {
  const text = textOf(value);
  if (text !== undefined) return [text];
  return value.type?.kind === "literals" ? value.type.literals : [];
}

/** A member of the enum that the SDKs exported up to version 7, and the level that it stands for. */
function severityOf(value: Value): { member: MemberValue; text: Level }[] {
  if (value.kind !== "member" || value.sdk?.at(-2) !== "Severity") return [];
  const text = meantLevel(value.name ?? "");
  return text === undefined ? [] : [{ member: value, text }];
}
