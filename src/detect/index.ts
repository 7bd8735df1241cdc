import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../breadcrumb/index.ts";
import type { Settings } from "../settings.ts";
import { LANGUAGES, type LanguageDefinition } from "../languages/index.ts";
import { mayHoldBreadcrumbs } from "./words.ts";

interface Remembered {
  readonly settings: Settings;
  /** The file's text: some versions of oxlint hand rules one and the same object for all files. */
  readonly text: string;
  readonly file: BreadcrumbFile | undefined;
}

const remembered = new WeakMap<object, Remembered>();

/**
 * What a file holds for the rules to check, detected once per file and settings.
 * @returns undefined when the text holds no word that could record a breadcrumb, for which nothing is parsed or walked,
 * and for files of other languages.
 */
export function breadcrumbFileOf(
  sourceCode: SourceCode,
  settings: Settings,
  languages: readonly LanguageDefinition[] = LANGUAGES,
): BreadcrumbFile | undefined {
  const known = remembered.get(sourceCode);
  const { text } = sourceCode;
  if (known?.settings === settings && known.text === text) return known.file;
  const file = mayHoldBreadcrumbs(text, settings, languages) ? detect(sourceCode, settings, languages) : undefined;
  remembered.set(sourceCode, { settings, text, file });
  return file;
}

function detect(
  sourceCode: SourceCode,
  settings: Settings,
  languages: readonly LanguageDefinition[],
): BreadcrumbFile | undefined {
  const root: string = sourceCode.ast.type;
  return languages.find((language) => language.root === root)?.detect(sourceCode, settings);
}
