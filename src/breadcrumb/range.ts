/** A half-open span of the linted text, in UTF-16 code units from its start. */
export type Range = readonly [start: number, end: number];

/** Puts `text` in the place of a span of the linted text; an empty span inserts, an empty text removes. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
