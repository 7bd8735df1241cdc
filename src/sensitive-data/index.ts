/** Finding personal data and secrets in values: pure functions, in no language's terms. */
export { fateOfKind, KINDS, textOfKind } from "./kinds.ts";
export { isOfPerson, leakFinder, type Leak, type LeakFinder, type Policy } from "./leaks.ts";
export { policyOf } from "./policy.ts";
export { mayBeBoolean, passable } from "./replacements.ts";
export type { Kind, Tier } from "./names.ts";
