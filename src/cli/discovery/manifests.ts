import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The entries of a `package.json` that concern imports. */
export interface Manifest {
  readonly folder: string;
  readonly name: string | undefined;
  /** Where the package's own name may lead, from its folder. */
  readonly main: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  /** Whether a framework for pages is among them. */
  readonly hasPages: boolean;
}

/** Frameworks for what runs in a browser. */
const FOR_PAGES = /^(?:@angular\/core|astro|next|nuxt|preact|react|solid-js|svelte|vue)$/u;

/** The folder of a file and those around it, up to one. */
export function* foldersAbove(path: string, root: string): Generator<string, void, undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    yield folder;
    if (folder === root || folder === dirname(folder)) return;
  }
}

/** The `package.json` files of a project, each read once. */
export class Manifests {
  readonly #files: readonly string[];
  readonly #root: string;
  readonly #byFolder = new Map<string, Manifest | undefined>();
  #around: readonly string[] | undefined;
  #byName: ReadonlyMap<string, Manifest> | undefined;

  constructor(files: readonly string[], root: string) {
    this.#files = files;
    this.#root = root;
  }

  /** The manifests in the folders above a file, the nearest first. */
  above(file: string): readonly Manifest[] {
    return [...foldersAbove(file, this.#root)].map((folder) => this.#in(folder)).filter((each) => each !== undefined);
  }

  /** The folders below one that are packages of their own, as far as listed files lie in them. */
  below(folder: string): readonly string[] {
    const inner = this.#folders().filter((each) => each !== folder && each.startsWith(join(folder, sep)));
    return inner.filter((each) => this.#in(each) !== undefined).sort();
  }

  /** The package of the workspace that a specifier names, and what it names in it. */
  packageOf(specifier: string): readonly [manifest: Manifest, rest: string] | undefined {
    const [, name = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/u.exec(specifier) ?? [];
    const manifest = this.#workspace().get(name);
    return manifest && [manifest, rest];
  }

  #workspace(): ReadonlyMap<string, Manifest> {
    if (this.#byName === undefined) {
      const found = this.#folders()
        .map((folder) => this.#in(folder))
        .filter((manifest) => manifest !== undefined);
      this.#byName = new Map(found.flatMap((each) => (each.name === undefined ? [] : [[each.name, each]])));
    }
    return this.#byName;
  }

  #folders(): readonly string[] {
    this.#around ??= [...new Set(this.#files.flatMap((path) => [...foldersAbove(path, this.#root)]))];
    return this.#around;
  }

  #in(folder: string): Manifest | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, readManifest(folder));
    return this.#byFolder.get(folder);
  }
}

/** A folder's `package.json`; undefined if there is none. Never throws. */
function readManifest(folder: string): Manifest | undefined {
  try {
    const json = record(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    const dependencies = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    const names = dependencies.flatMap((key) => Object.keys(record(json[key])));
    const entries = [json["source"], json["module"], json["main"], json["types"], ...textsIn(json["exports"])];
    return {
      folder,
      name: typeof json["name"] === "string" ? json["name"] : undefined,
      main: entries.filter((entry) => typeof entry === "string"),
      dependencies: new Set(names),
      hasPages: names.some((each) => FOR_PAGES.test(each)),
    };
  } catch {
    return undefined;
  }
}

/** The files that `exports` names for the package itself. */
function textsIn(exports: unknown): readonly string[] {
  if (typeof exports === "string") return [exports];
  const own = record(exports);
  const main = own["."] === undefined ? (Object.keys(own).some((key) => key.startsWith(".")) ? {} : own) : own["."];
  return typeof main === "string" ? [main] : Object.values(record(main)).flatMap((value) => textsIn(value));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
