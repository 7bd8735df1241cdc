// The package as the registry would get it, and projects that install it.
import { execFile } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { commandOf, eslintOf, examples, findingsIn, readExpectedFindings, root } from "../../scripts/findings.js";

const run = promisify(execFile);

/** The files that may be in the package: the plugin, the command and its page, types, documentation, and what npm asks for. */
const MEANT =
  /^(?:dist\/(?:index\.js|plugin\.cjs|detectors\.cjs|shared\.cjs)|dist\/cli\/(?:licenses\.txt|.*\.(?:js|html))|dist\/.*\.d\.c?ts|docs\/.*|[A-Z]+(?:\.md)?|package\.json)$/;

/**
 * What of the folder as it is would be packed although it is not meant to be.
 * @returns {Promise<string[]>} paths
 */
export async function strayIn() {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  return manifestIn(stdout)
    .files.map(({ path }) => path)
    .filter((path) => !MEANT.test(path));
}

/**
 * Packs the package, and looks at what is in it.
 * @param {string} work the folder to put the tarball into
 * @returns {Promise<string>} the tarball's path
 * @throws when the package holds a file that is not meant for it
 */
export async function pack(work) {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", work], { cwd: root });
  const { filename, files } = manifestIn(stdout);
  const stray = files.map(({ path }) => path).filter((path) => !MEANT.test(path));
  if (stray.length > 0) throw new Error(`The package holds files that are not meant for it: ${stray.join(", ")}`);
  if (!files.some(({ path }) => path === "dist/index.js")) throw new Error("The package holds no plugin.");
  return join(work, filename);
}

/**
 * @param {string} stdout of `npm pack --json`, which prints what scripts print before it
 * @returns {{ filename: string, files: { path: string }[] }}
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
  const byCommand = expected.filter((finding) => recommended.includes(finding.split(" ")[2] ?? ""));
  compare(await findingsIn(project, commandOf(project), node), byCommand);
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
