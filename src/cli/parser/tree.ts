import { firstFrom } from "../../ordered.ts";

/** What Babel and ESTree have in common of a node; what a node holds besides depends on its type. */
export interface TreeNode {
  type: string;
  range: [number, number];
  loc: Location;
  [property: string]: unknown;
}

/** Lines from 1, columns from 0. */
export interface Position {
  line: number;
  column: number;
}

export interface Location {
  start: Position;
  end: Position;
}

/** Where something is, as nodes, tokens and comments say it. */
export interface Place {
  range: [number, number];
  loc: Location;
}

export function isNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

/** A text whose offsets can be turned into lines and columns. */
export class LocatedText {
  readonly text: string;
  /** Where each line but the first begins. */
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** @param start, end UTF-16 offsets */
  place(start: number, end: number): Place {
    return { range: [start, end], loc: { start: this.position(start), end: this.position(end) } };
  }

  position(offset: number): Position {
    this.#lineStarts ??= lineStartsOf(this.text);
    const before = firstFrom(offset + 1, this.#lineStarts, (start) => start);
    return { line: before + 1, column: offset - (this.#lineStarts[before - 1] ?? 0) };
  }
}

function lineStartsOf(text: string): readonly number[] {
  return [...text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)].map((end) => end.index + end[0].length);
}
