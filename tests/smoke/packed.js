// The two packages as the registry would get them, and projects that install them.
import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import {
  commandIn,
  commandPackage,
  eslintOf,
  examples,
  findingsIn,
  readExpectedFindings,
  root,
} from "../../scripts/findings.js";

const run = promisify(execFile);

/**
 * @typedef {object} Package what is published
 * @property {string} folder
 * @property {RegExp} meant the files that may be in it: what is built, types, documentation, and what npm asks for
 * @property {string} main a file that has to be in it
 * @property {number} limit bytes that it may have when it is packed
 */

/** @type {Package} */
const PLUGIN = {
  folder: root,
  meant:
    /^(?:dist\/(?:browser\.js|index\.js|plugin\.cjs|detectors\.cjs|shared\.cjs)|dist\/(?:rules|src)\/.*\.d\.c?ts|dist\/docs\/rules\/[\w-]+\.html|docs\/.*|[A-Z]+(?:\.md)?|package\.json)$/,
  main: "dist/index.js",
  limit: 450_000,
};

/** @type {Package} */
const COMMAND = {
  folder: commandPackage,
  meant: /^(?:[\w-]+\.js|(?:browser|index|parser|shown)\.d\.ts|inventory\.html|LICENSE|README\.md|package\.json)$/,
  main: "cli.js",
  limit: 230_000,
};

/**
 * What of the plugin's folder as it is would be packed although it is not meant to be.
 * @returns {Promise<string[]>} paths
 */
export async function strayIn() {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  return strayOf(manifestIn(stdout), PLUGIN);
}

/**
 * Packs both packages as they are built, and looks at what is in them.
 * @param {string} work the folder to put the tarballs into
 * @returns {Promise<{ plugin: string, command: string }>} the tarballs' paths
 * @throws when a package holds a file that is not meant for it, or is too large, or when their versions differ
 */
export async function pack(work) {
  const packed = { plugin: await packOne(PLUGIN, work), command: await packOne(COMMAND, work) };
  const plugin = await packageJsonOf(PLUGIN);
  const command = await packageJsonOf(COMMAND);
  const versions = new Set([plugin.version, command.version, command.dependencies[plugin.name]]);
  if (versions.size > 1) throw new Error(`The packages have different versions: ${[...versions].join(", ")}.`);
  return packed;
}

/**
 * @param {Package} one
 * @returns {Promise<{ name: string, version: string, dependencies: Record<string, string> }>}
 */
async function packageJsonOf({ folder }) {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/**
 * @param {Package} one
 * @param {string} work
 */
async function packOne(one, work) {
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", work], {
    cwd: one.folder,
  });
  const manifest = manifestIn(stdout);
  const { filename, files, size } = manifest;
  const stray = strayOf(manifest, one);
  if (stray.length > 0) throw new Error(`${filename} holds files that are not meant for it: ${stray.join(", ")}`);
  if (!files.some(({ path }) => path === one.main)) throw new Error(`${filename} holds no ${one.main}.`);
  if (size > one.limit) throw new Error(`${filename} has ${size} bytes, and may have ${one.limit}.`);
  return join(work, filename);
}

/**
 * @typedef {object} Manifest
 * @property {string} filename
 * @property {{ path: string }[]} files
 * @property {number} size packed
 */

/**
 * @param {Manifest} manifest
 * @param {Package} one
 */
function strayOf({ files }, { meant }) {
  return files.map(({ path }) => path).filter((path) => !meant.test(path));
}

/**
 * @param {string} stdout of `npm pack --json`, which prints what scripts print before it
 * @returns {Manifest}
 */
function manifestIn(stdout) {
  const [manifest] = JSON.parse(stdout.slice(stdout.search(/^\[/m)));
  return manifest;
}

/**
 * Makes a project of its own of the example application.
 * @param {string} project where to
 * @returns {Promise<(...names: readonly string[]) => Promise<unknown>>} what installs packages there
 */
export async function projectOfExamples(project) {
  await cp(examples, project, { recursive: true });
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
  return (...names) =>
    run("npm", ["install", "--no-audit", "--no-fund", "--prefix", project, ...names], { cwd: project });
}

/** The command knows by the shop's hook that nothing of the console is recorded, which could be repeated. */
const REPEATS_THE_CONSOLE = /^shop\/server\/.*no-redundant-breadcrumb \((?:category|text)\)$/u;

/**
 * Lints such a project, by ESLint as its config says, and by our own command.
 * @param {string} project
 * @param {string} [node] the binary to run ESLint with
 * @returns {Promise<number>} how many findings there are, which are the stored ones
 * @throws with the difference when they are others
 */
export async function lintExamples(project, node) {
  const expected = readExpectedFindings();
  compare(await findingsIn(project, eslintOf(project), node), expected);
  // The config holds some files to the strict presets.
  /** @type {{ default: { configs: Record<string, import("eslint").Linter.Config> } }} */
  const { default: plugin } = await import(pathToFileURL(join(root, "dist/index.js")).href);
  const recommended = Object.keys({ ...plugin.configs["recommended"]?.rules, ...plugin.configs["rust"]?.rules });
  const byCommand = expected.filter(
    (finding) => recommended.includes(finding.split(" ")[2] ?? "") && !REPEATS_THE_CONSOLE.test(finding),
  );
  compare(await findingsIn(project, commandIn(join(project, "node_modules/sentry-breadcrumbs")), node), byCommand);
  return expected.length;
}

/**
 * @param {readonly string[]} findings
 * @param {readonly string[]} expected
 */
function compare(findings, expected) {
  const missing = expected.filter((finding) => !findings.includes(finding));
  const surplus = findings.filter((finding) => !expected.includes(finding));
  if (missing.length + surplus.length > 0 || expected.length === 0) {
    throw new Error(
      ["other findings:", ...missing.map((one) => `- ${one}`), ...surplus.map((one) => `+ ${one}`)].join("\n"),
    );
  }
}
