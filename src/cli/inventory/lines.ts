import type { Language } from "../../breadcrumb/index.ts";
import { firstFrom } from "../../ordered.ts";

/** What ends a line: in Rust, `\n` and `\r\n` alone. */
const LINE_END: Readonly<Record<Language, RegExp>> = {
  javascript: /\r\n|[\n\r\u2028\u2029]/gu,
  rust: /\n/gu,
};

/** Turns UTF-16 offsets of a text into lines and columns from 1, as ESLint prints them, and back. */
export class Lines {
  /** Where each line but the first begins. */
  readonly #starts: readonly number[];

  /** @param text without a byte order mark. */
  constructor(text: string, language: Language) {
    this.#starts = [...text.matchAll(LINE_END[language])].map((end) => end.index + end[0].length);
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
