import type { TSESTree } from "@typescript-eslint/utils";
import type { FieldName, WrapperParameter } from "../../breadcrumb/index.ts";
import { matchesPattern } from "../../sentry/patterns.ts";
import type { WrapperSetting } from "../../settings.ts";
import { originOf } from "./module-links.ts";
import { functionName, holderOf } from "./place.ts";
import type { JavaScriptProgram } from "./program.ts";
import type { Variable } from "./scope.ts";
import {
  isFunction,
  memberOf,
  memberPath,
  ownerOf,
  parentOf,
  patternSource,
  propertyName,
  typeOf,
  withoutTypes,
  type FunctionNode,
  type Node,
  type Owner,
} from "./syntax.ts";

/** What one argument of a call, or one property of it, becomes. */
export interface Passing {
  readonly argument: number;
  /** The property of the argument; undefined for the argument itself. */
  readonly property: string | undefined;
  readonly field: FieldName | "breadcrumb";
  /** For a whole breadcrumb: the fields of it that the wrapper sets itself. */
  readonly except: readonly string[];
}

/** A call that records a breadcrumb, and what its arguments become. */
export interface Recording {
  readonly call: TSESTree.CallExpression;
  readonly passings: readonly Passing[];
}

/** The only argument of the SDK's own functions that a breadcrumb is made of. */
export const WHOLE_BREADCRUMB: readonly Passing[] = [
  { argument: 0, property: undefined, field: "breadcrumb", except: [] },
];

const FIELD_NAMES: readonly FieldName[] = ["type", "category", "message", "level", "timestamp", "data"];

const MAX_STEPS = 20;

/** The wrappers that the project's settings name. */
export interface NamedWrappers {
  /**
   * What the arguments of a call become, if it calls one of them.
   * @param withModule whether to look among those that the settings name with a module, or among the others.
   */
  passingsOf(call: TSESTree.CallExpression, withModule: boolean): readonly Passing[] | undefined;
  /** Whether a function of the file has the name of one of them. */
  has(name: string | undefined): boolean;
}

export function namedWrappers(program: JavaScriptProgram): NamedWrappers {
  const wrappers = program.settings.wrappers.map((setting) => ({
    setting,
    segments: setting.name.split("."),
    passings: setting.parameters.flatMap(passingsOfParameter),
  }));
  return {
    passingsOf({ callee }, withModule) {
      if (wrappers.length === 0) return undefined;
      const { root, path } = memberPath(callee);
      return wrappers.find(
        ({ setting, segments }) =>
          (setting.from !== undefined) === withModule && isCalledBy(program, root, path, setting, segments),
      )?.passings;
    },
    has: (name) => wrappers.some(({ segments }) => segments.at(-1) === name),
  };
}

function isCalledBy(
  program: JavaScriptProgram,
  root: Node,
  path: readonly string[],
  { from, name }: WrapperSetting,
  segments: readonly string[],
): boolean {
  if (segments.length > 1) {
    const written = root.type === "Identifier" ? root.name : root.type === "ThisExpression" ? "this" : "";
    const tail = [written, ...path].slice(-segments.length);
    if (segments.some((segment, index) => segment !== tail[index])) return false;
    return from === undefined || comesFrom(program, from, root, path);
  }
  if (root.type !== "Identifier" || path.length > 1 || (path.length === 1 && path[0] !== name)) return false;
  const variable = program.scopes.variableOf(root);
  const imported = variable && program.scopes.importOf(variable);
  if (path.length === 1) return imported?.name === "*" && (from === undefined || isOneOf(from, imported.module));
  if (imported === undefined) return root.name === name && (from === undefined || comesFrom(program, from, root, path));
  if (from !== undefined && !isOneOf(from, imported.module)) return false;
  const isWholeModule = imported.name === "default" || imported.name === "*";
  return imported.name === name || (root.name === name && (isWholeModule || from === undefined));
}

function comesFrom(program: JavaScriptProgram, from: readonly string[], root: Node, path: readonly string[]): boolean {
  const module = originOf(program, root, path)?.module;
  return module !== undefined && isOneOf(from, module);
}

