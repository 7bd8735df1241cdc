// The samples of code in the documentation, which tests lint and the site shows with their findings.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./findings.js";

// A sample says of itself what a rule makes of it, in the first line of its fence:
//
//     ```ts incorrect options={"allowLog":false} messages=log,meant
//
// After the language and the verdict, in any order and without white space inside: `rule=` (on a rule's own page that
// rule, without saying so), `options=` and `settings=` in JSON, `messages=` with the ids of all reports in order.
// A fence without a verdict is not linted.

/**
 * @typedef {object} Sample
 * @property {number} line of the page, from 1
 * @property {string} language
 * @property {"correct" | "incorrect"} verdict
 * @property {string} rule
 * @property {Readonly<Record<string, unknown>> | undefined} options
 * @property {Readonly<Record<string, unknown>> | undefined} settings
 * @property {readonly string[] | undefined} messages
 * @property {string} code
 */

/**
 * A page of the documentation.
 * @typedef {object} Page
 * @property {string} path from the project's folder, with slashes
 * @property {string} text
 */

const FENCE =
  /^(?<ticks>`{3,})(?<language>\w+) (?<verdict>correct|incorrect)\b(?<rest>.*)\n(?<code>[^]*?)^\k<ticks>$/gm;
const ATTRIBUTES = ["rule", "options", "settings", "messages"];

/**
 * The pages of the documentation.
 * @returns {Page[]}
 */
export function documentation() {
  const paths = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((path) =>
    join("docs", path),
  );
  return [...paths, "README.md"]
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(root, path), "utf8") }));
}

/**
 * The samples of a page, in order.
 * @param {Page} page
 * @returns {Sample[]}
 * @throws Error for an attribute that there is not.
 */
export function samplesOf({ path, text }) {
  return [...text.matchAll(FENCE)].map(({ index, groups = {} }) => {
    const { language = "", verdict = "", rest = "", code = "" } = groups;
    const line = text.slice(0, index).split("\n").length;
    const head = sampleHead(`${language} ${verdict}${rest}`, path);
    if (head === undefined) throw new Error(`${path}:${line} has a fence that cannot be read.`);
    return { ...head, line, code };
  });
}

/**
 * What the first line of a fence says of its sample.
 * @param {string} info what stands after the ticks
 * @param {string} path of the page
 * @returns {Omit<Sample, "line" | "code"> | undefined} undefined for a fence without a verdict
 * @throws Error for an attribute that there is not.
 */
export function sampleHead(info, path) {
  const [language = "", verdict, ...words] = info.trim().split(/\s+/u);
  if (verdict !== "correct" && verdict !== "incorrect") return undefined;
  const attributes = new Map(
    words.map((attribute) => {
      const [name = "", ...value] = attribute.split("=");
      if (!ATTRIBUTES.includes(name)) throw new Error(`${path} has ${attribute} in a fence.`);
      return [name, value.join("=")];
    }),
  );
  /** @returns {Record<string, unknown> | undefined} */
  const json = (/** @type {string} */ name) => {
    const value = attributes.get(name);
    return value === undefined ? undefined : JSON.parse(value);
  };
  return {
    language,
    verdict,
    rule: attributes.get("rule") ?? basename(path, ".md"),
    options: json("options"),
    settings: json("settings"),
    messages: attributes.get("messages")?.split(","),
  };
}

/**
 * How editors identify the languages of fences; samples in JavaScript may have JSX.
 * @type {Readonly<Record<string, import("../src/cli/browser.ts").Language>>}
 */
const LANGUAGES = {
  js: "javascriptreact",
  jsx: "javascriptreact",
  ts: "typescript",
  tsx: "typescriptreact",
  rust: "rust",
};

/**
 * How `lint` of `sentry-breadcrumbs/browser` holds a sample to its rule.
 * @param {Pick<Sample, "language" | "rule" | "options" | "settings">} sample
 * @returns {import("../src/cli/browser.ts").LintOptions}
 * @throws Error for a language that there is not.
 */
export function lintOptionsOf({ language, rule, options, settings }) {
  const id = LANGUAGES[language];
  if (id === undefined) throw new Error(`Samples in ${language} are not linted.`);
  return {
    language: id,
    rules: { [`sentry-breadcrumbs/${rule}`]: ["error", options ?? {}] },
    ...(settings !== undefined && { settings }),
  };
}
