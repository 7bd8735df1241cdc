import type { Edit, Range } from "../../../breadcrumb/index.ts";
import { firstFrom } from "../../../ordered.ts";
import type { JavaScriptProgram } from "../program.ts";
import { lineBreakOf } from "../edits/source-text.ts";
import { asHandler } from "../vue/template.ts";
import { isFunction, parentOf, type Node } from "./nodes.ts";
import { childrenOf } from "./walk.ts";

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

/**
 * The statement that a call is all of, or whose value it gives: `f();`, `await f();`, `const id = f();`.
 * @returns undefined where the statement does more than that, and where it is the only one of an `if` or a loop.
 */
export function statementOf(call: Node): Node | undefined {
  let node = call;
  let parent = parentOf(node);
  while (
    parent?.type === "AwaitExpression" ||
    parent?.type === "ChainExpression" ||
    (parent?.type === "UnaryExpression" && parent.operator === "void") ||
    (parent?.type === "AssignmentExpression" && parent.right === node && parent.operator === "=") ||
    (parent?.type === "VariableDeclarator" && parent.init === node)
  ) {
    node = parent;
    parent = parentOf(node);
  }
  if (parent?.type !== "ExpressionStatement" && parent?.type !== "VariableDeclaration") return undefined;
  const list = parentOf(parent);
  return list !== undefined && statementsOf(list) !== undefined ? parent : undefined;
}

/** The place of a statement in a list of statements. */
export function indexIn(list: readonly Node[], statement: Node): number {
  return firstFrom(statement.range[0], list, ({ range }) => range[0]);
}

/** The nodes that run when a node does, itself first; the functions that are made in it are not entered. */
export function* nodesIn({ sourceCode }: JavaScriptProgram, node: Node): Generator<Node> {
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (next !== node && isFunction(next)) continue;
    pending.push(...childrenOf(sourceCode, next));
  }
}

/** Whether one of the nodes that run when a node does is wanted. */
export function holds(program: JavaScriptProgram, node: Node, isWanted: (node: Node) => boolean): boolean {
  for (const each of nodesIn(program, node)) if (isWanted(each)) return true;
  return false;
}

/**
 * Takes a statement out of its list, with its line where it has one for itself.
 * @returns undefined where it would leave a comment behind that belongs to it, or two statements that run together.
 */
export function removeStatement(program: JavaScriptProgram, statement: Node): Edit | undefined {
  const line = lineOf(program, statement);
  return line && !joins(program, statement) ? { range: line, text: "" } : undefined;
}

/**
 * Moves a statement before another one of the same list.
 * @returns undefined where it would leave a comment behind that belongs to it, or two statements that run together.
 */
export function moveStatement(program: JavaScriptProgram, statement: Node, before: Node): Edit[] | undefined {
  const { text } = program.sourceCode;
  const removal = removeStatement(program, statement);
  const source = text.slice(...statement.range);
  const lineStart = text.lastIndexOf("\n", before.range[0] - 1) + 1;
  const indentation = text.slice(lineStart, before.range[0]);
  const isOnOwnLine = indentation.trim() === "";
  const isParted = source.endsWith(";") || !isOnOwnLine || /[\p{ID_Start}$_]/uy.test(text.slice(before.range[0]));
  if (removal === undefined || !isParted) return undefined;
  const gap = isOnOwnLine ? `${lineBreakOf(text)}${indentation}` : source.endsWith(";") ? " " : "; ";
  return [{ range: [before.range[0], before.range[0]], text: `${source}${gap}` }, removal];
}

/** What goes with a statement that is taken out; undefined where a comment stands by it. */
function lineOf(program: JavaScriptProgram, statement: Node): Range | undefined {
  const { text } = program.sourceCode;
  const [start, end] = statement.range;
  const tokens = program.tokensAt(statement);
  const before = tokens.getTokenBefore(statement, { includeComments: true });
  const after = tokens.getTokenAfter(statement, { includeComments: true });
  const isComment = (token: { readonly type: string } | null) => token?.type === "Block" || token?.type === "Line";
  // With the end of what stands before, so that only a file starts with the gap.
  const gap = text.slice(before === null ? 0 : before.range[1] - 1, start);
  if (isComment(before) && !/\n[ \t]*\r?\n/u.test(gap)) return undefined;
  const behind = /^[ \t]*(?:\r\n|[\n\r]|$(?![^]))/u.exec(text.slice(end))?.[0];
  if (behind === undefined && isComment(after)) return undefined;
  const ahead = /(?:^|[\n\r])[ \t]*$/u.exec(gap)?.[0];
  if (ahead === undefined || behind === undefined) return [start, end];
  return [start - ahead.replace(/^[\n\r]/u, "").length, end + behind.length];
}

/** Whether the statements around one would be read as one statement without it: where semicolons are left out. */
function joins(program: JavaScriptProgram, statement: Node): boolean {
  const tokens = program.tokensAt(statement);
  const before = tokens.getTokenBefore(statement);
  const after = tokens.getTokenAfter(statement);
  const isOpen = before !== null && !/^[;{}:]$/u.test(before.value);
  return isOpen && after !== null && /^[([`+\-*/,.]/u.test(after.value);
}
