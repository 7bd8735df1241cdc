import type { Breadcrumb } from "../breadcrumb/index.ts";

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
  readonly scope: "file" | "function";
  /** How many breadcrumbs the file or the function records by hand. */
  readonly number: number;
  readonly max: number;
}

/**
 * The breadcrumbs beyond a limit, in order. A call counts once, whatever it may record. It does not count if it only
 * passes on what its callers record, or writes to a logger.
 * @param max how many a file may record.
 * @param maxPerFunction how many one function may record.
 */
export function beyond(breadcrumbs: readonly Breadcrumb[], max: number, maxPerFunction: number): readonly Excess[] {
  const calls = [...new Map(breadcrumbs.filter(isByHand).map((each) => [each.range[0], each])).values()];
  const inFunctions = new Map<number, Breadcrumb[]>();
  for (const breadcrumb of calls) {
    const start = breadcrumb.place.function?.range[0];
    if (start !== undefined) inFunctions.set(start, [...(inFunctions.get(start) ?? []), breadcrumb]);
  }
  const tooMany = new Map<Breadcrumb, number>();
  for (const inThis of inFunctions.values()) {
    for (const breadcrumb of inThis.slice(maxPerFunction)) tooMany.set(breadcrumb, inThis.length);
  }
  return calls.flatMap((breadcrumb, index): readonly Excess[] => {
    if (index >= max) return [{ breadcrumb, scope: "file", number: calls.length, max }];
    const number = tooMany.get(breadcrumb);
    return number === undefined ? [] : [{ breadcrumb, scope: "function", number, max: maxPerFunction }];
  });
}

/** `log.info`, `logError`: what is written to a log becomes a breadcrumb by the way. */
const LOGGING = /(?:\.\s*|\blog_?)(?:debug|error|fatal|info|log|trace|verbose|warn|warning)$|^log$/iu;

function isByHand({ entry, callee, place }: Breadcrumb): boolean {
  return !place.forwards && !(entry === "wrapper" && LOGGING.test(callee.source));
}
