import { knownOf, yieldOf } from "./calls.ts";
import { places } from "./read.ts";
import type { CallValue, Value, ValueType } from "./value.ts";

/** What sort of thing a value is, told by its own form or by its type. */
export type Sort = "text" | "number" | "boolean" | "nothing" | "record" | "list" | "function" | "error" | "date";

/**
 * The sort of thing that a value is, as far as the source tells, by what it is or by a declared type on the way there.
 * @returns undefined for classes of a project and for everything else that could be any.
 */
export function sortOf(value: Value): Sort | undefined {
  const sorts = new Set(places(value).flatMap(({ at, each }) => each.map((is) => ownSort(is) ?? ownSort(at))));
  const [sort, ...others] = sorts;
  return others.length === 0 ? sort : undefined;
}

function ownSort(value: Value): Sort | undefined {
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
      return sortOfCall(value) ?? sortOfType(value.type);
    case "name":
    case "member":
    case "choice":
    case "unknown":
      return sortOfType(value.type);
    default:
      return value satisfies never;
  }
}

function sortOfType(type: ValueType | undefined): Sort | undefined {
  if (type?.kind === "literals" && type.literals.length === 0) return "number";
  // A set is read as a list of its items, and is none.
  return type === undefined || type.name?.endsWith("Set") === true ? undefined : SORTS.get(type.kind);
}

/** A text or list with another at its end is one again. */
function sortOfCall(call: CallValue): Sort | undefined {
  const { callee } = call;
  if (callee.kind === "member" && knownOf(callee)?.does === "concat") {
    const sort = sortOf(callee.object);
    return sort === "text" || sort === "list" ? sort : undefined;
  }
  return yieldOf(call);
}

const SORTS: ReadonlyMap<ValueType["kind"], Sort> = new Map([
  ["boolean", "boolean"],
  ["list", "list"],
  ["literals", "text"],
  ["number", "number"],
  ["record", "record"],
  ["text", "text"],
]);
