import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { perFile } from "../../per-file.ts";
import type { Node } from "./nodes.ts";

/** The part of a program that its syntax is read from. */
export interface ParsedFile {
  readonly sourceCode: TSESLint.SourceCode;
}

/** The template of a Vue component, which no key of the program leads to. */
export function templateOf(sourceCode: TSESLint.SourceCode): Node | undefined {
  return (sourceCode.ast as { templateBody?: Node | null }).templateBody ?? undefined;
}

/** Every call of a file in the order of the source, those of a Vue template included. */
export function callsOf(sourceCode: TSESLint.SourceCode): readonly TSESTree.CallExpression[] {
  return allCallsOf(sourceCode.ast, sourceCode);
}

const allCallsOf = perFile((_: TSESTree.Program, sourceCode: TSESLint.SourceCode) =>
  nodesOf(sourceCode, (node) => node.type === "CallExpression"),
);

/** The nodes of a file that are asked for, in the order of the source, with a Vue template's; never recursive. */
export function nodesOf<Wanted extends Node>(
  sourceCode: TSESLint.SourceCode,
  isWanted: (node: Node) => node is Wanted,
): readonly Wanted[] {
  return allNodesOf(sourceCode.ast, sourceCode)
    .filter(isWanted)
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** Whether a file, or a Vue template in it, has such a node. */
export function hasNode(sourceCode: TSESLint.SourceCode, isWanted: (node: Node) => boolean): boolean {
  return allNodesOf(sourceCode.ast, sourceCode).some(isWanted);
}

/**
 * The nodes of a file in no order: several parts of the detector ask for some of them, and one walk is enough.
 * A tree never changes, so that its nodes are kept with its root; a new parse is another tree.
 */
const allNodesOf = perFile((root: TSESTree.Program, sourceCode: TSESLint.SourceCode): readonly Node[] => {
  const nodes: Node[] = [];
  const template = templateOf(sourceCode);
  const pending: Node[] = template === undefined ? [root] : [root, template];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node);
    pushChildren(sourceCode, node, pending);
  }
  return nodes;
});

/** The nodes directly below a node. */
export function childrenOf(sourceCode: TSESLint.SourceCode, node: Node): readonly Node[] {
  const children: Node[] = [];
  pushChildren(sourceCode, node, children);
  return children;
}

function pushChildren(sourceCode: TSESLint.SourceCode, node: Node, pending: Node[]): void {
  const keys = keysOf(sourceCode)[node.type] ?? Object.keys(node).filter((key) => !NOT_BELOW.has(key));
  for (const key of keys) pushNodes((node as unknown as Readonly<Record<string, unknown>>)[key], pending);
}

/** What a parser hands in that has ESLint look at the program alone: the keys of the tree below. */
interface TreeServices {
  readonly treeKeys?: TSESLint.SourceCode["visitorKeys"];
}

/** Under which properties each type of node has the nodes below it. */
function keysOf({ parserServices, visitorKeys }: TSESLint.SourceCode): TSESLint.SourceCode["visitorKeys"] {
  return (parserServices as TreeServices | undefined)?.treeKeys ?? visitorKeys;
}

/** Properties of nodes that are not child nodes. */
const NOT_BELOW: ReadonlySet<string> = new Set(["comments", "loc", "parent", "range", "tokens"]);

function pushNodes(child: unknown, pending: Node[]): void {
  if (Array.isArray(child)) {
    for (const item of child) pushNodes(item, pending);
  } else if (isNode(child)) {
    pending.push(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
