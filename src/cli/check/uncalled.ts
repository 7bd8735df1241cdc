import { readSettings } from "../../settings.ts";
import { repositoryOf, type Project } from "../project.ts";
import type { Source } from "../sources.ts";

/**
 * The wrappers that the settings name and no file mentions: misspelt ones, and those that are no longer there. Only a
 * whole repository can tell.
 * @param sources the files that may contain a breadcrumb by the settings.
 * @returns their names as the settings write them.
 */
export function uncalledWrappers(project: Project, sources: readonly Source[]): readonly string[] {
  const { root, configs, files, named } = project;
  if (named.size > 0 || repositoryOf(root) !== root) return [];
  const distinct = new Set(files.map((path) => project.settingsOf(path)));
  const uncalled = new Set(
    [...distinct].flatMap((settings) => readSettings(settings).wrappers.map(({ name }) => name)),
  );
  for (const { path, text } of uncalled.size === 0 ? [] : sources) {
    if (configs.includes(path)) continue;
    for (const { name } of readSettings(project.settingsOf(path), path).wrappers)
      if (uncalled.has(name) && mentions(text, name)) uncalled.delete(name);
  }
  return [...uncalled];
}

/** Whether a text contains all words of a name: `getReporter` and `crumb` for `getReporter().crumb`. */
function mentions(text: string, name: string): boolean {
  // A module of the config contains the names as strings.
  const code = [`"${name}"`, `'${name}'`].reduce((rest, string) => rest.replaceAll(string, ""), text);
  const wanted = wordsIn(name);
  // To split a text into words takes twenty times as long.
  if (!wanted.every((word) => code.includes(word))) return false;
  const words = new Set(wordsIn(code));
  return wanted.every((word) => words.has(word));
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
}
