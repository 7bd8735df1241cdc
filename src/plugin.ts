import packageJson from "../package.json" with { type: "json" };
import { rules } from "../rules/index.ts";
import { oxlintPresets } from "./configs.ts";
import { LANGUAGES } from "./languages/index.ts";
import { NAMESPACE, pluginFor } from "./plugin-for.ts";
import type { OxlintConfig, Plugin } from "./plugin-types.ts";

/** Rules, presets and languages, as ESLint and oxlint load them. */
export const plugin: Plugin<"recommended" | "rust" | "rust-strict" | "strict"> = pluginFor(LANGUAGES);

/**
 * The presets as oxlint's config files take them in `extends`. They stand beside the plugin and not in its `configs`,
 * whose members ESLint has to accept.
 */
export const oxlint: Record<"recommended" | "strict", OxlintConfig> = oxlintPresets(
  { namespace: NAMESPACE, specifier: packageJson.name },
  rules,
);
