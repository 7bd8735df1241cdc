import { extname } from "node:path";
import { ESLint } from "eslint";
import { Failure } from "../failure.ts";
import { count, say, type Output } from "../io.ts";
import { languagesFor } from "../languages.ts";
import type { Project } from "../project.ts";
import type { Source } from "../sources.ts";
import { filesOfBaseline, hasBaseline, lintWithBaseline } from "./baseline.ts";
import { optionsOf, type Job } from "./job.ts";
import type { CheckOptions } from "./options.ts";
import { progressOf } from "./progress.ts";
import { ownResult } from "./results.ts";
import { applySuggestions } from "./suggestions.ts";
import { TEXT_PER_STEP, threadsFor, withoutAdviceOnThreads } from "./threads.ts";
import { writeSafely } from "../write.ts";

/** Files that the main thread lints between two steps of the progress bar. */
const FILES_PER_STEP = 40;

/**
 * Lints files by our rules, as ESLint does, and writes what fixes and suggestions make of them.
 * @returns the results in the order of their paths.
 * @throws Failure where ESLint does not start.
 */
export async function lint(
  project: Project,
  all: readonly Source[],
  options: CheckOptions,
  output: Output,
): Promise<readonly ESLint.LintResult[]> {
  const sources = await withoutMissingParsers(project, [...all, ...prunedBeside(project, all, options)], output);
  const changes = options.fix || options.fixSuggestions.size > 0;
  const lintNow = (): ReturnType<typeof lintHere> => lintHere(project, sources, options, output);
  const lintAsAsked = options.concurrency === "auto" ? () => withoutAdviceOnThreads(lintNow) : lintNow;
  const results = changes || !usesBaseline(options) ? await lintAsAsked() : [];
  await Promise.all(
    results.map(async ({ filePath, output: changed }) => {
      if (changed !== undefined) await writeSafely(filePath, changed);
    }),
  );
  if (!usesBaseline(options)) return results;
  const jobs = bySettings(sources).map((group) => jobOf(project, group, { ...options, fix: false }));
  const groups: (readonly ESLint.LintResult[])[] = [];
  // One after the other: each of them writes the same file.
  for (const job of jobs) groups.push(await lintWithBaseline(job, options.baseline));
  return inOrder(groups.flat());
}

/** What a baseline names beside the files that may record breadcrumbs: all that it forgives there is gone. */
function prunedBeside(project: Project, sources: readonly Source[], { baseline }: CheckOptions): readonly Source[] {
  if (baseline === undefined || !("prune" in baseline)) return [];
  const known = new Set(sources.map(({ path }) => path));
  return filesOfBaseline(project.root)
    .filter((path) => !known.has(path))
    .map((path) => ({ path, text: "", settings: project.settingsOf(path) }));
}

function usesBaseline({ root, baseline }: CheckOptions): boolean {
  return baseline !== undefined || hasBaseline(root);
}

async function lintHere(
  project: Project,
  sources: readonly Source[],
  options: CheckOptions,
  output: Output,
): Promise<readonly ESLint.LintResult[]> {
  const progress = await progressOf(sources.length, output);
  const results: ESLint.LintResult[] = [];
  for (const group of bySettings(sources)) {
    const job = jobOf(project, group, options);
    const threads = threadsFor(lengthOf(group), options.concurrency);
    const eslint = await eslintFor(job, threads);
    const texts = new Map(group.map(({ path, text }) => [path, text]));
    for (const paths of stepsOf(group, threads)) {
      const found = await eslint.lintFiles([...paths]).catch(refuse);
      for (const each of found) {
        const result = ownResult(each);
        const text = result.output ?? texts.get(result.filePath);
        const { fixSuggestions } = options;
        results.push(
          fixSuggestions.size === 0 || text === undefined
            ? result
            : await applySuggestions(eslint, result, fixSuggestions, text),
        );
      }
      progress.add(paths.length);
    }
  }
  progress.end();
  return inOrder(results);
}

function lengthOf(sources: readonly Source[]): number {
  return sources.reduce((length, { text }) => length + text.length, 0);
}

/** The paths of files that are linted together, between two steps of the progress bar. */
function stepsOf(sources: readonly Source[], threads: number): readonly (readonly string[])[] {
  const [files, text] = threads === 1 ? [FILES_PER_STEP, Infinity] : [Infinity, threads * TEXT_PER_STEP];
  const steps: string[][] = [];
  let length = Infinity;
  for (const source of sources) {
    const last = steps.at(-1);
    if (last === undefined || last.length >= files || length >= text) {
      steps.push([source.path]);
      length = 0;
    } else last.push(source.path);
    length += source.text.length;
  }
  return steps;
}

function inOrder(results: readonly ESLint.LintResult[]): readonly ESLint.LintResult[] {
  return results.toSorted((a, b) => (a.filePath < b.filePath ? -1 : 1));
}

/** Files for which the project's ESLint config has the same settings. */
function bySettings(sources: readonly Source[]): readonly (readonly [Source, ...Source[]])[] {
  const groups = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    const key = JSON.stringify(source.settings);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return [...groups.values()];
}

function jobOf({ root, base }: Project, group: readonly [Source, ...Source[]], options: CheckOptions): Job {
  const { strict, rules, fix } = options;
  return {
    root,
    base,
    paths: group.map(({ path }) => path),
    strict,
    rules,
    settings: group[0].settings,
    fix: fix || options.fixSuggestions.size > 0,
  };
}

async function eslintFor(job: Job, threads: number): Promise<ESLint> {
  try {
    if (threads === 1) return new ESLint(await optionsOf(job));
    const address = new URL("./options-module.js", import.meta.url);
    address.searchParams.set("job", JSON.stringify(job));
    address.searchParams.set("concurrency", String(threads));
    return await ESLint.fromOptionsModule(address);
  } catch (error) {
    return refuse(error);
  }
}

/** What ESLint refuses to start with: options of rules that are wrong, or what its version does not know. */
function refuse(error: unknown): never {
  throw new Failure(`ESLint ${ESLint.version}: ${error instanceof Error ? error.message : String(error)}`);
}

/** Leaves out components that the project has no parser for, and says once what would bring it. */
async function withoutMissingParsers(
  { root }: Project,
  sources: readonly Source[],
  output: Output,
): Promise<readonly Source[]> {
  const { missing } = await languagesFor(
    root,
    sources.map(({ path }) => path),
  );
  for (const [ending, parser] of missing) {
    const left = sources.filter(({ path }) => extname(path) === ending).length;
    say(output, `Not read: ${count(left, `${ending} file`)}. To read them: npm install --save-dev ${parser}`);
  }
  return sources.filter(({ path }) => !missing.has(extname(path)));
}
