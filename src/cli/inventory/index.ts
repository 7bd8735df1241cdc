import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { subjectsIn } from "../../detect/words.ts";
import plugin from "../../index.ts";
import type { Settings } from "../../settings.ts";
import { readBreadcrumbs } from "../breadcrumbs.ts";
import { isParseError } from "../check/totals.ts";
import { lastName, withoutCallers } from "../discovery/forwarded.ts";
import type { FoundWrapper } from "../discovery/found.ts";
import { openKnown } from "../discovery/known.ts";
import { Failure } from "../failure.ts";
import { count, say, type Output } from "../io.ts";
import { halfRead, languagesFor } from "../languages.ts";
import { fromRoot } from "../paths.ts";
import { readSources } from "../sources.ts";
import { unreadBlock, unreadJson, type Unread } from "../unread.ts";
import { writeSafely } from "../write.ts";
import { fileInventory, type FileInventory } from "./entries.ts";
import { withFixed, type ListedCall } from "./fixed.ts";
import { fillPage } from "./fill-page.ts";
import { markdownOf } from "./markdown.ts";
import { inventoryPresets, ruleOf } from "./rules.ts";
import type { AutomaticEntry, Inventory } from "./shape.ts";
import { summaryOf } from "./summary.ts";
import { withTrails } from "./trail.ts";

export type { Inventory } from "./shape.ts";

/** The flags of `sentry-breadcrumbs inventory`. */
export interface InventoryOptions {
  /** The folder that the command was started in, absolute. */
  readonly root: string;
  /** Files and folders, absolute or from `root`; none stands for the whole folder. */
  readonly paths: readonly string[];
  readonly strict: boolean;
  /** Whether messages are taken along, and what findings quote of the source. */
  readonly messages: boolean;
  /** Whether the project's ESLint config is asked for settings. */
  readonly useConfig: boolean;
  /** Whether to look for functions of the project that record breadcrumbs. */
  readonly discover: boolean;
  /** Whether what could not be read makes no difference to the exit code. */
  readonly allowUnread: boolean;
  /** Where the page goes; `-` is standard output. */
  readonly html?: string | undefined;
  /** Where the numbers go as Markdown; `-` is standard output. */
  readonly markdown?: string | undefined;
  /** Where the JSON goes; `-` is standard output, which it takes as well if nothing else is written. */
  readonly output?: string | undefined;
  /** The address of a line in the page, with `{file}`, `{line}` and `{column}`. */
  readonly link?: string | undefined;
}

/** The page as the build leaves it beside the command. */
const BUILT_PAGE = new URL("inventory.html", import.meta.url);

/**
 * Lists every breadcrumb of a repository, as JSON and as a page.
 * @param page the built page, to be filled in.
 * @returns the exit code: 0, whatever was found; 2 where something that matters could not be read.
 * @throws Failure where the command cannot do its work.
 */
export async function inventory(options: InventoryOptions, output: Output, page: URL = BUILT_PAGE): Promise<number> {
  const { root, html, markdown, link } = options;
  const json = options.output ?? (html === undefined && markdown === undefined ? "-" : undefined);
  const targets = [json, html, markdown].filter((target) => target !== undefined);
  if (targets.filter((target) => target === "-").length > 1)
    throw new Failure("Only one of --json, --html, --markdown and --output can be standard output.");
  if (link !== undefined) checkLink(link);
  for (const target of targets) if (target !== "-") await checkTarget(root, target);

  const { inventory: found, unread } = await takeInventory(options, output);
  const write = async (target: string, text: string): Promise<void> => {
    if (target === "-") output.stdout.write(text);
    else
      await writeSafely(resolve(root, target), text).catch((error: unknown) => {
        throw new Failure(`"${target}" could not be written: ${(error as Error).message}`);
      });
  };
  if (json !== undefined) await write(json, `${JSON.stringify(found, null, 2)}\n`);
  if (markdown !== undefined) await write(markdown, markdownOf(found));
  if (html !== undefined) {
    // The page counts the others by their files.
    const automatic = found.automatic.filter(({ findings }) => findings.length > 0);
    const data = { inventory: { ...found, automatic }, ...(link !== undefined && { link }) };
    await write(html, fillPage(await readFile(page, "utf8"), data));
  }
  const written = [html, json, markdown].filter((target): target is string => target !== undefined && target !== "-");
  if (written.length > 0) {
    const { breadcrumbs, files } = found.summary;
    const byItself = automaticSentence(found.summary);
    say(
      output,
      `Wrote ${sentence.format(written)}: ${count(breadcrumbs, "breadcrumb")} in ${count(files, "file")}.${byItself}`,
    );
  }
  for (const line of unreadBlock(unread, root, options.allowUnread)) say(output, line);
  return !options.allowUnread && unread.some(({ matters }) => matters) ? 2 : 0;
}

