import * as typescriptParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { Linter, type SourceCode } from "eslint";
import * as svelteParser from "svelte-eslint-parser";
import * as vueParser from "vue-eslint-parser";

export type Dialect = "js" | "cjs" | "jsx" | "ts" | "tsx" | "vue" | "svelte" | "astro";

const typescript = { parser: typescriptParser };
const inComponents = { parserOptions: { parser: typescriptParser } };

const LANGUAGES: Readonly<Record<Dialect, Linter.LanguageOptions>> = {
  js: {},
  cjs: { sourceType: "commonjs" },
  jsx: { parserOptions: { ecmaFeatures: { jsx: true } } },
  ts: typescript,
  tsx: { ...typescript, parserOptions: { ecmaFeatures: { jsx: true } } },
  vue: { parser: vueParser, ...inComponents },
  svelte: { parser: svelteParser, ...inComponents },
  astro: { parser: astroParser, ...inComponents },
};

/** Parses a text as ESLint does before it runs rules: with scopes, parents and declared globals. */
export function parse(text: string, dialect: Dialect = "ts", globals: readonly string[] = []): SourceCode {
  const linter = new Linter();
  let seen: SourceCode | undefined;
  const messages = linter.verify(
    text,
    {
      files: ["**/*.*"],
      languageOptions: {
        ...LANGUAGES[dialect],
        globals: Object.fromEntries(globals.map((name) => [name, "readonly"])),
      },
      plugins: {
        test: {
          rules: {
            see: {
              create: (context) => {
                seen = context.sourceCode as SourceCode;
                return {};
              },
            },
          },
        },
      },
      rules: { "test/see": "error" },
    },
    { filename: `file.${dialect}` },
  );
  if (seen === undefined) throw new Error(`The snippet does not parse: ${JSON.stringify(messages)}`);
  return seen;
}
