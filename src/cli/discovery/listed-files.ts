import { basename, dirname, extname, join } from "node:path";
import { withoutEnding } from "./names.ts";

const ENDINGS = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".vue", ".svelte"];

/** The files of a project, found by what imports write of their paths. */
export class ListedFiles {
  readonly #files: readonly string[];
  readonly #known: ReadonlySet<string>;
  #byName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(files: readonly string[]) {
    this.#files = files;
    this.#known = new Set(files);
  }

  /** The file at a path, absolute, whose ending may be left out, or be that of what is compiled of it. */
  at(path: string): string | undefined {
    if (this.#known.has(path)) return path;
    const ending = extname(path);
    // An import of TypeScript names what the compiler writes.
    const bare = /^\.[mc]?jsx?$/u.test(ending) ? path.slice(0, -ending.length) : path;
    const bases = [path, bare, join(path, "index")];
    for (const base of bases) {
      const found = ENDINGS.map((each) => base + each).find((each) => this.#known.has(each));
      if (found !== undefined) return found;
    }
    return bases.map((base) => this.#oneOfPlatforms(base)).find((each) => each !== undefined);
  }

  /** The files whose paths end so, of several that an import cannot tell apart the one that it leads to. */
  endingIn(end: string): readonly string[] {
    const bare = this.#named(end).map((path) => withoutEnding(path));
    const ending = bare.filter((path) => path.endsWith(`/${end}`) || path.endsWith(`/${end}/index`));
    return [...new Set(ending)].flatMap((path) => this.at(path) ?? []);
  }

  /** The first of the files that bundlers choose from by the platform. */
  #oneOfPlatforms(base: string): string | undefined {
    return this.#named(base).find((path) => withoutEnding(path) === base && ENDINGS.includes(extname(path)));
  }

  /** The files with the name that a path ends in. @param path without an ending, `lib/track` */
  #named(path: string): readonly string[] {
    this.#byName ??= groupByName(this.#files);
    return this.#byName.get(basename(path)) ?? [];
  }
}

function groupByName(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const last = basename(withoutEnding(path));
    for (const name of last === "index" ? [last, basename(dirname(path))] : [last]) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [path]);
      else group.push(path);
    }
  }
  return groups;
}
