import { firstFrom } from "../../ordered.ts";

/** Turns UTF-16 offsets of a text into lines and columns from 1, as ESLint prints them, and back. */
export class Lines {
  /** Where each line but the first begins. */
  readonly #starts: readonly number[];

  /**
   * @param text without a byte order mark.
   * @param lineEnd what ends a line in the language of the text.
   */
  constructor(text: string, lineEnd: RegExp) {
    this.#starts = [...text.matchAll(lineEnd)].map((end) => end.index + end[0].length);
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    const line = firstFrom(offset + 1, this.#starts, (start) => start) + 1;
    return { line, column: offset - this.#startOf(line) + 1 };
  }

  offset({ line, column }: { readonly line: number; readonly column: number }): number {
    return this.#startOf(line) + column - 1;
  }

  #startOf(line: number): number {
    return this.#starts[line - 2] ?? 0;
  }
}
