import type { ESLint } from "eslint";
import { fromRoot } from "../paths.ts";
import { printable } from "./source-excerpt.ts";

/**
 * Findings as annotations of GitHub Actions.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(results: readonly ESLint.LintResult[], root: string): string {
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ severity, line, column, endLine, endColumn, ruleId, message }) => {
        const place = {
          file: fromRoot(root, filePath),
          line,
          endLine,
          col: column,
          endColumn,
          title: ruleId ?? "Parsing error",
        };
        const properties = Object.entries(place)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
        return `::${severity === 2 ? "error" : "warning"} ${properties.join(",")}::${escaped(message)}\n`;
      }),
    )
    .join("");
}

function escaped(text: string): string {
  const lines = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return printable(lines);
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
