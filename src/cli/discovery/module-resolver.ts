import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { createPathsMatcher, getTsconfig } from "get-tsconfig";

/** Tells which file of the project an import leads to. */
export interface ModuleResolver {
  /** @returns undefined for what is not of the project, or cannot be told. */
  resolve(specifier: string, importer: string): string | undefined;
  /** Whether a specifier is the name of a package of the workspace, and therefore the same everywhere. */
  isPackage(specifier: string, importer: string): boolean;
  /** What may stand in an import that leads to a file, where its own name does not: its package, an alias for it. */
  namesFor(file: string): readonly string[];
}

const ENDINGS = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".vue", ".svelte"];

/** Where the paths of a project are written down; the second is what Vite's templates have. */
const TSCONFIGS = ["tsconfig.json", "tsconfig.app.json", "tsconfig.base.json", "jsconfig.json"];

/** What stands before the path in an alias of a bundler: `@/lib`, `~/lib`, `#lib`, `$lib`, `src/lib`. */
const ALIAS = /^(?:[@~#$][\w-]*\/|[@~#$](?=\w))/u;

interface Manifest {
  readonly folder: string;
  readonly name: string | undefined;
  readonly main: readonly string[];
  readonly dependencies: ReadonlySet<string>;
}

/**
 * @param files all files of the project, absolute.
 * @param root the folder above which nothing is looked for, absolute.
 */
export function createModuleResolver(files: readonly string[], root: string): ModuleResolver {
  const known = new Set(files);
  const manifests = new Map<string, Manifest | undefined>();
  const matchers = new Map<string, readonly ((specifier: string) => string[])[]>();
  const aliases = new Map<string, readonly string[]>();
  let packages: ReadonlyMap<string, Manifest> | undefined;
  let byBasename: ReadonlyMap<string, readonly string[]> | undefined;

  function fileAt(path: string): string | undefined {
    if (known.has(path)) return path;
    const ending = extname(path);
    // An import of TypeScript names what the compiler writes.
    const bare = /^\.[mc]?jsx?$/u.test(ending) ? path.slice(0, -ending.length) : path;
    for (const base of [path, bare, join(path, "index")]) {
      const found = ENDINGS.map((each) => base + each).find((each) => known.has(each));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function manifestIn(folder: string): Manifest | undefined {
    if (!manifests.has(folder)) manifests.set(folder, readManifest(folder));
    return manifests.get(folder);
  }

  function* foldersAbove(path: string): Generator<string, void, undefined> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      yield folder;
      if (folder === root || folder === dirname(folder)) return;
    }
  }

  function workspace(): ReadonlyMap<string, Manifest> {
    if (packages === undefined) {
      const folders = new Set(files.flatMap((path) => [...foldersAbove(path)]));
      const found = [...folders].map(manifestIn).filter((manifest) => manifest !== undefined);
      packages = new Map(found.flatMap((manifest) => (manifest.name === undefined ? [] : [[manifest.name, manifest]])));
    }
    return packages;
  }

  function packageOf(specifier: string): readonly [Manifest, string] | undefined {
    const [, name = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/u.exec(specifier) ?? [];
    const manifest = workspace().get(name);
    return manifest && [manifest, rest];
  }

  function inPackage(specifier: string): string | undefined {
    const [manifest, rest] = packageOf(specifier) ?? [];
    if (manifest === undefined || rest === undefined) return undefined;
    const places =
      rest === "" ? [...manifest.main, "src/index", "src", "index", "lib/index"] : [rest, join("src", rest)];
    return firstOf(places, (place) => fileAt(join(manifest.folder, place)));
  }

  function matchersIn(folder: string): readonly ((specifier: string) => string[])[] {
    let found = matchers.get(folder);
    if (found === undefined) {
      const paths = TSCONFIGS.flatMap((name) => pathsOf(join(folder, name)) ?? []);
      found = paths.map(({ match }) => match);
      matchers.set(folder, found);
      aliases.set(
        folder,
        paths.flatMap((each) => each.aliases),
      );
    }
    return found;
  }

  /** The aliases of tsconfigs that stand for one module, whatever it is called. */
  function aliasesAbove(file: string): readonly string[] {
    return [...foldersAbove(file)].flatMap((folder) => {
      matchersIn(folder);
      return aliases.get(folder) ?? [];
    });
  }

  function byPaths(specifier: string, importer: string): string | undefined {
    return firstOf([...foldersAbove(importer)], (folder) =>
      firstOf(matchersIn(folder), (match) => firstOf(match(specifier), (path) => fileAt(resolve(path)))),
    );
  }

  /** The one file that an alias can mean which some bundler's config defines. */
  function byEnding(specifier: string, importer: string): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? "";
    if ([...foldersAbove(importer)].some((folder) => manifestIn(folder)?.dependencies.has(name) === true))
      return undefined;
    const rest = specifier.replace(ALIAS, "").replace(/\.[mc]?[jt]sx?$/u, "");
    if (rest === specifier && !specifier.includes("/")) return undefined;
    byBasename ??= groupByBasename(files);
    const found = (byBasename.get(rest.slice(rest.lastIndexOf("/") + 1)) ?? []).filter((path) => {
      const bare = path.slice(0, -extname(path).length);
      return bare.endsWith(`/${rest}`) || bare.endsWith(`/${rest}/index`);
    });
    const near = found.filter((path) => path.startsWith(ownFolder(importer)));
    const nearest = near.length > 0 ? near : found;
    // Mocks and tests have their modules' names.
    const real = nearest.filter((path) => !/[/\\]_|[/\\](?:tests?|mocks?)[/\\]/u.test(path.slice(root.length)));
    const [only, ...others] = nearest.length > 1 ? real : nearest;
    return others.length === 0 ? only : undefined;
  }

  function ownFolder(importer: string): string {
    return join([...foldersAbove(importer)].find((folder) => manifestIn(folder) !== undefined) ?? root, "/");
  }

  return {
    resolve(specifier, importer) {
      if (/^\.{1,2}(?:\/|$)/u.test(specifier)) return fileAt(resolve(dirname(importer), specifier));
      return byPaths(specifier, importer) ?? inPackage(specifier) ?? byEnding(specifier, importer);
    },
    isPackage: (specifier, importer) =>
      byPaths(specifier, importer) === undefined && packageOf(specifier) !== undefined,
    namesFor(file) {
      const own = [...foldersAbove(file)].map(manifestIn).find((manifest) => manifest?.name !== undefined);
      return [...(own?.name === undefined ? [] : [own.name]), ...aliasesAbove(file)];
    },
  };
}

function firstOf<T>(values: readonly T[], find: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The paths of a tsconfig, and those of its aliases that stand for one module each. */
interface Paths {
  readonly match: (specifier: string) => string[];
  readonly aliases: readonly string[];
}

function pathsOf(path: string): Paths | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const config = getTsconfig(dirname(path), basename(path));
    const match = config && createPathsMatcher(config);
    if (!match) return undefined;
    const keys = Object.keys(config.config.compilerOptions?.paths ?? {});
    return { match, aliases: keys.filter((key) => !key.includes("*")) };
  } catch {
    return undefined; // not JSON, or it extends what is not installed
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

/** What a folder's `package.json` says; undefined where there is none. Never throws. */
function readManifest(folder: string): Manifest | undefined {
  try {
    const json = record(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    const dependencies = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    const entries = [json["source"], json["module"], json["main"], json["types"], ...textsIn(json["exports"])];
    return {
      folder,
      name: typeof json["name"] === "string" ? json["name"] : undefined,
      main: entries.filter((entry) => typeof entry === "string"),
      dependencies: new Set(dependencies.flatMap((key) => Object.keys(record(json[key])))),
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
