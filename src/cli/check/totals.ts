import type { ESLint, Linter } from "eslint";
import type { Unread } from "../unread.ts";

/** How many findings there are, of errors and of warnings. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
}

export function totalsOf(results: readonly ESLint.LintResult[]): Totals {
  let errors = 0;
  let warnings = 0;
  for (const { errorCount, warningCount } of results) {
    errors += errorCount;
    warnings += warningCount;
  }
  return { errors, warnings };
}

/** A result without what its parser refuses: that file was not read. */
export function withoutFatal(result: ESLint.LintResult): ESLint.LintResult {
  if (result.fatalErrorCount === 0) return result;
  const messages = result.messages.filter(({ fatal }) => fatal !== true);
  return { ...result, ...countsOf(messages), messages };
}

/** A result without warnings. */
export function errorsOf(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, ...countsOf(messages), messages };
}

/** Whether a message says that a file cannot be parsed. ESLint calls one comment fatal, too, and lints the file. */
export function isParseError({ fatal, message }: Pick<Linter.LintMessage, "fatal" | "message">): boolean {
  return fatal === true && !message.startsWith("/* eslint-env");
}

/** Parse errors, as files that were not read. */
export function unparsedIn({
  filePath,
  messages,
}: Pick<ESLint.LintResult, "filePath" | "messages">): readonly Unread[] {
  return messages
    .filter(isParseError)
    .map(({ message, line, column }) => ({ path: filePath, reason: message, line, column, matters: true }));
}

/** How many messages of each kind a result has. */
export function countsOf(
  messages: readonly Linter.LintMessage[],
): Pick<
  ESLint.LintResult,
  "errorCount" | "fatalErrorCount" | "warningCount" | "fixableErrorCount" | "fixableWarningCount"
> {
  const number = (test: (message: Linter.LintMessage) => boolean): number => messages.filter(test).length;
  return {
    errorCount: number(({ severity }) => severity === 2),
    fatalErrorCount: number(({ fatal }) => fatal === true),
    warningCount: number(({ severity }) => severity === 1),
    fixableErrorCount: number(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: number(({ severity, fix }) => severity === 1 && fix !== undefined),
  };
}
