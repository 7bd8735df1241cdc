import {
  excerpt,
  fieldlessClassOf,
  pathOf,
  places,
  type Field,
  type RuntimeType,
  type Value,
} from "../breadcrumb/index.ts";

/**
 * The values of `data` that the server drops because they are not objects (relay,
 * `relay-event-schema/src/protocol/breadcrumb.rs`), after the SDK has converted dates and functions to strings
 * (sentry-javascript, `packages/core/src/utils/normalize.ts`).
 */
export const NO_DATA: ReadonlySet<RuntimeType> = new Set([
  "boolean",
  "date",
  "element",
  "function",
  "list",
  "number",
  "text",
]);

/** How many levels of `data` the JavaScript SDKs send, unless `normalizeDepth` says otherwise (the same file). */
export const SENT_LEVELS = 3;

/** A key for a value that is to be wrapped into an object: its own name where it has one. */
export function keyFor(value: Value, type: RuntimeType): string {
  const name = value.kind === "name" || value.kind === "member" ? value.name : undefined;
  if (name !== undefined && name !== "data" && name !== "this") return name;
  if (type === "list") return "items";
  return type === "error" ? "error" : "value";
}

/** A value within `data`, at the place where it is written. */
export interface NestedValue {
  readonly at: Value;
  /** All its possible values. */
  readonly each: readonly Value[];
  /** Its nesting level; `data` is on level 1. */
  readonly level: number;
  /** Its field; undefined for `data` itself and for items of arrays. */
  readonly field: Field | undefined;
}

/** How many values of one `data` are looked at. */
const MAX_VALUES = 1000;

/** The values within `data`, itself included, down to the first level that the SDK does not send. */
export function valuesIn(data: Value, depth: number): readonly NestedValue[] {
  const found: NestedValue[] = [];
  const pending: { readonly value: Value; readonly level: number; readonly field: Field | undefined }[] = [
    { value: data, level: 1, field: undefined },
  ];
  for (let next = pending.pop(); next !== undefined && found.length < MAX_VALUES; next = pending.pop()) {
    const { value, level, field } = next;
    for (const { at, each } of places(value)) {
      found.push({ at, each, level, field });
      if (level > depth || at.isPromise === true) continue;
      for (const is of each) {
        // In an incomplete array, spread values count as items.
        if (is.kind === "list" && is.complete) {
          pending.push(...is.items.map((item) => ({ value: item, level: level + 1, field: undefined })));
        }
        if (is.kind !== "record" || is.fields.some(({ name }) => name === "toJSON")) continue;
        pending.push(...is.fields.map((inner) => ({ value: inner.value, level: level + 1, field: inner })));
      }
    }
  }
  return found;
}

/** Why a value within `data` does not arrive, in what messages say of it. */
interface Loss {
  readonly kind: "function" | "symbol" | "deep" | "fieldless";
  readonly text: string;
  /** How many levels are sent. */
  readonly depth: string;
  /**
   * What arrives instead of a value that is too deep, or the class whose instances have no properties of their own;
   * otherwise empty.
   */
  readonly remains: string;
}

/** Why the SDK cannot send a value; undefined where it sends the value. */
export function lossOf({ at, each, level }: NestedValue, depth: number): Loss | undefined {
  const [kind, ...others] = new Set(each.map((value) => (isSymbol(value) ? "symbol" : value.kind)));
  const said = { text: excerpt(at), depth: String(depth), remains: "" };
  if (others.length === 0 && level > 1) {
    if (kind === "function" || kind === "symbol") return { ...said, kind };
    if (level > depth && kind === "record") return { ...said, kind: "deep", remains: "[Object]" };
    if (level > depth && kind === "list") return { ...said, kind: "deep", remains: "[Array]" };
  }
  const fieldless = fieldlessClassOf(at, each);
  return fieldless === undefined ? undefined : { ...said, kind: "fieldless", remains: fieldless };
}

/** Whether a value is the platform's symbol: `Symbol("a")`, `Symbol.iterator`. */
export function isSymbol(value: Value): boolean {
  const name = value.kind === "call" ? value.callee : value;
  const [root, ...path] = pathOf(name) ?? [];
  if (root !== "Symbol" || (value.kind !== "call" && path.length !== 1)) return false;
  const owner = name.kind === "member" ? name.object : name;
  return owner.kind === "name" && owner.binding === undefined;
}
