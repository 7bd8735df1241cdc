import type { Linter } from "eslint";
import type { Language } from "./breadcrumb/index.ts";
import type { BreadcrumbRule } from "./define-rule.ts";

/** Files whose breadcrumbs JavaScript or TypeScript records, components with a script block among them. */
const SCRIPT_FILES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}"];
const RUST_FILES = ["**/*.rs"];

/**
 * What a config of oxlint has, as far as our presets set it:
 * https://oxc.rs/docs/guide/usage/linter/config-file-reference.
 */
export interface OxlintConfig {
  readonly jsPlugins: { readonly name: string; readonly specifier: string }[];
  readonly rules: Record<string, "error" | "warn" | ["error" | "warn", Record<string, unknown>]>;
}

type Severities = OxlintConfig["rules"];

export type ConfigName = "recommended" | "strict" | "rust" | "rust-strict";

/**
 * The presets, derived from what each rule says of itself: `recommended` and `strict` for scripts, `rust` and
 * `rust-strict` the same for `.rs` files, so that all can stand in one config.
 * @param plugin mounted in each preset, under its namespace.
 */
export function presets(
  plugin: { readonly namespace: string; readonly plugin: object },
  rules: Readonly<Record<string, BreadcrumbRule>>,
): Record<ConfigName, Linter.Config> {
  const preset = (name: ConfigName, rest: Linter.Config): Linter.Config => ({
    name: `${plugin.namespace}/${name}`,
    plugins: { [plugin.namespace]: plugin.plugin },
    ...rest,
  });
  const chosen = (language: Language, level: Level): Severities => rulesOf(rules, plugin.namespace, language, level);
  const rust = {
    files: RUST_FILES,
    ignores: ["**/target/**"],
    language: `${plugin.namespace}/rust`,
    // Our rules listen on a file's root, so that a file without breadcrumbs need not even be parsed.
    languageOptions: { traversal: "root" },
  };
  return {
    recommended: preset("recommended", { files: SCRIPT_FILES, rules: chosen("javascript", "recommended") }),
    strict: preset("strict", { files: SCRIPT_FILES, rules: chosen("javascript", "strict") }),
    rust: preset("rust", { ...rust, rules: chosen("rust", "recommended") }),
    "rust-strict": preset("rust-strict", { ...rust, rules: chosen("rust", "strict") }),
  };
}

/**
 * The presets for oxlint, which takes a plugin by the name of its package, has other keys than ESLint and lints no
 * `.rs` files.
 * @param plugin its namespace, and the package that oxlint is to load it from.
 */
export function oxlintPresets(
  plugin: { readonly namespace: string; readonly specifier: string },
  rules: Readonly<Record<string, BreadcrumbRule>>,
): Record<Level, OxlintConfig> {
  const jsPlugins = [{ name: plugin.namespace, specifier: plugin.specifier }];
  return {
    recommended: { jsPlugins, rules: rulesOf(rules, plugin.namespace, "javascript", "recommended") },
    strict: { jsPlugins, rules: rulesOf(rules, plugin.namespace, "javascript", "strict") },
  };
}

type Level = "recommended" | "strict";

function rulesOf(
  rules: Readonly<Record<string, BreadcrumbRule>>,
  namespace: string,
  language: Language,
  level: Level,
): Severities {
  const record: Severities = {};
  for (const [name, { meta }] of Object.entries(rules)) {
    const severity = meta.docs.severity[level];
    if (severity === undefined || !meta.docs.languages.includes(language)) continue;
    const options = level === "strict" ? meta.docs.strictOptions : undefined;
    record[`${namespace}/${name}`] = options === undefined ? severity : [severity, { ...options }];
  }
  return record;
}
