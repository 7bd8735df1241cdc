import { createRequire } from "node:module";
import type * as Kit from "@eslint/plugin-kit";
import type * as Common from "@lezer/common";

const require = createRequire(import.meta.url);

let loaded: typeof Common | undefined;

/**
 * What reads Lezer's trees, loaded with the first file that needs it: most projects that load the plugin have none, and
 * wait for it at every start of ESLint otherwise.
 */
export function lezerCommon(): typeof Common {
  return (loaded ??= require("@lezer/common") as typeof Common);
}

/** The kit as ESLint itself loads it, so that in the usual installation it is in memory already. */
export const kit = require("@eslint/plugin-kit") as typeof Kit;
