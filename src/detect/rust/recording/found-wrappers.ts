import { alternatives, type Entry, type FieldName, type Value } from "../../../breadcrumb/index.ts";
import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { WrapperSetting } from "../../../settings.ts";
import type { RustProgram } from "../program.ts";
import { FIELD_NAMES, fieldNamed, recordsOf } from "./records.ts";
import { calledItem } from "../names/items.ts";
import { accessOf, argumentsOf, calleeOf, isMethod, plainName } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Variable } from "../names/variables.ts";

/** What one argument of a call becomes. */
export interface Passing {
  readonly argument: number;
  readonly field: FieldName | "breadcrumb";
}

/** A call that records a breadcrumb. */
export interface Recording {
  readonly call: RustNode;
  readonly entry: Entry;
  readonly passings: readonly Passing[];
  /** Whether it passes on what the function around it was given. */
  readonly forwards: boolean;
}

/** The only argument of the SDK's own functions. */
export const WHOLE_BREADCRUMB: readonly Passing[] = [{ argument: 0, field: "breadcrumb" }];

/** Wrappers of wrappers of wrappers are followed this far. */
const MAX_ROUNDS = 4;

/** Tells what the arguments of a call become, if it calls a wrapper that the project's settings name. */
export function namedWrappers(program: RustProgram): (call: RustNode) => readonly Passing[] | undefined {
  const { settings, names, textOf } = program;
  const wrappers = settings.wrappers.map((setting) => ({
    setting,
    segments: setting.name.split(/::|\./u),
    passings: setting.parameters.flatMap((field, argument): readonly Passing[] =>
      field === "_" || typeof field === "object" ? [] : [{ argument, field }],
    ),
  }));
  return (call) => {
    const callee = wrappers.length === 0 ? undefined : calleeOf(call);
    return callee && wrappers.find(({ setting, segments }) => isCalledBy(callee, setting, segments))?.passings;
  };

  function isCalledBy(callee: RustNode, { from, name }: WrapperSetting, segments: readonly string[]): boolean {
    if (callee.type === "FieldExpression") {
      const written = textOf(callee).replaceAll(/\s/gu, "");
      return name.includes(".") && (written === name || written.endsWith(`.${name}`));
    }
    const written = names.pathOf(callee);
    if (written === undefined || name.includes(".")) return false;
    const { path = [] } = names.resolve(callee);
    const ending = segments.join("::");
    if (from !== undefined) return from.some((module) => path.join("::") === `${module}::${ending}`);
    return [written, path].some((candidate) => candidate.slice(-segments.length).join("::") === ending);
  }
}

/**
 * The functions of the file that pass a parameter on to a breadcrumb, found from the calls that record one.
 * @returns all recordings, those by wrappers included, in the order of the source, and the wrappers themselves.
 */
export function withWrappers(
  program: RustProgram,
  reader: ValueReader,
  calls: readonly RustNode[],
  direct: readonly Omit<Recording, "forwards">[],
): { readonly recordings: readonly Recording[]; readonly wrappers: ReadonlyMap<RustNode, readonly Passing[]> } {
  const wrappers = new Map<RustNode, readonly Passing[]>();
  const recordings = new Map<RustNode, Recording>();
  let round: readonly Omit<Recording, "forwards">[] = direct;
  for (let count = 0; round.length > 0 && count < MAX_ROUNDS; count++) {
    const found = new Map<RustNode, readonly Passing[]>();
    for (const recording of round) {
      const owner = wrapperAround(recording.call);
      const passings = owner === undefined ? [] : passingsOf(reader, recording, owner);
      const forwards = passings.length > 0 || isInMacroRule(recording.call);
      recordings.set(recording.call, { ...recording, forwards });
      if (owner !== undefined && passings.length > 0 && !wrappers.has(owner)) {
        found.set(owner, [...(found.get(owner) ?? []), ...passings]);
      }
    }
    for (const [owner, passings] of found) wrappers.set(owner, distinct(passings));
    if (found.size === 0) break;
    round = calls.flatMap((call) => {
      if (recordings.has(call)) return [];
      const owner = calledFunction(program, call);
      const passings = owner === undefined || !found.has(owner) ? undefined : wrappers.get(owner);
      if (owner === undefined || passings === undefined) return [];
      // `S::log(self, m)` passes along what the method is called on.
      const shift = isMethod(owner) && accessOf(calleeOf(call)) === undefined ? 1 : 0;
      const given = passings.map(({ argument, field }) => ({ argument: argument + shift, field }));
      return [{ call, entry: "wrapper" as const, passings: given }];
    });
  }
  const inOrder = [...recordings.values()].sort((one, other) => one.call.range[0] - other.call.range[0]);
  return { recordings: inOrder, wrappers };
}

