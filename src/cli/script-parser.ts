import { createRequire } from "node:module";
import { join } from "node:path";
import type { Linter } from "eslint";
import { embeddedParser } from "./parser/index.ts";

type Parse = NonNullable<Extract<Linter.Parser, { parseForESLint: unknown }>["parseForESLint"]>;

interface Parser {
  readonly parseForESLint: Parse;
}

/** Where a project may have a parser of TypeScript: by itself, or within typescript-eslint. */
const OWN_PARSERS = ["@typescript-eslint/parser", "typescript-eslint"];

/**
 * Reads JavaScript and TypeScript by the embedded parser, which starts several times faster than TypeScript; what is
 * too new for it, by the parser that the project has.
 * @param root absolute: where the project's own parser is looked for, when it is needed.
 */
export function scriptParser(root: string): Linter.Parser {
  let own: Parser | undefined | false = false;
  const parseForESLint: Parse = (text, options: Parameters<typeof embeddedParser.parseForESLint>[1]) => {
    try {
      return embeddedParser.parseForESLint(text, options);
    } catch (error) {
      if (own === false) own = ownParser(root);
      if (own === undefined) throw error;
      return own.parseForESLint(text, options);
    }
  };
  return { meta: embeddedParser.meta, parseForESLint };
}

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
