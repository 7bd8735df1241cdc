import { LineTable, type SourceLocation } from "./lines.ts";
import type { Grammar } from "./grammar.ts";
import { parseText } from "./parse.ts";
import {
  buildTree,
  type LezerComment,
  type LezerNode,
  type LezerToken,
  type SourceRange,
  type TreeContents,
} from "./syntax-tree.ts";

/** The root of the syntax tree of a file. The text is parsed when something inside it is asked for first. */
export class SourceFile<Type extends string = string> implements LezerNode<Type> {
  readonly type: Type;
  readonly parent = undefined;
  readonly range: SourceRange;
  readonly #grammar: Grammar<Type>;
  readonly #text: string;
  readonly #lines: LineTable;
  #contents: TreeContents<Type> | undefined;

  /** @param text The file's text without its byte order mark. */
  constructor(grammar: Grammar<Type>, text: string) {
    this.type = grammar.root;
    this.#grammar = grammar;
    this.range = [0, text.length];
    this.#text = text;
    this.#lines = new LineTable(text);
  }

  get loc(): SourceLocation {
    return this.#lines.locate(this.range);
  }

  get children(): readonly LezerNode<Type>[] {
    return this.#parsed().children;
  }

  get tokens(): readonly LezerToken[] {
    return this.#parsed().tokens;
  }

  /** Every comment of the file in order, doc comments too. */
  get comments(): readonly LezerComment[] {
    return this.#parsed().comments;
  }

  get hasError(): boolean {
    return this.#parsed().hasError;
  }

  /** The lines of the file, for locations of what is parsed again from a part of it. */
  get lines(): LineTable {
    return this.#lines;
  }

  #parsed(): TreeContents<Type> {
    return (this.#contents ??= this.#parse());
  }

  #parse(): TreeContents<Type> {
    const tree = parseText(this.#grammar.parser(), this.#grammar.readable?.(this.#text) ?? this.#text);
    return buildTree(this.#grammar, tree, this.#text, this.#lines, this);
  }
}
