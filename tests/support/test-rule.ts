import { RuleTester as ScriptRuleTester } from "@typescript-eslint/rule-tester";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, RuleTester as EslintRuleTester, type Rule } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { rust as rustLanguage } from "../../src/languages/rust/index.ts";
import type { Snippet } from "./snippet.ts";

/** oxlint's rule tester, where the test project asks for that engine; copies of ESLint are exchanged by use-eslint.cjs. */
const oxlint = process.env["ENGINE"] === "oxlint" ? await import("oxlint/plugins-dev") : undefined;

ScriptRuleTester.afterAll = afterAll;
ScriptRuleTester.describe = describe;
ScriptRuleTester.it = it;
EslintRuleTester.describe = describe;
EslintRuleTester.it = it;

interface RuleTests {
  readonly valid: Readonly<Record<string, Snippet>>;
  readonly invalid: Readonly<Record<string, Snippet>>;
}

/**
 * Tests a rule on snippets, each under its name. What ESLint's rule tester checks (positions, message ids, fixes,
 * suggestions) is read from the drawing; beyond it, the output of every fix and suggestion must parse and must
 * not report the same again at the place that was repaired. In oxlint's rule tester all must come out as in ESLint.
 */
export function testRule(name: string, { valid, invalid }: RuleTests): void {
  const rule = plugin.rules?.[name];
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  for (const language of ["script", "rust"] as const) {
    const of = (snippets: Readonly<Record<string, Snippet>>) =>
      Object.entries(snippets).filter(([, snippet]) => (snippet.language === "rust") === (language === "rust"));
    const cases = {
      valid: of(valid).map(([title, snippet]) => ({ name: title, ...caseOf(snippet) })),
      invalid: of(invalid).map(([title, snippet]) => ({
        name: title,
        ...caseOf(snippet),
        errors: errorsOf(snippet, messagesOf(name, snippet, snippet.code)),
        output: snippet.output ?? null,
      })),
    };
    if (cases.valid.length + cases.invalid.length === 0) continue;
    if (oxlint === undefined) runInEslint(language, name, rule, cases);
    else runInOxlint(oxlint, language, name, rule, cases);
  }
  // What oxlint writes is compared as text with what ESLint writes, and need not be asked again.
  if (oxlint !== undefined) return;
  const written = Object.entries(invalid).flatMap(([title, snippet]) =>
    outputsOf(name, snippet).map((output) => ({ title, snippet, output })),
  );
  if (written.length === 0) return;
  describe(`${name}: what it writes`, () => {
    for (const { title, snippet, output } of written) {
      it(`${title}: ${output.by} parses and is settled`, () => {
        const after = messagesOf(name, snippet, output.text);
        expect(after.filter(({ fatal }) => fatal)).toEqual([]);
        // Rust that does not parse is no fatal error for ESLint: the compiler tells it better.
        if (snippet.language === "rust") expect(rustLanguage.parse({ body: output.text }).ast.hasError).toBe(false);
        expect(after.filter(({ messageId }) => messageId === output.repairs).length).toBeLessThan(output.before);
      });
    }
  });
}

type Case = ReturnType<typeof caseOf> & { readonly name: string };
type InvalidCase = Case & { readonly errors: ReturnType<typeof errorsOf>; readonly output: string | null };

interface Cases {
  readonly valid: readonly Case[];
  readonly invalid: readonly InvalidCase[];
}

function runInEslint(language: "script" | "rust", name: string, rule: Rule.RuleModule, cases: Cases): void {
  if (language === "rust") {
    const tester = new EslintRuleTester({
      plugins: { "sentry-breadcrumbs": plugin },
      language: "sentry-breadcrumbs/rust",
    });
    tester.run(name, rule, cases as never);
  } else {
    const tester = new ScriptRuleTester();
    tester.run(name, rule as never, cases as never);
  }
}

