import type { Value } from "../breadcrumb/index.ts";
import type { Verdict } from "./evidence.ts";
import type { Policy } from "./policy.ts";

/** What each kind of evidence receives besides the value. */
export interface Judging {
  readonly policy: Policy;
  /** The combined verdict on another value: on a part, a definition, an argument. */
  readonly judge: (value: Value) => Verdict;
}
