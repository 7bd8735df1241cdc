// What a user gets: packs the two packages, installs them into empty projects beside each supported line of ESLint,
// and there loads them, compiles TypeScript configs against their types, and lints a copy of the example
// application, whose findings must be the stored ones.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/findings.js";
import { lintExamples, pack, projectOfExamples } from "./packed.js";

const run = promisify(execFile);

/**
 * @typedef {object} Line a supported line of ESLint
 * @property {string} eslint the version to install
 * @property {boolean} typedOptions whether its types take the rules' options from `@eslint/core`
 * @property {string} [defineConfig] the package that has `defineConfig` where ESLint itself has none yet
 */

/** @type {readonly Line[]} */
const LINES = [
  { eslint: "10", typedOptions: true },
  { eslint: "9", typedOptions: true },
  { eslint: "9.15.0", typedOptions: false, defineConfig: "@eslint/config-helpers" },
];

/** `require` and `import` give the same plugin. */
const LOAD = `
  const required = require("eslint-plugin-sentry-breadcrumbs");
  import("eslint-plugin-sentry-breadcrumbs").then(({ default: imported }) => {
    if (required !== imported || imported.rules["valid-level"] === undefined) throw new Error("Two plugins, or none.");
  });
`;

/** What stands for the packages in tests/types. */
const SOURCES = {
  "../../src/index.ts": "eslint-plugin-sentry-breadcrumbs",
  "../../src/cli/discover.ts": "sentry-breadcrumbs",
  "../../src/cli/parser/eslint.ts": "sentry-breadcrumbs/parser",
};

const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const work = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
try {
  const tarballs = Object.values(await pack(work));
  const results = await Promise.allSettled(LINES.map((line) => tryOut(line, tarballs)));
  results.forEach((result, index) => {
    const name = `ESLint ${LINES[index]?.eslint}`;
    if (result.status === "fulfilled") {
      console.log(`${name}: loaded, compiled, ${result.value} findings as stored`);
    } else {
      console.error(`${name}: ${result.reason instanceof Error ? result.reason.message : result.reason}`);
      process.exitCode = 1;
    }
  });
} finally {
  await rm(work, { recursive: true, force: true });
}

/**
 * @param {Line} line
 * @param {readonly string[]} tarballs
 * @returns {Promise<number>} how many findings there were
 * @throws with what is wrong
 */
async function tryOut({ eslint, typedOptions, defineConfig }, tarballs) {
  const project = join(work, `eslint-${eslint}`);
  const npm = await projectOfExamples(project);
  await npm(`eslint@${eslint}`, ...tarballs, `typescript@${devDependencies.typescript}`);

  await run(process.execPath, ["--eval", LOAD], { cwd: project });
  await compile(project, typedOptions);

  await npm(`typescript-eslint@${devDependencies["typescript-eslint"]}`, ...(defineConfig ? [defineConfig] : []));
  if (defineConfig !== undefined) {
    const config = join(project, "eslint.config.js");
    await writeFile(config, (await readFile(config, "utf8")).replace('"eslint/config"', `"${defineConfig}"`));
  }
  return lintExamples(project);
}

/**
 * Compiles tests/types against the installed packages, type declarations of all dependencies included.
 * @param {string} project
 * @param {boolean} typedOptions
 */
async function compile(project, typedOptions) {
  const types = join(root, "tests/types");
  const files = typedOptions ? await readdir(types) : ["command.ts", "presets.ts"];
  for (const file of files) {
    let text = await readFile(join(types, file), "utf8");
    for (const [source, name] of Object.entries(SOURCES)) text = text.replaceAll(source, name);
    await writeFile(join(project, file), text);
  }
  const tsc = join(project, "node_modules/typescript/bin/tsc");
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2023", types: [] };
  await writeFile(join(project, "tsconfig.types.json"), JSON.stringify({ compilerOptions, files }));
  try {
    await run(process.execPath, [tsc, "--project", "tsconfig.types.json"], { cwd: project });
  } catch (error) {
    throw new Error(`the types do not compile:\n${/** @type {{ stdout: string }} */ (error).stdout}`);
  } finally {
    await Promise.all(files.map((file) => rm(join(project, file))));
  }
}
