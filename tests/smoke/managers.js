// What somebody gets who runs the command in a project that has it alone, installed by each package manager: a check
// without any configuration, `discover` and the parser; and who starts it in a project that has nothing, by what each
// manager has for that. The managers and what they install come from the npm registry.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { isUnreachable, packagesOnDemand } from "../../scripts/on-demand.js";
import { pack } from "./packed.js";
import { startRegistry } from "./registry.js";

const run = promisify(execFile);

const managers = await packagesOnDemand("package-managers", {
  "@yarnpkg/cli-dist": "4.18.1",
  bun: "1.4.5",
  pnpm: "10.28.0",
  yarn: "1.22.22",
});
const managed = (/** @type {string} */ script) => [process.execPath, join(managers, "node_modules", script)];

/**
 * @typedef {object} Manager
 * @property {string[]} program
 * @property {string[]} install
 * @property {string[]} run what goes before a package's command
 * @property {string[]} node what runs a script
 * @property {string[]} [loaders] the scripts to run; all when left out
 */

/** @type {Record<string, Manager>} */
const MANAGERS = {
  npm: { program: ["npm"], install: ["install"], run: ["exec", "--no", "--"], node: ["exec", "--no", "--", "node"] },
  pnpm: { program: managed("pnpm/bin/pnpm.cjs"), install: ["install"], run: ["exec"], node: ["exec", "node"] },
  "Yarn 1": {
    program: managed("yarn/bin/yarn.js"),
    install: ["install", "--no-lockfile"],
    run: ["--silent", "run"],
    node: ["--silent", "node"],
  },
  "Yarn 4, Plug'n'Play": {
    program: managed("@yarnpkg/cli-dist/bin/yarn.js"),
    install: ["install", "--no-immutable"],
    run: ["run"],
    node: ["node"],
    // Its loader finds no file of an ES module that is required.
    loaders: ["load.mjs"],
  },
};

const BUN = join(managers, `node_modules/@oven/bun-${process.platform}-${process.arch}/bin/bun`);
const YARN = managed("@yarnpkg/cli-dist/bin/yarn.js");

/**
 * @typedef {object} Runner what fetches the command and starts it
 * @property {readonly string[]} program
 * @property {Readonly<Record<string, string>>} [files] what the project has
 * @property {readonly string[]} [again] the same program with what it has fetched by then
 */

/** @type {Record<string, Runner>} */
const RUNNERS = {
  "npx, with legacy-peer-deps, then offline": {
    program: ["npx", "--yes"],
    files: { ".npmrc": "legacy-peer-deps=true" },
    again: ["npm", "exec", "--offline", "--yes", "--"],
  },
  "pnpm dlx": {
    program: managed("pnpm/bin/pnpm.cjs").concat("dlx"),
    again: managed("pnpm/bin/pnpm.cjs").concat("dlx"),
  },
  "yarn dlx, Plug'n'Play": { program: [...YARN, "dlx"], files: { ".yarnrc.yml": "nodeLinker: pnp" } },
  "yarn dlx, node_modules": { program: [...YARN, "dlx"], files: { ".yarnrc.yml": "nodeLinker: node-modules" } },
  ...(existsSync(BUN) ? { bunx: { program: [BUN, "x"], again: [BUN, "x"] } } : {}),
};

const CODE = `import * as Sentry from "@sentry/node";
export const saved = (id: number) => Sentry.addBreadcrumb({ message: "saved", data: { id }, level: "warn" });
`;

/** The two ways to load what the package exports, from files as a project has them. */
const LOADERS = {
  "load.mjs": `
    import { discover } from "sentry-breadcrumbs";
    import parser from "sentry-breadcrumbs/parser";
    parser.parseForESLint("let x: number;");
    console.log(JSON.stringify(await discover(".")));
  `,
  "load.cjs": `
    const { discover } = require("sentry-breadcrumbs");
    const parser = require("sentry-breadcrumbs/parser");
    parser.parseForESLint("let x: number;");
    import("sentry-breadcrumbs").then(async (imported) => {
      if (imported.discover !== discover) throw new Error("Two packages.");
      console.log(JSON.stringify(await discover(".")));
    });
  `,
};

