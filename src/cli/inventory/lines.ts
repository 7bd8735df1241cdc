import type { Language } from "../../breadcrumb/index.ts";

/** What ends a line: in Rust, `\n` and `\r\n` alone. */
const LINE_END: Readonly<Record<Language, RegExp>> = {
  javascript: /\r\n|[\n\r\u2028\u2029]/gu,
  rust: /\n/gu,
};

/** Turns UTF-16 offsets of a text into lines and columns from 1, as ESLint prints them, and back. */
export class Lines {
  readonly #starts: readonly number[];

  /** @param text without a byte order mark. */
  constructor(text: string, language: Language) {
    this.#starts = [0, ...[...text.matchAll(LINE_END[language])].map((end) => end.index + end[0].length)];
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    let line = 0;
    let beyond = this.#starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  offset({ line, column }: { readonly line: number; readonly column: number }): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }
}
