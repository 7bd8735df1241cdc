import type { ESLint } from "eslint";
import { linesOf } from "../lines.ts";
import { fromRoot } from "../paths.ts";
import { fingerprints } from "./fingerprints.ts";
import { textOfResult } from "./results.ts";

/**
 * Findings as a report of GitLab's code quality.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab(
  results: readonly ESLint.LintResult[],
  root: string,
  textOf: ReadonlyMap<string, string>,
): string {
  const issues = results.flatMap((result) => {
    const path = fromRoot(root, result.filePath);
    const fingerprint = fingerprints(path, linesOf(result.filePath, textOfResult(result, textOf)));
    return result.messages.map((message) => ({
      description: message.message,
      check_name: message.ruleId ?? "parsing-error",
      fingerprint: fingerprint(message),
      severity: message.severity === 2 ? "major" : "minor",
      location: { path, lines: { begin: message.line, end: message.endLine ?? message.line } },
    }));
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
