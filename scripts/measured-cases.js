// Writes into docs/sensitive-data.md what the built plugin makes of the labelled cases of
// tests/sensitive-data/cases.txt. With --check it writes nothing and fails when the page is stale.
import { plugin } from "./built-plugin.js";
import { writeGeneratedPart } from "./generated.js";
import { labelledCases, measure } from "./labelled-cases.js";

const kinds = [...new Set(labelledCases.map(({ kind }) => kind))].sort();
const byKind = kinds.map((kind) => {
  const cases = labelledCases.filter((each) => each.kind === kind);
  const said = measure(plugin, cases, "strict");
  return `| ${kind} | ${said.leaks} | ${said.found} | ${said.harmless} | ${said.falsely.length} |`;
});

const parts = ["first", "second"].flatMap((half) =>
  ["JavaScript", "Rust"].flatMap((language) =>
    /** @type {const} */ (["default", "strict"]).map((preset) => {
      const cases = labelledCases.filter(
        (each) => each.half === half && (each.language === "rs") === (language === "Rust"),
      );
      const { precision, recall } = measure(plugin, cases, preset);
      return `| ${half} | ${language} | ${preset} | ${cases.length} | ${percent(precision)} | ${percent(recall)} |`;
    }),
  ),
);

const block = `| Half | Language | Preset | Cases | Precision | Recall |
| :--- | :--- | :--- | ---: | ---: | ---: |
${parts.join("\n")}

Both halves with \`strict\`, by what a case tests:

| Kind | Leaks | Found | Harmless | Reported |
| :--- | ---: | ---: | ---: | ---: |
${byKind.join("\n")}`;

writeGeneratedPart("docs/sensitive-data.md", "measured cases", block);

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
