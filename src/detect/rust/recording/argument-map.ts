import type { Destination, Entry, TextFilter } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Called } from "../values/context.ts";

/** The destination of one argument of a call. */
export interface ArgumentMapping {
  readonly argument: number;
  /** The way to a field of the argument; none for the argument itself. */
  readonly properties: readonly string[];
  readonly field: Destination;
  /** The texts that go there, where the function asks for them before. */
  readonly filter?: TextFilter | undefined;
}

/** A call that records a breadcrumb. */
export interface Recording {
  /** A `CallExpression` or `MacroInvocation`. */
  readonly call: RustNode;
  readonly entry: Entry;
  /** What its arguments become, as far as that can be said of each by itself. */
  readonly mappings: readonly ArgumentMapping[];
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
export const WHOLE_BREADCRUMB: readonly ArgumentMapping[] = [{ argument: 0, properties: [], field: "breadcrumb" }];
