import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinedWrapper, Export, ImportedCall, Links, ModulePath } from "../../../breadcrumb/index.ts";
import { returnsOf } from "../names/functions.ts";
import { AUTO_IMPORTS, originOf, originsOf } from "../names/module-links.ts";
import { definingIdentifiers } from "../names/scopes.ts";
import { RECORDING_NAMES, sdkPathFrom } from "../names/sdk-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { parametersOf, type Passing } from "../recording/argument-map.ts";
import { isForRecording, type LocalWrappers } from "../recording/found-wrappers.ts";
import { switchedOff } from "../surroundings/integrations.ts";
import { functionName } from "../syntax/enclosing-function.ts";
import {
  declaredMember,
  declaredName,
  isFunction,
  lastName,
  memberPath,
  parametersOf as takenBy,
  parentOf,
  patternSource,
  propertyName,
  typeOf,
  withoutTypes,
  type FunctionNode,
  type Owner,
} from "../syntax/nodes.ts";
import { callsOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";
import { destinationsOf } from "./handed.ts";
import { exportsOf, type NamedExport } from "./named-exports.ts";
import { receiversOf } from "./receivers.ts";
import { registeredIn } from "./registrations.ts";

export const NO_LINKS: Links = { wrappers: [], aliases: [], calls: [], exports: [], receivers: [], off: undefined };

/** What a function is looked for in, from the export on: objects in objects, what functions hand out. */
const MAX_DEPTH = 11;

/** Members below an export: deeper ones are not written by hand. */
const MAX_MEMBERS = 5;

/** A file that hands out more ways than that is generated. */
const MAX_WAYS = 500;

/**
 * What a file has to do with others.
 * @param wrappers those that it defines.
 * @param isSetUp whether it calls the SDK's `init`.
 */
export function linksOf(
  program: JavaScriptProgram,
  values: ValueReader,
  wrappers: LocalWrappers["functions"],
  isSetUp: boolean,
): Links {
  const exported = exportsOf(program);
  const ways = exported.flatMap(({ name, value }) =>
    value === undefined ? [] : functionsIn(program, values, wrappers, value, name === "*" ? [] : [name]),
  );
  return {
    wrappers: definedWrappers(program, wrappers, exported, ways),
    aliases: [
      ...ways.flatMap(({ path, from }) => (from === undefined ? [] : [{ of: { module: ".", path }, from }])),
      ...registeredIn(program),
    ],
    calls: importedCalls(program),
    exports: exported.map(({ name, from, value }): Export => {
      const origin = from ?? (value && importedFrom(program, value));
      return { name, from: origin, sdk: value && values.sdkPath(initOf(value)) };
    }),
    receivers: receiversOf(program, exported),
    off: isSetUp ? switchedOff(program, values) : undefined,
  };
}

/** The module that a value comes from, where the file says so. */
function importedFrom(program: JavaScriptProgram, node: Node): ModulePath | undefined {
  const origin = originOf(program, node);
  return origin?.module === AUTO_IMPORTS ? undefined : origin;
}

/** What a declarator gives the name that it declares; any other expression itself. */
function initOf(value: Node): Node {
  const holder = parentOf(value);
  return holder?.type === "VariableDeclarator" && holder.id === value && holder.init !== null ? holder.init : value;
}

function definedWrappers(
  program: JavaScriptProgram,
  wrappers: LocalWrappers["functions"],
  exported: readonly NamedExport[],
  ways: readonly Way[],
): readonly DefinedWrapper[] {
  const handedOut = ways.flatMap(({ path, wrapper, from }) =>
    wrapper === undefined && from === undefined ? [sdkFunction(path)] : [],
  );
  const own = [...wrappers].flatMap(([wrapper, all]): readonly DefinedWrapper[] => {
    const parameters = parametersOf(all.filter((passing) => isPossible(wrapper, passing)));
    if (parameters.every((parameter) => parameter === "_")) return [];
    const exports = ways.flatMap(({ path, wrapper: other }) => (other === wrapper && path.length > 0 ? [path] : []));
    const { elsewhere, types } = destinationsOf(program, wrapper);
    for (const [type, ...members] of types) {
      exports.push(...exported.filter(({ name }) => name === type).map(({ name }) => [name, ...members]));
    }
    if (exports.length + elsewhere.length === 0) return [];
    const name = functionName(wrapper) ?? exports[0]?.at(-1) ?? "";
    const dedicated = isForRecording(wrapper);
    return [{ name, exports, parameters, dedicated, ...(elsewhere.length > 0 && { handedTo: elsewhere }) }];
  });
  return [...own, ...handedOut];
}

/** The SDK's function where a file hands it out under a way that settings cannot name as a module's. */
function sdkFunction(path: readonly string[]): DefinedWrapper {
  return { name: path.at(-1) ?? "", exports: [path], parameters: ["breadcrumb"], dedicated: true };
}

/** A wrapper, and the members that lead to it. */
interface Way {
  readonly path: readonly string[];
  /** Undefined for the SDK's own function, and for what another module has. */
  readonly wrapper: FunctionNode | undefined;
  /** What of another module is there. */
  readonly from?: ModulePath;
}

/** Something to look for wrappers in, and the way to it. */
interface Step {
  readonly node: Node;
  readonly path: readonly string[];
  readonly depth: number;
  /**
   * What leads there: `callee` to what a call on the way calls, and `result` to what a function hands out. A function
   * that is handed out by itself has the same way as the one that hands it out, and settings cannot tell them apart.
   */
  readonly as: "value" | "callee" | "result";
}

/** The wrappers that a value is, has, or hands out, with the way to each. */
function functionsIn(
  program: JavaScriptProgram,
  values: ValueReader,
  wrappers: LocalWrappers["functions"],
  value: Node,
  way: readonly string[],
  outer = 0,
): readonly Way[] {
  const found: Way[] = [];
  const seen = new Map<Node, Set<string>>();
  const pending: Step[] = [{ node: value, path: way, depth: outer, as: "value" }];
  for (let next = pending.pop(); next !== undefined && found.length < MAX_WAYS; next = pending.pop()) {
    const node = withoutTypes(next.node);
    const { path, depth } = next;
    const paths = seen.get(node) ?? new Set();
    if (paths.has(path.join()) || depth > MAX_DEPTH || path.length - way.length > MAX_MEMBERS) continue;
    // An object that holds itself says nothing new there.
    if (node.type === "ObjectExpression" && [...paths].some((other) => path.join().startsWith(`${other},`))) continue;
    seen.set(node, paths.add(path.join()));
    const from = next.as === "callee" || !isHandingOut(node) ? undefined : importedFrom(program, node);
    if (from !== undefined) found.push({ path, wrapper: undefined, from });
    const follow = (inner: Node | null | undefined, below: readonly string[] = [], as = next.as): void => {
      if (inner) pending.push({ node: inner, path: [...path, ...below], depth: depth + 1, as });
    };
    /** Goes on with what is found in a value under some members. */
    const followMembers = (inner: Node, members: readonly string[]): void => {
      for (const each of functionsIn(program, values, wrappers, inner, [], depth + 1)) {
        if (members.every((name, index) => each.path[index] === name))
          found.push({ ...each, path: [...path, ...each.path.slice(members.length)] });
      }
    };
    const addField = (owner: Owner, name: string): void => {
      const { type, value: kept, injection } = declaredMember(owner, name) ?? {};
      for (const source of [injection, type, kept]) {
        const from = source && importedFrom(program, source);
        if (from !== undefined) found.push({ path: [...path, name], wrapper: undefined, from });
      }
    };
    if (isFunction(node)) {
      if (next.as === "result") continue;
      if (next.as === "value" && wrappers.has(node)) found.push({ path, wrapper: node });
      else
        for (const returned of returnsOf(program, node) ?? [])
          follow(returned, [], next.as === "value" ? "result" : "value");
      continue;
    }
    const handed = next.as === "callee" ? undefined : handedOutSdk(values, node, path);
    if (handed !== undefined) {
      if (handed.length > 0) found.push({ path: handed, wrapper: undefined });
      continue;
    }
    switch (node.type) {
      case "Identifier":
        for (const { inner, members } of valuesOf(program, node)) {
          if (members.length === 0) follow(inner);
          else followMembers(inner, members);
        }
        break;
      case "MemberExpression": {
        const { root, path: members } = memberPath(node);
        if (root !== node) followMembers(root, members);
        break;
      }
      case "ObjectExpression":
        for (const property of node.properties) {
          if (property.type === "SpreadElement") follow(property.argument);
          else follow(property.value, [propertyName(property) ?? "?"], "value");
        }
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        for (const member of node.body.body) {
          const isMember = member.type === "MethodDefinition" || member.type === "PropertyDefinition";
          const name = isMember ? propertyName(member) : undefined;
          const isHidden = name?.startsWith("#") === true || (isMember && member.accessibility === "private");
          // What a class makes itself of is followed no further than to its methods.
          const isMethod = isMember && member.value !== null && isFunction(member.value) && wrappers.has(member.value);
          if (!isMember || name === undefined || isHidden) continue;
          if (isMethod) follow(member.value, [name], "value");
          else if (name === "constructor" && member.type === "MethodDefinition") {
            for (const parameter of member.value.params) {
              const kept = parameter.type === "TSParameterProperty" && parameter.accessibility !== "private";
              const field = kept ? declaredName(parameter.parameter)?.name : undefined;
              if (field !== undefined) addField(node, field);
            }
          } else if (member.type === "PropertyDefinition") addField(node, name);
        }
        follow(node.superClass);
        break;
      case "NewExpression":
        follow(node.callee);
        break;
      case "AwaitExpression":
        follow(node.argument);
        break;
      case "CallExpression": {
        // A function handed to another, as to `useCallback`; a class that hands out its one instance; a factory.
        if (node.arguments[0]?.type !== "SpreadElement") follow(node.arguments[0]);
        const { callee } = node;
        if (callee.type === "MemberExpression" && propertyName(callee) === "bind") follow(callee.object);
        else follow(memberPath(callee).root, [], "callee");
        break;
      }
      case "AssignmentExpression":
      case "LogicalExpression":
        follow(node.right);
        follow(node.left);
        break;
      case "ConditionalExpression":
        follow(node.alternate);
        follow(node.consequent);
        break;
      default:
    }
  }
  return found;
}

/**
 * The way to the SDK's function for recording where a value is that function, or the SDK.
 * @returns undefined for any other value; an empty way where settings name the whole module.
 */
function handedOutSdk(values: ValueReader, node: Node, path: readonly string[]): readonly string[] | undefined {
  const sdk = values.sdkPath(node);
  const [name] = sdk ?? [];
  if (sdk?.length === 0) {
    const isModule = path.length === 0 || (path.length === 1 && sdkPathFrom(path).length === 0);
    return isModule ? [] : [...path, "addBreadcrumb"];
  }
  if (sdk?.length !== 1 || !RECORDING_NAMES.has(name)) return undefined;
  return path.length === 1 && path[0] === name ? [] : path;
}

/** What a name stands for: functions, classes and expressions, with the members that are taken from each. */
function valuesOf(
  { scopes }: JavaScriptProgram,
  name: TSESTree.Identifier,
): readonly { readonly inner: Node; readonly members: readonly string[] }[] {
  const variable = scopes.variableOf(name);
  if (variable === undefined) return [];
  const declared = variable.defs
    .map(({ node }) => node as Node)
    .filter(({ type }) => type === "ClassDeclaration" || type === "FunctionDeclaration");
  const written = definingIdentifiers(variable).flatMap((identifier) => {
    const source = patternSource(identifier);
    return source?.kind === "expression" && source.path !== undefined
      ? [{ inner: source.expression, members: source.path }]
      : [];
  });
  const isContext = written.some(({ inner }) => inner.type === "CallExpression" && isCreatingContext(inner));
  const provided = isContext ? variable.references.flatMap(({ identifier }) => providedTo(identifier) ?? []) : [];
  return [...[...declared, ...provided].map((inner) => ({ inner, members: [] })), ...written];
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

/** Whether a parameter can be what it is passed on as: a text is no breadcrumb. */
function isPossible(wrapper: FunctionNode, { argument, path, field }: Passing): boolean {
  const declared = takenBy(wrapper)[argument];
  const type = declared && typeOf(declared)?.type;
  return field !== "breadcrumb" || path.length > 0 || type !== "TSStringKeyword";
}

/** The calls of a file whose function comes from another module. */
function importedCalls(program: JavaScriptProgram): readonly ImportedCall[] {
  return callsOf(program.sourceCode).flatMap(({ callee, range }) => {
    const { root, path } = memberPath(callee);
    return originsOf(program, root, path).flatMap((origin): readonly ImportedCall[] => {
      const found = { ...origin, range };
      if (root.type !== "Identifier" && root.type !== "ThisExpression") {
        // What a call on the way hands out has no name of its own.
        return origin.path.length > 1 ? [{ ...found, name: [origin.path[0], origin.path.at(-1)].join(".") }] : [];
      }
      const variable = root.type === "Identifier" ? program.scopes.variableOf(root) : undefined;
      const imported = variable && program.scopes.importOf(variable);
      const written = root.type === "Identifier" ? root.name : "this";
      const isByName = imported !== undefined && imported.name !== "*" && imported.name !== "default";
      if (path.length === 0) return [{ ...found, name: isByName ? imported.name : written }];
      const isOfModule = path.length === 1 && imported?.name === "*";
      return [{ ...found, name: (isOfModule ? path : [written, ...path]).join(".") }];
    });
  });
}
