import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../breadcrumb/index.ts";
import type { Settings } from "../settings.ts";
import { once } from "./once.ts";
import { LANGUAGES, type LanguageDefinition } from "../languages/index.ts";
import { subjectsIn, type Subject } from "./words.ts";

export type { Subject } from "./words.ts";

interface Remembered {
  readonly settings: Settings;
  /** The file's text: some versions of oxlint hand rules one and the same object for all files. */
  readonly text: string;
  /** The subjects of rules that the file may contain. */
  readonly subjects: ReadonlySet<Subject>;
  readonly file: () => BreadcrumbFile | undefined;
}

/** What to search for, the path of the file, and the folder of its project. */
interface Wanted {
  /** One of them is enough; breadcrumbs by default. */
  readonly subjects?: readonly Subject[];
  readonly path?: string | undefined;
  readonly root?: string | undefined;
}

const remembered = new WeakMap<object, Remembered>();

/**
 * What a file holds for the rules to check, detected once per file and settings.
 * @returns undefined when the text holds no word of what is looked for, for which nothing is parsed or walked, and for
 * files of other languages.
 */
export function breadcrumbFileOf(
  sourceCode: SourceCode,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
  { subjects: wanted = ["breadcrumbs"], path = "", root = "" }: Wanted = {},
): BreadcrumbFile | undefined {
  const { text } = sourceCode;
  let known = remembered.get(sourceCode);
  if (known?.settings !== settings || known.text !== text) {
    const subjects = subjectsIn(text, path, settings, languages, root);
    known = { settings, text, subjects, file: once(() => detect(sourceCode, settings, languages)) };
    remembered.set(sourceCode, known);
  }
  const { subjects, file } = known;
  return wanted.some((subject) => subjects.has(subject)) ? file() : undefined;
}

function detect(
  sourceCode: SourceCode,
  settings: Settings,
  languages: readonly LanguageDefinition[],
): BreadcrumbFile | undefined {
  const root: string = sourceCode.ast.type;
  return languages.find((language) => language.root === root)?.detect(sourceCode, settings);
}
