import type { NodeSet, Parser } from "@lezer/common";

/** A parser that Lezer's generator has made. */
export type LezerParser = Parser & { readonly nodeSet: NodeSet };

/** A language that Lezer parses: what ESLint's side of it has to know beside the parser. */
export interface Grammar<Type extends string = string> {
  /** The type of the root; the parser has it, too. */
  readonly root: Type;
  /** The types of nodes, `Error` among them; whatever else the parser names is a token. */
  readonly nodeTypes: readonly Type[];
  /** The types of comments, and what each starts and ends with; a comment without an end is one of a line. */
  readonly comments: Readonly<Record<string, { readonly open: string; readonly close?: string }>>;
  /** What a comment documents if it is a doc comment, by its text: the item after it, or the one it stands in. */
  readonly documents?: (text: string) => "outer" | "inner" | undefined;
  /** The text as the parser can read it, everything in its place: what it does not know is written otherwise. */
  readonly readable?: (text: string) => string;
  /** Loads the parser. */
  readonly parser: () => LezerParser;
}
