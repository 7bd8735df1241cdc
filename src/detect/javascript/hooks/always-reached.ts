import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, parentOf, type FunctionNode } from "../syntax/nodes.ts";
import { isLeaving } from "../syntax/statements.ts";
import { childrenOf } from "../syntax/walk.ts";

/** Whether a function evaluates an expression of its own each time that it runs. */
export function isAlwaysReached(leaving: Leavings, expression: Node, within: FunctionNode): boolean {
  let child = expression;
  for (let node = parentOf(child); node !== undefined && child !== within; child = node, node = parentOf(node)) {
    switch (node.type) {
      case "BlockStatement":
        if (leaving(node) < child.range[0]) return false;
        break;
      case "ConditionalExpression":
      case "IfStatement":
        if (node.test !== child) return false;
        break;
      case "LogicalExpression":
        if (node.left !== child) return false;
        break;
      case "CallExpression":
        if (node.optional) return false;
        break;
      case "AssignmentPattern":
      case "CatchClause":
      case "DoWhileStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "ForStatement":
      case "SwitchCase":
      case "WhileStatement":
        return false;
      default:
    }
  }
  return child === within;
}

/** Where the first statement of a block ends that may leave it; infinite where none may. */
export type Leavings = (block: TSESTree.BlockStatement) => number;

export function createLeavings(program: JavaScriptProgram): Leavings {
  const known = new Map<TSESTree.BlockStatement, number>();
  return (block) =>
    remember(known, block, () => block.body.find((statement) => mayLeave(program, statement))?.range[1] ?? Infinity);
}

/** Whether a statement may end the function around it, or leave the block that it stands in. */
function mayLeave({ sourceCode }: JavaScriptProgram, statement: TSESTree.Statement): boolean {
  const pending: Node[] = [statement];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isLeaving(node)) return true;
    if (!isFunction(node)) pending.push(...childrenOf(sourceCode, node));
  }
  return false;
}
