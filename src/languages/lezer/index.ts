import type { Grammar } from "./grammar.ts";
import { validateLanguageOptions, type LezerLanguageOptions } from "./language-options.ts";
import type { LezerSourceCode } from "./source-code.ts";
import { SourceFile } from "./source-file.ts";
import type { LezerNode } from "./syntax-tree.ts";

/** A file as ESLint hands it over, its byte order mark taken off; text, because `fileType` is "text". */
interface File {
  readonly body: string | Uint8Array;
}

interface ParseResult<Type extends string> {
  readonly ok: true;
  readonly ast: SourceFile<Type>;
}

/** ESLint's interface for a language, with the types of this one. */
export interface LezerLanguage<Type extends string, Code> {
  readonly fileType: "text";
  readonly lineStart: 1;
  readonly columnStart: 0;
  readonly nodeTypeKey: "type";
  readonly visitorKeys: Record<string, string[]>;
  validateLanguageOptions(options: Readonly<Record<string, unknown>>): void;
  matchesSelectorClass(className: string, node: LezerNode<Type>): boolean;
  parse(file: File): ParseResult<Type>;
  createSourceCode(
    file: File,
    input: ParseResult<Type>,
    context?: { readonly languageOptions?: LezerLanguageOptions },
  ): Code;
}

/** How a language differs from what its grammar says. */
interface Details<Type extends string, Code> {
  /** Whether a node is of a class that esquery selectors know (`expression`, `statement`, …). */
  readonly isInClass: (className: string, node: LezerNode<Type>) => boolean;
  /** Makes what rules see of a file. */
  readonly createSourceCode: (file: { text: string; ast: SourceFile<Type> } & LezerLanguageOptions) => Code;
}

/**
 * A language for ESLint, of what Lezer parses: `languages: { rust }` in a plugin, `language: "<plugin>/rust"` in a
 * config.
 *
 * A file never fails to parse. What is not of the language (yet) is a node of type `Error` in the tree, which tools for
 * the language report better; rules go on to work around it.
 */
export function lezerLanguage<Type extends string, Code extends LezerSourceCode<Type>>(
  grammar: Grammar<Type>,
  { isInClass, createSourceCode }: Details<Type, Code>,
): LezerLanguage<Type, Code> {
  return {
    fileType: "text",
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: "type",
    visitorKeys: Object.fromEntries(grammar.nodeTypes.map((type) => [type, ["children"]])),
    validateLanguageOptions,
    matchesSelectorClass: (className, node) => isInClass(className.toLowerCase(), node),
    parse: ({ body }) => ({ ok: true, ast: new SourceFile(grammar, textOf(body)) }),
    createSourceCode: ({ body }, { ast }, context) =>
      createSourceCode({ text: textOf(body), ast, traversal: context?.languageOptions?.traversal }),
  };
}

function textOf(body: File["body"]): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
