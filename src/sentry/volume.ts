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
  /** Which breadcrumb of the file or of the function it is, counted from 1. */
  readonly number: number;
  readonly max: number;
}

/**
 * The breadcrumbs beyond a limit, in order. A call counts once, whatever it may record, and not at all where it only
 * hands on what others record.
 * @param max how many a file may record.
 * @param maxPerFunction how many one function may record.
 */
export function beyond(breadcrumbs: readonly Breadcrumb[], max: number, maxPerFunction: number): readonly Excess[] {
  const calls = new Map(breadcrumbs.map((breadcrumb) => [breadcrumb.range[0], breadcrumb]));
  const found: Excess[] = [];
  const inFunction = new Map<number, number>();
  let inFile = 0;
  for (const breadcrumb of calls.values()) {
    if (breadcrumb.place.forwards) continue;
    const start = breadcrumb.place.function?.range[0] ?? -1;
    const inThis = (inFunction.get(start) ?? 0) + 1;
    inFunction.set(start, inThis);
    inFile += 1;
    if (inFile > max) found.push({ breadcrumb, scope: "file", number: inFile, max });
    else if (start >= 0 && inThis > maxPerFunction) {
      found.push({ breadcrumb, scope: "function", number: inThis, max: maxPerFunction });
    }
  }
  return found;
}
