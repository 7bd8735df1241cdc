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
