import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { ESLint } from "eslint";
import { LANGUAGES } from "../../languages/index.ts";
import { SETTINGS_KEY } from "../../settings.ts";
import { messageOf } from "../config-errors.ts";
import { componentParser, isScript, type ComponentParser } from "./parsers.ts";
import { patternsOf } from "./path-patterns.ts";

/**
 * What has to stand in a config beside the presets, which have ESLint lint files that it has not linted before: what
 * the project's parsers and rules say of these would be new errors, and none of them ours.
 */
export interface Reading {
  /** Parsers of files that the config has none for; `own` is the command's. Patterns, in the order of `parsers`. */
  readonly parsers: readonly { readonly files: readonly string[]; readonly parser: "own" | ComponentParser }[];
  /** Rules of the project that such files break, and whether comments for other rules are to be let pass in them. */
  readonly silenced: Silenced | undefined;
  /** Patterns of files that the presets leave out, and what ESLint would say of the first of these files. */
  readonly leftOut: readonly string[];
  readonly because: string | undefined;
}

interface Silenced {
  readonly files: readonly string[];
  readonly rules: readonly string[];
  readonly comments: boolean;
}

/** For a config that lints nothing new. */
export const NOTHING_NEW: Reading = { parsers: [], silenced: undefined, leftOut: [], because: undefined };

/** A file that would be reported: why it cannot be linted at all, or the rules that report it. */
interface Fault {
  /** Undefined where nothing but rules and comments is in the way. */
  readonly reason: string | undefined;
  readonly isParsing: boolean;
  readonly rules: readonly string[];
  readonly comments: boolean;
}

/** From so many rules on, the project's rules were not made for the files. */
const MANY_RULES = 8;

/** From so many faulty files of an ending on, the others are not looked at. */
const MANY_FILES = 20;

/**
 * Finds out how to lint the files that ESLint lints for the first time.
 * @param folder of the config, absolute.
 * @param before ESLint with the config as it is.
 * @param after ESLint with the presets, and with what the reading says.
 */
export async function readingOf(
  folder: string,
  before: ESLint,
  after: (reading: Reading) => Promise<ESLint>,
): Promise<Reading> {
  const linting = (parsers: Reading["parsers"]): Linting => {
    const made = new Map<string, Promise<ESLint>>();
    return (rules) => {
      const known = made.get(rules.join());
      if (known !== undefined) return known;
      const silenced = rules.length === 0 ? undefined : { files: ["**/*"], rules, comments: false };
      const eslint = after({ ...NOTHING_NEW, parsers, silenced });
      made.set(rules.join(), eslint);
      return eslint;
    };
  };
  const asWritten = linting([]);
  const { fresh, known } = await lintedFiles(folder, before, await asWritten([]));
  const first = await faultsOf(folder, fresh, asWritten);
  if (first.size === 0) return NOTHING_NEW;
  const unparsed = [...first].filter(([, { isParsing }]) => isParsing).map(([path]) => path);
  const parsers = parsersFor(folder, unparsed, known);
  const faults = parsers.length === 0 ? first : await faultsOf(folder, fresh, linting(parsers));
  const bad = [...faults].filter(([, { reason }]) => reason !== undefined).map(([path]) => path);
  const broken = [...faults].filter(([, { reason }]) => reason === undefined);
  const rules = [...new Set(broken.flatMap(([, fault]) => fault.rules))].sort();
  const isTooMuch = rules.length > MANY_RULES;
  const out = isTooMuch ? [...faults.keys()] : bad;
  const kept = fresh.filter((path) => !out.includes(path));
  const [because] = out;
  return {
    // An entry with a parser has ESLint lint the files, too.
    parsers: parsersFor(
      folder,
      unparsed.filter((path) => kept.includes(path)),
      [...known, ...out],
    ),
    silenced:
      isTooMuch || broken.length === 0
        ? undefined
        : {
            files: patternsOf(
              broken.map(([path]) => path),
              [...known, ...bad],
            ),
            rules,
            comments: broken.some(([, { comments }]) => comments),
          },
    leftOut: patternsOf(out, [...known, ...kept]),
    because: because && `${because}: ${faults.get(because)?.reason ?? rules.join(", ")}`,
  };
}

