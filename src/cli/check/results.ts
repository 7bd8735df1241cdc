import type { ESLint, Linter } from "eslint";
import { PREFIX } from "./job.ts";

/** What our rules found, and what could not be parsed: a comment in a file may have had other rules run. */
export function ownResult(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.filter(isOwn);
  return { ...result, ...countsOf(messages), messages, suppressedMessages: result.suppressedMessages.filter(isOwn) };
}

function isOwn({ ruleId, fatal }: Linter.LintMessage): boolean {
  return fatal === true || ruleId?.startsWith(PREFIX) === true;
}

function countsOf(
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
