import type { ValueType } from "../../../breadcrumb/index.ts";
import { fieldless } from "./fieldless.ts";

/** Of TypeScript, and of libraries that are used everywhere. */
const TYPES: ReadonlyMap<string | undefined, ValueType["known"]> = new Map([
  // Effect's.
  ["Redacted", "guarded"],
  // TypeScript's, for the names of properties.
  ["PropertyKey", "no-data"],
  // Of a map or a chip.
  ["Pin", "no-data"],
]);

/** What is known of types of a name. */
export function knownType(name: string | undefined): ValueType["known"] {
  return fieldless(name) === undefined ? TYPES.get(name) : "fieldless";
}
