import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { say, type Output } from "../io.ts";
import { fromRoot } from "../paths.ts";
import { Failure } from "../failure.ts";
import { unreadBlock } from "../unread.ts";
import { configsOf, openProject, type Project } from "../project.ts";
import { formerConfig, newConfig, type NewConfig } from "./create-config.ts";
import type { Discovery } from "../discovery/found.ts";
import { discover } from "../discovery/search.ts";
import { checkSettings } from "./check-settings.ts";
import { editConfig, type ConfigAddition } from "./edit-config.ts";
import { proposalFor, type Proposal } from "./proposal.ts";
import { formatReport, jsonReport, settingsText } from "./report.ts";
import { sharedConfig } from "./shared-config.ts";
import { writeConfig } from "./write-config.ts";

export interface InitOptions {
  /** The folder that the command was started in, absolute. */
  readonly root: string;
  /** Files and folders, absolute or from `root`; none stands for the whole folder. */
  readonly paths: readonly string[];
  /** Whether to put what is found into the ESLint config. */
  readonly write: boolean;
  readonly json: boolean;
  /** Whether to tell only if the wrappers and modules in the settings still fit the code; false when left out. */
  readonly check?: boolean;
  /** Whether the project's ESLint config is asked for the settings that it has; true when left out. */
  readonly useConfig?: boolean;
}

/**
 * Proposes what the rules cannot know from one file, and puts it into the ESLint config if it is told to.
 * @returns the exit code: 1 where settings that are checked do not fit, 2 where a config could not be written.
 * @throws Failure for paths that are not there, and for a config that does not load.
 */
export async function init(
  { root, paths, write, json, check = false, useConfig = true }: InitOptions,
  output: Output,
): Promise<number> {
  const project = await openProject(root, paths, useConfig);
  // What it has already is not known.
  const broken = project.unread.filter(({ matters }) => matters);
  if (broken.length > 0) throw new Failure(unreadBlock(broken, root, true).join("\n"));
  if (check) return checkSettings(project, output);
  const discovery = await discover(project);
  const records = discovery.files.some(({ crumbs }) => crumbs.length > 0);
  const whole = proposalFor(project, discovery, () => true);
  if (json) output.stdout.write(`${JSON.stringify(jsonReport(root, discovery, whole), null, 2)}\n`);
  else if (records) output.stdout.write(formatReport(root, discovery, whole, isColored(output)));
  if (!records) {
    if (!json) output.stdout.write("No file here records a Sentry breadcrumb, so there is nothing to set up.\n");
    return 0;
  }
  if (!write) {
    if (!json) output.stdout.write("\nWith --write this goes into the ESLint config.\n");
    return 0;
  }
  const parsers: string[] = [];
  let exitCode = 0;
  const configs = configsToWrite(project, discovery);
  for (const [config, files] of configs) {
    const proposal = configs.size === 1 ? whole : proposalFor(project, discovery, (path) => files.has(path));
    const missing = await writeOne(project, config, [...files], proposal, output);
    if (missing === undefined) exitCode = 2;
    else parsers.push(...missing);
  }
  if (exitCode === 0) sayNext(project.root, parsers, output);
  return exitCode;
}

/** The configs that files are linted by, and their files; undefined stands for one that is still to be written. */
function configsToWrite(project: Project, discovery: Discovery): ReadonlyMap<string | undefined, ReadonlySet<string>> {
  const configs = configsOf(project.root, project.files);
  const found = new Map<string | undefined, Set<string>>();
  for (const { path, crumbs } of discovery.files) {
    if (crumbs.length === 0) continue;
    const above = configs.filter((config) => path.startsWith(join(dirname(config), "/")));
    const [nearest] = above.sort((one, other) => dirname(other).length - dirname(one).length);
    const config = nearest && sharedConfig(nearest, configs);
    found.set(config, (found.get(config) ?? new Set()).add(path));
  }
  return found;
}

