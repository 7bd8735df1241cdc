/**
 * What Sentry's server replaces by default, by words in texts and keys.
 *
 * Sources: getsentry/relay, `relay-pii/src/regexes.rs` (`PASSWORD_KEY_REGEX`, on keys and texts, and `TOKEN_KEY_REGEX`,
 * on keys, both without regard to case), `relay-pii/src/convert.rs` (they are applied to all texts, numbers, lists and
 * objects of an event but a few), `relay-pii/src/processor.rs` (a text with a match is replaced as a whole, what is no
 * text under a matching key is deleted; booleans and the texts "true", "false", "null" and "undefined" stay; a list of
 * two is read as a key and its value), and `relay-event-schema/src/protocol/breadcrumb.rs` (of a breadcrumb, `message`
 * and `data` are scrubbed). `@userpath:filter`, which the list of default rules names, is defined nowhere
 * (`builtin.rs`), and such a rule is left out (`compiledconfig.rs`): paths below `/users/` and `/home/` stay.
 */

interface Word {
  /** As Sentry's documentation lists it, and the option `allow` names it. */
  readonly name: string;
  readonly inText: RegExp;
  readonly inKey: RegExp;
}

const WORDS: readonly Word[] = [
  ...["password", "secret", "passwd", "apikey", "auth", "credentials", "mysql_pwd", "privatekey"].map(wordOf),
  { name: "api_key", inText: /api[-_]key/giu, inKey: /api[-_]key/giu },
  { name: "private_key", inText: /private[-_]key/giu, inKey: /private[-_]key/giu },
  // Of `token[^\s]*[:=]`, as much as tells that it fits.
  { name: "token", inText: /token[^\s:=]*[:=]/giu, inKey: /token/giu },
  { name: "otp", inText: /^otp$/giu, inKey: /^otp$/giu },
  { name: "two_factor", inText: /^two[-_]factor$/giu, inKey: /^two[-_]factor$/giu },
];

/** What the server replaces alone, before it searches for the words. */
const BEARER = /\bBearer\s+\S+/giu;

/** The countries whose account numbers the server knows. */
const COUNTRIES =
  "AD|AE|AL|AO|AT|AZ|BA|BE|BF|BG|BH|BI|BJ|BR|BY|CF|CG|CH|CI|CM|CR|CV|CY|CZ|DE|DJ|DK|DO|DZ|EE|EG|ES|FI|FO|FR|GA|GB|GE|GI|GL|GQ|GR|GT|GW|HN|HR|HU|IE|IL|IQ|IR|IS|IT|JO|KM|KW|KZ|LB|LC|LI|LT|LU|LV|LY|MA|MC|MD|ME|MG|MK|ML|MR|MT|MU|MZ|NE|NI|NL|NO|PK|PL|PS|PT|QA|RO|RS|RU|SA|SC|SE|SI|SK|SM|SN|ST|SV|TD|TG|TL|TN|TR|UA|VA|VG|XK";

/**
 * What the server replaces alone, behind what it keeps of a match (`CREDITCARD_REGEX`, `IBAN_REGEX`,
 * `BEARER_TOKEN_REGEX`, `PEM_KEY_REGEX` and `US_SSN_REGEX` of the same file, `@urlauth:legacy` of `builtin.rs`).
 */
const CUT: readonly RegExp[] = [
  /\b(?:3[47]\d|4\d{3}|5[1-5]\d\d|65\d\d|6011)(?:[-\s]?\d){12}\b/gu,
  new RegExp(String.raw`\b(?:${COUNTRIES})\d{2}[a-zA-Z0-9]{11,29}\b`, "gu"),
  BEARER,
  /(?<kept>-----BEGIN[A-Z ]+(?:PRIVATE|PUBLIC) KEY-----[\t ]*\r?\n?).+?(?=\r?\n?-----END[A-Z ]+(?:PRIVATE|PUBLIC) KEY-----)/gsu,
  /(?<kept>\b(?:[a-z0-9]+:)?\/\/[a-zA-Z0-9%_.-]+:)[a-zA-Z0-9%_.-]+(?=@)/gu,
  /\b\d{3}-\d{2}-\d{4}\b/gu,
];

/** The end of a string that a token may follow. */
const OPEN_BEARER = /\bBearer(?:\s+\S*)?$/iu;

/** Longer strings are data, not prose. */
const LONGEST_TEXT = 10_000;

/** A word in a string or key for which Sentry scrubs. Offsets are UTF-16 code units in the string. */
export interface Scrubbed {
  /** The word as written: `Auth`, `token:`. */
  readonly match: string;
  /** The word around it: `Authenticated`. */
  readonly start: number;
  readonly end: number;
  /** Whether the project says so, and not Sentry by default. */
  readonly isOwn: boolean;
}

export interface Scrubber {
  /**
   * @param isWhole whether the text is all there is, so that words which have to be alone count.
   * @param before what stands right before it, as far as that is known.
   */
  readonly inText: (text: string, isWhole: boolean, before?: string) => Scrubbed | undefined;
  /** @param isWhole whether it is the whole key, which is the default. */
  readonly inKey: (key: string, isWhole?: boolean) => Scrubbed | undefined;
}

/**
 * Finds the first word in a string or key for which Sentry's server scrubs.
 * @param settings.words further words of the project (its “Additional Sensitive Fields”), found anywhere in a text.
 * @param settings.allow what the project's settings let pass: words of Sentry's list, whole words and keys.
 */
export function scrubber(settings: { readonly words: readonly string[]; readonly allow: readonly string[] }): Scrubber {
  const allowed = new Set(settings.allow.map((word) => word.toLowerCase()));
  const words = [
    ...WORDS.map((word) => ({ ...word, isOwn: false })),
    ...settings.words.map((name) => ({ ...wordOf(name), isOwn: true })),
  ].filter(({ name }) => !allowed.has(name.toLowerCase()));

  // Most strings contain none of the words; one search is enough for them.
  const any = new RegExp(
    words.flatMap(({ inText, inKey }) => [inText.source, inKey.source]).join("|") || "^\\b$",
    "iu",
  );

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
    inText: (text, isWhole, before = "") => first(withoutBearer(text, before), ({ inText }) => inText, isWhole),
    inKey: (key, isWhole = true) =>
      allowed.has(key.toLowerCase()) ? undefined : first(key, ({ inKey }) => inKey, isWhole),
  };
}

/** A text with another in place of each part that the server replaces alone. */
export function cutText(text: string, by: string): string {
  const cut = (...match: readonly unknown[]): string => ((match.at(-1) as { kept?: string }).kept ?? "") + by;
  return CUT.reduce((rest, pattern) => rest.replace(pattern, cut), text);
}

/** As much of the end of a text as tells whether a token begins there. */
export function openBearer(text: string): string {
  return OPEN_BEARER.exec(text)?.[0] ?? "";
}

function withoutBearer(text: string, before: string): string {
  const start = openBearer(before);
  return (start + text).replace(BEARER, (match) => "\0".repeat(match.length)).slice(start.length);
}

/** Strings that Sentry never replaces. */
export function isUntouched(text: string): boolean {
  return ["", "true", "false", "null", "undefined"].includes(text);
}

function wordOf(name: string): Word {
  const pattern = new RegExp(name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "giu");
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
