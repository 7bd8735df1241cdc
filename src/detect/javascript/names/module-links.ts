import type { TSESTree } from "@typescript-eslint/utils";
import { matches, type ModulePath } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  lastName,
  declaredMember,
  memberPath,
  memberType,
  nameOfKey,
  ownerOf,
  parentOf,
  propertyName,
  textOf,
  declaredTypeOf,
  type FunctionNode,
  type Node,
  type Owner,
} from "../syntax/nodes.ts";
import { functionAround, handsBack } from "../syntax/enclosing-function.ts";
import { patternSource, type PatternSource } from "../syntax/patterns.ts";
import { assignedTo } from "./assigned-members.ts";
import { isEmpty, memberValues } from "./functions.ts";
import { RESULT } from "./module-paths.ts";
import { definingIdentifiers } from "./scopes.ts";
import { ofFramework } from "./handler-parameters.ts";
import { resultsOf, shownValues } from "./shown-values.ts";
import { isInTemplate } from "./template-names.ts";
import { AUTO_IMPORTS, COMPONENT_NAMES, frameworkOf, INJECTED, originIn, PROVIDED } from "./virtual-modules.ts";

/** More is not looked at for one value. */
const MAX_STEPS = 60;

/** Types that are, or promise, what their argument is. */
const TRANSPARENT_TYPES: ReadonlySet<string> = new Set([
  "Awaited",
  "InstanceType",
  "NonNullable",
  "Omit",
  "Partial",
  "Pick",
  "Promise",
  "Readonly",
  "Required",
  "ReturnType",
]);

/** Functions that hand out what is registered under a token or a context; the others also hand out anything else. */
const INJECTORS: ReadonlySet<string | undefined> = new Set(["getContext", "inject", "Inject", "use", "useContext"]);
const LOOK_UPS: ReadonlySet<string | undefined> = new Set([...INJECTORS, "get", "resolve"]);

/** `inject(CrumbService)`, `useContext(CrumbContext)`, `container.resolve(CrumbService)`, `inject(TYPES.Crumbs)` */
function isLookUp({ callee, arguments: [of] }: TSESTree.CallExpression): boolean {
  const name = lastName(callee);
  if (of === undefined || !LOOK_UPS.has(name)) return false;
  // `@Inject(() => CrumbService)`
  const { root } = memberPath(of.type === "ArrowFunctionExpression" ? of.body : of);
  return root.type === "Identifier" && (INJECTORS.has(name) || /^[A-Z]/u.test(root.name));
}

/** `inject("crumbs")`, `getContext("crumbs")`, `container.resolve("crumbs")` */
function textLookedUp({ callee, arguments: [of] }: TSESTree.CallExpression): string | undefined {
  const name = lastName(callee);
  const looksUp = INJECTORS.has(name) || (name === "resolve" && callee.type === "MemberExpression");
  return looksUp && of?.type === "Literal" && typeof of.value === "string" ? of.value : undefined;
}

/** Functions that register their second argument under their first. */
export const REGISTERING: ReadonlySet<string | undefined> = new Set([
  "exposeInMainWorld",
  "inject",
  "provide",
  "register",
  "registerInstance",
  "registerSingleton",
  "set",
  "setContext",
]);

function firstDefined<T, Found>(values: readonly T[], find: (value: T) => Found | undefined): Found | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Where a value may come from: by what a container hands out for it, and by its declared type.
 * @param below members that are taken from the value.
 */
export function originsOf(
  program: JavaScriptProgram,
  node: Node,
  below: readonly string[] = [],
): readonly ModulePath[] {
  const declared = originOf(program, node, below);
  const injected = originOf(program, node, below, "injection");
  const isSame = declared?.module === injected?.module && declared?.path.join() === injected?.path.join();
  return [injected, ...(isSame ? [] : [declared])].filter((origin) => origin !== undefined);
}

/**
 * The module that a value comes from, or the class or function that it was made by, and the way from there.
 *
 * This follows what is declared, types and tokens, and not values: what a container, a context or a parameter hands
 * over is no expression of the file, so that `values/referents.ts` ends where the way to the module begins.
 * @param below members that are taken from the value.
 * @param first what counts of a member that a container fills and that has a type, too.
 */
