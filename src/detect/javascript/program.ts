import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "eslint";
import type { Settings } from "../../settings.ts";
import { createScopes, type Scopes } from "./names/scopes.ts";
import type { Node } from "./syntax/nodes.ts";
import { templateOf } from "./syntax/walk.ts";

export type { Node } from "./syntax/nodes.ts";

/** The part of ESLint's `SourceCode` that finds tokens; Vue's templates have a store of their own. */
export type Tokens = Pick<
  TSESLint.SourceCode,
  "commentsExistBetween" | "getCommentsInside" | "getFirstToken" | "getLastToken" | "getTokenAfter" | "getTokenBefore"
>;

/** The state that the parts of the detector share for one file. */
export interface JavaScriptProgram {
  readonly sourceCode: TSESLint.SourceCode;
  readonly scopes: Scopes;
  readonly settings: Settings;
  /** Where the tokens around a node are found. */
  tokensAt(node: Node): Tokens;
}

/** What vue-eslint-parser hands in beside the script. */
interface VueServices {
  getTemplateBodyTokenStore?(): Tokens;
}

/** Opens a parsed file for detection; scopes are read when first asked for. */
export function openProgram(parsed: SourceCode, settings: Settings): JavaScriptProgram {
  // ESLint types the tree by ESTree alone, although parsers hand in more.
  const sourceCode = parsed as unknown as TSESLint.SourceCode;
  const template = templateOf(sourceCode);
  return {
    sourceCode,
    settings,
    scopes: createScopes(sourceCode),
    tokensAt(node) {
      if (template === undefined || node.range[0] < template.range[0] || node.range[1] > template.range[1]) {
        return sourceCode;
      }
      const services = sourceCode.parserServices as VueServices | undefined;
      return services?.getTemplateBodyTokenStore?.() ?? sourceCode;
    },
  };
}