function isOneOf(modules: readonly string[], module: string): boolean {
  return modules.some((pattern) => matchesPattern(pattern, module));
}

function passingsOfParameter(parameter: WrapperParameter, argument: number): readonly Passing[] {
  if (typeof parameter === "object") {
    return Object.entries(parameter).map(([property, field]) => ({ argument, property, field, except: [] }));
  }
  return parameter === "_" ? [] : [{ argument, property: undefined, field: parameter, except: [] }];
}

/** The wrappers that a file itself defines. */
export interface LocalWrappers {
  /** Of each function that is a wrapper, what its parameters become. */
  readonly functions: ReadonlyMap<FunctionNode, readonly Passing[]>;
  passingsOf(call: TSESTree.CallExpression): readonly Passing[] | undefined;
  /** Whether a recording passes on what the function around it was given. */
  forwards(call: TSESTree.CallExpression): boolean;
}

/** What a parameter of a function around a recording becomes. */
interface Forwarding extends Passing {
  readonly function: FunctionNode;
  /** Whether it alone makes a wrapper; parts of a message and attached data may be by the way. */
  readonly telling: boolean;
}

/** Wrappers of wrappers of wrappers are followed this far. */
const MAX_ROUNDS = 4;

/**
 * Finds the functions of a file that pass their parameters to one of its recordings, and those that call them.
 * @param calls all calls of the file.
 * @param recordings those that record by the SDK's means or by a wrapper that the settings name.
 */
export function localWrappers(
  program: JavaScriptProgram,
  calls: readonly TSESTree.CallExpression[],
  recordings: readonly Recording[],
  named: NamedWrappers,
): LocalWrappers {
  const functions = new Map<FunctionNode, Passing[]>();
  const forwarding = new Set<Node>();
  const byVariable = new Map<Variable, readonly Passing[]>();
  const byOwner = new Map<Node, Map<string, readonly Passing[]>>();
  const methods = new Set<string>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    for (const recording of round) take(recording, count > 0);
    for (const [wrapper, passings] of functions) hold(wrapper, passings);
    round = calls.flatMap(newRecording);
  }

  /** Notes what a recording passes on. */
  function take(recording: Recording, isOfWrapper: boolean): void {
    const found = forwardingsOf(program, recording);
    const tells = new Set(found.filter(({ telling }) => telling).map((forwarded) => forwarded.function));
    for (const { function: wrapper, argument, property, field, except } of found) {
      const isTold = tells.has(wrapper) && (!isOfWrapper || isForRecording(wrapper));
      if (!isCallable(wrapper) || !(isTold || isOnlyRecording(wrapper))) continue;
      forwarding.add(recording.call);
      const passings = functions.get(wrapper) ?? [];
      functions.set(wrapper, passings);
      const isKnown = passings.some(
        (other) => other.argument === argument && other.property === property && other.field === field,
      );
      if (!isKnown) passings.push({ argument, property, field, except });
    }
    if (isInNamedWrapper(recording.call, named)) forwarding.add(recording.call);
  }

  function hold(wrapper: FunctionNode, passings: readonly Passing[]): void {
    const place = holdingPlace(program, wrapper);
    if (place?.kind === "variable") byVariable.set(place.variable, passings);
    if (place?.kind !== "member") return;
    const members = byOwner.get(place.owner) ?? new Map<string, readonly Passing[]>();
    byOwner.set(place.owner, members.set(place.name, passings));
    methods.add(place.name);
  }

  function newRecording(call: TSESTree.CallExpression): readonly Recording[] {
    const passings = known.has(call) ? undefined : passingsOf(call);
    if (passings === undefined) return [];
    known.add(call);
    return [{ call, passings }];
  }

  function passingsOf(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    if (functions.size === 0) return undefined;
    const callee = withoutTypes(call.callee);
    if (callee.type === "Identifier") {
      const variable = program.scopes.variableOf(callee);
      return variable && byVariable.get(variable);
    }
    if (callee.type !== "MemberExpression") return undefined;
    const name = propertyName(callee);
    if (name === undefined || !methods.has(name)) return undefined;
    for (const owner of ownersOf(program, callee.object)) {
      const found = byOwner.get(owner)?.get(name);
      if (found !== undefined) return found;
    }
    const type = interfaceOf(program, callee.object);
    if (type === undefined) return undefined;
    for (const [owner, members] of byOwner) if (implementsType(owner, type)) return members.get(name);
    return undefined;
  }

  return { functions, forwards: (call) => forwarding.has(call), passingsOf };
}

