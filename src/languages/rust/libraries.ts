import { createRequire } from "node:module";
import type * as Kit from "@eslint/plugin-kit";
import type * as Common from "@lezer/common";
import type * as Rust from "@lezer/rust";

const require = createRequire(import.meta.url);

interface Lezer {
  readonly common: typeof Common;
  readonly parser: typeof Rust.parser;
}

let loaded: Lezer | undefined;

/**
 * The parser of Rust and what reads its trees, loaded with the first Rust file: most projects that load the plugin
 * have none, and wait for it at every start of ESLint otherwise.
 */
export function lezer(): Lezer {
  loaded ??= {
    common: require("@lezer/common") as typeof Common,
    parser: (require("@lezer/rust") as typeof Rust).parser,
  };
  return loaded;
}

/** The kit as ESLint itself loads it, so that in the usual installation it is in memory already. */
export const kit = require("@eslint/plugin-kit") as typeof Kit;
