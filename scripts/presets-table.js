// Writes into docs/presets.md which severity each rule has in the presets and why, as the rules say of themselves.
// With --check it writes nothing and fails when the page is stale.
import { plugin } from "./built-plugin.js";
import { writeGeneratedPart } from "./generated.js";

const rows = Object.entries(plugin.rules ?? {}).map(([name, { meta }]) => {
  const { severity, why } = /** @type {import("../src/define-rule.ts").RuleDocs} */ (meta?.docs);
  const { recommended, strict } = severity;
  return `| [${name}](rules/${name}.md) |${recommended === undefined ? "" : ` ${recommended}`} | ${strict} | ${why} |`;
});
const table = ["| Rule | `recommended` | `strict` | Why |", "| :--- | :------------ | :------- | :-- |", ...rows].join(
  "\n",
);
writeGeneratedPart("docs/presets.md", "table of presets", table);