/** Files of the languages' endings below a folder that ESLint lints, as paths from there with `/`. */
async function lintedFiles(
  folder: string,
  before: ESLint,
  after: ESLint,
): Promise<{ readonly fresh: readonly string[]; readonly known: readonly string[] }> {
  const { globby } = await import("globby");
  const endings = LANGUAGES.flatMap((language) => language.endings);
  const paths = await globby(`**/*.{${endings.join(",")}}`, {
    cwd: folder,
    dot: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
    followSymbolicLinks: false,
    suppressErrors: true,
  });
  const fresh: string[] = [];
  const known: string[] = [];
  for (const path of paths.sort()) {
    const isLinted = async (eslint: ESLint): Promise<boolean> =>
      (await eslint.calculateConfigForFile(join(folder, path))) !== undefined;
    if (await isLinted(before)) known.push(path);
    else if (await isLinted(after)) fresh.push(path);
  }
  return { fresh, known };
}

/** ESLint with some rules switched off. */
type Linting = (off: readonly string[]) => Promise<ESLint>;

/** What ESLint would report of some files beside our findings. */
async function faultsOf(
  folder: string,
  files: readonly string[],
  linting: Linting,
): Promise<ReadonlyMap<string, Fault>> {
  const faults = new Map<string, Fault>();
  const byEnding = new Map<string, Fault[]>();
  for (const path of files) {
    const alike = byEnding.get(extname(path)) ?? [];
    const fault = alike.length < MANY_FILES ? await faultOf(join(folder, path), linting) : alike[0];
    if (fault === undefined) continue;
    faults.set(path, fault);
    alike.push(fault);
    byEnding.set(extname(path), alike);
  }
  return faults;
}

/** @param off rules that cannot work on the file. */
async function faultOf(path: string, linting: Linting, off: readonly string[] = []): Promise<Fault | undefined> {
  const none = { isParsing: false, rules: off, comments: false };
  try {
    const eslint = await linting(off);
    const results = await eslint.lintText(readFileSync(path, "utf8"), { filePath: path, warnIgnored: false });
    const messages = results.flatMap((result) => result.messages);
    const others = messages.filter(({ ruleId }) => ruleId?.startsWith(`${SETTINGS_KEY}/`) !== true);
    const fatal = others.find((message) => message.fatal === true);
    if (fatal !== undefined) return { ...none, reason: fatal.message, isParsing: true };
    const undefinedRule = others.find(({ message }) => message.startsWith("Definition for rule"));
    if (undefinedRule !== undefined) return { ...none, reason: undefinedRule.message };
    const rules = [...off, ...others.flatMap(({ ruleId }) => ruleId ?? [])];
    const comments = others.some(({ ruleId }) => ruleId === null);
    return rules.length > 0 || comments ? { reason: undefined, isParsing: false, rules, comments } : undefined;
  } catch (error) {
    // A rule that cannot work on such a file, since it needs types or the methods of another language.
    const [, loading, running] = FAILED_RULE.exec(messageOf(error)) ?? [];
    const rule = loading ?? running;
    if (rule !== undefined && !off.includes(rule) && off.length <= MANY_RULES)
      return faultOf(path, linting, [...off, rule]);
    const [reason = ""] = messageOf(error).split("\n");
    return { ...none, reason };
  }
}

/** Which rule threw, in ESLint's words. */
const FAILED_RULE = /Error while loading rule '([^']+)'|^Rule: "([^"]+)"$/mu;

/** Parsers for files that the config has none for, as far as there are some. */
function parsersFor(folder: string, unparsed: readonly string[], known: readonly string[]): Reading["parsers"] {
  const byParser = new Map<string, { readonly parser: "own" | ComponentParser; readonly files: string[] }>();
  for (const path of unparsed) {
    const parser = isScript(extname(path)) ? "own" : componentParser(extname(path), folder);
    if (parser === undefined) continue;
    const key = parser === "own" ? parser : parser.name;
    const same = byParser.get(key);
    if (same === undefined) byParser.set(key, { parser, files: [path] });
    else same.files.push(path);
  }
  return [...byParser.values()].map(({ parser, files }) => ({ parser, files: patternsOf(files, known) }));
}
