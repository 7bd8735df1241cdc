import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint({
  // Import boundaries need no types, so that files which are not there can be asked about.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => /(?:^|\/)no-restricted-(?:imports|syntax)$/.test(ruleId),
});

/** The rules that refuse a text as the content of a file of this project. */
async function refusals(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe("the boundaries between the parts", () => {
  it.each([
    ["rules/new-rule.ts", 'import type { Rule } from "eslint";'],
    ["rules/new-rule.ts", 'import type { TSESTree } from "@typescript-eslint/utils";'],
    ["rules/new-rule.ts", 'import { breadcrumbFileOf } from "../src/detect/index.ts";'],
    ["rules/new-rule.ts", 'import { RustSourceCode } from "../src/languages/rust/source-code.ts";'],
    ["rules/new-rule.ts", 'import validLevel from "./valid-level.ts";'],
    ["rules/new-rule.ts", 'export * from "./index.ts";'],
    ["rules/index.ts", 'import { breadcrumbFileOf } from "../src/detect/index.ts";'],
    ["src/breadcrumb/new.ts", 'import { readSettings } from "../settings.ts";'],
    ["src/breadcrumb/new.ts", 'import { parser } from "@lezer/rust";'],
    ["src/sensitive-data/new.ts", 'import { LEVELS } from "../sentry/levels.ts";'],
    ["src/sensitive-data/new.ts", 'import { readFileSync } from "node:fs";'],
    ["src/edit/new.ts", 'import type { Rule } from "eslint";'],
    ["src/sentry/new.ts", 'import { readSettings } from "../settings.ts";'],
  ])("%s may not say %s", async (file, text) => {
    expect(await refusals(file, text)).toEqual(["no-restricted-imports"]);
  });

  it.each([
    ["rules/new-rule.ts", 'export const late = import("../src/detect/index.ts");'],
    ["src/breadcrumb/new.ts", 'export type Node = import("estree").Node;'],
  ])("%s may not say %s either", async (file, text) => {
    expect(await refusals(file, text)).toEqual(["no-restricted-syntax"]);
  });

  it.each([
    ["src/detect/new.ts", 'import { Linter } from "eslint";'],
    ["src/new.ts", 'import { AST_NODE_TYPES } from "@typescript-eslint/utils";'],
    ["src/languages/rust/new.ts", 'import ts from "typescript";'],
  ])("%s loads nothing of the linter: %s", async (file, text) => {
    expect(await refusals(file, text)).toEqual(["@typescript-eslint/no-restricted-imports"]);
  });

  it.each([
    ["rules/new-rule.ts", 'import { resolve } from "../src/breadcrumb/index.ts";'],
    ["rules/new-rule.ts", 'import { defineBreadcrumbRule } from "../src/define-rule.ts";'],
    ["rules/new-rule.ts", 'import { LEVELS } from "../src/sentry/levels.ts";'],
    ["rules/index.ts", 'import validLevel from "./valid-level.ts";'],
    ["src/breadcrumb/new.ts", 'import type { Range } from "./range.ts";'],
    ["src/edit/new.ts", 'import type { Edit } from "../breadcrumb/index.ts";'],
    ["src/sentry/new.ts", 'import { distance } from "fastest-levenshtein";'],
    ["src/detect/new.ts", 'import type { SourceCode } from "eslint";'],
  ])("%s may say %s", async (file, text) => {
    expect(await refusals(file, text)).toEqual([]);
  });
});
