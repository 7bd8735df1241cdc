// npm run bench:command [-- rounds] [folder…]: the command on a repository in which every tenth file records a breadcrumb,
// or on these folders, against ESLint with the same rules, ESLint with another plugin's rule for personal data, and ast-grep
// looking for one pattern. Prints ratios of one run; never fails on them.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commandIn, commandPackage, eslintOf, root } from "../../scripts/findings.js";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { realTrees } from "./trees.js";

const given = process.argv.slice(2);
const rounds = Number(given.find((argument) => /^\d+$/.test(argument)) ?? 3);
const folders = given.filter((argument) => !/^\d+$/.test(argument)).map((folder) => resolve(folder));
const astGrep = join(
  await packagesOnDemand("ast-grep", { "@ast-grep/cli": "0.51.1" }),
  "node_modules/@ast-grep/cli-linux-x64-gnu/ast-grep",
);
const secureCoding = join(
  await packagesOnDemand("secure-coding", { "eslint-plugin-secure-coding": "3.2.0" }),
  "node_modules/eslint-plugin-secure-coding",
);
const work = realpathSync(mkdtempSync(join(tmpdir(), "sentry-breadcrumbs-bench-")));
symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
const OUR_CONFIG = writeConfig(
  "ours",
  `import plugin from ${JSON.stringify(join(root, "dist/index.js"))};`,
  "plugin.configs.recommended",
);
const OTHER_CONFIG = writeConfig(
  "secure-coding",
  `import { createRequire } from "node:module";
const plugin = createRequire(import.meta.url)(${JSON.stringify(secureCoding)});`,
  '{ plugins: { "secure-coding": plugin }, rules: { "secure-coding/no-pii-in-logs": "error" } }',
);

/** @type {Record<string, (folder: string) => [program: string, ...args: string[]]>} */
const PROGRAMS = {
  command: () => [process.execPath, commandIn(commandPackage)],
  ESLint: () => [process.execPath, eslintOf(root), "--config", OUR_CONFIG, "."],
  "ast-grep": () => [astGrep, "run", "--pattern", "Sentry.addBreadcrumb($$$)", "--lang", "ts", "."],
};

try {
  for (const folder of folders) compare(folder);
  if (folders.length === 0) {
    const small = measure(1);
    const large = measure(4);
    console.log(
      `The command's time by the number of files: × ${(large.command / small.command).toFixed(2)} for × ${(large.files / small.files).toFixed(2)}`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/**
 * Writes an ESLint config for the bench.
 * @param {string} name
 * @param {string} loading the code that makes `plugin`
 * @param {string} config the code of a config with rules
 * @returns {string} its path
 */
function writeConfig(name, loading, config) {
  const path = join(work, `${name}.config.mjs`);
  const text = `${loading}
import tseslint from "typescript-eslint";
export default [
  { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser: tseslint.parser } },
  { files: ["**/*.{js,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  ${config},
];
`;
  writeFileSync(path, text);
  return path;
}

/**
 * Takes turns with the programs on one repository, and prints how their times compare.
 * @param {number} copies of the real sources
 */
function measure(copies) {
  const { folder, files, recording } = repository(copies);
  /** @type {Record<string, number[]>} */
  const seconds = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, program] of Object.entries(PROGRAMS))
      (seconds[name] ??= []).push(timeOf(program(folder), folder));
  }
  const [command, eslint, astGrep] = Object.keys(PROGRAMS).map((name) => median(seconds[name] ?? []));
  console.log(`${files} files, ${recording} of which record a breadcrumb, ${rounds} rounds, elapsed time:`);
  console.log(
    `  the command takes ${percent(command, eslint)} of ESLint's, ${percent(command, astGrep)} of ast-grep's`,
  );
  return { command: command ?? NaN, files };
}

/**
 * Takes turns with the programs on a folder as it is, and prints the processor time that each takes of all cores.
 * @param {string} folder absolute
 */
function compare(folder) {
  const pattern = ["run", "--pattern", "Sentry.addBreadcrumb($$$)"];
  /** @type {Record<string, [program: string, ...args: string[]][]>} */
  const programs = {
    command: [[process.execPath, commandIn(commandPackage), "check", "--no-config"]],
    "command without discovery": [
      [process.execPath, commandIn(commandPackage), "check", "--no-config", "--no-discover"],
    ],
    // Its languages are one of files ending in .ts and one of those in .tsx.
    "ast-grep": [
      [astGrep, ...pattern, "--lang", "ts", "."],
      [astGrep, ...pattern, "--lang", "tsx", "."],
    ],
    "ESLint with our rules": [[process.execPath, eslintOf(root), "--config", OUR_CONFIG, "--no-inline-config", "."]],
    "ESLint with secure-coding/no-pii-in-logs": [
      [process.execPath, eslintOf(root), "--config", OTHER_CONFIG, "--no-inline-config", "."],
    ],
  };
  /** @type {Record<string, number[]>} */
  const seconds = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, runs] of Object.entries(programs)) {
      const spent = runs.map((program) => processorTimeOf(program, folder)).reduce((one, other) => one + other);
      (seconds[name] ??= []).push(spent);
    }
  }
  console.log(`${folder}, ${rounds} rounds, processor time:`);
  const reference = median(seconds["ast-grep"] ?? []);
  for (const [name, all] of Object.entries(seconds)) {
    console.log(`  ${name}: ${(median(all) ?? NaN).toFixed(2)} s, ${percent(median(all), reference)} of ast-grep's`);
  }
}

/**
 * @param {[program: string, ...args: string[]]} command
 * @param {string} cwd
 * @returns {number} seconds of user and system time, those of its threads and processes included
 */
function processorTimeOf(command, cwd) {
  const { stdout } = spawnSync("sh", ["-c", '"$@" > /dev/null 2>&1; times', "sh", ...command], {
    cwd,
    encoding: "utf8",
  });
  // The second line is of the shell's children: 0m1.234s 0m0.123s
  const spent = Array.from((stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g));
  return spent.reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0);
}

/** @param {number} copies */
function repository(copies) {
  const folder = join(work, `repository-${copies}`);
  for (let copy = 0; copy < copies; copy++) {
    for (const [index, tree] of realTrees().entries()) {
      mkdirSync(join(folder, `packages/${copy}`), { recursive: true });
      cpSync(tree, join(folder, `packages/${copy}/${index}`), { recursive: true });
    }
  }
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  execFileSync("git", ["add", "--all"], { cwd: folder });
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 }).split("\0");
  const scripts = listed.filter((name) => /(?<!\.d)\.ts$/.test(name));
  const recording = scripts.filter((_, index) => index % 10 === 0);
  for (const name of recording) {
    const path = join(folder, name);
    const call = 'Sentry.addBreadcrumb({ category: "auth", message: "Signed in", level: "warn" });\n';
    writeFileSync(path, `import * as Sentry from "@sentry/browser";\n${readFileSync(path, "utf8")}\n${call}`);
  }
  return { folder, files: scripts.length, recording: recording.length };
}

/**
 * @param {[program: string, ...args: string[]]} command
 * @param {string} cwd
 * @returns {number} seconds
 * @throws when the program does not find what it is to find
 */
function timeOf([program, ...args], cwd) {
  const start = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!stdout.includes("warn")) throw new Error(`${program} ${args.join(" ")} found nothing: ${stderr}`);
  return seconds;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** @param {number | undefined} one @param {number | undefined} other */
function percent(one, other) {
  return `${((100 * (one ?? NaN)) / (other ?? NaN)).toFixed(0)} %`;
}
