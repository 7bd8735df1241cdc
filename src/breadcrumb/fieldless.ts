import { places } from "./read.ts";
import type { Value } from "./value.ts";

/**
 * What is made by these classes of the platform has no fields of its own, so that the SDK sends `{}` in its place (seen
 * with `@sentry/node` 8 to 11).
 */
const FIELDLESS: ReadonlySet<string | undefined> = new Set([
  "FormData",
  "Headers",
  "Map",
  "RegExp",
  "Set",
  "URLSearchParams",
  "WeakMap",
  "WeakSet",
]);

/**
 * The class of an object that arrives in Sentry as `{}`; undefined for all others.
 * @param at the place where it is written, whose type counts where the value itself does not tell.
 * @param each all that it may be.
 */
export function fieldlessClassOf(at: Value, each: readonly Value[]): string | undefined {
  const [name, ...others] = new Set(each.map((value) => classOf(value) ?? at.type?.name));
  return others.length === 0 && FIELDLESS.has(name) ? name : undefined;
}

/** Whether whatever a value is arrives in Sentry as `{}`, with nothing of what it holds. */
export function arrivesEmpty(value: Value): boolean {
  return places(value).every(({ at, each }) => fieldlessClassOf(at, each) !== undefined);
}

/** The class of the platform that a value is made by. */
function classOf(value: Value): string | undefined {
  if (value.kind !== "call" || !value.construct) return value.type?.name;
  const { callee } = value;
  return callee.kind === "name" && callee.binding === undefined ? callee.name : undefined;
}
