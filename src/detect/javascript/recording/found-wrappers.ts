import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import type { Called, Callees, FactoryCall } from "./callees.ts";
import { forwardedBy, type ParameterMapping } from "./parameters.ts";
import type { NamedWrappers } from "./declared-wrappers.ts";
import { addTo as addMapping, distinct, keyOf, type ArgumentMapping, type Recording } from "./argument-map.ts";
import { isForRecording, type OtherWork } from "../../other-work.ts";
import { otherWorkOf, recordsInCall } from "./purpose.ts";
import { functionAround, functionName, isTransparent } from "../syntax/enclosing-function.ts";
import { isRecorder } from "../../../sentry/recorder-names.ts";
import { isAccepted, recordedAt } from "./given-fields.ts";
import { usesAt, type Use } from "../names/arrivals.ts";
import { REGISTERING } from "../names/module-links.ts";
import { AWILIX, DECORATING } from "../names/virtual-modules.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isFunction, lastName, parentOf, type FunctionNode, type Node } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";

/** The wrappers that a file itself defines. */
export interface LocalWrappers {
  /** Of each function that is a wrapper, what its parameters become. */
  readonly functions: ReadonlyMap<FunctionNode, readonly ParameterMapping[]>;
  /** The mappings of a call that records through one of its arguments; undefined for any other call. */
  recordedBy(call: TSESTree.CallExpression): readonly ArgumentMapping[] | undefined;
  /** The mappings of the arguments of a call that returns a wrapper; undefined for other calls. */
  handedOutBy(call: TSESTree.CallExpression): readonly ArgumentMapping[] | undefined;
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
 * @param says whether a parameter, by what it becomes, is what happened.
 */
export function localWrappers(
  { program, reader, callees, named }: Surroundings,
  calls: readonly TSESTree.CallExpression[],
  recordings: readonly Recording[],
  says: (parameter: ParameterMapping) => boolean = saysWhatHappened,
): LocalWrappers {
  const functions: Known = new Map();
  /** Of each wrapper that other functions hand out, what their parameters become. */
  const handed: Known = new Map();
  /** The same, of each function that hands out wrappers. */
  const factories: Known = new Map();
  const passedOn = new Set<Node>();
  const known = new Set<Node>(recordings.map(({ call }) => call));
  /** The effects of functions besides the recordings known in this round. */
  const work = new Map<FunctionNode, OtherWork>();
  let round = recordings;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    const left = round.filter(take);
    const next = calls.flatMap(newRecording);
    if (next.length === 0) break;
    work.clear();
    round = [...left, ...next];
  }

  function isWrapper(candidate: FunctionNode, call: Node, tells: boolean): boolean {
    if (!isCallable(candidate) || !recordsInCall(program, reader, candidate, call)) return false;
    return isForRecording(calledFor(candidate), tells, () =>
      remember(work, candidate, () => otherWorkOf(program, reader, candidate, known)),
    );
  }

  /**
   * Notes what a recording passes on.
   * @returns whether a function around it may still turn out to be a wrapper, once more is known to record.
   */
  function take(recording: Recording): boolean {
    const { parameters: found, rewording } = forwardedBy(program, reader, recording);
    const tells = new Set(rewording);
    for (const parameter of found) if (says(parameter)) tells.add(parameter.function);
    const around = [...new Set(found.map((parameter) => parameter.function))];
    const wrappers = new Set(around.filter((each) => isWrapper(each, recording.call, tells.has(each))));
    let isSaidByCallers = false;
    for (const parameter of found) {
      const { field, function: of } = parameter;
      const inner = lastHandedOut(callees, of, around);
      if (!wrappers.has(inner)) continue;
      addTo(inner === of ? functions : handed, inner, parameter);
      if (inner !== of) addTo(factories, of, parameter);
      // A function that only attaches what it is given says what happened itself.
      isSaidByCallers ||= tells.has(of) || !ATTACHED.has(field);
    }
    if (isSaidByCallers || isInNamedWrapper(recording.call, named)) passedOn.add(recording.call);
    return wrappers.size < around.length;
  }

  function newRecording(call: TSESTree.CallExpression): readonly Recording[] {
    const mappings = known.has(call) ? undefined : recordedBy(call);
    if (mappings === undefined) return [];
    known.add(call);
    return [{ call, mappings }];
  }

  function recordedBy(call: TSESTree.CallExpression): readonly ArgumentMapping[] | undefined {
    if (functions.size === 0) return undefined;
    const recorded = recordedAt(reader, call, distinct(callees.calledBy(call).flatMap(mappingsAt)));
    return recorded.length === 0 ? undefined : recorded;
  }

  function mappingsAt(called: Called): readonly ArgumentMapping[] {
    const own = ownMappings(reader, called, inOrder(functions, called.function));
    return own.length === 0 ? [] : [...own, ...called.factoryCalls.flatMap((call) => givenTo(call, called.function))];
  }

