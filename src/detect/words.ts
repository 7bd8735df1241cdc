import { LANGUAGES, type DoorSubject, type LanguageDefinition } from "../languages/index.ts";
import type { Settings } from "../settings.ts";

/** What the words of all languages have in common: one search leaves out most texts. */
const STEM = "readcrumb";

/**
 * Whether a text holds a word that the rules look for; the cheap question that comes before all others.
 * @param path of the file, as ESLint gives it; without one the text may be of any language.
 */
export function mayHoldBreadcrumbs(
  text: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
  path = "",
): boolean {
  if (text.includes(STEM) && languages.some(({ words }) => words.some((word) => text.includes(word)))) return true;
  return settings.wrappers.some(
    ({ name, from }) =>
      text.includes(lastName(name)) &&
      (from === undefined || !languagesOf(path, languages).every((each) => each.lacksModules?.(text, from) === true)),
  );
}

/** What a function is called wherever it is called: `crumb` for `app.logger.crumb`. */
export function lastName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf(":")) + 1);
}

/** The languages that the file of a path may be written in: any where its ending is of none. */
function languagesOf(path: string, languages: readonly LanguageDefinition[]): readonly LanguageDefinition[] {
  const own = languages.filter(({ endings }) => endings.some((ending) => path.endsWith(`.${ending}`)));
  return own.length === 0 ? languages : own;
}

/** What rules look for in a file. */
export type Subject = "breadcrumbs" | DoorSubject;

const OTHER_SUBJECTS = ["logs", "events", "automatic"] as const satisfies readonly Subject[];

/** What every file names that has to do with an SDK: `Sentry`, `@sentry/node`, `sentry::`. */
const SDK = /[sS]entry/u;

/**
 * Whether a text may hold what a rule looks for.
 * @param path of the file, as ESLint gives it.
 */
export function mayHold(
  subject: Subject,
  text: string,
  path: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
): boolean {
  if (subject === "breadcrumbs") return mayHoldBreadcrumbs(text, settings, languages, path);
  const isAutomatic = subject === "automatic";
  // A module of the project that re-exports the SDK has a name of its own, and what is recorded by itself names none.
  if (!isAutomatic && settings.modules.length === 0 && !SDK.test(text)) return false;
  return languages.some((language) => {
    const { doorWords, endings, automaticDoors = [] } = language;
    // A text of an editor that has no path yet may be of any language.
    if (/\.\w+$/u.test(path) && !endings.some((ending) => path.endsWith(`.${ending}`))) return false;
    if (doorWords?.[subject].some((word) => text.includes(word)) !== true) return false;
    if (!isAutomatic) return true;
    if (language.runsApart?.(path) === true) return false;
    const switches = automaticDoors.map((door) => settings.integrations[door]);
    if (switches.some((each) => each !== undefined && each !== false)) return true;
    if (switches.every((each) => each === false)) return false;
    return language.recordsByItself === undefined ? SDK.test(text) : language.recordsByItself(path).size > 0;
  });
}

/** Whether a text may hold anything that rules look for. */
export function mayConcernSentry(text: string, settings: Settings, path: string): boolean {
  return (
    mayHoldBreadcrumbs(text, settings, LANGUAGES, path) ||
    OTHER_SUBJECTS.some((each) => mayHold(each, text, path, settings))
  );
}
