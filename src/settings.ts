import {
  filterOf,
  type Destination,
  type FieldName,
  type FilteredDestination,
  type FunctionName,
  type Integration,
  type LogIntegration,
  type LogLibrary,
  type WrapperParameter,
} from "./breadcrumb/index.ts";
import { FUNCTION_NAME } from "./options.ts";
import { closest, typoOf } from "./sentry/closest.ts";
import { LEVELS_BY_DOOR, pathWithin, runsApart, sideOf, type LevelledDoor, type Side } from "./sentry/doors.ts";
import { LOGGED_CALLS } from "./sentry/console.ts";
import { LOG_INTEGRATIONS, LOG_LIBRARIES } from "./sentry/log-integrations.ts";
import { INTEGRATIONS } from "./sentry/integrations.ts";
import { matchesPattern } from "./sentry/patterns.ts";
import { versionOf, type Version } from "./sentry/versions.ts";

/** The key under which a project's ESLint config holds what all rules share. */
export const SETTINGS_KEY = "sentry-breadcrumbs";

/** A function of the project that passes its arguments on to Sentry. */
export interface WrapperSetting {
  /** `trackBreadcrumb`, or `object.method` as it is called: `this.logger.crumb`. */
  readonly name: string;
  /**
   * The modules from which it is imported: as written in imports, or with `*` for any characters. Any module by
   * default.
   */
  readonly from?: readonly string[] | undefined;
  /** The export that an import has to name, `default` included. Any export by default. */
  readonly export?: string | undefined;
  /**
   * Patterns of the paths of the files that call it, absolute or from the project's folder, with `*` for any
   * characters. All files by default.
   */
  readonly files?: readonly string[] | undefined;
  /**
   * For the project's own loggers, which of the console's or the SDK's functions they call: `console.info`,
   * `Sentry.logger.warn`. Undefined for what records breadcrumbs.
   */
  readonly calls?: readonly string[] | undefined;
  /** What the function calls its parameters, where rules check its file, too. */
  readonly names?: readonly string[] | undefined;
  readonly parameters: readonly WrapperParameter[];
}

/** A project's own sensitive and harmless names, and its function that makes a value harmless. */
export interface SensitiveDataSetting {
  /** Names or paths that are harmless. */
  readonly allow: readonly string[];
  /** Names or paths that are sensitive. */
  readonly deny: readonly string[];
  /** Functions whose result is harmless. */
  readonly sanitizers: readonly string[];
  /** Nouns for persons, beside the usual ones. */
  readonly owners: readonly string[];
  /** One function for each language that it can be written in, or one for each language by its name. */
  readonly redact: FunctionName | Readonly<Record<string, FunctionName>> | undefined;
}

/** Whether something is recorded: everywhere, nowhere, or on one side of an application that has two. */
export type Switch = boolean | Side;

/** Which integrations record, as far as it is said. */
type Switches = Readonly<Partial<Record<Integration | LogIntegration, Switch>>>;

/** Levels by the doors: methods of the console, levels of Rust's `tracing`, its spans, `log` and `slog`. */
export type Levels = Readonly<Partial<Record<LevelledDoor, readonly string[]>>>;

/** The automatic breadcrumbs in a part of the project. */
export interface AutomaticSetting {
  /** Patterns of the paths of its files, as for wrappers. All files by default. */
  readonly files?: readonly string[] | undefined;
  readonly integrations: Switches;
  /** The levels that are recorded, for integrations that have levels and are on. The SDK's own levels by default. */
  readonly levels?: Levels | undefined;
  /** How the files import the loggers whose logs are sent. By default, by names such as `logger`. */
  readonly loggers?: Loggers | undefined;
}

/** Loggers of modules, by the library. */
export type Loggers = Readonly<Partial<Record<LogLibrary, readonly LoggerSetting[]>>>;

/** A logger of a module, or a function that returns one. */
export interface LoggerSetting {
  /** The imported name; `default` and `*` as in imports. */
  readonly name: string;
  /** The modules: as written in imports, or with `*` for any characters. */
  readonly from: readonly string[];
}

