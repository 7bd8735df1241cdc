import type { ESLint } from "eslint";

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
