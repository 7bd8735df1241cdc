import type { LanguageDefinition } from "./definition.ts";
import { javascript } from "./javascript.ts";
import { rust } from "./rust.ts";

export { recordingOf, sdkVersionOf, versionCheckOf } from "./recorded.ts";
export { filesOf, type DoorSubject, type LanguageDefinition } from "./definition.ts";

/** The languages that the rules read, in the order in which documentation lists them. */
export const LANGUAGES = [javascript, rust] as const satisfies readonly LanguageDefinition[];

/** The line ends in the language of a file, by its extension. */
export function lineEndIn(path: string): RegExp {
  return LANGUAGES.find(({ endings }) => endings.some((ending) => path.endsWith(`.${ending}`)))?.lineEnd ?? /\n/gu;
}

/** The rules' name for a language. */
export type LanguageName = (typeof LANGUAGES)[number]["name"];
