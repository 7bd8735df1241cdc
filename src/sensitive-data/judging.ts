import type { Value } from "../breadcrumb/index.ts";
import type { Verdict } from "./evidence.ts";
import type { Policy } from "./policy.ts";

/** What each sort of evidence is handed beside the value that it judges. */
export interface Judging {
  readonly policy: Policy;
  /** What all evidence together says of another value: of a part, a definition, an argument. */
  readonly judge: (value: Value) => Verdict;
}
