import { dirname, join, sep } from "node:path";
import type { ImportedCall } from "../../breadcrumb/index.ts";
import { lastWord } from "../../detect/javascript/names/module-paths.ts";
import { INJECTED } from "../../detect/javascript/names/virtual-modules.ts";
import { matchesPattern } from "../../sentry/patterns.ts";
import type { Candidate, Place } from "./reexports.ts";
import type { FileFacts } from "./facts.ts";
import { Fillers, type Filler } from "./fillers.ts";
import { parametersOf, type FoundWrapper } from "./found.ts";
import { isOfInner, settingName, stem } from "./names.ts";
import { isVirtual, type ProjectFacts } from "./project-facts.ts";
import { candidateAt, isOfFramework, leadsToWrapper, MAX_HOPS } from "./reexports.ts";
import { remember } from "../../detect/remember.ts";
import type { RustModules, RustName } from "./rust-modules.ts";
import { moduleNames, type Spelling } from "./spellings.ts";
import { isTrial } from "./trials.ts";

/** `export *`, `import * as all … export {`, `exports.all = require(`: what all names of a module are passed on by. */
const PASSES_ALL_ON = /\bexport\s*\*|\bimport\s*\*[^]*\bexport\s*\{|\bexports\b[^;\n]*=\s*require\(/u;

/** What is known of one path to a candidate. */
interface Use {
  readonly candidate: Candidate;
  readonly name: string;
  /** The same for Rust. */
  readonly rust?: RustName;
  /** Of each of its calls. */
  readonly spellings: Imported[];
}

/** How a call's module is written, and which of its exports the call uses; undefined for the module itself. */
interface Imported extends Spelling {
  readonly exported: string | undefined;
  /** The whole way from the module to the function. */
  readonly path: readonly string[];
}

/** The calls to search for. */
interface Wanted {
  readonly candidates: readonly Candidate[];
  /** The names of the functions, including those in modules on the way. */
  readonly names: Set<string>;
  /** What is imported to call such a function: its name, or that of what it belongs to. */
  readonly imported: Set<string>;
  /** Where they come from, and the modules on the way. */
  readonly files: Set<string>;
  /** Those of the names by which a file may call a function without an import. */
  readonly unimported: Set<string>;
  /** Whether one is a default export, to which each import gives a name of its own. */
  isDefault: boolean;
}

/** The calls of candidates in other files, and what settings say of those that are called. */
export class Callers {
  readonly #facts: ProjectFacts;
  readonly #files: readonly string[];
  /** All candidates, of whichever round. */
  readonly #candidates: readonly Candidate[];
  readonly #uses = new Map<string, Use>();
  readonly #rust: RustModules;
  readonly #fillers: Fillers;
  readonly #rustNames = new Map<Candidate, readonly RustName[]>();
  /** By the name of a function as it is called: calls that led to no wrapper when they were looked at. */
  readonly #others = new Map<string, Map<string, { readonly call: ImportedCall; readonly path: string }>>();

  constructor(facts: ProjectFacts, candidates: readonly Candidate[], rust: RustModules) {
    this.#facts = facts;
    this.#rust = rust;
    this.#files = facts.project.files.filter((path) => !isTrial(facts.project, path));
    this.#candidates = candidates;
    this.#fillers = new Fillers(facts, this.#files, candidates);
  }

  /** Finds the calls of some candidates. @returns the files that call one */
  find(candidates: readonly Candidate[]): ReadonlySet<string> {
    const names = namesOf(candidates);
    const wanted = {
      candidates,
      names,
      imported: importedOf(candidates),
      files: new Set(candidates.map(({ file }) => file)),
      unimported: namesOf(candidates.filter(({ file }) => this.#needsNoImport(file))),
      isDefault: candidates.some(({ ways }) => ways.some(isDefaultExport)),
    };
    const callers = new Set<string>();
    let known = -1;
    // A module that passes a function on may give it another name, by which others call it.
    for (let hops = 0; sizeOf(wanted) > known && hops < MAX_HOPS; hops++) {
      known = sizeOf(wanted);
      for (const path of this.#callersOf(wanted)) callers.add(path);
    }
    return callers;
  }

  /** The wrappers that are called by now. */
  found(): readonly FoundWrapper[] {
    return joined([...this.#uses.values()].flatMap((use) => this.#entryOf(use)));
  }

  /** The names of those that are called, and that settings cannot tell from what may answer to the same calls. */
  doubtful(): readonly string[] {
    return [...this.#uses.values()].filter((use) => this.#entryOf(use).length === 0).map(({ name }) => name);
  }

  #callersOf(wanted: Wanted): ReadonlySet<string> {
    const { candidates, names, imported, files, unimported } = wanted;
    const callers = new Set<string>();
    if (names.size === 0) return callers;
    // Counting begins anew with each name that is added.
    for (const [key, { candidate }] of this.#uses) if (candidates.includes(candidate)) this.#uses.delete(key);
    const words = anyWord([...imported]);
    const unimportedWords = unimported.size === 0 ? undefined : anyWord([...unimported]);
    const stems = new Set([...files].map(stem));
    // A folder's module is imported as `./index` and `..` by the files in it.
    const ofFolders = [...files].some((file) => /[/\\]index\.\w+$/u.test(file)) ? ["index"] : [];
    const named = [...files].flatMap((file) => this.#facts.modules.namesFor(file));
    const imports = quotedWith([...stems, ...ofFolders, ...named]);
    for (const [path, text] of this.#facts.read(this.#files)) {
      if (path.endsWith(".rs")) {
        if (this.#useRust(path, text, candidates)) callers.add(path);
        continue;
      }
      const mayImport = wanted.isDefault || PASSES_ALL_ON.test(text) || words.test(text);
      const isImporting = mayImport && this.#isImporting(path, text, imports, { files, stems });
      if (!isImporting && unimportedWords?.test(text) !== true) continue;
      const facts = this.#facts.at(path);
      if (facts === undefined) continue;
      this.#followExports(facts, wanted);
      this.#followAliases(facts, wanted);
      if (this.#countCalls(facts, wanted)) callers.add(path);
    }
    return callers;
  }

  /**
   * Whether a text in quotes leads to a wanted module, or to one of the same name: settings have to tell these apart.
   * @param quoted finds the texts in quotes that may.
   */
  #isImporting(
    path: string,
    text: string,
    quoted: RegExp,
    { files, stems }: { readonly files: ReadonlySet<string>; readonly stems: ReadonlySet<string> },
  ): boolean {
    // Ember finds a service by the name of a field.
    if (text.includes("@ember/service") && [...files].some((file) => /[/\\]services[/\\]/u.test(file))) return true;
    for (const [, , specifier = ""] of text.matchAll(quoted)) {
      if (stems.has(stem(specifier))) return true;
      const target = this.#facts.fileOf(specifier, path);
      if (target !== undefined && files.has(target)) return true;
    }
    return false;
  }

  /** Adds a module that passes on what is wanted, and the names that it gives it. */
  #followExports({ path, exports }: FileFacts, wanted: Wanted): void {
    for (const { name, from } of exports) {
      const target = from && this.#facts.modules.resolve(from.module, path);
      if (from === undefined || target === undefined || target === path) continue;
      const isWhole = from.path.length === 0 && wanted.files.has(target);
      if (isWhole || leadsToWrapper(this.#facts, [target, from.path], wanted.candidates))
        this.#addName(path, name, [target, from.path], wanted);
    }
  }

  /** Adds the modules by which others reach what a file has of wanted ones. */
  #followAliases({ path, aliases }: FileFacts, wanted: Wanted): void {
    for (const { of, from } of aliases) {
      const at = this.#facts.fileOf(of.module, path);
      const target = this.#facts.fileOf(from.module, path);
      if (at === undefined || target === undefined) continue;
      if (leadsToWrapper(this.#facts, [target, from.path], wanted.candidates))
        this.#addName(at, lastWord(of.path) ?? "*", [target, from.path], wanted);
    }
  }

  /** Adds a module by which others reach a wanted function, or what it belongs to, and the name that it has there. */
  #addName(file: string, name: string, [target, path]: Place, wanted: Wanted): void {
    const { candidates, names, imported, files, unimported } = wanted;
    const isFunction = candidateAt(this.#facts, [target, path], candidates) !== undefined;
    files.add(file);
    if (name === "default") addAll(imported, [stem(file), ...names]);
    else if (name !== "*") imported.add(name);
    if (isFunction && name === "default") wanted.isDefault = true;
    else if (isFunction && name !== "*") names.add(name);
    if (this.#needsNoImport(file)) addAll(unimported, names);
  }

  /** Whether others reach what a module has without an import of it. */
  #needsNoImport(file: string): boolean {
    return isVirtual(file) || this.#facts.autoImporting().includes(file);
  }

  /** Counts the calls in a file. @returns whether there are any of candidates of other files */
  #countCalls({ path, calls }: FileFacts, { candidates, names }: Wanted): boolean {
    let isCaller = false;
    for (const call of calls) {
      const last = lastWord(call.path) ?? "default";
      if (last !== "default" && !names.has(last)) continue;
      const target = this.#targetOf(call, path);
      const candidate = target === undefined ? undefined : this.#candidateOf(call, [target, path], candidates);
      if (candidate === undefined || target === undefined) this.#addOther(call, path, target, names);
      else if (candidate.file !== path) {
        this.#use(candidate, call, path, target);
        isCaller = true;
      }
    }
    return isCaller;
  }

  /** The module of a call. A parameter may be anything where no container is known to pass it. */
  #targetOf({ module }: ImportedCall, path: string): string | undefined {
    return module === INJECTED && !this.#facts.isMadeByContainer(path) ? undefined : this.#facts.fileOf(module, path);
  }

  #candidateOf(
    call: ImportedCall,
    [target, importer]: readonly [string, string],
    candidates: readonly Candidate[],
  ): Candidate | undefined {
    const at = (some: readonly Candidate[]): Candidate | undefined =>
      candidateAt(this.#facts, [target, call.path], some, isOfInner(call));
    // Of what several applications have under one name, a file is given that of its own.
    const own = isVirtual(target) ? this.#facts.packageOf(importer) : undefined;
    const near =
      own === undefined ? [] : candidates.filter(({ definedIn }) => this.#facts.packageOf(definedIn) === own);
    return at(near) ?? at(candidates);
  }

  /** Keeps a call of a wanted name that leads to no candidate. */
  #addOther(call: ImportedCall, path: string, target: string | undefined, names: ReadonlySet<string>): void {
    const isWhole = target !== undefined && isOfFramework(this.#facts, [target, call.path]);
    for (const name of [settingName(call, undefined, isWhole), call.name]) {
      if (!names.has(lastWord(name.split(/\.|(?=\(\)$)/u)) ?? "")) continue;
      const others = this.#others.get(name) ?? new Map<string, { call: ImportedCall; path: string }>();
      this.#others.set(name, others.set([path, call.module, call.path[0]].join(" "), { call, path }));
    }
  }

  #use(candidate: Candidate, call: ImportedCall, path: string, target: string): void {
    const name = settingName(call, candidate, isOfFramework(this.#facts, [target, call.path]));
    const key = `${candidate.definedIn} ${candidate.file} ${candidate.ways.map((way) => way.join(".")).join(" ")} ${name}`;
    const use = this.#uses.get(key) ?? { candidate, name, spellings: [] };
    this.#uses.set(key, use);
    const isPackage = isVirtual(call.module) || this.#facts.modules.isPackage(call.module, path);
    const [exported] = call.path;
    use.spellings.push({
      specifier: call.module,
      importer: path,
      file: target,
      isPackage,
      exported,
      path: call.path,
    });
  }

  /** Rust names a function by the modules that it is in, whatever it is imported by. */
  #useRust(path: string, text: string, candidates: readonly Candidate[]): boolean {
    let isCaller = false;
    for (const candidate of candidates) {
      if (!candidate.file.endsWith(".rs") || candidate.file === path) continue;
      for (const rust of this.#rustNamesOf(candidate)) {
        const isNamed = rust.name.split(/::|[.!]/u).every((segment) => text.includes(segment));
        if (!isNamed || !this.#rust.isMeantIn(path, rust, candidate.file)) continue;
        const key = `${candidate.file} ${rust.name}`;
        if (!this.#uses.has(key)) this.#uses.set(key, { candidate, name: rust.name, rust, spellings: [] });
        isCaller = true;
      }
    }
    return isCaller;
  }

  #rustNamesOf(candidate: Candidate): readonly RustName[] {
    const known = this.#rustNames.get(candidate);
    if (known !== undefined) return known;
    const names = candidate.ways.flatMap((way) => this.#rust.namesOf(candidate.file, way));
    this.#rustNames.set(candidate, names);
    return names;
  }

  #entryOf(use: Use): readonly FoundWrapper[] {
    const { candidate, name, rust, spellings } = use;
    const { wrapper, definedIn } = candidate;
    const found = { name: wrapper.name, file: definedIn };
    if (rust !== undefined) return [{ ...found, calls: new Map(), entry: { ...rust, ...parametersOf(wrapper) } }];
    const rivals = [...this.#uses.values()].filter((each) => each.name === name && !isAlike(each, use));
    const { sure, unsure } = this.#bySureness(spellings);
    const others = [...this.#othersBy(name), ...rivals.flatMap((rival) => rival.spellings), ...unsure];
    return byExport(sure, others).flatMap(({ own, exported }): readonly FoundWrapper[] => {
      const rest = exported === undefined ? others : others.filter((other) => other.exported === exported);
      const { names, ...files } = this.#placesOf(own, rest);
      const [first] = names;
      if (first === undefined) return [];
      const from = names.length === 1 ? first : names;
      const place = { from, ...(exported !== undefined && { export: exported }), ...files };
      return [{ ...found, calls: callsIn(own), entry: { name, ...place, ...parametersOf(wrapper) } }];
    });
  }

  /** The calls that certainly reach a wrapper, and others that what is put into a framework may answer. */
  #bySureness(spellings: readonly Imported[]): {
    readonly sure: readonly Imported[];
    readonly unsure: readonly Written[];
  } {
    const sure: Imported[] = [];
    const unsure: Written[] = [];
    const known = new Map<string, readonly Filler[]>();
    for (const each of spellings) {
      const fillers = remember(known, [each.file, ...each.path].join(" "), () =>
        this.#fillers.at([each.file, each.path]),
      );
      if (this.#fillers.isSure(each.importer, fillers)) sure.push(each);
      else unsure.push(each);
      for (const { path, module, isWrapper } of fillers)
        if (!isWrapper) unsure.push({ specifier: module, importer: path, file: undefined, exported: undefined });
    }
    return { sure, unsure };
  }

  /**
   * How settings say where a wrapper comes from: by modules alone, or by the folder, too, around the files that call it
   * where others mean another module by the same text.
   */
  #placesOf(spellings: readonly Spelling[], others: readonly Written[]): { names: readonly string[]; files?: string } {
    const names = moduleNames(spellings, specifiersOf(others));
    const isWhole = spellings.every(({ specifier }) => names.some((each) => matchesPattern(each, specifier)));
    if (isWhole) return { names };
    const files = this.#facts.patternOf(join(folderAround(spellings.map(({ importer }) => importer)), "*"));
    const beside = others.filter(({ importer }) => matchesPattern(files, importer));
    return beside.length === others.length ? { names } : { names: moduleNames(spellings, specifiersOf(beside)), files };
  }

  /** How modules are written that a function of a name comes from which is none of the wrappers. */
  #othersBy(name: string): readonly Written[] {
    return [...(this.#others.get(name)?.values() ?? [])].flatMap(({ call, path }) => {
      const target = this.#targetOf(call, path);
      const isWrapper = target && this.#candidateOf(call, [target, path], this.#candidates);
      if (isWrapper !== undefined) return [];
      return [{ specifier: call.module, importer: path, file: target, exported: call.path[0] }];
    });
  }
}

/** The names by which functions are called. */
function namesOf(candidates: readonly Candidate[]): Set<string> {
  const names = new Set(candidates.flatMap(({ ways }) => ways.flatMap((way) => lastWord(way) ?? [])));
  // A default export has the name that each import gives it.
  for (const { file, ways } of candidates) {
    if (ways.some(isDefaultExport)) names.add(stem(file));
  }
  names.delete("default");
  return names;
}

function isDefaultExport(way: readonly string[]): boolean {
  return way[0] === "default" && lastWord(way) === "default";
}

/** What is imported to call some functions. What a default export is called each file decides, but not its members. */
function importedOf(candidates: readonly Candidate[]): Set<string> {
  return new Set(
    candidates.flatMap(({ file, ways }) =>
      ways.flatMap((way) => (way[0] === "default" ? [stem(file), lastWord(way) ?? ""] : way.slice(0, 1))),
    ),
  );
}

/** How much there is to search for. */
function sizeOf({ names, imported, files, unimported }: Wanted): number {
  return names.size + imported.size + files.size + unimported.size;
}

function addAll<T>(set: Set<T>, values: Iterable<T>): void {
  for (const value of values) set.add(value);
}

type Written = Pick<Imported, "specifier" | "importer" | "exported"> & { readonly file: string | undefined };

/** The calls by the export that they use, if others use another export of the module under the same name. */
function byExport(
  spellings: readonly Imported[],
  others: readonly Written[],
): readonly { readonly own: readonly Imported[]; readonly exported?: string | undefined }[] {
  const isMixed = others.some(({ file, exported }) =>
    spellings.some((each) => each.file === file && each.exported !== exported),
  );
  if (!isMixed) return [{ own: spellings }];
  return [...new Set(spellings.map(({ exported }) => exported))].map((exported) => ({
    own: spellings.filter((each) => each.exported === exported),
    exported,
  }));
}

/** How often each file calls. */
function callsIn(spellings: readonly Spelling[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const { importer } of spellings) calls.set(importer, (calls.get(importer) ?? 0) + 1);
  return calls;
}

function specifiersOf(written: readonly Written[]): ReadonlySet<string> {
  return new Set(written.map(({ specifier }) => specifier));
}

/** Whether settings say the same of two functions: for these it does not matter which one is called. */
function isAlike(one: Use, other: Use): boolean {
  const text = ({ candidate }: Use): string => JSON.stringify(parametersOf(candidate.wrapper));
  return text(one) === text(other);
}

/** The nearest folder that holds all of some files. */
function folderAround(files: readonly string[]): string {
  let [folder = ""] = files;
  while (folder !== dirname(folder) && !files.every((path) => path.startsWith(join(folder, sep)))) {
    folder = dirname(folder);
  }
  return folder;
}

function anyWord(words: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w$])(?:${words.map(escaped).join("|")})(?![\w$])`, "u");
}

/**
 * Finds the strings that contain one of some words, and those that name a folder above, such as `../..`. The last quote
 * is not taken, because it may be the first one of the next string: `"a"; import { track } from "./track"`.
 */
function quotedWith(words: readonly string[]): RegExp {
  const named = `[^"'\`\\n]*(?:${[...new Set(words)].map(escaped).join("|")})[^"'\`\\n]*`;
  return new RegExp(`(["'\`])(${named}|\\.\\.?(?:/\\.\\.)*/?)(?=\\1)`, "gu");
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

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
