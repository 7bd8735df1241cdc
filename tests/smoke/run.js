// What a user gets: packs the package, installs it into empty projects beside each supported line of ESLint,
// and there loads it, compiles TypeScript configs against its types, and lints a copy of the example
// application, whose findings must be the stored ones.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { examples, findingsIn, readExpectedFindings, root } from "../../scripts/findings.js";

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

const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const work = await mkdtemp(join(tmpdir(), "sentry-breadcrumbs-"));
try {
  const tarball = await pack();
  const results = await Promise.allSettled(LINES.map((line) => tryOut(line, tarball)));
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

/** @returns {Promise<string>} the path of the packed package, after a look at what is in it */
async function pack() {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", work], { cwd: root });
  /** @type {[{ filename: string, files: { path: string }[] }]} */
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  const meant = /^(?:dist\/index\.js|dist\/.*\.d\.c?ts|docs\/.*|[A-Z]+(?:\.md)?|package\.json)$/;
  const stray = files.filter(({ path }) => !meant.test(path)).map(({ path }) => path);
  if (stray.length > 0) throw new Error(`The package holds files that are not meant for it: ${stray.join(", ")}`);
  return join(work, filename);
}

/**
 * @param {Line} line
 * @param {string} tarball
 * @returns {Promise<number>} how many findings there were
 * @throws with what is wrong
 */
async function tryOut({ eslint, typedOptions, defineConfig }, tarball) {
  const project = join(work, `eslint-${eslint}`);
  await cp(examples, project, { recursive: true });
  const npm = (/** @type {string[]} */ ...names) =>
    run("npm", ["install", "--no-audit", "--no-fund", "--prefix", project, ...names], { cwd: project });
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
  await npm(`eslint@${eslint}`, tarball, `typescript@${devDependencies.typescript}`);

  await run(process.execPath, ["--eval", LOAD], { cwd: project });
  await compile(project, typedOptions);

  await npm(`typescript-eslint@${devDependencies["typescript-eslint"]}`, ...(defineConfig ? [defineConfig] : []));
  if (defineConfig !== undefined) {
    const config = join(project, "eslint.config.js");
    await writeFile(config, (await readFile(config, "utf8")).replace('"eslint/config"', `"${defineConfig}"`));
  }
  const findings = await findingsIn(project, project);
  const expected = readExpectedFindings();
  const missing = expected.filter((finding) => !findings.includes(finding));
  const surplus = findings.filter((finding) => !expected.includes(finding));
  if (missing.length + surplus.length > 0 || expected.length === 0) {
    throw new Error(["other findings:", ...missing.map((one) => `- ${one}`), ...surplus.map((one) => `+ ${one}`)].join("\n"));
  }
  return findings.length;
}

/**
 * Compiles tests/types against the installed package, type declarations of all dependencies included.
 * @param {string} project
 * @param {boolean} typedOptions
 */
async function compile(project, typedOptions) {
  const types = join(root, "tests/types");
  const files = typedOptions ? await readdir(types) : ["presets.ts"];
  for (const file of files) {
    const text = await readFile(join(types, file), "utf8");
    await writeFile(join(project, file), text.replaceAll("../../src/index.ts", "eslint-plugin-sentry-breadcrumbs"));
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
