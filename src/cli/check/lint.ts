import { ESLint } from "eslint";
import { Failure } from "../failure.ts";
import type { Output } from "../io.ts";
import { halfRead, languagesFor } from "../languages.ts";
import type { Project } from "../project.ts";
import type { ParsedScripts } from "../script-parser.ts";
import type { Source } from "../sources.ts";
import { filesOfBaseline, hasBaseline, lintWithBaseline } from "./baseline.ts";
import { optionsOf, PREFIX, type Job } from "./job.ts";
import type { CheckOptions } from "./options.ts";
import { progressOf } from "../progress.ts";
import { ownResult } from "./results.ts";
import { applySuggestions } from "./suggestions.ts";
import { TEXT_PER_STEP, threadsFor, withoutAdviceOnThreads } from "./threads.ts";
import type { Unread } from "../unread.ts";
import { isReadOnly } from "../write.ts";
import { writeAll } from "./write-all.ts";

/** Files that the main thread lints between two steps of the progress bar. */
const FILES_PER_STEP = 40;

/** The results for the files. */
export interface Linted {
  /** In the order of their paths. */
  readonly results: readonly ESLint.LintResult[];
  /** Files that could not be read. Files that a parser rejects are among the results. */
  readonly unread: readonly Unread[];
  /** The files with something to fix that are read-only, absolute. */
  readonly readOnly: readonly string[];
}

/**
 * Lints files by our rules, as ESLint does, and writes what fixes and suggestions make of them.
 * @param parsed scripts that are parsed already.
 * @throws Failure where ESLint does not start, and where a file could not be written.
 */
export async function lint(
  project: Project,
  all: readonly Source[],
  options: CheckOptions,
  output: Output,
  parsed?: ParsedScripts,
): Promise<Linted> {
  const sources = [...all, ...prunedBeside(project, all, options)];
  const paths = sources.map(({ path }) => path);
  const unread = halfRead(sources, await languagesFor(project.root, paths), project.base);
  const changes = options.fix || options.fixSuggestions.size > 0;
  const locked = changes ? sources.filter(({ path }) => isReadOnly(path)) : [];
  const lintNow = async (): ReturnType<typeof lintHere> => {
    const open = sources.filter((source) => !locked.includes(source));
    const unchanged = { ...options, fix: false, fixSuggestions: new Set<string>() };
    return [
      ...(await lintHere(project, open, options, output, parsed)),
      ...(await lintHere(project, locked, unchanged, output, parsed)),
    ];
  };
  const lintAsAsked = options.concurrency === "auto" ? () => withoutAdviceOnThreads(lintNow) : lintNow;
  const results = changes || !usesBaseline(options) ? await lintAsAsked() : [];
  await writeAll(results, sources);
  const readOnly = results.filter(
    ({ filePath, messages }) => locked.some(({ path }) => path === filePath) && messages.some(({ fix }) => fix),
  );
  const done = { readOnly: readOnly.map(({ filePath }) => filePath) };
  if (!usesBaseline(options)) return { ...done, unread, results: inOrder(results) };
  const inUtf8 = sources.filter(({ encoding }) => encoding === "utf-8");
  const jobs = bySettings(inUtf8).map((group) => jobOf(project, group, { ...options, fix: false }));
  const groups: (readonly ESLint.LintResult[])[] = [];
  // One after the other: each of them writes the same file.
  for (const job of jobs) groups.push(await lintWithBaseline(job, options.baseline));
  return { ...done, unread: [...unread, ...unreadByESLint(sources)], results: inOrder(groups.flat()) };
}

/** ESLint's own command, which keeps a baseline, reads UTF-8 alone. */
function unreadByESLint(sources: readonly Source[]): readonly Unread[] {
  return sources
    .filter(({ encoding }) => encoding !== "utf-8")
    .map(({ path }) => ({
      path,
      reason: "it is in UTF-16, which a baseline does not support",
      remedy: "Save it as UTF-8.",
      matters: true,
    }));
}

