import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createPathsMatcher, getTsconfig, type TsConfigResult } from "get-tsconfig";
import { parseJson } from "../jsonc.ts";
import { textAt } from "./disk.ts";
import { foldersAbove } from "./manifests.ts";

/** Where the paths of a project are written down; the second is what Vite's templates have. */
const TSCONFIGS = ["tsconfig.json", "tsconfig.app.json", "tsconfig.base.json", "jsconfig.json"];

/** The paths of a tsconfig. */
interface Paths {
  /** The files that a specifier may mean, without endings. */
  readonly match: (specifier: string) => string[];
  /** The aliases that stand for one module each. */
  readonly aliases: readonly string[];
}

/** The `paths` in the tsconfigs of a project, each read once. */
export class TsconfigPaths {
  readonly #root: string;
  readonly #byFolder = new Map<string, readonly Paths[]>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The paths that hold for a file, those of the nearest tsconfig first. */
  above(file: string): readonly Paths[] {
    return [...foldersAbove(file, this.#root)].flatMap((folder) => this.#in(folder));
  }

  #in(folder: string): readonly Paths[] {
    let found = this.#byFolder.get(folder);
    if (found === undefined) {
      found = TSCONFIGS.flatMap((name) => pathsOf(join(folder, name)) ?? []);
      this.#byFolder.set(folder, found);
    }
    return found;
  }
}

function pathsOf(path: string): Paths | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const config = configAt(path);
    const match = config && createPathsMatcher(config);
    if (!match) return undefined;
    const keys = Object.keys(config.config.compilerOptions?.paths ?? {});
    return { match, aliases: keys.filter((key) => !key.includes("*")) };
  } catch {
    return undefined; // not JSON, or with paths that TypeScript does not take either
  }
}

/** A tsconfig with what it inherits; what it says itself where it extends something that is not installed. */
function configAt(path: string): TsConfigResult | null {
  try {
    return getTsconfig(dirname(path), basename(path));
  } catch {
    const config = parseJson(textAt(path)) as TsConfigResult["config"];
    return { path, config };
  }
}
