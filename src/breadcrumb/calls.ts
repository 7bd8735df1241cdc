import type { KnownFunction } from "./known-function.ts";
import type { CallValue, Value } from "./value.ts";

/** The entry in the language's table for the function that a name or member refers to. */
export function knownOf(callee: Value): KnownFunction | undefined {
  return callee.kind === "name" || callee.kind === "member" ? callee.known : undefined;
}

/**
 * What of a call's receiver and arguments comes back in its result.
 * @returns undefined where nothing is known of the function.
 */
export function handedOn(call: CallValue): readonly Value[] | undefined {
  const { callee, arguments: given } = call;
  if (call.isTagged === true) return given;
  const known = knownOf(callee);
  // `Array.from(users, toEmail)`
  if (known?.does === "map" && workOf(call).given.length > 0) return undefined;
  switch (known?.handsOn) {
    case "all":
      return callee.kind === "member" ? [callee.object, ...given.slice(isSearched(known) ? 1 : 0)] : given;
    case "arguments":
      return given;
    case "first":
      return given.slice(0, 1);
    case "nothing":
      return [];
    case undefined:
      return undefined;
  }
}

/** `url.replace(token, "***")`, whose first argument is what the result has no more. */
function isSearched({ does, on }: KnownFunction): boolean {
  return (does === "replace" || does === "split") && on === undefined;
}

/** The subject of a call and its other arguments: `users.map(toEmail)`, `_.map(users, toEmail)`. */
export function workOf({ callee, arguments: given }: CallValue): Work {
  if (knownOf(callee)?.on === "first") return { on: given[0], given: given.slice(1) };
  return { on: callee.kind === "member" ? callee.object : undefined, given };
}

interface Work {
  readonly on: Value | undefined;
  readonly given: readonly Value[];
}

/** The certain result of a call of a known function. Functions of the file are judged by what they return. */
export function yieldOf({ callee, construct, result }: CallValue): KnownFunction["yields"] {
  if (construct || result !== undefined) return undefined;
  const isOwn = callee.kind === "name" && callee.binding !== undefined && callee.binding.import === undefined;
  return isOwn ? undefined : knownOf(callee)?.yields;
}
