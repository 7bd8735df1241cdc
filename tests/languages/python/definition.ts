import type { LanguageDefinition } from "../../../src/languages/index.ts";
import type { LezerSourceCode } from "../../../src/languages/lezer/source-code.ts";
import { detectPython } from "./detect.ts";
import { pythonLanguage } from "./language.ts";

/** All that a third language brings. */
export const python: LanguageDefinition = {
  name: "python",
  eslintName: "sentry-breadcrumbs/python",
  eslintLanguage: pythonLanguage,
  languageOptions: { traversal: "root" },
  endings: ["py"],
  presets: { recommended: "python", strict: "python-strict" },
  words: ["add_breadcrumb"],
  root: "Script",
  lineEnd: /\r\n?|\n/gu,
  logger: { name: "`sentry_sdk.logger`", needs: [] },
  detect: (sourceCode) => detectPython(sourceCode as unknown as LezerSourceCode),
};
