import { abbreviations, fusedSpellings, irregularPlurals, splitSpellings } from "./vocabulary.ts";

/** Longer identifiers are generated or encoded, not written by a person. */
const longestName = 128;

/**
 * One word of an identifier: an acronym with its plural (`IDs`), an acronym, a capitalised or lower-case
 * word, a word of a script without case, a number. Every alternative consumes what it scans, so the time is
 * linear.
 */
const pieces = /\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lo}\p{Lt}\p{Lm}]+|\p{Nd}+/gu;

/** The longest run of pieces that `splitSpellings` joins again (`i 18 n`). */
const longestSplit = 3;

/**
 * The words of a name in order and in lower case: `userIPAddress`, `user_ip_address`, `USER-IP-ADDRESS` and
 * `user.ipaddress` all give `user ip address`. Spellings that people fuse are taken apart (`firstname`),
 * spellings that only look like several words are put together (`eMail`, `OAuth`, `md5`). Names over 128
 * characters have no words, and accents do not count.
 */
export function wordsOf(name: string): readonly string[] {
  if (name.length > longestName) return [];
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : name
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replaceAll("ß", "ss");
  const parts = Array.from(plain.matchAll(pieces), ([piece]) => piece.toLowerCase());
  const words: string[] = [];
  for (let at = 0; at < parts.length;) {
    const { word, taken } = joinedAt(parts, at);
    words.push(...(fused(word) ?? [word]));
    at += taken;
  }
  return words;
}

/**
 * The form under which the vocabulary knows a word: abbreviations written out (`pwd`), the singular
 * (`emails`).
 */
export function canonical(word: string): string {
  const single = singular(word);
  return abbreviations.get(word) ?? abbreviations.get(single) ?? single;
}

/** Whether the word stands for several things. */
export function isPlural(word: string): boolean {
  return singular(word) !== word;
}

function joinedAt(parts: readonly string[], at: number): { word: string; taken: number } {
  for (let taken = longestSplit; taken > 1; taken--) {
    const word = splitSpellings.get(parts.slice(at, at + taken).join(" "));
    if (word !== undefined) return { word, taken };
  }
  return { word: parts[at] ?? "", taken: 1 };
}

function fused(word: string): readonly string[] | undefined {
  const words = fusedSpellings.get(word);
  if (words !== undefined) return words;
  const single = fusedSpellings.get(singular(word));
  return single && [...single.slice(0, -1), `${single.at(-1)}s`];
}

/**
 * English plurals as far as identifiers use them; words of three letters (`gps`, `sms`, `aws`) are mostly
 * acronyms.
 */
function singular(word: string): string {
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|sh|tch)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
