import type { Scrubber } from "./scrubbing.ts";

/** Other words for those that Sentry scrubs, for prose: such as name the same thing. The first that fits decides. */
const TABLE: readonly (readonly [pattern: string, instead: string])[] = [
  ["unauthenticated", "signed-out"],
  ["re-?authenticated", "signed in again"],
  ["re-?authenticate", "sign in again"],
  ["re-?authenticating", "signing in again"],
  ["re-?authentication", "new sign-in"],
  ["authenticated", "signed in"],
  ["authenticate", "sign in"],
  ["authenticates", "signs in"],
  ["authenticating", "signing in"],
  ["authentication", "sign-in"],
  ["authentications", "sign-ins"],
  ["auth", "sign-in"],
  ["oauth2?", "provider sign-in"],
  ["unauthori[sz]ed", "refused"],
  ["authori[sz]ed", "permitted"],
  ["authori[sz]e", "permit"],
  ["authori[sz]es", "permits"],
  ["authori[sz]ing", "permitting"],
  ["authori[sz]ation(?! header)", "permission"],
  ["author", "writer"],
  ["authors", "writers"],
  ["co-?author", "co-writer"],
  ["co-?authors", "co-writers"],
  ["authored", "written"],
  ["authoring", "writing"],
  ["authentic", "genuine"],
  ["credentials", "sign-in details"],
  ["password|passwd", "pwd"],
  ["passwords", "pwds"],
  ["secretary", "assistant"],
  ["secretly", "silently"],
  ["api[-_]?key", "API key"],
  ["api[-_]?keys", "API keys"],
  ["private[-_]?key", "private key"],
  ["private[-_]?keys", "private keys"],
];

/** The marks behind `token` are what counts. */
const MARKED: readonly (readonly [pattern: string, instead: string])[] = [
  ["token: ", "token – "],
  ["tokens: ", "tokens – "],
  ["token[:=]", "token "],
  ["tokens[:=]", "tokens "],
];

/** Complete strings. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["otp", "one-time code"],
  ["two-factor", "second factor"],
  ["two_factor", "second factor"],
]);

/** The same for keys, word by word. */
const IN_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ["auth", ["sign", "in"]],
  ["authentication", ["sign", "in"]],
  ["oauth", ["sign", "in"]],
  ["author", ["writer"]],
  ["authors", ["writers"]],
  ["authorization", ["permission"]],
  ["credentials", ["sign", "in", "details"]],
]);

/** Tokens of a language model are counted, and may be called its usage. */
const COUNTED_TOKENS =
  /^((?:average|avg|cached|completion|current|input|max|output|prompt|reasoning|remaining|total|used)_?)?tokens$/i;

/** A piece of text in other words: all of it, and what stands in the place of the first word that Sentry scrubs. */
export interface Rewording {
  readonly text: string;
  readonly instead: string;
}

/** The search for words in prose, and their replacements; created on first use. */
let prose: { readonly pattern: RegExp; readonly instead: readonly (readonly [RegExp, string])[] } | undefined;

/**
 * Rewords a string so that Sentry does not scrub it.
 * @param text a literal text, or a fixed part of a template.
 * @param open whether something else stands right before or after it.
 * @returns undefined where no other wording is known for a word, or where a word is not one of a sentence: in paths,
 * identifiers and the like.
 */
export function reword(
  text: string,
  open: { readonly before: boolean; readonly after: boolean },
  scrubber: Scrubber,
): Rewording | undefined {
  const isWhole = !open.before && !open.after;
  const whole = isWhole ? WHOLE.get(text.toLowerCase()) : undefined;
  if (whole !== undefined) return { text: inCaseOf(text, whole), instead: inCaseOf(text, whole) };
  let first: string | undefined;
  prose ??= { pattern: prosePattern(), instead: [...TABLE, ...MARKED].map(wholeMatch) };
  const { pattern, instead: table } = prose;
  const reworded = text.replace(pattern, (match, word: string | undefined, offset: number) => {
    const endsOpen = open.after && word !== undefined && offset + match.length === text.length;
    if (endsOpen || (open.before && offset === 0)) return match;
    const instead = inCaseOf(match, table.find(([known]) => known.test(match))?.[1] ?? match);
    first ??= instead;
    return instead;
  });
  if (first === undefined || scrubber.inText(reworded, isWhole) !== undefined) return undefined;
  return { text: reworded, instead: first.trim() };
}

/** Another name for a key, in its own spelling; undefined where none is known. */
export function rewordKey(key: string, scrubber: Scrubber): string | undefined {
  // The header has this name, and no other.
  if (/authorization[-_]?header/i.test(key)) return undefined;
  const counted = COUNTED_TOKENS.exec(key);
  const renamed =
    counted === null
      ? withOtherWords(key)
      : `${counted[1] ?? ""}${inCaseOf(key.slice(counted[1]?.length ?? 0), "usage")}`;
  return renamed === key || scrubber.inKey(renamed) !== undefined ? undefined : renamed;
}

function withOtherWords(key: string): string {
  const [separator] = /[_.-]/.exec(key) ?? [""];
  return key.replace(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu, (word) => {
    const words = IN_KEYS.get(word.toLowerCase());
    if (words === undefined) return word;
    const joint = separator === "." ? "_" : separator;
    const [first = "", ...others] = words;
    if (joint !== "") return words.map((part) => inCaseOf(word, part)).join(joint);
    return [inCaseOf(word, first), ...others.map(capitalised)].join("");
  });
}

/** Words where they are words of a sentence: between spaces, quotes, and marks that end one. */
function prosePattern(): RegExp {
  const any = (table: typeof TABLE): string => table.map(([word]) => word).join("|");
  return new RegExp(
    String.raw`(?<=^|[\s"'“‘(\[])(?:(${any(TABLE)})(?=$|[\s"'”’)\],;!?…]|[.:](?:\s|$))|(?:${any(MARKED)}))`,
    "gi",
  );
}

function wholeMatch([word, instead]: (typeof TABLE)[number]): readonly [RegExp, string] {
  return [new RegExp(`^(?:${word})$`, "i"), instead];
}

function inCaseOf(model: string, text: string): string {
  if (model === model.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(model) ? capitalised(text) : text;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