/** The function that a recording's parameters may belong to; closures see those of the function around them. */
function wrapperAround(call: RustNode): RustNode | undefined {
  let around = closest(call, "FunctionItem", "ClosureExpression");
  while (around?.type === "ClosureExpression" && around.parent?.type !== "LetDeclaration") {
    around = closest(around, "FunctionItem", "ClosureExpression");
  }
  return around;
}

function isInMacroRule(call: RustNode): boolean {
  return closest(call, "MacroRule") !== undefined;
}

/** Which parameters of a function reach the breadcrumb, and as what. */
function passingsOf(
  reader: ValueReader,
  { call, passings }: Omit<Recording, "forwards">,
  owner: RustNode,
): readonly Passing[] {
  const given = argumentsOf(call);
  return passings.flatMap(({ argument, field }): readonly Passing[] => {
    const node = given[argument];
    if (node === undefined) return [];
    const value = reader.valueOf(node);
    if (field !== "breadcrumb") return parameterOf(value, field);
    const whole = parametersIn(value);
    if (whole.length > 0) return whole.map((index) => ({ argument: index, field: "breadcrumb" }));
    return recordsOf(reader, node).flatMap((record) =>
      FIELD_NAMES.flatMap((name) => {
        const field = fieldNamed(record, name);
        return field === undefined ? [] : parameterOf(field.value, name);
      }),
    );
  });

  function parameterOf(value: Value, field: FieldName): readonly Passing[] {
    const direct = parametersIn(value);
    const found = direct.length > 0 || field !== "message" ? direct : onlyPart(value);
    return found.map((index) => ({ argument: index, field }));
  }

  /** The one parameter that a message is put together from. */
  function onlyPart(value: Value): readonly number[] {
    const parts = alternatives(value).flatMap(({ is }) =>
      is.kind === "template" ? is.parts.flatMap(parametersIn) : [],
    );
    return new Set(parts).size === 1 ? parts.slice(0, 1) : [];
  }

  function parametersIn(value: Value): readonly number[] {
    const names = [value, ...alternatives(value).map(({ is }) => is)];
    const indices = names.flatMap((name) => {
      const variable = reader.variableOf(name);
      return variable === undefined ? [] : indexOf(variable);
    });
    return [...new Set(indices)];
  }

  function indexOf({ source, steps }: Variable): readonly number[] {
    if (source.kind !== "parameter" || source.function !== owner || steps.length > 0) return [];
    return [source.index - (isMethod(owner) ? 1 : 0)];
  }
}

function distinct(passings: readonly Passing[]): readonly Passing[] {
  const seen = new Set<string>();
  return passings.filter(({ argument, field }) => {
    const id = `${argument} ${field}`;
    return !seen.has(id) && seen.add(id);
  });
}

/** The function of the file that a call calls. */
function calledFunction(program: RustProgram, call: RustNode): RustNode | undefined {
  const { items, variables, textOf } = program;
  const callee = calleeOf(call);
  const access = accessOf(callee);
  if (access !== undefined) {
    const owner = access.object.type === "self" ? items.selfItem(access.object) : undefined;
    const member = owner && items.memberOf(owner, plainName(textOf(access.name)));
    return member?.type === "FunctionItem" ? member : undefined;
  }
  const variable = callee.type === "Identifier" ? variables.variableOf(callee) : undefined;
  if (variable !== undefined) return variable.source.kind === "expression" ? variable.source.node : undefined;
  return calledItem(program, callee);
}
