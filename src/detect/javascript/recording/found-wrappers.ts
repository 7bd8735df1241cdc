import { matches } from "../../../breadcrumb/index.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import type { Called, Callees, Maker } from "./callees.ts";
import { forwardedBy, type Forwarding } from "./parameters.ts";
import type { NamedWrappers } from "./declared-wrappers.ts";
import { distinct, keyOf, type Passing, type Recording } from "./argument-map.ts";
import { functionAround, functionName, isTransparent } from "../syntax/enclosing-function.ts";
import { usesAt, type Use } from "../names/arrivals.ts";
import { REGISTERING } from "../names/module-links.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isAround, isFunction, lastName, memberPath, parentOf, type FunctionNode, type Node } from "../syntax/nodes.ts";
import { childrenOf } from "../syntax/walk.ts";
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
  const forwarding = new Set<Node>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    for (const recording of round) take(recording, count > 0);
    round = calls.flatMap(newRecording);
  }

  /** Notes what a recording passes on. */
  function take(recording: Recording, isOfWrapper: boolean): void {
    const { forwardings: found, rewording } = forwardedBy(program, reader, recording);
    const tells = new Set(found.filter(({ telling }) => telling).map((forwarded) => forwarded.function));
    for (const reworded of rewording) if (isForRecording(reworded)) tells.add(reworded);
    const says = new Set(found.flatMap(({ field, function: of }) => (ATTACHED.has(field) ? [] : [of])));
    const isWrapper = (candidate: FunctionNode): boolean => {
      if (!isCallable(candidate) || recordsLater(reader, candidate, recording.call)) return false;
      if (tells.has(candidate) && (!isOfWrapper || isForRecording(candidate))) return true;
      return says.has(candidate) ? isOnlyRecording(candidate) : doesNothingElse(program, candidate, recording.call);
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
    // A function that only attaches what it is given says what happened itself.
    const isSaidByCallers = [...wrappers].some((wrapper) => tells.has(wrapper) || says.has(wrapper));
    if (isSaidByCallers || isInNamedWrapper(recording.call, named)) forwarding.add(recording.call);
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
    forwards: (call) => forwarding.has(call),
  };
}

/** Functions that call another one at times of their own. */
const LATER: ReadonlySet<string | undefined> = new Set([
  "addEventListener",
  "on",
  "once",
  "setInterval",
  "subscribe",
  "useEffect",
  "useLayoutEffect",
]);

/** Whether a function registers what records at times of its own, so that a call of it records nothing. */
function recordsLater({ uses }: ValueReader, wrapper: FunctionNode, recording: Node): boolean {
  for (let node = functionAround(recording); node !== undefined && node !== wrapper; node = functionAround(node)) {
    const isLater = uses
      .of(node)
      .some((use) => use.kind === "argument" && LATER.has(lastName(use.call.callee)) && isAround(wrapper, use.call));
    if (isLater) return true;
  }
  return false;
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

/** Words in the names of functions that are there to tell somebody what happens. */
const TELLING_WORDS =
  /breadcrumb|crumb|log|track|report|record|trace|event|monitor|notify|sentry|capture|debug|info|warn|error|fatal|telemetry|analytics|audit|write|emit/iu;

/** Whether recording is what a function is there for: it does nothing else, or says so by its name. */
export function isForRecording(wrapper: FunctionNode): boolean {
  return isOnlyRecording(wrapper) || matches(functionName(wrapper), TELLING_WORDS);
}

/** Whether a function does nothing but record, or says by its name that it is there for that. */
function isOnlyRecording(wrapper: FunctionNode): boolean {
  if (isNamedForBreadcrumbs(wrapper)) return true;
  const { body } = wrapper;
  return body.type !== "BlockStatement" || body.body.filter(({ type }) => type !== "VariableDeclaration").length === 1;
}

function isNamedForBreadcrumbs(wrapper: FunctionNode): boolean {
  return matches(functionName(wrapper), /crumb/iu);
}

/** What is recorded beside what happened; many functions attach what they were given to do their work. */
const ATTACHED: ReadonlySet<string> = new Set<Passing["field"]>(["data", "timestamp"]);

/** Longer functions do something else. */
const MAX_NODES = 400;

/** Whether a function calls nothing but what records, what prepares a constant for it, and the console. */
function doesNothingElse({ sourceCode }: JavaScriptProgram, wrapper: FunctionNode, recording: Node): boolean {
  if (isNamedForBreadcrumbs(wrapper)) return true;
  const pending: Node[] = [wrapper.body];
  for (let node = pending.pop(), count = 0; node !== undefined; node = pending.pop(), count++) {
    if (count > MAX_NODES || node.type === "JSXElement" || node.type === "NewExpression") return false;
    if (node === recording || node.type === "VariableDeclaration" || isOfConsole(node)) continue;
    if (node.type === "CallExpression" && !isAround(node, recording)) return false;
    pending.push(...childrenOf(sourceCode, node));
  }
  return true;
}

function isOfConsole(node: Node): boolean {
  const { root } = memberPath(node.type === "CallExpression" ? node.callee : node);
  return node.type === "CallExpression" && root.type === "Identifier" && root.name === "console";
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
