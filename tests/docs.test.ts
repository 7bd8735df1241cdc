import { dirname, posix } from "node:path";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { documentation, samplesOf, type Sample } from "../scripts/samples.js";
import packageJson from "../package.json" with { type: "json" };
import plugin from "../src/index.ts";
import { optionSchema } from "./support/option-schema.ts";

const rules = plugin.rules ?? {};
const pages = documentation();

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

const FENCES = /^(?<ticks>`{3,})[^]*?^\k<ticks>$/gmu;

/** The ids of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.replaceAll(FENCES, "").matchAll(/^#+ (?<title>.*)$/gmu)];
  return new Set(
    headings.map(({ groups }) =>
      (groups?.["title"] ?? "")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe.each(
  [...pages.map(({ path }) => path), "CONTRIBUTING.md", "examples/README.md"].map((path) => ({
    path,
    text: readFileSync(path, "utf8"),
  })),
)("$path", ({ path, text }) => {
  it("links to files and headings that exist", () => {
    const links = [...text.replaceAll(FENCES, "").matchAll(/\]\((?<link>[^)\s:]+)\)/gu)];
    const broken = links
      .map(({ groups }) => groups?.["link"] ?? "")
      .filter((link) => {
        const [file = "", anchor] = link.split("#");
        const target = file === "" ? path : posix.join(dirname(path), file);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).has(anchor);
      });
    expect(broken).toEqual([]);
  });
});

it("names the version that is released", () => {
  const texts = [...pagesIn("docs"), ".pre-commit-hooks.yaml", "README.md"].map((path) => readFileSync(path, "utf8"));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:sentry-breadcrumbs@|"(?:plugin|sentry-breadcrumbs)": ")(\d[\w.-]*)/gu)].map(
      ([, version]) => version,
    ),
  );
  expect(new Set(named)).toEqual(new Set([packageJson.version]));
});

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith(".md") ? [`${folder}/${name}`] : []));
}
