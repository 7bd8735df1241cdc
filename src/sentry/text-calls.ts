import { knownOf, resolve, type CallValue, type ListValue, type RecordValue, type Value } from "../breadcrumb/index.ts";

/**
 * The parts of the string that a call builds, in order: `["a", b].join(" ")`, `"a".concat(b)`, `String(a)`.
 * @returns undefined for a call that is not known to do so.
 */
export function partsOf(call: CallValue): readonly Value[] | undefined {
  const does = knownOf(call.callee)?.does;
  if (does === "make-text" && !call.construct) return call.arguments.slice(0, 1);
  if (call.callee.kind !== "member") return undefined;
  const receiver = resolve(call.callee.object);
  if (does === "join" && receiver.kind === "list") return withSeparators(receiver, call);
  if (receiver.kind !== "text" && receiver.kind !== "template" && receiver.kind !== "call") return undefined;
  if (does === "keep-text") return [receiver];
  return does === "concat" && receiver.kind !== "call" ? [receiver, ...call.arguments] : undefined;
}

/** The values that `JSON.stringify` writes completely. */
export function jsonOf({ callee, arguments: [value, replacer] }: CallValue): RecordValue | ListValue | undefined {
  if (knownOf(callee)?.does !== "json" || value === undefined) return undefined;
  if (replacer !== undefined && replacer.kind !== "nothing") return undefined;
  const is = resolve(value);
  return is.kind === "record" || is.kind === "list" ? is : undefined;
}

function withSeparators(
  { items, complete }: ListValue,
  { arguments: [given], range }: CallValue,
): readonly Value[] | undefined {
  if (!complete) return undefined;
  const separator: Value = given ?? { kind: "text", text: ",", source: "", range };
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