  /** The mappings of the arguments of the call that returned a wrapper. */
  function givenTo(
    { function: outer, call: factoryCall }: FactoryCall,
    wrapper: FunctionNode,
  ): readonly ArgumentMapping[] {
    const mappings = inOrder(handed, wrapper).filter((mapping) => mapping.function === outer);
    return mappings.map((mapping) => ({ ...mapping, factoryCall }));
  }

  function handedOutBy(call: TSESTree.CallExpression): readonly ArgumentMapping[] | undefined {
    if (factories.size === 0) return undefined;
    const found = callees
      .calledBy(call)
      .flatMap((called) => inOrder(factories, called.function).map((mapping) => called.given(mapping)));
    return found.length === 0 ? undefined : distinct(found);
  }

  return {
    functions: new Map([...functions.keys()].map((wrapper) => [wrapper, inOrder(functions, wrapper)])),
    recordedBy,
    handedOutBy,
    forwards: (call) => passedOn.has(call),
  };
}

/** Of what a function passes on, what is recorded when another one has handed it out for what that was given. */
export function recordingIfMade(
  reader: ValueReader,
  mappings: readonly ParameterMapping[],
  { function: maker, call }: FactoryCall,
): readonly ParameterMapping[] {
  return mappings.filter(({ outer }) => {
    const conditions = outer.filter((each) => each.function === maker);
    return conditions.length === 0 || isAccepted(reader, call, conditions);
  });
}

/** The mappings of the arguments that a call itself has; none where those that made its function rule them out. */
function ownMappings(
  reader: ValueReader,
  called: Called,
  all: readonly ParameterMapping[],
): readonly ArgumentMapping[] {
  const left = called.factoryCalls.reduce((mappings, made) => recordingIfMade(reader, mappings, made), all);
  return left.map((mapping) => givenBy(called, mapping));
}

/** The mappings of a call's arguments, with conditions, from those of the function. */
function givenBy(called: Called, mapping: ArgumentMapping): ArgumentMapping {
  const conditions = mapping.conditions?.map(({ filter, ...place }) => {
    const { argument, path } = called.given({ ...mapping, ...place });
    return { argument, path, filter };
  });
  return { ...called.given(mapping), ...(conditions && { conditions }) };
}

/** Whether a parameter is what happened; of a function that is named for recording alone, any part of the message. */
function saysWhatHappened({ field, function: of, makesWrapper }: ParameterMapping): boolean {
  return makesWrapper || (field === "message" && isRecorder(calledFor(of)));
}

/** The name by which a function says what it is for: its own, or that of the function which hands it out. */
function calledFor(candidate: FunctionNode): string {
  const named = functionName(candidate) === undefined ? functionAround(candidate) : candidate;
  return (named && functionName(named)) ?? "";
}

/** Whether others can call a function by a name: callbacks, accessors and constructors are no wrappers. */
function isCallable(wrapper: FunctionNode): boolean {
  if (wrapper.type === "FunctionDeclaration") return true;
  const around = parentOf(wrapper);
  const isHandedBack = around?.type === "CallExpression" && around.arguments[0] === wrapper && handsBack(around);
  return usesAt(isHandedBack ? around : wrapper).some(hasName);
}

/** Whether a call yields its first argument, or keeps it as a member of what it yields. */
function handsBack(call: TSESTree.CallExpression): boolean {
  return isTransparent(call) || lastName(call.callee) === "useRef";
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

/** Whether a function is what a name stands for from then on: `inject("crumb", f)`, `{ crumb: asValue(f) }` */
function isRegistered({ call, index }: Use & { readonly kind: "argument" }): boolean {
  const name = lastName(call.callee);
  if (index === 0) return AWILIX.has(name);
  const isNamed = index === 1 && call.arguments[0]?.type === "Literal";
  return isNamed && (REGISTERING.has(name) || DECORATING.has(name));
}

/** Data recorded besides the event; many functions attach the arguments of their actual work. */
const ATTACHED: ReadonlySet<string> = new Set<ArgumentMapping["field"]>(["data", "timestamp"]);

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

/** The mappings of known functions' parameters. */
type Known = Map<FunctionNode, Map<string, ParameterMapping>>;

function addTo(known: Known, wrapper: FunctionNode, parameter: ParameterMapping): void {
  const outer = parameter.outer.map((each) => ({ ...each, function: each.function.range }));
  const key = `${String(parameter.function.range)} ${keyOf(parameter)} ${JSON.stringify(outer)}`;
  const mappings = remember(known, wrapper, () => new Map<string, ParameterMapping>());
  addMapping(mappings, key, parameter);
}

function inOrder(known: Known, wrapper: FunctionNode): readonly ParameterMapping[] {
  return [...(known.get(wrapper)?.values() ?? [])];
}