function forwardingsOf(program: JavaScriptProgram, { call, passings }: Recording): readonly Forwarding[] {
  const found: Forwarding[] = [];
  for (const passing of passings) {
    const node = call.arguments[passing.argument];
    if (node === undefined) continue;
    if (passing.property !== undefined) {
      forwardProperty(program, passing, passing.property, node, found);
    } else if (node.type === "SpreadElement") {
      const rest = parameterBehind(program, node.argument, true);
      if (rest !== undefined) found.push({ ...passing, ...rest, telling: true });
    } else {
      forwardValue(program, passing, node, found);
    }
  }
  return found;
}

/** Passes on what becomes a field, or a whole breadcrumb. */
function forwardValue(program: JavaScriptProgram, passing: Passing, node: Node, found: Forwarding[]): void {
  if (passing.field === "breadcrumb") forwardRecord(program, passing, node, found);
  else forwardField(program, passing.field, node, found);
}

function forwardRecord(
  program: JavaScriptProgram,
  { except }: Pick<Passing, "except">,
  node: Node,
  found: Forwarding[],
): void {
  const parameter = parameterBehind(program, node);
  if (parameter !== undefined) {
    found.push({ ...parameter, field: "breadcrumb", except, telling: true });
    return;
  }
  const literal = literalBehind(program, node);
  if (literal === undefined) return;
  // From the last to the first, since what is written later wins.
  const set = [...except];
  const fromLast: Forwarding[] = [];
  for (const property of [...literal.properties].reverse()) {
    if (property.type !== "Property") {
      const spread = parameterBehind(program, property.argument);
      if (spread !== undefined)
        fromLast.push({ ...spread, field: "breadcrumb", except: [...set], telling: true });
      continue;
    }
    const name = propertyName(property);
    const field = FIELD_NAMES.find((known) => known === name);
    if (field === undefined || set.includes(field)) continue;
    set.push(field);
    forwardField(program, field, property.value, fromLast);
  }
  found.push(...fromLast.reverse());
}

/** Passes on what becomes of one property of an argument: of a parameter handed on, or of what a literal has. */
function forwardProperty(
  program: JavaScriptProgram,
  passing: Passing,
  property: string,
  node: Node,
  found: Forwarding[],
): void {
  const { field, except } = passing;
  const parameter = parameterBehind(program, node);
  if (parameter !== undefined) {
    if (parameter.property === undefined) {
      const telling = field === "breadcrumb" || property === field;
      found.push({ ...parameter, property, field, except, telling });
    }
    return;
  }
  const value = literalBehind(program, node)?.properties.findLast(
    (each) => each.type === "Property" && propertyName(each) === property,
  );
  if (value?.type === "Property") forwardValue(program, passing, value.value, found);
}

function forwardField(program: JavaScriptProgram, field: FieldName, node: Node, found: Forwarding[]): void {
  const value = withoutDefault(node);
  const parameter = parameterBehind(program, value);
  if (parameter !== undefined) {
    const { property } = parameter;
    const telling = property === undefined ? field !== "data" && field !== "timestamp" : property === field;
    found.push({ ...parameter, field, except: [], telling });
  } else if (field === "message") {
    const parts = partsOf(value).map((part) => parameterBehind(program, withoutDefault(part)));
    // Of several, the one that carries the text: what is named so, or what stands last.
    const part =
      parts.findLast((known) => known?.name === "message") ?? parts.findLast((known) => known !== undefined);
    if (part !== undefined) found.push({ ...part, field, except: [], telling: false });
  }
}

