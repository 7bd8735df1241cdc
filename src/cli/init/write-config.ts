import { randomUUID } from "node:crypto";
import { readFile, realpath, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Linter } from "eslint";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { loadConfig, messageOf } from "../config-errors.ts";
import { eslintOf } from "../project.ts";
import { COMMAND, withoutCommand } from "./discovering.ts";
import { isInstalled, needsParser } from "./parsers.ts";
import { removeAtEnd, removeNow } from "../temporary.ts";
import { isReadOnly, writeSafely } from "../write.ts";

/** What became of a config. */
export type Written =
  | { readonly kind: "written" | "unchanged" }
  /** Nothing was written: files of these endings would be linted, and the config has no parser for them. */
  | { readonly kind: "unparsed"; readonly endings: readonly string[] }
  /** `failed` where the config could not be loaded, whatever is added to it. */
  | { readonly kind: "refused" | "failed"; readonly reason: string };

/**
 * Puts a config in place, once ESLint has loaded it under another name beside.
 * @param path absolute; the file need not be there yet.
 * @param samples files that the config is for, absolute: some of each kind.
 * @param loadable the same text without what is still to be installed.
 */
export async function writeConfig(
  path: string,
  text: string,
  samples: readonly string[],
  loadable = text,
): Promise<Written> {
  const target = await realpath(path).catch(() => path);
  if (isReadOnly(target)) return { kind: "refused", reason: "it is read-only" };
  const before = await readFile(target, "utf8").catch(() => undefined);
  if (before === text) return { kind: "unchanged" };
  // Beside it, since what it imports may be relative to it.
  const ending = extname(path);
  const trial = join(dirname(target), `${basename(target, ending)}.${randomUUID()}${ending}`);
  try {
    removeAtEnd(trial);
    const tried = isInstalled(COMMAND, path) ? loadable : withoutCommand(loadable);
    await writeFile(trial, withOwnPlugin(tried, path), { flag: "wx" });
    const endings = await loadConfig(() => tryConfig(trial, dirname(path), samples));
    removeNow(trial);
    if (endings.length > 0) return { kind: "unparsed", endings };
    await writeSafely(path, text);
    return { kind: "written" };
  } catch (error) {
    return { kind: "failed", reason: messageOf(error).replaceAll(trial, path) };
  } finally {
    removeNow(trial);
  }
}

/**
 * Loads a config as the project's ESLint does.
 * @returns the endings of files that it lints, and none of which it has a parser for: a parser of some is the project's
 * business, and another one for all would take its place.
 */
async function tryConfig(trial: string, cwd: string, samples: readonly string[]): Promise<readonly string[]> {
  const { ESLint } = await eslintOf(cwd);
  const eslint = new ESLint({ cwd, overrideConfigFile: trial });
  const parsed = new Map<string, boolean>();
  let isThere = samples.length === 0;
  for (const path of samples) {
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
    const rules = Object.keys(config?.rules ?? {});
    isThere ||= rules.some((name) => name.startsWith(`${SETTINGS_KEY}/`));
    const parser = config?.languageOptions?.["parser"] as { readonly name?: string } | undefined;
    const isOwn = parser === undefined || parser.name === "espree";
    if (config !== undefined && needsParser(extname(path)))
      parsed.set(extname(path), parsed.get(extname(path)) === true || !isOwn);
  }
  if (!isThere) throw new Error("ESLint would not run the rules with it");
  return [...parsed].filter(([, isParsed]) => !isParsed).map(([ending]) => ending);
}

const IN_QUOTES = new RegExp(String.raw`(require\(\s*)?(["'])${packageJson.name}\2`, "gu");

/** For the trial alone: a plugin that is still to be installed is the one that this command belongs to. */
function withOwnPlugin(text: string, path: string): string {
  const own = isInstalled(packageJson.name, path) ? undefined : ownPlugin();
  if (own === undefined) return text;
  return text.replaceAll(IN_QUOTES, (_, require?: string) =>
    require === undefined ? JSON.stringify(pathToFileURL(own).href) : `${require}${JSON.stringify(own)}`,
  );
}

function ownPlugin(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(packageJson.name);
  } catch {
    return undefined;
  }
}
