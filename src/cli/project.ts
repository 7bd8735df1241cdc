import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import packageJson from "../../package.json" with { type: "json" };
import { LANGUAGES } from "../languages/index.ts";
import { mayHaveSettings, SETTINGS_KEY } from "../settings.ts";
import { cargoSettings } from "./cargo-settings.ts";
import { loadConfig, messageOf, remedyFor } from "./config-errors.ts";
import { findFiles } from "./files.ts";
import { installedPath, isInstalled } from "./installed.ts";
import { oxlintSettings } from "./oxlint-settings.ts";
import type { Unread } from "./unread.ts";

/** A repository, or some part of it, as the command looks at it. */
export interface Project {
  /** The folder that the command was started in, absolute. */
  readonly root: string;
  /** The nearest folder that holds all of the files, absolute: `root`, unless some are outside of it. */
  readonly base: string;
  /** The files that the rules can read, absolute, in order. */
  readonly files: readonly string[];
  /** The files that were named individually. */
  readonly named: ReadonlySet<string>;
  /** The parts that could not be read: submodules, pipes, ESLint configs that do not load. */
  readonly unread: readonly Unread[];
  /** The project's own ESLint configs that know of the plugin, absolute; none where they are not to be used. */
  readonly configs: readonly string[];
  /** The settings in the project's ESLint config for a file. */
  settingsOf(path: string): Readonly<Record<string, unknown>>;
}

/** The names of ESLint's config files, in ESLint's order of preference. */
const CONFIG_FILES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((ending) => `eslint.config.${ending}`);

export interface ESLintModule {
  readonly ESLint: typeof ESLint;
}

/** The first version of ESLint that reads these configs without a flag. */
const FIRST_VERSION = 9;

const EVERY_FILE = `**/*.{${LANGUAGES.flatMap(({ endings }) => endings).join(",")}}`;

const NO_SETTINGS: Readonly<Record<string, unknown>> = {};

/** What configs of other tools than ESLint say of files. */
type Others = ReturnType<typeof cargoSettings>;

const NONE: Others = { settings: new Map(), broken: [] };

/**
 * Finds the files below some paths, and what the project's ESLint configs say of them.
 * @param paths files and folders, absolute or from `root`; none stands for the whole folder.
 * @param useConfig whether the project's ESLint configs are asked for settings. One is loaded only if it can hold some
 * for this plugin: if it, or what it is made of, names the plugin.
 * @throws Failure for paths that are not there.
 */
export async function openProject(root: string, paths: readonly string[], useConfig: boolean): Promise<Project> {
  const { files, unread } = await findFiles(paths.length === 0 ? ["."] : paths, root);
  const all = useConfig ? configsOf(root, files) : [];
  const configs = all.filter(knowsPlugin);
  const { settings, broken } = await readConfigs(all, configs, files);
  const cargo = useConfig ? cargoSettings(files) : NONE;
  const oxlint = useConfig ? oxlintSettings(files) : NONE;
  const merged = withOthers(withOthers(settings, cargo.settings), oxlint.settings);
  return {
    root,
    base: folderAround(root, files),
    files,
    named: new Set(paths.map((path) => resolve(root, path))),
    unread: [...broken, ...cargo.broken, ...oxlint.broken, ...unread],
    configs,
    settingsOf: (path) => merged.get(path) ?? NO_SETTINGS,
  };
}

/** The files of a package. */
const MANIFESTS = ["package.json", "Cargo.toml"];

