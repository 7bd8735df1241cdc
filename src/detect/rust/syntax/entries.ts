import type { Range } from "../../../breadcrumb/index.ts";
import { elementsOf, indexFrom } from "../../../languages/rust/queries.ts";
import type { RustSourceCode } from "../../../languages/rust/source-code.ts";
import type { RustNode, RustSyntaxElement } from "../../../languages/rust/syntax-tree.ts";

/** Tells what to cut from a list in delimiters so that one of its entries is gone. */
export type Cutter = (entry: Range) => Range | undefined;

/**
 * @param list a node that holds entries between delimiters, with commas between them.
 * @returns what to cut so that an entry is gone, its comma included, and the list is as tidy as before; undefined
 * where a comment would be lost, or would come to stand beside what it does not speak of.
 */
export function cutterOf({ text, comments }: RustSourceCode, list: RustNode): Cutter {
  let elements: readonly RustSyntaxElement[] | undefined;
  return ([start, end]) => {
    elements ??= elementsOf(list);
    const before = elements[indexFrom(elements, start) - 1];
    const index = indexFrom(elements, end);
    const [after, behind] = elements.slice(index, index + 2);
    const comma = after?.type === "," ? after : undefined;
    const next = comma === undefined ? after : behind;
    // Half-typed, a list has no end.
    if (before === undefined || next === undefined || holdsComment(comments, [before.range[1], end])) return undefined;
    const last = (comma ?? { range: [start, end] }).range[1];
    const gapAfter = text.slice(last, next.range[0]);
    const isFirst = before.type !== ",";
    // A comment after the entry, on its line, speaks of it; and one before the comma cannot stay.
    if (firstLine(gapAfter).trim() !== "" || text.slice(end, comma?.range[0] ?? end).trim() !== "") return undefined;
    if (isFirst && comma === undefined && gapAfter.trim() === "") return [before.range[1], next.range[0]];
    if (comma === undefined) return [before.range[isFirst ? 1 : 0], end];
    // On one line, `{ a, b }` without `a` keeps the space after the brace.
    const isOneLine = !text.slice(before.range[1], start).includes("\n") && firstLine(gapAfter) === gapAfter;
    return isFirst && isOneLine ? [start, next.range[0]] : [before.range[1], last];
  };
}

/**
 * What to cut so that a statement is gone, and its line with it.
 * @param statement the statement with its semicolon.
 * @param block the block that it stands in.
 * @returns undefined where a comment stands beside it.
 */
export function cutStatement(
  { text, comments }: RustSourceCode,
  statement: RustNode,
  block: RustNode,
): Range | undefined {
  const elements = elementsOf(block);
  const [start, end] = statement.range;
  const before = elements[indexFrom(elements, start) - 1];
  const after = elements[indexFrom(elements, end)];
  if (before === undefined || after === undefined || holdsComment(comments, [before.range[1], end])) return undefined;
  return firstLine(text.slice(end, after.range[0])).trim() === "" ? [before.range[1], end] : undefined;
}

/** Whether a comment starts in a span of the text. */
export function holdsComment(comments: readonly RustSyntaxElement[], [start, end]: Range): boolean {
  const next = comments[indexFrom(comments, start)];
  return next !== undefined && next.range[0] < end;
}

function firstLine(text: string): string {
  return text.replace(/[\r\n].*/su, "");
}
