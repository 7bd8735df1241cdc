import type { LezerElement, LezerNode, LezerToken } from "../lezer/syntax-tree.ts";
import type { RustNodeType } from "./node-types.ts";

export type { SourceRange } from "../lezer/syntax-tree.ts";

export type RustSyntaxElement = LezerElement;
/** A keyword (`let`, `pub`, `=>`) or punctuation; its type is what it looks like. */
export type RustToken = LezerToken;
/**
 * A node of the syntax tree: `CallExpression` has a callee and an `ArgList`, `BinaryExpression` has left, operator and
 * right.
 */
export type RustNode = LezerNode<RustNodeType>;
