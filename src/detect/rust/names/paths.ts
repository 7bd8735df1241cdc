import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Settings } from "../../../settings.ts";
import { itemName } from "../syntax/nodes.ts";
import { DeclarationReader, type Path } from "./declarations.ts";
import { bodyOfModule, isModule, moduleAround, scopeAround } from "./modules.ts";
import { isExported, sdkCrates, type SdkCrates } from "./sdk-crates.ts";

/** The target of a path: an item of the file and the remaining segments, or a path outside the file. */
export type Resolved =
  | { readonly item: RustNode; readonly rest: Path; readonly path: undefined }
  | { readonly item: undefined; readonly rest: Path; readonly path: Path };

/** Resolves the paths of one file by its `use` declarations, modules and items. */
export interface Names {
  /** The target of the path in a node (`Identifier`, `ScopedIdentifier`, `TypeIdentifier`, …). */
  resolve(node: RustNode): Resolved;
  /**
   * The SDK export that a path stands for, as a path below the SDK without the modules that only hold types
   * (`protocol`): `["add_breadcrumb"]`, `["Level", "Warning"]`; undefined for everything else.
   */
  sdkPath(node: RustNode): Path | undefined;
  /**
   * The paths that a name may have, as far as the file tells: what it is imported by or declared as, and for one that
   * the file does not have itself what it takes from other modules as a whole.
   */
  pathsOf(node: RustNode): readonly Path[];
  /** A path as written; undefined where a type stands in it (`<T as Trait>::f`). */
  pathOf(node: RustNode): Path | undefined;
}

/** Longer chains of `use` declarations are not written by hand. */
const MAX_STEPS = 20;

/** Resolves paths in a text; `settings` say which modules re-export the SDK. */
export function createNames(text: string, settings: Settings): Names {
  return new PathResolver(text, settings);
}

class PathResolver implements Names {
  readonly #declarations: DeclarationReader;
  readonly #sdk: SdkCrates;
  readonly #resolved = new Map<RustNode, Resolved>();

  constructor(text: string, { modules }: Settings) {
    this.#declarations = new DeclarationReader(text);
    this.#sdk = sdkCrates(modules);
  }

  sdkPath(node: RustNode): Path | undefined {
    const { path } = this.resolve(node);
    return path && this.#sdk.below(path);
  }

  pathOf(node: RustNode): Path | undefined {
    return this.#declarations.pathOf(node);
  }

  resolve(node: RustNode): Resolved {
    let known = this.#resolved.get(node);
    if (known === undefined) {
      known = this.#resolvePath(this.pathOf(node) ?? [], scopeAround(node), 0);
      this.#resolved.set(node, known);
    }
    return known;
  }