export function originOf(
  program: JavaScriptProgram,
  node: Node,
  below: readonly string[] = [],
  first: "injection" | "type" = "type",
  steps = { left: MAX_STEPS },
): ModulePath | undefined {
  if (steps.left <= 0) return undefined;
  steps.left -= 1;
  const { root, path: members } = memberPath(node);
  const path = [...members, ...below];
  const behind: Behind = (inner, members = path) => originOf(program, inner, members, first, steps);
  const way: Way = { program, first, path, behind };
  const module = program.scopes.moduleLoadedBy(root);
  if (module !== undefined) return originIn(module, path);
  switch (root.type) {
    case "AwaitExpression":
      return behind(root.argument);
    case "CallExpression":
      return originOfCall(root, path, behind);
    case "NewExpression":
      return behind(root.callee);
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression":
      return originOfResult(root, way);
    case "AssignmentExpression":
    case "LogicalExpression":
      return behind(root.right) ?? behind(root.left);
    case "ConditionalExpression":
      return behind(root.consequent) ?? behind(root.alternate);
    case "ObjectExpression":
      return originOfProperty(root, way);
    case "ThisExpression":
    case "Super": {
      const owner = ownerOf(root);
      const own = owner && originOfOwned(owner, way);
      return own === undefined && path[0]?.startsWith("$") === true ? { module: COMPONENT_NAMES, path } : own;
    }
    case "TSTypeReference": {
      const [of] = root.typeArguments?.params ?? [];
      const isAround = root.typeName.type === "Identifier" && TRANSPARENT_TYPES.has(root.typeName.name);
      return of !== undefined && isAround ? behind(of) : behind(root.typeName);
    }
    case "TSTypeAliasDeclaration":
      return behind(root.typeAnnotation);
    case "TSInterfaceDeclaration":
      return originOfInterface(root, way);
    case "TSUnionType":
    case "TSIntersectionType":
      return firstDefined(root.types, (type) => behind(type));
    case "TSTypeLiteral":
      return originOfMember(root, way);
    case "TSQualifiedName":
      return behind(root.left, [root.right.name, ...path]);
    case "TSTypeQuery":
      return behind(root.exprName);
    case "Identifier":
      return originOfName(root, way);
    default:
      return undefined;
  }
}

/** Whether a class or module hands out an instance of itself by a member. */
export function isInstance(member: string | undefined): boolean {
  return matches(member, /^(?:current|default|getInstance|instance|INSTANCE|shared)$/u);
}

/**
 * Whether a call names another object between an export and its function: the log of `app` in `app.log.say()`, and not
 * what hands `Log` out in `Log.instance.info()` or `Log.getInstance().info()`.
 * @param path the export, and the members from there.
 * @param written the members that the callee is written with.
 */
export function isOfAnother(path: readonly string[], written: readonly string[]): boolean {
  const between = path.length > 2 ? path.at(-2) : undefined;
  return between !== undefined && between === written.at(-2) && !isInstance(between);
}

type Behind = (inner: Node, members?: readonly string[]) => ModulePath | undefined;

/** How far a value has been followed. */
interface Way {
  readonly program: JavaScriptProgram;
  readonly first: "injection" | "type";
  /** The members that are still to be taken. */
  readonly path: readonly string[];
  /** Follows what stands behind, by the same members unless others are given. */
  readonly behind: Behind;
}

/** The target of a member that a type declares, if the path contains one. */
function originOfMember(
  declared: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral,
  { path: [name, ...others], behind }: Way,
): ModulePath | undefined {
  const type = memberType(declared, name);
  return type && behind(type, others);
}

/** The target of a member of an interface: its own, or that of an interface that it extends. */
function originOfInterface(declared: TSESTree.TSInterfaceDeclaration, way: Way): ModulePath | undefined {
  const { body } = declared.body;
  const isOwn = body.some((each) => "key" in each && nameOfKey(each.key) === way.path[0]);
  if (isOwn) return originOfMember(declared, way);
  return firstDefined(declared.extends, ({ expression }) => way.behind(expression));
}

/** The target of a member of an object literal. */
function originOfProperty(
  { properties }: TSESTree.ObjectExpression,
  { path: [name, ...others], behind }: Way,
): ModulePath | undefined {
  const own = properties.find((each) => each.type === "Property" && propertyName(each) === name);
  if (own?.type === "Property") return behind(own.value, others);
  return name === undefined
    ? undefined
    : firstDefined(properties, (each) =>
        each.type === "SpreadElement" ? behind(each.argument, [name, ...others]) : undefined,
      );
}

