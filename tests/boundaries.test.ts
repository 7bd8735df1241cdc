import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { globbySync } from "globby";
import ts from "typescript";
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
    ["src/options.ts", 'import { readSettings } from "./settings.ts";'],
    ["src/settings.ts", 'import { breadcrumbFileOf } from "./detect/index.ts";'],
    ["src/ordered.ts", 'import type { Range } from "./breadcrumb/index.ts";'],
    ["src/sdk-version.ts", 'import { breadcrumbFileOf } from "./detect/index.ts";'],
    ["src/detect/new.ts", 'import { kindsOf } from "../sensitive-data/index.ts";'],
    ["src/detect/new.ts", 'import { members } from "../edit/index.ts";'],
    ["src/detect/javascript/new.ts", 'import { detectRust } from "../rust/index.ts";'],
    ["src/detect/javascript/new.ts", 'import rules from "../../../rules/index.ts";'],
    ["src/detect/javascript/values/new.ts", 'import { recordingsOf } from "../recording/calls.ts";'],
    ["src/detect/javascript/syntax/new.ts", 'import type { JavaScriptProgram } from "../program.ts";'],
    ["src/detect/rust/names/new.ts", 'import { createFlow } from "../flow/reaching-writes.ts";'],
    ["src/detect/rust/flow/new.ts", 'import { patternOf } from "../../javascript/syntax/patterns.ts";'],
    ["src/languages/rust/new.ts", 'import type { Breadcrumb } from "../../breadcrumb/index.ts";'],
    ["src/define-rule.ts", 'import { detectRust } from "./detect/rust/index.ts";'],
    ["src/define-rule.ts", 'import rules from "../rules/index.ts";'],
    ["src/arrivals.ts", 'import rules from "../rules/index.ts";'],
    ["src/configs.ts", 'import { breadcrumbFileOf } from "./detect/index.ts";'],
    ["src/plugin.ts", 'import { breadcrumbFileOf } from "./detect/index.ts";'],
    ["src/plugin.ts", 'import { check } from "./cli/check/index.ts";'],
    ["src/plugin-for.ts", 'import { check } from "./cli/check/index.ts";'],
    ["src/plugin-types.ts", 'import type { LanguageDefinition } from "./languages/index.ts";'],
    ["src/internal.ts", 'import { check } from "./cli/check/index.ts";'],
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
    ["src/detect/rust/values/new.ts", 'import ts from "typescript";'],
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
    ["src/detect/javascript/recording/new.ts", 'import { createValueReader } from "../values/reader.ts";'],
    ["src/detect/rust/names/new.ts", 'import type { RustProgram } from "../program.ts";'],
    ["src/cli/new.ts", 'import { detectRust } from "../detect/rust/index.ts";'],
    ["src/plugin.ts", 'import rules from "../rules/index.ts";'],
    ["src/internal.ts", 'import { breadcrumbFileOf } from "./detect/index.ts";'],
  ])("%s may say %s", async (file, text) => {
    expect(await refusals(file, text)).toEqual([]);
  });
});

describe("circles of imports", () => {
  it("are found where there are some", () => {
    const imports = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["d", "b"]],
      ["d", []],
    ]);
    expect(filesInCircles(imports)).toEqual(["b", "c"]);
  });

  it("are there none, of types neither", () => {
    const files = globbySync(["src/**/*.ts", "rules/*.ts"]);
    const imports = new Map(files.map((file) => [file, importsOf(file)]));
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
    expect(filesInCircles(imports)).toEqual([]);
  });
});

/** The files of this project that a file imports or exports from. */
function importsOf(file: string): readonly string[] {
  return ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => join(dirname(file), fileName));
}

/** The files from which imports lead back to themselves. */
function filesInCircles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...imports.keys()].filter((file) => {
    const reached = new Set<string>();
    const pending = [...(imports.get(file) ?? [])];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      pending.push(...(imports.get(next) ?? []));
    }
    return reached.has(file);
  });
}
