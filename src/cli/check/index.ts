import type { ESLint } from "eslint";
import { followedLine } from "../discovery/followed.ts";
import { knowing } from "../discovery/known.ts";
import { count, say, type Output } from "../io.ts";
import { mayConcernSentry } from "../../detect/words.ts";
import { fromRoot } from "../paths.ts";
import { openProject, type Project } from "../project.ts";
import { readSources, type Source } from "../sources.ts";
import { unreadBlock, type Unread } from "../unread.ts";
import { github } from "./github.ts";
import type { lint, Linted } from "./lint.ts";
import type { CheckOptions } from "./options.ts";
import { totalsOf, unparsedIn, withoutFatal } from "./totals.ts";

const NOTHING: Linted = { results: [], unread: [], readOnly: [] };

/**
 * Lints what a repository records, without any configuration, and prints what the rules find.
 * @returns the exit code, as ESLint's: 0, 1 for errors and for more warnings than allowed, 2 where something that
 * matters could not be read.
 * @throws Failure for what keeps it from linting.
 */
export async function check(options: CheckOptions, output: Output): Promise<0 | 1 | 2> {
  const { root, format, maxWarnings } = options;
  const opened = await openProject(root, options.paths, options.useConfig);
  const discovery = options.discover ? await (await import("../discovery/search.ts")).discover(opened) : undefined;
  const project = discovery === undefined ? opened : knowing(opened, discovery);
  const { sources, unread } = readSources(project, mayConcernSentry);
  const isIdle = sources.length === 0 && options.baseline === undefined;
  const linted = isIdle ? NOTHING : await lintSources(project, sources, options, output);
  if (discovery !== undefined && discovery.wrappers.length > 0) {
    const { sayThrough } = await import("./through.ts");
    sayThrough(root, linted.results, new Map(sources.map(({ path, text }) => [path, text])), discovery);
  }
  const unreadFiles = [...unread, ...linted.unread];
  await writeResults(linted.results, unreadFiles, options, output);
  const { errors, warnings } = totalsOf(linted.results.map(withoutFatal));
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (format === "stylish") {
    if (errors + warnings === 0) say(output, summaryOf(project, sources));
    if (discovery !== undefined && discovery.seen.after > 0) say(output, followedLine(root, discovery));
  }
  if (errors === 0 && tooMany) say(output, `More warnings than --max-warnings allows: ${warnings} of ${maxWarnings}.`);
  for (const path of linted.readOnly) say(output, `Left as it is, since it is read-only: ${fromRoot(root, path)}`);
  const all = [...unreadFiles, ...linted.results.flatMap(unparsedIn)];
  for (const line of unreadBlock(all, root, options.allowUnread)) say(output, line);
  if (!options.allowUnread && all.some(({ matters }) => matters)) return 2;
  return errors > 0 || tooMany ? 1 : 0;
}

/** Prints what was found in the format that was asked for. */
async function writeResults(
  all: readonly ESLint.LintResult[],
  unread: readonly Unread[],
  options: CheckOptions,
  output: Output,
): Promise<void> {
  const { root, format } = options;
  switch (format) {
    case "sarif": {
      const { sarif } = await import("./sarif.ts");
      output.stdout.write(sarif(all, root, unread));
      break;
    }
    case "github":
      output.stdout.write(github(all, root));
      break;
    case "stylish":
      await writeAsESLint(all.map(withoutFatal), options, output);
      break;
    default:
      await writeAsESLint(all, options, output);
  }
}

/** Loads ESLint, the rules and the parsers: most of what a run takes, and of no use where nothing is recorded. */
async function lintSources(...job: Parameters<typeof lint>): ReturnType<typeof lint> {
  return (await import("./lint.ts")).lint(...job);
}

function summaryOf({ files }: Project, sources: readonly Source[]): string {
  if (files.length === 0) return "There is no file here that the rules read.";
  if (sources.length === 0)
    return `Nothing to check: none of ${count(files.length, "file")} names what sends data to Sentry.`;
  return `Nothing to report in the ${count(sources.length, "file")} of ${files.length} that may send data to Sentry.`;
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
