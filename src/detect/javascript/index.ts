import type { SourceCode } from "eslint";
import type { BreadcrumbFile } from "../../breadcrumb/index.ts";
import type { Settings } from "../../settings.ts";

/** The breadcrumbs of a JavaScript or TypeScript file, script blocks and templates of components included. */
export function detectJavaScript(_sourceCode: SourceCode, _settings: Settings): BreadcrumbFile {
  return { language: "javascript", breadcrumbs: [] };
}
