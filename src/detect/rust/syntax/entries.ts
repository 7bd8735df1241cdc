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
  return (entry) => {
    elements ??= elementsOf(list);
    const place = placeOf(entry, elements);
    // A comment before the comma cannot stay.
    if (place === undefined || holdsComment(comments, [place.before.range[1], entry[1]])) return undefined;
    const { comma, next } = place;
    if (text.slice(entry[1], comma?.range[0] ?? entry[1]).trim() !== "") return undefined;
    const gapAfter = text.slice(comma?.range[1] ?? entry[1], next.range[0]);
    // A comment after the entry, on its line, speaks of it.
    return firstLine(gapAfter).trim() === "" ? cutAt(entry, place, gapAfter, text) : undefined;
  };
}

/** An entry among the elements of its list. */
interface EntryPlace {
  /** The comma or delimiter before it. */
  readonly before: RustSyntaxElement;
  /** Its own comma. */
  readonly comma: RustSyntaxElement | undefined;
  /** What follows behind that. */
  readonly next: RustSyntaxElement;
}

/** @returns undefined half-typed, where a list has no end. */
function placeOf([start, end]: Range, elements: readonly RustSyntaxElement[]): EntryPlace | undefined {
  const before = elements[indexFrom(elements, start) - 1];
  const index = indexFrom(elements, end);
  const [after, behind] = elements.slice(index, index + 2);
  const comma = after?.type === "," ? after : undefined;
  const next = comma === undefined ? after : behind;
  return before === undefined || next === undefined ? undefined : { before, comma, next };
}

function cutAt([start, end]: Range, { before, comma, next }: EntryPlace, gapAfter: string, text: string): Range {
  const isFirst = before.type !== ",";
  if (comma === undefined && isFirst && gapAfter.trim() === "") return [before.range[1], next.range[0]];
  if (comma === undefined) return [before.range[isFirst ? 1 : 0], end];
  // On one line, `{ a, b }` without `a` keeps the space after the brace.
  const isOneLine = !text.slice(before.range[1], start).includes("\n") && firstLine(gapAfter) === gapAfter;
  return isFirst && isOneLine ? [start, next.range[0]] : [before.range[1], comma.range[1]];
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
