import { lezer } from "./libraries.ts";
import type { RustNodeType } from "./node-types.ts";
import { firstFrom } from "../../ordered.ts";
import type { RustNode, RustSyntaxElement, RustToken } from "./syntax-tree.ts";

/** The children of a type, in order. */
export function childrenOf(node: RustNode, type: RustNodeType): RustNode[] {
  return node.children.filter((child) => child.type === type);
}

/** The first child of a type. */
export function childOf(node: RustNode, type: RustNodeType): RustNode | undefined {
  return node.children.find((child) => child.type === type);
}

/**
 * The first child after a token directly in the node: what follows `=` in a `LetDeclaration` is its value,
 * what follows `:` its type, what follows `else` in an `IfExpression` the other branch.
 */
export function childAfter(node: RustNode, token: string): RustNode | undefined {
  const found = node.tokens.find(({ type }) => type === token);
  return found && node.children[indexFrom(node.children, found.range[1])];
}

/** Whether a keyword or punctuation stands directly in a node: `mut` in a `LetDeclaration`, `&` in a parameter. */
export function hasToken(node: RustNode, token: string): boolean {
  return node.tokens.some(({ type }) => type === token);
}

/** Nodes and tokens directly in a node, in the order of the text; how to read a macro's token tree. */
export function elementsOf(node: RustNode): (RustNode | RustToken)[] {
  return [...node.children, ...node.tokens].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** Whether an element is a node, not a token. */
export function isNode(element: RustNode | RustToken): element is RustNode {
  return "children" in element;
}

/** The nodes inside a node, outermost first and in the order of the text, however deep they lie. */
export function* descendantsOf(node: RustNode): Generator<RustNode, void, undefined> {
  const pending: RustNode[] = [];
  for (let current: RustNode | undefined = node; current !== undefined; current = pending.pop()) {
    if (current !== node) yield current;
    for (const child of current.children.toReversed()) pending.push(child);
  }
}

/** The nearest node around a node that has one of the types. */
export function closest(node: RustNode, ...types: readonly RustNodeType[]): RustNode | undefined {
  let around = node.parent;
  while (around !== undefined && !types.includes(around.type)) around = around.parent;
  return around;
}

/** The index of the first of some ordered elements that starts at an offset or later. */
export function indexFrom(elements: readonly RustSyntaxElement[], offset: number): number {
  return firstFrom(offset, elements, ({ range }) => range[0]);
}

/** What a node can stand for. Some types are in more than one group: a path can be an expression or a pattern. */
export type RustNodeGroup = "Expression" | "Pattern" | "Statement" | "Type";

let knownGroups: Map<string, readonly string[]> | undefined;

/** The groups of each type of node, by its name, which some of the grammar's types share. */
function groupsOfTypes(): ReadonlyMap<string, readonly string[]> {
  if (knownGroups !== undefined) return knownGroups;
  const { common, parser } = lezer();
  knownGroups = new Map();
  for (const type of parser.nodeSet.types) {
    const groups = type.prop(common.NodeProp.group) ?? [];
    knownGroups.set(type.name, [...(knownGroups.get(type.name) ?? []), ...groups]);
  }
  return knownGroups;
}

/** Whether nodes of this node's type can stand where the grammar wants an expression, a pattern, …. */
export function isIn(group: RustNodeGroup, node: RustNode): boolean {
  return groupsOfTypes().get(node.type)?.includes(group) === true;
}
