import { basename, dirname, extname, join } from "node:path";

const ENDINGS = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".vue", ".svelte"];

/** The files of a project, found by what imports write of their paths. */
export class ListedFiles {
  readonly #files: readonly string[];
  readonly #known: ReadonlySet<string>;
  #byBasename: ReadonlyMap<string, readonly string[]> | undefined;

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
    for (const base of [path, bare, join(path, "index")]) {
      const found = ENDINGS.map((each) => base + each).find((each) => this.#known.has(each));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The files whose paths end so. @param end without an ending, `lib/track` */
  endingIn(end: string): readonly string[] {
    this.#byBasename ??= groupByBasename(this.#files);
    return (this.#byBasename.get(end.slice(end.lastIndexOf("/") + 1)) ?? []).filter((path) => {
      const bare = path.slice(0, -extname(path).length);
      return bare.endsWith(`/${end}`) || bare.endsWith(`/${end}/index`);
    });
  }
}

function groupByBasename(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const last = basename(path, extname(path));
    for (const name of last === "index" ? [last, basename(dirname(path))] : [last]) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [path]);
      else group.push(path);
    }
  }
  return groups;
}
