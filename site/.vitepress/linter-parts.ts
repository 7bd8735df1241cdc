// What the linter in the browser does without, which is half of what ESLint brings: its own rules, its parser, as ours reads
// all languages, and what checks options. The grammar of Rust is loaded when it is needed.
import { join } from "node:path";
import type { Plugin } from "vitepress";

const EMPTY: readonly (readonly [RegExp, string])[] = [
  [/[\\/]eslint[\\/]lib[\\/]rules[\\/]index\.js$/u, "module.exports = new Map();"],
  [
    /[\\/]node_modules[\\/]espree[\\/]dist[\\/]espree\.cjs$/u,
    "module.exports = { latestEcmaVersion: 17, name: 'espree', version: '' };",
  ],
  [
    /[\\/]node_modules[\\/]ajv[\\/]lib[\\/]ajv\.js$/u,
    "module.exports = class { _opts = {}; addMetaSchema() {} compile() { return () => true; } };",
  ],
];

/** @param root the folder of the project */
export function linterParts(root: string): Plugin {
  return {
    name: "linter-parts",
    enforce: "pre",
    resolveId(id) {
      if (id === "@lezer/rust") return join(import.meta.dirname, "theme/rust-grammar.ts");
      return id === "rust-grammar" ? join(root, "node_modules/@lezer/rust/dist/index.js") : undefined;
    },
    load: (id) => EMPTY.find(([path]) => path.test(id))?.[1],
  };
}