interface ParameterUse extends Pick<Passing, "argument" | "property"> {
  readonly function: FunctionNode;
  readonly name: string;
}

/** The parameter that an expression reads, or its property; undefined where the function writes to it. */
function parameterBehind(program: JavaScriptProgram, node: Node, spread = false): ParameterUse | undefined {
  const { root, path } = memberPath(node);
  if (root.type !== "Identifier") return undefined;
  const variable = program.scopes.variableOf(root);
  if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
  const [definition] = variable.defs;
  if (definition?.type !== "Parameter") return undefined;
  const declared = definition.name as Node;
  const around = parentOf(declared);
  const rest = around?.type === "RestElement" ? around : undefined;
  const source = spread ? rest && patternSource(rest) : patternSource(declared);
  if (source?.kind !== "parameter" || source.path === undefined) return undefined;
  const properties = [...source.path, ...path];
  if (properties.length > 1) return undefined;
  return { function: source.function, argument: source.index, property: properties[0], name: root.name };
}

/** The object literal that an expression is, or that the constant which it names was given. */
function literalBehind(program: JavaScriptProgram, node: Node): TSESTree.ObjectExpression | undefined {
  let current = withoutTypes(node);
  for (let step = 0; step < MAX_STEPS && current.type === "Identifier"; step++) {
    const variable = program.scopes.variableOf(current);
    if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
    const [definition] = variable.defs;
    if (definition?.type !== "Variable") return undefined;
    const source = patternSource(definition.name);
    if (source?.kind !== "expression" || source.path?.length !== 0) return undefined;
    current = withoutTypes(source.expression);
  }
  return current.type === "ObjectExpression" ? current : undefined;
}

/** `level` of `level ?? "info"` and `level || "info"`: what a caller gives is passed on. */
function withoutDefault(node: Node): Node {
  const value = withoutTypes(node);
  return value.type === "LogicalExpression" && value.operator !== "&&" ? withoutTypes(value.left) : value;
}

/** The expressions that a template or a concatenation puts together; of anything else, itself. */
function partsOf(node: Node): readonly Node[] {
  if (node.type === "TemplateLiteral") return node.expressions;
  const parts: Node[] = [];
  let current: Node = node;
  while (current.type === "BinaryExpression" && current.operator === "+") {
    parts.push(current.right);
    current = withoutTypes(current.left);
  }
  return [current, ...parts.reverse()];
}

/** Whether others can call a function by a name: callbacks, accessors and constructors are no wrappers. */
function isCallable(wrapper: FunctionNode): boolean {
  if (wrapper.type === "FunctionDeclaration") return true;
  const holder = holderOf(wrapper);
  switch (holder?.type) {
    case "MethodDefinition":
      return holder.kind === "method";
    case "Property":
      return holder.kind === "init";
    case "AssignmentExpression":
    case "ExportDefaultDeclaration":
    case "PropertyDefinition":
    case "VariableDeclarator":
      return true;
    default:
      return false;
  }
}

/** Words in the names of functions that are there to tell somebody what happens. */
const TELLING_WORDS = /breadcrumb|crumb|log|track|report|record|trace|event|monitor|notify|sentry|capture|debug|info|warn|error|fatal|telemetry|analytics|audit|write|emit/iu;

/** Whether recording is what a function is there for: it does nothing else, or says so by its name. */
export function isForRecording(wrapper: FunctionNode): boolean {
  return isOnlyRecording(wrapper) || TELLING_WORDS.test(functionName(wrapper) ?? "");
}

/** Whether a function does nothing but record, or says by its name that it is there for that. */
function isOnlyRecording(wrapper: FunctionNode): boolean {
  if (/crumb/iu.test(functionName(wrapper) ?? "")) return true;
  const { body } = wrapper;
  return (
    body.type !== "BlockStatement" ||
    body.body.filter(({ type }) => type !== "VariableDeclaration").length === 1
  );
}

