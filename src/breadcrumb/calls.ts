import type { KnownFunction } from "./known-function.ts";
import type { CallValue, Value } from "./value.ts";

/** What the language's table knows of the function that a name or member stands for. */
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

/** What a call works on, and what it is given for that: `users.map(toEmail)`, `_.map(users, toEmail)`. */
export function workOf({ callee, arguments: given }: CallValue): Work {
  if (knownOf(callee)?.on === "first") return { on: given[0], given: given.slice(1) };
  return { on: callee.kind === "member" ? callee.object : undefined, given };
}

interface Work {
  readonly on: Value | undefined;
  readonly given: readonly Value[];
}

/** What a call surely yields, by what is known of its function; functions of the file are told by what they return. */
export function yieldOf({ callee, construct, result }: CallValue): "text" | "list" | undefined {
  if (construct || result !== undefined) return undefined;
  const isOwn = callee.kind === "name" && callee.binding !== undefined && callee.binding.import === undefined;
  return isOwn ? undefined : knownOf(callee)?.yields;
}
