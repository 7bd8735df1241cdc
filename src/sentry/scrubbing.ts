/**
 * What Sentry's server replaces by default, by words in texts and keys.
 *
 * Sources: getsentry/relay, `relay-pii/src/regexes.rs` (`PASSWORD_KEY_REGEX`, on keys and texts, and `TOKEN_KEY_REGEX`,
 * on keys, both without regard to case), `relay-pii/src/convert.rs` (they are applied to all texts, numbers, lists and
 * objects of an event but a few), `relay-pii/src/processor.rs` (a text with a match is replaced as a whole, what is no
 * text under a matching key is deleted; booleans and the texts "true", "false", "null" and "undefined" stay), and
 * `relay-event-schema/src/protocol/breadcrumb.rs` (of a breadcrumb, `message` and `data` are scrubbed).
 */

interface Word {
  /** As Sentry's documentation lists it, and the option `allow` names it. */
  readonly name: string;
  readonly inText: RegExp;
  readonly inKey: RegExp;
}

const WORDS: readonly Word[] = [
  ...["password", "secret", "passwd", "apikey", "auth", "credentials", "mysql_pwd", "privatekey"].map(wordOf),
  { name: "api_key", inText: /api[-_]key/gi, inKey: /api[-_]key/gi },
  { name: "private_key", inText: /private[-_]key/gi, inKey: /private[-_]key/gi },
  // Of `token[^\s]*[:=]`, as much as tells that it fits.
  { name: "token", inText: /token[^\s:=]*[:=]/gi, inKey: /token/gi },
  { name: "otp", inText: /^otp$/gi, inKey: /^otp$/gi },
  { name: "two_factor", inText: /^two[-_]factor$/gi, inKey: /^two[-_]factor$/gi },
];

/** Longer texts are data, not words. */
const LONGEST_TEXT = 10_000;

/** A word in a text or key for which Sentry scrubs. Offsets are UTF-16 code units in the text. */
export interface Scrubbed {
  /** What Sentry looks for, as it is written there: `Auth`, `token:`. */
  readonly match: string;
  /** The word around it: `Authenticated`. */
  readonly start: number;
  readonly end: number;
  /** Whether the project says so, and not Sentry by default. */
  readonly isOwn: boolean;
}

export interface Scrubber {
  /** @param isWhole whether the text is all there is, so that words which have to be alone count. */
  readonly inText: (text: string, isWhole: boolean) => Scrubbed | undefined;
  readonly inKey: (key: string) => Scrubbed | undefined;
}

/**
 * Finds the first word in a text or key for which Sentry's server scrubs.
 * @param settings.words further words of the project (its “Additional Sensitive Fields”), found anywhere in a text.
 * @param settings.allow what the project's settings let pass: words of Sentry's list, whole words and keys.
 */
export function scrubber(settings: { readonly words: readonly string[]; readonly allow: readonly string[] }): Scrubber {
  const allowed = new Set(settings.allow.map((word) => word.toLowerCase()));
  const words = [
    ...WORDS.map((word) => ({ ...word, isOwn: false })),
    ...settings.words.map((name) => ({ ...wordOf(name), isOwn: true })),
  ].filter(({ name }) => !allowed.has(name.toLowerCase()));

  // Most texts hold none of the words: one search tells.
  const any = new RegExp(words.flatMap(({ inText, inKey }) => [inText.source, inKey.source]).join("|") || "^\\b$", "i");

  function first(text: string, patternOf: (word: Word) => RegExp, isWhole: boolean): Scrubbed | undefined {
    if (text.length > LONGEST_TEXT || !any.test(text)) return undefined;
    let found: Scrubbed | undefined;
    for (const word of words) {
      const pattern = patternOf(word);
      if (!isWhole && pattern.source.startsWith("^")) continue;
      for (const match of text.matchAll(pattern)) {
        if (found !== undefined && found.start <= match.index) break;
        const place = around(text, match.index, match.index + match[0].length);
        if (allowed.has(text.slice(place.start, place.end).toLowerCase())) continue;
        found = { match: match[0], ...place, isOwn: word.isOwn };
        break;
      }
    }
    return found;
  }

  return {
    inText: (text, isWhole) => first(text, ({ inText }) => inText, isWhole),
    inKey: (key) => (allowed.has(key.toLowerCase()) ? undefined : first(key, ({ inKey }) => inKey, true)),
  };
}

/** Texts that Sentry leaves alone under any key. */
export function isUntouched(text: string): boolean {
  return ["", "true", "false", "null", "undefined"].includes(text);
}

function wordOf(name: string): Word {
  const pattern = new RegExp(name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "gi");
  return { name, inText: pattern, inKey: pattern };
}

/** The letters and digits around a match belong to its word. */
function around(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const head = text.slice(Math.max(0, start - 100), start);
  const before = head.length - head.search(/[\p{L}\p{N}]*$/u);
  const isOpen = /[\p{L}\p{N}]$/u.test(text.slice(start, end));
  const after = isOpen ? text.slice(end, end + 100).search(/[^\p{L}\p{N}]|$/u) : 0;
  return { start: start - before, end: end + after };
}
