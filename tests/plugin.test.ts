import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { rulePage } from "../src/rule-page.ts";
import { rules } from "../rules/index.ts";
import plugin from "../src/index.ts";
import { optionSchema } from "./support/option-schema.ts";

const NAMESPACE = "sentry-breadcrumbs";
const names = Object.keys(rules);
const { recommended, strict, rust, "rust-strict": rustStrict } = plugin.configs;

describe("the plugin", () => {
  it("says what it is, as package.json does", () => {
    expect(plugin.meta).toEqual({ name: packageJson.name, version: packageJson.version, namespace: NAMESPACE });
  });

  it("runs in the ESLint that the test project names", () => {
    const copy = createRequire(import.meta.url)("eslint/package.json") as { version: string };
    const major = process.env["ESLINT"]?.startsWith("eslint9") ? "9" : "10";
    expect([copy.version, Linter.version, ESLint.version].map((version) => version.split(".")[0])).toEqual([
      major,
      major,
      major,
    ]);
  });
});

describe("the rules", () => {
  it("are listed in alphabetical order, in the index as in the plugin", () => {
    expect(names).toEqual(names.toSorted());
    expect(Object.keys(plugin.rules ?? {})).toEqual(names);
    const imports = [...readFileSync("rules/index.ts", "utf8").matchAll(/from "\.\/(.*)\.ts"/g)].map(
      ([, name]) => name,
    );
    expect(imports).toEqual(names);
  });

  it.each([
    ["rules", ".ts", ["index"]],
    ["tests/rules", ".test.ts", []],
    ["docs/rules", ".md", []],
  ])("have each a file in %s, and nothing else stands there", (folder, ending, besides) => {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => basename(name, ending)).toSorted()).toEqual([...names, ...besides].toSorted());
  });

  describe.each(Object.entries(rules))("%s", (name, rule) => {
    const { meta } = rule;

    it("says each thing in at most 160 characters without its data", () => {
      const texts = Object.values(meta.messages ?? {}).map((text) => text.replace(/\{\{\s*\w+\s*\}\}/gu, ""));
      expect(texts.filter((text) => text.length > 160)).toEqual([]);
    });

    it("points at its page", () => {
      expect(meta.docs.url).toBe(rulePage(name));
    });

    it("describes itself and each of its options, and accepts no others", () => {
      expect(meta.docs.description).toMatch(/^[A-Z].*[^.]$/);
      expect(meta.docs.why).toMatch(/^[A-Z`].*\.$/);
      const { properties = {}, additionalProperties } = optionSchema(rule) ?? { additionalProperties: false };
      expect(additionalProperties).toBe(false);
      for (const [option, { description }] of Object.entries(properties)) {
        expect(description, option).toMatch(/^[A-Z].*\.$/s);
      }
    });

    it("has defaults that its schema accepts", () => {
      const entry: Linter.RuleEntry = ["error", ...(meta.defaultOptions ?? [])];
      const config: Linter.Config = { plugins: { [NAMESPACE]: plugin }, rules: { [`${NAMESPACE}/${name}`]: entry } };
      expect(new Linter().verify("", config)).toEqual([]);
    });
  });
});

describe("the presets", () => {
  it.each(Object.entries(plugin.configs))("%s carries its name, its files and the plugin", (name, config) => {
    expect(config.name).toBe(`${NAMESPACE}/${name}`);
    expect(config.files?.length).toBeGreaterThan(0);
    expect(config.plugins?.[NAMESPACE]).toBe(plugin);
  });

  it("recommend what rules recommend of themselves, and are strict with all", () => {
    const serving = (language: "javascript" | "rust") =>
      names.filter((name) => rules[name]?.meta.docs.languages.includes(language));
    const listed = ({ rules = {} }: Linter.Config) => Object.keys(rules).map((id) => id.replace(`${NAMESPACE}/`, ""));
    const ofRecommended = (name: string) => rules[name]?.meta.docs.severity.recommended !== undefined;
    expect(listed(strict)).toEqual(serving("javascript"));
    expect(listed(rustStrict)).toEqual(serving("rust"));
    expect(listed(recommended)).toEqual(serving("javascript").filter(ofRecommended));
    expect(listed(rust)).toEqual(serving("rust").filter(ofRecommended));
  });

  it("set the severities and options that rules name", () => {
    expect(recommended.rules).toMatchObject({
      "sentry-breadcrumbs/known-category": "error",
      "sentry-breadcrumbs/no-pii": "error",
      "sentry-breadcrumbs/prefer-logs": "warn",
      "sentry-breadcrumbs/valid-level": "error",
    });
    expect(strict.rules?.["sentry-breadcrumbs/known-category"]).toEqual(["error", { unknown: "report" }]);
  });

  it.each([
    [
      "by name",
      [{ files: ["**/*.js"], plugins: { [NAMESPACE]: plugin }, extends: ["sentry-breadcrumbs/recommended"] }],
    ],
    ["by reference", [plugin.configs.recommended]],
  ])("report when a config names them %s", (_, config) => {
    const code = 'import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({ message: "saved", level: "warn" });';
    const messages = new Linter().verify(code, defineConfig(config), { filename: "saved.js" });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["sentry-breadcrumbs/valid-level"]);
  });

  it("live together in one config, beside other languages", async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: defineConfig(plugin.configs.recommended, plugin.configs.rust, {
        files: ["**/*.txt"],
        plugins: { any: { languages: { text: plugin.languages?.["rust"] } } },
        language: "any/text",
      } as Linter.Config),
    });
    const rulesOf = async (file: string) => {
      const config = (await eslint.calculateConfigForFile(file)) as Linter.Config | undefined;
      return Object.keys(config?.rules ?? {}).filter((id) => id.startsWith(NAMESPACE));
    };
    expect(await rulesOf("a.ts")).toEqual(Object.keys(recommended.rules ?? {}));
    expect(await rulesOf("a.rs")).toEqual(Object.keys(rust.rules ?? {}));
    expect(await rulesOf("a.txt")).toEqual([]);
    expect(await rulesOf("target/a.rs")).toEqual([]);
  });
});
