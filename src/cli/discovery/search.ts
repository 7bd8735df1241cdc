import { readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import type { DefinedWrapper, ImportedCall, WrapperParameter } from "../../breadcrumb/index.ts";
import { mayHoldBreadcrumbs } from "../../detect/words.ts";
import { RECORDING_NAMES, sdkExport } from "../../detect/javascript/names/sdk-modules.ts";
import { readSettings, SETTINGS_KEY, type Settings } from "../../settings.ts";
import { Failure } from "../failure.ts";
import type { Project } from "../project.ts";
import { createFactReader, type FileFacts } from "./facts.ts";
import { withoutCallers } from "./forwarded.ts";
import { createModuleResolver, type ModuleResolver } from "./module-resolver.ts";
import { moduleNames, type Spelling } from "./spellings.ts";

/** A wrapper as settings name it. */
export interface WrapperEntry {
  readonly name: string;
  readonly from?: string | readonly string[];
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

/** What the rules cannot know from one file. */
export interface Discovery {
  readonly wrappers: readonly FoundWrapper[];
  readonly modules: readonly FoundModule[];
  /** What is known of the files that record breadcrumbs, once the rest is. */
  readonly files: readonly FileFacts[];
  /** How many breadcrumbs the rules see with what was known before, and with what was found. */
  readonly seen: { readonly before: number; readonly after: number };
  /** Whether a function of a file records what others hand it, by its name. */
  readonly isCalled: (file: string, name: string | undefined) => boolean;
  /** Files with a word that could record a breadcrumb, which no parser could read. */
  readonly unparsed: readonly string[];
}

/** Wrappers that call wrappers of other files are followed through so many files. */
const MAX_ROUNDS = 5;

/** Modules that only pass on what others export are followed through so many of them. */
const MAX_HOPS = 8;

/** Files that try the others out: what they call is no part of the program. */
const TRIAL =
  /(?:^|[/\\])(?:__tests__|__mocks__|tests?|e2e|cypress|stories|fixtures)[/\\]|[._-](?:test|spec|stories|mock)\.\w+$|_test\.rs$/u;

const NAMES_SDK = /["'`][^"'`\n]*(?:sentry|raven|toucan)/iu;
const EXPORT_WORD = /\bexports?\b/u;

/** `export { a }`, `export * from`, `export default a;`, `export const a = b;`, `module.exports = a` */
const PASSES_ON =
  /\bexport\s*(?:type\s+)?[{*]|\bexports\b|\bexport\s+(?:default|(?:const|let|var)[^=\n]*=)\s+[\w$.]+\s*(?:[;\n]|$)/u;

type RawSettings = Readonly<Record<string, unknown>>;

/** Reads a project's files and finds what its settings lack. */
export async function discover(project: Project): Promise<Discovery> {
  return new Search(project, await createFactReader(project)).run();
}

/** Whether a file tries the others out. */
export function isTrial({ base }: Pick<Project, "base">, path: string): boolean {
  return TRIAL.test(path.slice(base.length));
}

/** A function that records, and the file in which a way leads to it. */
interface Candidate {
  /** Where the ways begin: the file that defines it, or one that it is handed to. */
  readonly file: string;
  readonly wrapper: DefinedWrapper;
  readonly ways: readonly (readonly string[])[];
  /** The file that defines it. */
  readonly definedIn: string;
}

/** What is known of one way to call a candidate. */
interface Use {
  readonly candidate: Candidate;
  readonly name: string;
  readonly spellings: Spelling[];
  readonly calls: Map<string, number>;
}

class Search {
  readonly #project: Project;
  readonly #reader: Awaited<ReturnType<typeof createFactReader>>;
  readonly #modules: ModuleResolver;
  readonly #files: readonly string[];
  readonly #texts = new Map<string, string>();
  readonly #facts = new Map<string, FileFacts>();
  readonly #unparsed = new Set<string>();
  readonly #candidates: Candidate[] = [];
  /** The ways that lead to candidates, with their files. */
  readonly #ways = new Set<string>();
  readonly #uses = new Map<string, Use>();
  readonly #sdkUses = new Map<string, { readonly spellings: Spelling[]; readonly calls: Map<string, number> }>();
  /** By the name of a function as it is called: calls that led to no wrapper when they were looked at. */
  readonly #others = new Map<string, Map<string, { readonly call: ImportedCall; readonly path: string }>>();
  /** Wrappers by the names that the files have for what is handed to them. */
  readonly #handed = new Map<string, WrapperEntry[]>();
  /** The wrappers, by their files and names, that a function of another file keeps for others. */
  readonly #kept = new Set<string>();
  readonly #settings = new Map<unknown, Settings>();
  #found: { readonly wrappers: readonly FoundWrapper[]; readonly modules: readonly FoundModule[] } = {
    wrappers: [],
    modules: [],
  };

  constructor(project: Project, reader: Awaited<ReturnType<typeof createFactReader>>) {
    this.#project = project;
    this.#reader = reader;
    this.#files = project.files.filter((path) => !isTrial(project, path));
    this.#modules = createModuleResolver(project.files, project.base);
  }

  run(): Discovery {
    for (const [path, text] of this.#read(this.#project.files)) {
      const isRecording = mayHoldBreadcrumbs(text, this.#settingsOf(path));
      const isPassingOn = !path.endsWith(".rs") && NAMES_SDK.test(text) && EXPORT_WORD.test(text);
      if (isRecording || (isPassingOn && !isTrial(this.#project, path))) this.#parse(path, text);
    }
    const early = new Map([...this.#facts].map(([path, { crumbs }]) => [path, startsOf(crumbs)]));
    const own = [...this.#facts.values()].filter(({ path }) => !isTrial(this.#project, path));
    let fresh = this.#takeCandidates(own);
    this.#findSdkUses();
    for (let round = 0; round < MAX_ROUNDS && (fresh.length > 0 || round === 0); round++) {
      const callers = new Set([...this.#findUses(fresh), ...this.#handed.keys()]);
      this.#settle();
      const read = [...callers].map((path) => this.#parse(path, this.#textOf(path)));
      fresh = this.#takeCandidates(read.filter((facts) => facts !== undefined));
    }
    this.#settle();
    this.#readAgain();
    this.#dropUnusedRust();
    const files = [...this.#facts.values()].filter(({ crumbs, off }) => crumbs.length > 0 || off !== undefined);
    const called = new Set([...this.#kept, ...this.#found.wrappers.map(({ file, name }) => `${file} ${name}`)]);
    // What a file makes wrappers of has often no name: `crumb: make("auth")`.
    for (const { file } of this.#found.wrappers) called.add(`${file} `);
    const isCalled = (file: string, name: string | undefined): boolean => called.has(`${file} ${name ?? ""}`);
    const counted = withoutCallers(
      files.flatMap(({ path, crumbs }) => crumbs.map((crumb) => ({ ...crumb, path }))),
      (crumb) => isCalled(crumb.path, crumb.function),
    );
    const after = counted.filter(({ forwards }) => !forwards);
    const before = after.filter(({ path, range }) => early.get(path)?.has(range[0]) === true);
    const seen = { before: before.length, after: after.length };
    return { ...this.#found, files, seen, isCalled, unparsed: [...this.#unparsed] };
  }

  /** Reads all that may record a breadcrumb now that it is known what does. */
  #readAgain(): void {
    const handed = [...this.#handed.keys()];
    this.#handed.clear();
    for (const path of handed) this.#parse(path, this.#textOf(path));
    if (this.#found.wrappers.length + this.#found.modules.length === 0) return;
    for (const [path, text] of this.#read(this.#project.files)) {
      if (mayHoldBreadcrumbs(text, this.#settingsOf(path))) this.#parse(path, text);
    }
  }

  *#read(files: readonly string[]): Generator<readonly [path: string, text: string], void, undefined> {
    for (const path of files) {
      const text = this.#textOf(path);
      if (text !== "" && !text.includes("\0")) yield [path, text];
    }
  }

  #textOf(path: string): string {
    let text = this.#texts.get(path);
    if (text === undefined) this.#texts.set(path, (text = textOf(path)));
    return text;
  }

  #parse(path: string, text: string): FileFacts | undefined {
    const facts = this.#reader.factsOf(path, text, this.#settingsFor(path));
    if (facts === undefined) this.#unparsed.add(path);
    else this.#facts.set(path, facts);
    return facts;
  }

  /** The settings of a file, with what is handed to it under the file's own names. */
  #settingsFor(path: string): Settings {
    const handed = this.#handed.get(path);
    const settings = this.#settingsOf(path);
    if (handed === undefined) return settings;
    const { wrappers } = readSettings({ [SETTINGS_KEY]: { wrappers: handed } });
    return { ...settings, wrappers: [...settings.wrappers, ...wrappers] };
  }

  /** The settings of a file with what was found so far. */
  #settingsOf(path: string): Settings {
    const raw = this.#project.settingsOf(path)[SETTINGS_KEY];
    let settings = this.#settings.get(raw);
    if (settings === undefined) this.#settings.set(raw, (settings = validSettings(withFound(raw, this.#found))));
    return settings;
  }

  #takeCandidates(files: readonly FileFacts[]): readonly Candidate[] {
    const fresh: Candidate[] = [];
    // Of several functions that are reached in one way, such as those of two programs, one is enough.
    const take = (candidate: Candidate): void => {
      const ways = candidate.ways.filter((way) => !this.#ways.has(`${candidate.file} ${way.join(".")}`));
      for (const way of ways) this.#ways.add(`${candidate.file} ${way.join(".")}`);
      if (ways.length === 0) return;
      this.#candidates.push({ ...candidate, ways });
      fresh.push({ ...candidate, ways });
    };
    for (const { path, wrappers } of files) {
      for (const wrapper of wrappers) {
        if (!wrapper.dedicated || !isTelling(wrapper)) continue;
        const common = { wrapper, definedIn: path };
        if (wrapper.exports.length > 0) take({ ...common, file: path, ways: wrapper.exports });
        for (const handed of wrapper.handedTo ?? []) {
          const file = this.#modules.resolve(handed.module, path);
          if (file === undefined) continue;
          const ways = this.#waysFrom(file, handed.path, handed.argument, handed.member, wrapper);
          for (const [at, way] of ways) take({ ...common, file: at, ways: [way] });
          if (ways.length > 0 || this.#handed.has(file)) this.#kept.add(`${path} ${wrapper.name}`);
        }
      }
    }
    return fresh;
  }

  /**
   * Where others reach what is handed to a function or is of a type.
   * @param argument the position at which a function is handed it; undefined for a type.
   */
  #waysFrom(
    file: string,
    path: readonly string[],
    argument: number | undefined,
    member: readonly string[],
    wrapper: DefinedWrapper,
    hops = 0,
  ): readonly (readonly [file: string, way: readonly string[]])[] {
    const facts = this.#facts.get(file) ?? this.#parse(file, this.#textOf(file));
    if (facts === undefined || hops > MAX_HOPS) return [];
    const receivers = facts.receivers.filter((each) => argument === each.argument && isSameWay(each.way, path));
    const isOwn = facts.exports.some(({ name, from }) => name === path[0] && from === undefined);
    if (argument === undefined && isOwn) return [[file, [...path, ...member]]];
    for (const { local } of receivers) this.#hand(file, [local, ...member].join("."), wrapper);
    if (receivers.length > 0) {
      return receivers.flatMap(({ reaches }) => reaches.map((way) => [file, [...way, ...member]] as const));
    }
    return this.#passedOn(file, path).flatMap(([next, rest]) => {
      const target = this.#modules.resolve(next, file);
      return target === undefined ? [] : this.#waysFrom(target, rest, argument, member, wrapper, hops + 1);
    });
  }

  #hand(file: string, name: string, wrapper: DefinedWrapper): void {
    const entries = this.#handed.get(file) ?? [];
    this.#handed.set(file, entries);
    if (!entries.some((entry) => entry.name === name)) entries.push({ name, ...parametersOf(wrapper) });
  }

  /** Finds the calls of wrappers in other files. @returns the files that call one */
  #findUses(candidates: readonly Candidate[]): ReadonlySet<string> {
    const names = new Set(candidates.flatMap(({ ways }) => ways.flatMap((way) => way.slice(-1))));
    // A default export has the name that each import gives it.
    for (const { file, ways } of candidates) {
      if (ways.some((way) => way.length === 1 && way[0] === "default")) names.add(stem(file));
    }
    names.delete("default");
    const files = new Set(candidates.map(({ file }) => file));
    const callers = new Set<string>();
    let known = -1;
    // A module that passes a function on may give it another name, by which others call it.
    for (let hops = 0; names.size + files.size > known && hops < MAX_HOPS; hops++) {
      known = names.size + files.size;
      for (const path of this.#callersOf(names, files, candidates)) callers.add(path);
    }
    return callers;
  }

  /**
   * @param names what the functions are called; the names that modules on the way give them are added.
   * @param files where they come from; the modules on the way are added.
   */
  #callersOf(names: Set<string>, files: Set<string>, candidates: readonly Candidate[]): ReadonlySet<string> {
    const callers = new Set<string>();
    if (names.size === 0) return callers;
    // Counting begins anew with each name that is added.
    for (const [key, { candidate }] of this.#uses) if (candidates.includes(candidate)) this.#uses.delete(key);
    const words = new RegExp(String.raw`(?<![\w$])(?:${[...names].map(escaped).join("|")})(?![\w$])`, "u");
    const written = new Set([...files].flatMap((file) => [stem(file), ...this.#modules.namesFor(file)]));
    const imports = new RegExp([...written].map(escaped).join("|"), "u");
    for (const [path, text] of this.#read(this.#files)) {
      if (path.endsWith(".rs")) {
        if (words.test(text) && this.#useRust(path, text, candidates)) callers.add(path);
        continue;
      }
      // What all names of a module are passed on by names none of them.
      const isPassingOn = text.includes("export *");
      if (!imports.test(text) || (!isPassingOn && !words.test(text))) continue;
      const facts = this.#facts.get(path) ?? this.#parse(path, text);
      if (facts === undefined) continue;
      for (const { name, from } of facts.exports) {
        if (from === undefined) continue;
        const target = this.#modules.resolve(from.module, path);
        if (target === undefined || target === path) continue;
        if (name === "*" ? files.has(target) : this.#candidateAt(target, from.path, candidates)) {
          files.add(path);
          if (name !== "*" && name !== "default") names.add(name);
        }
      }
      for (const call of facts.calls) {
        const last = call.path.at(-1) ?? "default";
        if (last !== "default" && !names.has(last)) continue;
        const target = this.#modules.resolve(call.module, path);
        const candidate = target === undefined ? undefined : this.#candidateAt(target, call.path, candidates);
        const name = settingName(call, candidate);
        if (candidate === undefined || target === undefined) {
          for (const each of [name, call.name]) {
            if (!names.has(each.slice(each.lastIndexOf(".") + 1))) continue;
            const others = this.#others.get(each) ?? new Map<string, { call: ImportedCall; path: string }>();
            this.#others.set(each, others.set(`${target ?? ""} ${call.module}`, { call, path }));
          }
        } else if (candidate.file !== path) {
          this.#use(candidate, name, call.module, path, target);
          callers.add(path);
        }
      }
    }
    return callers;
  }

  #use(candidate: Candidate, name: string, module: string, path: string, target: string): void {
    const key = `${candidate.file} ${candidate.ways.map((way) => way.join(".")).join(" ")} ${name}`;
    const use = this.#uses.get(key) ?? { candidate, name, spellings: [], calls: new Map<string, number>() };
    this.#uses.set(key, use);
    use.spellings.push({ specifier: module, file: target, isPackage: this.#modules.isPackage(module, path) });
    use.calls.set(path, (use.calls.get(path) ?? 0) + 1);
  }

  /** The wrapper that a path of exported names and members leads to, be it through modules that only pass it on. */
  #candidateAt(
    file: string,
    path: readonly string[],
    candidates: readonly Candidate[],
    hops = 0,
  ): Candidate | undefined {
    const here = candidates.filter((candidate) => candidate.file === file);
    const found =
      here.find(({ ways }) => ways.some((way) => way.join() === path.join())) ??
      here.find(({ ways }) => ways.some((way) => isSameWay(way, path)));
    if (found !== undefined || hops > MAX_HOPS) return found;
    for (const [next, rest] of this.#passedOn(file, path)) {
      const target = this.#modules.resolve(next, file);
      const candidate = target === undefined ? undefined : this.#candidateAt(target, rest, candidates, hops + 1);
      if (candidate !== undefined) return candidate;
    }
    return undefined;
  }

  /** Where a file has an exported name from, when it only passes it on. */
  #passedOn(file: string, path: readonly string[]): readonly (readonly [string, readonly string[]])[] {
    const [name, ...members] = path;
    const exports = this.#exportsOf(file);
    const own = exports.filter((each) => each.name === name);
    const found = own.length > 0 ? own : exports.filter((each) => each.name === "*");
    return found.flatMap((each) => {
      if (each.from === undefined) return [];
      const below = each.name === "*" ? path : members;
      return [[each.from.module, [...each.from.path, ...below]] as const];
    });
  }

  #exportsOf(file: string): FileFacts["exports"] {
    return (this.#facts.get(file) ?? this.#readModule(file))?.exports ?? [];
  }

  /** Reads a module that may pass on what it has from others. */

  #readModule(file: string): FileFacts | undefined {
    const text = this.#textOf(file);
    return PASSES_ON.test(text) && !this.#unparsed.has(file) ? this.#parse(file, text) : undefined;
  }

  /** Finds the calls of the SDK's functions by way of a module that re-exports them. */
  #findSdkUses(): void {
    for (const { path, calls } of [...this.#facts.values()]) {
      if (isTrial(this.#project, path)) continue;
      for (const call of calls) {
        if (
          !call.path.slice(-1).some((name) => RECORDING_NAMES.has(name)) ||
          sdkExport(call.module, "*", this.#settingsOf(path).modules)
        )
          continue;
        const target = this.#modules.resolve(call.module, path);
        if (target === undefined || target === path || !this.#isSdkAt(target, call.path)) continue;
        const use = this.#sdkUses.get(target) ?? { spellings: [], calls: new Map<string, number>() };
        this.#sdkUses.set(target, use);
        use.spellings.push({
          specifier: call.module,
          file: target,
          isPackage: this.#modules.isPackage(call.module, path),
        });
        use.calls.set(path, (use.calls.get(path) ?? 0) + 1);
      }
    }
  }

  #isSdkAt(file: string, path: readonly string[], hops = 0): boolean {
    if (hops > MAX_HOPS) return false;
    const [name = ""] = path;
    const exports = this.#exportsOf(file);
    const own = exports.find((each) => each.name === name) ?? exports.find((each) => each.name === "*");
    if (own === undefined) return false;
    // Settings can name a module that is the SDK, and none that has it under a name of its own.
    const isItself = /^(?:\*|default|sentry)$/iu.test(own.name);
    if (own.sdk !== undefined) return isItself ? own.sdk.length === 0 : own.sdk.length === 1 && own.sdk[0] === own.name;
    if (own.from === undefined) return false;
    const { module, path: from } = own.from;
    if (sdkExport(module, "*", []) !== undefined) return isItself || from.at(-1) === own.name;
    const target = this.#modules.resolve(module, file);
    return (
      target !== undefined && this.#isSdkAt(target, own.name === "*" ? path : [...from, ...path.slice(1)], hops + 1)
    );
  }

  /** Rust names a function by the modules that it is in, whatever it is imported by. */
  #useRust(path: string, text: string, candidates: readonly Candidate[]): boolean {
    let isCaller = false;
    for (const candidate of candidates) {
      const [way = []] = candidate.ways;
      const isNamed = way.slice(-1).some((last) => text.includes(last));
      if (!candidate.file.endsWith(".rs") || candidate.file === path || !isNamed) continue;
      const name = rustName(candidate.file, way);
      const key = `${candidate.file} ${name}`;
      if (!this.#uses.has(key)) this.#uses.set(key, { candidate, name, spellings: [], calls: new Map() });
      isCaller = true;
    }
    return isCaller;
  }

  /** Counts the calls of Rust's wrappers, which only the detector can tell, and drops those without any. */
  #dropUnusedRust(): void {
    const wrappers = this.#found.wrappers.flatMap((wrapper): readonly FoundWrapper[] => {
      if (!wrapper.file.endsWith(".rs")) return [wrapper];
      const last = wrapper.entry.name.split("::").at(-1);
      const calls = new Map<string, number>();
      for (const { path, crumbs } of this.#facts.values()) {
        const own = crumbs.filter(({ entry, callee }) => entry === "wrapper" && callee.split(/::|\./u).at(-1) === last);
        if (path !== wrapper.file && own.length > 0) calls.set(path, own.length);
      }
      return calls.size === 0 ? [] : [{ ...wrapper, calls }];
    });
    this.#found = { ...this.#found, wrappers };
  }

  /** Makes settings of what was found so far. */
  #settle(): void {
    const wrappers = [...this.#uses.values()].flatMap((use) => this.#entryOf(use));
    const modules = [...this.#sdkUses].flatMap(([file, { spellings, calls }]): readonly FoundModule[] => {
      const names = moduleNames(spellings, this.#otherModules(file));
      return names.length === 0 || this.#isAmbiguous(file) ? [] : [{ names, file, calls }];
    });
    this.#found = { wrappers: joined(wrappers), modules };
    this.#settings.clear();
  }

  /** How the modules are written that files which record breadcrumbs import, but for one. */
  #otherModules(file: string): ReadonlySet<string> {
    const others = new Set<string>();
    for (const { path, calls } of this.#facts.values()) {
      for (const { module } of calls) if (this.#modules.resolve(module, path) !== file) others.add(module);
    }
    return others;
  }

  /** Whether a module has a function of its own under a name of the SDK's that settings have no words for. */
  #isAmbiguous(file: string): boolean {
    const facts = this.#facts.get(file);
    const isWrapper = (name: string): boolean =>
      facts?.wrappers.some(({ exports }) => exports.some(([first]) => first === name)) === true;
    return this.#exportsOf(file).some(
      ({ name, sdk, from }) => RECORDING_NAMES.has(name) && sdk === undefined && from === undefined && !isWrapper(name),
    );
  }

  /** The modules, as imports write them, that a function of a name comes from which is none of the wrappers. */
  #othersBy(name: string): string[] {
    return [...(this.#others.get(name)?.values() ?? [])].flatMap(({ call, path }) => {
      const target = this.#modules.resolve(call.module, path);
      const isWrapper = target !== undefined && this.#candidateAt(target, call.path, this.#candidates) !== undefined;
      return isWrapper ? [] : [call.module];
    });
  }

  #entryOf({ candidate, name, spellings, calls }: Use): readonly FoundWrapper[] {
    const { wrapper, definedIn } = candidate;
    const found = { name: wrapper.name, file: definedIn, calls };
    if (candidate.file.endsWith(".rs")) {
      const isOfRoot = !name.includes("::");
      return [{ ...found, entry: { name, ...(isOfRoot && { from: "crate" }), ...parametersOf(wrapper) } }];
    }
    const others = this.#othersBy(name);
    for (const use of this.#uses.values()) {
      if (use.name === name && use.candidate.wrapper !== wrapper)
        others.push(...use.spellings.map(({ specifier }) => specifier));
    }
    const [first, ...rest] = moduleNames(spellings, new Set(others));
    if (first === undefined) return [];
    return [
      { ...found, entry: { name, from: rest.length === 0 ? first : [first, ...rest], ...parametersOf(wrapper) } },
    ];
  }
}

/**
 * The settings of a project with what was found: what they say themselves comes first.
 * @param raw `settings["sentry-breadcrumbs"]` as the project's config has it.
 */
export function withFound(raw: unknown, { wrappers, modules }: Pick<Discovery, "wrappers" | "modules">): RawSettings {
  validSettings(raw);
  const own = (raw ?? {}) as RawSettings;
  const list = (key: string): readonly unknown[] => (Array.isArray(own[key]) ? (own[key] as readonly unknown[]) : []);
  return {
    ...own,
    wrappers: [...list("wrappers"), ...wrappers.map(({ entry }) => entry)],
    modules: [...list("modules"), ...modules.flatMap(({ names }) => names)],
  };
}

function startsOf(crumbs: FileFacts["crumbs"]): ReadonlySet<number> {
  return new Set(crumbs.map(({ range }) => range[0]));
}

function validSettings(raw: unknown): Settings {
  try {
    return readSettings({ [SETTINGS_KEY]: raw });
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

/** Entries that say the same, as one. */
function joined(wrappers: readonly FoundWrapper[]): readonly FoundWrapper[] {
  const byEntry = new Map<string, FoundWrapper>();
  for (const wrapper of wrappers) {
    const key = JSON.stringify(wrapper.entry);
    const known = byEntry.get(key);
    byEntry.set(key, known === undefined ? wrapper : { ...known, calls: new Map([...known.calls, ...wrapper.calls]) });
  }
  return [...byEntry.values()];
}

function parametersOf({ parameters }: DefinedWrapper): Pick<WrapperEntry, "parameters"> {
  return parameters.length === 1 && parameters[0] === "breadcrumb" ? {} : { parameters };
}

/** What is called so is there to tell somebody, also where it has but some data of its caller. */
const RECORDS = /crumb|track|log|record|report|sentry|telemetry|analytics|monitor|trace|event/iu;

/** Whether what it passes on says what happened: a level alone does not, nor some data of whatever else it does. */
function isTelling({ name, parameters }: DefinedWrapper): boolean {
  const destinations = parameters.flatMap(destinationsOf);
  if (destinations.some((to) => /^(?:breadcrumb|category|message)\b/u.test(to))) return true;
  return RECORDS.test(name) && destinations.some((to) => /^data\b/u.test(to));
}

function destinationsOf(parameter: WrapperParameter): readonly string[] {
  return typeof parameter === "string" ? [parameter] : Object.values(parameter).flatMap(destinationsOf);
}

/** Whether the path of a call leads to an export; between an object and its method there may be what hands it out. */
function isSameWay(way: readonly string[], path: readonly string[]): boolean {
  if (path.length === 0) return way.length === 1 && way[0] === "default";
  if (way.length === 1 || path.length === 1) return way.length === path.length && way[0] === path[0];
  return way[0] === path[0] && way.at(-1) === path.at(-1);
}

/** What settings call a function: by what its module exports, or by how it is written where the import names it. */
function settingName({ name, path }: ImportedCall, candidate: Candidate | undefined): string {
  const [first, ...members] = path;
  const last = members.at(-1);
  if (first === undefined || first === "default" || last === undefined) return name;
  // What hands out the object is no part of the name: `Log.getInstance().info`.
  const isExact = candidate?.ways.some((way) => way.slice(1).join() === members.join()) === true;
  return (isExact ? path : [first, last]).join(".");
}

/** `logger::log` for a function of `logger.rs`, `Log::write` for one of a type, `log` at the root of a crate. */
function rustName(file: string, way: readonly string[]): string {
  if (way.length > 1) return way.slice(-2).join("::");
  const own = stem(file);
  const module = own === "mod" ? basename(dirname(file)) : own;
  const isRoot = module === "lib" || module === "main" || basename(dirname(file)) === "bin";
  return (isRoot ? way : [module, ...way]).join("::");
}

function stem(file: string): string {
  const name = basename(file, extname(file));
  return name === "index" ? basename(dirname(file)) : name;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // gone since it was listed, or not allowed to be read: `check` says so
  }
}
