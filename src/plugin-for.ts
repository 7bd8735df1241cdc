import type { ESLint } from "eslint";
import packageJson from "../package.json" with { type: "json" };
import { rules } from "../rules/index.ts";
import { presets } from "./configs.ts";
import type { LanguageDefinition } from "./languages/index.ts";
import type { Plugin } from "./plugin-types.ts";

/** The name of the plugin in configs: `sentry-breadcrumbs/no-pii`. */
export const NAMESPACE = "sentry-breadcrumbs";

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
