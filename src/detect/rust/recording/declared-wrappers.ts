import { filterOf, type WrapperParameter } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { matchesPattern } from "../../../sentry/patterns.ts";
import type { WrapperSetting } from "../../../settings.ts";
import type { Path } from "../names/declarations.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, calleeOf, firstOf, lastOf, type Access } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { ArgumentMapping } from "./argument-map.ts";

/** Tells what the arguments of a call become, if it calls a wrapper that the project's settings name. */
export function namedWrappers(
  { settings, names, variables, textOf }: RustProgram,
  reader: ValueReader,
): (call: RustNode) => readonly ArgumentMapping[] | undefined {
  const wrappers = settings.wrappers.map((setting) => ({
    setting,
    mappings: setting.parameters.flatMap((parameter, argument) => mappingsOf(parameter, argument)),
  }));
  return (call) =>
    wrappers.find(
      ({ setting }) => (call.type === "MacroInvocation") === setting.name.endsWith("!") && isCalledBy(call, setting),
    )?.mappings;

  function isCalledBy(call: RustNode, { from, name }: WrapperSetting): boolean {
    const callee = calleeOf(call);
    const access = accessOf(callee);
    if (access !== undefined) {
      const chain = chainOf(callee);
      if (!name.includes(".")) return false;
      if (isEnd(chain, name)) return from === undefined || ownersOf(access.object).some(isOfModules(from, 1));
      return from === undefined && isOfType(access, name);
    }
    const written = names.pathOf(callee);
    if (written === undefined || name.includes(".")) return false;
    const segments = name.replace(/!$/u, "").split("::");
    const isNamed = (path: Path): boolean => path.slice(-segments.length).join("::") === segments.join("::");
    const paths = names.pathsOf(callee).filter(isNamed);
    return from === undefined ? paths.length > 0 || isNamed(written) : paths.some(isOfModules(from, segments.length));
  }

  /** `Logger.crumb`: a method of a type, whatever the object is called. */
  function isOfType({ object, name: method }: Access, name: string): boolean {
    if (!name.endsWith(`.${textOf(method)}`)) return false;
    return (typePathsOf(object) ?? []).some((path) => isEnd(`${path.join("::")}.${textOf(method)}`, name));
  }

  /** Where the type of an object may come from, or else the function or name that a chain of methods begins with. */
  function ownersOf(object: RustNode): readonly Path[] {
    return typePathsOf(object) ?? names.pathsOf(rootOf(object));
  }

  /** The paths that the type of an object may have: as it is declared, or else by what makes it. */
  function typePathsOf(object: RustNode): readonly Path[] | undefined {
    const type = reader.typeNodeOf(object);
    if (type !== undefined) return names.pathsOf(reader.types.inner(type));
    const variable = variables.variableOf(object);
    const made = variable?.source.kind === "expression" && variable.steps.length === 0 ? variable.source.node : object;
    if (made.type !== "CallExpression") return undefined;
    const paths = names.pathsOf(calleeOf(made)).filter((path) => path.length > 1 && CONSTRUCTORS.has(path.at(-1)));
    return paths.length === 0 ? undefined : paths.map((path) => path.slice(0, -1));
  }

  function chainOf(node: RustNode): string {
    switch (node.type) {
      case "FieldExpression":
        return `${chainOf(firstOf(node))}.${textOf(lastOf(node))}`;
      case "CallExpression":
        return `${chainOf(calleeOf(node))}()`;
      case "AwaitExpression":
      case "ParenthesizedExpression":
      case "TryExpression":
        return chainOf(firstOf(node));
      default:
        return textOf(node).replaceAll(/\s/gu, "");
    }
  }
}

/** Functions of a type that return one of it, by convention. */
const CONSTRUCTORS: ReadonlySet<string | undefined> = new Set(["default", "new"]);

/** Whether a name is the end of a chain of members or of a path. */
function isEnd(chain: string, name: string): boolean {
  return chain === name || chain.endsWith(`.${name}`) || chain.endsWith(`::${name}`);
}

function mappingsOf(
  parameter: WrapperParameter,
  argument: number,
  properties: readonly string[] = [],
): readonly ArgumentMapping[] {
  if (parameter === "_" || parameter === "...") return [];
  if (typeof parameter === "string") {
    const { destination, filter } = filterOf(parameter);
    if (destination === "_") return [];
    return [{ argument, properties, field: destination as ArgumentMapping["field"], filter }];
  }
  return Object.entries(parameter).flatMap(([name, inner]) => mappingsOf(inner, argument, [...properties, name]));
}

/** Whether the module of a path, its last segments left out, is one of some. */
function isOfModules(modules: readonly string[], segments: number): (path: Path) => boolean {
  return (path) => modules.some((pattern) => matchesPattern(pattern, path.slice(0, -segments).join("::")));
}

/** The start of a chain of fields and methods. */
function rootOf(node: RustNode): RustNode {
  let root = node;
  while (!ROOTS.has(root.type) && root.children.length > 0) root = firstOf(root);
  return root;
}

const ROOTS: ReadonlySet<string> = new Set(["Identifier", "ScopedIdentifier"]);