/** What a baseline names beside the files that may record breadcrumbs: all that it forgives there is gone. */
function prunedBeside(project: Project, sources: readonly Source[], { baseline }: CheckOptions): readonly Source[] {
  if (baseline === undefined || !("prune" in baseline)) return [];
  const known = new Set(sources.map(({ path }) => path));
  return filesOfBaseline(project.root)
    .filter((path) => !known.has(path))
    .map((path) => ({ path, text: "", encoding: "utf-8", settings: project.settingsOf(path) }));
}

function usesBaseline({ root, baseline }: CheckOptions): boolean {
  return baseline !== undefined || hasBaseline(root);
}

async function lintHere(
  project: Project,
  sources: readonly Source[],
  options: CheckOptions,
  output: Output,
  parsed?: ParsedScripts,
): Promise<readonly ESLint.LintResult[]> {
  const progress = await progressOf(sources.length, output);
  const results: ESLint.LintResult[] = [];
  for (const group of bySettings(sources)) {
    const job = jobOf(project, group, options);
    const threads = threadsFor(lengthOf(group), options.concurrency);
    const eslint = await eslintFor(job, threads, parsed);
    const texts = new Map(group.map(({ path, text }) => [path, text]));
    for (const step of stepsOf(group, threads)) {
      for (const each of await lintStep(eslint, step).catch(refuse)) {
        const result = ownResult(each);
        const text = result.output ?? texts.get(result.filePath);
        const { fixSuggestions } = options;
        results.push(
          fixSuggestions.size === 0 || text === undefined
            ? result
            : await applySuggestions(eslint, result, fixSuggestions, text),
        );
      }
      progress.add(step.length);
    }
  }
  progress.end();
  return results;
}

/** ESLint reads files as UTF-8; it gets the content of files in another encoding as a string. */
async function lintStep(eslint: ESLint, sources: readonly Source[]): Promise<readonly ESLint.LintResult[]> {
  const inUtf8 = sources.filter(({ encoding }) => encoding === "utf-8");
  const results = inUtf8.length === 0 ? [] : await eslint.lintFiles(inUtf8.map(({ path }) => path));
  for (const { path, text, encoding } of sources)
    if (encoding !== "utf-8") results.push(...(await eslint.lintText(text, { filePath: path })));
  return results;
}

function lengthOf(sources: readonly Source[]): number {
  return sources.reduce((length, { text }) => length + text.length, 0);
}

/** The files that are linted together, between two steps of the progress bar. */
function stepsOf(sources: readonly Source[], threads: number): readonly (readonly Source[])[] {
  const [files, text] = threads === 1 ? [FILES_PER_STEP, Infinity] : [Infinity, threads * TEXT_PER_STEP];
  const steps: Source[][] = [];
  let length = Infinity;
  for (const source of sources) {
    const last = steps.at(-1);
    if (last === undefined || last.length >= files || length >= text) {
      steps.push([source]);
      length = 0;
    } else last.push(source);
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
    // A comment may configure a rule.
    validate: Object.keys(rules).length > 0 || group.some(({ text }) => text.includes(PREFIX)),
  };
}

async function eslintFor(job: Job, threads: number, parsed?: ParsedScripts): Promise<ESLint> {
  try {
    if (threads === 1) return new ESLint(await optionsOf(job, parsed));
    const address = new URL("./options-module.js", import.meta.url);
    address.searchParams.set("job", JSON.stringify(job));
    address.searchParams.set("concurrency", String(threads));
    return await ESLint.fromOptionsModule(address);
  } catch (error) {
    return refuse(error);
  }
}

/** The errors with which ESLint refuses to start: wrong rule options, or features that its version does not have. */
function refuse(error: unknown): never {
  throw new Failure(`ESLint ${ESLint.version}: ${error instanceof Error ? error.message : String(error)}`);
}
