import type { Range } from "../../breadcrumb/index.ts";
import { elementsOf } from "../../languages/rust/queries.ts";
import type { RustSourceCode } from "../../languages/rust/source-code.ts";
import type { RustNode, RustSyntaxElement } from "../../languages/rust/syntax-tree.ts";

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
    const before = elements[firstFrom(elements, start) - 1];
    const index = firstFrom(elements, end);
    const after = elements[index];
    if (before === undefined || after === undefined || holdsComment(comments, [before.range[1], end])) return undefined;
    const comma = after.type === "," ? after : undefined;
    const next = comma === undefined ? after : elements[index + 1];
    if (next === undefined) return undefined;
    const last = (comma ?? { range: [start, end] }).range[1];
    const gapAfter = text.slice(last, next.range[0]);
    const isFirst = before.type !== ",";
    // A comment after the entry, on its line, speaks of it; and one before the comma cannot stay.
    if (firstLine(gapAfter).trim() !== "" || text.slice(end, comma?.range[0] ?? end).trim() !== "") return undefined;
    if (isFirst && comma === undefined && gapAfter.trim() === "") return [before.range[1], next.range[0]];
    if (comma === undefined) return [before.range[isFirst ? 1 : 0], end];
    // On one line, `{ a, b }` without `a` keeps the space after the brace.
    const isOneLine = !text.slice(before.range[1], start).includes("\n") && !gapAfter.includes("\n");
    return isFirst && isOneLine && gapAfter.trim() === "" && next.type !== "}" && next.type !== "]"
      ? [start, next.range[0]]
      : [before.range[1], last];
  };
}

/**
 * What to cut so that a statement is gone, and its line with it.
 * @param statement the statement with its semicolon; it must stand in a block.
 * @returns undefined where a comment stands beside it.
 */
export function cutStatement({ text, comments }: RustSourceCode, statement: RustNode): Range | undefined {
  const block = statement.parent;
  if (block?.type !== "Block") return undefined;
  const elements = elementsOf(block);
  const [start, end] = statement.range;
  const before = elements[firstFrom(elements, start) - 1];
  const after = elements[firstFrom(elements, end)];
  if (before === undefined || after === undefined || holdsComment(comments, [before.range[1], end])) return undefined;
  return firstLine(text.slice(end, after.range[0])).trim() === "" ? [before.range[1], end] : undefined;
}

/** Whether a comment starts in a span of the text. */
export function holdsComment(comments: readonly RustSyntaxElement[], [start, end]: Range): boolean {
  const next = comments[firstFrom(comments, start)];
  return next !== undefined && next.range[0] < end;
}

/** The index of the first of some ordered elements that starts at an offset or later. */
export function firstFrom(elements: readonly RustSyntaxElement[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((elements[middle]?.range[0] ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/u);
  return end === -1 ? text : text.slice(0, end);
}
