import type { Edit, Range } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { lineBreakOf } from "./source-text.ts";

/**
 * Takes a statement out of its list, with its line where it has one for itself.
 * @returns undefined where a comment would be lost or left behind, or two statements would run together.
 */
export function removeStatement(program: JavaScriptProgram, statement: Node): Edit | undefined {
  const hasComment = program.commentsAt(statement).getCommentsInside(statement).length > 0;
  return hasComment ? undefined : cutStatement(program, statement);
}

/**
 * Moves a statement before another one of the same list.
 * @returns undefined where it would leave a comment behind that belongs to it, or two statements that run together.
 */
export function moveStatement(program: JavaScriptProgram, statement: Node, before: Node): Edit[] | undefined {
  const { text } = program.sourceCode;
  const removal = cutStatement(program, statement);
  const source = text.slice(...statement.range);
  const lineStart = text.lastIndexOf("\n", before.range[0] - 1) + 1;
  const indentation = text.slice(lineStart, before.range[0]);
  const isOnOwnLine = indentation.trim() === "";
  const isParted = source.endsWith(";") || !isOnOwnLine || /[\p{ID_Start}$_]/uy.test(text.slice(before.range[0]));
  if (removal === undefined || !isParted) return undefined;
  const gap = isOnOwnLine ? `${lineBreakOf(text)}${indentation}` : source.endsWith(";") ? " " : "; ";
  return [{ range: [before.range[0], before.range[0]], text: `${source}${gap}` }, removal];
}

/** Takes a statement out, with the comments inside of it. */
function cutStatement(program: JavaScriptProgram, statement: Node): Edit | undefined {
  const line = lineOf(program, statement);
  return line && !joins(program, statement) ? { range: line, text: "" } : undefined;
}

/** The range to delete with a statement; undefined if a comment belongs to it. */
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
