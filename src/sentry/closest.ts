import { distance } from "fastest-levenshtein";

/**
 * The words of a list that a text may be a misspelling of, closest first.
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
