import type { LanguageDefinition } from "./definition.ts";
import { javascript } from "./javascript.ts";
import { rust } from "./rust.ts";

export { recordingOf } from "./recorded.ts";
export { filesOf, type DoorSubject, type LanguageDefinition } from "./definition.ts";

/** The languages that the rules read, in the order in which documentation lists them. */
export const LANGUAGES = [javascript, rust] as const satisfies readonly LanguageDefinition[];

/** What ends a line in the language of a file, by the ending of its name. */
export function lineEndIn(path: string): RegExp {
  return LANGUAGES.find(({ endings }) => endings.some((ending) => path.endsWith(`.${ending}`)))?.lineEnd ?? /\n/gu;
}

/** What a rule calls a language. */
export type LanguageName = (typeof LANGUAGES)[number]["name"];
