/**
 * What the command uses of the plugin beside what that exports, so that there is one copy of it in a process. The
 * command depends on the plugin of its own version: nothing here is promised to anybody else.
 */
export { arrivalsIn } from "./arrivals.ts";
export { rules } from "../rules/index.ts";
export { breadcrumbFileOf } from "./detect/index.ts";
export { oxlint, plugin } from "./plugin.ts";
export * from "./sensitive-data/index.ts";
// What it is asked for is kept by the settings object that this makes.
export { readSettings } from "./settings.ts";
