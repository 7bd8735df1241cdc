import {
  resolve,
  textOf as knownText,
  type CallValue,
  type ChoiceValue,
  type Origin,
  type Value,
} from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { clockOf } from "./clocks.ts";
import {
  EMPTY_LISTS,
  EMPTY_RECORDS,
  EMPTY_TEXTS,
  ERROR_CALLS,
  FALLBACK_METHODS,
  MAPPING_METHODS,
  MAPS_OF_PAIRS,
  SELECTING_METHODS,
  WRAPPING_CALLS,
  WRAPPING_METHODS,
} from "./conversions.ts";
import { knownFunction } from "./known-functions.ts";
import { lazyValue } from "./lazy-value.ts";
import { originOfCall } from "./data-origins.ts";
import { accessOf, argumentsOf, calleeOf, isText, lastOf, typeArgumentsOf, type Access } from "../syntax/nodes.ts";
import { recordOfPairs } from "./collections.ts";
import { typeOf } from "./declared-types.ts";
import type { Reading } from "./context.ts";
import { itemAt, memberNamed, sliceValue } from "./references.ts";

/** Reads a call: of a method, of a function by its path, of what well-known functions make. */
export function callOf(reading: Reading, node: RustNode): Value {
  const callee = calleeOf(node);
  const access = accessOf(callee);
  return access === undefined ? pathCall(reading, node, callee) : methodCall(reading, node, callee, access);
}

function methodCall(reading: Reading, node: RustNode, callee: RustNode, access: Access): Value {
  const receiver = access.object;
  const name = reading.nameOf(access.name);
  const given = argumentsOf(node);
  if (FALLBACK_METHODS.has(name)) {
    // `unwrap_or` is given what `unwrap_or_else` is given a function for.
    const isLazy = /_(?:else|with)$/u.test(name);
    const fallbacks = (): readonly Value[] =>
      given.slice(-1).flatMap((last) => (isLazy ? yielded(reading, last) : [reading.valueOf(last)]));
    return lazyValue<ChoiceValue>(
      { kind: "choice", ...reading.at(node) },
      {
        branches: { compute: () => [reading.valueOf(receiver), ...fallbacks()], meanwhile: [] },
      },
    );
  }
  if (name === "collect") return collected(reading, node, receiver);
  if (name === "get" && given[0]?.type === "RangeExpression") return sliceValue(reading, node, receiver, given[0]);
  if (name === "get" || name === "get_mut") {
    const key = given[0] && reading.valueOf(given[0]);
    const written = key && knownText(key);
    const owner = reading.valueOf(receiver);
    const isNamed = owner.kind === "name" || owner.kind === "member";
    const isHeaders = isNamed && owner.name?.match(/headers?$/u);
    if (key !== undefined && written !== undefined && owner.origin === undefined && !isHeaders) {
      return memberNamed(reading, node, receiver, written, key.range);
    }
  }
  if (name === "nth" && given[0] !== undefined) return itemAt(reading, node, receiver, reading.valueOf(given[0]));
  const [closure] = given.slice(-1);
  return callValue(reading, node, callee, given, () => {
    // Of a text, it is a place that is found.
    const isPlace = name === "find" && closure !== undefined && (isText(closure) || closure.type === "Char");
    if (SELECTING_METHODS.has(name) && !isPlace) return reading.valueOf(receiver);
    if (MAPPING_METHODS.has(name) && closure !== undefined) {
      return isConversion(reading, closure) ? reading.valueOf(receiver) : mapped(reading, name, given);
    }
    const method = reading.methodOf(access);
    return method && reading.resultOf(method, given, receiver);
  });
}

/** `str::to_owned`, handed over by its path */
function isConversion(reading: Reading, node: RustNode): boolean {
  if (node.type !== "ScopedIdentifier") return false;
  return reading.namesOneOf(node, WRAPPING_CALLS) || WRAPPING_METHODS.has(reading.nameOf(lastOf(node)));
}

/** The result of `map(|user| user.email)`. */
function mapped(reading: Reading, name: string, given: readonly RustNode[]): Value | undefined {
  const values = (name === "map_or" || name === "map_or_else" ? given : given.slice(-1)).flatMap((argument) =>
    yielded(reading, argument),
  );
  const [first] = values;
  return first && reading.either(values, first);
}

/** The result of a closure or a function of the file; any other expression itself. */
function yielded(reading: Reading, node: RustNode): readonly Value[] {
  if (node.type === "ClosureExpression") return reading.bounded(() => reading.resultsOf(node)) ?? [];
  const [called] = reading.functionsOf(node);
  if (called !== undefined) return [reading.resultOf(called, [], undefined) ?? reading.unknown(node)];
  // What another function yields that is handed over by its path is not known.
  return [node.type === "ScopedIdentifier" ? reading.unknown(node) : reading.valueOf(node)];
}

