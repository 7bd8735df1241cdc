import type { ESLint } from "eslint";
import { followedLine } from "../discovery/followed.ts";
import { openKnown } from "../discovery/known.ts";
import { count, say, sayWrapped, type Output } from "../io.ts";
import { mayConcernSentry } from "../../detect/words.ts";
import { fromRoot } from "../paths.ts";
import type { Project } from "../project.ts";
import { readSources, type Source } from "../sources.ts";
import { unreadBlock, type Unread } from "../unread.ts";
import { github } from "./github.ts";
import { printable } from "./source-excerpt.ts";
import type { lint, Linted } from "./lint.ts";
import type { CheckOptions } from "./options.ts";
import { errorsOf, totalsOf, unparsedIn, withoutFatal } from "./totals.ts";
import { uncalledWrappers } from "./uncalled.ts";

const NOTHING: Linted = { results: [], unread: [], readOnly: [] };

/**
 * Lints what a repository records, without any configuration, and prints what the rules find.
 * @returns the exit code, as ESLint's: 0, 1 for errors and for more warnings than allowed, 2 where something that
 * matters could not be read.
 * @throws Failure for what keeps it from linting.
 */
export async function check(options: CheckOptions, output: Output): Promise<0 | 1 | 2> {
  const { root, format, maxWarnings } = options;
  const { opened, project, discovery } = await openKnown(options, output);
  const { sources, unread } = readSources(project, mayConcernSentry);
  const linted = await lintSources(project, sources, options, output, discovery?.parsed);
  const textOf = new Map(sources.map(({ path, text }) => [path, text]));
  if (discovery !== undefined && discovery.wrappers.length > 0)
    (await import("./through.ts")).sayThrough(root, linted.results, textOf, discovery);
  const report: Report = {
    results: options.quiet ? linted.results.map(errorsOf) : linted.results,
    unread: [...unread, ...linted.unread],
    textOf,
  };
  await writeResults(report, options, output);
  const { errors, warnings } = totalsOf(linted.results.map(withoutFatal));
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (format === "stylish" || format === "pretty") {
    if (errors + warnings === 0) say(output, summaryOf(project, sources));
    if (options.quiet && warnings > 0) say(output, `${count(warnings, "warning")} hidden by --quiet.`);
    const followed = discovery && followedLine(root, discovery, new Set(project.files));
    if (followed !== undefined) sayWrapped(output, followed);
  }
  if (errors === 0 && tooMany) say(output, `Too many warnings: ${warnings}, with --max-warnings ${maxWarnings}.`);
  sayUncalled(uncalledWrappers(opened, sources), output);
  for (const path of linted.readOnly) say(output, `Not changed because it is read-only: ${fromRoot(root, path)}`);
  if (sayUnread([...report.unread, ...linted.results.flatMap(unparsedIn)], options, output)) return 2;
  return errors > 0 || tooMany ? 1 : 0;
}

function sayUncalled(names: readonly string[], output: Output): void {
  if (names.length === 0) return;
  const written = names.map((name) => `\`${name}\``).join(", ");
  sayWrapped(output, `No file calls these wrappers of the settings: ${written}. Correct their names, or remove them.`);
}

/** Lists what was not read. @returns whether that decides how the run ends. */
function sayUnread(unread: readonly Unread[], { root, allowUnread }: CheckOptions, output: Output): boolean {
  for (const line of unreadBlock(unread, root, allowUnread)) say(output, line);
  return !allowUnread && unread.some(({ matters }) => matters);
}

/** What to print. */
interface Report {
  readonly results: readonly ESLint.LintResult[];
  readonly unread: readonly Unread[];
  /** The content of each linted file before any fix. */
  readonly textOf: ReadonlyMap<string, string>;
}

/** Prints what was found in the format that was asked for. */
async function writeResults({ results, unread, textOf }: Report, options: CheckOptions, output: Output): Promise<void> {
  const { root, format } = options;
  const { stdout } = output;
  switch (format) {
    case "sarif":
      stdout.write((await import("./sarif.ts")).sarif(results, root, unread, textOf));
      break;
    case "gitlab":
      stdout.write((await import("./gitlab.ts")).gitlab(results, root, textOf));
      break;
    case "rustc":
      stdout.write((await import("./rustc.ts")).rustc(results, root, textOf));
      break;
    case "github":
      stdout.write(github(results, root));
      break;
    case "pretty":
      await writePretty(results.map(withoutFatal), root, textOf, output);
      break;
    case "stylish":
      await writeAsESLint(results.map(withoutFatal).map(printableResult), options, output);
      break;
    case "json":
      await writeAsESLint(results, options, output);
  }
}

async function writePretty(
  results: readonly ESLint.LintResult[],
  root: string,
  textOf: ReadonlyMap<string, string>,
  output: Output,
): Promise<void> {
  if (results.every(({ messages }) => messages.length === 0)) return;
  const { pretty } = await import("./pretty.ts");
  output.stdout.write(pretty(results, root, textOf, output));
}

/** Loads ESLint, the rules and the parsers: most of what a run takes, and of no use where nothing is recorded. */
async function lintSources(...job: Parameters<typeof lint>): ReturnType<typeof lint> {
  const [, sources, { baseline }] = job;
  return sources.length === 0 && baseline === undefined ? NOTHING : (await import("./lint.ts")).lint(...job);
}

function summaryOf({ files }: Project, sources: readonly Source[]): string {
  if (files.length === 0) return "There are no files to check here.";
  if (sources.length === 0)
    return `Nothing to check: none of ${count(files.length, "file")} mentions a function that sends data to Sentry.`;
  return `No findings. ${sources.length} of ${count(files.length, "file")} may send data to Sentry.`;
}

/** The same for a formatter that writes names and messages as they are. */
function printableResult(result: ESLint.LintResult): ESLint.LintResult {
  const messages = result.messages.map((message) => ({ ...message, message: printable(message.message) }));
  return { ...result, filePath: printable(result.filePath), messages };
}

/** Prints by ESLint's own formatters. */
async function writeAsESLint(
  results: readonly ESLint.LintResult[],
  { root, format, maxWarnings }: CheckOptions,
  { stdout }: Output,
): Promise<void> {
  if (format === "stylish" && results.every(({ messages }) => messages.length === 0)) return;
  const { ESLint } = await import("eslint");
  const formatter = await new ESLint({ cwd: root, overrideConfigFile: true }).loadFormatter(format);
  const { warnings } = totalsOf(results);
  const exceeded = maxWarnings !== undefined && warnings > maxWarnings;
  const text = await formatter.format(
    [...results],
    exceeded ? { maxWarningsExceeded: { maxWarnings, foundWarnings: warnings } } : {},
  );
  stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