/** `settings["sentry-breadcrumbs"]` as a config writes it. */
export interface WrittenSettings {
  readonly modules?: readonly string[];
  readonly wrappers?: readonly (string | WrittenWrapper)[];
  readonly categories?: readonly string[];
  /** A version, a major version, or `false` where it is not to be looked up. */
  readonly sdkVersion?: string | number | false;
  readonly integrations?: Switches;
  readonly automatic?: readonly (Switches & {
    readonly files?: string | readonly string[];
    readonly levels?: Levels;
    readonly loggers?: Readonly<
      Partial<Record<LogLibrary, readonly { readonly name: string; readonly from: string | readonly string[] }[]>>
    >;
  })[];
  readonly sensitiveData?: {
    readonly allow?: readonly string[];
    readonly deny?: readonly string[];
    readonly sanitizers?: readonly string[];
    readonly owners?: readonly string[];
    readonly redact?: string | FunctionName | Readonly<Record<string, string | FunctionName>>;
  };
}

/** A wrapper as a config writes it. */
interface WrittenWrapper {
  readonly name: string;
  readonly from?: string | readonly string[];
  readonly export?: string;
  readonly files?: string | readonly string[];
  readonly calls?: string | readonly string[];
  readonly names?: readonly string[];
  readonly parameters?: readonly WrapperParameter[];
}

/** `settings["sentry-breadcrumbs"]`, every key filled in. */
export interface Settings {
  /** Modules that re-export an SDK: as written in imports, or with `*` for any characters. */
  readonly modules: readonly string[];
  readonly wrappers: readonly WrapperSetting[];
  /** The categories that the project has declared: exact names and patterns such as `checkout.*`. */
  readonly categories: readonly string[];
  /** The version of the JavaScript SDK; `false` for unknown, undefined to read it from disk. */
  readonly sdkVersion: Version | false | undefined;
  /** The integrations that record automatically in the current file, if they differ from the SDK's defaults. */
  readonly integrations: Switches;
  /** The levels that are recorded in that file, where that is otherwise than the SDK has it by default. */
  readonly levels: Levels;
  /** How that file imports loggers, where that is said. */
  readonly loggers: Loggers | undefined;
  /** The same for parts of the project: later entries before earlier ones, and what `integrations` says before all. */
  readonly automatic: readonly AutomaticSetting[];
  readonly sensitiveData: SensitiveDataSetting;
}

const FIELDS: readonly FieldName[] = ["message", "category", "level", "type", "timestamp", "data"];

const DESTINATIONS: readonly Destination[] = ["breadcrumb", ...FIELDS];

/** A key of the data, and keys below it. */
const DATA_KEY = /^data(?:\.[^.]+)+$/u;

const OR_KEY = "or a key of `data`, such as data.total";

/** Stands for the properties that are not named. */
const REST = "...";

/** The names of the languages, as tests hold them to those that there are. */
export const LANGUAGES: readonly string[] = ["javascript", "rust"];

type Reader<T> = (value: unknown, key: string) => T;

const READERS: { readonly [Key in Exclude<keyof Settings, "levels" | "loggers">]: Reader<Settings[Key]> } = {
  modules: listOf(slashed),
  wrappers: listOf(wrapper),
  categories: listOf(text),
  sdkVersion: version,
  integrations: switches,
  automatic: listOf(automatic),
  sensitiveData,
};

const read = new WeakMap<object, Settings>();
/** By settings, and by which of their wrappers hold for a file. */
const held = new WeakMap<Settings, Map<string, Settings>>();
/** By settings, the file that they were last asked for: all rules ask for one file before any asks for the next. */
const last = new WeakMap<Settings, readonly [path: string, root: string, own: Settings]>();
const NONE = settingsFrom({});

/**
 * The settings that the rules share, validated.
 * @param settings ESLint's `settings` object; each distinct object is validated once.
 * @param path the file that they are to hold for; without one they have the wrappers of all files.
 * @param root the folder of its project
 * @returns the same object for files for which the same holds
 * @throws Error that names the key, the value and what is allowed.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>, path?: string, root = ""): Settings {
  const all = readAll(settings);
  return path === undefined ? all : settingsFor(all, path, root);
}

/**
 * Settings without the wrappers that other files call, and with what is recorded in the file itself.
 * @param path the file, absolute
 * @param root the folder of its project: the names of those above say nothing of the file
 */
