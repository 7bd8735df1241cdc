import type { ESLint, Linter } from "eslint";
import { PREFIX } from "./job.ts";
import { countsOf, isParseError } from "./totals.ts";

/** The findings of our rules, and parse errors. A comment in a file may enable other rules. */
export function ownResult(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.filter(isOwn);
  return { ...result, ...countsOf(messages), messages, suppressedMessages: result.suppressedMessages.filter(isOwn) };
}

/** The content to which a result's places refer: after fixes, or as read. */
export function textOfResult({ filePath, output }: ESLint.LintResult, read: ReadonlyMap<string, string>): string {
  return output ?? read.get(filePath) ?? "";
}

function isOwn(message: Linter.LintMessage): boolean {
  return isParseError(message) || message.ruleId?.startsWith(PREFIX) === true;
}
