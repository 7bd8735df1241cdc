import type { Edit, Range } from "./range.ts";
import type { TextFilter } from "./text-filter.ts";
import type { Value } from "./value.ts";

/** A function that an SDK hands each breadcrumb before it is recorded: the option `beforeBreadcrumb`. */
export interface Hook {
  /** The option or the function itself: the place for reports about the whole hook. */
  readonly name: { readonly range: Range; readonly source: string };
  /** The name of the breadcrumb that it is handed; undefined where it is taken apart at once, or not asked for. */
  readonly parameter: string | undefined;
  /** Where it says that it yields a promise of what it returns; undefined where it does not. */
  readonly async: AsyncMark | undefined;
  /** Whether it yields an iterator of what it returns. */
  readonly isGenerator: boolean;
  /** How it can end, in the order of the source. A path that throws or does not come back is not among them. */
  readonly outcomes: readonly Outcome[];
  /** The calls that record another breadcrumb, and so run the hook again, whatever the breadcrumb is like. */
  readonly recordings: readonly HookRecording[];
  /** Where it reads of the hint what not every breadcrumb has, whatever the breadcrumb is like. */
  readonly hints: readonly HintRead[];
  /** What it does with the fields of the breadcrumb; undefined where that cannot be seen. */
  readonly scrubbing?: HookScrubbing | undefined;
}

/** What a hook does with the fields of the breadcrumb that it receives. */
export interface HookScrubbing {
  readonly changes: readonly DataChange[];
  readonly comparisons: readonly FieldComparison[];
  /** What it writes as the level. */
  readonly levels: readonly Value[];
  /** Whether it names the message, or gives the whole breadcrumb to other code. */
  readonly mayHandleMessage: boolean;
}

/** What a hook writes to `data`, or deletes from it. */
export interface DataChange {
  readonly range: Range;
  /** The key in `data`; undefined where all of it is changed, or keys that the hook computes. */
  readonly key: string | undefined;
  /** What is written; undefined where it is deleted. */
  readonly value: Value | undefined;
  /** The categories of the breadcrumbs that it changes; undefined for all. */
  readonly categories: TextFilter | "unclear" | undefined;
}

/** A string with which a hook compares a field of the breadcrumb. */
export interface FieldComparison {
  readonly field: "category" | "level" | "type";
  readonly text: Value;
  /** Compares with another string. */
  compareWith(other: string): readonly Edit[];
}

export interface AsyncMark {
  readonly range: Range;
  /** Makes it an ordinary function; undefined where it waits for something, or is not only a hook. */
  readonly removal: Edit | undefined;
}

/** One way in which a hook can end. */
export interface Outcome {
  /** The expression that it returns, the statement that returns nothing, or the name of a hook that just ends. */
  readonly range: Range;
  /** Undefined where it returns nothing. */
  readonly value: Value | undefined;
  /** Whether what it returns is known to be a promise. */
  readonly promise: boolean;
  /** The operator after it, if it is a boolean test: it is returned when it fails before `&&`, or holds before `||`. */
  readonly testBefore?: "&&" | "||" | undefined;
  /** Makes the hook return another expression, as source text, after all it does; undefined if impossible. */
  ending(expression: string): readonly Edit[] | undefined;
}

export interface HookRecording {
  /** The called function, in the hook itself. */
  readonly range: Range;
  readonly source: string;
  /**
   * The consequence: the hook recurses, or waits for a lock that the SDK holds while the hook runs; `closure` if the
   * SDK holds the lock while a closure creates the breadcrumb.
   */
  readonly effect: "recursion" | "deadlock" | "closure";
}

/** A member that is read of a hook's hint. */
export interface HintRead {
  readonly range: Range;
  /** What may be missing: the hint, or a member of it. */
  readonly source: string;
  /** Reads it as far as it is there; undefined where that cannot be written. */
  readonly guard: readonly Edit[] | undefined;
}
