import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface Lezer {
  readonly common: typeof import("@lezer/common");
  readonly parser: typeof import("@lezer/rust").parser;
}

let loaded: Lezer | undefined;

/**
 * The parser of Rust and what reads its trees, loaded with the first Rust file: most projects that load the plugin
 * have none, and wait for it at every start of ESLint otherwise.
 */
export function lezer(): Lezer {
  loaded ??= {
    common: require("@lezer/common") as Lezer["common"],
    parser: (require("@lezer/rust") as typeof import("@lezer/rust")).parser,
  };
  return loaded;
}

/** The kit as ESLint itself loads it, so that in the usual installation it is in memory already. */
export const kit = require("@eslint/plugin-kit") as typeof import("@eslint/plugin-kit");
