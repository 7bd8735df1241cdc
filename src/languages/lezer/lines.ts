import { firstFrom } from "../../ordered.ts";

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
    const line = firstFrom(offset + 1, starts, (start) => start);
    const [start = 0] = starts.slice(line - 1, line);
    return { line, column: offset - start };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let newline = text.indexOf("\n"); newline !== -1; newline = text.indexOf("\n", newline + 1)) {
    starts.push(newline + 1);
  }
  return starts;
}
