import { hasToken, indexFrom } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { blockOf, partsOf } from "./nodes.ts";

/**
 * The statement that an expression is all of, or whose value it binds: `f();`, `let id = f();`.
 * @returns undefined where the expression is what a block yields, and where the statement does more than that.
 */
export function statementOf(expression: RustNode): RustNode | undefined {
  const { parent } = expression;
  const isWhole =
    (parent?.type === "ExpressionStatement" && hasToken(parent, ";")) ||
    (parent?.type === "LetDeclaration" && parent.children.at(-1) === expression);
  return isWhole && parent.parent?.type === "Block" ? parent : undefined;
}

/** The place of a statement in its block. */
export function indexIn(nodes: readonly RustNode[], node: RustNode): number {
  return indexFrom(nodes, node.range[0]);
}

/** The nodes that run when a node does, itself first; closures and async blocks in it are not entered. */
export function* nodesIn(node: RustNode): Generator<RustNode> {
  const pending: RustNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    const isApart = next.type === "ClosureExpression" || next.type === "AsyncBlock" || next.type === "FunctionItem";
    if (next === node || !isApart) pending.push(...next.children);
  }
}

/** Whether an arm leaves by other means than its end. */
export function neverEnds(arm: RustNode): boolean {
  const body = arm.type === "MatchArm" ? arm.children.at(-1) : arm;
  const block = body && blockOf(body);
  const last = block === undefined ? body : block.children.at(-1);
  const expression = last?.type === "ExpressionStatement" ? partsOf(last)[0] : last;
  switch (expression?.type) {
    case "ReturnExpression":
    case "BreakExpression":
    case "ContinueExpression":
      return true;
    default:
      return false;
  }
}