const work = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
try {
  const { plugin, command } = await pack(work);
  for (const [name, manager] of Object.entries(MANAGERS)) await tryManager(name, manager, plugin, command);
  const registry = await startRegistry([plugin, command]);
  await Promise.all(Object.entries(RUNNERS).map(([name, runner]) => tryRunner(name, runner, registry.address)));
  registry.close();
} finally {
  await rm(work, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {Manager} manager
 * @param {string} plugin tarball
 * @param {string} command tarball
 */
async function tryManager(name, manager, plugin, command) {
  const project = join(work, basename(name).replaceAll(/\W+/g, "-"));
  await mkdir(project);
  // The registry has no such version of the plugin yet.
  const instead = { "eslint-plugin-sentry-breadcrumbs": `file:${plugin}` };
  const manifest = {
    name: "shop",
    private: true,
    devDependencies: { "sentry-breadcrumbs": `file:${command}` },
    overrides: instead,
    resolutions: instead,
    pnpm: { overrides: instead },
  };
  await writeFile(join(project, "package.json"), JSON.stringify(manifest));
  await writeFile(join(project, "saved.ts"), CODE);
  for (const [file, text] of Object.entries(LOADERS)) await writeFile(join(project, file), text);
  // A project of its own for Yarn, whatever is in the folders above.
  await writeFile(join(project, "yarn.lock"), "");
  const { program, loaders, ...tasks } = manager;
  const [file = "", ...first] = program;
  const start = (/** @type {readonly string[]} */ ...args) =>
    run(file, [...first, ...args], { cwd: project, env: { ...process.env, YARN_ENABLE_TELEMETRY: "0" } });
  try {
    await start(...tasks.install);
    await mustReport(start(...tasks.run, "sentry-breadcrumbs"));
    for (const loader of loaders ?? Object.keys(LOADERS)) {
      const { stdout } = await start(...tasks.node, loader);
      if (stdout.trim() !== "{}") throw new Error(`${loader}: discover found ${stdout}`);
    }
    console.log(`${name}: installed, checked, ${loaders === undefined ? "imported and required" : "imported"}`);
  } catch (error) {
    fail(name, error);
  }
}

/**
 * @param {string} name
 * @param {Runner} runner
 * @param {string} registry
 */
async function tryRunner(name, { program, files = {}, again }, registry) {
  const project = join(work, name.replaceAll(/\W+/g, "-"));
  const home = join(project, "home");
  await mkdir(home, { recursive: true });
  // Nothing that an earlier version of the packages has left behind.
  const env = {
    ...process.env,
    npm_config_registry: registry,
    npm_config_cache: join(home, "npm"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    BUN_INSTALL: join(home, "bun"),
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: "localhost",
    YARN_GLOBAL_FOLDER: join(home, "yarn"),
    YARN_ENABLE_TELEMETRY: "0",
  };
  const given = {
    "package.json": '{ "private": true }',
    "yarn.lock": "",
    ".gitignore": "home",
    "saved.ts": CODE,
    ...files,
  };
  for (const [file, text] of Object.entries(given)) await writeFile(join(project, file), text);
  const start = (/** @type {readonly string[]} */ [file = "", ...first], /** @type {readonly string[]} */ ...args) =>
    run(file, [...first, "sentry-breadcrumbs", ...args], { cwd: project, env });
  try {
    await mustReport(start(program));
    if (again !== undefined) {
      const { stderr } = await start(again, "init", "--write");
      if (!stderr.includes("eslint.config.mjs was written.")) throw new Error(`no config was written: ${stderr}`);
    }
    console.log(`${name}: checked${again === undefined ? "" : ", set up"}`);
  } catch (error) {
    fail(name, error);
  }
}

/**
 * @param {Promise<{ stderr: string }>} ended a check of `CODE`
 * @throws with what it printed where it was not the finding
 */
async function mustReport(ended) {
  const printed = await ended.then(
    ({ stderr }) => `nothing found: ${stderr}`,
    (/** @type {unknown} */ error) => {
      const { code, stdout, stderr } = /** @type {{ code: number, stdout: string, stderr: string }} */ (error);
      return code === 1 && /\bsentry-breadcrumbs\/valid-level\b/.test(stdout) ? undefined : `${stdout}${stderr}`;
    },
  );
  if (printed !== undefined) throw new Error(printed);
}

/**
 * @param {string} name
 * @param {unknown} error
 */
function fail(name, error) {
  if (isUnreachable(error)) {
    console.log(`${name}: skipped, the npm registry is out of reach.`);
  } else {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
