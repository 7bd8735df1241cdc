import { readFileSync } from "node:fs";
import { SETTINGS_KEY } from "../../settings.ts";

/** `// eslint-disable-line a/b, c -- why`, and the same between the signs of a block. */
const DIRECTIVE =
  /\/\/[\t ]*eslint-(?:dis|en)able(?:-(?:next-)?line)?[\t ]([^\n]*)|\/\*\s*eslint(?:-(?:dis|en)able(?:-(?:next-)?line)?)?\s([\s\S]*?)\*\//gu;

/** `react-hooks/exhaustive-deps`, `@typescript-eslint/no-explicit-any`. */
const RULE = /(?<![\w@/.-])(@[\w.-]+(?:\/[\w.-]+)?|[a-z][\w.-]*)\/([\w.-]+(?:\/[\w.-]+)*)/gu;

/**
 * The rules of other plugins that comments in some files name. ESLint reports each that a config does not know.
 * @param files absolute.
 * @returns the rules' names by plugin, both in order.
 */
export function namedRules(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    if (!text.includes("eslint")) continue;
    for (const [, line, block = ""] of text.matchAll(DIRECTIVE)) {
      const [rules = ""] = (line ?? block).split(/\s-{2,}\s/u);
      for (const [, plugin = "", rule = ""] of rules.matchAll(RULE))
        if (plugin !== SETTINGS_KEY) found.set(plugin, (found.get(plugin) ?? new Set()).add(rule));
    }
  }
  return new Map([...found].sort().map(([plugin, rules]) => [plugin, [...rules].sort()]));
}
