import wrapAnsi from "wrap-ansi";

/** Where the command writes, and what it knows of who reads. */
export interface Output {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes a line for people to standard error, apart from the output that programs read. */
export function say({ stderr }: Pick<Output, "stderr">, line: string): void {
  stderr.write(`${line}\n`);
}

/** The same for prose, in the columns of a terminal; indented lines, which name places, stay as they are. */
export function sayWrapped(output: Output, text: string): void {
  const width = Math.min(widthOf(output), READABLE);
  const lines = text.split("\n").map((line) => (line.startsWith(" ") ? line : wrapAnsi(line, width)));
  say(output, output.stderr.isTTY === true ? lines.join("\n") : text);
}

/** A number with the word for it: `1 file`, `3 files`. */
export function count(number: number, word: string, words = `${word}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? word : words}`;
}

/** Whether what is written may be colored, by https://no-color.org and what Node.js itself does. */
export function usesColor({ stdout, env }: Output): boolean {
  if ((env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") || env["TERM"] === "dumb") return false;
  const forced = env["FORCE_COLOR"];
  return forced === undefined ? stdout.isTTY === true : forced !== "0" && forced !== "false";
}

/** The columns that a terminal has, where it says so. */
export function widthOf({ stdout, env }: Output): number {
  const columns = stdout.columns ?? Number(env["COLUMNS"] ?? NaN);
  return Number.isInteger(columns) && columns >= NARROWEST ? columns : USUAL_WIDTH;
}

const USUAL_WIDTH = 80;

/** Lines of prose longer than this are hard to read, however wide the terminal is. */
export const READABLE = 100;

/** Below this no sentence fits; terminals that are being opened say 0 or 1. */
const NARROWEST = 30;
