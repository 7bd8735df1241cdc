import { LineTable, type SourceLocation } from "./lines.ts";
import { parseRust } from "./parse.ts";
import {
  buildTree,
  type RustComment,
  type RustNode,
  type RustToken,
  type SourceRange,
  type TreeContents,
} from "./syntax-tree.ts";

/** The root of the syntax tree of a file. The text is parsed when something inside it is asked for first. */
export class SourceFile implements RustNode {
  readonly type = "SourceFile";
  readonly parent = undefined;
  readonly range: SourceRange;
  readonly #text: string;
  readonly #lines: LineTable;
  #contents: TreeContents | undefined;

  /** @param text The file's text without its byte order mark. */
  constructor(text: string) {
    this.range = [0, text.length];
    this.#text = text;
    this.#lines = new LineTable(text);
  }

  get loc(): SourceLocation {
    return this.#lines.locate(this.range);
  }

  get children(): readonly RustNode[] {
    return this.#parsed().children;
  }

  get tokens(): readonly RustToken[] {
    return this.#parsed().tokens;
  }

  /** Every comment of the file in order, doc comments too. */
  get comments(): readonly RustComment[] {
    return this.#parsed().comments;
  }

  get hasError(): boolean {
    return this.#parsed().hasError;
  }

  /** The lines of the file, for locations of what is parsed again from a part of it. */
  get lines(): LineTable {
    return this.#lines;
  }

  #parsed(): TreeContents {
    return (this.#contents ??= buildTree(parseRust(this.#text), this.#text, this.#lines, this));
  }
}