export function settingsFor(all: Settings, path: string, root: string): Settings {
  if (all.automatic.length === 0 && all.wrappers.every(({ files }) => files === undefined)) return all;
  const [lastPath, lastRoot, lastOwn] = last.get(all) ?? [];
  if (lastOwn !== undefined && lastPath === path && lastRoot === root) return lastOwn;
  const whole = path.replaceAll("\\", "/");
  const within = pathWithin(root, path);
  const holds = ({ files }: Pick<WrapperSetting, "files">): boolean =>
    files === undefined || files.some((pattern) => [whole, within].some((each) => matchesPattern(pattern, each)));
  const wrappers = all.wrappers.filter(holds);
  const side = all.automatic.length === 0 ? undefined : sideOf(within);
  const entries = all.automatic.filter(holds);
  const inAll = Object.assign({}, ...entries.map(({ integrations }) => integrations)) as Switches;
  const inFile = entries.length > 0 && runsApart(within) ? { ...inAll, ...unsent(inAll) } : inAll;
  const integrations = onSide({ ...inFile, ...all.integrations }, side);
  const levels = levelsIn(entries);
  const loggers = entries.findLast((entry) => entry.loggers !== undefined)?.loggers;
  const key = JSON.stringify([wrappers.map((wrapper) => all.wrappers.indexOf(wrapper)), integrations, levels, loggers]);
  const known = held.get(all) ?? new Map<string, Settings>();
  held.set(all, known);
  const own = known.get(key) ?? { ...all, wrappers, integrations, levels, loggers };
  known.set(key, own);
  last.set(all, [path, root, own]);
  return own;
}

/** What is said of a project's own logs, of which no SDK sends any of a file that runs without one. */
function unsent(switches: Switches): Switches {
  return Object.fromEntries(LOG_INTEGRATIONS.flatMap((each) => (each in switches ? [[each, false]] : [])));
}

/** For each door the levels of the last entry that says whether it is open. */
function levelsIn(entries: readonly AutomaticSetting[]): Levels {
  const doors = Object.keys(LEVELS_BY_DOOR) as LevelledDoor[];
  const found = doors.flatMap((door) => {
    const by = door === "spans" ? "tracing" : door;
    const levels = entries.findLast(({ integrations }) => integrations[by] !== undefined)?.levels?.[door];
    return levels === undefined ? [] : [[door, levels] as const];
  });
  return Object.fromEntries(found);
}

/** The integrations that record on one side of an application; on either side if the file's side is not known. */
function onSide(switches: Switches, side: Side | undefined): Switches {
  return Object.fromEntries(
    Object.entries(switches).map(([name, to]) => [
      name,
      typeof to === "boolean" || side === undefined ? to : to === side,
    ]),
  );
}

function readAll(settings: Readonly<Record<string, unknown>>): Settings {
  const own = settings[SETTINGS_KEY];
  if (own === undefined) {
    refuseNearMisses(settings);
    return NONE;
  }
  if (!isRecord(own)) throw invalid("", own, "an object");
  if (typeof own["then"] === "function")
    throw new Error(`settings["${SETTINGS_KEY}"] is a promise. Write \`await\` before \`discover(…)\`.`);
  let result = read.get(own);
  if (result === undefined) read.set(own, (result = settingsFrom(own)));
  return result;
}

/** `settings.sentryBreadcrumbs` would be ignored in silence. */
function refuseNearMisses(settings: Readonly<Record<string, unknown>>): void {
  const near = Object.keys(settings).find((key) => typoOf(lettersOf(key), [lettersOf(SETTINGS_KEY)]) !== undefined);
  if (near === undefined || near === SETTINGS_KEY) return;
  throw new Error(
    `settings[${JSON.stringify(near)}] is unknown. Its value is ${show(settings[near])}. Did you mean settings["${SETTINGS_KEY}"]?`,
  );
}

function lettersOf(key: string): string {
  return key.replace(/^eslint-plugin-/u, "").replaceAll(/[^a-z]/giu, "");
}

/** Whether a config's text may contain settings for the plugin, also under a misspelt name. */
export function mayHaveSettings(text: string): boolean {
  return /sentry.?br/iu.test(text);
}

function settingsFrom(own: Readonly<Record<string, unknown>>): Settings {
  refuseUnknownKeys(own, Object.keys(READERS), "");
  return {
    modules: READERS.modules(own["modules"] ?? [], "modules"),
    wrappers: READERS.wrappers(own["wrappers"] ?? [], "wrappers"),
    categories: READERS.categories(own["categories"] ?? [], "categories"),
    sdkVersion: READERS.sdkVersion(own["sdkVersion"], "sdkVersion"),
    integrations: READERS.integrations(own["integrations"] ?? {}, "integrations"),
    levels: {},
    loggers: undefined,
    automatic: READERS.automatic(own["automatic"] ?? [], "automatic"),
    sensitiveData: READERS.sensitiveData(own["sensitiveData"] ?? {}, "sensitiveData"),
  };
}

