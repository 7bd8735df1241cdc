import { basename, dirname, join } from "node:path";
import {
  AUTO_IMPORTS,
  COMPONENT_NAMES,
  FRAMEWORK_MODULES,
  INJECTED,
  PROVIDED,
} from "../../detect/javascript/names/virtual-modules.ts";
import type { Node } from "../../detect/javascript/syntax/nodes.ts";
import type { Alias, DefinedWrapper } from "../../breadcrumb/index.ts";
import { readSettings, SETTINGS_KEY, settingsFor, type Settings } from "../../settings.ts";
import { mayCall, mayHoldBreadcrumbs } from "../../detect/words.ts";
import type { Project } from "../project.ts";
import { isBundled, readText } from "../text.ts";
import type { FactMemory } from "./fact-memory.ts";
import type { FactReader, FileFacts } from "./facts.ts";
import { parametersOf, validSettings, withFound, type Found, type FoundWrapper } from "./found.ts";
import { ModuleResolver } from "./module-resolver.ts";

/** `export { a }`, `export * from`, `export default a;`, `export const a = b;`, `module.exports = a` */
const PASSES_ON =
  /\bexport\s*(?:type\s+)?[{*]|\bexports\b|\bexport\s+(?:default|(?:const|let|var)[^=\n]*=)\s+[\w$.]+\s*(?:[;\n]|$)/u;

/** The values that a container or framework provides. */
export interface Registered {
  /** The way from the module of the token. */
  readonly way: readonly string[];
  readonly file: string;
  readonly path: readonly string[];
}

/** Modules of frameworks that stand for others. */
const MEANS: Readonly<Record<string, string>> = { "#app": AUTO_IMPORTS, "nuxt/app": AUTO_IMPORTS };
const VIRTUAL: ReadonlySet<string> = new Set([
  AUTO_IMPORTS,
  COMPONENT_NAMES,
  INJECTED,
  PROVIDED,
  ...FRAMEWORK_MODULES,
  ...Object.keys(MEANS),
]);

/** The modules of frameworks, in quotes: a file that imports one may pass its application on. */
const FRAMEWORK = new RegExp(`["'](?:${[...FRAMEWORK_MODULES].join("|")})["']`, "u");

/** Whether a module is one of a framework, under which it hands out what others register. */
export function isVirtual(module: string): boolean {
  return VIRTUAL.has(module);
}

const AUTO_FOLDERS = ["composables", "utils", "stores"];

/** The modules of Nuxt applications whose exports need no import. */
function autoImported(files: readonly string[]): readonly string[] {
  const roots = files.flatMap((file) => (/^nuxt\.config\.\w+$/u.test(basename(file)) ? [dirname(file)] : []));
  const folders = new Set(
    roots.flatMap((root) => [
      ...["", "app", "src"].flatMap((below) => AUTO_FOLDERS.map((folder) => join(root, below, folder))),
      join(root, "server", "utils"),
      join(root, "shared", "utils"),
    ]),
  );
  if (folders.size === 0) return [];
  return files.filter((file) => {
    const folder = dirname(file);
    return folders.has(folder) || (/^index\.\w+$/u.test(basename(file)) && folders.has(dirname(folder)));
  });
}

/** What is known so far of a project's files. A file is read once, and parsed only when needed. */
export class ProjectFacts {
  readonly project: Project;
  readonly modules: ModuleResolver;
  readonly #reader: FactReader;
  readonly #memory: FactMemory | undefined;
  readonly #texts = new Map<string, string>();
  readonly #facts = new Map<string, FileFacts>();
  /** The settings with which each file was parsed. */
  readonly #bases = new Map<string, string>();
  readonly #unparsed = new Set<string>();
  /** Wrappers under the names that files have for what is handed to them, by these files. */
  readonly #handed = new Map<string, FoundWrapper[]>();
  readonly #settings = new Map<unknown, Settings>();
  #found: Found = { wrappers: [], modules: [] };
  /** By the modules of the tokens. */
  readonly #registered = new Map<string, Map<string, Registered>>();
  #autoImporting: readonly string[] | undefined;

  constructor(project: Project, reader: FactReader, memory?: FactMemory) {
    this.project = project;
    this.#reader = reader;
    this.#memory = memory;
    this.modules = new ModuleResolver(project.files, project.base);
  }

  /** The facts of the parsed files. */
  get all(): readonly FileFacts[] {
    return [...this.#facts.values()];
  }

  /** The results so far. */
  get found(): Found {
    return this.#found;
  }

  /** The files that no parser could read. */
  get unparsed(): readonly string[] {
    return [...this.#unparsed];
  }

  /** The files to which others hand wrappers. */
  get handed(): readonly string[] {
    return [...this.#handed.keys()];
  }

  /** The wrappers that others hand to a file, where the file calls them: their names mean something there alone. */
  handedWrappers(): readonly FoundWrapper[] {
    return [...this.#handed].flatMap(([file, wrappers]) =>
      wrappers.flatMap((wrapper): readonly FoundWrapper[] => {
        const { name } = wrapper.entry;
        const calls = this.#facts.get(file)?.crumbs.filter(({ entry, callee }) => {
          return entry === "wrapper" && `.${callee.replaceAll(/[?!]/gu, "")}`.endsWith(`.${name}`);
        });
        return calls === undefined || calls.length === 0
          ? []
          : [{ ...wrapper, calls: new Map([[file, calls.length]]) }];
      }),
    );
  }

  /** Has files be parsed with what was found from now on. */
  know(found: Found): void {
    this.#found = found;
    this.#settings.clear();
  }

  /** Has a file be parsed with a wrapper under a name of its own, for what it is handed. */
  hand(
    file: string,
    name: string,
    { wrapper, definedIn }: { readonly wrapper: DefinedWrapper; readonly definedIn: string },
  ): void {
    const known = this.#handed.get(file) ?? [];
    this.#handed.set(file, known);
    if (known.some(({ entry }) => entry.name === name)) return;
    const entry = { name, files: this.patternOf(file), ...parametersOf(wrapper) };
    known.push({ entry, name: wrapper.name, file: definedIn, calls: new Map() });
  }

  /** The pattern of a path below the project's folder, wherever that is. */
  patternOf(path: string): string {
    return `*${path.slice(this.project.base.length)}`.replaceAll("\\", "/");
  }

  /** The contents of the files. */
  *read(files: readonly string[]): Generator<readonly [path: string, text: string], void, undefined> {
    for (const path of files) {
      const text = this.#textOf(path);
      if (text !== "") yield [path, text];
    }
  }

  /** Parses a file with what is known now. @returns undefined where no parser can read it */
  parse(path: string): FileFacts | undefined {
    const text = this.#textOf(path);
    const settings = this.#settingsFor(path);
    const known = this.#facts.get(path);
    // Of all that was found, a file can be told apart by what it names, if it records anything.
    const isRecording = mayHoldBreadcrumbs(text, settings, undefined, path);
    const named = settings.wrappers.filter(
      (wrapper) => (isRecording || wrapper.calls !== undefined) && mayCall(text, wrapper),
    );
    const basis = JSON.stringify({ ...settings, wrappers: named });
    if (known !== undefined && this.#bases.get(path) === basis) return known;
    this.#bases.set(path, basis);
    const read = (): FileFacts | undefined =>
      this.#reader.factsOf(path, text, settings, ({ module, name }) => this.#constantsOf(path, module, name));
    const facts = this.#memory === undefined ? read() : this.#memory.factsOf(path, basis, read);
    if (facts === undefined) this.#unparsed.add(path);
    else this.#facts.set(path, facts);
    if (facts !== undefined) this.#register(facts);
    return facts;
  }

  /** The facts of a file; parses the file if needed. */
  at(path: string): FileFacts | undefined {
    return this.#facts.get(path) ?? this.parse(path);
  }

  /** The facts of a parsed file. */
  known(path: string): FileFacts | undefined {
    return this.#facts.get(path);
  }

  /** The exports of a module. One that was not parsed has none unless it may pass on what it has from others. */
  exportsOf(file: string): FileFacts["exports"] {
    return (this.#facts.get(file) ?? this.#passingOn(file))?.exports ?? [];
  }

  /** A module's re-exports. */
  aliasesOf(file: string): readonly Alias[] {
    return file.endsWith(".rs") || isVirtual(file) || this.#unparsed.has(file) ? [] : (this.at(file)?.aliases ?? []);
  }

  /** The file of the project that a module is; a framework's own modules stand for themselves. */
  fileOf(module: string, importer: string): string | undefined {
    if (module === ".") return importer;
    return isVirtual(module) ? (MEANS[module] ?? module) : this.modules.resolve(module, importer);
  }

  /** The folder of the package that a file is in; undefined outside of any. */
  packageOf(path: string): string | undefined {
    return this.modules.manifests.above(path)[0]?.folder;
  }

  /** What containers and frameworks provide for a module's tokens. */
  registeredAt(file: string): readonly Registered[] {
    return [...(this.#registered.get(file)?.values() ?? [])];
  }

  /** Whether a container makes something of a file, and so passes what it needs by its name. */
  isMadeByContainer(path: string): boolean {
    return this.registeredAt(INJECTED).some(({ file }) => file === path);
  }

  /** The modules from which Nuxt auto-imports a name. */
  autoImporting(): readonly string[] {
    this.#autoImporting ??= autoImported(this.project.files);
    return this.#autoImporting;
  }

  /** The settings of a file with what was found so far. */
  settingsOf(path: string): Settings {
    const raw = this.project.settingsOf(path)[SETTINGS_KEY];
    let settings = this.#settings.get(raw);
    if (settings === undefined) this.#settings.set(raw, (settings = validSettings(withFound(raw, this.#found))));
    return settingsFor(settings, path, this.project.base);
  }

  /** The constants that a file imports. */
  #constantsOf(path: string, module: string, name: string): Node | undefined {
    const file = this.modules.resolve(module, path);
    if (file === undefined) return undefined;
    const constants = this.#reader.constantsOf(file, this.#textOf(file), name);
    // What the file tells then depends on another one.
    if (constants !== undefined) this.#memory?.forget(path);
    return constants;
  }

  #register({ path, aliases }: FileFacts): void {
    for (const { of, from } of aliases) {
      const at = of.module === "." ? undefined : this.fileOf(of.module, path);
      const file = at === undefined ? undefined : this.fileOf(from.module, path);
      if (at === undefined || file === undefined) continue;
      const registered = this.#registered.get(at) ?? new Map<string, Registered>();
      // A file that is parsed again registers the same again.
      registered.set(JSON.stringify([path, of.path, from]), { way: of.path, file, path: from.path });
      this.#registered.set(at, registered);
    }
  }

  #passingOn(file: string): FileFacts | undefined {
    const text = this.#textOf(file);
    const mayPassOn = PASSES_ON.test(text) || FRAMEWORK.test(text);
    return mayPassOn && !this.#unparsed.has(file) ? this.parse(file) : undefined;
  }

  #settingsFor(path: string): Settings {
    const handed = this.#handed.get(path);
    const settings = this.settingsOf(path);
    if (handed === undefined) return settings;
    const { wrappers } = readSettings({ [SETTINGS_KEY]: { wrappers: handed.map(({ entry }) => entry) } });
    return { ...settings, wrappers: [...settings.wrappers, ...wrappers] };
  }

  #textOf(path: string): string {
    let text = this.#texts.get(path);
    if (text === undefined) this.#texts.set(path, (text = textOf(path)));
    return text;
  }
}

function textOf(path: string): string {
  try {
    const { text, encoding } = readText(path);
    return encoding === undefined || isBundled(text) ? "" : text;
  } catch {
    return ""; // gone since it was listed, or not allowed to be read: `check` says so
  }
}
