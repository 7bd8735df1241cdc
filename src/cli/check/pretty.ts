import { createColors } from "picocolors";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { ESLint, Linter } from "eslint";
import { linesOf, type Lines } from "../lines.ts";
import { count, READABLE, usesColor, widthOf, type Output } from "../io.ts";
import { fromRoot } from "../paths.ts";
import { PREFIX, ruleDocs } from "./job.ts";
import { textOfResult } from "./results.ts";
import { excerptOf, printable } from "./source-excerpt.ts";
import { totalsOf } from "./totals.ts";

const INDENT = "  ";

type Colors = ReturnType<typeof createColors>;

/** Prints for people at a terminal. */
interface Printer {
  readonly root: string;
  readonly colors: Colors;
  /** Whether names of rules open their pages. */
  readonly links: boolean;
  /** The columns there are, as far as they are used. */
  readonly width: number;
}

/**
 * Findings for people at a terminal: each with its rule, its message, its line of the source and what repairs it; then
 * how many there are of which rule, with the rule's page.
 * @param root absolute: what paths are shown from.
 * @param textOf the text of each file that was linted, as it was before any fix.
 */
export function pretty(
  results: readonly ESLint.LintResult[],
  root: string,
  textOf: ReadonlyMap<string, string>,
  output: Output,
): string {
  const printer = {
    root,
    colors: createColors(usesColor(output)),
    links: output.stdout.isTTY === true && usesColor(output),
    width: Math.min(widthOf(output), READABLE),
  };
  const found = results.flatMap((result) => {
    const lines = linesOf(result.filePath, textOfResult(result, textOf));
    return result.messages.map((message) => finding(message, result.filePath, lines, printer));
  });
  return [...found, summary(results, printer)].join("\n");
}

function finding(message: Linter.LintMessage, path: string, lines: Lines, printer: Printer): string {
  const { colors, root, width } = printer;
  const { line, column } = message;
  const severity = message.severity === 2 ? colors.red("error") : colors.yellow("warning");
  const place = colors.cyan(printable(`${fromRoot(root, path)}:${line.toString()}:${column.toString()}`));
  const heading = `${severity}  ${colors.bold(nameOf(message))}`;
  const isShort = stringWidth(`${heading}  ${place}`) <= width;
  return [
    isShort ? `${heading}  ${place}` : `${heading}\n${INDENT}${place}`,
    wrapped(printable(message.message), printer),
    ...excerpt(message, lines.text(line), printer),
    ...repairs(message).map((text) => wrapped(colors.green(printable(text)), printer)),
    "",
  ].join("\n");
}

function nameOf({ ruleId }: Linter.LintMessage): string {
  return ruleId?.replace(PREFIX, "") ?? "unread";
}

function wrapped(text: string, { width }: Printer): string {
  const lines = wrapAnsi(text, width - INDENT.length, { hard: true }).split("\n");
  return lines.map((line) => `${INDENT}${line}`).join("\n");
}

function excerpt(message: Linter.LintMessage, line: string | undefined, { colors, width }: Printer): readonly string[] {
  if (line === undefined || line.trim() === "") return [];
  const number = `${INDENT}${message.line.toString()} `;
  const { before, marked, after } = excerptOf(line, message, width - number.length - 2);
  const color = message.severity === 2 ? colors.red : colors.yellow;
  const underline = "~".repeat(Math.max(stringWidth(marked), 1));
  return [
    `${colors.dim(`${number}│`)} ${before}${marked}${after}`,
    `${colors.dim(`${" ".repeat(number.length)}│`)} ${" ".repeat(stringWidth(before))}${color(underline)}`,
  ];
}

/** The edits that a finding offers. */
function repairs({ fix, suggestions }: Linter.LintMessage): readonly string[] {
  if (fix !== undefined) return ["Fixable with --fix."];
  const [first] = suggestions ?? [];
  return first === undefined ? [] : [`Suggestion: ${first.desc}`];
}

function summary(results: readonly ESLint.LintResult[], printer: Printer): string {
  const { colors } = printer;
  const { errors, warnings } = totalsOf(results);
  const files = results.filter(({ messages }) => messages.length > 0).length;
  const total = `${count(errors + warnings, "finding")} in ${count(files, "file")}`;
  const parts = [
    ...(errors > 0 ? [colors.red(count(errors, "error"))] : []),
    ...(warnings > 0 ? [colors.yellow(count(warnings, "warning"))] : []),
  ];
  return [
    `${colors.bold(total)}: ${parts.join(", ")}`,
    ...byRule(results, printer),
    ...ends(results).map((line) => wrapAnsi(line, printer.width)),
    "",
  ].join("\n");
}

/** How many findings each rule has, those with most first, and where the rules' pages are. */
function byRule(results: readonly ESLint.LintResult[], printer: Printer): readonly string[] {
  const numbers = new Map<string, number>();
  for (const { messages } of results)
    for (const message of messages) numbers.set(nameOf(message), (numbers.get(nameOf(message)) ?? 0) + 1);
  const rows = [...numbers].sort(([, one], [, other]) => other - one);
  const digits = Math.max(...rows.map(([, number]) => number.toString().length));
  return rows.map(([name, number]) => {
    const times = number.toString().padStart(digits);
    return `${INDENT}${times}  ${linked(name, printer)}`;
  });
}

/** A rule's name, which opens its page in terminals that can: others show the name alone. */
function linked(name: string, { links }: Printer): string {
  return links ? `\u001B]8;;${ruleDocs(name).url}\u0007${name}\u001B]8;;\u0007` : name;
}

/** The numbers of fixed, fixable and suppressed findings. */
function ends(results: readonly ESLint.LintResult[]): readonly string[] {
  const fixed = results.filter(({ output }) => output !== undefined).length;
  const messages = results.flatMap((result) => result.messages);
  const fixable = messages.filter(({ fix }) => fix !== undefined).length;
  const suppressed = results.flatMap((result) => result.suppressedMessages).length;
  return [
    ...(fixed > 0 ? [`Fixed ${count(fixed, "file")}.`] : []),
    ...(fixable > 0 ? [`${count(fixable, "finding")} can be fixed with --fix.`] : []),
    ...(suppressed > 0 ? [`${count(suppressed, "finding")} suppressed by comments or the baseline.`] : []),
    "To read about a rule: sentry-breadcrumbs --explain RULE",
  ];
}
