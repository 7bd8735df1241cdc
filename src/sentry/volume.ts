import { isWithin, type Breadcrumb } from "../breadcrumb/index.ts";
import { isNamedForBreadcrumbs, isNamedForLogging } from "./recorder-names.ts";

/**
 * Events that a browser or an app reports many times while one thing is done: with each frame (scroll, resize, by
 * https://html.spec.whatwg.org/#update-the-rendering), each move of a pointer, each key. Sentry's own integration
 * records no keys but the first of a second in one field, and none of the others (sentry-javascript,
 * packages/browser-utils/src/instrument/dom.ts).
 */
export const FREQUENT_EVENTS: ReadonlySet<string> = new Set([
  "changetext",
  "devicemotion",
  "deviceorientation",
  "drag",
  "dragover",
  "input",
  "keydown",
  "keypress",
  "keyup",
  "mousemove",
  "pointermove",
  "pointerrawupdate",
  "resize",
  "scroll",
  "timeupdate",
  "touchmove",
  "wheel",
]);

/** A breadcrumb beyond a limit. */
export interface Excess {
  readonly breadcrumb: Breadcrumb;
  readonly scope: "file" | "function" | "wrapper";
  /** How many breadcrumbs the file or the function records by hand, or how often the file calls the wrapper. */
  readonly number: number;
  readonly max: number;
  /** For the scope `wrapper`, what records in the wrapper. */
  readonly definition?: Breadcrumb | undefined;
}

/**
 * The breadcrumbs beyond a limit, in order. A call counts once, whatever it may record. It does not count if it only
 * passes on what its callers record, or writes to a logger. Calls of a wrapper that the file defines count for the
 * wrapper: that is the one place to change. Those of another file's count if it is named for breadcrumbs.
 * @param max how many a file or a wrapper may record.
 * @param maxPerFunction how many one function may record.
 */
export function beyond(breadcrumbs: readonly Breadcrumb[], max: number, maxPerFunction: number): readonly Excess[] {
  const calls = [...new Map(breadcrumbs.filter(counts).map((each) => [each.range[0], each])).values()];
  const byHand = calls.filter(({ wrapper }) => wrapper === undefined);
  const excess = new Map<Breadcrumb, Excess>();
  for (const inThis of groupsBy(byHand, ({ place }) => place.function?.range[0])) {
    for (const breadcrumb of inThis.slice(maxPerFunction))
      excess.set(breadcrumb, { breadcrumb, scope: "function", number: inThis.length, max: maxPerFunction });
  }
  for (const breadcrumb of byHand.slice(max))
    excess.set(breadcrumb, { breadcrumb, scope: "file", number: byHand.length, max });
  for (const ofThis of groupsBy(calls, ({ wrapper }) => wrapper?.[0])) {
    const { wrapper } = ofThis[0];
    const definition = breadcrumbs.find(({ range }) => wrapper && isWithin(range, wrapper));
    for (const breadcrumb of ofThis.slice(max))
      excess.set(breadcrumb, { breadcrumb, scope: "wrapper", number: ofThis.length, max, definition });
  }
  return calls.flatMap((breadcrumb) => excess.get(breadcrumb) ?? []);
}

/** The items that have a key, in groups of the same. */
function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => number | undefined) {
  const groups = new Map<number, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(item);
    else if (key !== undefined) groups.set(key, [item]);
  }
  return groups.values();
}

function counts({ entry, wrapper, callee, place }: Breadcrumb): boolean {
  if (place.forwards) return false;
  if (entry !== "wrapper" || isNamedForBreadcrumbs(callee.source)) return true;
  return wrapper !== undefined && !isNamedForLogging(callee.source);
}