function wrapper(value: unknown, key: string): WrapperSetting {
  if (typeof value === "string") return { name: text(value, key), parameters: ["breadcrumb"] };
  if (!isRecord(value))
    throw invalid(
      key,
      value,
      "a name, or an object with `name`, `from`, `export`, `files`, `calls`, `names` and `parameters`",
    );
  refuseUnknownKeys(value, ["name", "from", "export", "files", "calls", "names", "parameters"], key);
  // An export is one of a module.
  if (value["export"] !== undefined && value["from"] === undefined)
    throw invalid(`${key}.from`, undefined, "the module that has the `export`");
  return {
    name: text(value["name"], `${key}.name`),
    from: value["from"] === undefined ? undefined : paths(value["from"], `${key}.from`),
    export: value["export"] === undefined ? undefined : text(value["export"], `${key}.export`),
    files: value["files"] === undefined ? undefined : paths(value["files"], `${key}.files`),
    ...(value["calls"] !== undefined && { calls: oneOrMore(logged)(value["calls"], `${key}.calls`) }),
    ...(value["names"] !== undefined && { names: listOf(text)(value["names"], `${key}.names`) }),
    parameters: listOf(parameter)(
      value["parameters"] ?? (value["calls"] === undefined ? ["breadcrumb"] : ["data.arguments", REST]),
      `${key}.parameters`,
    ),
  };
}

/** Modules and files, with the slashes of imports, whatever the system that they were written on has. */
function paths(value: unknown, key: string): readonly string[] {
  return oneOrMore(slashed)(value, key);
}

function slashed(value: unknown, key: string): string {
  return text(value, key).replaceAll("\\", "/");
}

function logged(value: unknown, key: string): string {
  if (typeof value !== "string" || !LOGGED_CALLS.has(value))
    throw invalid(key, value, `one of ${[...LOGGED_CALLS].join(", ")}`);
  return value;
}

function parameter(value: unknown, key: string): WrapperParameter {
  if (isRecord(value)) {
    const properties = Object.entries(value).map(([name, inner]) => {
      const read = name === REST ? destination : parameter;
      return [name, read(inner, `${key}.${name}`)] as const;
    });
    return Object.fromEntries(properties);
  }
  if (value === "_" || value === REST || isDestination(value) || isFiltered(value)) return value;
  throw invalid(key, value, `one of ${[...DESTINATIONS, "_"].join(", ")}, ${OR_KEY}`);
}

function destination(value: unknown, key: string): Destination {
  if (isDestination(value)) return value;
  throw invalid(key, value, `one of ${DESTINATIONS.join(", ")}, ${OR_KEY}`);
}

function isDestination(value: unknown): value is Destination {
  return typeof value === "string" && (DATA_KEY.test(value) || DESTINATIONS.some((known) => known === value));
}

/** `level != none|off` */
function isFiltered(value: unknown): value is FilteredDestination {
  if (typeof value !== "string") return false;
  const { destination, filter } = filterOf(value);
  return filter !== undefined && (destination === "_" || isDestination(destination));
}

function version(value: unknown, key: string): Version | false | undefined {
  if (value === undefined || value === false) return value;
  // The number 10.10 would be read as 10.1.
  const isMajor = typeof value === "number" && Number.isInteger(value);
  const known = isMajor || typeof value === "string" ? versionOf(String(value)) : undefined;
  if (known === undefined)
    throw invalid(key, value, 'a version such as "10.4.0", a major version such as 10, or false');
  return known;
}

function switches(value: unknown, key: string): Switches {
  if (!isRecord(value)) throw invalid(key, value, "an object with true or false for each integration");
  refuseUnknownKeys(value, [...INTEGRATIONS, ...LOG_INTEGRATIONS], key);
  return Object.fromEntries(
    Object.entries(value).map(([name, isOn]) => {
      if (!isSwitch(isOn)) throw invalid(`${key}.${name}`, isOn, 'true, false, "browser" or "server"');
      return [name, isOn];
    }),
  );
}

function isSwitch(value: unknown): value is Switch {
  return typeof value === "boolean" || value === "browser" || value === "server";
}

function automatic(value: unknown, key: string): AutomaticSetting {
  if (!isRecord(value)) throw invalid(key, value, "an object with `files`, and true or false for each integration");
  const { files, levels, loggers, ...others } = value;
  return {
    ...(files !== undefined && { files: paths(files, `${key}.files`) }),
    ...(levels !== undefined && { levels: levelsFrom(levels, `${key}.levels`) }),
    ...(loggers !== undefined && { loggers: loggersFrom(loggers, `${key}.loggers`) }),
    integrations: switches(others, key),
  };
}

