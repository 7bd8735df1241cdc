/** A half-open range of the source, in UTF-16 code units from its start. */
export type Range = readonly [start: number, end: number];

/** Replaces a range of the source with `text`; an empty range inserts, an empty `text` removes. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
