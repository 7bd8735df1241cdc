import type { AutomaticDoor, LogIntegration } from "../breadcrumb/index.ts";
import { LANGUAGES, type DoorSubject, type LanguageDefinition } from "../languages/index.ts";
import { pathWithin } from "../sentry/doors.ts";
import type { Settings, WrapperSetting } from "../settings.ts";

/** A pattern for the words of all languages: one search excludes most files. */
const STEM = "readcrumb";

/**
 * Whether a text holds a word that the rules look for; the cheap question that comes before all others.
 * @param path of the file, as ESLint gives it; without one the text may be of any language.
 * @param imports where its imports stand, for a part of a file.
 */
export function mayHoldBreadcrumbs(
  text: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
  path = "",
  imports = text,
): boolean {
  if (text.includes(STEM) && languages.some(({ words }) => words.some((word) => text.includes(word)))) return true;
  const used = languagesOf(path, languages);
  return settings.wrappers.some(
    (wrapper) => wrapper.calls === undefined && mayUseWrapper(text, wrapper, used, imports),
  );
}

/** Whether a text may call a function that the settings name, as far as its names and its imports tell. */
function mayUseWrapper(
  text: string,
  wrapper: WrapperSetting,
  languages: readonly LanguageDefinition[],
  imports = text,
): boolean {
  const { from, name } = wrapper;
  return (
    mayCall(text, wrapper) &&
    (from === undefined || !languages.every((each) => each.lacksModules?.(imports, from, name) === true))
  );
}

/** Whether a text has the names by which a function is called; that of a logger's method is in many a text. */
export function mayCall(text: string, { calls, name }: Pick<WrapperSetting, "calls" | "name">): boolean {
  return (
    text.includes(lastName(name)) && (calls === undefined || name.split(/\W+/u).every((each) => text.includes(each)))
  );
}

/** The last name of a function in its calls: `crumb` for `app.logger.crumb`, `useCrumb` for `useCrumb()`. */
function lastName(called: string): string {
  const name = called.replace(/(?:\.\d+)?(?:\(\))?$/u, "");
  return name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf(":")) + 1);
}

/** The languages that the file of a path may be written in: any where its ending is of none. */
function languagesOf(path: string, languages: readonly LanguageDefinition[]): readonly LanguageDefinition[] {
  const own = languages.filter(({ endings }) => endings.some((ending) => path.endsWith(`.${ending}`)));
  return own.length === 0 ? languages : own;
}

/** The subjects of rules in a file. */
export type Subject = "breadcrumbs" | DoorSubject;

const OTHER_SUBJECTS = ["logs", "events", "automatic", "setup"] as const satisfies readonly Subject[];

/** Words in every file that uses an SDK: `Sentry`, `@sentry/node`, `sentry::`. */
const SDK = /[sS]entry/u;

/** The one search that most texts end with, for all subjects. */
const ANY_WORD = new RegExp(`${SDK.source}|${STEM}`, "u");

const NOTHING: ReadonlySet<Subject> = new Set();

/** Whether a file has nothing to do with Sentry by the settings unless it names an SDK. */
function isClosed({ wrappers, modules, integrations }: Settings): boolean {
  return wrappers.length + modules.length === 0 && Object.values(integrations).every((to) => to === false);
}

/**
 * What of all that rules look for a text may hold.
 * @param path of the file, as ESLint gives it.
 * @param root the folder of its project.
 */
export function subjectsIn(
  text: string,
  path: string,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
  root = "",
): ReadonlySet<Subject> {
  const isNamed = ANY_WORD.test(text);
  if (!isNamed && isClosed(settings) && !languagesOf(path, languages).some((each) => "recordsByItself" in each))
    return NOTHING;
  const found = new Set<Subject>();
  if ((isNamed || settings.wrappers.length > 0) && mayHoldBreadcrumbs(text, settings, languages, path))
    found.add("breadcrumbs");
  const file = { text, path, root, settings, namesSdk: isNamed && SDK.test(text) };
  for (const subject of OTHER_SUBJECTS)
    if (languages.some((language) => mayUse(subject, language, file))) found.add(subject);
  return found;
}

/** The condition for a file to use a door. */
interface SearchedFile {
  readonly text: string;
  readonly path: string;
  readonly root: string;
  readonly settings: Settings;
  readonly namesSdk: boolean;
}

function mayUse(subject: DoorSubject, language: LanguageDefinition, file: SearchedFile): boolean {
  const { text, path, settings, namesSdk } = file;
  const { mentions, endings } = language;
  // A text of an editor that has no path yet may be of any language.
  if (/\.\w+$/u.test(path) && !endings.some((ending) => path.endsWith(`.${ending}`))) return false;
  if (subject === "automatic") return mayBeRecorded(language, file);
  if (mayBeForwarded(subject, language, file)) return true;
  // A module of the project that re-exports the SDK has a name of its own.
  const isReached =
    namesSdk || (settings.modules.length > 0 && language.lacksModules?.(text, settings.modules) !== true);
  return isReached && mentions?.[subject](text) === true;
}

/** Whether the settings say that an SDK sends what a file logs otherwise: the console's as events, all else as logs. */
function mayBeForwarded(
  subject: DoorSubject,
  language: LanguageDefinition,
  { text, path, root, settings }: SearchedFile,
): boolean {
  const used = (Object.entries(language.logIntegrations ?? {}) as [LogIntegration, readonly string[]][]).filter(
    ([name, words]) =>
      subject === (name === "consoleEvents" ? "events" : "logs") &&
      (settings.integrations[name] ?? false) !== false &&
      (words.some((word) => text.includes(word)) ||
        (words.includes("console") && mayUseLogger(language, text, settings, "console."))),
  );
  const isLogged = used.length > 0 || (subject === "logs" && mayUseLogger(language, text, settings, "Sentry."));
  return isLogged && language.runsApart?.(pathWithin(root, path)) !== true;
}

/** Whether an SDK may record by itself what a file does, as far as its text and the settings tell. */
function mayBeRecorded(language: LanguageDefinition, file: SearchedFile): boolean {
  if (language.runsApart?.(pathWithin(file.root, file.path)) === true) return false;
  const used = automaticDoorsIn(language, file);
  if (used.length === 0) return false;
  return (
    used.some((door) => file.settings.integrations[door] !== undefined) ||
    language.recordsByItself?.(file.path).size !== 0
  );
}

/** The doors that may be open in a file and that its text may use. */
function automaticDoorsIn(
  language: LanguageDefinition,
  { text, settings, namesSdk }: SearchedFile,
): readonly AutomaticDoor[] {
  const isOpenByDefault = "recordsByItself" in language || namesSdk;
  const doors = Object.entries(language.automaticDoors ?? {}) as [AutomaticDoor, (text: string) => boolean][];
  return doors.flatMap(([door, mayUse]) => {
    const to = settings.integrations[door];
    const mayBeOpen = to === undefined ? isOpenByDefault : to !== false;
    const isUsed = mayUse(text) || (door === "console" && mayUseLogger(language, text, settings, "console."));
    return mayBeOpen && isUsed ? [door] : [];
  });
}

/** Whether a text may call one of the project's own loggers over some functions. */
function mayUseLogger(language: LanguageDefinition, text: string, { wrappers }: Settings, over: string): boolean {
  return wrappers.some(
    (wrapper) =>
      wrapper.calls?.some((called) => called.startsWith(over)) === true && mayUseWrapper(text, wrapper, [language]),
  );
}

/** Whether a text may hold anything that rules look for. */
export function mayConcernSentry(text: string, settings: Settings, path: string): boolean {
  return subjectsIn(text, path, settings).size > 0;
}
