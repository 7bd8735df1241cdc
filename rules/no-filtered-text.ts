import { AUTOMATIC_OPTION, defineBreadcrumbRule } from "../src/define-rule.ts";
import { certainLeaks, constantOf, holdsLeak, isLeaking, renamingOf, rewordingOf } from "../src/filtered-report.ts";
import { strings } from "../src/options.ts";
import { leakFinder, policyOf } from "../src/sensitive-data/index.ts";
import { SENT_LEVELS } from "../src/sentry/data.ts";
import { breadcrumbOf } from "../src/sentry/doors.ts";
import { filteredIn } from "../src/sentry/filtered.ts";
import { scrubber, type Scrubbed } from "../src/sentry/scrubbing.ts";

export default defineBreadcrumbRule({
  name: "no-filtered-text",
  description: "Disallow words that make Sentry replace a breadcrumb's message or data",
  why: "The server may replace the whole string, depending on the project's settings in Sentry.",
  type: "problem",
  recommended: "warn",
  strict: { automatic: true },
  edits: "suggest",
  options: {
    words: strings([], "Further words that this project's settings in Sentry scrub."),
    allow: strings([], "Words or keys that this project's settings in Sentry do not scrub."),
    ...AUTOMATIC_OPTION,
  },
  messages: {
    message:
      "{{sentry}} replaces the whole message{{of}} with `[Filtered]` because it contains `{{word}}`. {{instead}}",
    value:
      "{{sentry}} replaces the whole value of `{{key}}` with `[Filtered]` because it contains `{{word}}`. {{instead}}",
    text: "{{sentry}} replaces the value of `{{key}}` with `[Filtered]` because the key contains `{{word}}`. {{instead}}",
    dropped: "{{sentry}} drops the {{what}} under `{{key}}` because the key contains `{{word}}`. {{instead}}",
    lost: "{{sentry}} replaces or drops the value of `{{key}}` because the key contains `{{word}}`. {{instead}}",
    write: "Write “{{text}}”.",
    rename: "Call it `{{name}}`.",
  },
  checkFile({ file, automatic, options, settings, language, report }) {
    const scrubs = scrubber(options);
    const leaksOf = leakFinder(policyOf(settings.sensitiveData));
    const levels = language.cutsData === true ? SENT_LEVELS : Infinity;
    const reported = new Set<string>();
    const isRepeated = (constant: string) => reported.has(constant) || !reported.add(constant);

    for (const breadcrumb of [...file.breadcrumbs, ...automatic]) {
      const { texts, fields } = filteredIn(breadcrumb, scrubs, levels);
      if (texts.length + fields.length === 0) continue;
      // What is personal or secret had better be replaced; `no-pii` reports that it leaves the device at all.
      const leaks = certainLeaks(breadcrumb, leaksOf);

      const of = "door" in breadcrumb ? ` of ${breadcrumbOf(breadcrumb)}` : "";
      // What a console argument is for the message, it is for the data.
      const places = new Set<string>();
      for (const text of texts) {
        if (isLeaking(text, leaks) || isRepeated(constantOf(text))) continue;
        if (places.has(String(text.range))) continue;
        places.add(String(text.range));
        const { key } = text;
        const { instead, suggest } = rewordingOf(text, breadcrumb, scrubs);
        const data = { ...whyOf(text.scrubbed), instead };
        if (key === undefined) report({ at: text, messageId: "message", data: { ...data, of }, suggest });
        else report({ at: text, messageId: "value", data: { ...data, key }, suggest });
      }
      for (const field of fields) {
        const { at, key, lost } = field;
        if (holdsLeak(field, leaks) || isRepeated(String(at.range))) continue;
        const { instead, suggest } = renamingOf(field, breadcrumb, scrubs);
        const messageId = lost === "text" ? "text" : lost === "value" ? "lost" : "dropped";
        const data = { ...whyOf(field.scrubbed), key, instead, what: lost };
        report({ at, messageId, data, suggest });
      }
    }
  },
});

function whyOf({ isOwn, match }: Scrubbed) {
  return { sentry: isOwn ? "With this project's settings, Sentry" : "By default, Sentry", word: match };
}
