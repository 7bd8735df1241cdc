import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import type { Called, Callees, Maker } from "./callees.ts";
import { forwardedBy, type Forwarding } from "./parameters.ts";
import type { NamedWrappers } from "./declared-wrappers.ts";
import { distinct, keyOf, type Passing, type Recording } from "./argument-map.ts";
import { isNamedForBreadcrumbs, isNamedForRecording } from "../../../sentry/recorder-names.ts";
import type { OtherWork } from "../../other-work.ts";
import { otherWorkOf, recordsInCall } from "./purpose.ts";
import { functionAround, functionName, isTransparent } from "../syntax/enclosing-function.ts";
import { usesAt, type Use } from "../names/arrivals.ts";
import { REGISTERING } from "../names/module-links.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isFunction, lastName, parentOf, type FunctionNode, type Node } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";

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

interface Surroundings {
  readonly program: JavaScriptProgram;
  readonly reader: ValueReader;
  readonly callees: Callees;
  readonly named: NamedWrappers;
}

/** Wrappers of wrappers of wrappers are followed this far. */
const MAX_ROUNDS = 4;

/**
 * Finds the functions of a file that pass their parameters to one of its recordings, and those that call them.
 * @param calls all calls of the file.
 * @param recordings those that record by the SDK's means or by a wrapper that the settings name.
 */
export function localWrappers(
  { program, reader, callees, named }: Surroundings,
  calls: readonly TSESTree.CallExpression[],
  recordings: readonly Recording[],
): LocalWrappers {
  const functions: Known = new Map();
  /** Of each wrapper that other functions hand out, what their parameters become. */
  const handed: Known = new Map();
  /** The same, of each function that hands out wrappers. */
  const makers: Known = new Map();
  const passedOn = new Set<Node>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  /** What functions do beside the recordings that are known in a round. */
  const work = new Map<FunctionNode, OtherWork>();
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    const left = round.filter(take);
    const next = calls.flatMap(newRecording);
    if (next.length === 0) break;
    work.clear();
    round = [...left, ...next];
  }

  /** Whether recording is what a function around one is there for. */
  function isForRecording(candidate: FunctionNode, call: Node, tells: boolean): boolean {
    if (!isCallable(candidate) || !recordsInCall(reader, candidate, call)) return false;
    const name = calledFor(candidate);
    if (isNamedForBreadcrumbs(name)) return true;
    const { sets, works, serves } = remember(work, candidate, () => otherWorkOf(program, reader, candidate, known));
    if (serves || (works && !tells)) return false;
    return !(sets || works) || isNamedForRecording(name);
  }

  /**
   * Notes what a recording passes on.
   * @returns whether a function around it may still turn out to be a wrapper, once more is known to record.
   */
  function take(recording: Recording): boolean {
    const { forwardings: found, rewording } = forwardedBy(program, reader, recording);
    const tells = new Set(rewording);
    for (const { telling, function: of } of found) if (telling) tells.add(of);
    const around = [...new Set(found.map((forwarding) => forwarding.function))];
    const wrappers = new Set(around.filter((each) => isForRecording(each, recording.call, tells.has(each))));
    let isSaidByCallers = false;
    for (const forwarding of found) {
      const { field, function: of } = forwarding;
      const inner = lastHandedOut(callees, of, around);
      if (!wrappers.has(inner)) continue;
      addTo(inner === of ? functions : handed, inner, forwarding);
      if (inner !== of) addTo(makers, of, forwarding);
      // A function that only attaches what it is given says what happened itself.
      isSaidByCallers ||= tells.has(of) || !ATTACHED.has(field);
    }
    if (isSaidByCallers || isInNamedWrapper(recording.call, named)) passedOn.add(recording.call);
    return wrappers.size < around.length;
  }

  function newRecording(call: TSESTree.CallExpression): readonly Recording[] {
    const passings = known.has(call) ? undefined : recordedBy(call);
    if (passings === undefined) return [];
    known.add(call);
    return [{ call, passings }];
  }

  function recordedBy(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    if (functions.size === 0) return undefined;
    const found = callees.calledBy(call).flatMap(passingsAt);
    return found.length === 0 ? undefined : distinct(found);
  }

  function passingsAt({ function: reached, makers, ...called }: Called): readonly Passing[] {
    const own = inOrder(functions, reached).map((passing) => called.given(passing));
    return own.length === 0 ? [] : [...own, ...makers.flatMap((maker) => givenTo(maker, reached))];
  }

  /** What the arguments of a call become that handed out a wrapper. */
  function givenTo({ function: outer, call: maker }: Maker, wrapper: FunctionNode): readonly Passing[] {
    const passings = inOrder(handed, wrapper).filter((passing) => passing.function === outer);
    return passings.map((passing) => ({ ...passing, maker }));
  }

  function handedOutBy(call: TSESTree.CallExpression): readonly Passing[] | undefined {
    if (makers.size === 0) return undefined;
    const found = callees
      .calledBy(call)
      .flatMap((called) => inOrder(makers, called.function).map((passing) => called.given(passing)));
    return found.length === 0 ? undefined : distinct(found);
  }

  return {
    functions: new Map([...functions.keys()].map((wrapper) => [wrapper, inOrder(functions, wrapper)])),
    recordedBy,
    handedOutBy,
    forwards: (call) => passedOn.has(call),
  };
}

/** The name by which a function says what it is for: its own, or that of the function which hands it out. */
function calledFor(candidate: FunctionNode): string {
  const maker = functionName(candidate) === undefined ? functionAround(candidate) : candidate;
  return (maker && functionName(maker)) ?? "";
}

/** Whether others can call a function by a name: callbacks, accessors and constructors are no wrappers. */
function isCallable(wrapper: FunctionNode): boolean {
  if (wrapper.type === "FunctionDeclaration") return true;
  const around = parentOf(wrapper);
  const isHandedBack = around?.type === "CallExpression" && around.arguments[0] === wrapper && isTransparent(around);
  return usesAt(isHandedBack ? around : wrapper).some(hasName);
}

function hasName(use: Use): boolean {
  const { kind, node, path } = use;
  switch (kind) {
    case "field":
    case "returned":
    case "written":
      return true;
    case "argument":
      return typeof path.at(-1) === "string" || isRegistered(use);
    default: {
      const around = parentOf(node)?.type;
      // A member of an object has a name wherever the object goes.
      return around === "ExportDefaultDeclaration" || around === "AssignmentPattern" || typeof path.at(-1) === "string";
    }
  }
}

/** Whether a function is what a text stands for from then on: `inject("crumb", (message) => …)`. */
function isRegistered({ call, index }: Use & { readonly kind: "argument" }): boolean {
  return index === 1 && REGISTERING.has(lastName(call.callee)) && call.arguments[0]?.type === "Literal";
}

/** What is recorded beside what happened; many functions attach what they were given to do their work. */
const ATTACHED: ReadonlySet<string> = new Set<Passing["field"]>(["data", "timestamp"]);

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

/** What is known of functions: what the parameters of each become. */
type Known = Map<FunctionNode, Map<string, Forwarding>>;

function addTo(known: Known, wrapper: FunctionNode, forwarding: Forwarding): void {
  const key = `${String(forwarding.function.range)} ${keyOf(forwarding)}`;
  const passings = remember(known, wrapper, () => new Map<string, Forwarding>());
  if (!passings.has(key)) passings.set(key, forwarding);
}

function inOrder(known: Known, wrapper: FunctionNode): readonly Forwarding[] {
  return [...(known.get(wrapper)?.values() ?? [])];
}
