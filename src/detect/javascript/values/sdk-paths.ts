import type { TSESTree } from "@typescript-eslint/utils";
import { textOf as textOfValue, type Value } from "../../../breadcrumb/index.ts";
import type { Node } from "../program.ts";
import { GLOBAL_SDKS, RECORDING_NAMES, sdkExport, sdkPathFrom } from "../names/sdk-modules.ts";
import { sdkTypePath } from "../names/sdk-types.ts";
import type { FileContext } from "./context.ts";
import { recordsElsewhere } from "./mocks.ts";
import type { Referent, SdkPath, SdkPaths } from "./recognition.ts";

/** The names of the global object. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);

export function createSdkPaths(context: FileContext): SdkPaths {
  const { base, program, referents } = context;
  const { scopes, settings } = program;
  const known = new WeakMap<Value, SdkPath | undefined>();

  function pathOf(value: Value): SdkPath | undefined {
    if (!program.mayUseSdk) return undefined;
    if (known.has(value)) return known.get(value);
    known.set(value, undefined); // for what is defined by itself
    const path = readPath(value);
    known.set(value, path);
    return path;
  }

  function readPath(value: Value): SdkPath | undefined {
    const all = referents.of(value).map((referent) => ({ referent, path: pathOfReferent(referent) }));
    const path = onlyPath(all.map((each) => each.path));
    if (path === undefined) return undefined;
    const isElsewhere = all.some(
      (each) => each.path === undefined && recordsElsewhere(context, pathOf, each.referent, path),
    );
    return isElsewhere ? undefined : path;
  }

  function pathOfReferent({ value, path }: Referent): SdkPath | undefined {
    switch (value.kind) {
      case "name":
        return ofName(value, path);
      case "record":
        return path.length === 0 && standsIn(value) ? [] : undefined;
      default: {
        const module = loadedBy(value);
        return module === undefined ? undefined : below(sdkExport(module, "*", settings.modules), path);
      }
    }
  }

  function ofName(value: Value & { readonly kind: "name" }, path: SdkPath): SdkPath | undefined {
    const node = context.nodeOf(value);
    if (node?.type === "Identifier" || node?.type === "JSXIdentifier") {
      if (scopes.isGlobal(node)) {
        if (GLOBAL_SDKS.has(node.name)) return sdkPathFrom(path);
        if (GLOBAL_OBJECTS.has(node.name)) return GLOBAL_SDKS.has(path[0]) ? sdkPathFrom(path.slice(1)) : undefined;
      }
      const variable = scopes.variableOf(node);
      const imported = variable && scopes.importOf(variable);
      if (imported !== undefined) return below(sdkExport(imported.module, imported.name, settings.modules), path);
      return below(ofType(referents.typeOf({ value, path: [] })), path);
    }
    const [member, ...others] = path;
    return member === undefined ? undefined : below(ofType(referents.typeOf({ value, path: [member] })), others);
  }

  /** `{ addBreadcrumb: Sentry.addBreadcrumb }` and `{ ...Sentry }`: an object that stands in for the SDK. */
  function standsIn({ fields, spreads }: Value & { readonly kind: "record" }): boolean {
    return (
      spreads.some((spread) => pathOf(spread)?.length === 0) ||
      fields.some(({ name, value }) => RECORDING_NAMES.has(name) && pathOf(value)?.join() === name)
    );
  }

  /** `typeof Sentry`, `typeof Sentry | null` */
  function ofType(type: TSESTree.TypeNode | undefined): SdkPath | undefined {
    if (type?.type === "TSUnionType") return onlyPath(type.types.map(ofType));
    return type?.type === "TSTypeQuery" ? ofQuery(type.exprName) : undefined;
  }

  /** The definition of the expression after `typeof`. */
  function ofQuery(name: Node): SdkPath | undefined {
    if (name.type === "TSQualifiedName") return below(ofQuery(name.left), [name.right.name]);
    return name.type === "Identifier" ? pathOf(base.valueOf(name)) : sdkTypePath(program, name);
  }

  /** The module that `require("m")` and `import("m")` load, be it by way of a constant. */
  function loadedBy(value: Value): string | undefined {
    const node = context.nodeOf(value);
    const source = node && scopes.moduleSourceOf(node);
    return source && textOfValue(base.valueOf(source));
  }

  function moduleOf({ value }: Referent): string | undefined {
    const node = value.kind === "name" ? context.nodeOf(value) : undefined;
    const variable = node?.type === "Identifier" ? scopes.variableOf(node) : undefined;
    return (variable && scopes.importOf(variable)?.module) ?? loadedBy(value);
  }

  return { pathOf, pathOfReferent, moduleOf };
}

function below(base: SdkPath | undefined, path: SdkPath): SdkPath | undefined {
  return base && sdkPathFrom([...base, ...path]);
}

/** The path that all of some are, as far as they are known; undefined where they differ. */
function onlyPath(paths: readonly (SdkPath | undefined)[]): SdkPath | undefined {
  const [first, ...others] = paths.filter((path) => path !== undefined);
  return first !== undefined && others.every((other) => other.join() === first.join()) ? first : undefined;
}
