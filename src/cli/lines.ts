import { lineEndIn } from "../languages/index.ts";
import { firstFrom } from "../ordered.ts";

/** The lines of a file that has one of the languages' endings. @param text with or without a byte order mark. */
export function linesOf(path: string, text: string): Lines {
  return new Lines(text.replace(/^\uFEFF/u, ""), lineEndIn(path));
}

/** Turns UTF-16 offsets of a text into lines and columns from 1, as ESLint prints them, and back. */
export class Lines {
  /** Where each line but the first begins. */
  readonly #starts: readonly number[];
  readonly #text: string;
  readonly #lineEnd: RegExp;

  /**
   * @param text without a byte order mark.
   * @param lineEnd what ends a line in the language of the text.
   */
  constructor(text: string, lineEnd: RegExp) {
    this.#text = text;
    this.#lineEnd = lineEnd;
    this.#starts = [...text.matchAll(lineEnd)].map((end) => end.index + end[0].length);
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    const line = firstFrom(offset + 1, this.#starts, (start) => start) + 1;
    return { line, column: offset - this.#startOf(line) + 1 };
  }

  offset({ line, column }: { readonly line: number; readonly column: number }): number {
    return this.#startOf(line) + column - 1;
  }

  /** The content of a line, without its end; undefined if the line does not exist. */
  text(line: number): string | undefined {
    if (line > this.#starts.length + 1) return undefined;
    return this.#text.slice(this.#startOf(line), this.#starts[line - 1]).replace(this.#lineEnd, "");
  }

  #startOf(line: number): number {
    return this.#starts[line - 2] ?? 0;
  }
}
