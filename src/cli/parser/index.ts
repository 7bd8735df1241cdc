import { analyze } from "@typescript-eslint/scope-manager";
import { visitorKeys } from "@typescript-eslint/visitor-keys";
import type { Linter, Scope, SourceCode } from "eslint";
import packageJson from "../../../package.json" with { type: "json" };
import { parseWithBabel, type BabelFile, type Syntax } from "./babel.ts";
import type { NativeParse } from "./native.ts";
import { shape } from "./shapes.ts";
import { convertComments, convertTokens } from "./tokens.ts";
import { isNode, LocatedText, type TreeNode } from "./tree.ts";

/** What is read of the options that ESLint and the parsers of Vue and Svelte pass. */
export interface Options {
  readonly filePath?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly ecmaFeatures?:
    { readonly jsx?: boolean | undefined; readonly globalReturn?: boolean | undefined } | undefined;
  readonly jsxPragma?: string | null | undefined;
  readonly jsxFragmentName?: string | null | undefined;
}

/** typescript-eslint's type admits missing lists, of which there are none. */
const VISITOR_KEYS = visitorKeys as SourceCode.VisitorKeys;

/**
 * Parses JavaScript and TypeScript into TS-ESTree with tokens, comments and scopes, as `@typescript-eslint/parser`
 * does, but without TypeScript.
 * @throws {ParsingError} where the text does not follow the grammar.
 */
function parseForESLint(text: string, parserOptions?: Options | null): Linter.ESLintParseResult {
  const options = parserOptions ?? {};
  const syntax = syntaxOf(options);
  const file = parseWithBabel(text, syntax);
  try {
    const program = convert(file, text, syntax);
    return { ast: program, scopeManager: analyse(program, options), services: {}, visitorKeys: VISITOR_KEYS };
  } catch (error) {
    // A tree that lacks a part is one that Babel made up after an error.
    throw file.error ?? error;
  }
}

function convert(file: BabelFile, text: string, { module }: Syntax): Linter.ESLintParseResult["ast"] {
  const located = new LocatedText(text);
  const program = withChildren(file.program, null, located);
  Object.assign(program, located.place(0, text.length), {
    sourceType: module ? "module" : "script",
    tokens: convertTokens(file.tokens, located),
    comments: convertComments(file.comments),
  });
  return program as unknown as Linter.ESLintParseResult["ast"];
}

/** @param more what scope analysis is told beside the options. */
function analyse(
  program: Linter.ESLintParseResult["ast"],
  options: Options,
  more: Partial<Parameters<typeof analyze>[1]> = {},
): Scope.ScopeManager {
  const { jsxPragma, jsxFragmentName, ecmaFeatures, sourceType } = options;
  const scopes = analyze(program as unknown as Parameters<typeof analyze>[0], {
    // As ESLint has it of espree: what a CommonJS file declares is its own.
    globalReturn: ecmaFeatures?.globalReturn ?? sourceType === "commonjs",
    sourceType: program.sourceType,
    ...(jsxPragma === undefined ? {} : { jsxPragma }),
    ...(jsxFragmentName === undefined ? {} : { jsxFragmentName }),
    ...more,
  });
  return scopes as unknown as Scope.ScopeManager;
}

/**
 * The same by a native parser: without tokens, without a `loc` in any node but the program, and without the types of
 * TypeScript's libraries, which take a tenth of the time and which no rule asks for.
 * @returns undefined where that parser has no tree for the text.
 */
export function parseNatively(
  native: NativeParse,
  text: string,
  parserOptions: Options,
): Linter.ESLintParseResult | undefined {
  const ast = native(text, syntaxOf(parserOptions));
  if (ast === undefined) return undefined;
  return { ast, scopeManager: analyse(ast, parserOptions, { lib: [] }), services: {}, visitorKeys: VISITOR_KEYS };
}

/** The same without scopes, for callers that analyse them on their own. */
function parse(text: string, options?: Options | null): Linter.ESLintParseResult["ast"] {
  return parseForESLint(text, options).ast;
}

/**
 * Shows ESLint a tree that ends at the program. Our rules ask for no node below it, and ESLint's steps and code paths
 * for each node take longer than all that the rules do. The detector finds the keys of the whole tree in the
 * services, and there the tokens of a native parser's tree, of which few files need any.
 */
export function programAlone(
  { ast, scopeManager, visitorKeys }: Linter.ESLintParseResult,
  services: object = {},
): Linter.ESLintParseResult {
  return { ast, scopeManager, services: { ...services, treeKeys: visitorKeys }, visitorKeys: { Program: [] } };
}

/** The parser of TypeScript and JavaScript that comes with the command, to be put into `languageOptions.parser`. */
export const embeddedParser = {
  meta: { name: "sentry-breadcrumbs/parser", version: packageJson.version },
  parse,
  parseForESLint,
};

/**
 * As typescript-eslint: a known ending says whether there is JSX, for others (`.vue`) the option does, and
 * JavaScript is TypeScript without types.
 */
function syntaxOf({ filePath = "", ecmaFeatures, sourceType }: Options): Syntax {
  const ending = /\.([cm]?[jt]sx?)$/iu.exec(filePath)?.[1]?.toLowerCase();
  return {
    declarations: /\.d\.(?:[^./\\]+\.)?[cm]?ts$/iu.test(filePath),
    jsx: ending === undefined ? ecmaFeatures?.jsx === true : ending === "tsx" || ending.includes("js"),
    module: sourceType === "module",
    flow: ending?.includes("js") === true,
  };
}

function withChildren(node: TreeNode, parent: TreeNode | null, located: LocatedText): TreeNode {
  const shaped = shape(node, located);
  shaped["parent"] = parent;
  for (const key of VISITOR_KEYS[shaped.type] ?? []) {
    const value = shaped[key];
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (isNode(item)) value[index] = withChildren(item, shaped, located);
      }
    } else if (isNode(value)) shaped[key] = withChildren(value, shaped, located);
  }
  return shaped;
}
