import type { ESLint, Linter } from "eslint";
import packageJson from "../package.json" with { type: "json" };
import { rules } from "../rules/index.ts";
import { oxlintPresets, presets, type ConfigName, type OxlintConfig } from "./configs.ts";
import { rust } from "./languages/rust/index.ts";

const NAMESPACE = "sentry-breadcrumbs";

interface Plugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly configs: Record<ConfigName, Linter.Config>;
}

const core = {
  meta: { name: packageJson.name, version: packageJson.version, namespace: NAMESPACE },
  rules,
  languages: { rust } as unknown as NonNullable<ESLint.Plugin["languages"]>,
};

/** Rules, presets and the Rust language, as ESLint and oxlint load them. */
export const plugin: Plugin = Object.assign(core, { configs: {} as Plugin["configs"] });
Object.assign(plugin.configs, presets({ namespace: NAMESPACE, plugin }, rules));

/**
 * The presets as oxlint's config files take them in `extends`. They stand beside the plugin and not in its `configs`,
 * whose members ESLint has to accept.
 */
export const oxlint: Record<"recommended" | "strict", OxlintConfig> = oxlintPresets(
  { namespace: NAMESPACE, specifier: packageJson.name },
  rules,
);
