import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "eslint";
import type { LookUpConstants } from "../../breadcrumb/index.ts";
import type { Settings } from "../../settings.ts";
import { createScopes, type Scopes } from "./names/scopes.ts";
import { lacksModules } from "./names/virtual-modules.ts";
import type { Node } from "./syntax/nodes.ts";
import { templateOf } from "./syntax/walk.ts";

export type { Node } from "./syntax/nodes.ts";

/** The part of ESLint's `SourceCode` that finds tokens; Vue's templates have a store of their own. */
export type Tokens = Comments &
  Pick<TSESLint.SourceCode, "getFirstToken" | "getLastToken" | "getTokenAfter" | "getTokenBefore">;

/** The part that finds comments. */
export type Comments = Pick<TSESLint.SourceCode, "commentsExistBetween" | "getCommentsInside">;

/** The state that the parts of the detector share for one file. */
export interface JavaScriptProgram {
  readonly sourceCode: TSESLint.SourceCode;
  readonly scopes: Scopes;
  readonly settings: Settings;
  /** Whether the file names an SDK, or a module that the settings name for one: no other file can use it. */
  readonly mayUseSdk: boolean;
  /** Where the tokens around a node are found: for edits alone, since they may have to be read first. */
  tokensAt(node: Node): Tokens;
  /** Where the comments in a node are found. */
  commentsAt(node: Node): Comments;
}

/** What parsers hand in beside the tree. */
interface TokenServices {
  /** Of vue-eslint-parser: what stands in the template. */
  getTemplateBodyTokenStore?(): Tokens;
  /** Of the command's parser, whose tree has no tokens: all of them. */
  readonly getTokenStore?: (() => Tokens | undefined) | undefined;
}

/** What the names of all SDKs have: of their packages, and of themselves on the global object. */
const NAMES_SDK = /sentry|raven|toucan/iu;

/** Opens a parsed file for detection; scopes are read when first asked for. */
export function openProgram(
  parsed: SourceCode,
  settings: Settings,
  lookUpConstants?: LookUpConstants,
): JavaScriptProgram {
  // ESLint types the tree by ESTree alone, although parsers hand in more.
  const sourceCode = parsed as unknown as TSESLint.SourceCode;
  const template = templateOf(sourceCode);
  const services = (sourceCode.parserServices ?? {}) as TokenServices;
  let tokens: Tokens | undefined;
  const templateStoreAt = ({ range: [start, end] }: Node): Tokens | undefined => {
    const isInTemplate = template !== undefined && template.range[0] <= start && end <= template.range[1];
    return isInTemplate ? services.getTemplateBodyTokenStore?.() : undefined;
  };
  return {
    sourceCode,
    settings,
    mayUseSdk: NAMES_SDK.test(sourceCode.text) || !lacksModules(sourceCode.text, settings.modules),
    scopes: createScopes(sourceCode, lookUpConstants),
    tokensAt: (node) => templateStoreAt(node) ?? (tokens ??= services.getTokenStore?.() ?? sourceCode),
    commentsAt: (node) => templateStoreAt(node) ?? sourceCode,
  };
}
