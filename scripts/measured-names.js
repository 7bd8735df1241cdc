// Writes into docs/sensitive-data.md what the built plugin makes of the labelled names of
// tests/sensitive-data/development-names.tsv. With --check it writes nothing and fails when the page is stale.
import { readFileSync } from "node:fs";
import { writeGeneratedPart } from "./generated.js";

/** @type {typeof import("../src/sensitive-data/names.ts")} */
const { classifyName } = await import(new URL("../dist/src/sensitive-data/names.js", import.meta.url).href);

const NAMES = new URL("../tests/sensitive-data/development-names.tsv", import.meta.url);

const names = readFileSync(NAMES, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name = "", label] = line.split("\t");
    const said = classifyName(name.split("."));
    const found = typeof said === "object" ? said : undefined;
    return { isSensitive: label !== "clean", isFound: found !== undefined, isDefault: found?.tier === 1 };
  });

const sensitive = names.filter(({ isSensitive }) => isSensitive);
const right = sensitive.filter(({ isFound }) => isFound).length;
const wrong = names.filter(({ isSensitive, isFound }) => isFound && !isSensitive).length;
const block = `| Labelled names | |
| :--- | ---: |
| sensitive | ${sensitive.length} |
| found | ${right} |
| found without \`strict\` | ${sensitive.filter(({ isDefault }) => isDefault).length} |
| harmless | ${names.length - sensitive.length} |
| reported | ${wrong} |
| precision | ${percent(right, right + wrong)} |
| recall | ${percent(right, sensitive.length)} |`;

writeGeneratedPart("docs/sensitive-data.md", "measured names", block);

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
