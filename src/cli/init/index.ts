import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { say, sayWrapped, type Output, widthOf } from "../io.ts";
import { fromRoot } from "../paths.ts";
import { Failure } from "../failure.ts";
import { isInstalled } from "../installed.ts";
import { whileSearching } from "../progress.ts";
import { unreadBlock, type Unread } from "../unread.ts";
import { configsOf, openProject, projectAround, projectOf, repositoryOf, type Project } from "../project.ts";
import { newConfig, settingsOf, type NewConfig } from "./create-config.ts";
import { concernedBy, within, type Discovery } from "../discovery/found.ts";
import { knowing } from "../discovery/known.ts";
import { discover } from "../discovery/search.ts";
import { halfRead, languagesFor } from "../languages.ts";
import { readSources } from "../sources.ts";
import { checkSettings } from "./check-settings.ts";
import { editConfig, editOxlintModule, isWrittenInCommonJs, type ConfigAddition } from "./edit-config.ts";
import { proposalFor, type Proposal } from "./proposal.ts";
import { formatReport, jsonReport, settingsText } from "./report.ts";
import { COMMAND, discoveringConfigs, undiscovered, wayTo } from "./discovering.ts";
import { isRequired, sharedConfig } from "./shared-config.ts";
import { formerConfigAdvice, oldVersionAdvice } from "./former-eslint.ts";
import { editOxlintConfig, oxlintConfig, type OxlintConfig } from "./oxlint-config.ts";
import { unparsedIn } from "../check/totals.ts";
import { readText } from "../text.ts";
import { isReadOnly, writeSafely } from "../write.ts";
import type { Reading } from "./new-files.ts";
import { DEFAULT_STYLE, writeValue } from "./settings-text.ts";
import { writeConfig, type Draft, type Written } from "./write-config.ts";

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
  /** Whether the list as it is now is written, in the place of what finds it at each start; false when left out. */
  readonly fixed?: boolean;
  /** Whether the project's ESLint config is asked for the settings that it has; true when left out. */
  readonly useConfig?: boolean;
}

/** What `--write` does where there is something to add to the settings, and where the rules alone are. */
const WITH_WRITE =
  "--write makes the ESLint config find these each time ESLint starts;\n--write --fixed stores them in the config.";
const WITH_WRITE_OF_FIXED = "The ESLint config finds these each time ESLint starts; --write --fixed stores them in it.";
const WITH_WRITE_OF_RULES = "--write sets up the linter with the rules.";

/**
 * Proposes what the rules cannot know from one file, and puts it into the ESLint config if it is told to.
 * @returns the exit code: 1 where settings that are checked do not fit, 2 where a config could not be written.
 * @throws Failure for paths that are not there, and for a config that does not load.
 */
export async function init(
  { root, paths, write, json, check = false, fixed = false, useConfig = true }: InitOptions,
  output: Output,
): Promise<number> {
  const project = await openProject(root, paths, useConfig);
  // What it has already is not known.
  const broken = project.unread.filter(({ matters }) => matters);
  if (broken.length > 0) throw new Failure(unreadBlock(broken, root, true).join("\n"));
  const whole = await projectAround(project, paths, useConfig);
  if (check) return checkSettings(project, whole, output);
  const all = await whileSearching(whole.files.length, output, () => discover(whole));
  const discovery = within(all, project.files);
  // Before a config is written, which may say that files are not read.
  const unread = await unreadIn(project, discovery);
  const options = { root, around: whole.base, write, json, fixed, unread };
  const exitCode = await propose(project, discovery, options, output);
  for (const line of unreadBlock(unread, root, true)) say(output, line);
  return exitCode;
}

/** What `check` would not read of a project. */
async function unreadIn(project: Project, discovery: Discovery): Promise<readonly Unread[]> {
  const { sources, unread } = readSources(knowing(project, discovery));
  const languages = await languagesFor(project.root, project.files);
  const linter = new Linter({ cwd: project.base });
  const unparsed = discovery.unparsed.flatMap((filePath) => {
    const messages = linter.verify(readText(filePath).text, [...languages.configs], { filename: filePath });
    return unparsedIn({ filePath, messages });
  });
  return [...unread, ...unparsed, ...halfRead(sources, languages, project.base)];
}

