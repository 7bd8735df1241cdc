import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { bindMacro, macrosIn } from "./macro-calls.ts";
import type { RustProgram } from "../program.ts";
import { accessOf, argumentsOf, calleeOf, itemName, plainName } from "../syntax/nodes.ts";
import type { Found } from "../syntax/walk.ts";
import type { Called } from "../values/context.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Passing, Recording } from "./argument-map.ts";
import { contentsOf } from "./contents.ts";
import { forwardingsOf } from "./parameters.ts";

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
  found: Found,
  direct: readonly Direct[],
): { readonly recordings: readonly Recording[]; readonly wrappers: ReadonlyMap<RustNode, readonly Passing[]> } {
  const { textOf } = program;
  const wrappers = new Map<RustNode, readonly Passing[]>();
  const recordings = new Map<RustNode, Recording>();
  const macros = macrosIn(program);
  let round = direct;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    const bodies = new Map<RustNode, Direct[]>();
    for (const recording of round) {
      const owner = ownerOf(recording.call);
      const forwardings = owner === undefined ? [] : forwardingsOf(reader, contentsOf(reader, recording), owner);
      const isMacro = owner?.type === "MacroRule";
      const passings = forwardings.filter(({ isPlain }) => isPlain);
      recordings.set(recording.call, { ...recording, forwards: isMacro || passings.length > 0 });
      if (owner === undefined || (!isMacro && forwardings.length === 0)) continue;
      if (wrappers.has(owner) && !bodies.has(owner)) continue;
      wrappers.set(owner, distinct([...(wrappers.get(owner) ?? []), ...passings]));
      bodies.set(owner, [...(bodies.get(owner) ?? []), recording]);
    }
    round = callsOf(bodies);
  }
  const inOrder = [...recordings.values()].sort((one, other) => one.call.range[0] - other.call.range[0]);
  return { recordings: inOrder, wrappers };

  /** The calls of some wrappers that give them something. */
  function callsOf(bodies: ReadonlyMap<RustNode, readonly Direct[]>): readonly Direct[] {
    if (bodies.size === 0) return [];
    const names = new Set([...bodies.keys()].map((owner) => nameOf(owner)));
    return [...found.calls.filter(({ hasError }) => !hasError), ...found.macros].flatMap((call): readonly Direct[] => {
      if (recordings.has(call)) return [];
      const called = calledBy(call, names);
      const body = called && bodies.get(called.function);
      if (called === undefined || body === undefined) return [];
      const recording = { call, entry: "wrapper" as const, passings: [], wrapper: { ...called, recordings: body } };
      return contentsOf(reader, recording).length === 0 ? [] : [recording];
    });
  }

  function nameOf(owner: RustNode): string | undefined {
    const name = owner.type === "FunctionItem" ? itemName(owner) : undefined;
    return name && plainName(textOf(name));
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

/** The function, closure or macro that a recording's parameters may belong to; closures see those around them. */
function ownerOf(call: RustNode): RustNode | undefined {
  let around = closest(call, "FunctionItem", "ClosureExpression", "MacroRule");
  while (around?.type === "ClosureExpression" && !isNamed(around)) {
    around = closest(around, "FunctionItem", "ClosureExpression", "MacroRule");
  }
  return around;
}

/** Whether a closure can be called by a name: of a variable, a field, a constant. */
function isNamed(closure: RustNode): boolean {
  const around = closest(closure, "LetDeclaration", "FieldInitializer", "ConstItem", "StaticItem", "Block");
  return around !== undefined && around.type !== "Block";
}

function distinct(passings: readonly Passing[]): readonly Passing[] {
  const seen = new Set<string>();
  return passings.filter(({ argument, field }) => {
    const id = `${argument} ${field}`;
    return !seen.has(id) && seen.add(id);
  });
}
