import type { ESLint, Linter } from "eslint";
import { linesOf, type Lines } from "../lines.ts";
import { fromRoot } from "../paths.ts";
import { textOfResult } from "./results.ts";

/**
 * Findings as diagnostics of rustc, a line of JSON for each, which rust-analyzer shows in any editor when the command
 * stands in `rust-analyzer.check.overrideCommand`.
 * @see https://doc.rust-lang.org/rustc/json.html#diagnostics
 */
export function rustc(
  results: readonly ESLint.LintResult[],
  root: string,
  textOf: ReadonlyMap<string, string>,
): string {
  return results
    .flatMap((result) => {
      const { filePath, messages } = result;
      const whole = textOfResult(result, textOf);
      const text = whole.replace(/^\uFEFF/u, "");
      const mark = Buffer.byteLength(whole) - Buffer.byteLength(text);
      const file: File = { name: fromRoot(root, filePath), text, mark, lines: linesOf(filePath, text) };
      return messages.map((message) => `${JSON.stringify(diagnosticOf(message, file))}\n`);
    })
    .join("");
}

/** A file that diagnostics are about. */
interface File {
  /** From the folder that the command runs in, as rustc has it from the workspace's. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** How many bytes the mark takes: rustc counts those of the file. */
  readonly mark: number;
  readonly lines: Lines;
}

function diagnosticOf(message: Linter.LintMessage, file: File): object {
  const { ruleId, severity, fix, suggestions } = message;
  const start = file.lines.offset(message);
  const { endLine, endColumn } = message;
  const end =
    endLine === undefined || endColumn === undefined ? start : file.lines.offset({ line: endLine, column: endColumn });
  const repairs = [
    ...(fix === undefined ? [] : [{ desc: "Fix", fix, applicability: "MachineApplicable" }]),
    ...(suggestions ?? []).map((suggestion) => ({ ...suggestion, applicability: "MaybeIncorrect" })),
  ];
  return {
    $message_type: "diagnostic",
    message: message.message,
    code: ruleId === null ? null : { code: ruleId, explanation: null },
    level: severity === 2 ? "error" : "warning",
    spans: [spanOf(start, end, file)],
    children: repairs.map(({ desc, fix: { range, text }, applicability }) => ({
      message: desc,
      code: null,
      level: "help",
      spans: [
        { ...spanOf(range[0], range[1], file), suggested_replacement: text, suggestion_applicability: applicability },
      ],
      children: [],
      rendered: null,
    })),
    rendered: `${file.name}:${message.line.toString()}:${message.column.toString()}: ${message.message}\n`,
  };
}

/** A place as rustc has it: in bytes of UTF-8, and in columns that count code points from 1. */
function spanOf(start: number, end: number, { name, text, mark, lines }: File): object {
  const [from, to] = [lines.place(start), lines.place(end)];
  const column = ({ line, column: units }: typeof from): number =>
    Array.from((lines.text(line) ?? "").slice(0, units - 1)).length + 1;
  const bytesBefore = mark + Buffer.byteLength(text.slice(0, start));
  return {
    file_name: name,
    byte_start: bytesBefore,
    byte_end: bytesBefore + Buffer.byteLength(text.slice(start, end)),
    line_start: from.line,
    line_end: to.line,
    column_start: column(from),
    column_end: column(to),
    is_primary: true,
    text: [],
    label: null,
    suggested_replacement: null,
    suggestion_applicability: null,
    expansion: null,
  };
}
