import type { Linter, Rule } from "eslint";
import { Linter as UniversalLinter } from "eslint/universal";
import type { Settings } from "../index.ts";
import { arrivalsIn, plugin, readSettings } from "../internal.ts";
import type { ShownRecord } from "../sentry/shown.ts";
import { embeddedParser, programAlone, type Options } from "./parser/index.ts";
import { lintChange, partsOf, type Linted, type Reading } from "./while-typing.ts";
import { withoutSchemas } from "./without-schemas.ts";

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

/** Pages whose policy is `script-src 'self'` may not make functions of texts, as ESLint does of schemas. */
const unvalidated = withoutSchemas(plugin);

/** The embedded parser for rules that look at nothing but the program. */
const parser: Linter.Parser = {
  meta: embeddedParser.meta,
  parseForESLint: (text, options: Options | undefined) => programAlone(embeddedParser.parseForESLint(text, options)),
};

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

/** A call that records a breadcrumb, and what would arrive in Sentry. */
export interface ShownBreadcrumb extends ShownRecord {
  /** The called function as written. */
  readonly callee: string;
  /** Where the call is, as in ESLint's messages. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Shows the breadcrumbs of a string as they would arrive in Sentry, after the SDK and the server with its default
 * settings. If `rules` has options for `valid-data` (`depth`) or `no-filtered-text` (`words`, `allow`), these count.
 * @returns one entry for each breadcrumb that a call may record, in the order of the source; none where the text cannot
 * be parsed.
 * @throws Error for bad settings.
 */
export function show(text: string, options: LintOptions = {}): ShownBreadcrumb[] {
  const shown: ShownBreadcrumb[] = [];
  const { rules = {} } = options;
  const sending = { ...optionsOf("valid-data", rules), ...optionsOf("no-filtered-text", rules) } as SendingOptions;
  const configs = configOf(options).map((config) => ({ ...config, rules: {} }));
  verifyAndLook(text, options, configs, ({ sourceCode, settings, filename }) => {
    const arrivals = arrivalsIn(sourceCode, readSettings(settings, filename), filename, sending);
    for (const { range, ...arrival } of arrivals) {
      const start = sourceCode.getLocFromIndex(range[0]);
      const end = sourceCode.getLocFromIndex(range[1]);
      const place = { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
      shown.push({ ...arrival, ...place });
    }
  });
  return shown;
}

/** Lints a text that is being typed. */
export interface TypingLinter {
  /** Lints the whole text, as {@link lint} does. */
  lint(text: string, options?: LintOptions): Linter.LintMessage[];
  /**
   * Lints what has changed since the last call, together with what it refers to and what refers to it. What was found
   * elsewhere moves with the text, so that {@link lint} has to follow when nobody types.
   * @returns undefined where the whole text has to be linted: nothing was before, with these options, or the change
   * concerns imports, or it breaks the syntax.
   */
  lintChange(text: string, options?: LintOptions): Linter.LintMessage[] | undefined;
}

/** Returns a linter for one text that is being typed. It answers the sooner, the less the text's functions share. */
export function createTypingLinter(): TypingLinter {
  let known: (Linted & { readonly asked: string }) | undefined;
  return {
    lint(text, options = {}) {
      const { messages, parts } = read(text, options);
      if (!messages.some(({ fatal }) => fatal)) known = { text, messages, parts, asked: JSON.stringify(options) };
      return messages;
    },
    lintChange(text, options = {}) {
      const asked = JSON.stringify(options);
      const linted = known?.asked === asked ? lintChange(known, text, (part) => read(part, options)) : undefined;
      if (linted !== undefined) known = { ...linted, asked };
      return linted?.messages;
    },
  };
}

function read(text: string, options: LintOptions): Reading {
  let parts: Reading["parts"] = [];
  const messages = verifyAndLook(text, options, configOf(options), (context) => {
    parts = partsOf(context);
  });
  return { messages, parts };
}

/** Lints a string, and looks at what it was parsed into. */
function verifyAndLook(
  text: string,
  options: LintOptions,
  configs: readonly Linter.Config[],
  look: (context: Rule.RuleContext) => void,
): Linter.LintMessage[] {
  const rule: Rule.RuleModule = {
    create(context) {
      look(context);
      return {};
    },
  };
  const looking: Linter.Config = { plugins: { look: { rules: { rule } } }, rules: { "look/rule": "error" } };
  return linter.verify(text, [...configs, looking], nameOf(options));
}

type SendingOptions = Parameters<typeof arrivalsIn>[3];

/** The options of a rule: its own defaults, with what a config says. */
function optionsOf(name: string, rules: Readonly<Linter.RulesRecord>): object {
  const configured = rules[`sentry-breadcrumbs/${name}`];
  const [, given] = Array.isArray(configured) ? configured : [];
  return { ...(plugin.rules?.[name]?.meta?.defaultOptions?.[0] as object), ...(given as object | undefined) };
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
      ...(language !== "rust" && { languageOptions: { parser } }),
    },
    {
      settings: { "sentry-breadcrumbs": { ...settings, ...(sdkVersion !== undefined && { sdkVersion }) } },
      rules,
    },
  ];
}
