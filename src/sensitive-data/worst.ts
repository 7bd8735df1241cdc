import type { Breadcrumb } from "../breadcrumb/index.ts";
import { describeLeak } from "./kinds.ts";
import { leakFinder } from "./leaks.ts";
import { policyOf, type Declared } from "./policy.ts";

/** The most sensitive of the personal data and secrets in a breadcrumb. */
export interface WorstLeak {
  /** Its kind and place, as part of a sentence. */
  readonly what: string;
  /** Whether it is always personal data or a secret, not only sometimes. */
  readonly definite: boolean;
}

/**
 * Finds the worst leak of each breadcrumb of a file; undefined for a breadcrumb that is harmless.
 * @param declared what the project says of its names.
 */
export function worstLeakFinder(declared: Declared): (breadcrumb: Breadcrumb) => WorstLeak | undefined {
  const leaksOf = leakFinder(policyOf(declared));
  return ({ message, data, category, type }) => {
    const leaks = [message, data, category, type].flatMap((field) => (field === undefined ? [] : leaksOf(field.value)));
    const [worst] = leaks.sort((one, other) => one.tier - other.tier);
    if (worst === undefined) return undefined;
    return { what: `${describeLeak(worst, "data").what} (\`${worst.at.source}\`)`, definite: worst.tier === 1 };
  };
}
