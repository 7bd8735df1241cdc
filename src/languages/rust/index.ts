import { validateLanguageOptions, type RustLanguageOptions } from "./language-options.ts";
import { nodeTypes } from "./node-types.ts";
import { isIn } from "./queries.ts";
import { RustSourceCode } from "./source-code.ts";
import { SourceFile } from "./source-file.ts";
import type { RustNode } from "./syntax-tree.ts";

/** The classes that esquery selectors know (`:expression`, `:statement`, …), by what they mean in Rust. */
const SELECTOR_CLASSES: Readonly<Record<string, (node: RustNode) => boolean>> = {
  expression: (node) => isIn("Expression", node),
  pattern: (node) => isIn("Pattern", node),
  statement: (node) => isIn("Statement", node),
  declaration: ({ type }) => type.endsWith("Item") || type.endsWith("Declaration"),
  function: ({ type }) => type === "FunctionItem" || type === "ClosureExpression",
};

/** A file as ESLint hands it over, its byte order mark taken off; text, because `fileType` is "text". */
interface File {
  readonly body: string | Uint8Array;
}

interface ParseResult {
  readonly ok: true;
  readonly ast: SourceFile;
}

/** What ESLint's `languages` wants of a language, with the types of this one. */
export interface RustLanguage {
  readonly fileType: "text";
  readonly lineStart: 1;
  readonly columnStart: 0;
  readonly nodeTypeKey: "type";
  readonly visitorKeys: Record<string, string[]>;
  validateLanguageOptions(options: Readonly<Record<string, unknown>>): void;
  matchesSelectorClass(className: string, node: RustNode): boolean;
  parse(file: File): ParseResult;
  createSourceCode(
    file: File,
    input: ParseResult,
    context?: { readonly languageOptions?: RustLanguageOptions },
  ): RustSourceCode;
}

/**
 * Rust for ESLint: `languages: { rust }` in a plugin, `language: "<plugin>/rust"` in a config object.
 *
 * A file never fails to parse. What is not Rust (yet) is a node of type `Error` in the tree, which tools for
 * the language report better; rules go on to work around it.
 */
export const rust: RustLanguage = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: Object.fromEntries(nodeTypes.map((type) => [type, ["children"]])),
  validateLanguageOptions,
  matchesSelectorClass: (className, node) => SELECTOR_CLASSES[className.toLowerCase()]?.(node) === true,
  parse: ({ body }) => ({ ok: true, ast: new SourceFile(textOf(body)) }),
  createSourceCode: ({ body }, { ast }, context) =>
    new RustSourceCode({ text: textOf(body), ast, traversal: context?.languageOptions?.traversal }),
};

function textOf(body: File["body"]): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
