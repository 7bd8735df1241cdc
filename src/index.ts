export { oxlint, plugin as default, plugin as "module.exports" } from "./plugin.ts";
export type { RuleOptions } from "./rule-options.cts";
export type { WrittenSettings as Settings } from "./settings.ts";
