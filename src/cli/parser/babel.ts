import { parse, type ParseError, type ParserOptions, type ParserPlugin } from "@babel/parser";
import { withoutFlow } from "./flow.ts";
import type { BabelToken } from "./tokens.ts";
import type { Position, TreeNode } from "./tree.ts";

/** What Babel makes of a text. */
export interface BabelFile {
  readonly program: TreeNode;
  readonly tokens: readonly BabelToken[];
  readonly comments: readonly BabelToken[];
  /** The first error that Babel recovered from. */
  readonly error: unknown;
}

interface RecoveredFile extends Pick<BabelFile, "program" | "tokens" | "comments"> {
  readonly errors: readonly ParseError[];
}

/** Which syntax a text is written in. */
export interface Syntax {
  /** Whether it is a file of declarations only, `.d.ts`. */
  readonly declarations: boolean;
  readonly jsx: boolean;
  readonly module: boolean;
  /** Whether it may have Flow's types instead of TypeScript's. */
  readonly flow: boolean;
}

interface BabelPosition extends Position {
  readonly index: number;
}

/** A syntax error as ESLint prints it: line and column from 1, index a UTF-16 offset. */
class ParsingError extends SyntaxError {
  readonly lineNumber: number;
  readonly column: number;
  readonly index: number;

  constructor(message: string, { line, column, index }: BabelPosition) {
    super(message);
    this.name = "ParsingError";
    this.lineNumber = line;
    this.column = column + 1;
    this.index = index;
  }
}

/**
 * Babel goes on after many errors. Those it recovers from are let pass, as TypeScript's own parser does with what only
 * its checker finds wrong (a name declared twice, `await` in a plain function), but for these: what is written
 * does not follow the grammar, so that the tree may not be what its author means.
 */
const UNREADABLE = new Set([
  "DestructureNamedImport",
  "EmptyTypeArguments",
  "EmptyTypeParameters",
  "ExportBindingIsString",
  "ForInOfLoopInitializer",
  "ImportCallArity",
  "ImportCallNotNewExpression",
  "InvalidBigIntLiteral",
  "InvalidCodePoint",
  "InvalidDigit",
  "InvalidEscapeSequence",
  "InvalidIdentifier",
  "InvalidLhsBinding",
  "InvalidOrMissingExponent",
  "InvalidOrUnexpectedToken",
  "InvalidPropertyBindingPattern",
  "LineTerminatorBeforeArrow",
  "MissingClassName",
  "MissingClosingTagElement",
  "MissingClosingTagFragment",
  "MissingEqInAssignment",
  "MissingInterfaceName",
  "MissingSemicolon",
  "MissingUnicodeEscape",
  "MultipleDefaultsInSwitch",
  "NewlineAfterThrow",
  "NoCatchOrFinally",
  "NumberIdentifier",
  "OptionalChainingNoNew",
  "PatternHasAccessor",
  "PatternHasMethod",
  "UnexpectedKeyword",
  "UnexpectedNumericSeparator",
  "UnexpectedToken",
  "UnexpectedTokenUnaryExponentiation",
  "UnsupportedImport",
  "UnwrappedAdjacentJSXElements",
]);

/**
 * Parses a text with Babel.
 * @throws {ParsingError} where the text does not follow the grammar.
 */
export function parseWithBabel(text: string, syntax: Syntax): BabelFile {
  try {
    return parseWith(text, syntax, "decorators-legacy", typescript(syntax));
  } catch (error) {
    // TypeScript has both kinds of decorators; Babel one at a time, and the older is the more lenient one.
    if (text.includes("@")) {
      try {
        return parseWith(text, syntax, "decorators", typescript(syntax));
      } catch {
        // The first error is what is told.
      }
    }
    if (syntax.flow) {
      try {
        const file = parseWith(text, syntax, "decorators", ["flow", { all: true }]);
        return { ...file, program: withoutFlow(file.program) };
      } catch {
        // It is no Flow either.
      }
    }
    throw toParsingError(error);
  }
}

function typescript({ declarations }: Syntax): ParserPlugin {
  return ["typescript", { dts: declarations }];
}

function parseWith(text: string, syntax: Syntax, ...plugins: readonly ParserPlugin[]): BabelFile {
  // Recovering from errors, with ranges and tokens, Babel leaves out none of what its types admit to be missing.
  const file = parse(text, optionsOf(syntax, plugins)) as unknown as RecoveredFile;
  const { program, tokens, comments, errors } = file;
  const unreadable = errors.find(({ reasonCode }) => UNREADABLE.has(reasonCode));
  if (unreadable !== undefined) throw toParsingError(unreadable);
  const [error] = errors.map(toParsingError);
  return { program, tokens, comments, error };
}

function optionsOf({ jsx, module }: Syntax, more: readonly ParserPlugin[]): ParserOptions {
  const plugins: ParserPlugin[] = [
    ["estree", { classFeatures: true }],
    ...more,
    "decoratorAutoAccessors",
    "deferredImportEvaluation",
    "deprecatedImportAssert",
    "explicitResourceManagement",
  ];
  if (jsx) plugins.push("jsx");
  return {
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowNewTargetOutsideFunction: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    attachComment: false,
    errorRecovery: true,
    plugins,
    ranges: true,
    sourceType: module ? "module" : "script",
    tokens: true,
  };
}

function toParsingError(error: unknown): unknown {
  if (!(error instanceof SyntaxError) || !("loc" in error)) return error;
  // Babel says where in its message, too; ESLint prints the place itself.
  return new ParsingError(error.message.replace(/ \(\d+:\d+\)$/u, ""), error.loc as BabelPosition);
}
