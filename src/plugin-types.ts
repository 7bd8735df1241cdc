import type { ESLint, Linter } from "eslint";

/** The plugin, with presets of some names. */
export interface Plugin<Name extends string> extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly configs: Record<Name, Linter.Config>;
}

/**
 * What a config of oxlint has, as far as our presets set it:
 * https://oxc.rs/docs/guide/usage/linter/config-file-reference.
 */
export interface OxlintConfig {
  readonly jsPlugins: { readonly name: string; readonly specifier: string }[];
  readonly rules: Record<string, "error" | "warn" | ["error" | "warn", Record<string, unknown>]>;
}
