// Checked by the compiler, here against the source and by the smoke test against the packed package: what a
// project's TypeScript config may write.
import type { ESLint, Linter } from "eslint";
import plugin from "../../src/index.ts";

export const mounted: ESLint.Plugin = plugin;

export const presets: Linter.Config[] = [
  plugin.configs.recommended,
  plugin.configs.strict,
  plugin.configs.rust,
  plugin.configs["rust-strict"],
];

// @ts-expect-error -- there is no such preset
export type Misspelt = (typeof plugin.configs)["recomended"];
