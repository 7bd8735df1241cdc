import { isWithin, type Breadcrumb, type TextValue, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { replaceText, rewriteText } from "../src/edit/index.ts";
import { strings } from "../src/options.ts";
import { leakFinder, policyOf } from "../src/sensitive-data/index.ts";
import { SENT_LEVELS } from "../src/sentry/data.ts";
import { filteredIn } from "../src/sentry/filtered.ts";
import { reword, rewordKey } from "../src/sentry/rewording.ts";
import { scrubber } from "../src/sentry/scrubbing.ts";

export default defineBreadcrumbRule({
  name: "no-filtered-text",
  description: "Disallow words for which Sentry replaces a breadcrumb's message or data",
  why: "The server may replace the whole text; which texts depends on a project's settings there.",
  type: "problem",
  recommended: "warn",
  edits: "suggest",
  options: {
    words: strings([], "Further words for which this project's settings in Sentry scrub."),
    allow: strings([], "Words or keys that this project's settings in Sentry let pass."),
  },
  messages: {
    message: "{{sentry}} replaces the whole message by `[Filtered]`, because it contains `{{word}}`. {{instead}}",
    value:
      "{{sentry}} replaces the whole value of `{{key}}` by `[Filtered]`, because it contains `{{word}}`. {{instead}}",
    text: "{{sentry}} replaces what stands under `{{key}}` by `[Filtered]`, because the key contains `{{word}}`. {{instead}}",
    dropped: "{{sentry}} drops the {{what}} under `{{key}}`, because the key contains `{{word}}`. {{instead}}",
    lost: "{{sentry}} replaces or drops what stands under `{{key}}`, because the key contains `{{word}}`. {{instead}}",
    write: "Write “{{text}}”.",
    rename: "Call it `{{name}}`.",
  },
  checkFile({ file, options, settings, report }) {
    const scrubs = scrubber(options);
    const leaksOf = leakFinder(policyOf(settings.sensitiveData));
    const levels = file.language === "javascript" ? SENT_LEVELS : Infinity;
    const reported = new Set<string>();
    const isRepeated = (constant: string) => reported.has(constant) || !reported.add(constant);

    for (const breadcrumb of file.breadcrumbs) {
      const { texts, fields } = filteredIn(breadcrumb, scrubs, levels);
      if (texts.length + fields.length === 0) continue;
      // What is personal or secret had better be replaced; no-pii reports that it leaves the device at all.
      const leaks = [breadcrumb.message, breadcrumb.data]
        .flatMap((field) => (field ? leaksOf(field.value) : []))
        .filter(({ tier }) => tier === 1);

      for (const { at, literals, range, scrubbed, open, key, field, shared } of texts) {
        const [literal, ...others] = literals;
        if (leaks.some((leak) => leak.source === literal || (field !== undefined && leak.field === field))) continue;
        const text = literals.map((part) => part.text).join("");
        if (isRepeated(key === undefined ? String((literal ?? at).range) : `${key}: ${text}`)) continue;
        const single = others.length === 0 ? literal : undefined;
        const rewording = single && reword(single.text, open, scrubs);
        const instead =
          rewording === undefined ? "Say it in other words." : `Say “${rewording.instead}”, for instance.`;
        const data = { sentry: who(scrubbed.isOwn), word: scrubbed.match, instead };
        const edits = single && rewording && !shared && rewritten(breadcrumb, at, single, rewording.text);
        const suggest = edits ? [{ messageId: "write" as const, data: { text: rewording.text.trim() }, edits }] : [];
        if (key === undefined) report({ at: { range }, messageId: "message", data, suggest });
        else report({ at: { range }, messageId: "value", data: { ...data, key }, suggest });
      }
      for (const { at, key, value, field, record, scrubbed, lost, shared } of fields) {
        const within = field?.range ?? value.range;
        if (leaks.some((leak) => leak.field !== undefined && leak.field === field)) continue;
        if (leaks.some((leak) => isWithin(leak.source.range, within))) continue;
        if (isRepeated(String(at.range))) continue;
        const name = field?.name === undefined ? undefined : rewordKey(field.name, scrubs);
        const isFree = name !== undefined && record?.fields.every((other) => other.name !== name) === true;
        const instead = isFree
          ? `Call it \`${name}\`, for instance.`
          : "Call it something else, or send true or false.";
        const data = { sentry: who(scrubbed.isOwn), word: scrubbed.match, key, instead };
        const edits = field && isFree && !shared ? breadcrumb.write.renameField?.(field, name) : undefined;
        const suggest = edits && name !== undefined ? [{ messageId: "rename" as const, data: { name }, edits }] : [];
        if (lost === "text") report({ at, messageId: "text", data, suggest });
        else if (lost === "value") report({ at, messageId: "lost", data, suggest });
        else report({ at, messageId: "dropped", data: { ...data, what: lost }, suggest });
      }
    }
  },
});

function who(isOwn: boolean): string {
  return isOwn ? "By this project's settings Sentry" : "By default Sentry";
}

/** At the literal, or at the definition of a name that nothing else reads. */
function rewritten({ write }: Breadcrumb, at: Value, literal: TextValue, text: string) {
  return at === literal ? replaceText(write, literal, text) : rewriteText(write, { at, is: literal }, text, [at.range]);
}
