import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./sdk.js";

const RUNNER = join(import.meta.dirname, "run-sdk.js");

/**
 * What programs leave at Sentry, run one after the other by one SDK in a process of its own.
 * @param sdk its package
 * @param file where the module is written
 * @param module its text: it exports `options(Sentry)`, for `init`, and `programs(Sentry)`, a promise of functions
 */
export function outcomesOf(sdk: string, file: string, module: string): readonly Outcome[] {
  writeFileSync(file, module);
  return JSON.parse(execFileSync(process.execPath, [RUNNER, sdk, file], { encoding: "utf8" })) as readonly Outcome[];
}
