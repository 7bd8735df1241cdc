import { mayHoldBreadcrumbs } from "../../detect/words.ts";
import { LOG_INTEGRATION_MAKERS } from "../../sentry/log-integrations.ts";
import type { Loggers } from "../../settings.ts";
import { matchesPattern } from "../../sentry/patterns.ts";
import type { Project } from "../project.ts";
import { sdkVersionOnDisk } from "../../sdk-version.ts";
import { mayDefineLogger } from "../../sentry/recorder-names.ts";
import { isSince } from "../../sentry/versions.ts";
import { automaticIn, type ReplacingFacts } from "./automatic.ts";
import { Callers } from "./callers.ts";
import { Candidates } from "./candidates.ts";
import { createFactReader, type FactReader, type FileFacts } from "./facts.ts";
import type { FactMemory } from "./fact-memory.ts";
import { withoutCallers } from "./forwarded.ts";
import type { Discovery, FoundAutomatic, FoundWrapper } from "./found.ts";
import { keptIn } from "./keeping.ts";
import { ProjectFacts } from "./project-facts.ts";
import { loggersIn } from "./loggers.ts";
import { packageImports } from "./package-imports.ts";
import { automaticInRust } from "./rust-automatic.ts";
import { RustModules } from "./rust-modules.ts";
import { SdkModules } from "./sdk-modules.ts";
import { isTrial } from "./trials.ts";

/** Wrappers that call wrappers of other files are followed through so many files. */
const MAX_ROUNDS = 5;

/** A string without spaces, as for modules and tokens: `"@sentry/node"`, `"./lib/sentry"`. */
const NAMES_SDK = /["'`][^"'`\s]*(?:sentry|raven|toucan)[^"'`\s]*["'`]/iu;
/** `import { captureException } from "@sentry/node"`: what is named is neither the SDK nor what records breadcrumbs. */
const NAMES_OTHER_PARTS =
  /\b(?:im|ex)port\s*(?:type\s*)?\{(?![^}]*\b(?:default|sentry|\w*breadcrumb)\b)[^}]*\}\s*from\s*["']@sentry(?:-internal)?\/[^"']*["']/giu;
const SETS_UP = /\binit\b/u;
/** `console.log = …`, by which nothing that goes through this method is sure to reach the SDK. */
const REPLACES_CONSOLE = /\bconsole(?:\.(\w+)|\[[^\]\n]+\])\s*=(?!=)/gu;
/** What sends the program's own logs, wherever it is set up. */
const FORWARDS = new RegExp([...LOG_INTEGRATION_MAKERS.keys()].join("|"), "u");
/** Files in which loggers over the console or the SDK are defined. */
const LOGS = /\bconsole\b|sentry/iu;
const SCRIPT = /\.[cm]?[jt]sx?$/u;
const EXPORT_WORD = /\bexports?\b/u;
/** `setSdk(Sentry)`, `start({ sdk: Sentry })`, `start({ Sentry })` */
const HANDS_SDK = /[(,:]\s*(?:\{\s*)?(?:sentry|raven)\w*\s*[,)}]/iu;

/**
 * Reads a project's files and finds what its settings lack.
 * @param memory what is known of the files from the last time; nothing by default.
 */
export async function discover(project: Project, memory?: FactMemory): Promise<Discovery> {
  return new Search(project, await createFactReader(project), memory).run();
}

/** Whether a file may hand the SDK to others. */
function mayPassOn(path: string, text: string): boolean {
  if (path.endsWith(".rs") || !NAMES_SDK.test(text)) return false;
  return (EXPORT_WORD.test(text) || HANDS_SDK.test(text)) && NAMES_SDK.test(text.replaceAll(NAMES_OTHER_PARTS, ""));
}

/** Whether anything is recorded or sent of the console in a part of a project. */
function opensConsole({ entries }: FoundAutomatic): boolean {
  return entries.some(({ console = false, consoleEvents = false, consoleLogs = false }) =>
    [console, consoleEvents, consoleLogs].some((to) => to !== false),
  );
}

/** Whether a function only logs to the console. */
function isOfConsole({ entry: { calls = [""] } }: FoundWrapper): boolean {
  return calls.every((called) => called.startsWith("console."));
}

/** Goes from the files that record to those that call them, in rounds, until nothing new is found. */
class Search {
  readonly #project: Project;
  readonly #reader: FactReader;
  readonly #facts: ProjectFacts;
  readonly #candidates: Candidates;
  readonly #rust: RustModules;
  readonly #callers: Callers;
  readonly #sdkModules: SdkModules;
  /** The files that replace methods of the console. */
  readonly #replacing: ReplacingFacts[] = [];
  /** The files that may define loggers. */
  readonly #logging: string[] = [];

