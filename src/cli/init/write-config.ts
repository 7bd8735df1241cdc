import { randomUUID } from "node:crypto";
import { readFile, realpath, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import packageJson from "../../../package.json" with { type: "json" };
import { SETTINGS_KEY } from "../../settings.ts";
import { loadConfig, messageOf } from "../config-errors.ts";
import { isInstalled } from "../installed.ts";
import { eslintOf, type ESLintModule } from "../project.ts";
import { removeAtEnd, removeNow } from "../temporary.ts";
import { isReadOnly, writeSafely } from "../write.ts";
import { COMMAND, PARSER, withoutCommand, type FolderName } from "./discovering.ts";
import type { EditedConfig } from "./edit-config.ts";
import { NOTHING_NEW, readingOf, type Reading } from "./new-files.ts";

/** The result for a config. */
export type Written =
  | ({ readonly kind: "written" | "unchanged"; readonly reading: Reading } & Styled)
  /** `failed` where the config could not be loaded, whatever is added to it. */
  | { readonly kind: "refused" | "failed"; readonly reason: string };

/** What the project's own rules made of a config. */
interface Styled {
  /** The rules that the config breaks itself. */
  readonly broken: readonly string[];
  /** Whether it lists settings only because rules forbid each way to ask `discover`. */
  readonly isListed: boolean;
}

/** A config that is to be written. */
export interface Draft {
  /** Absolute; the file need not be there yet. */
  readonly path: string;
  /** The files that the config is for, since they record something; absolute. */
  readonly files: readonly string[];
  /** The config as it is to be, with what lets files pass that ESLint has not linted before. */
  readonly textFor: (reading: Reading, way?: FolderName | "fixed") => EditedConfig;
  /** The content without packages that are not installed yet; absent if all are installed. */
  readonly loadable?: string | undefined;
}

/**
 * Puts a config in place, once ESLint has loaded it under another name beside and has nothing to say of files that it
 * lints for the first time, but for our findings.
 */
export async function writeConfig(draft: Draft): Promise<Written> {
  const { path } = draft;
  const target = await realpath(path).catch(() => path);
  if (isReadOnly(target)) return { kind: "refused", reason: "it is read-only" };
  const before = await readFile(target, "utf8").catch(() => undefined);
  const plain = draft.textFor(NOTHING_NEW);
  if ("reason" in plain) return { kind: "refused", reason: plain.reason };
  if (before === plain.text) return { kind: "unchanged", reading: NOTHING_NEW, broken: [], isListed: false };
  const trials = new Trials(path, target, draft.loadable);
  try {
    const { text, ...rest } = await loadConfig(() => tryConfig(draft, before !== undefined, trials));
    await writeSafely(path, text);
    return { kind: "written", ...rest };
  } catch (error) {
    const [said = ""] = trials.withoutNames(messageOf(error)).split("\n");
    return {
      kind: "failed",
      reason: /cannot find (?:package|module)/iu.test(said) ? `${said}. ${NOT_INSTALLED}` : said,
    };
  } finally {
    trials.remove();
  }
}

const NOT_INSTALLED = "Install the project's packages, and run this again.";

async function tryConfig({ path, files, textFor }: Draft, isThere: boolean, trials: Trials): Promise<Tried> {
  const module = await eslintOf(dirname(path));
  const loaded = (overrideConfigFile: string): ESLint => new module.ESLint({ cwd: dirname(path), overrideConfigFile });
  const tried = async (text: string): Promise<ESLint> => loaded(await trials.write(text));
  const textWith = (added: Reading): string => {
    const edited = textFor(added);
    if ("reason" in edited) throw new Error(edited.reason);
    return edited.text;
  };
  const reading = isThere
    ? await readingOf(dirname(path), loaded(path), (added) => tried(textWith(added)))
    : NOTHING_NEW;
  const text = textWith(reading);
  if (!(await runsRules(await tried(text), files)))
    throw new Error(
      reading.because === undefined
        ? "ESLint would not run the rules with it"
        : `ESLint lints no file that records a breadcrumb, and would report ${reading.because}`,
    );
  const first = { text, isListed: false };
  const others = (["import.meta.url", "fixed"] as const).flatMap((way) => {
    const edited = textFor(reading, way);
    return "text" in edited ? [{ text: edited.text, isListed: way === "fixed" && edited.text !== text }] : [];
  });
  return { reading, ...(isThere ? await inStyle([first, ...others], path, module) : { ...first, broken: [] }) };
}

interface Candidate {
  readonly text: string;
  readonly isListed: boolean;
}

interface Tried extends Styled {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * Has the project's rules fix what was added, as far as they have nothing to say of the config as it is.
 * @param texts ways to write it, the preferred one first: the first of those that break the fewest rules is taken.
 */
async function inStyle(
  texts: readonly [Candidate, ...Candidate[]],
  path: string,
  { ESLint }: ESLintModule,
): Promise<Omit<Tried, "reading">> {
  const options = { filePath: path, warnIgnored: false };
  const eslint = { cwd: dirname(path), overrideConfigFile: path };
  try {
    const [before] = await new ESLint(eslint).lintText(await readFile(path, "utf8"), options);
    const known = new Set(before?.messages.map(({ ruleId }) => ruleId));
    const fix = ({ ruleId }: Linter.LintMessage): boolean => !known.has(ruleId);
    const fixing = new ESLint({ ...eslint, fix });
    const fixed: Omit<Tried, "reading">[] = [];
    for (const { text, isListed } of texts) {
      const [after] = await fixing.lintText(text, options);
      const broken = new Set(after?.messages.filter(fix).map(({ ruleId, message }) => ruleId ?? message));
      fixed.push({ text: after?.output ?? text, broken: [...broken], isListed });
      if (broken.size === 0) break;
    }
    return fixed.reduce((best, each) => (each.broken.length < best.broken.length ? each : best));
  } catch {
    return { ...texts[0], broken: [] }; // a rule of the project that does not work here
  }
}

/** Whether ESLint runs our rules on some of the files. */
async function runsRules(eslint: ESLint, files: readonly string[]): Promise<boolean> {
  for (const path of files) {
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
    if (Object.keys(config?.rules ?? {}).some((name) => name.startsWith(`${SETTINGS_KEY}/`))) return true;
  }
  return files.length === 0;
}

/** Configs that are tried under other names, beside the one that they are for: they may import what is beside it. */
class Trials {
  readonly #path: string;
  readonly #target: string;
  readonly #loadable: string | undefined;
  readonly #written: string[] = [];

  /** @param loadable what is tried in the place of any text. */
  constructor(path: string, target: string, loadable: string | undefined) {
    this.#path = path;
    this.#target = target;
    this.#loadable = loadable;
  }

  async write(text: string): Promise<string> {
    const ending = extname(this.#path);
    const trial = join(dirname(this.#target), `${basename(this.#target, ending)}.${randomUUID()}${ending}`);
    this.#written.push(trial);
    removeAtEnd(trial);
    const loadable = this.#loadable ?? text;
    const tried = isInstalled(COMMAND, this.#path) ? loadable : withoutCommand(withOwn(PARSER, loadable, this.#path));
    await writeFile(trial, withOwn(packageJson.name, tried, this.#path), { flag: "wx" });
    return trial;
  }

  /** Errors about the trial file apply to the config. */
  withoutNames(message: string): string {
    return this.#written.reduce((text, trial) => text.replaceAll(trial, this.#path), message);
  }

  remove(): void {
    for (const trial of this.#written) removeNow(trial);
  }
}

/** For the trial alone: a module of ours that is still to be installed is the one that this command belongs to. */
function withOwn(module: string, text: string, path: string): string {
  const own = isInstalled(module, path) ? undefined : ownModule(module);
  if (own === undefined) return text;
  const inQuotes = new RegExp(String.raw`(require\(\s*)?(["'])${module}\2`, "gu");
  return text.replaceAll(inQuotes, (_, require?: string) =>
    require === undefined ? JSON.stringify(pathToFileURL(own).href) : `${require}${JSON.stringify(own)}`,
  );
}

function ownModule(module: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(module);
  } catch {
    return undefined;
  }
}
