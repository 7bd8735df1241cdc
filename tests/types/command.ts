// Checked by the compiler, as presets.ts is.
import type { Linter } from "eslint";
import { discover } from "../../src/cli/discover.ts";
import parser from "../../src/cli/parser/eslint.ts";

export const config: Linter.Config[] = [
  { files: ["**/*.ts"], languageOptions: { parser } },
  { settings: { "sentry-breadcrumbs": await discover("app", { paths: ["src"] }) } },
];
