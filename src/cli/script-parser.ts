import { createRequire } from "node:module";
import { join } from "node:path";
import type { Linter, SourceCode } from "eslint";
import { scriptsOf } from "./components.ts";
import { embeddedParser } from "./parser/index.ts";

type Parse = NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>["parseForESLint"]>;

interface Parser {
  readonly parseForESLint: Parse;
}

/** Scripts that are parsed already, by their absolute paths. */
export type ParsedScripts = Map<string, SourceCode>;

/** The packages that contain a parser of TypeScript. */
const OWN_PARSERS = ["@typescript-eslint/parser", "typescript-eslint"];

/** Parsers of JavaScript and TypeScript. */
export interface ScriptParsers {
  /** Reads whole files. */
  readonly files: Linter.Parser;
  /** Reads the scripts of components for their parsers, which walk the tree themselves. */
  readonly blocks: Linter.Parser;
  /** Reads of whole components their scripts alone. */
  readonly components: Linter.Parser;
}

/**
 * Reads JavaScript and TypeScript by the embedded parser, which starts several times faster than TypeScript; what is
 * too new for it, by the parser that the project has.
 * @param root absolute: where the project's own parser is looked for, when it is needed.
 * @param parsed scripts that are parsed already; each is taken out when it is asked for.
 */
export function scriptParsers(root: string, parsed: ParsedScripts = new Map()): ScriptParsers {
  let own: Parser | undefined | false = false;
  return {
    files: parserBy(parseUnlessParsed),
    blocks: parserBy(embeddedParser.parseForESLint),
    components: parserBy(parseComponent),
  };

  function parseUnlessParsed(...[text, options]: Parameters<Parse>): ReturnType<Parse> {
    const { filePath = "" } = (options ?? {}) as { readonly filePath?: string };
    const known = parsed.get(filePath);
    if (known?.text !== text) return parseFile(text, options);
    parsed.delete(filePath);
    const { ast, scopeManager, visitorKeys } = known;
    const services: unknown = known.parserServices;
    return { ast, scopeManager, visitorKeys, services: services as Linter.ESLintParseResult["services"] };
  }

  function parserBy(parse: Parse): Linter.Parser {
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
}

/**
 * Shows ESLint a tree that ends at the program. Our rules ask for no node below it, and ESLint's steps and code paths
 * for each node take longer than all that the rules do. The detector finds the keys of the whole tree in the services.
 */
const parseFile: Parse = (text, options: Parameters<typeof embeddedParser.parseForESLint>[1]) => {
  const { ast, scopeManager, visitorKeys } = embeddedParser.parseForESLint(text, options);
  return { ast, scopeManager, services: { treeKeys: visitorKeys }, visitorKeys: { Program: [] } };
};

const parseComponent: Parse = (text, options: Parameters<typeof embeddedParser.parseForESLint>[1]) =>
  parseFile(scriptsOf(text, options?.filePath ?? ""), { ...options, sourceType: "module" });

function ownParser(root: string): Parser | undefined {
  const require = createRequire(join(root, "package.json"));
  for (const name of OWN_PARSERS) {
    try {
      const loaded = require(name) as Parser & { readonly parser?: Parser };
      return loaded.parser ?? loaded;
    } catch {
      // Not installed.
    }
  }
  return undefined;
}
