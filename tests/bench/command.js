// npm run bench:command [-- rounds]: the command on a repository in which every tenth file records a breadcrumb, against
// ESLint with the same rules and against ast-grep looking for one pattern. Prints ratios of one run; never fails on them.
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
import { join } from "node:path";
import { commandIn, commandPackage, eslintOf, root } from "../../scripts/findings.js";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import { realTrees } from "./trees.js";

const rounds = Number(process.argv[2] ?? 3);
const astGrep = join(
  await packagesOnDemand("ast-grep", { "@ast-grep/cli": "0.51.1" }),
  "node_modules/@ast-grep/cli-linux-x64-gnu/ast-grep",
);
const work = realpathSync(mkdtempSync(join(tmpdir(), "sentry-breadcrumbs-bench-")));
symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
writeFileSync(
  join(work, "bench.config.mjs"),
  `import plugin from ${JSON.stringify(join(root, "dist/index.js"))};
import tseslint from "typescript-eslint";
export default [{ files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } }, plugin.configs.recommended];
`,
);

/** @type {Record<string, (folder: string) => [program: string, ...args: string[]]>} */
const PROGRAMS = {
  command: () => [process.execPath, commandIn(commandPackage)],
  ESLint: () => [process.execPath, eslintOf(root), "--config", join(work, "bench.config.mjs"), "."],
  "ast-grep": () => [astGrep, "run", "--pattern", "Sentry.addBreadcrumb($$$)", "--lang", "ts", "."],
};

try {
  const small = measure(1);
  const large = measure(4);
  console.log(
    `The command's time by the number of files: × ${(large.command / small.command).toFixed(2)} for × ${(large.files / small.files).toFixed(2)}`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
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