  constructor(project: Project, reader: FactReader, memory?: FactMemory) {
    this.#project = project;
    this.#reader = reader;
    this.#facts = new ProjectFacts(project, reader, memory);
    this.#candidates = new Candidates(this.#facts);
    this.#rust = new RustModules(this.#facts);
    this.#callers = new Callers(this.#facts, this.#candidates.all, this.#rust);
    this.#sdkModules = new SdkModules(this.#facts);
  }

  run(): Discovery {
    this.#readFirst();
    const first = this.#facts.all;
    // What the SDK is called, in Rust by manifests and elsewhere by modules that pass it on, decides what files record.
    this.#sdkModules.findUses();
    this.#settle();
    this.#readAgain();
    this.#readLoggers();
    let fresh = this.#candidates.take(this.#facts.all.filter(({ path }) => !isTrial(this.#project, path)));
    for (let round = 0; round < MAX_ROUNDS && (fresh.length > 0 || round === 0); round++) {
      const callers = new Set([...this.#callers.find(fresh), ...this.#facts.handed]);
      this.#settle();
      const read = [...callers].map((path) => this.#facts.parse(path));
      fresh = this.#candidates.take(read.filter((facts) => facts !== undefined));
    }
    this.#settle();
    this.#readAgain();
    this.#dropUnusedRust();
    return this.#outcome(first);
  }

  /** Reads the files that name what records, and those that may pass an SDK on. */
  #readFirst(): void {
    for (const [path, text] of this.#facts.read(this.#project.files)) {
      const isRecording = mayHoldBreadcrumbs(text, this.#facts.settingsOf(path), undefined, path);
      const isSettingUp = (SETS_UP.test(text) || FORWARDS.test(text)) && NAMES_SDK.test(text);
      if (text.includes("console") && !isTrial(this.#project, path)) this.#noteReplaced(path, text);
      if (SCRIPT.test(path) && LOGS.test(text) && mayDefineLogger(text) && !isTrial(this.#project, path))
        this.#logging.push(path);
      if (isRecording || isSettingUp || (mayPassOn(path, text) && !isTrial(this.#project, path)))
        this.#facts.parse(path);
    }
  }

  /** Keeps which methods of the console a file replaces. */
  #noteReplaced(path: string, text: string): void {
    const methods = Array.from(text.matchAll(REPLACES_CONSOLE), ([, method]) => method);
    if (methods.length > 0) this.#replacing.push({ path, methods });
  }

  /** Makes settings of what was found so far. */
  #settle(): void {
    const wrappers = [...this.#callers.found(), ...this.#facts.handedWrappers()];
    this.#facts.know({ wrappers, modules: [...this.#sdkModules.found(), ...this.#rust.renamedSdks()] });
  }

  /** Reads all that may record a breadcrumb now that it is known what does. */
  #readAgain(): void {
    const { wrappers, modules } = this.#facts.found;
    if (wrappers.length + modules.length === 0) return;
    for (const [path, text] of this.#facts.read(this.#project.files)) {
      if (mayHoldBreadcrumbs(text, this.#facts.settingsOf(path), undefined, path)) this.#facts.parse(path);
    }
  }

  /** The files of other packages that call a function which sets an SDK up. */
  #callersOf({ by, path }: { readonly by?: string | undefined; readonly path: string }): readonly string[] {
    const { manifests } = this.#facts.modules;
    const [own] = manifests.above(path);
    if (by === undefined || own?.name === undefined) return [];
    const { name } = own;
    const imported = [`"${name}"`, `'${name}'`, `"${name}/`, `'${name}/`];
    const files = this.#project.files.filter(
      (each) => !isTrial(this.#project, each) && manifests.above(each)[0] !== own,
    );
    return Array.from(this.#facts.read(files)).flatMap(([file, text]) =>
      text.includes(`${by}(`) && imported.some((each) => text.includes(each)) ? [file] : [],
    );
  }

  /** Reads the files that may define loggers of which anything is recorded. */
  #readLoggers(): void {
    if (this.#logging.length === 0) return;
    const isOpen = this.#automatic(
      () => ({}),
      () => new Map(),
    ).some(opensConsole);
    for (const [path, text] of this.#facts.read(this.#logging))
      if (isOpen || NAMES_SDK.test(text)) this.#facts.parse(path);
  }

  /** Counts the calls of Rust wrappers, which only the detector recognises, and drops wrappers without any. */
  #dropUnusedRust(): void {
    const { wrappers, modules } = this.#facts.found;
    const used = wrappers.flatMap((wrapper): readonly FoundWrapper[] => {
      if (!wrapper.file.endsWith(".rs")) return [wrapper];
      const { name, files = "*" } = wrapper.entry;
      const last = name.split(/::|\./u).at(-1);
      const calls = new Map<string, number>();
      for (const { path, crumbs } of this.#facts.all) {
        const own = crumbs.filter(({ entry, callee }) => entry === "wrapper" && callee.split(/::|\./u).at(-1) === last);
        const isMeant = matchesPattern(files, path) && this.#rust.isMeantIn(path, wrapper.entry, wrapper.file);
        if (path !== wrapper.file && own.length > 0 && isMeant) calls.set(path, own.length);
      }
      return calls.size === 0 ? [] : [{ ...wrapper, calls }];
    });
    this.#facts.know({ wrappers: used, modules });
  }

  /** What SDKs record automatically in JavaScript's applications, as far as their set-up is known by now. */
  #automatic(...others: [loggers: () => Loggers, imports: () => ReturnType<typeof packageImports>]) {
    const settingUp = this.#facts.all.filter(({ path }) => !isTrial(this.#project, path));
    const setups = settingUp.flatMap(({ path, setups }) =>
      setups.map((setup) => {
        const { keeps, keepsFrom11 = keeps, needs } = setup;
        const own = isSince(11, () => sdkVersionOnDisk(path)) ? keepsFrom11 : keeps;
        return { ...setup, path, keeps: keptIn(this.#facts, path, { keeps: own, needs }) };
      }),
    );
    setups.push(...setups.flatMap((setup) => this.#callersOf(setup).map((path) => ({ ...setup, path }))));
    const forwarding = settingUp.filter(({ forwards }) => forwards.length > 0);
    const { manifests } = this.#facts.modules;
    return automaticIn(setups, forwarding, manifests, this.#replacing, ...others, this.#project.base);
  }

  /** @param first what was known of the files before anything was found. */
  #outcome(first: readonly FileFacts[]): Discovery {
    const { found, unparsed } = this.#facts;
    const { parsed } = this.#reader;
    const files = this.#facts.all.filter(({ crumbs, off }) => crumbs.length > 0 || off !== undefined);
    const called = new Set([...this.#candidates.kept, ...found.wrappers.map(({ file, name }) => `${file} ${name}`)]);
    // What a file makes wrappers of has often no name: `crumb: make("auth")`.
    for (const { entry, file } of found.wrappers) if (entry.calls === undefined) called.add(`${file} `);
    const isCalled = (file: string, name: string | undefined): boolean => called.has(`${file} ${name ?? ""}`);
    const counted = withoutCallers(
      files.flatMap(({ path, crumbs }) => crumbs.map((crumb) => ({ ...crumb, path }))),
      (crumb) => isCalled(crumb.path, crumb.function),
    );
    const early = new Map(first.map(({ path, crumbs }) => [path, new Set(crumbs.map(({ range }) => range[0]))]));
    const after = counted.filter(({ forwards }) => !forwards);
    const before = after.filter(({ path, range }) => early.get(path)?.has(range[0]) === true);
    const { base, files: listed } = this.#project;
    const rust = listed.filter((path) => path.endsWith(".rs") && !isTrial(this.#project, path));
    const automatic = [
      ...this.#automatic(
        () => loggersIn(this.#facts),
        () => packageImports(this.#facts),
      ),
      ...automaticInRust(() => this.#facts.read(rust), base),
    ];
    const seenIn: Discovery["seenIn"] = (isMeant) => {
      const meant = after.filter(({ path }) => isMeant(path));
      return {
        before: before.filter(({ path }) => isMeant(path)).length,
        after: meant.length,
        through: meant.filter(({ entry }) => entry === "wrapper").length,
      };
    };
    return {
      ...found,
      wrappers: automatic.some(opensConsole) ? found.wrappers : found.wrappers.filter((each) => !isOfConsole(each)),
      automatic,
      files,
      seen: seenIn(() => true),
      seenIn,
      doubtful: this.#callers.doubtful(),
      callsIn: (path) => this.#facts.known(path)?.calls ?? [],
      isCalled,
      unparsed,
      parsed,
    };
  }
}
