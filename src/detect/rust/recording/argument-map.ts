import type { Entry, FieldName } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Called } from "../values/context.ts";

/** What one argument of a call becomes. */
export interface Passing {
  readonly argument: number;
  readonly field: FieldName | "breadcrumb";
}

/** A call that records a breadcrumb. */
export interface Recording {
  /** A `CallExpression` or `MacroInvocation`. */
  readonly call: RustNode;
  readonly entry: Entry;
  /** What its arguments become, for the SDK's own functions and for wrappers that the settings name. */
  readonly passings: readonly Passing[];
  /** The wrapper of the file that it calls. */
  readonly wrapper?: CalledWrapper | undefined;
  /** Whether it passes on what the function around it was given. */
  readonly forwards: boolean;
}

/** A wrapper of the file with what a call gives it. */
export interface CalledWrapper extends Called {
  /** What it records. */
  readonly recordings: readonly Omit<Recording, "forwards">[];
}

/** The only argument of the SDK's own functions. */
export const WHOLE_BREADCRUMB: readonly Passing[] = [{ argument: 0, field: "breadcrumb" }];
