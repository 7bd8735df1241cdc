import { distance } from "fastest-levenshtein";

/**
 * The words of an array of which a string may be a misspelling, closest first.
 * @param most how many to return at the most.
 * @returns those within a third of the longer word's length, so that short words are not confused.
 */
export function closest<Word extends string>(text: string, words: Iterable<Word>, most = 3): Word[] {
  const plain = text.toLowerCase();
  const near: { word: Word; edits: number }[] = [];
  for (const word of words) {
    const allowed = Math.floor(Math.max(plain.length, word.length) / 3);
    if (Math.abs(plain.length - word.length) > allowed) continue;
    const edits = distance(plain, word.toLowerCase());
    if (edits <= allowed) near.push({ word, edits });
  }
  return near
    .sort((one, other) => one.edits - other.edits)
    .slice(0, most)
    .map(({ word }) => word);
}

/**
 * The word of an array that is one typo away from a string: another case, whitespace around it, one letter too many,
 * missing or wrong, two adjacent letters swapped.
 * @returns undefined where there is none, or more than one; words of three letters are too short to be told apart.
 */
export function typoOf<Word extends string>(text: string, words: Iterable<Word>): Word | undefined {
  const plain = text.trim().toLowerCase();
  const near: Word[] = [];
  for (const word of words) {
    const other = word.toLowerCase();
    if (plain === other) return word;
    const isLong = Math.min(plain.length, other.length) > 3;
    if (isLong && (distance(plain, other) === 1 || isSwapped(plain, other))) near.push(word);
  }
  return near.length === 1 ? near[0] : undefined;
}

function isSwapped(text: string, word: string): boolean {
  let at = 0;
  while (at < text.length && text[at] === word[at]) at++;
  return text[at] === word[at + 1] && text[at + 1] === word[at] && text.slice(at + 2) === word.slice(at + 2);
}
