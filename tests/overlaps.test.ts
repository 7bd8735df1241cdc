import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { expect, it, vi } from "vitest";
import plugin from "../src/index.ts";
import type { Snippet } from "./support/snippet.ts";

/**
 * What may be reported at the same place by two rules, a whole rule or one message of it, and why neither report is too
 * many. Everywhere else a fault is reported once.
 */
const REASONS: readonly { readonly one: string; readonly others: readonly string[]; readonly reason: string }[] = [
  {
    one: "require-fields/missing",
    others: [
      "no-breadcrumb-in-loop",
      "no-bypassed-hook",
      "no-late-breadcrumb",
      "no-redundant-breadcrumb",
      "no-removed-api",
      "prefer-logs",
      "valid-before-breadcrumb",
      "valid-init/early",
    ],
    reason:
      "What a breadcrumb lacks is one thing; where, how or how often it is recorded is another, to be mended apart.",
  },
  {
    one: "require-fields/missing",
    others: ["known-category/missing"],
    reason: "The option `require` of known-category is for projects without require-fields, and is off by default.",
  },
  {
    one: "prefer-logs",
    others: ["no-bypassed-hook"],
    reason:
      "A scope's breadcrumb counts among those of a file; that it passes the hook by is true of the first as well.",
  },
  {
    one: "no-bypassed-hook",
    others: ["no-breadcrumb-in-loop"],
    reason: "That a scope's breadcrumb passes the hook by is one thing, how often it is recorded is another.",
  },
  {
    one: "known-category/unlisted",
    others: ["no-redundant-breadcrumb/category"],
    reason: "Only where a project switches the catalogue of known categories off: then that of an SDK is not declared.",
  },
  {
    one: "known-category/unlisted",
    others: ["consistent-category"],
    reason:
      "Only before a project declares categories, in the strict presets: one asks to declare it, one how to spell it.",
  },
];

interface RuleTests {
  readonly invalid: Readonly<Record<string, Snippet>>;
}

const samples = vi.hoisted((): { readonly rule: string; readonly title: string; readonly snippet: Snippet }[] => []);

// The tests of the rules hand in their snippets here, instead of testing them.
vi.mock("./support/test-rule.ts", () => ({
  testRule(rule: string, { invalid }: RuleTests) {
    for (const [title, snippet] of Object.entries(invalid)) samples.push({ rule, title, snippet });
  },
}));

for (const file of readdirSync("tests/rules", { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".test.ts")) await import(/* @vite-ignore */ resolve("tests/rules", file));
}

/** What all rules report as the strict presets set them, a sample's own rule with the sample's options. */
function lint(rule: string, { code, language, options, settings }: Snippet): Linter.LintMessage[] {
  const { rules: preset = {} } = plugin.configs[language === "rust" ? "rust-strict" : "strict"];
  const own: Linter.RulesRecord = {
    [`sentry-breadcrumbs/${rule}`]: options === undefined ? "error" : ["error", options],
  };
  const script: Linter.Config = {
    languageOptions: {
      parserOptions: { ecmaFeatures: { jsx: true } },
      ...(language === "ts" && { parser: typescriptParser }),
    },
  };
  return new Linter().verify(
    code,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { ...preset, ...own },
      ...(settings !== undefined && { settings: { "sentry-breadcrumbs": settings } }),
      ...(language === "rust" ? { language: "sentry-breadcrumbs/rust" } : script),
    },
    { filename: language === "rust" ? "file.rs" : language === "ts" ? "file.ts" : "file.jsx" },
  );
}

/** Every pair of messages of different rules at one place, with where it is seen. */
function overlaps(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { rule, title, snippet } of samples) {
    const places = new Map<string, Set<string>>();
    for (const { ruleId, messageId, line, column, endLine, endColumn } of lint(rule, snippet)) {
      const place = [line, column, endLine, endColumn].join(":");
      const id = `${ruleId?.replace("sentry-breadcrumbs/", "") ?? ""}/${messageId ?? ""}`;
      places.set(place, (places.get(place) ?? new Set()).add(id));
    }
    for (const [place, ids] of places) {
      for (const [index, one] of [...ids].sort().entries()) {
        for (const other of [...ids].sort().slice(index + 1)) {
          if (ruleOf(one) !== ruleOf(other)) found.set(`${one} ${other}`, `${rule}: ${title} (${place})`);
        }
      }
    }
  }
  return found;
}

const ruleOf = (id: string): string => id.split("/")[0] ?? "";
const isOf = (id: string, entry: string): boolean => id === entry || ruleOf(id) === entry;

it("no fault is reported twice, save for good reasons", { timeout: 60_000 }, () => {
  const allowed = REASONS.flatMap(({ one, others }) => others.map((other) => ({ one, other })));
  const found = [...overlaps()].map(([pair, where]) => ({ ids: pair.split(" "), where }));
  const fits = ({ ids: [first = "", second = ""] }: (typeof found)[number], { one, other }: (typeof allowed)[number]) =>
    (isOf(first, one) && isOf(second, other)) || (isOf(first, other) && isOf(second, one));
  expect(samples.length).toBeGreaterThan(200);
  expect(found.filter((overlap) => !allowed.some((entry) => fits(overlap, entry)))).toEqual([]);
  expect(allowed.filter((entry) => !found.some((overlap) => fits(overlap, entry)))).toEqual([]);
});
