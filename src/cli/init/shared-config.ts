import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** `import root from "../../eslint.config.js"` and `const root = require("../../eslint.config.js")`. */
const REQUIRE = /\b(?:const|let|var)\s+([\w$]+)\s*=\s*require\(\s*["'](\.[^"']+)["']\s*\)/gu;
const IMPORTS = [/\bimport\s+([\w$]+)\s+from\s*["'](\.[^"']+)["']/gu, REQUIRE];

/**
 * The config whose whole list another one takes into its own, through any number of them: what stands there holds for
 * the files of both.
 * @param config absolute.
 * @param configs all configs of the project, absolute.
 * @returns the config itself where it takes none.
 */
export function sharedConfig(config: string, configs: readonly string[]): string {
  const passed = new Set<string>();
  let shared = config;
  for (let next: string | undefined = config; next !== undefined && !passed.has(next); next = takenBy(next, configs)) {
    passed.add(next);
    shared = next;
  }
  return shared;
}

function takenBy(config: string, configs: readonly string[]): string | undefined {
  const text = readFileSync(config, "utf8");
  for (const [, name = "", specifier = ""] of IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const path = resolve(dirname(config), specifier);
    const found = configs.find((each) => each === path || each.startsWith(`${path}.`));
    const local = name.replaceAll("$", String.raw`\$`);
    // `...root`, and `root` among the arguments or items.
    if (
      found !== undefined &&
      new RegExp(String.raw`\.\.\.\s*${local}(?![\w$.])|[[(,]\s*${local}\s*[\]),]`, "u").test(text)
    )
      return found;
  }
  return undefined;
}

/** Whether another config requires one, which therefore cannot wait for anything while it is loaded. */
export function isRequired(config: string, configs: readonly string[]): boolean {
  return configs.some((each) =>
    [...readFileSync(each, "utf8").matchAll(REQUIRE)].some(([, , specifier = ""]) => {
      const path = resolve(dirname(each), specifier);
      return config === path || config.startsWith(`${path}.`);
    }),
  );
}
