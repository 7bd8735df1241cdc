import { join } from "node:path";
import type { AutomaticDoor, LinkedSetup, Links, LogIntegration, LogLibrary } from "../../breadcrumb/index.ts";
import { LEVELS_BY_DOOR, pathWithin, sideOf, type Side } from "../../sentry/doors.ts";
import { sdkVersionOnDisk } from "../../sdk-version.ts";
import { strippedBy } from "../../sentry/builds.ts";
import { LOG_INTEGRATIONS, LOG_LIBRARIES } from "../../sentry/log-integrations.ts";
import { CONSOLE_METHODS } from "../../sentry/console.ts";
import { recordsOn, sidesOf } from "../../sentry/integrations.ts";
import { namesIn, textAt } from "./disk.ts";
import type { AutomaticEntry, FoundAutomatic, Switches } from "./found.ts";
import type { Levels, Loggers, Switch } from "../../settings.ts";
import type { Manifest, Manifests } from "./manifests.ts";
import { reachedFrom } from "./package-imports.ts";

/** A package of the project whose files set an SDK up. */
interface Application {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly setups: readonly SetupFacts[];
  /** The files that have something send the program's own logs. */
  readonly forwarding: readonly ForwardingFacts[];
}

/** What a file sets up to send the program's own logs to Sentry. */
export interface ForwardingFacts extends Pick<Links, "forwards"> {
  readonly path: string;
}

/** A call of `init`, and the integrations that it certainly keeps, as far as the project shows. */
export interface SetupFacts extends Pick<LinkedSetup, "sdk" | "keeps" | "consoleLevels"> {
  readonly path: string;
}

/** The methods of the console that a file replaces; undefined for one that it chooses as it runs. */
export interface ReplacingFacts {
  readonly path: string;
  readonly methods: readonly (string | undefined)[];
}

/**
 * What the SDKs of a project's applications record by themselves, for the setting `automatic`. An application is the
 * nearest package around a call of `init`; files of other packages in its folder are none of it.
 * @param forwarding what files have send the program's own logs, beside a call of `init` or not.
 * @param replacing the methods of the console that files replace.
 * @param loggers how files import the project's loggers; asked only where the logs of some are sent.
 * @param imports the packages that each imports, by their folders; asked only where there are other packages.
 * @param base the folder around all files, absolute.
 */
export function automaticIn(
  setups: readonly SetupFacts[],
  forwarding: readonly ForwardingFacts[],
  manifests: Manifests,
  replacing: readonly ReplacingFacts[],
  loggers: () => Loggers,
  imports: () => ReadonlyMap<string, ReadonlySet<string>>,
  base: string,
): readonly FoundAutomatic[] {
  const applications = applicationsIn(setups, forwarding, manifests);
  const folders = new Set(applications.map(({ folder }) => folder));
  let known: Loggers | undefined;
  const found = applications.map((application) => {
    const { folder, setups } = application;
    const replaced = replacing.filter(({ path }) => manifests.above(path)[0]?.folder === folder);
    const inPages = replaced.filter(({ path }) => sideOf(pathWithin(folder, path)) === "browser");
    const built = methodsBuilt(
      application,
      replaced.filter((each) => !inPages.includes(each)),
    );
    const methods = built.filter((method) =>
      setups.every(({ consoleLevels }) => consoleLevels?.includes(method) !== false),
    );
    const sent = sentIn(application, built);
    const open: Switches = {
      ...recordedIn(application),
      ...(methods.length === 0 && { console: false }),
      ...forwardedIn(application, sent),
    };
    const recorded = inPages.length === 0 ? open : withoutPages(open);
    const libraries = LOG_LIBRARIES.filter((library) => (recorded[library] ?? false) !== false);
    const named = libraries.length === 0 ? {} : loggersOf((known ??= loggers()), libraries);
    const levels = levelsOf(recorded, { ...sent, console: methods });
    const closed = Object.entries(recorded).flatMap(([name, to]) => (to === false ? [] : [[name, false]]));
    const others = closed.length === 0 ? [] : manifests.below(folder).filter((each) => !folders.has(each));
    const entries: readonly AutomaticEntry[] = [
      {
        ...(folder !== base && { files: patternOf(folder, base) }),
        ...recorded,
        ...(levels && { levels }),
        ...(Object.keys(named).length > 0 && { loggers: named }),
      },
      ...(others.length > 0
        ? [{ files: others.map((each) => patternOf(each, base)), ...(Object.fromEntries(closed) as Switches) }]
        : []),
    ];
    return { folder, entries, setups: setups.map(({ path }) => path) };
  });
  const isAlone = applications.length === 0 || manifests.below(base).every((each) => folders.has(each));
  return isAlone ? found : [...found, ...librariesOf(found, imports(), base)];
}

