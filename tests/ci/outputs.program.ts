import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import plugin from "../../src/index.ts";
import { buildProject, type Project } from "../support/built.ts";
import { findingsOf, runESLint } from "./run.ts";
import { FILES, FINDINGS } from "./shop.ts";
import { snippet } from "./snippet.ts";

// Many starts of programs, and of packages an installation, on a machine that may do other work.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** The SARIF formatter drags an ESLint 8 along, which must not get into this project's own tree. */
const FORMATTERS = {
  "@microsoft/eslint-formatter-sarif": "3.1.0",
  "eslint-formatter-gha": "2.0.1",
  "eslint-formatter-gitlab": "7.2.0",
};

/** The rules that report in the shop. */
const RULES = ["no-pii", "valid-level", "valid-type"];

let project: Project;
let formatters: string;
beforeAll(async () => {
  [project, formatters] = await Promise.all([buildProject(FILES), packagesOnDemand("formatters", FORMATTERS)]);
});
afterAll(() => project.remove());

/** Lints the shop with a formatter of ESLint's own, or with the file of one. */
async function format(formatter: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, stdout, stderr } = await runESLint(project.folder, ["--format", formatter, "shop"], { env });
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  return stdout;
}

function docsOf(rule: string): { readonly url: string; readonly description: string } {
  const { url = "", description = "" } = plugin.rules?.[rule]?.meta?.docs ?? {};
  expect(url).toMatch(new RegExp(`^https://.*/docs/rules/${rule}\\.html$`));
  expect(description).not.toBe("");
  return { url, description };
}

/** The findings with what follows the place in a format that has another one. */
const places = FINDINGS.map((finding) => {
  const [, file = "", line = "", column = "", rule = ""] = /^(.*):(\d+):(\d+) (.*)$/.exec(finding) ?? [];
  return { file, line: Number(line), column: Number(column), rule };
});

describe("ESLint's own formats", () => {
  it("have ids and places as JSON, and pages and descriptions with the metadata", async () => {
    expect(findingsOf(project.folder, await format("json"))).toEqual(FINDINGS);
    const { results, metadata } = JSON.parse(await format("json-with-metadata")) as {
      readonly results: readonly ESLint.LintResult[];
      readonly metadata: ESLint.LintResultData;
    };
    expect(findingsOf(project.folder, JSON.stringify(results))).toEqual(FINDINGS);
    const told = Object.entries(metadata.rulesMeta).map(([id, { docs }]) => [id, docs?.url, docs?.description]);
    expect(told.sort()).toEqual(
      RULES.map((rule) => [`sentry-breadcrumbs/${rule}`, docsOf(rule).url, docsOf(rule).description]),
    );
  });

  it("link the rules' pages as HTML", async () => {
    const html = await format("html");
    const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>sentry-breadcrumbs\/([\w-]+)<\/a>/g)];
    expect(links.map(([, url, rule]) => [rule, url])).toEqual(
      places.map(({ rule }) => {
        const name = rule.replace("sentry-breadcrumbs/", "");
        return [name, docsOf(name).url];
      }),
    );
  });
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly helpUri: string;
            readonly shortDescription?: { readonly text: string };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly startColumn: number };
            };
          },
        ];
      }[];
    },
  ];
}

describe("formats of other packages", () => {
  const pathOf = (file: string) => join(formatters, "node_modules", file);

  it("have all that SARIF has of a rule, for Rust as well", async () => {
    const [{ tool, results }] = (
      JSON.parse(await format(pathOf("@microsoft/eslint-formatter-sarif/sarif.js"))) as Sarif
    ).runs;
    const rules = tool.driver.rules.map(({ id, helpUri, shortDescription }) => [id, helpUri, shortDescription?.text]);
    expect(rules.toSorted()).toEqual(
      RULES.map((rule) => [`sentry-breadcrumbs/${rule}`, docsOf(rule).url, docsOf(rule).description]),
    );
    const found = results.map(({ ruleId, ruleIndex, level, locations: [{ physicalLocation }] }) => {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(level).toBe("error");
      const { artifactLocation, region } = physicalLocation;
      const file = relative(project.folder, fileURLToPath(artifactLocation.uri)).replaceAll("\\", "/");
      return { file, line: region.startLine, column: region.startColumn, rule: ruleId };
    });
    expect(found).toEqual(places);
  });

  it("annotate lines on GitHub", async () => {
    const gha = pathOf("eslint-formatter-gha/dist/src/index.js");
    const annotations = (await format(gha, { GITHUB_ACTIONS: "true" }))
      .split("\n")
      .filter((line) => line.startsWith("::error"));
    const expected = places.map(({ file, line, column, rule }) => [
      `::error file=${project.path(file)},line=${line},col=${column}::`,
      `(${rule})`,
    ]);
    expect(annotations.map((text) => [/^::error .*?::/.exec(text)?.[0], /\([\w/-]+\)$/.exec(text)?.[0]])).toEqual(
      expected,
    );
    expect(await format(gha)).toContain("✖ 4 problems (4 errors, 0 warnings)");
  });

  it("write GitLab's report to where its configuration says", async () => {
    await writeFile(project.path(".gitlab-ci.yml"), snippet("# .gitlab-ci.yml"));
    await format(pathOf("eslint-formatter-gitlab/lib/eslint-formatter-gitlab.js"), {
      GITLAB_CI: "true",
      CI_CONFIG_PATH: ".gitlab-ci.yml",
      CI_JOB_NAME: "eslint",
      CI_PROJECT_DIR: project.folder,
    });
    const report = JSON.parse(await readFile(project.path("gl-code-quality.json"), "utf8")) as readonly {
      readonly check_name: string;
      readonly content: { readonly body: string };
      readonly location: {
        readonly path: string;
        readonly positions: { readonly begin: { line: number; column: number } };
      };
    }[];
    expect(
      report.map(({ check_name: rule, location: { path: file, positions } }) => ({ file, ...positions.begin, rule })),
    ).toEqual(places);
    for (const { check_name: rule, content } of report) {
      const { url, description } = docsOf(rule.replace("sentry-breadcrumbs/", ""));
      expect(content.body).toBe(`${description}\n\n[${rule}](${url})`);
    }
  });
});

describe("the exit code", () => {
  it("is 0 without errors, also with warnings, unless these are counted", async () => {
    const off = ["--rule", "sentry-breadcrumbs/no-pii: warn", "shop/sign-in.rs"];
    const warned = ["--rule", "sentry-breadcrumbs/valid-type: warn", ...off];
    expect((await runESLint(project.folder, ["shop/clean.js"])).status).toBe(0);
    expect((await runESLint(project.folder, off)).status).toBe(1);
    expect((await runESLint(project.folder, warned)).status).toBe(0);
    expect((await runESLint(project.folder, ["--max-warnings", "0", ...warned])).status).toBe(1);
  });

  it("is 2 for an option that is wrong", async () => {
    const wrong = ["--rule", 'sentry-breadcrumbs/valid-level: [error, { "allowLog": "yes" }]', "shop/clean.js"];
    const { status, stderr } = await runESLint(project.folder, wrong);
    expect(status).toBe(2);
    expect(stderr).toContain('Key "sentry-breadcrumbs/valid-level":\n\tValue "yes" should be boolean.');
  });
});
