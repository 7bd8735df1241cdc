import { createRequire } from "node:module";
import { join } from "node:path";
import { SourceCode, type Linter } from "eslint";
import { blank, callsBeside, hasSetup, scriptsOf } from "./components.ts";
import { embeddedParser, parseNatively, programAlone, type Options } from "./parser/index.ts";
import { openNativeParser, type NativeParse } from "./parser/native.ts";

type Parse = NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>["parseForESLint"]>;

/** A parser that also analyses scopes. */
export interface ScriptParser {
  readonly meta: NonNullable<Linter.Parser["meta"]>;
  readonly parseForESLint: Parse;
}

/** Scripts that are parsed already, by their absolute paths. */
export type ParsedScripts = Map<string, SourceCode>;

/** The packages that contain a parser of TypeScript. */
const OWN_PARSERS = ["@typescript-eslint/parser", "typescript-eslint"];

/** Parsers of JavaScript and TypeScript. */
export interface ScriptParsers {
  /** Reads whole files. */
  readonly files: ScriptParser;
  /** Reads the scripts of components for their parsers, which walk the tree themselves. */
  readonly blocks: Linter.Parser;
  /** Reads of whole components their scripts alone. */
  readonly components: Linter.Parser;
}

const installed = await openNativeParser();

/**
 * Reads JavaScript and TypeScript by the embedded parser, which starts several times faster than TypeScript, and by a
 * native one where that is installed, which is faster still; what is too new for them, by the project's own.
 * @param root absolute: where the project's own parser is looked for, when it is needed.
 * @param parsed scripts that are parsed already; each is taken out when it is asked for.
 */
export function scriptParsers(
  root: string,
  parsed: ParsedScripts = new Map(),
  native: NativeParse | undefined = installed,
): ScriptParsers {
  let own: Pick<ScriptParser, "parseForESLint"> | undefined | false = false;
  return {
    files: parserBy(parseUnlessParsed),
    blocks: parserBy(embeddedParser.parseForESLint),
    components: parserBy((text, options: Options | undefined) =>
      parseFile(scriptsOf(text, options?.filePath ?? ""), { ...options, sourceType: "module" }),
    ),
  };

  function parseUnlessParsed(text: string, options: Options | undefined): ReturnType<Parse> {
    const { filePath = "" } = options ?? {};
    const known = parsed.get(filePath);
    if (known?.text !== text) return parseFile(text, options);
    parsed.delete(filePath);
    const { ast, scopeManager, visitorKeys } = known;
    const services: unknown = known.parserServices;
    return { ast, scopeManager, visitorKeys, services: services as Linter.ESLintParseResult["services"] };
  }

  function parserBy(parse: Parse): ScriptParser {
    const parseForESLint: Parse = (text, options) => {
      try {
        return parse(text, options);
      } catch (error) {
        if (own === false) own = ownParser(root);
        if (own === undefined) throw error;
        return own.parseForESLint(text, options);
      }
    };
    return { meta: embeddedParser.meta, parseForESLint };
  }

  function parseFile(text: string, options: Options | null | undefined): Linter.ESLintParseResult {
    const natively = native && parseNatively(native, text, options ?? {});
    const getTokenStore = natively && ((): SourceCode | undefined => tokenStoreOf(text, options));
    return programAlone(natively ?? embeddedParser.parseForESLint(text, options), { getTokenStore });
  }
}

/**
 * Reads a script without ESLint, which makes a config for each file and declares the globals of the language in it.
 * @returns undefined for a text that cannot be parsed.
 */
export function readScript({ parseForESLint }: ScriptParser, path: string, text: string): SourceCode | undefined {
  const code = text.replace(/^\uFEFF/u, "");
  try {
    const sourceType = path.endsWith(".cjs") ? "commonjs" : "module";
    const parsed = parseForESLint(code.replace(/^#!/u, "//"), { filePath: path, sourceType });
    const { ast, scopeManager, visitorKeys } = parsed as Linter.ESLintParseResult;
    return new SourceCode({ text: code, ast, parserServices: parsed.services as object, scopeManager, visitorKeys });
  } catch {
    return undefined;
  }
}

/**
 * Reads a component whose markup no parser reads: its scripts, and behind the end of the file the calls that its markup
 * makes, without arguments.
 * @returns undefined for scripts that cannot be parsed.
 */
export function readComponent(parser: ScriptParser, path: string, text: string): SourceCode | undefined {
  const scripts = scriptsOf(text, path);
  const calls = callsBeside(text, path, scripts);
  if (!path.endsWith(".vue")) return readScript(parser, path, `${scripts}\n${calls}`);
  const sourceCode = readScript(parser, path, scripts);
  const template = readScript(parser, path, `${blank(scripts)}\n${calls}`);
  if (sourceCode !== undefined && template !== undefined)
    Object.assign(sourceCode.ast, { templateBody: templateOf(template, hasSetup(text)) });
  return sourceCode;
}

/** What vue-eslint-parser would say of some calls in a template: what is around them tells which names they see. */
function templateOf({ ast }: SourceCode, seesScript: boolean): object {
  const setup = { name: "script", startTag: { attributes: [{ key: { name: "setup" } }] } };
  const { range, body } = ast;
  const parent = { type: "VDocumentFragment", range, children: seesScript ? [setup] : [] };
  const container = { type: "VExpressionContainer", range, parent, body };
  for (const statement of body) Object.assign(statement, { parent: container });
  return container;
}

/** What finds the tokens of a text; undefined where it cannot be parsed. */
function tokenStoreOf(text: string, options: Options | null | undefined): SourceCode | undefined {
  try {
    return new SourceCode(text, embeddedParser.parse(text, options));
  } catch {
    return undefined;
  }
}

function ownParser(root: string): Pick<ScriptParser, "parseForESLint"> | undefined {
  const require = createRequire(join(root, "package.json"));
  for (const name of OWN_PARSERS) {
    try {
      const loaded = require(name) as ScriptParser & { readonly parser?: ScriptParser };
      return loaded.parser ?? loaded;
    } catch {
      // Not installed.
    }
  }
  return undefined;
}
