import { isWithin, type AutomaticBreadcrumb, type Breadcrumb, type Value } from "./breadcrumb/index.ts";
import { Places, replaceText, rewriteText } from "./edit/index.ts";
import type { Leak, LeakFinder } from "./sensitive-data/index.ts";
import type { FilteredField, FilteredText } from "./sentry/filtered.ts";
import { reword, rewordKey } from "./sentry/rewording.ts";
import type { Scrubber } from "./sentry/scrubbing.ts";

type Recorded = Pick<Breadcrumb | AutomaticBreadcrumb, "data" | "message" | "write">;

/** What a breadcrumb's message and data carry that is surely personal or secret. */
export function certainLeaks({ message, data }: Recorded, leaksOf: LeakFinder): readonly Leak[] {
  return [message, data].flatMap((field) => (field ? leaksOf(field.value) : [])).filter(({ tier }) => tier === 1);
}

/** Whether a filtered text is one of some leaks. */
export function isLeaking({ literals: [literal], field }: FilteredText, leaks: readonly Leak[]): boolean {
  return leaks.some((leak) => leak.source === literal || (field !== undefined && leak.field === field));
}

/** Whether a filtered field holds one of some leaks. */
export function holdsLeak({ field, value }: FilteredField, leaks: readonly Leak[]): boolean {
  const within = field?.range ?? value.range;
  return leaks.some(
    (leak) => (leak.field !== undefined && leak.field === field) || isWithin(leak.source.range, within),
  );
}

/** What several breadcrumbs may share: a text, which is one of its own under each key. */
export function constantOf({ at, literals, key }: FilteredText): string {
  return key === undefined ? String((literals[0] ?? at).range) : `${key}: ${literals.map(({ text }) => text).join("")}`;
}

/** Other words for a text that is one literal. */
export function rewordingOf({ at, literals, open, shared }: FilteredText, { write }: Recorded, scrubs: Scrubber) {
  const [literal, ...others] = literals;
  const rewording = literal && others.length === 0 ? reword(literal.text, open, scrubs) : undefined;
  if (literal === undefined || rewording === undefined) return { instead: "Use other words.", suggest: [] };
  const { text } = rewording;
  const edits = shared ? undefined : rewritten({ at, is: literal }, text, write);
  return {
    instead: `For example, say “${rewording.instead}”.`,
    suggest: [{ messageId: "write" as const, data: { text: text.trim() }, edits }],
  };
}

/** At the literal, or at the definition of a name that nothing else reads. */
function rewritten({ at, is }: { readonly at: Value; readonly is: Value }, text: string, write: Breadcrumb["write"]) {
  return at === is ? replaceText(write, is, text) : rewriteText(write, { at, is }, text, new Places([at.range]));
}

/** Another name for a key that the file shows, where the record has none such. */
export function renamingOf({ field, record, shared }: FilteredField, { write }: Recorded, scrubs: Scrubber) {
  const name = field?.name === undefined ? undefined : rewordKey(field.name, scrubs);
  const isFree = record?.fields.every((other) => other.name !== name) === true;
  if (field === undefined || name === undefined || !isFree)
    return { instead: "Use another key, or send true or false.", suggest: [] };
  const edits = shared ? undefined : write.renameField?.(field, name);
  return {
    instead: `For example, call it \`${name}\`.`,
    suggest: [{ messageId: "rename" as const, data: { name }, edits }],
  };
}
