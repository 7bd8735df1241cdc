import type { Linter } from "eslint";
import type { BreadcrumbRule } from "./define-rule.ts";
import { filesOf, type LanguageDefinition } from "./languages/index.ts";
import type { OxlintConfig } from "./plugin-types.ts";

type Severities = OxlintConfig["rules"];

/**
 * The presets, derived from the rules' definitions: two for each language, which one config can combine.
 * @param plugin mounted in each preset, under its namespace.
 */
export function presets(
  plugin: { readonly namespace: string; readonly plugin: object },
  rules: Readonly<Record<string, BreadcrumbRule>>,
  languages: readonly LanguageDefinition[],
): Record<string, Linter.Config> {
  return Object.fromEntries(
    languages.flatMap((definition) => {
      const { name, eslintName, eslintLanguage, ignores, languageOptions } = definition;
      return (["recommended", "strict"] as const).map((level) => {
        const preset = definition.presets[level];
        const config = {
          name: `${plugin.namespace}/${preset}`,
          plugins: { [plugin.namespace]: plugin.plugin },
          files: filesOf(definition),
          ...(ignores !== undefined && { ignores: [...ignores] }),
          ...(eslintLanguage !== undefined && { language: eslintName, languageOptions: { ...languageOptions } }),
          rules: rulesOf(rules, plugin.namespace, name, level),
        };
        return [preset, config];
      });
    }),
  );
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
  language: string,
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
