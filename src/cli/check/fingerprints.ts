import { createHash } from "node:crypto";
import type { Linter } from "eslint";
import type { Lines } from "../lines.ts";

/**
 * Makes names for the findings of one file by which the same finding is known again when lines above it come or go: of
 * its rule, its file and what stands on its line, and of which of several equal ones it is.
 * @param path the file, as it is to be called everywhere.
 */
export function fingerprints(path: string, lines: Lines): (message: Linter.LintMessage) => string {
  const seen = new Map<string, number>();
  return ({ ruleId, line }) => {
    const same = JSON.stringify([path, ruleId, lines.text(line)?.trim()]);
    const before = seen.get(same) ?? 0;
    seen.set(same, before + 1);
    return createHash("sha256").update(`${same}${before.toString()}`).digest("hex").slice(0, 32);
  };
}
