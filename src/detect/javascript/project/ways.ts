import type { TSESTree } from "@typescript-eslint/utils";
import type { ModulePath } from "../../../breadcrumb/index.ts";
import { membersOf, memberValues } from "../names/functions.ts";
import { assignedTo } from "../names/assigned-members.ts";
import { originOf } from "../names/module-links.ts";
import { below as pathBelow, RESULT } from "../names/module-paths.ts";
import { isUnproven } from "../names/virtual-modules.ts";
import { resultsOf } from "../names/shown-values.ts";
import { definingIdentifiers } from "../names/scopes.ts";
import { RECORDING_NAMES, sdkPathFrom } from "../names/sdk-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { FactoryCall } from "../recording/callees.ts";
import { recordingIfMade, type LocalWrappers } from "../recording/found-wrappers.ts";
import {
  declaredMember,
  declaredName,
  isFunction,
  isMethodOrField,
  lastName,
  memberPath,
  parentOf,
  propertyName,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";
import { patternSource } from "../syntax/patterns.ts";
import type { ValueReader } from "../values/reader.ts";
import { factoriesOf, givenBack } from "./factories.ts";
import { exportsIn } from "./named-exports.ts";

/** Where to search for a wrapper, starting at the export: nested objects, results of functions. */
const MAX_DEPTH = 11;

/** Members below an export: deeper ones are not written by hand. */
const MAX_MEMBERS = 5;

/** A file that hands out more ways than that is generated. */
const MAX_WAYS = 500;

/** A wrapper, and the members that lead to it. */
export interface Way {
  readonly path: readonly string[];
  /** Undefined for the SDK's own function, and for what another module has. */
  readonly wrapper: FunctionNode | undefined;
  /** A member of another module at this place. */
  readonly from?: ModulePath;
  /** The members of it that have others in their place here. */
  readonly except?: readonly string[];
}

/** The evidence for a wrapper. */
export interface Context {
  readonly program: JavaScriptProgram;
  readonly values: ValueReader;
  readonly wrappers: LocalWrappers["functions"];
  /** Whether what stands somewhere is left out, as what may not be there where users are. */
  readonly isLeft?: (node: Node) => boolean;
}

/** How a value is reached: as it is, or as the `callee` of a call on the way. */
type Role = "value" | "callee";

/** Something to look for wrappers in, and the way to it. */
interface Step {
  readonly node: Node;
  readonly path: readonly string[];
  readonly depth: number;
  readonly as: Role;
  /** The function that has handed it out, and the call of it. */
  readonly made?: FactoryCall | undefined;
  /** The call on the way whose function is yet to be found. */
  readonly call?: TSESTree.CallExpression | undefined;
}

/** The parts of a value that may be, contain or return a wrapper. */
interface Lead {
  readonly inner: Node;
  /** The member that it is of the value. */
  readonly below?: string | undefined;
  /** The members of it that the value is. */
  readonly members?: readonly string[];
  /** The members of it that the value has others for. */
  readonly except?: readonly string[];
  /** The same as the value unless it is said. */
  readonly as?: Role;
  /** The call whose function it is to be. */
  readonly call?: TSESTree.CallExpression;
}

/**
 * The wrappers that a value is, has, or hands out, with the way to each.
 *
 * The resolver (`values/referents.ts`) says what one expression stands for; this goes through all that others can reach
 * from an export, and asks it what of that is the SDK's.
 * @param way what leads to the value.
 * @param wanted the members of it that are asked for, where not all are.
 */
export function waysIn(
  context: Context,
  value: Node,
  way: readonly string[],
  outer = 0,
  wanted: readonly string[] = [],
): readonly Way[] {
  const found: Way[] = [];
  const seen = new Map<Node, Set<string>>();
  const pending: Step[] = [{ node: value, path: way, depth: outer, as: "value" }];
  for (let step = pending.pop(); step !== undefined && found.length < MAX_WAYS; step = pending.pop()) {
    const node = withoutTypes(step.node);
    const { path, depth, as } = step;
    if (depth > MAX_DEPTH || path.length - way.length > MAX_MEMBERS || !isNew(seen, node, path)) continue;
    const own = waysAt(context, node, step);
    found.push(...own.ways);
    for (const lead of own.isEnd ? [] : leadsOf(context, node, as)) {
      const { inner, below, members = [], except, as: role = as, call = step.call } = lead;
      const made = as === "callee" && isFunction(node) && call ? { function: node, call } : step.made;
      if (members.length > 0) found.push(...waysOfMembers(context, inner, members, step));
      else if (except !== undefined) found.push(...waysOfBase(context, inner, except, step));
      else if (isWanted(below, wanted[pathBelow(path, ["?"]).length - way.length - 1]))
        pending.push({
          node: inner,
          path: below === undefined ? path : pathBelow(path, [below]),
          depth: depth + 1,
          as: role,
          made,
          call,
        });
    }
  }
  return found;
}

/** Whether a value has not been met under this way, and does not hold itself. */
function isNew(seen: Map<Node, Set<string>>, node: Node, path: readonly string[]): boolean {
  const id = path.join();
  const paths = seen.get(node) ?? new Set();
  if (paths.has(id)) return false;
  // An object that holds itself says nothing new there.
  if (node.type === "ObjectExpression" && [...paths].some((other) => id.startsWith(`${other},`))) return false;
  seen.set(node, paths.add(id));
  return true;
}

/** Whether a member may be on the way to another, or is no member but the value itself, or what it yields. */
function isWanted(member: string | undefined, wanted: string | undefined): boolean {
  return member === undefined || member === RESULT || wanted === undefined || member === wanted;
}

/** The value at a path of members. */
function waysOfMembers(
  context: Context,
  inner: Node,
  members: readonly string[],
  { path, depth }: Step,
): readonly Way[] {
  return waysIn(context, inner, [], depth + 1, members).flatMap((each) =>
    members.every((name, index) => each.path[index] === name)
      ? [{ ...each, path: pathBelow(path, each.path.slice(members.length)) }]
      : [],
  );
}

/** The ways in a class for one that extends it. */
function waysOfBase(context: Context, base: Node, except: readonly string[], { path, depth }: Step): readonly Way[] {
  return waysIn(context, base, [], depth + 1).flatMap((each): readonly Way[] => {
    const [member] = each.path;
    if (member !== undefined && except.includes(member)) return [];
    const isWhole = member === undefined && each.from !== undefined;
    return [
      { ...each, path: pathBelow(path, each.path), ...(isWhole && { except: [...(each.except ?? []), ...except] }) },
    ];
  });
}

/** The verdict on a value alone, and whether it is final. */
function waysAt(
  context: Context,
  node: Node,
  { path, as, made }: Step,
): { readonly ways: readonly Way[]; readonly isEnd: boolean } {
  const { program, values, wrappers } = context;
  if (isFunction(node)) {
    const mappings = as === "value" ? wrappers.get(node) : undefined;
    // What the result of a function yields in turn has no name.
    if (mappings === undefined) return { ways: [], isEnd: as === "value" && path.at(-1) === RESULT };
    const isRecording = made === undefined || recordingIfMade(values, mappings, made).length > 0;
    return { ways: isRecording ? [{ path, wrapper: node }] : [], isEnd: true };
  }
  const isCalled = as === "callee";
  const from = isCalled || !isHandingOut(node) ? undefined : importedFrom(program, node);
  const imported = from === undefined ? [] : [{ path, wrapper: undefined, from }];
  const sdk = isCalled ? undefined : wayToSdk(values.sdkPath(node), path);
  const recording = sdk === undefined || sdk.length === 0 ? [] : [{ path: sdk, wrapper: undefined }];
  const fields = isClass(node) ? waysOfFields(context, node, path) : [];
  return { ways: [...imported, ...recording, ...fields], isEnd: sdk !== undefined };
}

/** The open members of a class whose values come from another module. */
function waysOfFields(context: Context, owner: ClassNode, path: readonly string[]): readonly Way[] {
  const { program } = context;
  const { methods } = membersOf(program, owner);
  return openMembers(context, owner).flatMap((name) => {
    const method = methods.get(name);
    const { type, injection } = declaredMember(owner, name) ?? {};
    const values = method === undefined ? memberValues(program, owner, name) : resultsOf(program, method);
    return [injection, type, ...values].flatMap((source): readonly Way[] => {
      const from = source && importedFrom(program, source);
      // What a method hands out is not the method.
      const at = pathBelow(path, method === undefined ? [name] : [name, RESULT]);
      return from === undefined ? [] : [{ path: at, wrapper: undefined, from }];
    });
  });
}

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

function isClass(node: Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/**
 * The members of a class that are not private and no wrappers: fields and getters, also those that its constructor
 * declares or writes, and methods that may be like getters.
 */
function openMembers({ program, wrappers }: Context, owner: ClassNode): readonly string[] {
  const open = new Set<string | undefined>(membersOf(program, owner).fields.keys());
  for (const member of owner.body.body) {
    if (member.type === "MethodDefinition" && member.kind === "constructor") {
      for (const each of member.value.params)
        if (each.type === "TSParameterProperty" && each.accessibility === "private")
          open.delete(declaredName(each.parameter)?.name);
    } else if (isMethodOrField(member)) {
      const isTaking = member.type === "MethodDefinition" && member.value.params.length > 0;
      if (isTaking || isWrapper(member, wrappers) || openName(member) === undefined) open.delete(propertyName(member));
      else open.add(propertyName(member));
    }
  }
  return [...open].filter((name) => name !== undefined);
}

/** The name of a method or field that others can reach. */
function openName(member: TSESTree.ClassElement): string | undefined {
  if (!isMethodOrField(member)) return undefined;
  const name = propertyName(member);
  return name?.startsWith("#") === true || member.accessibility === "private" ? undefined : name;
}

function isWrapper(
  member: TSESTree.ClassElement,
  wrappers: Context["wrappers"],
): member is TSESTree.ClassElement & { readonly value: FunctionNode } {
  return "value" in member && member.value !== null && isFunction(member.value) && wrappers.has(member.value);
}

/** Where a value goes on. */
function leadsOf(context: Context, node: Node, as: Role): readonly Lead[] {
  switch (node.type) {
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression": {
      const below = as === "value" ? RESULT : undefined;
      return resultsOf(context.program, node).map((result) => {
        return { inner: result.type === "TSTypeReference" ? result.typeName : result, below, as: "value" };
      });
    }
    case "Identifier":
      return [...assignedTo(context.program, node), ...valuesOf(context.program, node)];
    case "MemberExpression": {
      const { root, path } = memberPath(node);
      return root === node ? [] : [{ inner: root, members: path }];
    }
    case "ArrayExpression":
      return node.elements.flatMap((inner, index) => (inner === null ? [] : { inner, below: String(index) }));
    case "ObjectExpression":
      return node.properties.map((property) =>
        property.type === "SpreadElement"
          ? { inner: property.argument }
          : { inner: property.value, below: propertyName(property) ?? "?", as: "value" },
      );
    case "ClassDeclaration":
    case "ClassExpression":
      return leadsOfClass(context, node);
    case "TSModuleDeclaration":
      return exportsIn(node.body?.body ?? []).flatMap(({ name, value }): readonly Lead[] =>
        value === undefined ? [] : [{ inner: value, below: name, as: "value" }],
      );
    case "NewExpression":
      return [{ inner: node.callee }, ...factoriesOf(node).map((inner): Lead => ({ inner, as: "callee" }))];
    case "AwaitExpression":
      return [{ inner: node.argument }];
    case "CallExpression":
      return leadsOfCall(context, node);
    case "AssignmentExpression":
    case "LogicalExpression":
      return [{ inner: node.right }, { inner: node.left }];
    case "ConditionalExpression":
      return [node.alternate, node.consequent].flatMap((inner) => (context.isLeft?.(inner) ? [] : { inner }));
    default:
      return [];
  }
}

/** What a class makes itself of is followed no further than to its methods, and to objects that it keeps. */
function leadsOfClass(context: Context, owner: ClassNode): readonly Lead[] {
  const { program, wrappers } = context;
  const methods = owner.body.body.flatMap((member): readonly Lead[] => {
    const below = openName(member);
    return below !== undefined && isWrapper(member, wrappers) ? [{ inner: member.value, below, as: "value" }] : [];
  });
  const objects = openMembers(context, owner).flatMap((below) =>
    memberValues(program, owner, below).flatMap((inner): readonly Lead[] =>
      inner.type === "ObjectExpression" ? [{ inner, below, as: "value" }] : [],
    ),
  );
  if (owner.superClass === null) return [...methods, ...objects];
  const own = membersOf(program, owner);
  const except = [...own.methods.keys(), ...own.getters.keys(), ...own.fields.keys()];
  return [...methods, ...objects, { inner: owner.superClass, except }];
}

/** An argument that a call returns, a class that returns its only instance, or a factory. */
function leadsOfCall({ program }: Context, call: TSESTree.CallExpression): readonly Lead[] {
  const { callee } = call;
  const below = lastName(callee) === "useRef" ? "current" : undefined;
  const given = givenBack(program, call).map((inner) => ({ inner, below }));
  const isBound = callee.type === "MemberExpression" && propertyName(callee) === "bind";
  return [...given, isBound ? { inner: callee.object } : { inner: memberPath(callee).root, as: "callee", call }];
}

/** The module that a value comes from, where the file says so. */
export function importedFrom(program: JavaScriptProgram, node: Node): ModulePath | undefined {
  const origin = originOf(program, node);
  return origin === undefined || isUnproven(origin.module) ? undefined : origin;
}

/** The ways from what a file exports straight from an SDK under a name of its own. */
export function waysToSdk(sdk: readonly string[] | undefined, name: string): readonly Way[] {
  const path = wayToSdk(sdk, name === "*" ? [] : [name]) ?? [];
  return path.length === 0 ? [] : [{ path, wrapper: undefined }];
}

/**
 * The way to the SDK's function for recording where a value is that function, or the SDK.
 * @param sdk what the value is of the SDK.
 * @returns undefined for any other value; an empty way where settings name the whole module.
 */
function wayToSdk(sdk: readonly string[] | undefined, path: readonly string[]): readonly string[] | undefined {
  const [name] = sdk ?? [];
  if (sdk?.length === 0) {
    const isModule = path.length === 0 || (path.length === 1 && sdkPathFrom(path).length === 0);
    return isModule ? [] : pathBelow(path, ["addBreadcrumb"]);
  }
  if (sdk?.length !== 1 || !RECORDING_NAMES.has(name)) return undefined;
  return path.length === 1 && path[0] === name ? [] : path;
}

/** The definitions of a name: functions, classes and expressions. */
function valuesOf({ scopes }: JavaScriptProgram, name: TSESTree.Identifier): readonly Lead[] {
  const variable = scopes.variableOf(name);
  if (variable === undefined) return [];
  const declared = variable.defs
    .map(({ node }) => node as Node)
    .filter(({ type }) => type === "ClassDeclaration" || type === "FunctionDeclaration");
  const written = definingIdentifiers(variable).flatMap((identifier) => {
    const source = patternSource(identifier);
    return source?.kind === "expression" && source.path !== undefined
      ? [{ inner: source.node, members: source.path }]
      : [];
  });
  const isContext = written.some(({ inner }) => inner.type === "CallExpression" && isCreatingContext(inner));
  const provided = isContext ? variable.references.flatMap(({ identifier }) => providedTo(identifier) ?? []) : [];
  return [...[...declared, ...provided].map((inner) => ({ inner })), ...written];
}

/** Whether a value is what it comes from: what a call yields is so only where a hook or a container hands it out. */
function isHandingOut(node: Node): boolean {
  if (node.type !== "CallExpression") return true;
  return /^(?:use|get|create|make)(?:[A-Z]|$)|^(?:inject|resolve)$/u.test(lastName(node.callee) ?? "");
}

function isCreatingContext({ callee }: TSESTree.CallExpression): boolean {
  return lastName(callee) === "createContext";
}

/** The `value` of `<Context.Provider value={…}>` and `<Context value={…}>`. */
function providedTo(identifier: Node): Node | undefined {
  let element = parentOf(identifier);
  if (element?.type === "JSXMemberExpression") element = parentOf(element);
  if (element?.type !== "JSXOpeningElement") return undefined;
  for (const attribute of element.attributes) {
    if (attribute.type !== "JSXAttribute" || attribute.name.name !== "value") continue;
    return attribute.value?.type === "JSXExpressionContainer" ? attribute.value.expression : undefined;
  }
  return undefined;
}