function isInNamedWrapper(call: Node, named: NamedWrappers): boolean {
  for (let node = parentOf(call); node !== undefined; node = parentOf(node)) {
    if (isFunction(node) && named.has(functionName(node))) return true;
  }
  return false;
}

type HoldingPlace =
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "member"; readonly owner: Node; readonly name: string };

/** Where callers find a function: a variable that is never given another one, a class, an object. */
function holdingPlace(program: JavaScriptProgram, wrapper: FunctionNode): HoldingPlace | undefined {
  const holder = holderOf(wrapper);
  const id = wrapper.type === "FunctionDeclaration" ? wrapper.id : undefined;
  const name =
    id ?? (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? holder.id : undefined);
  if (name) {
    const variable = program.scopes.variableOf(name);
    if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
    return { kind: "variable", variable };
  }
  if (
    holder?.type === "MethodDefinition" ||
    holder?.type === "PropertyDefinition" ||
    holder?.type === "Property"
  ) {
    const key = propertyName(holder);
    const around = parentOf(holder);
    const owner = around?.type === "ClassBody" ? parentOf(around) : around;
    return owner === undefined || key === undefined ? undefined : { kind: "member", owner, name: key };
  }
  return undefined;
}

/** The classes and literals of the file whose methods an object has. */
function ownersOf(program: JavaScriptProgram, object: Node): readonly Node[] {
  const inner = withoutTypes(object);
  if (inner.type === "ThisExpression") {
    const owner = ownerOf(inner);
    return owner === undefined ? [] : [owner, ...componentMethods(owner)];
  }
  if (inner.type !== "Identifier") return [];
  const definition = program.scopes.variableOf(inner)?.defs[0];
  if (definition?.type === "ClassName") return [definition.node];
  const made = definition?.type === "Variable" ? definition.node.init : undefined;
  if (made?.type === "NewExpression" && made.callee.type === "Identifier") {
    const of = program.scopes.variableOf(made.callee)?.defs[0];
    return of?.type === "ClassName" ? [of.node] : [];
  }
  const literal = literalBehind(program, inner);
  return literal === undefined ? [] : [literal];
}

/** The interface that the file declares for `this.adapter`, by its name. */
function interfaceOf({ scopes }: JavaScriptProgram, object: Node): string | undefined {
  const inner = withoutTypes(object);
  if (inner.type !== "MemberExpression" || inner.object.type !== "ThisExpression") return undefined;
  const owner = ownerOf(inner);
  const name = propertyName(inner);
  const type = owner && name !== undefined ? memberOf(owner, name)?.type : undefined;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  return scopes.variableOf(type.typeName)?.defs[0]?.type === "Type" ? type.typeName.name : undefined;
}

/** Whether an object or class of the file says that it is of a type. */
function implementsType(owner: Node, type: string): boolean {
  if (owner.type === "ClassDeclaration" || owner.type === "ClassExpression") {
    return owner.implements.some(({ expression }) => expression.type === "Identifier" && expression.name === type);
  }
  const holder = parentOf(owner);
  const declared = holder?.type === "VariableDeclarator" ? typeOf(holder.id) : undefined;
  return declared?.type === "TSTypeReference" && declared.typeName.type === "Identifier" && declared.typeName.name === type;
}

/** A Vue component has its methods in an object beside its hooks; `this` is the component in all of them. */
function componentMethods(owner: Owner): readonly Node[] {
  if (owner.type !== "ObjectExpression") return [];
  const property = parentOf(owner);
  const own = owner.properties.flatMap(methodsObject);
  return property?.type === "Property" && property.parent.type === "ObjectExpression"
    ? [...own, ...property.parent.properties.flatMap(methodsObject)]
    : own;
}

function methodsObject(property: TSESTree.ObjectLiteralElement): readonly Node[] {
  return property.type === "Property" &&
    propertyName(property) === "methods" &&
    property.value.type === "ObjectExpression"
    ? [property.value]
    : [];
}
