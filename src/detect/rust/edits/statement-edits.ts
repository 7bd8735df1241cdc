import type { Edit, Range } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { holdsComment } from "../syntax/entries.ts";

/** Takes a statement out; undefined where it has no line for itself, or a comment stands in it or by it. */
export function removeStatement(program: RustProgram, statement: RustNode): Edit | undefined {
  return holdsComment(program.sourceCode.comments, statement.range) ? undefined : cutStatement(program, statement);
}

/** Takes a statement out, with the comments inside of it. */
function cutStatement(program: RustProgram, statement: RustNode): Edit | undefined {
  const line = lineOf(program, statement);
  return line && { range: line, text: "" };
}

/** Moves a statement before another one of its block; undefined where one has no line for itself. */
export function moveStatement(program: RustProgram, statement: RustNode, before: RustNode): Edit[] | undefined {
  const { text } = program.sourceCode;
  const removal = cutStatement(program, statement);
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
  const isWholeLine = text.slice(start, from).trim() === "" && text.slice(to, end).trim() === "";
  return isWholeLine && !above.startsWith("//") && !above.endsWith("*/") ? [start, end] : undefined;
}
