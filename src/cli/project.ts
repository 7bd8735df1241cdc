import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import packageJson from "../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../settings.ts";
import { Failure } from "./failure.ts";
import { findFiles } from "./files.ts";

/** A repository, or some part of it, as the command looks at it. */
export interface Project {
  /** The folder that the command was started in, absolute. */
  readonly root: string;
  /** The nearest folder that holds all of the files, absolute: `root`, unless some are outside of it. */
  readonly base: string;
  /** The files that the rules can read, absolute, in order. */
  readonly files: readonly string[];
  /** The project's own ESLint configs that know of the plugin, absolute; none where they are not to be used. */
  readonly configs: readonly string[];
  /** What the project's own ESLint config sets for one of the files. */
  settingsOf(path: string): Readonly<Record<string, unknown>>;
}

/** What ESLint calls its config files. */
const CONFIG_FILE = /^eslint\.config\.[mc]?[jt]s$/u;
const CONFIG_ENDINGS = ["js", "mjs", "cjs", "ts", "mts", "cts"];

export interface ESLintModule {
  readonly ESLint: typeof ESLint;
}

const NO_SETTINGS: Readonly<Record<string, unknown>> = {};

/**
 * Finds the files below some paths, and what the project's ESLint config says of them.
 * @param paths files and folders, absolute or from `root`; none stands for the whole folder.
 * @param useConfig whether the project's ESLint config is asked for settings. It is loaded only if it can hold some
 * for this plugin: if it, or what it is made of, names the plugin.
 * @throws Failure for paths that are not there, and for a config that does not load.
 */
export async function openProject(root: string, paths: readonly string[], useConfig: boolean): Promise<Project> {
  const files = await findFiles(paths.length === 0 ? ["."] : paths, root);
  const configs = useConfig ? configsOf(root, files).filter(knowsPlugin) : [];
  const settings = configs.length === 0 ? undefined : await settingsByFile(root, files);
  return {
    root,
    base: folderAround(root, files),
    files,
    configs,
    settingsOf: (path) => settings?.get(path) ?? NO_SETTINGS,
  };
}

function folderAround(root: string, files: readonly string[]): string {
  let base = root;
  for (const path of files) {
    while (base !== dirname(base) && !path.startsWith(join(base, sep))) base = dirname(base);
  }
  return base;
}

/** The ESLint configs that can hold for some files: those among them, and those in the folders above. */
export function configsOf(root: string, files: readonly string[]): readonly string[] {
  const above: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    above.push(...CONFIG_ENDINGS.map((ending) => join(folder, `eslint.config.${ending}`)));
    if (folder === dirname(folder)) break;
  }
  const known = new Set([...files.filter((path) => CONFIG_FILE.test(basename(path))), ...above]);
  return [...known].filter((path) => textOf(path) !== undefined);
}

function knowsPlugin(config: string): boolean {
  if (textOf(config)?.includes(SETTINGS_KEY) === true) return true;
  try {
    // A config that is made of others may name the plugin there; it has to be installed for that.
    createRequire(config).resolve(packageJson.name);
    return true;
  } catch {
    return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

async function settingsByFile(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const { ESLint } = await eslintOf(root);
  try {
    const eslint = new ESLint({ cwd: root });
    const settings = new Map<string, Readonly<Record<string, unknown>>>();
    for (const path of files) {
      // A file outside of the folder may have no config above it.
      if ((await eslint.findConfigFile(path)) === undefined) continue;
      const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
      if (config?.settings !== undefined) settings.set(path, config.settings);
    }
    return settings;
  } catch (error) {
    throw new Failure(
      `The ESLint config of the project does not load: ${error instanceof Error ? error.message : String(error)}\n` +
        "With --no-config the command goes without it.",
    );
  }
}

/** ESLint as the project has it installed, which its config was written for, or as it came with the command. */
export async function eslintOf(root: string): Promise<ESLintModule> {
  try {
    const path = createRequire(join(root, "package.json")).resolve("eslint");
    const loaded = (await import(pathToFileURL(path).href)) as { readonly default: ESLintModule };
    return loaded.default;
  } catch {
    return import("eslint");
  }
}
