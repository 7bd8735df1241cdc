import { matches } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { calleeOf, firstOf, partsOf } from "../syntax/nodes.ts";

/** Macros that leave the function. */
export const LEAVING_MACROS: ReadonlySet<string> = new Set(["bail", "panic", "todo", "unimplemented", "unreachable"]);

/** Functions of the standard library that end the program. */
const ENDING = /^std::process::(?:abort|exit)$/u;

/** The target of a jump out of a block: a loop, or the whole function. */
export function exitOf(program: RustProgram, statement: RustNode | undefined): "break" | "return" | undefined {
  const node = statement?.type === "ExpressionStatement" ? partsOf(statement)[0] : statement;
  switch (node?.type) {
    case "BreakExpression":
      return node.children.some(({ type }) => type === "LoopLabel") ? "return" : "break";
    case "ReturnExpression":
      return "return";
    case "MacroInvocation":
      return LEAVING_MACROS.has(program.textOf(firstOf(node))) ? "return" : undefined;
    case "CallExpression":
      return matches(program.names.resolve(calleeOf(node)).path?.join("::"), ENDING) ? "return" : undefined;
    default:
      return undefined;
  }
}
