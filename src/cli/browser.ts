import type { Linter } from "eslint";
import { Linter as UniversalLinter } from "eslint/universal";
import plugin from "../browser.ts";
import type { Settings } from "../index.ts";
import { embeddedParser } from "./parser/index.ts";

/** The language of a string, by an editor's identifier. */
export type Language = "javascript" | "javascriptreact" | "rust" | "typescript" | "typescriptreact";

/** How to lint a string. */
export interface LintOptions {
  /** The language; `typescript` by default. */
  readonly language?: Language;
  /** The preset; `recommended` by default. */
  readonly preset?: "recommended" | "strict";
  /** Rules that deviate from the preset, by their full names, as in an ESLint config. */
  readonly rules?: Readonly<Linter.RulesRecord>;
  /** The value of `settings["sentry-breadcrumbs"]`. */
  readonly settings?: Settings;
  /** The version of the SDK, such as `"10.2"`: in a browser there is no `package.json` that says it. */
  readonly sdkVersion?: string;
}

/** The names that files of a language have. */
const ENDINGS: Readonly<Record<Language, string>> = {
  javascript: "js",
  javascriptreact: "jsx",
  rust: "rs",
  typescript: "ts",
  typescriptreact: "tsx",
};

const RUST_PRESETS = { recommended: "rust", strict: "rust-strict" } as const;

/**
 * The plugin without schemas of options: ESLint makes functions of them, which pages may not do whose policy is
 * `script-src 'self'`.
 */
const unvalidated = {
  ...plugin,
  rules: Object.fromEntries(
    Object.entries(plugin.rules ?? {}).map(([name, rule]) => [
      name,
      { ...rule, meta: { ...rule.meta, schema: false } },
    ]),
  ),
} as typeof plugin;

const linter = new UniversalLinter({ configType: "flat" });

/**
 * Lints a string in a browser, with ESLint.
 * @returns ESLint's messages, with their fixes and suggestions; one without a rule where the text cannot be parsed.
 * @throws Error for bad settings, and for rules that there are not. Options of rules are not validated.
 */
export function lint(text: string, options: LintOptions = {}): Linter.LintMessage[] {
  return linter.verify(text, configOf(options), nameOf(options));
}

/**
 * Applies fixes to a string in a browser, as `eslint --fix` does.
 * @returns the fixed text, and the messages that remain.
 * @throws Error as {@link lint} does.
 */
export function fix(text: string, options: LintOptions = {}): Pick<Linter.FixReport, "messages" | "output"> {
  const { messages, output } = linter.verifyAndFix(text, configOf(options), { filename: nameOf(options) });
  return { messages, output };
}

function nameOf({ language = "typescript" }: LintOptions): string {
  return `input.${ENDINGS[language]}`;
}

function configOf({
  language,
  preset = "recommended",
  rules = {},
  settings,
  sdkVersion,
}: LintOptions): Linter.Config[] {
  return [
    {
      ...plugin.configs[language === "rust" ? RUST_PRESETS[preset] : preset],
      plugins: { "sentry-breadcrumbs": unvalidated },
      ...(language !== "rust" && { languageOptions: { parser: embeddedParser } }),
    },
    {
      settings: { "sentry-breadcrumbs": { ...settings, ...(sdkVersion !== undefined && { sdkVersion }) } },
      rules,
    },
  ];
}
