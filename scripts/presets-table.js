// Writes into docs/presets.md which severity each rule has in the presets and why, as the rules say of themselves.
// With --check it writes nothing and fails when the page is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { plugin } from "./built-plugin.js";

const PAGE = new URL("../docs/presets.md", import.meta.url);
const BLOCK = /(?<=<!-- begin table of presets -->\n)[^]*(?=<!-- end table of presets -->)/;

const rows = Object.entries(plugin.rules ?? {}).map(([name, { meta }]) => {
  const { severity, why } = /** @type {import("../src/define-rule.ts").RuleDocs} */ (meta?.docs);
  const { recommended, strict } = severity;
  return `| [${name}](rules/${name}.md) |${recommended === undefined ? "" : ` ${recommended}`} | ${strict} | ${why} |`;
});
const table = ["| Rule | `recommended` | `strict` | Why |", "| :--- | :------------ | :------- | :-- |", ...rows].join(
  "\n",
);
const page = readFileSync(PAGE, "utf8");
const current = page.replace(BLOCK, () => `\n${table}\n\n`);

if (!process.argv.includes("--check")) {
  writeFileSync(PAGE, current);
} else if (page !== current) {
  console.error("The table in docs/presets.md is stale: run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
}
