import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAtLeast, versionOf } from "../../sentry/versions.ts";
import { installedVersion } from "../installed.ts";

/** The names of ESLint's old configs. */
const FORMER_CONFIGS = ["", ".js", ".cjs", ".json", ".yaml", ".yml"].map((ending) => `.eslintrc${ending}`);

/** The first version of ESLint that runs the rules. */
const FIRST = [9, 15] as const;

/**
 * Why nothing is written into a folder that has a config of former versions of ESLint, and what to do: a flat config
 * would switch that one off.
 * @returns undefined where there is none
 */
export function formerConfigAdvice(folder: string): string | undefined {
  const file = FORMER_CONFIGS.find((name) => existsSync(join(folder, name)));
  if (file === undefined && !("eslintConfig" in manifestOf(folder))) return undefined;
  const old = oldVersionAdvice(folder);
  return [
    `Nothing was written, because an eslint.config.js would replace ${file ?? "`eslintConfig` in package.json"}.`,
    ...(file === undefined ? ["Move that to .eslintrc.json."] : []),
    `Convert it with \`npx @eslint/migrate-config ${file ?? ".eslintrc.json"}\`, and run this again.`,
    ...(old === undefined ? [] : [old]),
  ].join(" ");
}

/** That a folder's ESLint is too old for the rules; undefined where there is none, or a newer one. */
export function oldVersionAdvice(folder: string): string | undefined {
  const version = installedVersion("eslint", join(folder, "package.json"));
  if (version === undefined) return undefined;
  const found = versionOf(version);
  if (found !== undefined && isAtLeast(found, ...FIRST)) return undefined;
  return `The rules need ESLint ${FIRST.join(".")} or later; this project has ${version}.`;
}

/** What a folder's package says of itself. */
export function manifestOf(folder: string): { readonly type?: unknown; readonly eslintConfig?: unknown } {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null ? manifest : {};
  } catch {
    return {};
  }
}
