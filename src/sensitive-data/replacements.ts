import { alternatives, isWithin, resolve, type Field, type Value } from "../breadcrumb/index.ts";
import type { Leak } from "./evidence.ts";
import { isOfPerson, type Policy } from "./leaks.ts";

/** What may take the place of a leak; each is undefined where it does not fit. */
export interface Replacements {
  /** The field that may be left out with what it holds. */
  readonly field?: Field | undefined;
  /** A property of a person, whose id may be sent instead. */
  readonly person?: Value | undefined;
  /** The address of a page, whose path may be sent instead. */
  readonly address?: Value | undefined;
  /** A value of which it may be sent whether it is there. */
  readonly boolean?: Value | undefined;
  /** What may be handed to a function that makes it harmless. */
  readonly passed?: Value | undefined;
}

/**
 * Tells what may take the place of a leak.
 * @param top the breadcrumb's field that carries it.
 */
export function replacementsOf(leak: Leak, top: Field, policy: Policy): Replacements {
  const { at, shared, kind } = leak;
  if (shared) return {};
  const isSpread = spreadsIn(top.value).has(at);
  const isAddress = kind === "url_query" && at.kind === "member" && at.name === "href";
  return {
    field: leak.field,
    person: !isSpread && isOfPerson(leak, policy) ? at : undefined,
    address: isAddress ? at : undefined,
    boolean: !isAddress && !isSpread && mayBeBoolean(leak, top) ? at : undefined,
    passed: passable(leak),
  };
}

/**
 * The expression to hand to a function that makes it harmless: one that yields nothing but what leaks.
 * @returns undefined for a literal, which is better reworded, and for the name of an object that holds more than the
 * leak.
 */
function passable({ at, source }: Leak): Value | undefined {
  if (at.kind === "text") return undefined;
  const { kind } = resolve(at);
  return at === source || (kind !== "record" && kind !== "list") ? at : undefined;
}

/**
 * Whether true or false may stand where something leaks: not for a whole message, a record or a literal.
 * @param top the breadcrumb's field.
 */
function mayBeBoolean({ at, field, kind }: Leak, top: Field): boolean {
  if (kind === "object" || at.kind === "text") return false;
  // Not behind a name, where the field stands elsewhere.
  if (field !== undefined) return isWithin(at.range, field.range);
  return top.name !== "data" && alternatives(top.value).every((whole) => whole.at !== at);
}

const spreads = new WeakMap<Value, ReadonlySet<Value>>();

/** What is spread into a record, or into one written in it. Remembered: a record may hold thousands of leaks. */
function spreadsIn(value: Value): ReadonlySet<Value> {
  let known = spreads.get(value);
  if (known === undefined) spreads.set(value, (known = new Set(readSpreads(value))));
  return known;
}

function* readSpreads(value: Value): Generator<Value, void, undefined> {
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind !== "record") continue;
    yield* next.spreads;
    for (const field of next.fields) pending.push(field.value);
  }
}