/** Names joined as in a sentence. */
const sentence = new Intl.ListFormat("en-GB");

/** Says what SDKs record beside breadcrumbs recorded by hand; nothing where they record nothing. */
function automaticSentence({ automatic, byRecorder }: Inventory["summary"]): string {
  if (automatic === 0) return "";
  const recorders = byRecorder.filter(({ value }) => value !== "manual");
  const each = recorders.map((tally) => `${tally.value ?? ""} ${tally.count}`).join(", ");
  return ` SDKs record ${count(automatic, "more call")} automatically: ${each}.`;
}

/** Whether a file may record breadcrumbs by hand, or do what an SDK records. */
function mayBeRecorded(text: string, settings: Settings, path: string, base: string): boolean {
  const subjects = subjectsIn(text, path, settings, undefined, base);
  return subjects.has("breadcrumbs") || subjects.has("automatic");
}

/** An inventory, and what is missing in it. */
export interface Taken {
  readonly inventory: Inventory;
  readonly unread: readonly Unread[];
}

/**
 * Takes the inventory of a repository.
 * @throws Failure for paths that are not there.
 */
async function takeInventory(
  options: Pick<InventoryOptions, "root" | "paths" | "strict" | "messages" | "useConfig" | "discover">,
  output: Output,
): Promise<Taken> {
  const { root, messages } = options;
  const preset = options.strict ? "strict" : "recommended";
  const { project, discovery } = await openKnown(options, output);
  const { sources, unread: unreadable } = readSources(project, (text, settings, path) =>
    mayBeRecorded(text, settings, path, project.base),
  );
  const unread: Unread[] = [...unreadable];
  const name = (path: string): string => fromRoot(project.base, path);
  const holding: FileInventory["file"][] = [];
  const recorded: ListedCall[] = [];
  const automatic: AutomaticEntry[] = [];
  const kinds = new Map<string, string>();

  if (sources.length > 0) {
    const languages = await languagesFor(
      root,
      sources.map(({ path }) => path),
    );
    unread.push(...halfRead(sources, languages, project.base));
  }
  for await (const source of readBreadcrumbs(project, sources, inventoryPresets(preset), discovery?.parsed)) {
    const { file, messages: said } = source;
    const fatal = said.find(isParseError);
    if (fatal !== undefined) {
      const { line, column } = fatal;
      // What a parser says may quote the source.
      const reason = messages ? fatal.message : "it cannot be parsed";
      unread.push({ path: source.path, reason, line, column, matters: true });
    }
    if (file === undefined) continue;
    const entries = fileInventory(source, file, name(source.path), messages);
    automatic.push(...entries.automatic);
    holding.push(entries.file);
    recorded.push(...entries.breadcrumbs);
    for (const [kind, words] of entries.kinds) kinds.set(kind, words);
  }

  const breadcrumbs = withoutCallers(
    withFixed(recorded, ({ file, callee }) => {
      const path = join(project.base, file);
      const isCalled = ({ calls, entry }: FoundWrapper): boolean =>
        calls.has(path) && lastName(entry.name) === lastName(callee);
      const wrapper = discovery?.wrappers.find(isCalled);
      return wrapper === undefined ? { file, name: callee } : { file: name(wrapper.file), name: wrapper.name };
    }),
    ({ file, function: around }) => discovery?.isCalled(join(project.base, file), around) === true,
  );
  const files = withTrails(holding, breadcrumbs);
  const summary = summaryOf(files, breadcrumbs, automatic);
  const found: Inventory = {
    version: 1,
    plugin: plugin.meta.version,
    root: basename(project.base),
    preset,
    messages,
    summary,
    files,
    breadcrumbs,
    automatic,
    rules: Object.fromEntries(
      summary.byRule.flatMap(({ value }) => {
        const about = ruleOf(value);
        return value && about ? [[value, { description: about.description, url: about.url }]] : [];
      }),
    ),
    kinds: Object.fromEntries(kinds),
    unread: unreadJson(unread, project.base),
  };
  return { inventory: found, unread };
}

/** The page opens any address, so only addresses that run no code are allowed. */
function checkLink(link: string): void {
  if (!link.includes("{file}"))
    throw new Failure(`--link must contain {file}, and can contain {line} and {column}: "${link}".`);
  if (/^\s*(?:javascript|data|vbscript):/iu.test(link)) throw new Failure(`--link is not a web address: "${link}".`);
}

/** Fails before the work is done, where its result could not be written. */
async function checkTarget(root: string, target: string): Promise<void> {
  const path = resolve(root, target);
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) throw new Failure(`"${target}" is a folder.`);
  const folder = dirname(path);
  const about = await stat(folder).catch(() => undefined);
  if (about?.isDirectory() !== true)
    throw new Failure(`There is no folder "${dirname(target)}" to write "${basename(target)}" to.`);
}
