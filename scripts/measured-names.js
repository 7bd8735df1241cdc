// Writes into docs/sensitive-data.md what the built plugin makes of the labelled names of
// tests/sensitive-data/development-names.tsv. With --check it writes nothing and fails when the page is stale.
import { readFileSync, writeFileSync } from "node:fs";

/** @type {typeof import("../src/sensitive-data/names.ts")} */
const { classifyName } = await import(new URL("../dist/src/sensitive-data/names.js", import.meta.url).href);

const PAGE = new URL("../docs/sensitive-data.md", import.meta.url);
const NAMES = new URL("../tests/sensitive-data/development-names.tsv", import.meta.url);
const BLOCK = /(?<=<!-- begin measured names -->\n)[^]*(?=<!-- end measured names -->)/;

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
const block = `
| Labelled names | |
| :--- | ---: |
| sensitive | ${sensitive.length} |
| found | ${right} |
| found without \`strict\` | ${sensitive.filter(({ isDefault }) => isDefault).length} |
| harmless | ${names.length - sensitive.length} |
| reported | ${wrong} |
| precision | ${percent(right, right + wrong)} |
| recall | ${percent(right, sensitive.length)} |

`;

const page = readFileSync(PAGE, "utf8");
const current = page.replace(BLOCK, () => block);
if (!process.argv.includes("--check")) {
  writeFileSync(PAGE, current);
} else if (page !== current) {
  console.error("The figures in docs/sensitive-data.md are stale: run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
