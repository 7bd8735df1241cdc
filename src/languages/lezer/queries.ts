import { firstFrom } from "../../ordered.ts";
import type { LezerElement, LezerNode, LezerToken } from "./syntax-tree.ts";

/** The children of a type, in order. */
export function childrenOf<Type extends string>(node: LezerNode<Type>, type: NoInfer<Type>): LezerNode<Type>[] {
  return node.children.filter((child) => child.type === type);
}

/** The first child of a type. */
export function childOf<Type extends string>(node: LezerNode<Type>, type: NoInfer<Type>): LezerNode<Type> | undefined {
  return node.children.find((child) => child.type === type);
}

/**
 * The first child after a token directly in the node: what follows `=` in a `LetDeclaration` is its value,
 * what follows `:` its type, what follows `else` in an `IfExpression` the other branch.
 */
export function childAfter<Type extends string>(node: LezerNode<Type>, token: string): LezerNode<Type> | undefined {
  const found = node.tokens.find(({ type }) => type === token);
  return found && node.children[indexFrom(node.children, found.range[1])];
}

/** Whether a keyword or punctuation stands directly in a node: `mut` in a `LetDeclaration`, `&` in a parameter. */
export function hasToken(node: LezerNode, token: string): boolean {
  return node.tokens.some(({ type }) => type === token);
}

/** Nodes and tokens directly in a node, in the order of the text; as to read a macro's token tree. */
export function elementsOf<Type extends string>(node: LezerNode<Type>): (LezerNode<Type> | LezerToken)[] {
  return [...node.children, ...node.tokens].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** Whether an element is a node, not a token. */
export function isNode<Type extends string>(element: LezerNode<Type> | LezerToken): element is LezerNode<Type> {
  return "children" in element;
}

/** The nodes inside a node, outermost first and in the order of the text, however deep they lie. */
export function* descendantsOf<Type extends string>(
  node: LezerNode<Type>,
): Generator<LezerNode<Type>, void, undefined> {
  const pending: LezerNode<Type>[] = [];
  for (let current: LezerNode<Type> | undefined = node; current !== undefined; current = pending.pop()) {
    if (current !== node) yield current;
    for (const child of current.children.toReversed()) pending.push(child);
  }
}

/** The nearest node around a node that has one of the types. */
export function closest<Type extends string>(
  node: LezerNode<Type>,
  ...types: readonly NoInfer<Type>[]
): LezerNode<Type> | undefined {
  let around = node.parent;
  while (around !== undefined && !types.includes(around.type)) around = around.parent;
  return around;
}

/** The index of the first of some ordered elements that starts at an offset or later. */
export function indexFrom(elements: readonly LezerElement[], offset: number): number {
  return firstFrom(offset, elements, ({ range }) => range[0]);
}
