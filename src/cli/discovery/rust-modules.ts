import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Export } from "../../breadcrumb/index.ts";
import { dependenciesIn } from "../../cargo.ts";
import { textAt } from "./disk.ts";
import { foldersAbove } from "./manifests.ts";
import type { FoundModule, WrapperEntry } from "./found.ts";
import type { ProjectFacts } from "./project-facts.ts";

/** `pub use`, which modules pass on names of others by. */
const PASSES_ON = /\bpub(?:\s*\([^)]*\))?\s+use\b/u;

/** `pub use super::*`, which names nothing of what it passes on. */
const PASSES_ALL_ON = /\b(?:crate|self|super)::\*/u;

/** What a path has that a `use` of it has not: the mark of a macro, the method of a type. */
const MEMBER = /[.!].*$/u;

/** A function that goes by more names than that is generated. */
const MAX_NAMES = 32;

/** The packages that record breadcrumbs, or have their types. */
const SDK = /^sentry(?:-core|-types)?$/u;

/** A crate of the project. */
interface Crate {
  readonly folder: string;
  /** Its names in other crates: its own name, and renames in their dependencies. */
  readonly names: readonly string[];
}

/** Something in a crate, by the modules that lead to it from its root. */
interface Place {
  readonly crate: Crate;
  readonly path: readonly string[];
}

/** A name of something, and where it means that. */
export type RustName = Pick<WrapperEntry, "name" | "from" | "files">;

/** The crates of a project, and the names by which their modules pass on what they have. */
export class RustModules {
  readonly #facts: ProjectFacts;
  readonly #files: readonly string[];
  readonly #crates = new Map<string, Crate>();
  readonly #folders = new Map<string, string>();
  readonly #manifests = new Map<string, string>();
  /** Whether the project has only one crate, so a function need not be limited to it. */
  readonly #isOnlyCrate: boolean;

  constructor(facts: ProjectFacts) {
    this.#facts = facts;
    this.#files = facts.project.files.filter((path) => path.endsWith(".rs"));
    for (const path of this.#files) this.#folders.set(path, crateFolder(path));
    for (const folder of new Set(this.#folders.values())) {
      for (const each of foldersAbove(join(folder, "Cargo.toml"), facts.project.base))
        this.#manifests.set(each, manifestIn(each));
    }
    const crates = [...new Set(this.#folders.values())].filter((folder) => this.#manifests.get(folder) !== "");
    this.#isOnlyCrate = crates.length < 2;
  }

  /** The SDK's crates under the names that manifests give them: `crash = { package = "sentry" }`. */
  renamedSdks(): readonly FoundModule[] {
    const found = [...this.#manifests].flatMap(([folder, manifest]) =>
      renamesIn(manifest).flatMap(([name, crate]) =>
        SDK.test(crate) ? { name, file: join(folder, "Cargo.toml") } : [],
      ),
    );
    return [...new Map(found.map((each) => [each.name, each])).values()].flatMap(({ name, file }) => {
      const uses = new RegExp(String.raw`\b${name}::`, "gu");
      const counted = [...this.#facts.read(this.#files)].map(
        ([path, text]) => [path, [...text.matchAll(uses)].length] as const,
      );
      const calls = new Map(counted.filter(([, number]) => number > 0));
      return calls.size === 0 ? [] : [{ names: [name], file, calls }];
    });
  }

  /** The names by which settings tell a function of a file: in its own crate, and in others. */
  namesOf(file: string, way: readonly string[]): readonly RustName[] {
    const crate = this.#crateOf(file);
    const [first] = way;
    const own: Place = { crate, path: first === "crate" ? way.slice(1) : [...moduleOf(crate, file), ...way] };
    if (isMacro(own) && first !== "crate") return this.#namesWithin(own);
    return this.#reaching(own).flatMap((place) => [...this.#namesWithin(place), ...this.#namesOutside(place)]);
  }

  /** Whether a file is where a name of a function is meant: one that begins with its crate is for the others. */
  isMeantIn(path: string, { name }: RustName, definedIn: string): boolean {
    const crate = this.#crateOf(definedIn);
    const isOutside = crate.names.some((each) => name.startsWith(`${each}::`));
    return !isOutside || this.#crateOf(path) !== crate;
  }

  #namesWithin(place: Place): readonly RustName[] {
    const { crate, path } = place;
    const files = this.#isOnlyCrate ? {} : { files: this.#facts.patternOf(join(crate.folder, "*")) };
    const name = path.slice(-2).join("::");
    if (isMacro(place)) return [{ name: path.slice(-1).join(""), ...files }];
    return [path.length > 1 || name.includes(".") ? { name, ...files } : { name, from: "crate", ...files }];
  }

  #namesOutside({ crate, path }: Place): readonly RustName[] {
    return this.#isOnlyCrate ? [] : crate.names.map((name) => ({ name: [name, ...path].join("::") }));
  }

  /** A place, and all that lead to it by `pub use`. */
  #reaching(own: Place): readonly Place[] {
    const found = [own];
    for (const place of found) {
      const named = [...place.crate.names, ...place.path.map((segment) => segment.replace(MEMBER, ""))];
      for (const [path, text] of this.#facts.read(this.#files)) {
        if (!PASSES_ON.test(text) || !(PASSES_ALL_ON.test(text) || named.some((name) => text.includes(name)))) continue;
        for (const each of this.#facts.at(path)?.exports ?? []) {
          const next = this.#passedOn(path, each, place);
          const isKnown = next === undefined || found.some((other) => isSame(other, next));
          if (!isKnown && found.length < MAX_NAMES) found.push(next);
        }
      }
    }
    return found;
  }

  /** Where a file passes something on, if it does. */
  #passedOn(file: string, { name, from }: Export, place: Place): Place | undefined {
    if (from === undefined) return undefined;
    const crate = this.#crateOf(file);
    const module = [...moduleOf(crate, file), ...from.module.split("::").filter(Boolean)];
    const used = this.#placeOf(crate, module, from.path);
    const rest = place.path.slice(used.path.length);
    const isAround = used.crate === place.crate && used.path.every((each, index) => isSegment(place.path[index], each));
    if (!isAround || (name === "*" && rest.length === 0)) return undefined;
    const member = rest.length === 0 ? (MEMBER.exec(place.path.at(-1) ?? "")?.[0] ?? "") : "";
    return { crate, path: [...module, ...(name === "*" ? [] : [`${name}${member}`]), ...rest] };
  }

