// A process of the bench: lints folders in one way and prints the seconds of processor time that it took.
// node tests/bench/lint-tree.js <without|recommended|all> <folder>…
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { plugin } from "../../scripts/built-plugin.js";

const [way, ...folders] = process.argv.slice(2);
const config = way === "without" ? [] : [way === "all" ? plugin.configs.strict : plugin.configs.recommended];
const eslint = new ESLint({
  cwd: "/",
  stats: true,
  overrideConfigFile: true,
  overrideConfig: [
    // One cheap core rule, so that every run walks every file.
    { files: ["**/*.ts"], languageOptions: { parser }, rules: { "no-debugger": "error" } },
    ...config,
  ],
});
const before = process.cpuUsage();
const results = await eslint.lintFiles(folders);
const { user, system } = process.cpuUsage(before);

const rules = results
  .flatMap(({ stats }) => stats?.times.passes ?? [])
  .flatMap((pass) => Object.entries(pass.rules ?? {}));
const ours = rules.filter(([rule]) => rule.startsWith(plugin.meta.namespace));
console.log(
  JSON.stringify({
    files: results.length,
    seconds: (user + system) / 1e6,
    secondsInRules: ours.reduce((sum, [, { total }]) => sum + total, 0) / 1e3,
  }),
);
