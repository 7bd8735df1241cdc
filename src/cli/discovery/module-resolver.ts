import { dirname, join, resolve } from "node:path";
import { ListedFiles } from "./listed-files.ts";
import { Manifests } from "./manifests.ts";
import { TsconfigPaths } from "./tsconfig-paths.ts";

/** The prefix of a bundler's alias: `@/lib`, `~/lib`, `#lib`, `$lib`, `src/lib`. */
const ALIAS = /^(?:[@~#$][\w-]*\/|[@~#$](?=\w))/u;

/** Resolves an import to a file of the project. */
export class ModuleResolver {
  /** The `package.json` files of the project. */
  readonly manifests: Manifests;
  readonly #root: string;
  readonly #files: ListedFiles;
  readonly #paths: TsconfigPaths;

  /**
   * @param files all files of the project, absolute.
   * @param root the folder above which nothing is looked for, absolute.
   */
  constructor(files: readonly string[], root: string) {
    this.#root = root;
    this.#files = new ListedFiles(files);
    this.manifests = new Manifests(files, root);
    this.#paths = new TsconfigPaths(root);
  }

  /** @returns undefined for what is not of the project, or cannot be told. */
  resolve(specifier: string, importer: string): string | undefined {
    if (/^\.{1,2}(?:\/|$)/u.test(specifier)) return this.#files.at(resolve(dirname(importer), specifier));
    return this.#byPaths(specifier, importer) ?? this.#inPackage(specifier) ?? this.#byEnding(specifier, importer);
  }

  /** Whether a specifier is the name of a package of the workspace, and therefore the same everywhere. */
  isPackage(specifier: string, importer: string): boolean {
    return this.#byPaths(specifier, importer) === undefined && this.manifests.packageOf(specifier) !== undefined;
  }

  /** What may stand in an import that leads to a file, where its own name does not: its package, an alias for it. */
  namesFor(file: string): readonly string[] {
    const own = this.manifests.above(file).find(({ name }) => name !== undefined);
    const aliases = this.#paths.above(file).flatMap((paths) => paths.aliases);
    return own?.name === undefined ? aliases : [own.name, ...aliases];
  }

  #byPaths(specifier: string, importer: string): string | undefined {
    return firstOf(this.#paths.above(importer), ({ match }) =>
      firstOf(match(specifier), (path) => this.#files.at(resolve(path))),
    );
  }

  #inPackage(specifier: string): string | undefined {
    const [manifest, rest] = this.manifests.packageOf(specifier) ?? [];
    if (manifest === undefined || rest === undefined) return undefined;
    const places =
      rest === ""
        ? [...manifest.main, "src/index", "src", "index", "lib/index"]
        : [rest, join("src", rest), join("app", rest)];
    return firstOf(places, (place) => this.#files.at(join(manifest.folder, place)));
  }

  /** The one file that an alias can mean which some bundler's config defines. */
  #byEnding(specifier: string, importer: string): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? "";
    const above = this.manifests.above(importer);
    if (above.some(({ dependencies }) => dependencies.has(name))) return undefined;
    const rest = specifier.replace(ALIAS, "").replace(/\.[mc]?[jt]sx?$/u, "");
    if (rest === specifier && !specifier.includes("/")) return undefined;
    const found = this.#files.endingIn(rest);
    const near = found.filter((path) => path.startsWith(join(above[0]?.folder ?? this.#root, "/")));
    const nearest = near.length > 0 ? near : found;
    // Mocks and tests have their modules' names.
    const real = nearest.filter((path) => !/[/\\]_|[/\\](?:tests?|mocks?)[/\\]/u.test(path.slice(this.#root.length)));
    const [only, ...others] = nearest.length > 1 ? real : nearest;
    return others.length === 0 ? only : undefined;
  }
}

function firstOf<V, T>(values: readonly V[], find: (value: V) => T | undefined): T | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
