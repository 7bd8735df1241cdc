import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isWithin, type Range } from "../../../breadcrumb/index.ts";
import { firstFrom } from "../../../ordered.ts";
import { perFile } from "../../per-file.ts";
import { remember } from "../../remember.ts";
import type { Node } from "./nodes.ts";
import { childrenOf } from "./walk.ts";

/** The innermost node of a span, looked for from a node around it down: ESLint's own search visits the whole file. */
export function nodeAt(sourceCode: TSESLint.SourceCode, around: Node, range: Range): Node | undefined {
  let found: Node | undefined;
  for (const node of nodesAround(sourceCode, around, range)) {
    if (node.range[0] === range[0] && node.range[1] === range[1]) found = node;
  }
  return found;
}

/** The innermost node that a span lies in. */
export function nodeAround(sourceCode: TSESLint.SourceCode, range: Range): Node {
  let found: Node = sourceCode.ast;
  for (const node of nodesAround(sourceCode, found, range)) found = node;
  return found;
}

/** A node and those below it that a span lies in, down to the innermost. */
function* nodesAround(sourceCode: TSESLint.SourceCode, around: Node, range: Range): Generator<Node> {
  for (let node: Node | undefined = around; node !== undefined;) {
    yield node;
    const children = childrenInOrder(sourceCode, node);
    // Of a thousand parts of a message each may be looked for.
    const child: Node | undefined = children[firstFrom(range[1], children, (each) => each.range[1])];
    node = child !== undefined && isWithin(range, child.range) ? child : undefined;
  }
}

/** Kept with the tree, which never changes; a new parse is another one. */
const orderedIn = perFile((_root: TSESTree.Program) => new Map<Node, readonly Node[]>());

/** The nodes directly below a node, in the order of the source. */
function childrenInOrder(sourceCode: TSESLint.SourceCode, node: Node): readonly Node[] {
  return remember(orderedIn(sourceCode.ast), node, () =>
    childrenOf(sourceCode, node).toSorted((a, b) => a.range[0] - b.range[0]),
  );
}
