import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../src/index.ts";
import { rust } from "../../src/languages/rust/index.ts";

/** A file to lint: scripts are parsed by ESLint's own parser (`js`), by that of TypeScript, or as Rust. */
export type Kind = "js" | "ts" | "tsx" | "rust";

/** How the rules are set: as they come, or each to report and mend as much as it can. */
export type Level = "defaults" | "everything";

const EVERYTHING: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "consistent-category": { shape: "kebab" },
  "known-category": { require: true, unknown: "report" },
  "no-breadcrumb-in-loop": { allowConditional: false },
  "no-filtered-text": { words: ["cart"] },
  "no-pii": { strict: true, fix: true, redact: { name: "redact", from: "crate::privacy" } },
  "prefer-logs": { max: 0, maxPerFunction: 0, fix: true },
  "require-fields": { fields: ["category", "message", "level", "type"] },
  "valid-data": { depth: 1 },
  "valid-level": { allowLog: false },
};

const SHARED = {
  sdkVersion: 10,
  modules: ["@/lib/sentry"],
  wrappers: ["track", { name: "logger.crumb", parameters: ["message", "category", "data"] }],
};

/** With categories declared, `consistent-category` leaves them to `known-category`. */
const SETTINGS: Readonly<Record<Level, unknown>> = {
  defaults: { ...SHARED, categories: ["cart", "checkout.*"] },
  everything: SHARED,
};

/** Every rule, at a level. */
export function configOf(kind: Kind, level: Level = "defaults", settings: unknown = SETTINGS[level]): Linter.Config {
  const script = kind !== "rust";
  const rules: Linter.RulesRecord = {};
  for (const [name, rule] of Object.entries(plugin.rules ?? {})) {
    if (!rule.meta?.languages?.includes(script ? "js/js" : "sentry-breadcrumbs/rust")) continue;
    const options = level === "everything" ? EVERYTHING[name] : undefined;
    rules[`sentry-breadcrumbs/${name}`] = options === undefined ? "error" : ["error", options];
  }
  const parserOptions = { ecmaFeatures: { jsx: kind !== "ts" } };
  return {
    files: ["**"],
    plugins: { "sentry-breadcrumbs": plugin },
    settings: { "sentry-breadcrumbs": settings },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules,
    ...(script
      ? { languageOptions: { parserOptions, ...(kind !== "js" && { parser: typescriptParser }) } }
      : { language: "sentry-breadcrumbs/rust" }),
  };
}

const FILES: Readonly<Record<Kind, string>> = { js: "file.jsx", ts: "file.ts", tsx: "file.tsx", rust: "file.rs" };

/** What all rules say to a text. */
export function lint(code: string, kind: Kind, level?: Level): Linter.LintMessage[] {
  return new Linter().verify(code, configOf(kind, level), FILES[kind]);
}

/** The text as ESLint's `--fix` leaves it, after ten passes at most. */
export function fixed(code: string, kind: Kind, level?: Level): Linter.FixReport {
  return new Linter().verifyAndFix(code, configOf(kind, level), { filename: FILES[kind] });
}

