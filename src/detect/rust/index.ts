import type { BreadcrumbFile } from "../../breadcrumb/index.ts";
import type { RustSourceCode } from "../../languages/rust/source-code.ts";
import type { Settings } from "../../settings.ts";

/** The breadcrumbs of a Rust file, those inside macro arguments included. */
export function detectRust(_sourceCode: RustSourceCode, _settings: Settings): BreadcrumbFile {
  return { language: "rust", breadcrumbs: [] };
}