/** @returns parsers that the config names and that are still to be installed; undefined where nothing was written */
async function writeOne(
  project: Project,
  config: string | undefined,
  files: readonly string[],
  { settings, presets }: Proposal,
  output: Output,
): Promise<readonly string[] | undefined> {
  const addition: ConfigAddition = { settings, presets };
  const former = config === undefined ? formerConfig(project.root) : undefined;
  if (former !== undefined) {
    say(output, `Nothing was written, since an eslint.config.js would take the place of ${former}. For a flat config:`);
    say(output, `\n${byHand(addition)}\n`);
    return undefined;
  }
  const target: Pick<NewConfig, "path"> & Partial<NewConfig> =
    config === undefined ? newConfig(project.root, project.files, addition) : { path: config };
  const { path, text } = target;
  const name = fromRoot(project.root, path);
  const edited = text === undefined ? editConfig(readFileSync(path, "utf8"), path, addition) : { text };
  if (!("text" in edited)) {
    say(output, `${name} was left as it is, since ${edited.reason}. Add this to it by hand:\n\n${byHand(addition)}\n`);
    return undefined;
  }
  const written = await writeConfig(path, edited.text, samplesOf(files), target.trial);
  if (written.kind === "refused") {
    say(output, `${name} was left as it is: ${written.reason}\nTo add by hand:\n\n${byHand(addition)}\n`);
    return undefined;
  }
  const verb =
    written.kind === "unchanged" ? "has all of this already" : text === undefined ? "was changed" : "was written";
  say(output, `${name} ${verb}.`);
  for (const ending of written.withoutParser)
    say(output, `${name} has no parser for ${ending} files yet. ${howToParse(ending)}`);
  return target.missing ?? [];
}

function samplesOf(files: readonly string[]): readonly string[] {
  return [...new Map(files.map((path) => [extname(path), path])).values()];
}

function byHand({ settings, presets }: ConfigAddition): string {
  return [
    `import sentryBreadcrumbs from "${packageJson.name}";`,
    "",
    ...presets.map((preset) => `sentryBreadcrumbs.configs.${preset},`),
    ...(Object.keys(settings).length === 0 ? [] : [`{ ${settingsText(settings).slice(0, -1)} },`]),
  ].join("\n");
}

function howToParse(ending: string): string {
  const names: Readonly<Record<string, string>> = {
    ".vue": "vue-eslint-parser",
    ".svelte": "svelte-eslint-parser",
    ".astro": "astro-eslint-parser",
  };
  const name = names[ending];
  return name === undefined
    ? 'Install typescript-eslint, and add { files: ["**/*.{ts,mts,cts,tsx}"], languageOptions: { parser: tseslint.parser } }.'
    : `Install ${name}, and add { files: ["**/*${ending}"], languageOptions: { parser: … } } with it.`;
}

/** What to run next, by the package manager that the project has. */
function sayNext(root: string, parsers: readonly string[], output: Output): void {
  const require = createRequire(join(root, "package.json"));
  const missing = ["eslint", packageJson.name, ...parsers].filter((name) => {
    try {
      require.resolve(name);
      return false;
    } catch {
      return true;
    }
  });
  const { add, run } = packageManagerOf(root);
  say(output, "\nNext:");
  if (missing.length > 0) say(output, `  ${add} ${missing.join(" ")}`);
  say(output, `  ${run} eslint .`);
}

const PACKAGE_MANAGERS: readonly (readonly [lockfile: string, add: string, run: string])[] = [
  ["pnpm-lock.yaml", "pnpm add -D", "pnpm exec"],
  ["yarn.lock", "yarn add -D", "yarn"],
  ["bun.lock", "bun add -d", "bunx"],
  ["bun.lockb", "bun add -d", "bunx"],
  ["package-lock.json", "npm i -D", "npx"],
];

function packageManagerOf(root: string): { readonly add: string; readonly run: string } {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = PACKAGE_MANAGERS.find(([lockfile]) => existsSync(join(folder, lockfile)));
    if (found !== undefined) return { add: found[1], run: found[2] };
    if (folder === dirname(folder)) return { add: "npm i -D", run: "npx" };
  }
}

function isColored({ stdout, env }: Output): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  return stdout.isTTY === true || (env["FORCE_COLOR"] ?? "0") !== "0";
}
