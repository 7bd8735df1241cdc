import { readFileSync } from "node:fs";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

/**
 * A labelled piece of code. In the file each starts with `=== half language expected kind | what it shows`, and
 * those of leaks that say where with ` | expression to be underlined`.
 * @typedef {object} LabelledCase
 * @property {string} half "first" for those by which the rule was mended, "second" for those kept apart until then
 * @property {"ts" | "tsx" | "js" | "rs"} language
 * @property {"default" | "strict" | "harmless"} expected from which preset on it is to be reported
 * @property {string} kind how the value comes to the breadcrumb, or what it takes to judge it
 * @property {string} title
 * @property {string | undefined} expression
 * @property {string} code
 */

/** @type {readonly LabelledCase[]} */
export const labelledCases = readFileSync(new URL("../tests/sensitive-data/cases.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = "", title = "", expression] = block.slice(0, block.indexOf("\n")).split(" | ");
    const [half, language, expected, kind] = head.split(" ");
    return /** @type {LabelledCase} */ ({
      half,
      language,
      expected,
      kind,
      title,
      expression,
      code: block.slice(block.indexOf("\n") + 1),
    });
  });

/**
 * The texts that `no-pii` underlines in a case.
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {LabelledCase} labelled
 * @param {"default" | "strict"} preset
 * @param {{ readonly filename: string, readonly programs: readonly object[] }} [typed] the case as the file of a program
 *   with a type checker
 */
export function underlined(plugin, { language, code }, preset, typed) {
  const { filename = `case.${language}`, programs } = typed ?? {};
  const parserOptions = { ecmaFeatures: { jsx: language !== "ts" }, ...(programs && { programs }) };
  const messages = new Linter().verify(
    code,
    {
      files: ["**/*.*"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/no-pii": ["error", { strict: preset === "strict" }] },
      ...(language === "rs"
        ? { language: "sentry-breadcrumbs/rust" }
        : { languageOptions: { parser: typescriptParser, parserOptions } }),
    },
    { filename },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(`${fatal.message} in ${code}`);
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return messages.map(({ line, column, endLine = line, endColumn = column }) =>
    code.slice((lineStarts[line - 1] ?? 0) + column - 1, (lineStarts[endLine - 1] ?? 0) + endColumn - 1),
  );
}

/**
 * How many of the cases are leaks, how many of these are reported, and the same of those that are harmless.
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {readonly LabelledCase[]} cases
 * @param {"default" | "strict"} preset what is personal at times is harmless without `strict`
 */
export function measure(plugin, cases, preset) {
  const judged = cases.map((labelled) => ({
    labelled,
    isLeak: labelled.expected === "default" || labelled.expected === preset,
    isFound: underlined(plugin, labelled, preset).length > 0,
  }));
  const leaks = judged.filter(({ isLeak }) => isLeak);
  const harmless = judged.filter(({ isLeak }) => !isLeak);
  const missed = leaks.filter(({ isFound }) => !isFound).map(({ labelled }) => labelled);
  const falsely = harmless.filter(({ isFound }) => isFound).map(({ labelled }) => labelled);
  const found = leaks.length - missed.length;
  return {
    leaks: leaks.length,
    found,
    harmless: harmless.length,
    missed,
    falsely,
    precision: found / (found + falsely.length),
    recall: found / leaks.length,
  };
}