/** What is recorded of the packages that applications import: what is in one of them. */
function librariesOf(
  applications: readonly (FoundAutomatic & { readonly folder: string })[],
  imports: ReadonlyMap<string, ReadonlySet<string>>,
  base: string,
): readonly FoundAutomatic[] {
  const folders = new Set(applications.map(({ folder }) => folder));
  const users = new Map<string, (typeof applications)[number][]>();
  for (const application of applications) {
    for (const library of reachedFrom(application.folder, imports))
      if (!folders.has(library)) users.set(library, [...(users.get(library) ?? []), application]);
  }
  return [...users].sort().map(([library, own]) => {
    const files = { files: patternOf(library, base) };
    return {
      // Twice, since the first says which key comes first.
      entries: [{ ...files, ...eitherOf(own.flatMap(({ entries }) => entries.slice(0, 1))), ...files }],
      setups: own.flatMap(({ setups }) => setups),
    };
  });
}

/** What one of several applications or another records. */
function eitherOf([first = {}, ...others]: readonly AutomaticEntry[]): AutomaticEntry {
  return others.reduce((some, other): AutomaticEntry => {
    const names = [...new Set([...switchesIn(some), ...switchesIn(other)])];
    const loggers = some.loggers ?? other.loggers;
    return {
      ...(Object.fromEntries(names.map((name) => [name, eitherSwitch(some[name], other[name])])) as Switches),
      ...eitherLevels(some.levels, other.levels),
      ...(loggers && { loggers }),
    };
  }, first);
}

const NO_SWITCHES: ReadonlySet<string> = new Set(["files", "levels", "loggers"]);

function switchesIn(entry: AutomaticEntry): readonly (keyof Switches)[] {
  return Object.keys(entry).filter((name): name is keyof Switches => !NO_SWITCHES.has(name));
}

function eitherSwitch(one: Switch = false, other: Switch = false): Switch {
  if (one === false || one === other) return other;
  return other === false ? one : true;
}

/** The levels that both name, each with those of either; a door that one of them names none for has all. */
function eitherLevels(one: Levels = {}, other: Levels = {}): { readonly levels?: Levels } {
  const levels = (["console", ...LOG_INTEGRATIONS] as const).flatMap((door) => {
    const [some, more] = [one[door], other[door]];
    return some && more ? [[door, [...new Set([...some, ...more])]] as const] : [];
  });
  return levels.length === 0 ? {} : { levels: Object.fromEntries(levels) };
}

/** Those of the libraries whose logs are sent. */
function loggersOf(all: Loggers, libraries: readonly LogLibrary[]): Loggers {
  return Object.fromEntries(Object.entries(all).filter(([library]) => libraries.some((each) => each === library)));
}

