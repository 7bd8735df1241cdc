import { isWithin, type Breadcrumb, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { replaceText, rewriteText, Places } from "../src/edit/index.ts";
import { strings } from "../src/options.ts";
import { leakFinder, policyOf, type Leak, type LeakFinder } from "../src/sensitive-data/index.ts";
import { SENT_LEVELS } from "../src/sentry/data.ts";
import { filteredIn, type FilteredField, type FilteredText } from "../src/sentry/filtered.ts";
import { reword, rewordKey } from "../src/sentry/rewording.ts";
import { scrubber, type Scrubbed, type Scrubber } from "../src/sentry/scrubbing.ts";

export default defineBreadcrumbRule({
  name: "no-filtered-text",
  description: "Disallow words that make Sentry replace a breadcrumb's message or data",
  why: "The server may replace the whole string, depending on the project's settings in Sentry.",
  type: "problem",
  recommended: "warn",
  edits: "suggest",
  options: {
    words: strings([], "Further words that this project's settings in Sentry scrub."),
    allow: strings([], "Words or keys that this project's settings in Sentry do not scrub."),
  },
  messages: {
    message: "{{sentry}} replaces the whole message with `[Filtered]` because it contains `{{word}}`. {{instead}}",
    value:
      "{{sentry}} replaces the whole value of `{{key}}` with `[Filtered]` because it contains `{{word}}`. {{instead}}",
    text: "{{sentry}} replaces the value of `{{key}}` with `[Filtered]` because the key contains `{{word}}`. {{instead}}",
    dropped: "{{sentry}} drops the {{what}} under `{{key}}` because the key contains `{{word}}`. {{instead}}",
    lost: "{{sentry}} replaces or drops the value of `{{key}}` because the key contains `{{word}}`. {{instead}}",
    write: "Write “{{text}}”.",
    rename: "Call it `{{name}}`.",
  },
  checkFile({ file, options, settings, language, report }) {
    const scrubs = scrubber(options);
    const leaksOf = leakFinder(policyOf(settings.sensitiveData));
    const levels = language.cutsData === true ? SENT_LEVELS : Infinity;
    const reported = new Set<string>();
    const isRepeated = (constant: string) => reported.has(constant) || !reported.add(constant);

    for (const breadcrumb of file.breadcrumbs) {
      const { texts, fields } = filteredIn(breadcrumb, scrubs, levels);
      if (texts.length + fields.length === 0) continue;
      const leaks = certainLeaks(breadcrumb, leaksOf);

      for (const text of texts) {
        if (isLeaking(text, leaks) || isRepeated(constantOf(text))) continue;
        const { range, key } = text;
        const { instead, suggest } = rewordingOf(text, breadcrumb, scrubs);
        const data = { ...whyOf(text.scrubbed), instead };
        if (key === undefined) report({ at: { range }, messageId: "message", data, suggest });
        else report({ at: { range }, messageId: "value", data: { ...data, key }, suggest });
      }
      for (const field of fields) {
        const { at, key, lost } = field;
        if (holdsLeak(field, leaks) || isRepeated(String(at.range))) continue;
        const { instead, suggest } = renamingOf(field, breadcrumb, scrubs);
        const data = { ...whyOf(field.scrubbed), key, instead };
        if (lost === "text") report({ at, messageId: "text", data, suggest });
        else if (lost === "value") report({ at, messageId: "lost", data, suggest });
        else report({ at, messageId: "dropped", data: { ...data, what: lost }, suggest });
      }
    }
  },
});

/** What is personal or secret had better be replaced; `no-pii` reports that it leaves the device at all. */
function certainLeaks({ message, data }: Breadcrumb, leaksOf: LeakFinder): readonly Leak[] {
  return [message, data].flatMap((field) => (field ? leaksOf(field.value) : [])).filter(({ tier }) => tier === 1);
}

function isLeaking({ literals: [literal], field }: FilteredText, leaks: readonly Leak[]): boolean {
  return leaks.some((leak) => leak.source === literal || (field !== undefined && leak.field === field));
}

function holdsLeak({ field, value }: FilteredField, leaks: readonly Leak[]): boolean {
  const within = field?.range ?? value.range;
  return leaks.some(
    (leak) => (leak.field !== undefined && leak.field === field) || isWithin(leak.source.range, within),
  );
}

/** What several breadcrumbs may share: a text, which is one of its own under each key. */
function constantOf({ at, literals, key }: FilteredText): string {
  return key === undefined ? String((literals[0] ?? at).range) : `${key}: ${literals.map(({ text }) => text).join("")}`;
}

function whyOf({ isOwn, match }: Scrubbed) {
  return { sentry: isOwn ? "With this project's settings, Sentry" : "By default, Sentry", word: match };
}

/** Other words for a text that is one literal. */
function rewordingOf({ at, literals, open, shared }: FilteredText, { write }: Breadcrumb, scrubs: Scrubber) {
  const [literal, ...others] = literals;
  const rewording = literal && others.length === 0 ? reword(literal.text, open, scrubs) : undefined;
  if (literal === undefined || rewording === undefined) return { instead: "Use other words.", suggest: [] };
  const { text } = rewording;
  const edits = shared ? undefined : rewritten({ at, is: literal }, text, write);
  return {
    instead: `For example, say “${rewording.instead}”.`,
    suggest: edits ? [{ messageId: "write" as const, data: { text: text.trim() }, edits }] : [],
  };
}

/** At the literal, or at the definition of a name that nothing else reads. */
function rewritten({ at, is }: { readonly at: Value; readonly is: Value }, text: string, write: Breadcrumb["write"]) {
  return at === is ? replaceText(write, is, text) : rewriteText(write, { at, is }, text, new Places([at.range]));
}

/** Another name for a key that the file shows, where the record has none such. */
function renamingOf({ field, record, shared }: FilteredField, { write }: Breadcrumb, scrubs: Scrubber) {
  const name = field?.name === undefined ? undefined : rewordKey(field.name, scrubs);
  const isFree = record?.fields.every((other) => other.name !== name) === true;
  if (field === undefined || name === undefined || !isFree)
    return { instead: "Use another key, or send true or false.", suggest: [] };
  const edits = shared ? undefined : write.renameField?.(field, name);
  return {
    instead: `For example, call it \`${name}\`.`,
    suggest: edits ? [{ messageId: "rename" as const, data: { name }, edits }] : [],
  };
}
