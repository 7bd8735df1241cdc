import { alternatives, isWithin, resolve, type Field, type Value } from "../breadcrumb/index.ts";
import type { Leak } from "./leaks.ts";

/**
 * The expression to hand to a function that makes it harmless: one that yields nothing but what leaks.
 * @returns undefined for a literal, which is better reworded, and where an object holds more than the leak and stands
 * elsewhere.
 */
export function passable({ at, field, source, shared }: Leak): Value | undefined {
  if (shared || at.kind === "text") return undefined;
  const { kind } = resolve(at);
  if (kind !== "record" && kind !== "list") return at;
  return field !== undefined && isWithin(source.range, field.range) ? source : undefined;
}

/**
 * Whether true or false may stand where something leaks: not for a whole message, a record or a literal.
 * @param top the breadcrumb's field.
 */
export function mayBeBoolean({ at, field, kind }: Leak, top: Field): boolean {
  if (kind === "object" || at.kind === "text") return false;
  // Not behind a name, where the field stands elsewhere.
  if (field !== undefined) return isWithin(at.range, field.range) && !isSpreadIn(top.value, at);
  return top.name !== "data" && alternatives(top.value).every((whole) => whole.at !== at);
}

function isSpreadIn(value: Value, spread: Value): boolean {
  if (value.kind !== "record") return false;
  return value.spreads.includes(spread) || value.fields.some((field) => isSpreadIn(field.value, spread));
}
