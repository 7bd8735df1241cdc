import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint } from "eslint";
import plugin from "../../index.ts";
import { Failure } from "../failure.ts";
import { JOB_VARIABLE, PREFIX, type Job } from "./job.ts";
import { ownResult } from "./results.ts";

/** The name of ESLint's file for suppressed findings. */
const FILE = "eslint-suppressions.json";

/** What to do with the file: add all findings or those of some rules, or remove those that are fixed. */
export type Baseline =
  { readonly suppress: "all" } | { readonly suppress: ReadonlySet<string> } | { readonly prune: true };

export function hasBaseline(root: string): boolean {
  return existsSync(join(root, FILE));
}

/**
 * The files that a baseline names and that are still there: they are linted when it is pruned, also where nothing in
 * them records breadcrumbs any more.
 * @returns absolute paths.
 * @throws Failure where the file is no JSON.
 */
export function filesOfBaseline(root: string): readonly string[] {
  return Object.keys(suppressionsOf(root))
    .map((name) => resolve(root, name))
    .filter((path) => existsSync(path));
}

/** What ESLint's file holds: how many findings of each rule are forgiven, by the path of a file from its folder. */
type Suppressions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function suppressionsOf(root: string): Suppressions {
  if (!hasBaseline(root)) return {};
  try {
    return JSON.parse(readFileSync(join(root, FILE), "utf8")) as Suppressions;
  } catch (error) {
    throw new Failure(`${FILE} cannot be read: ${(error as Error).message}`);
  }
}

/**
 * Lints by ESLint's own command, which alone keeps the file of suppressions.
 * @param baseline undefined where the file is only to be heeded.
 * @throws Failure with what ESLint says where it stops, as it does for suppressions that are no longer needed.
 */
export async function lintWithBaseline(
  job: Job,
  baseline: Baseline | undefined,
): Promise<readonly ESLint.LintResult[]> {
  const require = createRequire(import.meta.url);
  const { status, stdout, stderr } = await run(
    [
      join(dirname(require.resolve("eslint/package.json")), "bin/eslint.js"),
      "--config",
      fileURLToPath(new URL("./eslint-config.js", import.meta.url)),
      "--format",
      "json",
      "--no-warn-ignored",
      ...flagsOf(baseline, job.root),
      "--",
      ...job.paths,
    ],
    job,
  );
  // ESLint writes its findings also where it complains of suppressions that nothing needs.
  if (status === 2 || stdout === "") throw new Failure(stderr.trim());
  return (JSON.parse(stdout) as ESLint.LintResult[]).map(ownResult);
}

function flagsOf(baseline: Baseline | undefined, root: string): readonly string[] {
  const names = Object.values(suppressionsOf(root)).flatMap((rules) => Object.keys(rules));
  const isShared = names.some((name) => !name.startsWith(PREFIX));
  // Suppressions of rules that do not run here look as if nothing needed them.
  if (baseline === undefined) return isShared ? ["--pass-on-unpruned-suppressions"] : [];
  if ("prune" in baseline) {
    if (!isShared) return ["--prune-suppressions"];
    throw new Failure(
      `${FILE} holds suppressions of other rules, which would be lost. Prune it with: npx eslint . --prune-suppressions`,
    );
  }
  // Not --suppress-all: a comment in a file may have other rules run, which do not belong into our baseline.
  const rules =
    baseline.suppress === "all" ? Object.keys(plugin.rules ?? {}).map((name) => `${PREFIX}${name}`) : baseline.suppress;
  return [...[...rules].flatMap((name) => ["--suppress-rule", name]), "--pass-on-unpruned-suppressions"];
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], job: Job): Promise<Run> {
  const child = spawn(process.execPath, args, {
    cwd: job.root,
    env: { ...process.env, [JOB_VARIABLE]: JSON.stringify(job) },
  });
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      text[name] += chunk;
    });
  }
  const status = await new Promise<number | null>((done, fail) => {
    child.on("close", done).on("error", fail);
  });
  return { status, ...text };
}
