import type { ESLint, Linter } from "eslint";
import packageJson from "../package.json" with { type: "json" };
import { rules } from "../rules/index.ts";
import { oxlintPresets, presets, type OxlintConfig } from "./configs.ts";
import { LANGUAGES, type LanguageDefinition } from "./languages/index.ts";

const NAMESPACE = "sentry-breadcrumbs";

type ConfigName = (typeof LANGUAGES)[number]["presets"]["recommended" | "strict"];

interface Plugin<Name extends string> extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly configs: Record<Name, Linter.Config>;
}

/** Rules, presets and languages, as ESLint and oxlint load them. */
export const plugin: Plugin<ConfigName> = pluginFor(LANGUAGES);

/**
 * The presets as oxlint's config files take them in `extends`. They stand beside the plugin and not in its `configs`,
 * whose members ESLint has to accept.
 */
export const oxlint: Record<"recommended" | "strict", OxlintConfig> = oxlintPresets(
  { namespace: NAMESPACE, specifier: packageJson.name },
  rules,
);

/** A plugin whose rules read some languages; its presets have the names that these say. */
export function pluginFor(languages: readonly LanguageDefinition[]): Plugin<string> {
  const own = languages.flatMap(({ name, eslintLanguage }) =>
    eslintLanguage === undefined ? [] : [[name, eslintLanguage] as const],
  );
  const core = {
    meta: { name: packageJson.name, version: packageJson.version, namespace: NAMESPACE },
    rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, rule.in(languages)])),
    languages: Object.fromEntries(own) as NonNullable<ESLint.Plugin["languages"]>,
  };
  const made = Object.assign(core, { configs: {} });
  Object.assign(made.configs, presets({ namespace: NAMESPACE, plugin: made }, core.rules, languages));
  return made;
}