function runInOxlint(
  { RuleTester }: NonNullable<typeof oxlint>,
  language: "script" | "rust",
  name: string,
  rule: Rule.RuleModule,
  { valid, invalid }: Cases,
): void {
  if (language === "rust") {
    describe(name, () => {
      for (const { name: title } of [...valid, ...invalid]) {
        it(title, (context) => context.skip("oxlint has no languages beside its own, so no Rust"));
      }
    });
    return;
  }
  RuleTester.describe = describe;
  RuleTester.it = it;
  // oxlint has one parser, which goes by the file's name.
  const ofOxlint = <Each extends Case>({ languageOptions: _, ...rest }: Each) => rest;
  const tester = new RuleTester({ eslintCompat: true });
  tester.run(name, rule as never, { valid: valid.map(ofOxlint), invalid: invalid.map(ofOxlint) } as never);
}

function caseOf({ code, language, options, settings }: Snippet) {
  return {
    code,
    ...(options !== undefined && { options: [options] }),
    ...(settings !== undefined && { settings: { "sentry-breadcrumbs": settings } }),
    ...(language !== "rust" && {
      filename: language === "ts" ? "file.ts" : "file.jsx",
      languageOptions: languageOptionsOf(language),
    }),
  };
}

function languageOptionsOf(language: "js" | "ts") {
  const parserOptions = { ecmaFeatures: { jsx: true } };
  return language === "ts" ? { parser: typescriptParser, parserOptions } : { parserOptions };
}

function errorsOf(snippet: Snippet, messages: readonly Linter.LintMessage[]) {
  const spelled = [...snippet.suggestions];
  return snippet.reports.map((report, index) => {
    const actual = messages[index]?.suggestions ?? [];
    const suggestions = actual.slice(0, spelled.length).flatMap(() => spelled.splice(0, 1));
    const last = index === snippet.reports.length - 1;
    const drawn =
      suggestions.length > 0 ? (last ? [...suggestions, ...spelled] : suggestions) : report.suggestionCount || null;
    // oxlint's rule tester takes no counts.
    const spelledOut = actual.map(({ desc, fix }) => ({ desc, output: apply(snippet.code, fix) }));
    return {
      messageId: report.messageId,
      line: report.line,
      column: report.column,
      ...(report.endColumn !== undefined && { endLine: report.line, endColumn: report.endColumn }),
      suggestions: typeof drawn === "number" && oxlint !== undefined ? spelledOut : drawn,
    };
  });
}

interface Output {
  readonly by: string;
  readonly text: string;
  /** The message that must have become rarer. */
  readonly repairs: string | undefined;
  readonly before: number;
}

function outputsOf(name: string, snippet: Snippet): Output[] {
  const messages = messagesOf(name, snippet, snippet.code);
  const before = (messageId: string | undefined) =>
    messages.filter((message) => message.messageId === messageId).length;
  return messages.flatMap(({ messageId, fix, suggestions = [] }) =>
    [
      ...(fix === undefined ? [] : [{ by: "the fix", text: apply(snippet.code, fix) }]),
      ...suggestions.map(({ desc, fix }) => ({ by: `“${desc}”`, text: apply(snippet.code, fix) })),
    ].map((output) => ({ ...output, repairs: messageId, before: before(messageId) })),
  );
}

function messagesOf(name: string, snippet: Snippet, code: string): Linter.LintMessage[] {
  const linter = new Linter();
  const id = `sentry-breadcrumbs/${name}`;
  return linter.verify(
    code,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { [id]: ["error", ...(snippet.options === undefined ? [] : [snippet.options])] },
      ...(snippet.settings !== undefined && { settings: { "sentry-breadcrumbs": snippet.settings } }),
      ...(snippet.language === "rust"
        ? { language: "sentry-breadcrumbs/rust" }
        : { languageOptions: languageOptionsOf(snippet.language) }),
    },
    { filename: snippet.language === "rust" ? "file.rs" : snippet.language === "ts" ? "file.ts" : "file.jsx" },
  );
}

function apply(code: string, { range, text }: Rule.Fix): string {
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}
