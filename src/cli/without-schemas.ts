import type { ESLint } from "eslint";

/** A plugin without the schemas of its rules' options: ESLint makes no functions of them, and takes all options. */
export function withoutSchemas<Plugin extends ESLint.Plugin>(plugin: Plugin): Plugin {
  const rules = Object.entries(plugin.rules ?? {}).map(([name, rule]) => [
    name,
    { ...rule, meta: { ...rule.meta, schema: false } },
  ]);
  return { ...plugin, rules: Object.fromEntries(rules) as Plugin["rules"] };
}
