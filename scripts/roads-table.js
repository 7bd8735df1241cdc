// Writes into README.md by which calls personal data reaches Sentry, and which rule reports each.
// With --check it writes nothing and fails when README.md is stale.
import { reportsOf } from "../tests/doors/roads.js";
import { plugin } from "./built-plugin.js";
import { writeGeneratedPart } from "./generated.js";

const WHAT = {
  "no-pii": "breadcrumbs that your code records",
  "no-pii-in-automatic-breadcrumbs":
    "breadcrumbs that an SDK records automatically, and in Rust what else it makes of logs: events and spans",
  "no-pii-in-logs": "logs",
  "no-pii-in-events":
    "contexts, tags, extra data, messages, exceptions, spans, metrics, and user data for which Sentry has no field",
};

const REPORTS = { javascript: reportsOf(plugin, "javascript"), rust: reportsOf(plugin, "rust") };

/**
 * The calls of which a rule reports everything that the tests send by them.
 * @param {"javascript" | "rust"} language
 * @param {string} rule
 */
function callsFor(language, rule) {
  const found = Object.entries(REPORTS[language]).filter(([, roads]) => roads.flat().includes(rule));
  return found.map(([name]) => (name.includes(" ") ? name : `\`${name}\``)).join(", ");
}

const rows = Object.entries(WHAT).map(
  ([rule, what]) =>
    `| ${what} | ${callsFor("javascript", rule)} | ${callsFor("rust", rule)} | [\`${rule}\`](docs/rules/${rule}.md) |`,
);
const table = ["| What is sent | JavaScript | Rust | Rule |", "| :----------- | :--------- | :--- | :--- |", ...rows];
writeGeneratedPart("README.md", "roads", table.join("\n"));
