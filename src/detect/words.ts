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

/** Whether a text holds words by which data may reach Sentry without a breadcrumb that is recorded by hand. */
export function mayHoldSendings(
  text: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
): boolean {
  if (settings.integrations.console === true && text.includes("console.")) return true;
  return languages.some(({ sendingWords }) => {
    if (sendingWords === undefined) return false;
    const { all, any } = sendingWords;
    return (settings.modules.length > 0 || text.includes(all)) && any.some((word) => text.includes(word));
  });
}

/** Whether a text holds anything that rules look for. */
export function mayConcernSentry(text: string, settings: Settings): boolean {
  return mayHoldBreadcrumbs(text, settings) || mayHoldSendings(text, settings);
}
