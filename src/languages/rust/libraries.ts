import { createRequire } from "node:module";
import type * as Rust from "@lezer/rust";
import type { LezerParser } from "../lezer/grammar.ts";

const require = createRequire(import.meta.url);

let loaded: LezerParser | undefined;

/** The parser of Rust, loaded with the first Rust file. */
export function rustParser(): LezerParser {
  return (loaded ??= (require("@lezer/rust") as typeof Rust).parser);
}
