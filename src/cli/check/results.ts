import type { ESLint, Linter } from "eslint";
import { PREFIX } from "./job.ts";
import { countsOf } from "./totals.ts";

/** What our rules found, and what could not be parsed: a comment in a file may have had other rules run. */
export function ownResult(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.filter(isOwn);
  return { ...result, ...countsOf(messages), messages, suppressedMessages: result.suppressedMessages.filter(isOwn) };
}

/** The text that a result's places are in: what fixes made of the file, or what was read of it. */
export function textOfResult({ filePath, output }: ESLint.LintResult, read: ReadonlyMap<string, string>): string {
  return output ?? read.get(filePath) ?? "";
}

function isOwn({ ruleId, fatal }: Linter.LintMessage): boolean {
  return fatal === true || ruleId?.startsWith(PREFIX) === true;
}
