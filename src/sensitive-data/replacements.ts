import {
  alternatives,
  isWithin,
  matches,
  nameOf,
  pathOf,
  places,
  resolve,
  runtimeTypeOf,
  type Field,
  type Origin,
  type Value,
} from "../breadcrumb/index.ts";
import type { Leak } from "./evidence.ts";
import { classifyName, type Kind } from "./names.ts";
import type { Policy } from "./policy.ts";

/** Possible replacements for a leak; each is undefined if it does not fit. */
export interface Replacements {
  /** The field that can be removed with its value. */
  readonly field?: Field | undefined;
  /** A property of a person, whose id may be sent instead. */
  readonly person?: Value | undefined;
  /** The address of a page, whose path may be sent instead. */
  readonly address?: Value | undefined;
  /** The expression to replace by whether the leak is set: the leak, or the leak with its fallback. */
  readonly boolean?: Value | undefined;
  /** The expression that can be passed to a function that makes it harmless. */
  readonly passed?: Value | undefined;
  /** Whether the leak may be an object or an array instead of a string. */
  readonly mayBeObject: boolean;
}

/**
 * Finds the possible replacements for a leak.
 * @param top the breadcrumb's field that carries it.
 */
export function replacementsOf(leak: Leak, top: Field, policy: Policy): Replacements {
  const { at, shared, kind } = leak;
  const isSpread = spreadsIn(top.value).has(at);
  const mayBeObject = isSpread || isObject(leak, top);
  if (shared) return { mayBeObject };
  const isAddress = kind === "url_query" && at.kind === "member" && at.name === "href";
  return {
    field: leak.field,
    person: !isSpread && isOfPerson(leak, policy) ? at : undefined,
    address: isAddress ? at : undefined,
    boolean:
      !isAddress && !isSpread && mayBeBoolean(leak, top) ? standsIn(at, leak.field?.value ?? top.value) : undefined,
    passed: passable(leak),
    mayBeObject,
  };
}

/** Whether a leak is a member of an object that stands for a person, whose id could be sent instead. */
function isOfPerson({ at, source, secret }: Leak, policy: Policy): boolean {
  if (at !== source || at.kind !== "member" || secret) return false;
  const path = pathOf(at.object);
  const named = path && classifyName([...path, "name"], policy);
  return typeof named === "object" && named.kind === "name";
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

/** Kinds in which objects are as common as strings. */
const OBJECTS: ReadonlySet<Kind> = new Set(["address", "location", "env"]);
const DEGREES = /^(?:lat|latitude|lng|lon|longitude)$/i;
const WHOLE: ReadonlySet<Origin | undefined> = new Set<Origin>([
  "claims",
  "environment",
  "form",
  "position",
  "request-body",
  "request-cookies",
  "request-headers",
  "request-query",
  "session",
]);

/** @param top the breadcrumb's field that carries it. */
function isObject({ kind, at, source, field }: Leak, top: Field): boolean {
  if (kind === "object" || (at === top.value && top.name === "data")) return true;
  // Beside other parts of a string, it is converted to one.
  if (places((field ?? top).value).every((place) => place.at !== at)) return false;
  const sort = runtimeTypeOf(at);
  if (sort !== undefined) return sort !== "text" && sort !== "number";
  // With a key, one value is read of these: `req.get("x")`.
  return (
    (OBJECTS.has(kind) && !matches(nameOf(source), DEGREES)) || (WHOLE.has(source.origin) && source.kind !== "call")
  );
}

/**
 * What stands for a value in the place that it is written in: of `phone ?? "none"`, that comes to the same as
 * `Boolean(phone)`, the whole.
 */
function standsIn(at: Value, whole: Value): Value {
  const pending = [whole];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "template") pending.push(...next.parts);
    if (next.kind !== "choice" || !isWithin(at.range, next.range)) continue;
    const [first] = next.branches;
    // A condition would stand before its branches.
    if (first === at && first.range[0] === next.range[0]) return next;
    pending.push(...next.branches);
  }
  return at;
}

/**
 * Whether true or false may stand where something leaks: not for a whole message, a record or a literal.
 * @param top the breadcrumb's field.
 */
function mayBeBoolean({ at, field, kind }: Leak, top: Field): boolean {
  if (kind === "object" || at.kind === "text") return false;
  // Not through a name, because the field is defined elsewhere.
  if (field !== undefined) return isWithin(at.range, field.range);
  return top.name !== "data" && alternatives(top.value).every((whole) => whole.at !== at);
}

const spreads = new WeakMap<Value, ReadonlySet<Value>>();

/** The values spread into a record or a record inside it. Cached, because a record may contain thousands of leaks. */
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
