import { visitorKeys } from "@typescript-eslint/visitor-keys";
import type { AST } from "eslint";
import type * as oxc from "oxc-parser";
import type { Syntax } from "./babel.ts";
import { isNode, LocatedText, type TreeNode } from "./tree.ts";

/** The part of `oxc-parser` that is used: its tree is TS-ESTree's. */
type Oxc = Pick<typeof oxc, "parseSync">;

/** Parses a text into a tree without tokens, in which no node but the program has a `loc`. */
export type NativeParse = (text: string, syntax: Syntax) => AST.Program | undefined;

/** So many levels take a tenth of the stack that a native parser has: it ends the process where it has no more. */
const MOST_LEVELS = 2000;

/**
 * Opens oxc's parser, which is made for each platform and takes a fifth of the time that one in JavaScript takes to get
 * warm and to parse.
 * @returns undefined where it is not installed.
 */
export async function openNativeParser(
  load: () => Promise<Oxc> = () => import("oxc-parser"),
): Promise<NativeParse | undefined> {
  try {
    const { parseSync } = await load();
    return (text, syntax) => parseWith(parseSync, text, syntax);
  } catch {
    return undefined;
  }
}

/** @returns undefined for a text that is not plain TypeScript, JavaScript or JSX, or may be nested too deep. */
function parseWith(parseSync: Oxc["parseSync"], text: string, syntax: Syntax): AST.Program | undefined {
  if (mayNestDeeply(text)) return undefined;
  const { declarations, jsx, module } = syntax;
  const { program, comments, errors } = parseSync("", text, {
    astType: "ts",
    lang: declarations ? "dts" : jsx ? "tsx" : "ts",
    preserveParens: false,
    range: true,
    sourceType: module ? "module" : "script",
  });
  if (errors.length > 0) return undefined;
  const tree = program as unknown as TreeNode;
  if (!linkParents(tree, null)) return undefined;
  const located = new LocatedText(text);
  Object.assign(tree, located.place(0, text.length), {
    tokens: [],
    comments: comments.map(({ type, value, start, end }) => ({ type, value, ...located.place(start, end) })),
  });
  return tree as unknown as AST.Program;
}

/** `&amp;`, `&#38;` */
const CHARACTER_REFERENCE = /&#?\w+;/u;

/**
 * Links the nodes, and leaves out the value that oxc gives members of enumerations without one.
 * @returns whether the values in the tree are as TS-ESTree has them: oxc leaves character references of JSX as they are
 * written, which makes no difference in the text of an element, as nothing reads it.
 */
function linkParents(node: TreeNode, parent: TreeNode | null): boolean {
  node["parent"] = parent;
  if (node.type === "TSEnumMember") node["initializer"] ??= undefined;
  const { value } = node;
  if (typeof value === "string" && parent?.type === "JSXAttribute" && CHARACTER_REFERENCE.test(value)) return false;
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key];
    const isLinked = Array.isArray(child)
      ? child.every((item) => !isNode(item) || linkParents(item, node))
      : !isNode(child) || linkParents(child, node);
    if (!isLinked) return false;
  }
  return true;
}

/**
 * Whether the parts of a text may lie in one another so deep that the stack ends: brackets, and signs between which
 * an expression or a type can go on, as far as they are written one after the other.
 */
function mayNestDeeply(text: string): boolean {
  const around: number[] = [];
  let opened = 0;
  let levels = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charAt(index)) {
      case "(":
      case "[":
      case "{":
        around.push(opened);
        opened = ++levels;
        break;
      case ")":
      case "]":
      case "}":
        levels = Math.max(0, opened - 1);
        opened = around.pop() ?? 0;
        break;
      case ",":
      case ";":
        levels = opened;
        break;
      case "!":
      case "*":
      case "+":
      case "-":
      case ":":
      case "<":
      case "=":
      case "?":
      case "~":
        levels++;
    }
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}