/** The target of a class member: from the class itself, or from the class that it extends. */
function originOfOwned(owner: Owner, way: Way): ModulePath | undefined {
  if (owner.type === "ObjectExpression") return originOfProperty(owner, way);
  const {
    program,
    path: [name, ...others],
    first,
    behind,
  } = way;
  if (name === undefined) return undefined;
  const { injection, service, type } = declaredMember(owner, name) ?? {};
  const declared = first === "injection" ? [injection, type] : [type, injection];
  const values = memberValues(program, owner, name);
  const found = firstDefined([...declared, ...values], (each) => each && behind(each, others));
  if (found !== undefined) return found;
  // The place where Ember has the file of a service.
  if (service !== undefined) return { module: `app/services/${service}`, path: ["default", ...others] };
  if (!owner.superClass || values.length > 0) return undefined;
  return declared.some((each) => each !== undefined) ? undefined : behind(owner.superClass);
}

/** The target of what a function hands out; the function itself comes from nowhere else. */
function originOfResult(made: FunctionNode, { program, path, behind }: Way): ModulePath | undefined {
  if (path.length === 0) return undefined;
  const members = path.filter((name) => name !== RESULT);
  return firstDefined(resultsOf(program, made), (each) => behind(each, members));
}

/** `crumb`, or `$crumb` of a component's template. */
function originOfFree(name: TSESTree.Identifier, path: readonly string[]): ModulePath {
  const isAdded = name.name.startsWith("$") && isInTemplate(name);
  return { module: isAdded ? COMPONENT_NAMES : AUTO_IMPORTS, path: [name.name, ...path] };
}

/** Declarations that are what their name stands for. */
const FOLLOWED: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
]);

function originOfName(name: TSESTree.Identifier, way: Way): ModulePath | undefined {
  const { program, path, behind } = way;
  const variable = program.scopes.variableOf(name);
  const imported = variable && program.scopes.importOf(variable);
  if (imported !== undefined) return originIn(imported.module, imported.name === "*" ? path : [imported.name, ...path]);
  const declared = variable?.defs[0];
  if (variable === undefined || declared === undefined)
    return program.scopes.isGlobal(name) ? originOfFree(name, path) : undefined;
  const node = declared.node as Node;
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return originOfOwned(node, way);
  if (FOLLOWED.has(node.type) && declared.type !== "Parameter") return behind(node);
  const own = originOfDeclared(declared.name, program.scopes.isReassigned(variable), way) ?? originOfWritten(name, way);
  return declared.type === "Parameter" ? originOfParameter(name, declared.name, own, way) : own;
}

/** Where what a function is given comes from: by its type, or by what is known to hand it over. */
function originOfParameter(
  name: TSESTree.Identifier,
  declared: Node,
  own: ModulePath | undefined,
  way: Way,
): ModulePath | undefined {
  const { path, behind } = way;
  const source = patternSource(declared);
  if (source?.kind !== "parameter" || source.path === undefined) return own;
  const whole = [...source.path, ...path];
  const pattern = source.path.length === 0 ? undefined : typeOfPattern(source.function.params[source.index]);
  const holder = parentOf(declared);
  const byDefault = holder?.type === "AssignmentPattern" ? behind(holder.right) : undefined;
  const byType = own ?? (pattern && behind(pattern, whole)) ?? byDefault;
  const injected = isInjected(source, whole) ? { module: INJECTED, path: whole } : undefined;
  const handed = (): ModulePath | undefined => ofFramework(source, whole, name.name, behind);
  const first = way.first === "injection" ? (injected ?? handed()) : byType;
  return first ?? byType ?? ofPromise(source, whole, behind) ?? addedName(way, name) ?? handed() ?? injected;
}

/** The type of a parameter that is taken apart: `{ log: Log }` of `({ log }: { log: Log }) => …`. */
function typeOfPattern(parameter: Node | undefined): Node | undefined {
  const pattern = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return pattern?.type === "ObjectPattern" ? pattern.typeAnnotation?.typeAnnotation : undefined;
}

type ParameterSource = PatternSource & { readonly kind: "parameter" };

/** Where a factory stands. */
const FACTORY_PLACES: ReadonlySet<string | undefined> = new Set([
  "AssignmentExpression",
  "ExportDefaultDeclaration",
  "ExportNamedDeclaration",
  "Program",
  "VariableDeclarator",
]);

/** Whether a container may pass a value by its name: `constructor({ log })`, `constructor(deps)`, `({ log }) => …` */
function isInjected({ function: of, index, path = [] }: ParameterSource, whole: readonly string[]): boolean {
  if (index > 0) return false;
  const holder = parentOf(of);
  if (holder?.type === "MethodDefinition") return holder.kind === "constructor" && whole.length > 1;
  return path.length > 0 && FACTORY_PLACES.has(holder?.type) && functionAround(of) === undefined;
}

