import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../src/index.ts";

/** A report: its place, and what is underlined there. */
interface Report {
  readonly line: number;
  readonly column: number;
  readonly source: string;
}

const linter = new Linter();

/**
 * What the rules on personal data and on levels report in TypeScript.
 * @param settings `settings["sentry-breadcrumbs"]`
 */
export function reportsIn(text: string, settings: Readonly<Record<string, unknown>> = {}): readonly Report[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    languageOptions: { parser: typescriptParser },
    plugins: { crumbs: plugin },
    rules: { "crumbs/no-pii": "error", "crumbs/valid-level": "error" },
    settings: { "sentry-breadcrumbs": settings },
  };
  const lines = text.split("\n");
  return linter.verify(text, config, { filename: "a.ts" }).map(({ line, column, endColumn = column }) => ({
    line,
    column,
    source: (lines[line - 1] ?? "").slice(column - 1, endColumn - 1),
  }));
}
