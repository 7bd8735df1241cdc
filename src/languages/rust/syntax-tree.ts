import type { NodeType, Tree } from "@lezer/common";
import { lezer } from "./libraries.ts";
import type { LineTable, SourceLocation } from "./lines.ts";
import { nodeTypes, type RustNodeType } from "./node-types.ts";

/** UTF-16 offsets into the text of the file (a byte order mark not counted), the end exclusive. */
export type SourceRange = [start: number, end: number];

/** Whatever has a place in the text: a node, a token or a comment. */
export interface RustSyntaxElement {
  readonly type: string;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

/** A keyword (`let`, `pub`, `=>`) or punctuation; its type is what it looks like. */
export type RustToken = RustSyntaxElement;

/** A comment of either kind. */
export interface RustComment extends RustSyntaxElement {
  readonly type: "LineComment" | "BlockComment";
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
export interface RustNode extends RustSyntaxElement {
  readonly type: RustNodeType;
  /** The node around this one; undefined for a file's root. */
  readonly parent: RustNode | undefined;
  readonly children: readonly RustNode[];
  readonly tokens: readonly RustToken[];
  /** Whether this is a node `Error` or holds one, at any depth: what it says is then only a guess. */
  readonly hasError: boolean;
}

/** What there is to know of a parsed text. */
export interface TreeContents {
  readonly children: readonly RustNode[];
  readonly tokens: readonly RustToken[];
  readonly comments: readonly RustComment[];
  readonly hasError: boolean;
}

/** The one list that stands for all empty ones, so that leaves cost no memory for it. */
const NONE: readonly never[] = Object.freeze([]);

class Element implements RustSyntaxElement {
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

class Comment extends Element implements RustComment {
  declare readonly type: "LineComment" | "BlockComment";
  readonly value: string;
  readonly documents: "outer" | "inner" | undefined;

  constructor(type: RustComment["type"], start: number, end: number, lines: LineTable, text: string) {
    super(type, start, end, lines);
    this.value = /^\/\*.*\*\/$/su.test(text) ? text.slice(2, -2) : text.slice(2);
    this.documents = documentationOf(text);
  }
}

class Node extends Element implements RustNode {
  declare readonly type: RustNodeType;
  readonly parent: RustNode | undefined;
  children: readonly Node[] = NONE;
  tokens: readonly RustToken[] = NONE;
  hasError = false;

  constructor(type: RustNodeType, start: number, end: number, lines: LineTable, parent: RustNode | undefined) {
    super(type, start, end, lines);
    this.parent = parent;
  }
}

/**
 * Which kind of doc comment a comment is, by the Rust Reference ("Comments"): `///` and `/**` document what
 * follows unless a further `/` or `*` comes next, `//!` and `/*!` what is around.
 */
function documentationOf(text: string): "outer" | "inner" | undefined {
  if (/^\/[/*]!/u.test(text)) return "inner";
  return /^(?:\/\/\/(?!\/)|\/\*\*(?![*/]))/u.test(text) ? "outer" : undefined;
}

type Kind = "node" | "token" | "comment" | "error";

const nodeTypeSet: ReadonlySet<string> = new Set(nodeTypes);
let knownKinds: readonly Kind[] | undefined;

/** The kind of each of the grammar's types, by its id. */
function kindsOfTypes(): readonly Kind[] {
  knownKinds ??= lezer().parser.nodeSet.types.map(({ name, isError }) => {
    if (isError) return "error";
    if (name === "LineComment" || name === "BlockComment") return "comment";
    return nodeTypeSet.has(name) ? "node" : "token";
  });
  return knownKinds;
}

/**
 * Turns Lezer's tree into nodes, tokens and comments. Walks without recursion, in time linear to the tree.
 * @param tree What the parser made of the text.
 * @param text The text that was parsed.
 * @param lines The lines of the file that the ranges are for.
 * @param owner The parent of the top nodes.
 * @param shift What to add to an offset of the parsed text to get the file's.
 * @throws Nothing: what the parser did not understand is a node `Error`.
 */
export function buildTree(
  tree: Tree,
  text: string,
  lines: LineTable,
  owner: RustNode | undefined,
  shift = 0,
): TreeContents {
  const top = new Node("SourceFile", shift, shift + text.length, lines, undefined);
  const comments: RustComment[] = [];
  const open: Node[] = [];
  let current = top;
  const openNode = (type: RustNodeType, from: number, to: number): void => {
    const parent = current === top ? owner : current;
    const node = new Node(type, from + shift, to + shift, lines, parent);
    current.children = append(current.children, node);
    open.push(current);
    current = node;
  };
  const kinds = kindsOfTypes();
  const { IterMode } = lezer().common;
  tree.iterate({
    mode: IterMode.IgnoreMounts | IterMode.IgnoreOverlays,
    enter({ type, from, to }) {
      if (type.isTop) return true;
      switch (kinds[type.id]) {
        case "node":
          openNode(type.name as RustNodeType, from, to);
          return true;
        case "error":
          openNode("Error", from, to);
          markError(current, open);
          return true;
        case "comment":
          comments.push(commentAt(type, text, from, to, shift, lines));
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
  return { children: top.children, tokens: top.tokens, comments, hasError: top.hasError };
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
  type: NodeType,
  text: string,
  from: number,
  to: number,
  shift: number,
  lines: LineTable,
): RustComment {
  const isLine = type.name === "LineComment";
  // The grammar takes a line comment up to the `\n`; the `\r` before it belongs to the line's end.
  const end = isLine && text[to - 1] === "\r" ? to - 1 : to;
  const name = isLine ? "LineComment" : "BlockComment";
  return new Comment(name, from + shift, end + shift, lines, text.slice(from, end));
}

/** Hangs a node that was parsed apart from the file under a node of the file; the latter's children stay the same. */
export function adopt(node: RustNode, parent: RustNode): RustNode {
  (node as { parent: RustNode | undefined }).parent = parent;
  return node;
}