/** What a promise yields counts as the promise: `load().then((sdk) => sdk.addBreadcrumb({}))`. */
function ofPromise(
  { function: handler, index }: ParameterSource,
  path: readonly string[],
  behind: Behind,
): ModulePath | undefined {
  const call = parentOf(handler);
  if (index > 0 || call?.type !== "CallExpression" || call.arguments[0] !== handler) return undefined;
  const { callee } = call;
  return callee.type === "MemberExpression" && lastName(callee) === "then" ? behind(callee.object, path) : undefined;
}

/** `$crumb` of what a component or a plugin is handed: `asyncData({ $crumb })`, `app.$crumb` */
function addedName({ path }: Way, name: TSESTree.Identifier): ModulePath | undefined {
  const whole = name.name.startsWith("$") ? [name.name, ...path] : path;
  const start = whole.findIndex((each) => each.startsWith("$"));
  return start === -1 ? undefined : { module: COMPONENT_NAMES, path: whole.slice(start) };
}

/** Where a variable's value comes from: by what it is, or else by its declared type. */
function originOfDeclared(
  declared: Node,
  isReassigned: boolean,
  { program, path, behind }: Way,
): ModulePath | undefined {
  const type = declaredTypeOf(declared);
  const source = patternSource(declared);
  if (source?.kind !== "expression") return type && behind(type);
  const members = [...(source.path ?? []), ...path];
  // An object that does nothing may have the type of one that records.
  const shown = type === undefined || isReassigned ? undefined : shownValues(program, source.node);
  if (shown !== undefined) return firstDefined(shown, (each) => behind(each, members));
  return (type && behind(type)) ?? behind(source.node, members);
}

/** Where comes from what is written to a variable, or to a member of it, in one place alone. */
function originOfWritten(name: TSESTree.Identifier, { program, path, behind }: Way): ModulePath | undefined {
  const variable = program.scopes.variableOf(name);
  const sources = (variable === undefined ? [] : definingIdentifiers(variable))
    .flatMap((each) => patternSource(each) ?? [])
    .filter((each) => each.kind === "parameter" || !isEmpty(each.node));
  const [only, ...rest] = sources;
  const whole =
    rest.length === 0 && only?.kind === "expression" ? behind(only.node, [...(only.path ?? []), ...path]) : undefined;
  const [part, ...parts] = assignedTo(program, name).filter(({ below }) => below === path[0]);
  return whole ?? (part && parts.length === 0 ? behind(part.inner, path.slice(1)) : undefined);
}

/** Where comes from what a call yields: what a container or context has, or else what the called function hands out. */
function originOfCall(call: TSESTree.CallExpression, path: readonly string[], behind: Behind): ModulePath | undefined {
  const [of] = call.arguments;
  const text = textLookedUp(call);
  if (text !== undefined) return { module: PROVIDED, path: [text, ...path] };
  if (call.callee.type === "MemberExpression" && propertyName(call.callee) === "bind")
    return behind(call.callee.object);
  if (of !== undefined && handsBack(call)) return behind(of);
  const looked = of?.type === "ArrowFunctionExpression" ? of.body : of;
  const found = (looked && isLookUp(call) ? behind(looked) : undefined) ?? keptUnder(call, path, behind);
  if (found !== undefined) return found;
  const members = [...selectedBy(call), ...path];
  return behind(call.callee, members.length === 0 ? [RESULT] : members);
}

/** What a context of a framework keeps under a text: `c.get("crumbs")` of Hono is `c.var.crumbs`. */
function keptUnder(
  { callee, arguments: [of, ...others] }: TSESTree.CallExpression,
  path: readonly string[],
  behind: Behind,
): ModulePath | undefined {
  const name = of && others.length === 0 ? textOf(of) : undefined;
  if (name === undefined || callee.type !== "MemberExpression" || propertyName(callee) !== "get") return undefined;
  const on = behind(callee.object, []);
  return on && frameworkOf(on.module) !== undefined
    ? originIn(on.module, [...on.path, "var", name, ...path])
    : undefined;
}

/** The members that a hook is told to hand out of what it has: `crumb` of `useLog((state) => state.crumb)`. */
function selectedBy({ callee, arguments: given }: TSESTree.CallExpression): readonly string[] {
  const selector = given.at(-1);
  if (selector?.type !== "ArrowFunctionExpression" || !matches(lastName(callee), /^use[A-Z]/u)) return [];
  const [state] = selector.params;
  const { root, path } = memberPath(selector.body);
  return root.type === "Identifier" && state?.type === "Identifier" && state.name === root.name ? path : [];
}
