import { knownOf, yieldOf } from "./calls.ts";
import { matches, places, resolve } from "./read.ts";
import type { CallValue, Value, ValueType } from "./value.ts";

/** The type of a value at run time, from its own form or its declared type. */
export type RuntimeType =
  "text" | "number" | "boolean" | "nothing" | "record" | "list" | "function" | "error" | "date" | "promise" | "element";

/** Their names in messages. */
export const RUNTIME_TYPE_NAMES: Readonly<Record<RuntimeType, string>> = {
  boolean: "a boolean",
  date: "a date",
  element: "an element",
  error: "an error",
  function: "a function",
  list: "an array",
  nothing: "nothing",
  number: "a number",
  promise: "a promise",
  record: "an object",
  text: "a string",
};

/** The places of a value whose type is known. */
export function placesByType(value: Value | undefined): readonly { readonly at: Value; readonly type: RuntimeType }[] {
  return (value === undefined ? [] : places(value)).flatMap(({ at }) => {
    const type = runtimeTypeOf(at);
    return type === undefined ? [] : [{ at, type }];
  });
}

/**
 * The type of a value at run time, as far as the source shows, from its form or from a declared type on the way to it.
 * @returns undefined for classes of a project and for everything else that could be any.
 */
export function runtimeTypeOf(value: Value): RuntimeType | undefined {
  const types = new Set(
    places(value).flatMap(({ at, each }) =>
      at.isPromise === true ? "promise" : each.map((is) => ownType(is) ?? ownType(at)),
    ),
  );
  const [type, ...others] = types;
  return others.length === 0 ? type : undefined;
}

function ownType(value: Value): RuntimeType | undefined {
  if (value.isError === true) return "error";
  if (value.clock === "date") return "date";
  switch (value.kind) {
    case "text":
    case "number":
    case "boolean":
    case "nothing":
    case "record":
    case "list":
    case "function":
      return value.kind;
    case "template":
      return "text";
    case "operation":
      return value.result === "unknown" ? undefined : value.result;
    case "call":
      return typeOfCall(value) ?? typeOfDeclared(value.type);
    case "name":
    case "member":
    case "choice":
    case "unknown":
      return typeOfDeclared(value.type);
    default:
      return value satisfies never;
  }
}

/** The browser's elements, of which a checker shows no properties; a project's own type of such a name has some. */
const ELEMENT = /^HTML\w*Element$/u;

function typeOfDeclared(type: ValueType | undefined): RuntimeType | undefined {
  if (type?.kind === "literals" && type.literals.length === 0) return "number";
  if (matches(type?.name, ELEMENT) && type?.properties.length === 0) return "element";
  // A set is modelled as an array of its items, but is not an array.
  return type === undefined || type.name?.endsWith("Set") === true ? undefined : BY_DECLARED_KIND.get(type.kind);
}

/** A string or array stays one when another is appended; a string is split at another, or at a pattern. */
function typeOfCall(call: CallValue): RuntimeType | undefined {
  const { callee } = call;
  const does = callee.kind === "member" ? knownOf(callee)?.does : undefined;
  if (callee.kind === "member" && does === "concat") {
    const type = runtimeTypeOf(callee.object);
    return type === "text" || type === "list" ? type : undefined;
  }
  if (does === "split" && call.result === undefined) {
    const [at] = call.arguments.map(resolve);
    return at?.kind === "text" || at?.fieldlessClass === "RegExp" ? "list" : undefined;
  }
  return yieldOf(call);
}

const BY_DECLARED_KIND: ReadonlyMap<ValueType["kind"], RuntimeType> = new Map([
  ["boolean", "boolean"],
  ["list", "list"],
  ["literals", "text"],
  ["number", "number"],
  ["record", "record"],
  ["text", "text"],
]);
