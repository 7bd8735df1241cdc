import { LANGUAGES, type LanguageDefinition } from "../languages/index.ts";
import type { Settings } from "../settings.ts";

/** What the words of all languages have in common: one search leaves out most texts. */
const STEM = "readcrumb";

/** Whether a text holds a word that the rules look for; the cheap question that comes before all others. */
export function mayHoldBreadcrumbs(
  text: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
): boolean {
  return (
    (text.includes(STEM) && languages.some(({ words }) => words.some((word) => text.includes(word)))) ||
    settings.wrappers.some(({ name }) => text.includes(name.split(/\.|::/u).at(-1) ?? name))
  );
}
