import type { LineTable } from "../lezer/lines.ts";
import { parseText } from "../lezer/parse.ts";
import type { RustNodeType } from "./node-types.ts";
import { childOf, elementsOf, isNode } from "./queries.ts";
import { adopt, buildTree } from "../lezer/syntax-tree.ts";
import { rustGrammar } from "./grammar.ts";
import { readableRust } from "./grammar.ts";
import { rustParser } from "./libraries.ts";
import type { RustNode, SourceRange } from "./syntax-tree.ts";

/** What a part of a text is read as: one expression, arguments in parentheses, or statements in braces. */
export type FragmentKind = "expression" | "arguments" | "block";

/**
 * How deep fragments may lie in each other. Each level reads its text again, so a limit keeps the time linear
 * to the file; in real code macros lie in macros three or four deep.
 */
const MAX_DEPTH = 10;

/** The delimited token trees, which is all that the grammar knows of a macro's arguments. */
const TOKEN_TREES: ReadonlySet<RustNodeType> = new Set(["ParenthesizedTokens", "BracketedTokens", "BracedTokens"]);

/** The delimiters of token trees. */
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The separators in a token tree. */
const SEPARATORS: ReadonlySet<string> = new Set([",", ";", "=>"]);

interface Frame {
  /** What makes a function of the fragment. */
  readonly before: string;
  readonly after: string;
  /** The replacements for the fragment's delimiters. */
  readonly delimiters?: readonly [open: string, close: string];
  /** Finds the fragment in the function's body, if it is all there is. */
  readonly find: (body: RustNode) => RustNode | undefined;
}

const FRAMES: Readonly<Record<FragmentKind, Frame>> = {
  expression: {
    before: "fn f(){let _=",
    after: "\n;}", // on a new line, in case the fragment ends with a line comment
    find({ children: [statement, ...others] }) {
      return others.length === 0 && statement?.children.length === 2 ? statement.children[1] : undefined;
    },
  },
  arguments: {
    before: "fn f(){f",
    after: "}",
    delimiters: ["(", ")"],
    find({ children: [statement, ...others] }) {
      const call = others.length > 0 ? undefined : statement?.children[0];
      return call?.children[0]?.type === "Identifier" ? call.children[1] : undefined;
    },
  },
  block: { before: "fn f()", after: "", delimiters: ["{", "}"], find: (body) => body },
};

/**
 * Reads parts of a file that its tree holds only as tokens: the arguments of macros. The nodes have their
 * true ranges and locations in the file, and the parent of the topmost is the node that it was read from.
 */
export class Fragments {
  readonly #text: string;
  readonly #lines: LineTable;
  readonly #known = new WeakMap<RustNode, readonly RustNode[]>();
  /** The topmost nodes of fragments, and how deep each fragment lies in others. */
  readonly #depths = new WeakMap<RustNode, number>();

  constructor(text: string, lines: LineTable) {
    this.#text = text;
    this.#lines = lines;
  }

  /**
   * What stands in a token tree, as far as it is Rust's own syntax. Remembered for each tree.
   *
   * - Arguments (`println!(…)`, `vec![…]`) give one `ArgList`, statements (`m! { … }`) give one `Block`.
   * - Where a macro has a syntax of its own (`select! { x = f() => { … } }`), the parts between `,`, `;` and
   *   `=>` that are expressions give those, and the token trees in other parts give what they hold.
   * @param tree A `ParenthesizedTokens`, `BracketedTokens` or `BracedTokens`; any other node gives nothing.
   */
  in(tree: RustNode): readonly RustNode[] {
    let nodes = this.#known.get(tree);
    if (nodes === undefined) {
      nodes = TOKEN_TREES.has(tree.type) ? this.#read(tree, this.#depthAt(tree) + 1) : [];
      this.#known.set(tree, nodes);
    }
    return nodes;
  }

