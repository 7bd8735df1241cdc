import type { TSESTree } from "@typescript-eslint/utils";
import { calleesOf, type Callees, type Maker } from "./callees.ts";
import { forwardingsOf, type Forwarding } from "./parameters.ts";
import type { NamedWrappers } from "./declared-wrappers.ts";
import { implementsType, interfaceOf, ownersOf } from "./owners.ts";
import type { Passing, Recording } from "./argument-map.ts";
import { functionName, holderOf } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isFunction, parentOf, propertyName, withoutTypes, type FunctionNode, type Node } from "../syntax/nodes.ts";

/** The wrappers that a file itself defines. */
export interface LocalWrappers {
  /** Of each function that is a wrapper, what its parameters become. */
  readonly functions: ReadonlyMap<FunctionNode, readonly Passing[]>;
  /** What the arguments of a call become that records by one of them; undefined for any other call. */
  recordedBy(call: TSESTree.CallExpression): readonly Passing[] | undefined;
  /** What the arguments of a call become in all that is recorded by the wrapper it hands out; undefined for others. */
  handedOutBy(call: TSESTree.CallExpression): readonly Passing[] | undefined;
  /** Whether a recording passes on what the function around it was given. */
  forwards(call: TSESTree.CallExpression): boolean;
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
  const callees = calleesOf(program);
  const functions = new Map<FunctionNode, Forwarding[]>();
  /** Of each wrapper that other functions hand out, what their parameters become. */
  const handed = new Map<FunctionNode, Forwarding[]>();
  /** The same, of each function that hands out wrappers. */
  const makers = new Map<FunctionNode, Forwarding[]>();
  const forwarding = new Set<Node>();
  const methods = new Map<string, Map<Node, FunctionNode>>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    for (const recording of round) take(recording, count > 0);
    for (const wrapper of functions.keys()) hold(wrapper);
    round = calls.flatMap(newRecording);
  }

  /** Notes what a recording passes on. */
  function take(recording: Recording, isOfWrapper: boolean): void {
    const found = forwardingsOf(program, recording);
    const tells = new Set(found.filter(({ telling }) => telling).map((forwarded) => forwarded.function));
    const isWrapper = (candidate: FunctionNode): boolean => {
      const isTold = tells.has(candidate) && (!isOfWrapper || isForRecording(candidate));
      return isCallable(candidate) && (isTold || isOnlyRecording(candidate));
    };
    const wrappers = new Set(found.map((forwarded) => forwarded.function).filter(isWrapper));
    const told = [...wrappers].filter((wrapper) => tells.has(wrapper));
    for (const forwarded of found) {
      const around = forwarded.function;
      const inner = lastHandedOut(callees, around, told);
      if (inner !== around) {
        addTo(handed, inner, forwarded);
        addTo(makers, around, forwarded);
      } else if (wrappers.has(around)) {
        addTo(functions, around, forwarded);
      }
    }
    if (wrappers.size > 0 || isInNamedWrapper(recording.call, named)) forwarding.add(recording.call);
  }

  function hold(wrapper: FunctionNode): void {
    const place = methodPlace(wrapper);
    if (place === undefined) return;
    const owners = methods.get(place.name) ?? new Map<Node, FunctionNode>();
    methods.set(place.name, owners.set(place.owner, wrapper));
  }

  function newRecording(call: TSESTree.CallExpression): readonly Recording[] {
    const passings = known.has(call) ? undefined : recordedBy(call);
    if (passings === undefined) return [];
    known.add(call);
    return [{ call, passings }];
  }

  function recordedBy(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    if (functions.size === 0) return undefined;
    const callee = withoutTypes(call.callee);
    const method = callee.type === "MemberExpression" ? methodOf(callee) : undefined;
    if (method !== undefined) return functions.get(method);
    const called = callees.calledBy(call);
    const own = called && functions.get(called.function);
    return own && [...own, ...called.makers.flatMap((maker) => givenTo(maker, called.function))];
  }

  /** What the arguments of a call become that handed out a wrapper. */
  function givenTo({ function: outer, call: maker }: Maker, wrapper: FunctionNode): readonly Passing[] {
    const passings = handed.get(wrapper)?.filter((passing) => passing.function === outer) ?? [];
    return passings.map((passing) => ({ ...passing, maker }));
  }

  function handedOutBy(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    const maker = makers.size === 0 ? undefined : callees.calledBy(call)?.function;
    return maker && makers.get(maker);
  }

  function methodOf(callee: TSESTree.MemberExpression): FunctionNode | undefined {
    const owners = methods.get(propertyName(callee) ?? "");
    if (owners === undefined) return undefined;
    for (const owner of ownersOf(program, callee.object)) {
      const found = owners.get(owner);
      if (found !== undefined) return found;
    }
    const type = interfaceOf(program, callee.object);
    if (type === undefined) return undefined;
    for (const [owner, method] of owners) if (implementsType(owner, type)) return method;
    return undefined;
  }

  return { functions, recordedBy, handedOutBy, forwards: (call) => forwarding.has(call) };
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
    case "ArrowFunctionExpression":
    case "AssignmentExpression":
    case "ExportDefaultDeclaration":
    case "PropertyDefinition":
    case "ReturnStatement":
    case "VariableDeclarator":
      return true;
    default:
      return false;
  }
}