  #resolvePath(path: Path, scope: RustNode | undefined, steps: number): Resolved {
    const [first = "", second = ""] = path;
    if (steps > MAX_STEPS) return external(path);
    switch (first) {
      case "":
        return external(path.slice(1));
      case "crate": {
        // The file may be the root of its crate; a module with its body here then is what is meant.
        const root = scope && moduleAround(scope, Infinity);
        const module = root && this.#declarations.of(root).types.get(second);
        return module !== undefined && isModule(module)
          ? this.#below(module, path.slice(2), steps + 1)
          : external(path);
      }
      case "self":
      case "super": {
        const module = scope && moduleAround(scope, first === "super" ? 1 : 0);
        if (module === undefined) return external(path);
        if (second === "super") return this.#resolvePath(path.slice(1), module, steps + 1);
        return this.#within(path.slice(1), module, steps + 1) ?? external(path);
      }
      default:
        return this.#resolveName(path, scope, steps);
    }
  }

  #resolveName(path: Path, scope: RustNode | undefined, steps: number): Resolved {
    const globs: { readonly glob: Path; readonly scope: RustNode }[] = [];
    for (let current = scope; current !== undefined; current = scopeAround(current)) {
      const found = this.#lookUp(path, current, steps);
      if (found !== undefined) return found;
      for (const glob of this.#declarations.of(current).globs) globs.push({ glob, scope: current });
      if (current.type !== "Block") break;
    }
    for (const { glob, scope } of globs) {
      const found = this.#throughGlob(path, glob, scope, steps + 1);
      if (found !== undefined) return found;
    }
    return external(path);
  }

  /** The declaration in a scope for the first name of a path. */
  #lookUp(path: Path, scope: RustNode, steps: number): Resolved | undefined {
    const [first = "", ...rest] = path;
    const { uses, values, types } = this.#declarations.of(scope);
    // What a longer path goes through is a module or a type.
    const item = (rest.length === 0 ? values.get(first) : undefined) ?? types.get(first);
    const use = uses.get(first);
    // `mod note; use note::note;`: a name on its own is the function, not the module.
    const isBeside = rest.length === 0 && use !== undefined && item !== undefined && isModule(item);
    if (item !== undefined && !isBeside) return this.#below(item, rest, steps + 1);
    if (use === undefined) return undefined;
    // `use sentry;` and `use sentry::{self, …}` name a crate by its own name.
    return use[0] === first && !isBeside
      ? this.#fromOutside([...use, ...rest], scope, steps + 1)
      : this.#resolvePath([...use, ...rest], scope, steps + 1);
  }

  /** A path whose first name cannot be what the scope itself uses under that name. */
  #fromOutside(path: Path, scope: RustNode, steps: number): Resolved {
    return this.#resolvePath(path, scope.type === "Block" ? scopeAround(scope) : undefined, steps);
  }

  #below(item: RustNode, rest: Path, steps: number): Resolved {
    const module = rest.length === 0 ? undefined : bodyOfModule(item);
    return (module && this.#within(rest, module, steps)) ?? { item, rest, path: undefined };
  }

  /** The declaration or glob import in a module for the first name of a path. */
  #within(path: Path, module: RustNode, steps: number): Resolved | undefined {
    return this.#lookUp(path, module, steps) ?? this.#viaGlobs(path, module, steps + 1);
  }

  #viaGlobs(path: Path, module: RustNode, steps: number): Resolved | undefined {
    for (const glob of this.#declarations.of(module).globs) {
      const found = this.#throughGlob(path, glob, module, steps + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #throughGlob(path: Path, glob: Path, scope: RustNode, steps: number): Resolved | undefined {
    if (steps > MAX_STEPS) return undefined;
    if (glob.every((segment) => segment === "super")) {
      const module = moduleAround(scope, glob.length);
      return module && module !== scope ? this.#within(path, module, steps) : undefined;
    }
    const target = this.#resolvePath(glob, scope, steps + 1);
    if (target.item !== undefined) {
      const module = target.rest.length === 0 ? bodyOfModule(target.item) : undefined;
      return module && this.#within(path, module, steps);
    }
    const sdk = this.#sdk.below(target.path);
    if (sdk === undefined) return undefined;
    const [first = ""] = path;
    return isExported(first, sdk) ? external([...target.path, ...path]) : undefined;
  }

  pathsOf(node: RustNode): readonly Path[] {
    const resolved = this.resolve(node);
    const own = this.#absolute(resolved);
    const written = this.pathOf(node) ?? [];
    const module = resolved.item && bodyOfModule(resolved.item);
    if (module !== undefined) return [own, ...this.#globbed(module, resolved.rest)];
    if (own.join("::") !== written.join("::")) return [own];
    const found: Path[] = [own];
    for (let scope = scopeAround(node); scope !== undefined; scope = scopeAround(scope)) {
      found.push(...this.#globbed(scope, written));
      if (scope.type !== "Block") break;
    }
    return found;
  }

  /** The possible targets of a path through a scope's glob imports. */
  #globbed(scope: RustNode, path: Path): readonly Path[] {
    return this.#declarations
      .of(scope)
      .globs.map((glob) => [...this.#absolute(this.#resolvePath(glob, scope, 0)), ...path]);
  }

  /** The path of an item from the root of its crate, if the file is that. */
  #absolute({ item, rest, path }: Resolved): Path {
    if (item === undefined) return path;
    const above: string[] = [];
    for (let current: RustNode | undefined = item; current !== undefined; current = closest(current, "ModItem")) {
      const name = itemName(current);
      if (name !== undefined) above.unshift(this.#declarations.textOf(name));
    }
    return ["crate", ...above, ...rest];
  }
}

function external(path: Path): Resolved {
  return { item: undefined, rest: [], path };
}
