import type {
  AutomaticDoor,
  DefinedWrapper,
  ImportedCall,
  WrapperParameter,
  LogIntegration,
} from "../../breadcrumb/index.ts";
import { readSettings, SETTINGS_KEY, type Levels, type Loggers, type Settings, type Switch } from "../../settings.ts";
import { matchesPattern } from "../../sentry/patterns.ts";
import { kindsOfNames, leakFinder, policyOf } from "../../sensitive-data/index.ts";
import { Failure } from "../failure.ts";
import type { ParsedScripts } from "../script-parser.ts";
import type { FileFacts } from "./facts.ts";

/** A wrapper as settings name it. */
export interface WrapperEntry {
  readonly name: string;
  readonly from?: string | readonly string[];
  readonly export?: string;
  readonly files?: string;
  readonly calls?: readonly string[];
  readonly names?: readonly string[];
  readonly parameters?: readonly WrapperParameter[];
}

/** A function of the project that passes what it is given on to Sentry, and that other files call. */
export interface FoundWrapper {
  readonly entry: WrapperEntry;
  /** What the file that defines it calls it. */
  readonly name: string;
  /** The file that defines it, absolute. */
  readonly file: string;
  /** Its calls in other files, by the file. */
  readonly calls: ReadonlyMap<string, number>;
}

/** A module of the project that re-exports an SDK, and the names that settings give it. */
export interface FoundModule {
  readonly names: readonly string[];
  readonly file: string;
  readonly calls: ReadonlyMap<string, number>;
}

/** What the SDK of an application records by itself, as settings say it. */
export interface AutomaticEntry extends Switches {
  readonly files?: string | readonly string[];
  /** The levels that are recorded; the SDK's own, when left out. */
  readonly levels?: Levels;
  /** How files import the loggers whose logs are sent. */
  readonly loggers?: Loggers;
}

/** Where something is recorded, by the doors. */
export type Switches = Readonly<Partial<Record<AutomaticDoor | LogIntegration, Switch>>>;

/** What is recorded by itself in an application of the project. */
export interface FoundAutomatic {
  readonly entries: readonly AutomaticEntry[];
  /** The files that set its SDK up, absolute. */
  readonly setups: readonly string[];
}

/** The material for settings. */
export interface Found {
  readonly wrappers: readonly FoundWrapper[];
  readonly modules: readonly FoundModule[];
}

/** What the rules cannot know from one file. */
export interface Discovery extends Found {
  /** What SDKs record by themselves in the project's applications. */
  readonly automatic: readonly FoundAutomatic[];
  /** What is known of the files that record breadcrumbs, once the rest is. */
  readonly files: readonly FileFacts[];
  /** How many breadcrumbs the rules see with what was known before, with what was found, and through wrappers. */
  readonly seen: { readonly before: number; readonly after: number; readonly through: number };
  /** The same for some files, absolute. */
  readonly seenIn: (isMeant: (path: string) => boolean) => Discovery["seen"];
  /** The names of wrappers that were left out, because something else may answer to their calls. */
  readonly doubtful: readonly string[];
  /** The calls of functions of other modules in a file, by its absolute path. */
  readonly callsIn: (path: string) => readonly ImportedCall[];
  /** Whether a function of a file records what others hand it, by its name. */
  readonly isCalled: (file: string, name: string | undefined) => boolean;
  /** Files with a word that could record a breadcrumb, which no parser could read. */
  readonly unparsed: readonly string[];
  /** Scripts that were parsed, for whoever reads them next. */
  readonly parsed: ParsedScripts;
}

/** What was found, as far as it concerns some of the project's files. */
export function within(discovery: Discovery, files: readonly string[]): Discovery {
  const named = new Set(files);
  const isNamed = (path: string): boolean => named.has(path);
  const called = <T extends FoundWrapper | FoundModule>(found: readonly T[]): readonly T[] =>
    found
      .map((each) => ({ ...each, calls: new Map([...each.calls].filter(([path]) => isNamed(path))) }))
      .filter(({ calls }) => calls.size > 0);
  const concerns = ({ files: patterns }: AutomaticEntry): boolean =>
    patterns === undefined || [patterns].flat().some((each) => files.some((path) => matchesPattern(each, path)));
  return {
    ...discovery,
    wrappers: called(discovery.wrappers),
    modules: called(discovery.modules),
    automatic: discovery.automatic
      .map(({ entries, setups }) => ({ entries: entries.filter(concerns), setups: setups.filter(isNamed) }))
      .filter(({ entries }) => entries.length > 0),
    files: discovery.files.filter(({ path }) => isNamed(path)),
    seen: discovery.seenIn(isNamed),
    unparsed: discovery.unparsed.filter(isNamed),
  };
}

/** The files that settings matter to, absolute: they record, call what was found, or set an SDK up. */
export function concernedBy({ files, wrappers, modules, automatic }: Discovery): readonly string[] {
  return [
    ...new Set([
      ...files.filter(({ crumbs }) => crumbs.length > 0).map(({ path }) => path),
      ...[...wrappers, ...modules].flatMap(({ calls }) => [...calls.keys()]),
      ...automatic.flatMap(({ setups }) => setups),
    ]),
  ];
}

type RawSettings = Readonly<Record<string, unknown>>;

/**
 * The settings of a project with what was found: what they say themselves comes first.
 * @param raw `settings["sentry-breadcrumbs"]` as the project's config has it.
 * @throws Failure for settings that are wrong.
 */
export function withFound(
  raw: unknown,
  { wrappers, modules, automatic = [] }: Found & Partial<Discovery>,
): RawSettings {
  validSettings(raw);
  const own = (raw ?? {}) as RawSettings;
  const list = (key: string): readonly unknown[] => (Array.isArray(own[key]) ? (own[key] as readonly unknown[]) : []);
  return {
    ...own,
    wrappers: [...list("wrappers"), ...wrappers.map(({ entry }) => entry)],
    modules: [...list("modules"), ...modules.flatMap(({ names }) => names)],
    automatic: [...automatic.flatMap(({ entries }) => entries), ...list("automatic")],
  };
}

/**
 * Reads settings as the rules do.
 * @throws Failure for settings that are wrong.
 */
export function validSettings(raw: unknown): Settings {
  try {
    return readSettings({ [SETTINGS_KEY]: raw });
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

/** What settings say of a wrapper's parameters: nothing where it takes a breadcrumb, as they take for granted. */
export function parametersOf({
  calls,
  names = [],
  parameters,
}: DefinedWrapper): Pick<WrapperEntry, "calls" | "names" | "parameters"> {
  const isByDefault = calls === undefined && parameters.length === 1 && parameters[0] === "breadcrumb";
  const told = leakFinder(policyOf());
  const isTelling = kindsOfNames(told, [...names, ...parameters.flatMap(propertiesOf)]).size > 0;
  return { ...(calls && { calls }), ...(!isByDefault && { parameters }), ...(isTelling && { names }) };
}

/** The properties of a parameter that become something, and those inside them. */
function propertiesOf(parameter: WrapperParameter): readonly string[] {
  if (typeof parameter === "string") return parameter.split(".").slice(1);
  return Object.entries(parameter).flatMap(([name, inner]) => [name, ...propertiesOf(inner)]);
}