/** Words in the names of functions that are there to tell somebody what happens. */
const TELLING_WORDS =
  /breadcrumb|crumb|log|track|report|record|trace|event|monitor|notify|sentry|capture|debug|info|warn|error|fatal|telemetry|analytics|audit|write|emit/iu;

/** Whether recording is what a function is there for: it does nothing else, or says so by its name. */
export function isForRecording(wrapper: FunctionNode): boolean {
  return isOnlyRecording(wrapper) || TELLING_WORDS.test(functionName(wrapper) ?? "");
}

/** Whether a function does nothing but record, or says by its name that it is there for that. */
function isOnlyRecording(wrapper: FunctionNode): boolean {
  if (/crumb/iu.test(functionName(wrapper) ?? "")) return true;
  const { body } = wrapper;
  return body.type !== "BlockStatement" || body.body.filter(({ type }) => type !== "VariableDeclaration").length === 1;
}

function isInNamedWrapper(call: Node, named: NamedWrappers): boolean {
  for (let node = parentOf(call); node !== undefined; node = parentOf(node)) {
    if (isFunction(node) && named.has(functionName(node))) return true;
  }
  return false;
}

/** Of some functions, the one that is handed out last, a function handing out the next; else the first itself. */
function lastHandedOut(callees: Callees, first: FunctionNode, functions: readonly FunctionNode[]): FunctionNode {
  const handedOut = callees.handedOutBy(first);
  const next = functions.find((each) => handedOut.has(each));
  const others = functions.filter((each) => each !== next);
  return next === undefined ? first : lastHandedOut(callees, next, others);
}

/** The class or object literal that has a function as a method, or as the value of a field. */
function methodPlace(wrapper: FunctionNode): { readonly owner: Node; readonly name: string } | undefined {
  const holder = holderOf(wrapper);
  const isMember = holder?.type === "MethodDefinition" || holder?.type === "PropertyDefinition";
  const name = isMember || holder?.type === "Property" ? propertyName(holder) : undefined;
  const around = holder && parentOf(holder);
  const owner = around?.type === "ClassBody" ? parentOf(around) : around;
  return owner === undefined || name === undefined ? undefined : { owner, name };
}

/** Adds what a parameter becomes to what is known of a wrapper's, unless it is known. */
function addTo(known: Map<FunctionNode, Forwarding[]>, wrapper: FunctionNode, forwarding: Forwarding): void {
  const passings = known.get(wrapper) ?? [];
  known.set(wrapper, passings);
  const { function: of, argument, property, field } = forwarding;
  const isSame = (other: Forwarding): boolean =>
    other.function === of && other.argument === argument && other.property === property && other.field === field;
  if (!passings.some(isSame)) passings.push(forwarding);
}
