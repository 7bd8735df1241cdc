import { matchesPattern } from "../../../sentry/patterns.ts";

/** Where names come from that a file neither declares nor imports: Nuxt's own name for what it imports by itself. */
export const AUTO_IMPORTS = "#imports";

/** Where `$names` of Vue's components come from, which plugins add. */
export const COMPONENT_NAMES = "vue";

/** Where comes from what is registered under a text: `inject("crumbs")`. */
export const PROVIDED = "#provided";

const VIRTUAL = [AUTO_IMPORTS, COMPONENT_NAMES, PROVIDED];

/**
 * Whether a text imports from none of some modules, as settings write them. What is imported is written there, by the
 * end of its path at least; only what a framework hands out need not be.
 */
export function lacksModules(text: string, modules: readonly string[]): boolean {
  return modules.every((pattern) => {
    const end = pattern.slice(Math.max(pattern.lastIndexOf("/"), pattern.lastIndexOf("*")) + 1);
    return !text.includes(end) && !VIRTUAL.some((module) => matchesPattern(pattern, module));
  });
}