function levelsFrom(value: unknown, key: string): Levels {
  if (!isRecord(value))
    throw invalid(key, value, `an object with a list for ${Object.keys(LEVELS_BY_DOOR).join(", ")}`);
  refuseUnknownKeys(value, Object.keys(LEVELS_BY_DOOR), key);
  return Object.fromEntries(
    Object.entries(value).map(([door, levels]) => [
      door,
      listOf(levelOf(door as LevelledDoor))(levels, `${key}.${door}`),
    ]),
  );
}

function loggersFrom(value: unknown, key: string): Loggers {
  if (!isRecord(value)) throw invalid(key, value, `an object with a list for ${LOG_LIBRARIES.join(", ")}`);
  refuseUnknownKeys(value, LOG_LIBRARIES, key);
  return Object.fromEntries(
    Object.entries(value).map(([library, loggers]) => [library, listOf(logger)(loggers, `${key}.${library}`)]),
  );
}

function logger(value: unknown, key: string): LoggerSetting {
  if (!isRecord(value)) throw invalid(key, value, "an object with `name` and `from`");
  refuseUnknownKeys(value, ["name", "from"], key);
  return { name: text(value["name"], `${key}.name`), from: paths(value["from"], `${key}.from`) };
}

function levelOf(door: LevelledDoor): Reader<string> {
  const known: readonly string[] = LEVELS_BY_DOOR[door];
  return (value, key) => {
    if (typeof value !== "string" || !known.includes(value)) throw invalid(key, value, `one of ${known.join(", ")}`);
    return value;
  };
}

function sensitiveData(value: unknown, key: string): SensitiveDataSetting {
  if (!isRecord(value)) throw invalid(key, value, "an object");
  refuseUnknownKeys(value, ["allow", "deny", "sanitizers", "owners", "redact"], key);
  const list = (name: string): readonly string[] => listOf(text)(value[name] ?? [], `${key}.${name}`);
  return {
    allow: list("allow"),
    deny: list("deny"),
    sanitizers: list("sanitizers"),
    owners: list("owners"),
    redact: value["redact"] === undefined ? undefined : redact(value["redact"], `${key}.redact`),
  };
}

function redact(value: unknown, key: string): SensitiveDataSetting["redact"] {
  if (!isRecord(value))
    throw invalid(key, value, "an object with `name` and `from`, or one such object for each language");
  if (!LANGUAGES.some((language) => language in value)) return functionName(value, key);
  refuseUnknownKeys(value, LANGUAGES, key);
  return Object.fromEntries(
    Object.entries(value).map(([language, given]) => [language, functionName(given, `${key}.${language}`)]),
  );
}

function functionName(value: unknown, key: string): FunctionName {
  if (!isRecord(value)) throw invalid(key, value, "an object with `name` and `from`");
  refuseUnknownKeys(value, ["name", "from"], key);
  const name = text(value["name"], `${key}.name`);
  if (!FUNCTION_NAME.test(name)) throw invalid(`${key}.name`, name, "a name, or a path such as a.b or a::b");
  return value["from"] === undefined ? { name } : { name, from: slashed(value["from"], `${key}.from`) };
}

function text(value: unknown, key: string): string {
  if (typeof value !== "string" || value === "") throw invalid(key, value, "a non-empty string");
  return value;
}

function oneOrMore<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, key) => (Array.isArray(value) ? listOf(item)(value, key) : [item(value, key)]);
}

function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, key) => {
    if (!Array.isArray(value)) throw invalid(key, value, "an array");
    return value.map((entry, index) => item(entry, `${key}[${index}]`));
  };
}

function refuseUnknownKeys(value: Readonly<Record<string, unknown>>, allowed: readonly string[], under: string): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown === undefined) return;
  const key = under === "" ? unknown : `${under}.${unknown}`;
  const [near] = closest(unknown, allowed, 1);
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  throw new Error(
    `${placeOf(key)} is unknown. The keys are ${allowed.join(", ")}. Its value is ${show(value[unknown])}.${meant}`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(key: string, value: unknown, expected: string): Error {
  return new Error(`${placeOf(key)} is ${show(value)}, expected ${expected}.`);
}

function placeOf(key: string): string {
  return `settings["${SETTINGS_KEY}"]${key === "" ? "" : `.${key}`}`;
}

/** The longest value that is quoted whole. */
const QUOTED = 80;

function show(value: unknown): string {
  try {
    // Functions and symbols have no JSON.
    const json: unknown = JSON.stringify(value);
    const text = typeof json === "string" ? json : String(value);
    return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  } catch {
    return "a value that cannot be printed";
  }
}
