import type { Edit, Range } from "../../../breadcrumb/index.ts";
import { hasToken, indexFrom } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { calleeOf, firstOf, partsOf } from "./nodes.ts";

/** Macros that leave the function. */
export const LEAVING_MACROS: ReadonlySet<string> = new Set(["bail", "panic", "todo", "unimplemented", "unreachable"]);

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

/** Functions of the standard library that end the program. */
const ENDING = /^std::process::(?:abort|exit)$/u;

/** What leaves the block of a statement: a loop, or the whole function. */
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
      return ENDING.test(program.names.resolve(calleeOf(node)).path?.join("::") ?? "") ? "return" : undefined;
    default:
      return undefined;
  }
}

/** Takes a statement out; undefined where it has no line for itself, or a comment stands by it. */
export function removeStatement(program: RustProgram, statement: RustNode): Edit | undefined {
  const line = lineOf(program, statement);
  return line && { range: line, text: "" };
}

/** Moves a statement before another one of its block; undefined where one has no line for itself. */
export function moveStatement(program: RustProgram, statement: RustNode, before: RustNode): Edit[] | undefined {
  const { text } = program.sourceCode;
  const removal = removeStatement(program, statement);
  const start = text.lastIndexOf("\n", before.range[0] - 1) + 1;
  const indentation = text.slice(start, before.range[0]);
  if (removal === undefined || indentation.trim() !== "") return undefined;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const inserted = `${program.textOf(statement)}${lineBreak}${indentation}`;
  return [{ range: [before.range[0], before.range[0]], text: inserted }, removal];
}

function lineOf({ sourceCode: { text } }: RustProgram, { range: [from, to] }: RustNode): Range | undefined {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const lineBreak = text.indexOf("\n", to);
  const end = lineBreak === -1 ? text.length : lineBreak + 1;
  const above = text.slice(text.lastIndexOf("\n", start - 2) + 1, start).trim();
  const isAlone = text.slice(start, from).trim() === "" && text.slice(to, end).trim() === "";
  return isAlone && !above.startsWith("//") && !above.endsWith("*/") ? [start, end] : undefined;
}