/** How long something takes, in milliseconds: the best of some tries, since the machine does other work, too. */
export function timeOf(work: () => void, tries = 3): number {
  let best = Infinity;
  for (let i = 0; i < tries; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The text after one message's fix, or after one of its suggestions. */
interface Output {
  readonly by: string;
  readonly message: Linter.LintMessage;
  readonly isFix: boolean;
  readonly code: string;
}

function outputsOf(code: string, messages: readonly Linter.LintMessage[]): Output[] {
  return messages.flatMap((message) => {
    const apply = ({ range, text }: { readonly range: readonly [number, number]; readonly text: string }) =>
      code.slice(0, range[0]) + text + code.slice(range[1]);
    const fixes = message.fix === undefined ? [] : [{ by: "fix", isFix: true, message, code: apply(message.fix) }];
    const chosen = (message.suggestions ?? []).map(({ desc, fix }) => ({
      by: `suggestion “${desc}”`,
      isFix: false,
      message,
      code: apply(fix),
    }));
    return [...fixes, ...chosen];
  });
}

/**
 * Holds all rules to what a program of the tests' grammar may expect of them.
 * - Every fix and every suggestion gives a program that parses, holds every comment as before, makes
 *   each numbered call (`call7()`) at most once, a fix exactly once, and has fewer of the message that it belongs to.
 * - `--fix` is done within its ten passes.
 * @throws Error that shows the program and what became of it.
 */
export function holdToPromises(code: string, kind: Kind, level: Level): void {
  const messages = lint(code, kind, level);
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(`The grammar wrote what does not parse, ${fatal.message}:\n${code}`);
  const before = factsOf(code, kind);
  if (before === undefined) throw new Error(`The grammar wrote what does not parse:\n${code}`);
  const refuse = (output: Output, fault: string) => {
    const { ruleId, line, column, message } = output.message;
    const text = `${fault}: ${output.by} of ${ruleId} at ${line}:${column} (${message})`;
    throw new Error(`${text}\n--- before\n${code}\n--- after\n${output.code}`);
  };
  for (const output of outputsOf(code, messages)) {
    const after = factsOf(output.code, kind);
    if (after === undefined) return refuse(output, "does not parse");
    if (!areKept(before.comments, after.comments, output)) refuse(output, "loses or moves a comment");
    for (const [call, times] of after.calls) {
      if (times > (before.calls.get(call) ?? 0)) refuse(output, `makes ${call} more often`);
    }
    if (output.isFix && after.calls.size < before.calls.size) refuse(output, "drops a call");
    const rest = lint(output.code, kind, level);
    const broken = rest.find((message) => message.fatal);
    if (broken !== undefined) refuse(output, `does not parse, ${broken.message}`);
    if (!isSettled(output, code, countOf(output.message, messages), kind, level)) refuse(output, "is said again");
  }
  const { output } = fixed(code, kind, level);
  const again = fixed(output, kind, level);
  if (again.output !== output) {
    throw new Error(`Ten passes do not do.\n--- before\n${code}\n--- after ten\n${output}\n--- more\n${again.output}`);
  }
}

/** A statement that is chosen to be moved takes its comments along; all others stay in their order. */
function areKept(before: readonly string[], after: readonly string[], { message }: Output): boolean {
  const moves = message.ruleId === "sentry-breadcrumbs/no-late-breadcrumb";
  const list = (comments: readonly string[]) => (moves ? [...comments].sort() : comments).join("\n");
  return list(before) === list(after);
}

/** Several records that one call may be given have one report, and are mended one after another; so do nested values. */
const MOST_ROUNDS = 4;

/** Whether a message is said less often once its edit is applied, and what it offers then at the same place. */
function isSettled({ by, message, code }: Output, original: string, before: number, kind: Kind, level: Level): boolean {
  const place = fromEnd(message, original);
  let current = code;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const messages = lint(current, kind, level);
    if (countOf(message, messages) < before) return true;
    const here = outputsOf(current, messages).filter(
      (output) => output.by === by && isSameKind(output.message, message),
    );
    const next = here.find((output) => overlap(fromEnd(output.message, current), place));
    if (next === undefined || next.code === current) return false;
    current = next.code;
  }
  return false;
}

function countOf(message: Linter.LintMessage, among: readonly Linter.LintMessage[]): number {
  return among.filter((other) => isSameKind(message, other)).length;
}

function isSameKind(one: Linter.LintMessage, other: Linter.LintMessage): boolean {
  return one.ruleId === other.ruleId && one.messageId === other.messageId;
}

/** Where a message stands, counted from the end of the text, since imports are added and removed at its start. */
function fromEnd(message: Linter.LintMessage, code: string): readonly [number, number] {
  const { line, column, endLine = line, endColumn = column } = message;
  const lines = code.split(/\r\n|[\r\n\u2028\u2029]/u);
  const after = (line: number, column: number) =>
    lines.slice(line - 1).reduce((length, text) => length + text.length + 1, 1 - column);
  return [after(endLine, endColumn), after(line, column)];
}

function overlap(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}

interface Facts {
  readonly comments: readonly string[];
  /** How often each numbered call is written. */
  readonly calls: ReadonlyMap<string, number>;
}

function factsOf(code: string, kind: Kind): Facts | undefined {
  const calls = new Map<string, number>();
  for (const [call] of code.matchAll(/\bcall\d+\b/g)) calls.set(call, (calls.get(call) ?? 0) + 1);
  const comments = kind === "rust" ? rustComments(code) : scriptComments(code, kind);
  return comments === undefined ? undefined : { comments, calls };
}

function rustComments(code: string): string[] | undefined {
  const { ast } = rust.parse({ body: code });
  return ast.hasError ? undefined : ast.comments.map(({ range }) => code.slice(...range));
}

function scriptComments(code: string, kind: Kind): string[] | undefined {
  try {
    const { comments } = typescriptParser.parse(code, { comment: true, range: true, jsx: kind !== "ts" });
    return comments.map(({ value }) => value);
  } catch {
    return undefined;
  }
}