function collected(reading: Reading, node: RustNode, receiver: RustNode): Value {
  const items = reading.bounded(() => resolve(reading.valueOf(receiver)));
  const [type] = typeArgumentsOf(node);
  const isList = type !== undefined && /^Vec\b/u.test(reading.program.textOf(type));
  const record = items === undefined || isList ? undefined : recordOfPairs(reading, items);
  return record ?? reading.valueOf(receiver);
}

function pathCall(reading: Reading, node: RustNode, callee: RustNode): Value {
  const given = argumentsOf(node);
  if (!reading.program.variables.variableOf(callee)) {
    const made = madeBy(reading, node, callee, given);
    if (made !== undefined) return made;
  }
  return callValue(reading, node, callee, given, () => resultOfPath(reading, callee, given));
}

/** Functions that read a variable of the environment. */
const VARIABLES = /^(?:(?:std::)?env::var(?:_os)?|dotenvy?::var)$/;

/** The results of well-known functions. */
function madeBy(reading: Reading, node: RustNode, callee: RustNode, given: readonly RustNode[]): Value | undefined {
  const at = reading.at(node);
  const [first] = given;
  if (reading.namesOneOf(callee, EMPTY_RECORDS))
    return { kind: "record", ...at, fields: [], spreads: [], complete: true };
  if (reading.namesOneOf(callee, EMPTY_LISTS)) return { kind: "list", ...at, items: [], complete: true };
  if (reading.namesOneOf(callee, EMPTY_TEXTS)) return { kind: "text", text: "", ...at };
  if (first === undefined) {
    const path = reading.program.names.pathOf(callee)?.join("::");
    // Of `Default::default()` only the place says what it is; where a map is wanted it is an empty one.
    return path === "Default::default" ? { kind: "record", ...at, fields: [], spreads: [], complete: true } : undefined;
  }
  const name = reading.program.names.pathOf(callee)?.at(-1);
  const { item, path: resolved } = reading.program.names.resolve(callee);
  if (item === undefined && reading.namesOneOf(callee, ERROR_CALLS)) return reading.valueOf(given.at(-1) ?? first);
  const path = resolved?.join("::");
  if (path === "std::iter::once" || path === "iter::once") {
    return { kind: "list", ...at, items: [reading.valueOf(first)], complete: true };
  }
  if (path !== undefined && name !== undefined && VARIABLES.test(path)) {
    return variableNamed(reading, node, reading.valueOf(callee), reading.valueOf(first));
  }
  if (!reading.namesOneOf(callee, MAPS_OF_PAIRS)) return undefined;
  const pairs = reading.bounded(() => resolve(reading.valueOf(first)));
  const record = pairs && recordOfPairs(reading, pairs);
  return record ?? { kind: "record", ...at, fields: [], spreads: [reading.valueOf(first)], complete: false };
}

/** A variable of the environment, as a member of what reads it. */
export function variableNamed(reading: Reading, node: RustNode, object: Value, key: Value): Value {
  const name = knownText(key);
  return { kind: "member", ...reading.at(node), object, name, nameRange: key.range, definition: undefined };
}

function resultOfPath(reading: Reading, callee: RustNode, given: readonly RustNode[]): Value | undefined {
  const [called] = reading.functionsOf(callee);
  return called && reading.resultOf(called, given, undefined);
}

function callValue(
  reading: Reading,
  node: RustNode,
  callee: RustNode,
  given: readonly RustNode[],
  result: () => Value | undefined,
): Value {
  const value: CallValue = lazyValue<CallValue>(
    { kind: "call", ...reading.at(node), construct: false },
    {
      callee: { compute: () => calleeValue(reading, callee), meanwhile: reading.unknown(callee) },
      arguments: { compute: () => given.map((argument) => reading.valueOf(argument)), meanwhile: [] },
      result: { compute: () => reading.bounded(result), meanwhile: undefined },
      origin: { compute: (): Origin | undefined => originOfCall(value), meanwhile: undefined },
      type: { compute: () => typeOf(reading, node), meanwhile: undefined },
      clock: { compute: (): CallValue["clock"] => clockOf(value), meanwhile: undefined },
    },
  );
  return value;
}

/** A function is named, whatever it does or a variable of that name may hold. */
function calleeValue(reading: Reading, callee: RustNode): Value {
  const value = reading.valueOf(callee);
  if (value.kind === "name") {
    const { name, range, source, sdk } = value;
    return {
      kind: "name",
      name,
      range,
      source,
      sdk,
      known: knownFunction(name),
      binding: undefined,
      definition: undefined,
    };
  }
  if (value.kind !== "member" || callee.type !== "ScopedIdentifier") return value;
  const { object, name, nameRange, range, source, sdk, known } = value;
  return { kind: "member", object, name, nameRange, range, source, sdk, known, definition: undefined };
}
