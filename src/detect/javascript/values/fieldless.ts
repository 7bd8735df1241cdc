/**
 * What is made by these classes of the platform has no fields of its own, so that the SDK sends `{}` in its place (seen
 * with `@sentry/node` 8 to 11).
 */
const FIELDLESS: ReadonlySet<string> = new Set([
  "FormData",
  "Headers",
  "Map",
  "RegExp",
  "Set",
  "URLSearchParams",
  "WeakMap",
  "WeakSet",
]);

/** The name of a class, if its objects have no fields. */
export function fieldless(name: string | undefined): string | undefined {
  return name !== undefined && FIELDLESS.has(name) ? name : undefined;
}
