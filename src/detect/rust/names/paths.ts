import { childOf, childrenOf, closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Settings } from "../../../settings.ts";
import { firstOf, itemName, lastOf, plainName, withoutAttributes } from "../syntax/nodes.ts";

/** The segments of a path; the first is `""` where it starts with `::`. */
export type Path = readonly string[];

/** What a path leads to: an item of the file and the segments below it, or a path out of the file. */
export type Resolved =
  | { readonly item: RustNode; readonly rest: Path; readonly path: undefined }
  | { readonly item: undefined; readonly rest: Path; readonly path: Path };

/** Resolves the paths of one file by its `use` declarations, modules and items. */
export interface Names {
  /** What the path in a node (`Identifier`, `ScopedIdentifier`, `TypeIdentifier`, …) leads to. */
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

/** Crates and modules that are the SDK: the crate itself, its core, and what Tauri's plugins re-export. */
const SDK_MODULES = ["sentry", "sentry_core", "sentry_types", "tauri_plugin_sentry::sentry", "sentry_tauri::sentry"];

/** Modules of the SDK under which it exports what it exports elsewhere too. */
const SDK_FOLDERS: ReadonlySet<string> = new Set(["protocol", "types", "v7", "latest", "prelude"]);

/** What `use sentry::*` brings, as far as breadcrumbs are concerned. */
const SDK_EXPORTS: ReadonlySet<string> = new Set([
  "add_breadcrumb",
  "capture_error",
  "capture_event",
  "capture_message",
  "configure_scope",
  "with_scope",
  "protocol",
  "Breadcrumb",
  "Hub",
  "IntoBreadcrumbs",
  "Level",
  "Map",
  "Scope",
  "Value",
]);

const LEVEL_VARIANTS: ReadonlySet<string> = new Set(["Debug", "Info", "Warning", "Error", "Fatal"]);

/** Longer chains of `use` declarations are not written by hand. */
const MAX_STEPS = 20;

/** The names that a block or module declares; a function or constant may be called what a module or type is called. */
interface Declarations {
  readonly uses: ReadonlyMap<string, Path>;
  readonly globs: readonly Path[];
  readonly values: ReadonlyMap<string, RustNode>;
  readonly types: ReadonlyMap<string, RustNode>;
}

const VALUES: ReadonlySet<string> = new Set(["ConstItem", "FunctionItem", "StaticItem"]);

/** Resolves paths in a text; `settings` say which modules re-export the SDK. */
export function createNames(text: string, settings: Settings): Names {
  const modules = [...SDK_MODULES, ...settings.modules]
    .map((module) => module.split("::"))
    .sort((one, other) => other.length - one.length);
  const declared = new Map<RustNode, Declarations>();
  const resolved = new Map<RustNode, Resolved>();

  function textOf({ range }: RustNode): string {
    return plainName(text.slice(range[0], range[1]));
  }

  function declarationsOf(scope: RustNode): Declarations {
    let known = declared.get(scope);
    if (known === undefined) declared.set(scope, (known = readDeclarations(scope)));
    return known;
  }

  function readDeclarations(scope: RustNode): Declarations {
    const uses = new Map<string, Path>();
    const globs: Path[] = [];
    const values = new Map<string, RustNode>();
    const types = new Map<string, RustNode>();
    for (const statement of scope.children) {
      const item = withoutAttributes(statement);
      if (item.type === "UseDeclaration") readUse(item, uses, globs);
      else if (item.type === "ExternCrateDeclaration") readExternCrate(item, uses);
      else if (item.type.endsWith("Item") && item.type !== "ImplItem") {
        const name = itemName(item);
        if (name !== undefined) (VALUES.has(item.type) ? values : types).set(textOf(name), item);
      }
    }
    return { uses, globs, values, types };
  }

  function readUse(declaration: RustNode, uses: Map<string, Path>, globs: Path[]): void {
    const pending = declaration.children.map((node) => ({ node, prefix: [] as Path }));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node, prefix } = next;
      switch (node.type) {
        case "UseList":
          for (const child of node.children) pending.push({ node: child, prefix });
          break;
        case "ScopedUseList": {
          const below = [...prefix, ...segmentsOf(node)];
          for (const child of childrenOf(node, "UseList")) pending.push({ node: child, prefix: below });
          break;
        }
        case "UseWildcard":
          globs.push([...prefix, ...segmentsOf(node)]);
          break;
        case "UseAsClause": {
          const [path, alias] = [firstOf(node), lastOf(node)];
          const target = path.type === "self" ? prefix : [...prefix, ...segmentsOf(path)];
          uses.set(textOf(alias), target);
          break;
        }
        case "self": {
          for (const name of prefix.slice(-1)) uses.set(name, prefix);
          break;
        }
        case "BoundIdentifier":
        case "ScopedIdentifier": {
          const path = [...prefix, ...segmentsOf(node)];
          for (const name of path.slice(-1)) uses.set(name, path);
          break;
        }
        default:
          break;
      }
    }
  }

  function readExternCrate(declaration: RustNode, uses: Map<string, Path>): void {
    const names = declaration.children.filter(({ type }) => type === "Identifier" || type === "BoundIdentifier");
    const [crate, alias] = names.map(textOf);
    if (crate !== undefined) uses.set(alias ?? crate, ["", crate]);
  }

  /** The segments that a path node writes; types in it are left out. */
  function segmentsOf(node: RustNode): Path {
    if (node.children.length === 0 && node.type !== "UseWildcard") return [textOf(node)];
    const segments = node.children.filter(({ type }) => isSegment(type)).map(textOf);
    const [first] = node.tokens;
    const isAbsolute = first?.type === "::" && first.range[0] === node.range[0];
    return isAbsolute ? ["", ...segments] : segments;
  }

  function pathOf(node: RustNode): Path | undefined {
    if (node.type === "GenericType") return node.children[0] && pathOf(node.children[0]);
    if (node.children.some(({ type }) => type === "QualifiedScope" || type === "GenericType")) return undefined;
    return segmentsOf(node);
  }

  function resolve(node: RustNode): Resolved {
    let known = resolved.get(node);
    if (known === undefined) {
      known = resolvePath(pathOf(node) ?? [], scopeAround(node), 0);
      resolved.set(node, known);
    }
    return known;
  }

  function resolvePath(path: Path, scope: RustNode | undefined, steps: number): Resolved {
    const [first = "", second = ""] = path;
    if (steps > MAX_STEPS) return external(path);
    switch (first) {
      case "":
        return external(path.slice(1));
      case "crate": {
        // The file may be the root of its crate; a module with its body here then is what is meant.
        const root = scope && moduleAround(scope, Infinity);
        const module = root && declarationsOf(root).types.get(second);
        return module !== undefined && isModule(module) ? below(module, path.slice(2), steps + 1) : external(path);
      }
      case "self":
      case "super": {
        const module = scope && moduleAround(scope, first === "super" ? 1 : 0);
        if (module === undefined) return external(path);
        if (second === "super") return resolvePath(path.slice(1), module, steps + 1);
        return within(path.slice(1), module, steps + 1) ?? external(path);
      }
      default:
        return resolveName(path, scope, steps);
    }
  }

  function resolveName(path: Path, scope: RustNode | undefined, steps: number): Resolved {
    const globs: { readonly glob: Path; readonly scope: RustNode }[] = [];
    for (let current = scope; current !== undefined; current = scopeAround(current)) {
      const found = lookUp(path, current, steps);
      if (found !== undefined) return found;
      for (const glob of declarationsOf(current).globs) globs.push({ glob, scope: current });
      if (current.type !== "Block") break;
    }
    for (const { glob, scope } of globs) {
      const found = throughGlob(path, glob, scope, steps + 1);
      if (found !== undefined) return found;
    }
    return external(path);
  }

  /** What a scope itself declares under the first name of a path. */
  function lookUp(path: Path, scope: RustNode, steps: number): Resolved | undefined {
    const [first = "", ...rest] = path;
    const { uses, values, types } = declarationsOf(scope);
    // What a longer path goes through is a module or a type.
    const item = (rest.length === 0 ? values.get(first) : undefined) ?? types.get(first);
    if (item !== undefined) return below(item, rest, steps + 1);
    const use = uses.get(first);
    if (use === undefined) return undefined;
    // `use sentry;` and `use sentry::{self, …}` name a crate by its own name.
    return use[0] === first
      ? fromOutside([...use, ...rest], scope, steps + 1)
      : resolvePath([...use, ...rest], scope, steps + 1);
  }

  /** A path whose first name cannot be what the scope itself uses under that name. */
  function fromOutside(path: Path, scope: RustNode, steps: number): Resolved {
    return resolvePath(path, scope.type === "Block" ? scopeAround(scope) : undefined, steps);
  }

  function below(item: RustNode, rest: Path, steps: number): Resolved {
    const module = rest.length === 0 ? undefined : bodyOfModule(item);
    return (module && within(rest, module, steps)) ?? { item, rest, path: undefined };
  }

  /** What a module declares, or takes from others as a whole, under the first name of a path. */
  function within(path: Path, module: RustNode, steps: number): Resolved | undefined {
    return lookUp(path, module, steps) ?? viaGlobs(path, module, steps + 1);
  }

  function viaGlobs(path: Path, module: RustNode, steps: number): Resolved | undefined {
    for (const glob of declarationsOf(module).globs) {
      const found = throughGlob(path, glob, module, steps + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function throughGlob(path: Path, glob: Path, scope: RustNode, steps: number): Resolved | undefined {
    if (steps > MAX_STEPS) return undefined;
    if (glob.every((segment) => segment === "super")) {
      const module = moduleAround(scope, glob.length);
      return module && module !== scope ? within(path, module, steps) : undefined;
    }
    const target = resolvePath(glob, scope, steps + 1);
    if (target.item !== undefined) {
      const module = target.rest.length === 0 ? bodyOfModule(target.item) : undefined;
      return module && within(path, module, steps);
    }
    const sdk = belowSdk(target.path);
    if (sdk === undefined) return undefined;
    const [first = ""] = path;
    const isExported = sdk.length === 0 ? SDK_EXPORTS.has(first) : sdk.join() === "Level" && LEVEL_VARIANTS.has(first);
    return isExported ? external([...target.path, ...path]) : undefined;
  }

  function pathsOf(node: RustNode): readonly Path[] {
    const resolved = resolve(node);
    const own = absolute(resolved);
    const written = pathOf(node) ?? [];
    const module = resolved.item && bodyOfModule(resolved.item);
    if (module !== undefined) return [own, ...globbed(module, resolved.rest)];
    if (own.join("::") !== written.join("::")) return [own];
    const found: Path[] = [own];
    for (let scope = scopeAround(node); scope !== undefined; scope = scopeAround(scope)) {
      found.push(...globbed(scope, written));
      if (scope.type !== "Block") break;
    }
    return found;
  }

  /** What a path may be by what a scope takes from other modules as a whole. */
  function globbed(scope: RustNode, path: Path): readonly Path[] {
    return declarationsOf(scope).globs.map((glob) => [...absolute(resolvePath(glob, scope, 0)), ...path]);
  }

  /** The path of an item from the root of its crate, if the file is that. */
  function absolute({ item, rest, path }: Resolved): Path {
    if (item === undefined) return path;
    const above: string[] = [];
    for (let current: RustNode | undefined = item; current !== undefined; current = closest(current, "ModItem")) {
      const name = itemName(current);
      if (name !== undefined) above.unshift(textOf(name));
    }
    return ["crate", ...above, ...rest];
  }

  function belowSdk(path: Path): Path | undefined {
    const module = modules.find((module) => module.every((segment, index) => segment === path[index]));
    return module && path.slice(module.length).filter((segment) => !SDK_FOLDERS.has(segment));
  }

  return {
    resolve,
    sdkPath: (node) => {
      const { path } = resolve(node);
      return path && belowSdk(path);
    },
    pathsOf,
    pathOf,
  };
}

function external(path: Path): Resolved {
  return { item: undefined, rest: [], path };
}

function isSegment(type: string): boolean {
  return (
    type === "Identifier" ||
    type === "ScopeIdentifier" ||
    type === "TypeIdentifier" ||
    type === "BoundIdentifier" ||
    type === "self" ||
    type === "super" ||
    type === "crate"
  );
}

function isModule(item: RustNode): boolean {
  return item.type === "ModItem";
}

function bodyOfModule(item: RustNode): RustNode | undefined {
  return isModule(item) ? childOf(item, "DeclarationList") : undefined;
}

/** The innermost block or module around a node, in which names are declared. */
function scopeAround(node: RustNode): RustNode | undefined {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.type === "Block" || around.type === "SourceFile") return around;
    if (around.type === "DeclarationList" && around.parent !== undefined && isModule(around.parent)) return around;
  }
  return undefined;
}

/** The body of the module that a scope stands in, some modules further out; the outermost for `Infinity`. */
function moduleAround(scope: RustNode, outwards: number): RustNode | undefined {
  let left = outwards;
  for (let current: RustNode | undefined = scope; current !== undefined; current = scopeAround(current)) {
    if (current.type === "Block") continue;
    if (left === 0 || (left === Infinity && current.type === "SourceFile")) return current;
    left -= 1;
  }
  return undefined;
}
