import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { remember } from "../../remember.ts";
import { bindMacro, macrosIn } from "./macro-calls.ts";
import { macroMappings } from "./macro-parameters.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, argumentsOf, calleeOf, isMethod, itemName, plainName } from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";
import type { Called } from "../values/context.ts";
import type { ValueReader } from "../values/reader.ts";
import type { ArgumentMapping, Recording } from "./argument-map.ts";
import { contentsOf } from "./contents.ts";
import { parameterMappingsOf, type ParameterMapping } from "./parameters.ts";
import { isRecorder } from "../../../sentry/recorder-names.ts";
import { isForRecording, type OtherWork } from "../../other-work.ts";
import { otherWorkOf } from "./purpose.ts";

/** A call that records, before it is known whether it only passes on what its function was given. */
type Direct = Omit<Recording, "forwards">;

/** Wrappers of wrappers of wrappers are followed this far. */
const MAX_ROUNDS = 4;

/**
 * The functions, closures and macros of the file that pass what they are given on to a breadcrumb, found from the calls
 * that record one.
 * @returns all recordings, those by wrappers included, in the order of the source, and what other files can be told of
 * the parameters of the wrappers.
 */
export function withWrappers(
  program: RustProgram,
  reader: ValueReader,
  found: CollectedNodes,
  direct: readonly Direct[],
): { readonly recordings: readonly Recording[]; readonly wrappers: ReadonlyMap<RustNode, readonly ArgumentMapping[]> } {
  const { textOf } = program;
  const wrappers = new Map<RustNode, readonly ArgumentMapping[]>();
  const rules = new Map<RustNode, readonly ArgumentMapping[]>();
  const recordings = new Map<RustNode, Recording>();
  const macros = macrosIn(program);
  const known = new Set(direct.map(({ call }) => call));
  /** The effects of functions besides the recordings known in this round. */
  const otherWork = new Map<RustNode, OtherWork>();
  let round = direct;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    const bodies = new Map<RustNode, Direct[]>();
    const left = round.filter((recording) => take(recording, bodies));
    const next = callsOf(bodies);
    if (next.length === 0) break;
    for (const { call } of next) known.add(call);
    otherWork.clear();
    round = [...left, ...next];
  }
  const inOrder = [...recordings.values()].sort((one, other) => one.call.range[0] - other.call.range[0]);
  return { recordings: inOrder, wrappers: new Map([...wrappers, ...rules]) };

  /**
   * Notes what a recording passes on.
   * @returns whether a function around it may still turn out to be a wrapper, once more is known to record.
   */
  function take(recording: Direct, bodies: Map<RustNode, Direct[]>): boolean {
    const contents = contentsOf(reader, recording);
    let forwards = false;
    let isLeft = false;
    for (const owner of ownersOf(recording.call)) {
      const name = nameOf(program, owner) ?? "";
      const isMacro = owner.type === "MacroRule";
      const parameters = parameterMappingsOf(reader, contents, owner);
      const mappings = parameters.filter(({ isPlain }) => isPlain);
      if (isMacro) addTo(rules, owner, macroMappings(program, owner, contents));
      const work = (): OtherWork => remember(otherWork, owner, () => otherWorkOf(program, owner, known));
      const isWrapper =
        isMacro ||
        (parameters.length > 0 &&
          isForRecording(
            name,
            parameters.some((each) => saysWhatHappened(name, each)),
            work,
          ));
      isLeft ||= !isWrapper && parameters.length > 0;
      forwards ||= isMacro || (isWrapper && mappings.length > 0);
      const isKnown = wrappers.has(owner) && !bodies.has(owner);
      if (isKnown || !isWrapper) continue;
      addTo(wrappers, owner, mappings);
      bodies.set(owner, [...(bodies.get(owner) ?? []), recording]);
    }
    recordings.set(recording.call, { ...recording, forwards });
    return isLeft;
  }

  /** The calls of some wrappers that give them something. */
  function callsOf(bodies: ReadonlyMap<RustNode, readonly Direct[]>): readonly Direct[] {
    if (bodies.size === 0) return [];
    const names = new Set([...bodies.keys()].map((owner) => nameOf(program, owner)));
    return [...found.calls.filter(({ hasError }) => !hasError), ...found.macros].flatMap((call): readonly Direct[] => {
      if (recordings.has(call)) return [];
      const called = calledBy(call, names);
      const body = called && bodies.get(called.function);
      if (called === undefined || body === undefined) return [];
      const mappings = wrappers.get(called.function)?.map((mapping) => given(called, mapping)) ?? [];
      const recording = { call, entry: "wrapper" as const, mappings, wrapper: { ...called, recordings: body } };
      return contentsOf(reader, recording).length === 0 ? [] : [recording];
    });
  }

  /** What a call calls; of methods only those are looked at that have one of some names. */
  function calledBy(call: RustNode, names: ReadonlySet<string | undefined>): Called | undefined {
    if (call.type === "MacroInvocation") return bindMacro(program, macros(), call);
    const callee = calleeOf(call);
    const given = argumentsOf(call);
    const access = accessOf(callee);
    if (access === undefined) {
      const [called] = reader.functionsOf(callee);
      return called && { function: called, arguments: given };
    }
    const method = names.has(plainName(textOf(access.name))) ? reader.methodOf(access) : undefined;
    return method && { function: method, arguments: given, receiver: access.object };
  }
}

/**
 * The functions, closures and macros around a recording that can be called by some name; none around a closure that is
 * called at times of its own.
 */
function ownersOf(call: RustNode): readonly RustNode[] {
  let around = closest(call, "FunctionItem", "ClosureExpression", "MacroRule");
  while (around?.type === "ClosureExpression" && isCallback(around)) {
    around = closest(around, "FunctionItem", "ClosureExpression", "MacroRule");
  }
  return around === undefined ? [] : [around];
}

/** Whether a closure is handed to a function at once; one that is put into a variable or field may be wrapped. */
function isCallback(closure: RustNode): boolean {
  const around = closest(closure, "LetDeclaration", "FieldInitializer", "ConstItem", "StaticItem", "Block");
  return closure.parent?.type === "ArgList" && (around === undefined || around.type === "Block");
}

/** Whether a parameter is what happened: the whole message or the breadcrumb, not data beside it. */
function saysWhatHappened(name: string, { field, isPlain, isPart }: ParameterMapping): boolean {
  if (field === "message" && isRecorder(name)) return true;
  return isPlain && !isPart && field !== "timestamp" && !field.startsWith("data");
}

/** `S::log(self, m)` passes along what the method is called on. */
function given({ function: owner, receiver }: Called, mapping: ArgumentMapping): ArgumentMapping {
  const isShifted = owner.type === "FunctionItem" && isMethod(owner) && receiver === undefined;
  return isShifted ? { ...mapping, argument: mapping.argument + 1 } : mapping;
}

function nameOf({ textOf }: RustProgram, owner: RustNode): string | undefined {
  const name = owner.type === "FunctionItem" ? itemName(owner) : undefined;
  return name && plainName(textOf(name));
}

function addTo(
  known: Map<RustNode, readonly ArgumentMapping[]>,
  owner: RustNode,
  mappings: readonly ArgumentMapping[],
): void {
  known.set(owner, distinct([...(known.get(owner) ?? []), ...mappings]));
}

function distinct(mappings: readonly ArgumentMapping[]): readonly ArgumentMapping[] {
  const seen = new Set<string>();
  return mappings.filter(({ argument, field }) => {
    const id = `${argument} ${field}`;
    return !seen.has(id) && seen.add(id);
  });
}
