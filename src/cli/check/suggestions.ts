import type { ESLint, Linter } from "eslint";
import { ownResult } from "./results.ts";

/** A suggestion may uncover another finding of the same rule, as with ESLint's own fixes. */
const MAX_PASSES = 10;

/**
 * Applies the first suggestion that each finding of some rules has, until none has any.
 * @param rules with the prefix of the plugin.
 * @returns the result for the file as it would then be, `output` holding its text.
 */
export async function applySuggestions(
  eslint: ESLint,
  result: ESLint.LintResult,
  rules: ReadonlySet<string>,
  text: string,
): Promise<ESLint.LintResult> {
  let current = result;
  let output = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const edits = current.messages.flatMap(({ ruleId, suggestions }) =>
      ruleId !== null && rules.has(ruleId) ? (suggestions?.slice(0, 1).map(({ fix }) => fix) ?? []) : [],
    );
    const edited = withEdits(output, edits);
    if (edited === output) break;
    output = edited;
    for (const again of await eslint.lintText(output, { filePath: result.filePath })) {
      current = ownResult(again);
      output = current.output ?? output;
    }
  }
  return output === text ? result : { ...current, output };
}

/**
 * Makes those edits that do not touch one another, the earlier one of two.
 * @param text with its byte order mark if it has one, which ESLint's ranges do not count.
 */
function withEdits(text: string, edits: readonly Linter.LintMessage["fix"][]): string {
  const code = text.replace(/^\uFEFF/u, "");
  let output = text.slice(0, text.length - code.length);
  let end = 0;
  const inOrder = edits.filter((edit) => edit !== undefined).sort((a, b) => a.range[0] - b.range[0]);
  for (const { range, text: written } of inOrder) {
    if (range[0] < end) continue;
    output += code.slice(end, range[0]) + written;
    end = range[1];
  }
  return output + code.slice(end);
}
