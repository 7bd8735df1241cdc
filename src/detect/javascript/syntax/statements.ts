import { firstFrom } from "../../../ordered.ts";
import { runsApart } from "./enclosing-function.ts";
import { asHandler } from "./handlers.ts";
import { parentOf, type Node } from "./nodes.ts";
import { childrenOf, type ParsedFile } from "./walk.ts";

/** The statements that a node runs one after the other; undefined where it is no list of statements. */
export function statementsOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
    case "TSModuleBlock":
      return node.body;
    case "SwitchCase":
      return node.consequent;
    default:
      return asHandler(node)?.body;
  }
}

const LEAVING: ReadonlySet<string> = new Set([
  "BreakStatement",
  "ContinueStatement",
  "ReturnStatement",
  "ThrowStatement",
]);

/** Whether the statements behind a node in its list do not run where it does. */
export function isLeaving({ type }: Node): boolean {
  return LEAVING.has(type);
}

/**
 * The statement that a call is all of, or whose value it gives: `f();`, `await f();`, `const id = f();`.
 * @returns undefined where the statement does more than that, and where it is the only one of an `if` or a loop.
 */
export function statementOf(call: Node): Node | undefined {
  let node = call;
  let parent = parentOf(node);
  while (parent !== undefined && givesWhole(parent, node)) {
    node = parent;
    parent = parentOf(node);
  }
  if (parent?.type !== "ExpressionStatement" && parent?.type !== "VariableDeclaration") return undefined;
  const list = parentOf(parent);
  return list !== undefined && statementsOf(list) !== undefined ? parent : undefined;
}

/** Whether a node does no more than wait for what another one yields, keep it or drop it. */
function givesWhole(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case "AwaitExpression":
    case "ChainExpression":
      return true;
    case "UnaryExpression":
      return parent.operator === "void";
    case "AssignmentExpression":
      return parent.right === node && parent.operator === "=";
    case "VariableDeclarator":
      return parent.init === node;
    default:
      return false;
  }
}

/** The place of a statement in a list of statements. */
export function indexIn(list: readonly Node[], statement: Node): number {
  return firstFrom(statement.range[0], list, ({ range }) => range[0]);
}

/** The nodes that run when a node does, itself first; the functions and classes that are made in it only as such. */
export function* nodesIn({ sourceCode }: ParsedFile, node: Node): Generator<Node> {
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    for (const child of childrenOf(sourceCode, next)) {
      if (next === node || !runsApart(next, child)) pending.push(child);
    }
  }
}

/** Whether one of the nodes that run when a node does is wanted. */
export function holds(file: ParsedFile, node: Node, isWanted: (node: Node) => boolean): boolean {
  for (const each of nodesIn(file, node)) if (isWanted(each)) return true;
  return false;
}
