import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { optionSchema } from "./support/option-schema.ts";

/**
 * A sample of code in the documentation that says of itself what a rule makes of it, in the first line of its fence:
 *
 *     ```ts incorrect options={"allowLog":false} messages=log,meant
 *
 * After the language and the verdict, in any order and without white space inside: `rule=` (on a rule's own page that
 * rule, without saying so), `options=` and `settings=` in JSON, `messages=` with the ids of all reports in order.
 * A fence without a verdict is not linted.
 */
interface Sample {
  readonly line: number;
  readonly language: string;
  readonly verdict: "correct" | "incorrect";
  readonly rule: string;
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly settings: Readonly<Record<string, unknown>> | undefined;
  readonly messages: readonly string[] | undefined;
  readonly code: string;
}

const FENCE =
  /^(?<ticks>`{3,})(?<language>\w+) (?<verdict>correct|incorrect)\b(?<rest>.*)\n(?<code>[^]*?)^\k<ticks>$/gm;
const ATTRIBUTES = ["rule", "options", "settings", "messages"];

const rules = plugin.rules ?? {};
const pages = [
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => join("docs", path)),
  "README.md",
]
  .filter((path) => path.endsWith(".md") && existsSync(path))
  .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));

function samplesOf({ path, text }: { readonly path: string; readonly text: string }): Sample[] {
  return [...text.matchAll(FENCE)].map(({ index, groups = {} }) => {
    const { language = "", verdict, rest = "", code = "" } = groups;
    const line = text.slice(0, index).split("\n").length;
    const attributes = new Map(
      rest
        .trim()
        .split(/\s+/)
        .filter((attribute) => attribute !== "")
        .map((attribute): [string, string] => {
          const [name = "", ...value] = attribute.split("=");
          if (!ATTRIBUTES.includes(name)) throw new Error(`${path}:${line} has ${attribute} in its fence.`);
          return [name, value.join("=")];
        }),
    );
    const json = (name: string) => {
      const value = attributes.get(name);
      return value === undefined ? undefined : (JSON.parse(value) as Record<string, unknown>);
    };
    return {
      line,
      language,
      verdict: verdict === "correct" ? "correct" : "incorrect",
      rule: attributes.get("rule") ?? basename(path, ".md"),
      options: json("options"),
      settings: json("settings"),
      messages: attributes.get("messages")?.split(","),
      code,
    };
  });
}

function lint({ language, rule, options, settings, code }: Sample): Linter.LintMessage[] {
  const script: Linter.Config = {
    languageOptions: {
      parserOptions: { ecmaFeatures: { jsx: true } },
      ...(language.startsWith("ts") && { parser: typescriptParser }),
    },
  };
  return new Linter().verify(
    code,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { [`sentry-breadcrumbs/${rule}`]: ["error", ...(options === undefined ? [] : [options])] },
      ...(settings !== undefined && { settings: { "sentry-breadcrumbs": settings } }),
      ...(language === "rust" ? { language: "sentry-breadcrumbs/rust" } : script),
    },
    { filename: `sample.${language === "rust" ? "rs" : language}` },
  );
}

describe.each(pages.filter((page) => samplesOf(page).length > 0))("$path", (page) => {
  for (const sample of samplesOf(page)) {
    it(`has a sample that is ${sample.verdict} in line ${sample.line}`, () => {
      expect(Object.keys(rules)).toContain(sample.rule);
      const found = lint(sample);
      expect(found.filter(({ fatal }) => fatal)).toEqual([]);
      const ids = found.map(({ messageId }) => messageId);
      if (sample.messages !== undefined) expect(ids).toEqual(sample.messages);
      else if (sample.verdict === "correct") expect(ids).toEqual([]);
      else expect(ids).not.toEqual([]);
    });
  }
});

describe.each(Object.entries(rules))("the page of %s", (name, rule) => {
  const page = pages.find(({ path }) => path === `docs/rules/${name}.md`);
  const text = page?.text ?? "";

  it("shows what is incorrect and what is correct", () => {
    const verdicts = page === undefined ? [] : samplesOf(page).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["incorrect", "correct"]));
  });

  it("has its sections in order", () => {
    const sections = [...text.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title);
    const hasOptions = Object.keys(optionSchema(rule)?.properties ?? {}).length > 0;
    expect(sections).toEqual([
      "What happens in Sentry",
      "Examples",
      ...(hasOptions ? ["Options"] : []),
      "Fix safety",
      "When not to use it",
      ...(sections.includes("Related") ? ["Related"] : []),
    ]);
  });

  it("has a section for each option, and for no other", () => {
    const named = [...text.matchAll(/^### `(\w+)`$/gm)].map(([, option = ""]) => option);
    expect(named).toEqual(Object.keys(optionSchema(rule)?.properties ?? {}));
  });
});
