import { readFileSync } from "node:fs";
import type { DefinedWrapper } from "../../breadcrumb/index.ts";
import { readSettings, SETTINGS_KEY, settingsFor, type Settings } from "../../settings.ts";
import type { Project } from "../project.ts";
import type { FactReader, FileFacts } from "./facts.ts";
import { parametersOf, validSettings, withFound, type Found, type WrapperEntry } from "./found.ts";
import { ModuleResolver } from "./module-resolver.ts";

/** `export { a }`, `export * from`, `export default a;`, `export const a = b;`, `module.exports = a` */
const PASSES_ON =
  /\bexport\s*(?:type\s+)?[{*]|\bexports\b|\bexport\s+(?:default|(?:const|let|var)[^=\n]*=)\s+[\w$.]+\s*(?:[;\n]|$)/u;

/** What is known so far of a project's files. A file is read once, and parsed when somebody has to know of it. */
export class ProjectFacts {
  readonly project: Project;
  readonly modules: ModuleResolver;
  readonly #reader: FactReader;
  readonly #texts = new Map<string, string>();
  readonly #facts = new Map<string, FileFacts>();
  readonly #unparsed = new Set<string>();
  /** Wrappers by the names that the files have for what is handed to them. */
  readonly #handed = new Map<string, WrapperEntry[]>();
  readonly #settings = new Map<unknown, Settings>();
  #found: Found = { wrappers: [], modules: [] };

  constructor(project: Project, reader: FactReader) {
    this.project = project;
    this.#reader = reader;
    this.modules = new ModuleResolver(project.files, project.base);
  }

  /** What is known of the files that were parsed. */
  get all(): readonly FileFacts[] {
    return [...this.#facts.values()];
  }

  /** What was found so far. */
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

  /** Has files be parsed with what was found from now on. */
  know(found: Found): void {
    this.#found = found;
    this.#settings.clear();
  }

  /** Has a file be parsed with a wrapper under a name of its own, for what it is handed. */
  hand(file: string, name: string, wrapper: DefinedWrapper): void {
    const entries = this.#handed.get(file) ?? [];
    this.#handed.set(file, entries);
    if (!entries.some((entry) => entry.name === name)) entries.push({ name, ...parametersOf(wrapper) });
  }

  /** Parses the files anew to which wrappers were handed, without those. */
  forgetHanded(): void {
    const files = this.handed;
    this.#handed.clear();
    for (const path of files) this.parse(path);
  }

  /** The texts of those files that have any. */
  *read(files: readonly string[]): Generator<readonly [path: string, text: string], void, undefined> {
    for (const path of files) {
      const text = this.#textOf(path);
      if (text !== "" && !text.includes("\0")) yield [path, text];
    }
  }

  /** Parses a file with what is known now. @returns undefined where no parser can read it */
  parse(path: string): FileFacts | undefined {
    const facts = this.#reader.factsOf(path, this.#textOf(path), this.#settingsFor(path));
    if (facts === undefined) this.#unparsed.add(path);
    else this.#facts.set(path, facts);
    return facts;
  }

  /** What is known of a file, which is parsed if it was not. */
  at(path: string): FileFacts | undefined {
    return this.#facts.get(path) ?? this.parse(path);
  }

  /** What is known of a file that was parsed. */
  known(path: string): FileFacts | undefined {
    return this.#facts.get(path);
  }

  /** The exports of a module. One that was not parsed has none unless it may pass on what it has from others. */
  exportsOf(file: string): FileFacts["exports"] {
    return (this.#facts.get(file) ?? this.#passingOn(file))?.exports ?? [];
  }

  /** The settings of a file with what was found so far. */
  settingsOf(path: string): Settings {
    const raw = this.project.settingsOf(path)[SETTINGS_KEY];
    let settings = this.#settings.get(raw);
    if (settings === undefined) this.#settings.set(raw, (settings = validSettings(withFound(raw, this.#found))));
    return settingsFor(settings, path);
  }

  #passingOn(file: string): FileFacts | undefined {
    return PASSES_ON.test(this.#textOf(file)) && !this.#unparsed.has(file) ? this.parse(file) : undefined;
  }

  #settingsFor(path: string): Settings {
    const handed = this.#handed.get(path);
    const settings = this.settingsOf(path);
    if (handed === undefined) return settings;
    const { wrappers } = readSettings({ [SETTINGS_KEY]: { wrappers: handed } });
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
    return readFileSync(path, "utf8");
  } catch {
    return ""; // gone since it was listed, or not allowed to be read: `check` says so
  }
}
