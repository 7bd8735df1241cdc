import type { NodeType, Tree } from "@lezer/common";
import type { Grammar } from "./grammar.ts";
import { lezerCommon } from "./libraries.ts";
import type { LineTable, SourceLocation } from "./lines.ts";

/** UTF-16 offsets into the text of the file (a byte order mark not counted), the end exclusive. */
export type SourceRange = [start: number, end: number];

/** Anything with a range: a node, a token or a comment. */
export interface LezerElement {
  readonly type: string;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

/** A keyword (`let`, `pub`, `=>`) or punctuation; its type is what it looks like. */
export type LezerToken = LezerElement;

export interface LezerComment extends LezerElement {
  /** Whether it ends with its line. */
  readonly isLine: boolean;
  /** The text between the comment's delimiters. */
  readonly value: string;
  /** What the comment documents if it is a doc comment: the item after it, or the one it stands in. */
  readonly documents: "outer" | "inner" | undefined;
}

/**
 * A node of the syntax tree. Its children are nodes only; keywords and punctuation directly in it are its
 * tokens, and comments belong to the file (`SourceFile.comments`). So an index among children means what it
 * says: `CallExpression` has a callee and an `ArgList`, `BinaryExpression` has left, operator and right.
 */
export interface LezerNode<Type extends string = string> extends LezerElement {
  readonly type: Type;
  /** The node around this one; undefined for a file's root. */
  readonly parent: LezerNode<Type> | undefined;
  readonly children: readonly LezerNode<Type>[];
  readonly tokens: readonly LezerToken[];
  /** Whether this is a node `Error` or holds one, at any depth: what it says is then only a guess. */
  readonly hasError: boolean;
}

/** The facts about a parsed file. */
export interface TreeContents<Type extends string = string> {
  readonly children: readonly LezerNode<Type>[];
  readonly tokens: readonly LezerToken[];
  readonly comments: readonly LezerComment[];
  readonly hasError: boolean;
}

/** The one list that stands for all empty ones, so that leaves cost no memory for it. */
const NONE: readonly never[] = Object.freeze([]);

class Element implements LezerElement {
  readonly type: string;
  readonly range: SourceRange;
  readonly #lines: LineTable;

  constructor(type: string, start: number, end: number, lines: LineTable) {
    this.type = type;
    this.range = [start, end];
    this.#lines = lines;
  }

  get loc(): SourceLocation {
    return this.#lines.locate(this.range);
  }
}

class Comment extends Element implements LezerComment {
  readonly isLine: boolean;
  readonly value: string;
  readonly documents: "outer" | "inner" | undefined;

  constructor(type: string, start: number, end: number, lines: LineTable, text: string, grammar: Grammar) {
    super(type, start, end, lines);
    const { open = "", close = "" } = grammar.comments[type] ?? {};
    const isClosed = text.length >= open.length + close.length && text.endsWith(close);
    this.isLine = close === "";
    this.value = text.slice(open.length, isClosed ? text.length - close.length : undefined);
    this.documents = grammar.documents?.(text);
  }
}

class Node extends Element implements LezerNode {
  readonly parent: LezerNode | undefined;
  children: readonly Node[] = NONE;
  tokens: readonly LezerToken[] = NONE;
  hasError = false;

  constructor(type: string, start: number, end: number, lines: LineTable, parent: LezerNode | undefined) {
    super(type, start, end, lines);
    this.parent = parent;
  }
}

type Kind = "node" | "token" | "comment" | "error";

const knownKinds = new WeakMap<object, readonly Kind[]>();

/** The kind of each of a grammar's types, by its id. */
function kindsOf({ comments, nodeTypes, parser }: Grammar): readonly Kind[] {
  const { nodeSet } = parser();
  let kinds = knownKinds.get(nodeSet);
  if (kinds === undefined) {
    const nodes: ReadonlySet<string> = new Set(nodeTypes);
    kinds = nodeSet.types.map(({ name, isError }) => {
      if (isError) return "error";
      if (comments[name] !== undefined) return "comment";
      return nodes.has(name) ? "node" : "token";
    });
    knownKinds.set(nodeSet, kinds);
  }
  return kinds;
}

/**
 * Turns Lezer's tree into nodes, tokens and comments. Walks without recursion, in time linear to the tree.
 * @param grammar What the text was parsed by.
 * @param tree What the parser made of the text.
 * @param text The text that was parsed.
 * @param lines The lines of the file that the ranges are for.
 * @param owner The parent of the top nodes.
 * @param shift What to add to an offset of the parsed text to get the file's.
 * @throws Nothing: what the parser did not understand is a node `Error`.
 */
export function buildTree<Type extends string>(
  grammar: Grammar<Type>,
  tree: Tree,
  text: string,
  lines: LineTable,
  owner: LezerNode<Type> | undefined,
  shift = 0,
): TreeContents<Type> {
  const top = new Node(grammar.root, shift, shift + text.length, lines, undefined);
  const comments: LezerComment[] = [];
  const open: Node[] = [];
  let current = top;
  const openNode = (type: string, from: number, to: number): void => {
    const parent = current === top ? owner : current;
    const node = new Node(type, from + shift, to + shift, lines, parent);
    current.children = append(current.children, node);
    open.push(current);
    current = node;
  };
  const kinds = kindsOf(grammar);
  const { IterMode } = lezerCommon();
  tree.iterate({
    mode: IterMode.IgnoreMounts | IterMode.IgnoreOverlays,
    enter({ type, from, to }) {
      if (type.isTop) return true;
      switch (kinds[type.id]) {
        case "node":
          openNode(type.name, from, to);
          return true;
        case "error":
          openNode("Error", from, to);
          markError(current, open);
          return true;
        case "comment":
          comments.push(commentAt(grammar, type, text, from, to, shift, lines));
          return false;
        default:
          current.tokens = append(current.tokens, new Element(type.name, from + shift, to + shift, lines));
          return false;
      }
    },
    leave() {
      current = open.pop() ?? top;
    },
  });
  // The types of nodes are those of the grammar, as the kinds tell.
  const children = top.children as readonly LezerNode[] as readonly LezerNode<Type>[];
  return { children, tokens: top.tokens, comments, hasError: top.hasError };
}

function append<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item];
  (list as Item[]).push(item);
  return list;
}

/** Says of a node and of all that are open around it that they hold an error; each is told once. */
function markError(node: Node, open: readonly Node[]): void {
  node.hasError = true;
  for (let index = open.length - 1; index >= 0; index--) {
    const around = open[index];
    if (around === undefined || around.hasError) return;
    around.hasError = true;
  }
}

function commentAt(
  grammar: Grammar,
  type: NodeType,
  text: string,
  from: number,
  to: number,
  shift: number,
  lines: LineTable,
): LezerComment {
  const isLine = grammar.comments[type.name]?.close === undefined;
  // Grammars take a line comment up to the `\n`; the `\r` before it belongs to the line's end.
  const end = isLine && text[to - 1] === "\r" ? to - 1 : to;
  return new Comment(type.name, from + shift, end + shift, lines, text.slice(from, end), grammar);
}

/** Hangs a node that was parsed apart from the file under a node of the file; the latter's children stay the same. */
export function adopt<Type extends string>(node: LezerNode<Type>, parent: LezerNode<Type>): LezerNode<Type> {
  (node as { parent: LezerNode<Type> | undefined }).parent = parent;
  return node;
}
