import { basename } from "node:path";
import { plugin } from "./scripts/built-plugin.js";

const LANGUAGES = { javascript: "JavaScript, TypeScript", rust: "Rust" };
const HEADER_END = "<!-- end auto-generated rule header -->";

/**
 * The languages that a rule serves, as it says itself.
 * @param {string} rule
 */
function languagesOf(rule) {
  const docs = /** @type {{ languages: (keyof typeof LANGUAGES)[] }} */ (plugin.rules?.[rule]?.meta?.docs);
  return docs.languages.map((language) => LANGUAGES[language]).join(", ");
}

/**
 * Adds a column to the table of rules, which the generator does not know: the languages of each.
 * @param {string} page
 */
function withLanguageColumn(page) {
  const table = /(?<=begin auto-generated rules list -->)[^]*(?=<!-- end auto-generated rules list)/;
  return page.replace(table, (list) =>
    list.replaceAll(/^\|(.*)\|$/gm, (row) => {
      const rule = /^\| \[([\w-]+)\]\(docs\/rules/.exec(row)?.[1];
      if (rule !== undefined) return `${row} ${languagesOf(rule)} |`;
      return row.startsWith("| :-") ? `${row} :--- |` : `${row} Languages |`;
    }),
  );
}

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  // The presets for Rust hold the same rules at the same severities; the column of languages says which.
  ignoreConfig: ["rust", "rust-strict"],
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
  ],
  ruleDocNotices: ["configs", "fixableAndHasSuggestions", "description"],
  ruleDocTitleFormat: "prefix-name",
  postprocess(page, path) {
    const rule = basename(path, ".md");
    if (plugin.rules?.[rule] === undefined) return withLanguageColumn(page);
    return page.replace(HEADER_END, `🗣️ Languages: ${languagesOf(rule)}.\n\n${HEADER_END}`);
  },
};
