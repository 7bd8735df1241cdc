import type { Settings } from "../settings.ts";

/** Every name under which an SDK records or is handed a breadcrumb, in any language; the text of a file is searched. */
const WORDS = ["addBreadcrumb", "captureBreadcrumb", "beforeBreadcrumb", "add_breadcrumb", "before_breadcrumb"];

/** What all of these have in common: one search leaves out most texts. */
const STEM = "readcrumb";

/** Whether a text holds a word that the rules look for; the cheap question that comes before all others. */
export function mayHoldBreadcrumbs(text: string, settings: Settings): boolean {
  return (
    (text.includes(STEM) && WORDS.some((word) => text.includes(word))) ||
    settings.wrappers.some(({ name }) => text.includes(name.split(/\.|::/u).at(-1) ?? name))
  );
}