async function propose(
  project: Project,
  discovery: Discovery,
  {
    root,
    around,
    write,
    json,
    fixed,
    unread,
  }: Required<Pick<InitOptions, "root" | "write" | "json" | "fixed">> &
    Pick<Task, "around"> & { readonly unread: readonly Unread[] },
  output: Output,
): Promise<number> {
  const concerned = concernedBy(discovery);
  const records = concerned.length > 0;
  const whole = proposalFor(project, discovery, () => true);
  if (json) output.stdout.write(`${JSON.stringify(jsonReport(root, discovery, whole, unread), null, 2)}\n`);
  else if (records) output.stdout.write(formatReport(root, discovery, whole, output));
  if (!records) {
    if (!json) output.stdout.write("No file here records anything for Sentry, so there is nothing to set up.\n");
    return 0;
  }
  if (!write) {
    if (!json) output.stdout.write(`\n${adviceOn(whole.settings, project)}\n`);
    return 0;
  }
  const packages = new Set<string>();
  let exitCode = 0;
  let lint = ESLINT;
  const configs = configsToWrite(project, concerned);
  for (const [config, files] of configs) {
    const proposal = configs.size === 1 ? whole : proposalFor(project, discovery, (path) => files.has(path));
    const done = await writeOne({ project, around, config, files: [...files], proposal, fixed }, output);
    if (done === undefined) exitCode = 2;
    else for (const name of done.packages) packages.add(name);
    if (done !== undefined && done.linter !== ESLINT) lint = done.linter;
  }
  if (exitCode === 0) sayNext(project.root, lint, [...packages], output);
  return exitCode;
}

/** What `--write` would do. */
function adviceOn(settings: Proposal["settings"], project: Project): string {
  if (Object.keys(settings).length === 0) return WITH_WRITE_OF_RULES;
  const isAsking = discoveringConfigs(project).length > 0 && Object.keys(undiscovered(settings)).length === 0;
  return isAsking ? WITH_WRITE_OF_FIXED : WITH_WRITE;
}

/** The project's configs: those that lie in its repository. One further up is somebody else's. */
function ownConfigs({ root, base, files }: Project): readonly string[] {
  const repository = join(repositoryOf(base), "/");
  return configsOf(root, files).filter((config) => config.startsWith(repository));
}

/** The configs that files are linted by, and their files; undefined stands for one that is still to be written. */
function configsToWrite(
  project: Project,
  concerned: readonly string[],
): ReadonlyMap<string | undefined, ReadonlySet<string>> {
  const configs = ownConfigs(project);
  const found = new Map<string | undefined, Set<string>>();
  for (const path of concerned) {
    const above = configs.filter((config) => path.startsWith(join(dirname(config), "/")));
    const [nearest] = above.sort((one, other) => dirname(other).length - dirname(one).length);
    const config = nearest && sharedConfig(nearest, configs);
    found.set(config, (found.get(config) ?? new Set()).add(path));
  }
  return found;
}

/** A config, and what it is to say of some files. */
interface Task {
  readonly project: Project;
  /** The folder of all in which wrappers are looked for, absolute. */
  readonly around: string;
  /** Absolute; undefined where there is none yet. */
  readonly config: string | undefined;
  /** The files that it is for, absolute: what they record, call or set up is in the settings. */
  readonly files: readonly string[];
  readonly proposal: Proposal;
  readonly fixed: boolean;
}

/** How the project lints without another config. */
const ESLINT = "eslint .";

interface Done {
  /** How the project lints. */
  readonly linter: string;
  /** Packages that the config names and that may have to be installed. */
  readonly packages: readonly string[];
}

