import type { ValueType } from "../../../breadcrumb/index.ts";

/** Of the standard library, and of crates that are used everywhere. */
const TYPES: ReadonlyMap<string | undefined, ValueType["known"]> = new Map([
  // `secrecy`
  ["SecretBox", "guarded"],
  ["SecretBytes", "guarded"],
  ["SecretString", "guarded"],
  ["SecretVec", "guarded"],
  // What is pinned in memory.
  ["Pin", "no-data"],
]);

/** What is known of types of a name. */
export function knownType(name: string | undefined): ValueType["known"] {
  return TYPES.get(name);
}
