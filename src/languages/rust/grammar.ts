import type { Grammar } from "../lezer/grammar.ts";
import { rustParser } from "./libraries.ts";
import { nodeTypes, type RustNodeType } from "./node-types.ts";

/** Rust as Lezer parses it. */
export const rustGrammar: Grammar<RustNodeType> = {
  root: "SourceFile",
  nodeTypes,
  comments: { LineComment: { open: "//" }, BlockComment: { open: "/*", close: "*/" } },
  documents: documentationOf,
  readable: readableRust,
  parser: rustParser,
};

/** Rust syntax that the parser does not know, with the part to blank out. */
const UNREADABLE = [
  // `cr#"text"#`
  /\bc(?=r#*")/gu,
  // `gen fn numbers()`, `yield 1`
  /\bgen(?=\s+fn\b)/gu,
  /\byield\b(?=\s)/gu,
  // `for<'a> |text: &'a str| …`
  /\bfor\s*<[^<>]{0,100}>(?=\s*(?:(?:async|move|static)\s+)*\|)/gu,
];

/** Blanks out what the parser does not know and the rest can do without. */
export function readableRust(text: string): string {
  return UNREADABLE.reduce(
    (readable, pattern) => readable.replace(pattern, (unknown) => unknown.replace(/[^\r\n]/gu, " ")),
    text,
  );
}

/**
 * Which kind of doc comment a comment is, by the Rust Reference ("Comments"): `///` and `/**` document what
 * follows unless a further `/` or `*` comes next, `//!` and `/*!` what is around.
 */
function documentationOf(text: string): "outer" | "inner" | undefined {
  if (/^\/[/*]!/u.test(text)) return "inner";
  return /^(?:\/\/\/(?!\/)|\/\*\*(?![*/]))/u.test(text) ? "outer" : undefined;
}
