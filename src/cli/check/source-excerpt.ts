import stringWidth from "string-width";
import type { Linter } from "eslint";

/** A source line with a place in it, cut to a width. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const TAB = "  ";

const graphemes = new Intl.Segmenter();

/**
 * What stands on the first line of a place, without its indentation.
 * @param line the whole line.
 * @param width the columns there are, as a terminal counts them.
 */
export function excerptOf(line: string, { line: first, column, endLine, endColumn }: Place, width: number): Excerpt {
  const end = endLine === first && endColumn !== undefined ? endColumn - 1 : line.trimEnd().length;
  const start = Math.min(column - 1, line.length);
  const before = printable(line.slice(0, start)).trimStart();
  const marked = printable(line.slice(start, Math.max(end, start)));
  const after = printable(line.slice(Math.max(end, start))).trimEnd();
  if (stringWidth(before + marked + after) <= width) return { before, marked, after };
  // What is marked comes first, then what follows; what is before it has a third of the line, or what is left over.
  const room = Math.max(Math.floor(width / 3), width - stringWidth(marked + after));
  const lead = stringWidth(before) <= room ? before : lastColumns(before, room);
  const shown = firstColumns(marked, width - stringWidth(lead));
  return { before: lead, marked: shown, after: firstColumns(after, width - stringWidth(lead + shown)) };
}

type Place = Pick<Linter.LintMessage, "line" | "column" | "endLine" | "endColumn">;

/** A string without tabs and without control characters. */
export function printable(text: string): string {
  return text
    .replaceAll("\t", TAB)
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

function firstColumns(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width < 1 ? "" : `${fitting(segmentsOf(text), width - 1).join("")}…`;
}

function lastColumns(text: string, width: number): string {
  return `…${fitting(segmentsOf(text).reverse(), width - 1)
    .reverse()
    .join("")}`;
}

function segmentsOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** As many of the first segments as a width has room for. */
function fitting(segments: readonly string[], width: number): string[] {
  let used = 0;
  const end = segments.findIndex((segment) => (used += stringWidth(segment)) > width);
  return segments.slice(0, end < 0 ? segments.length : end);
}