/** The outer ones first. */
function applicationsIn(
  setups: readonly SetupFacts[],
  forwarding: readonly ForwardingFacts[],
  manifests: Manifests,
): readonly Application[] {
  const packageOf = ({ path }: { readonly path: string }) => manifests.above(path)[0];
  const byFolder = new Map<string, { manifest: Manifest; setups: SetupFacts[] }>();
  for (const setup of setups) {
    const [manifest] = manifests.above(setup.path);
    if (manifest === undefined) continue;
    const known = byFolder.get(manifest.folder) ?? { manifest, setups: [] };
    known.setups.push(setup);
    byFolder.set(manifest.folder, known);
  }
  return [...byFolder]
    .map(([folder, application]) => ({
      folder,
      ...application,
      // A package for logging sets up the logs of those that depend on it.
      forwarding: forwarding.filter((each) => {
        const own = packageOf(each);
        return own?.folder === folder || application.manifest.dependencies.has(own?.name ?? "");
      }),
    }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The methods of the console that the build and the program leave in an application. */
function methodsBuilt({ folder }: Application, replacing: readonly ReplacingFacts[]): readonly string[] {
  const stripped = strippedBy(buildTexts(folder));
  const replaced = new Set(replacing.flatMap(({ methods }) => methods));
  if (replaced.has(undefined)) return [];
  return [...CONSOLE_METHODS].filter((method) => !stripped.has(method) && !replaced.has(method));
}

/** What goes through the console, without that of pages, which replace methods of theirs. */
function withoutPages(switches: Switches): Switches {
  const doors = ["console", "consoleEvents", "consoleLogs"] as const;
  const narrowed = doors.flatMap((door): [string, Switch][] => {
    const to = switches[door] ?? false;
    return to === false ? [] : [[door, to === "browser" ? false : "server"]];
  });
  return { ...switches, ...(Object.fromEntries(narrowed) as Switches) };
}

/** The integrations that discovery decides; all others have the SDK's default. */
const DOORS = ["console", "fetch", "http", "xhr", "history"] as const;
const SIDES = ["browser", "server"] as const;

/** Where an application's SDKs record what goes through each door: on the sides where each call of `init` keeps it. */
function recordedIn({ setups, manifest }: Application): Switches {
  const recorded: Partial<Record<AutomaticDoor, Switch>> = {};
  for (const door of DOORS) {
    const kept = SIDES.flatMap((side) => {
      const own = setups.filter(({ sdk, path }) => sdksFor(sdk, path, manifest).some((each) => isOf(each, path, side)));
      const isRecorded = own.some(({ sdk, path }) =>
        sdksFor(sdk, path, manifest).some(
          (each) => isOf(each, path, side) && recordsOn(side, each, () => sdkVersionOnDisk(path)).has(door),
        ),
      );
      return isRecorded ? [{ side, isKept: own.every(({ keeps }) => keeps.includes(door)) }] : [];
    });
    const [first, second] = kept.filter(({ isKept }) => isKept);
    if (kept.length === 0) continue;
    recorded[door] = first !== undefined && switchFor(first.side, second?.side, manifest);
  }
  return recorded;
}

/**
 * Where an application's own logs are sent: on the sides of the calls of `init` in the files that set it up, and on
 * both sides for files that call none.
 * @param sent the levels that are left to be sent.
 */
function forwardedIn({ setups, forwarding, manifest }: Application, sent: SentLevels): Switches {
  const found: Partial<Record<LogIntegration, Switch>> = {};
  for (const integration of LOG_INTEGRATIONS) {
    const files = forwarding.filter(({ forwards }) => forwards.some((each) => each.integration === integration));
    const isOn = (side: Side) => files.some(({ path }) => isSetUpOn(side, path));
    const [first, second] = SIDES.filter(isOn);
    if (first === undefined) continue;
    found[integration] = sent[integration].length > 0 && switchFor(first, second, manifest);
  }
  return found;

  function isSetUpOn(side: Side, path: string): boolean {
    const own = setups.filter((setup) => setup.path === path);
    return (
      own.length === 0 || own.some(({ sdk }) => sdksFor(sdk, path, manifest).some((each) => isOf(each, path, side)))
    );
  }
}

function switchFor(first: Side, second: Side | undefined, { hasPages }: Manifest): Switch {
  return second !== undefined || (first === "server" && !hasPages) ? true : first;
}

/** The levels of its own logs that an application sends, by all that sets this up. */
type SentLevels = Readonly<Record<LogIntegration, readonly string[]>>;

/** @param built the methods of the console that a build leaves. */
function sentIn({ forwarding }: Application, built: readonly string[]): SentLevels {
  const all = forwarding.flatMap(({ forwards }) => forwards);
  const sentOf = (integration: LogIntegration, levels: readonly string[]) =>
    levels.filter((level) => all.every((each) => each.integration !== integration || each.levels.includes(level)));
  return {
    consoleEvents: sentOf("consoleEvents", built),
    consoleLogs: sentOf("consoleLogs", built),
    pino: sentOf("pino", LEVELS_BY_DOOR.pino),
    winston: sentOf("winston", LEVELS_BY_DOOR.winston),
  };
}

/** The levels that settings have to say: of doors that are open, where some are left out. */
function levelsOf(
  switches: Switches,
  levels: SentLevels & { readonly console: readonly string[] },
): Levels | undefined {
  const partial = (["console", ...LOG_INTEGRATIONS] as const).filter(
    (door) => (switches[door] ?? false) !== false && levels[door].length < LEVELS_BY_DOOR[door].length,
  );
  return partial.length === 0 ? undefined : Object.fromEntries(partial.map((door) => [door, levels[door]]));
}

function isOf(sdk: string, path: string, side: Side): boolean {
  return sidesOf(sdk, path).includes(side);
}

/** The SDK that a file sets up; where it does not tell, one of those that the package depends on. */
function sdksFor(sdk: string | undefined, path: string, { dependencies }: Manifest): readonly string[] {
  return sdk === undefined || sidesOf(sdk, path).length === 0 ? [...dependencies] : [sdk];
}

/** The files by which a package is built, as far as they lie in its folder. */
export const BUILD_FILE =
  /^(?:package\.json|\.babelrc.*|\.swcrc|(?:esbuild|build)[\w.-]*\.[cm]?[jt]s|[\w.-]*(?:astro|babel|craco|esbuild|metro|next|nuxt|quasar|rollup|rsbuild|rspack|svelte|tsdown|tsup|vite|vue|webpack)[\w.-]*\.(?:[cm]?[jt]s|json))$/u;

function buildTexts(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => BUILD_FILE.test(name))
    .map((name) => textAt(join(folder, name)));
}

/** The pattern of the files in a folder, wherever the project is. */
export function patternOf(folder: string, base: string): string {
  return `*${folder.slice(base.length)}/*`.replaceAll("\\", "/");
}
