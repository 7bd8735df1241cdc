import type { Grammar } from "../lezer/grammar.ts";
import { rustParser } from "./libraries.ts";
import { nodeTypes, type RustNodeType } from "./node-types.ts";

/** Rust as Lezer parses it. */
export const rustGrammar: Grammar<RustNodeType> = {
  root: "SourceFile",
  nodeTypes,
  comments: { LineComment: { open: "//" }, BlockComment: { open: "/*", close: "*/" } },
  documents: documentationOf,
  parser: rustParser,
};

/**
 * Which kind of doc comment a comment is, by the Rust Reference ("Comments"): `///` and `/**` document what
 * follows unless a further `/` or `*` comes next, `//!` and `/*!` what is around.
 */
function documentationOf(text: string): "outer" | "inner" | undefined {
  if (/^\/[/*]!/u.test(text)) return "inner";
  return /^(?:\/\/\/(?!\/)|\/\*\*(?![*/]))/u.test(text) ? "outer" : undefined;
}