/** The files by which a folder holds several packages, and what they say then. */
const WORKSPACES: Readonly<Record<string, RegExp>> = {
  "Cargo.toml": /^\s*\[workspace\b/mu,
  "lerna.json": /./u,
  "nx.json": /./u,
  "package.json": /"workspaces"\s*:/u,
  "pnpm-workspace.yaml": /./u,
  "rush.json": /./u,
};

/**
 * The project in which functions may be defined that some of its files call: the workspace around the package.
 * @param part the files that were named.
 * @param paths how they were named; none stands for the whole folder.
 * @returns the part itself where the command was not started in a project: it would be read to the last folder.
 */
export async function projectAround(part: Project, paths: readonly string[], useConfig: boolean): Promise<Project> {
  const folder = projectOf(part.root);
  const isWhole = paths.length === 0 && folder === part.root;
  if (folder === undefined || isWhole) return part;
  const whole = await openProject(part.root, [folder, ...paths], useConfig);
  return { ...whole, base: folderAround(folder, whole.files) };
}

/**
 * The folder of the project that another one belongs to: a workspace, or else a package of the same repository.
 * @returns undefined outside of any
 */
export function projectOf(folder: string): string | undefined {
  const repository = repositoryOf(folder);
  const hasRepository = existsSync(join(repository, ".git"));
  let own: string | undefined;
  for (let above = folder; ; above = dirname(above)) {
    if (Object.entries(WORKSPACES).some(([name, says]) => says.test(textIn(above, name)))) return above;
    const mayHold = above === folder || hasRepository;
    if (mayHold && MANIFESTS.some((name) => existsSync(join(above, name)))) own ??= above;
    if (above === dirname(above) || (hasRepository && above === repository))
      return own ?? (hasRepository ? folder : undefined);
  }
}

function textIn(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

/** The files of a project as it is known around them. */
export function partOf(whole: Project, part: Project): Project {
  return { ...part, settingsOf: (path) => whole.settingsOf(path) };
}

function folderAround(root: string, files: readonly string[]): string {
  let base = root;
  for (const path of files) {
    while (base !== dirname(base) && !path.startsWith(join(base, sep))) base = dirname(base);
  }
  return base;
}

/** The repository that a folder belongs to, by its `.git`; the folder itself outside of any. */
export function repositoryOf(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return above;
    if (above === dirname(above)) return folder;
  }
}

/** The ESLint configs that can hold for some files: those in the folders above them, and above the root. */
export function configsOf(root: string, files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const start of [root, ...files.map((path) => dirname(path))])
    for (let folder = start; !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return [...folders].flatMap((folder) => configIn(folder) ?? []);
}

function configIn(folder: string): string | undefined {
  return CONFIG_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** The config by which ESLint 10 lints the files of a folder: the nearest, upwards. */
function nearestConfig(configs: ReadonlyMap<string, string>, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const config = configs.get(folder);
    if (config !== undefined || folder === dirname(folder)) return config;
  }
}

function knowsPlugin(config: string): boolean {
  // A config that is made of others may name the plugin there; it has to be installed for that.
  return namesSettings(config) || isInstalled(packageJson.name, config);
}

function namesSettings(config: string): boolean {
  try {
    return mayHaveSettings(readFileSync(config, "utf8"));
  } catch {
    return false;
  }
}

type Configured = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * What configs set for files, each for those that it is the nearest of: also with ESLint 9, which takes that of the
 * folder that it is started in for all of them.
 */
async function readConfigs(
  all: readonly string[],
  configs: readonly string[],
  files: readonly string[],
): Promise<{ readonly settings: Configured; readonly broken: readonly Unread[] }> {
  const settings = new Map<string, Readonly<Record<string, unknown>>>();
  const broken: Unread[] = [];
  const byConfig = new Map<string | undefined, string[]>(configs.map((path) => [path, []]));
  const byFolder = new Map(all.map((path) => [dirname(path), path]));
  for (const file of configs.length === 0 ? [] : files)
    byConfig.get(nearestConfig(byFolder, dirname(file)))?.push(file);
  for (const path of configs) {
    const own = byConfig.get(path) ?? [];
    if (own.length === 0) continue;
    try {
      await loadConfig(async () => {
        const { ESLint } = await eslintOf(dirname(path));
        // Settings also hold for files that no entry of the config names: the command lints them all the same.
        const overrideConfig = { files: [EVERY_FILE] };
        const eslint = new ESLint({ cwd: dirname(path), overrideConfigFile: path, overrideConfig });
        for (const file of own) {
          const config = (await eslint.calculateConfigForFile(file)) as Linter.Config | undefined;
          if (config?.settings !== undefined) settings.set(file, config.settings);
        }
      });
    } catch (error) {
      const [said = ""] = messageOf(error).split("\n");
      broken.push({
        path,
        reason: `it could not be loaded, so its settings are unknown: ${said}`,
        remedy: await remedyFor(said, path),
        matters: namesSettings(path),
      });
    }
  }
  return { settings, broken };
}

/** Puts what another config says under what ESLint's says. Files for which both are the same have one object. */
function withOthers(settings: Configured, others: Configured): Configured {
  const merged = new Map(settings);
  const known = new Map<object, Map<object, Readonly<Record<string, unknown>>>>();
  for (const [path, own] of others) {
    const configured = settings.get(path) ?? NO_SETTINGS;
    const byOwn = known.get(configured) ?? new Map<object, Readonly<Record<string, unknown>>>();
    known.set(configured, byOwn);
    const both = byOwn.get(own) ?? {
      ...configured,
      [SETTINGS_KEY]: { ...own, ...(configured[SETTINGS_KEY] as object | undefined) },
    };
    byOwn.set(own, both);
    merged.set(path, both);
  }
  return merged;
}

/** ESLint as the project has it installed, which its config was written for, or as it came with the command. */
export async function eslintOf(root: string): Promise<ESLintModule> {
  const path = installedPath("eslint", join(root, "package.json"));
  if (path === undefined) return import("eslint");
  try {
    const loaded = (await import(pathToFileURL(path).href)) as { readonly default: ESLintModule };
    if (Number.parseInt(loaded.default.ESLint.version, 10) >= FIRST_VERSION) return loaded.default;
  } catch {
    // Broken.
  }
  return import("eslint");
}
