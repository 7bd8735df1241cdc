import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "eslint";
import type { Settings } from "../../settings.ts";
import { createScopes, type Scopes } from "./scope.ts";

/** A syntax node of any parser that follows ESTree, with typescript-eslint's names for what TypeScript adds. */
export type Node = TSESTree.Node;

/** What the parts of the detector share about one file. */
export interface JavaScriptProgram {
  readonly sourceCode: TSESLint.SourceCode;
  readonly scopes: Scopes;
  readonly settings: Settings;
}

/** Opens a parsed file for detection; scopes are read when first asked for. */
export function openProgram(parsed: SourceCode, settings: Settings): JavaScriptProgram {
  // ESLint types the tree by ESTree alone, although parsers hand in more.
  const sourceCode = parsed as unknown as TSESLint.SourceCode;
  return { sourceCode, settings, scopes: createScopes(sourceCode, settings) };
}
