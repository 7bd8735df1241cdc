import { places } from "./read.ts";
import type { Value } from "./value.ts";

/**
 * The class of an object that arrives in Sentry as `{}`; undefined for any other value.
 * @param at the place where it is written, whose type counts where the value itself does not tell.
 * @param each all that it may be.
 */
export function fieldlessClassOf(at: Value, each: readonly Value[]): string | undefined {
  if (at.isPromise === true) return "Promise";
  const [name, ...others] = new Set(each.map((value) => value.fieldlessClass ?? at.fieldlessClass));
  return others.length === 0 ? name : undefined;
}

/** Whether whatever a value is arrives in Sentry as `{}`, with nothing of what it holds. */
export function arrivesEmpty(value: Value): boolean {
  return places(value).every(({ at, each }) => fieldlessClassOf(at, each) !== undefined);
}
