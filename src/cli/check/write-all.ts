import type { ESLint } from "eslint";
import { Failure } from "../failure.ts";
import type { Source } from "../sources.ts";
import { readText } from "../text.ts";
import { reasonOf } from "../unread.ts";
import { writeSafely } from "../write.ts";

/**
 * Writes what became of files that are still as they were read.
 * @throws Failure that names each that could not be written.
 */
export async function writeAll(results: readonly ESLint.LintResult[], sources: readonly Source[]): Promise<void> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const failures = await Promise.all(
    results.map(async ({ filePath, output }) => {
      const source = byPath.get(filePath);
      if (output === undefined || source === undefined) return [];
      try {
        if (readText(filePath).text !== source.text) return [`${filePath}: it has changed in the meantime`];
        await writeSafely(filePath, output, source.encoding);
        return [];
      } catch (error) {
        return [`${filePath}: ${reasonOf(error)}`];
      }
    }),
  );
  if (failures.flat().length > 0) throw new Failure(["Not written:", ...failures.flat()].join("\n  "));
}
