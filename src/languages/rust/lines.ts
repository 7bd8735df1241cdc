/** A place in a text: line from 1, column from 0 in UTF-16 units, as ESLint counts them for JavaScript. */
export interface Position {
  line: number;
  column: number;
}

/** Where something starts and where it ends; the end is exclusive. */
export interface SourceLocation {
  start: Position;
  end: Position;
}

/** Turns offsets of a text into lines and columns. Lines end at `\n` or `\r\n`, as Rust's do. */
export class LineTable {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  /** @param text The text, without a byte order mark; it is not read before the first question. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The location of the text from one UTF-16 offset to another. */
  locate([start, end]: readonly [start: number, end: number]): SourceLocation {
    return { start: this.#positionAt(start), end: this.#positionAt(end) };
  }

  #positionAt(offset: number): Position {
    const starts = (this.#starts ??= lineStarts(this.#text));
    let line = 0;
    let beyond = starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >>> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let newline = text.indexOf("\n"); newline !== -1; newline = text.indexOf("\n", newline + 1)) {
    starts.push(newline + 1);
  }
  return starts;
}
