/** Finding personal data and secrets in values: pure functions, in no language's terms. */
export { arrives } from "./arrival.ts";
export { describeLeak, KINDS, type LeakText } from "./kinds.ts";
export type { Leak } from "./evidence.ts";
export { kindsOfNames, leakFinder, type LeakFinder } from "./leaks.ts";
export { policyOf, redactIn, type Declared, type Policy } from "./policy.ts";
export { replacementsOf, type Replacements } from "./replacements.ts";
export { CONTACTS, isConfiguredContact, type Kind, type Tier } from "./names.ts";
export { worstLeakFinder, type WorstLeak } from "./worst.ts";
