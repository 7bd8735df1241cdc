import { lezerLanguage, type LezerLanguage } from "../lezer/index.ts";
import { rustGrammar } from "./grammar.ts";
import type { RustNodeType } from "./node-types.ts";
import { isIn } from "./queries.ts";
import { RustSourceCode } from "./source-code.ts";
import type { RustNode } from "./syntax-tree.ts";

/** The classes that esquery selectors know (`:expression`, `:statement`, …), by what they mean in Rust. */
const SELECTOR_CLASSES: Readonly<Record<string, (node: RustNode) => boolean>> = {
  expression: (node) => isIn("Expression", node),
  pattern: (node) => isIn("Pattern", node),
  statement: (node) => isIn("Statement", node),
  declaration: ({ type }) => type.endsWith("Item") || type.endsWith("Declaration"),
  function: ({ type }) => type === "FunctionItem" || type === "ClosureExpression",
};

/** ESLint's interface for a language, with the types of this one. */
export type RustLanguage = LezerLanguage<RustNodeType, RustSourceCode>;

/** Rust for ESLint. */
export const rust: RustLanguage = lezerLanguage(rustGrammar, {
  isInClass: (className, node) => SELECTOR_CLASSES[className]?.(node) === true,
  createSourceCode: (file) => new RustSourceCode(file),
});
