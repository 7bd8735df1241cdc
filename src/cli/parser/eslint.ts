import type { Linter } from "eslint";
import { embeddedParser } from "./index.ts";

/**
 * A parser of JavaScript and TypeScript for ESLint's `languageOptions.parser`, for projects in which there is none of
 * TypeScript's. It gives the tree of `@typescript-eslint/parser`, without types.
 */
const parser: Linter.Parser = embeddedParser;

export { parser as default, parser as "module.exports" };