/** @returns undefined where nothing was written */
async function writeOne(task: Task, output: Output): Promise<Done | undefined> {
  const { project, config, files } = task;
  const additions = additionsOf(task);
  const [preferred] = additions;
  const former = config === undefined ? formerConfigAdvice(project.root) : undefined;
  if (former !== undefined) {
    sayWrapped(output, former);
    return undefined;
  }
  const oxlint = config === undefined ? oxlintConfig(project.root) : undefined;
  if (oxlint !== undefined) return writeOxlint(oxlint, task, output);
  if (config === undefined && isLintedByBiome(project.root)) return writeForCommand(task, output);
  const reasons: string[] = [];
  let name = "";
  for (const addition of additions) {
    const created = config === undefined ? newConfig(project.root, project.files, addition) : undefined;
    const written = await writeConfig(draftOf(config, created, addition, files));
    name = fromRoot(project.root, created?.path ?? config ?? "");
    if ("reason" in written) {
      reasons.push(written.reason);
      if (written.kind === "failed") break;
      continue;
    }
    sayWritten(name, created !== undefined, written, reasons[0], output);
    sayWhere(project.root, name, created !== undefined, output);
    const isCommandAsked = addition.discover !== undefined || written.reading.parsers.length > 0;
    return { linter: ESLINT, packages: [...(created?.missing ?? []), ...(isCommandAsked ? [COMMAND] : [])] };
  }
  sayWrapped(output, `${name} was not changed: ${reasons.at(-1) ?? ""}`);
  say(output, `To add by hand:\n\n${byHand(preferred, widthOf(output), config)}\n`);
  return undefined;
}

/** @param whyNot why the settings are listed and not asked for. */
function sayWritten(
  name: string,
  isNew: boolean,
  { kind, reading, broken, isListed }: Extract<Written, { readonly reading: Reading }>,
  whyNot: string | undefined,
  output: Output,
): void {
  const verb = kind === "unchanged" ? "already contains all of this" : isNew ? "was written" : "was changed";
  say(output, `${name} ${verb}.`);
  if (whyNot !== undefined)
    sayWrapped(output, `It contains fixed settings instead of a call of \`discover\`: ${whyNot}.`);
  if (isListed)
    sayWrapped(output, "It contains fixed settings: rules of the project report each call of `discover` here.");
  for (const line of readingLines(reading)) sayWrapped(output, line);
  if (broken.length > 0) sayWrapped(output, `ESLint reports of ${name} itself: ${broken.join(", ")}.`);
}

/** What the config means for other folders than the one that the command was started in. */
function sayWhere(root: string, name: string, isNew: boolean, output: Output): void {
  const [above] = configsOf(dirname(root), []);
  if (isNew && above !== undefined)
    sayWrapped(output, `It replaces ${fromRoot(root, above)}, which is outside this repository, for its files.`);
  if (!isNew && name.startsWith("../"))
    sayWrapped(output, "It is in a folder above this one, and applies to the files there, too.");
}

/** The same for a project that is linted by oxlint alone. */
async function writeOxlint(
  { path, start }: OxlintConfig,
  { project, proposal }: Task,
  output: Output,
): Promise<Done | undefined> {
  const name = fromRoot(project.root, path);
  const before = readFileSync(path, "utf8");
  const { settings } = proposal;
  const edited = /\.jsonc?$/u.test(path)
    ? editOxlintConfig(before, settings)
    : editOxlintModule(before, path, settings);
  if ("reason" in edited || isReadOnly(path)) {
    sayWrapped(output, `${name} was not changed: ${"reason" in edited ? edited.reason : "it is read-only"}`);
    return undefined;
  }
  if (edited.text !== before) await writeSafely(path, edited.text);
  say(output, `${name} ${edited.text === before ? "already contains all of this" : "was changed"}.`);
  return { linter: start, packages: [] };
}

/** Whether a project is linted by Biome, and not by ESLint. */
function isLintedByBiome(root: string): boolean {
  const hasConfig = ["biome.json", "biome.jsonc"].some((name) => existsSync(join(root, name)));
  return hasConfig && !isInstalled("eslint", join(root, "package.json"));
}

/** The same where only the command reads the config: it finds wrappers by itself, so the rest alone is written. */
async function writeForCommand({ project, proposal }: Task, output: Output): Promise<Done> {
  const rest = undiscovered(proposal.settings);
  if (Object.keys(rest).length === 0) say(output, "Nothing was written: the command needs no settings here.");
  else {
    const settings = writeValue([{ settings: { [SETTINGS_KEY]: rest } }], DEFAULT_STYLE);
    await writeSafely(join(project.root, SETTINGS_ALONE), `export default ${settings};\n`);
    say(output, `${SETTINGS_ALONE} was written, for the command alone: this project is linted by Biome.`);
  }
  return { linter: COMMAND, packages: [] };
}