  /** The target of a `use` path in a module. */
  #placeOf(crate: Crate, module: readonly string[], path: readonly string[]): Place {
    let base = module;
    let rest = path;
    if (rest[0] === "crate") return { crate, path: rest.slice(1) };
    for (; rest[0] === "self" || rest[0] === "super"; rest = rest.slice(1)) {
      if (rest[0] === "super") base = base.slice(0, -1);
    }
    const named = rest === path ? this.#crateNamed(rest[0] === "" ? rest[1] : rest[0]) : undefined;
    if (named !== undefined) return { crate: named, path: rest.slice(rest[0] === "" ? 2 : 1) };
    return { crate, path: [...base, ...rest] };
  }

  #crateNamed(name: string | undefined): Crate | undefined {
    const all = [...this.#folders.keys()].map((path) => this.#crateOf(path));
    return all.find(({ names }) => name !== undefined && names.includes(name));
  }

  #crateOf(file: string): Crate {
    const folder = this.#folders.get(file) ?? crateFolder(file);
    const known = this.#crates.get(folder);
    if (known !== undefined) return known;
    const crate = { folder, names: namesIn(this.#manifests.get(folder) ?? "", [...this.#manifests.values()]) };
    this.#crates.set(folder, crate);
    return crate;
  }
}

function isMacro({ path }: Place): boolean {
  return path.at(-1)?.endsWith("!") === true;
}

/** A macro is imported without its mark, and a method with its type. */
function isSegment(segment: string | undefined, name: string): boolean {
  return segment?.replace(MEMBER, "") === name;
}

function isSame(one: Place, other: Place): boolean {
  return one.crate === other.crate && one.path.join("::") === other.path.join("::");
}

/** The modules that a file is in, from the root of its crate: `a::b` for `src/a/b.rs` and `src/a/b/mod.rs`. */
function moduleOf({ folder }: Crate, file: string): readonly string[] {
  const [first = "", ...rest] = relative(folder, file).replace(/\.rs$/u, "").split(sep);
  const path = first === "src" ? rest : [first, ...rest];
  const isRoot = path.length === 1 || path[0] === "bin";
  if (isRoot && (path[0] === "bin" || path[0] === "lib" || path[0] === "main")) return [];
  return path.at(-1) === "mod" ? path.slice(0, -1) : path;
}

/** The folder of the crate that a file belongs to: what a `Cargo.toml` stands in, or else the one above `src`. */
function crateFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "Cargo.toml"))) return folder;
  }
  const source = file.lastIndexOf(join(sep, "src", sep));
  return source === -1 ? dirname(file) : file.slice(0, source);
}

/** The manifest of the crate in a folder; empty where there is none. */
function manifestIn(folder: string): string {
  return textAt(join(folder, "Cargo.toml"));
}

/** The names of a crate in code: from its manifest, and from dependencies that rename it. */
function namesIn(manifest: string, manifests: readonly string[]): readonly string[] {
  const section = (head: string): string =>
    new RegExp(String.raw`^\s*\[${head}\]([^[]*)`, "mu").exec(manifest)?.[1] ?? "";
  const nameIn = (text: string): string | undefined => /^\s*name\s*=\s*"([^"]+)"/mu.exec(text)?.[1];
  const packageName = nameIn(section("package"));
  if (packageName === undefined) return [];
  const own = nameIn(section("lib")) ?? packageName;
  const given = manifests.flatMap(renamesIn).flatMap(([alias, name]) => (name === packageName ? alias : []));
  return [...new Set([own.replaceAll("-", "_"), ...given])];
}

/** The dependencies that a manifest renames: their names in code, and those of their packages. */
function renamesIn(manifest: string): readonly (readonly [name: string, crate: string])[] {
  const tables = ["dependencies", "dev-dependencies", "build-dependencies", "workspace.dependencies"];
  return dependenciesIn(manifest, tables).flatMap(({ name, crate }) =>
    name === crate ? [] : [[name.replaceAll("-", "_"), crate]],
  );
}
