import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../breadcrumb/index.ts";
import type { Settings } from "../settings.ts";
import { detectJavaScript, detectRust } from "./detectors.ts";
import { RustSourceCode } from "../languages/rust/source-code.ts";
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
 * @returns undefined when the text holds no word that could record a breadcrumb; nothing is parsed or walked then.
 */
export function breadcrumbFileOf(sourceCode: SourceCode, settings: Settings): BreadcrumbFile | undefined {
  const known = remembered.get(sourceCode);
  const { text } = sourceCode;
  if (known?.settings === settings && known.text === text) return known.file;
  const file = mayHoldBreadcrumbs(text, settings) ? detect(sourceCode, settings) : undefined;
  remembered.set(sourceCode, { settings, text, file });
  return file;
}

function detect(sourceCode: SourceCode, settings: Settings): BreadcrumbFile {
  return (sourceCode as object) instanceof RustSourceCode
    ? detectRust(sourceCode as unknown as RustSourceCode, settings)
    : detectJavaScript(sourceCode, settings);
}