const SETTINGS_ALONE = "eslint.config.mjs";

function draftOf(
  config: string | undefined,
  created: NewConfig | undefined,
  addition: ConfigAddition,
  files: readonly string[],
): Draft {
  if (created !== undefined) {
    const { path, text, trial } = created;
    return { path, files, textFor: () => ({ text }), loadable: trial };
  }
  const path = config ?? "";
  const text = readFileSync(path, "utf8");
  return {
    path,
    files,
    textFor: (reading, way) =>
      editConfig(text, path, {
        ...addition,
        reading,
        ...(way === "fixed" ? { discover: undefined } : { folder: way }),
      }),
  };
}

/** The possible additions to a config, best first. */
function additionsOf({
  project,
  around,
  config,
  proposal,
  fixed,
}: Task): readonly [ConfigAddition, ...ConfigAddition[]] {
  const { settings, presets, wrappers, modules } = proposal;
  const list: ConfigAddition = { settings, presets };
  const isShared = config !== undefined && isRequired(config, ownConfigs(project));
  if (fixed || isShared) return [list];
  const folder = config === undefined ? project.root : dirname(config);
  const asked = join(projectOf(folder) ?? folder, "/");
  const isReached = [...wrappers, ...modules].every(({ file }) => file.startsWith(asked));
  return [{ ...list, discover: isReached ? "" : wayTo(around, folder) }, list];
}

/** What to add to a config, in its module system. */
function byHand(addition: ConfigAddition, width: number, config?: string): string {
  const isCommonJs = config !== undefined && isWrittenInCommonJs(readFileSync(config, "utf8"), config);
  const settings = settingsOf(addition, isCommonJs ? "__dirname" : undefined);
  const take = (what: string, module: string): string =>
    isCommonJs ? `const ${what} = require(${JSON.stringify(module)});` : `import ${what} from "${module}";`;
  return [
    take("sentryBreadcrumbs", packageJson.name),
    ...(addition.discover === undefined ? [] : [take("{ discover }", COMMAND)]),
    "",
    ...(isCommonJs && addition.discover !== undefined
      ? ["// `await` needs a function around the list: module.exports = (async () => [ … ])();"]
      : []),
    ...addition.presets.map((preset) => `sentryBreadcrumbs.configs.${preset},`),
    ...(settings === undefined ? [] : [`{ ${settingsText(settings, width).slice(0, -1)} },`]),
  ].join("\n");
}

/** What lets files pass that ESLint has not linted before. */
function readingLines({ parsers, silenced, leftOut, because }: Reading): readonly string[] {
  return [
    ...parsers.map(({ files, parser }) =>
      parser === "own"
        ? `${files.join(", ")}: read by sentry-breadcrumbs/parser, without types, because the config had no parser for it.`
        : `${files.join(", ")}: read by ${parser.name}, because the config had no parser for it.`,
    ),
    ...(silenced === undefined
      ? []
      : [
          `${silenced.files.join(", ")}: linted for the first time. Rules that these files break are off for them: ${silenced.rules.join(", ")}.`,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          `${leftOut.join(", ")}: ignored, because ESLint did not lint it before and would report ${because ?? ""}${because?.endsWith(".") === true ? "" : "."}`,
          `\`npx ${COMMAND}\` still checks it.`,
        ]),
  ];
}

/** The next command, for the project's package manager. */
function sayNext(root: string, lint: string, packages: readonly string[], output: Output): void {
  const [linter = ""] = lint.split(" ");
  const missing = [linter, ...(linter === COMMAND ? [] : [packageJson.name]), ...packages].filter(
    (name) => !isInstalled(name, join(root, "package.json")),
  );
  const old = linter === "eslint" ? oldVersionAdvice(root) : undefined;
  if (old !== undefined) {
    missing.unshift("eslint@latest");
    say(output, "");
    sayWrapped(output, old);
  }
  const { add, run } = packageManagerOf(root);
  say(output, "\nNext:");
  if (missing.length > 0) say(output, `  ${add} ${missing.join(" ")}`);
  say(output, `  ${run} ${lint}`);
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