  /**
   * Reads a part of the text as Rust.
   * @param range Where the part is; `arguments` and `block` with their delimiters, whatever these are.
   * @param parent The node that the part stands in; it becomes the parent of the result.
   * @returns The expression, an `ArgList` or a `Block`; undefined when the part as a whole is not that
   * without error.
   */
  parse(kind: FragmentKind, range: SourceRange, parent: RustNode): RustNode | undefined {
    return this.#parse(kind, range, parent, this.#depthAt(parent) + 1);
  }

  #parse(kind: FragmentKind, [start, end]: SourceRange, parent: RustNode, depth: number): RustNode | undefined {
    const { before, after, delimiters, find } = FRAMES[kind];
    if (depth > MAX_DEPTH || (delimiters && !this.#isDelimited(start, end))) return undefined;
    const inside = delimiters
      ? delimiters[0] + this.#text.slice(start + 1, end - 1) + delimiters[1]
      : this.#text.slice(start, end);
    const text = before + withoutRepetitions(inside) + after;
    const { children, hasError } = buildTree(
      rustGrammar,
      parseText(rustParser(), readableRust(text)),
      text,
      this.#lines,
      undefined,
      start - before.length,
    );
    const [wrapper, ...others] = children;
    const body = wrapper && !hasError && others.length === 0 ? childOf(wrapper, "Block") : undefined;
    const found = body && find(body);
    if (found === undefined) return undefined;
    this.#depths.set(found, depth);
    return adopt(found, parent);
  }

  #read(tree: RustNode, depth: number): readonly RustNode[] {
    if (depth > MAX_DEPTH || !this.#isDelimited(...tree.range)) return [];
    const whole = this.#parse(tree.type === "BracedTokens" ? "block" : "arguments", tree.range, tree, depth);
    return whole ? [whole] : this.#readParts(tree, depth);
  }

  #readParts(tree: RustNode, depth: number): RustNode[] {
    const nodes: RustNode[] = [];
    let trees: RustNode[] = [];
    let start = tree.range[0] + 1;
    const endPart = (end: number, next: number): void => {
      const expression = start < end ? this.#parse("expression", [start, end], tree, depth) : undefined;
      if (expression) nodes.push(expression);
      else nodes.push(...trees.flatMap((inner) => this.#read(inner, depth + 1)));
      trees = [];
      start = next;
    };
    let before: string | undefined;
    for (const element of elementsOf(tree)) {
      const [from, to] = element.range;
      if (SEPARATORS.has(element.type)) endPart(from, to);
      else if (isNode(element) && TOKEN_TREES.has(element.type)) trees.push(element);
      // As in `match`, a block after an arrow ends the arm, with or without a comma.
      if (before === "=>" && element.type === "BracedTokens") endPart(to, to);
      before = element.type;
    }
    endPart(tree.range[1] - 1, tree.range[1]);
    return nodes;
  }

  /** Whether a part starts and ends with delimiters; a half-typed macro's tokens lack the closing one. */
  #isDelimited(start: number, end: number): boolean {
    const closing = CLOSING[this.#text.charAt(start)];
    return end - start > 1 && this.#text[end - 1] === closing;
  }

  #depthAt(node: RustNode): number {
    for (let around: RustNode | undefined = node; around !== undefined; around = around.parent) {
      const depth = this.#depths.get(around);
      if (depth !== undefined) return depth;
    }
    return 0;
  }
}

/**
 * What the body of a macro's rule says of one turn: the marks of its repetitions (`$(…),*`) are blanked out, so that
 * the rest can be read as Rust and all of it stays where it is.
 */
function withoutRepetitions(text: string): string {
  let start = text.indexOf("$(");
  if (start === -1) return text;
  const characters = text.split("");
  const open: boolean[] = [];
  for (; start < characters.length; start++) {
    if (characters[start] === "(") {
      const isRepetition = characters[start - 1] === "$";
      open.push(isRepetition);
      if (isRepetition) characters.fill(" ", start - 1, start + 1);
    } else if (characters[start] === ")" && open.pop() === true) {
      const [operator = ""] = /^\)\s*[,;]?\s*[*+?]/u.exec(text.slice(start, start + 20)) ?? [];
      characters.fill(" ", start, start + operator.length);
    }
  }
  return characters.join("");
}
