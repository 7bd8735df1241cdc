import type { Linter } from "eslint";
import type { BreadcrumbRule } from "./define-rule.ts";

/** Files whose breadcrumbs JavaScript or TypeScript records, components with a script block among them. */
const SCRIPT_FILES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}"];
const RUST_FILES = ["**/*.rs"];

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
  const chosen = (language: "javascript" | "rust", level: "recommended" | "strict"): Linter.RulesRecord => {
    const record: Linter.RulesRecord = {};
    for (const [name, { meta }] of Object.entries(rules)) {
      const severity = meta.docs.severity[level];
      if (severity === undefined || !meta.docs.languages.includes(language)) continue;
      const options = level === "strict" ? meta.docs.strictOptions : undefined;
      record[`${plugin.namespace}/${name}`] = options === undefined ? severity : [severity, options];
    }
    return record;
  };
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
