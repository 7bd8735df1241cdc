import { alternatives, type Outcome, type Value } from "../breadcrumb/index.ts";

/** An outcome of `beforeBreadcrumb` that is neither a breadcrumb nor `null`. */
interface OutcomeFault {
  /** The type of what is returned, for messages; undefined where nothing is. */
  readonly what: string | undefined;
  /** Whether it says that the breadcrumb is not wanted: `false` itself, or what fails before `&&`. */
  readonly isRefusal: boolean;
  /** What it may be meant to do with the breadcrumb otherwise, most likely first. */
  readonly mayMean: readonly ("keep" | "drop")[];
}

/** The fault of an outcome; undefined where it may be a breadcrumb or `null`. */
export function faultOf(outcome: Outcome): OutcomeFault | undefined {
  if (isNothing(outcome)) return { what: undefined, isRefusal: false, mayMean: ["keep", "drop"] };
  const what = whatOf(outcome);
  if (what === undefined) return undefined;
  const { testBefore, value } = outcome;
  const isRefusal = testBefore === "&&" || (value?.kind === "boolean" && !value.boolean);
  return { what, isRefusal, mayMean: what === "`true`" ? ["keep"] : [] };
}

function isNothing({ value, promise }: Outcome): boolean {
  if (value === undefined) return true;
  return !promise && alternatives(value).some(({ is }) => is.kind === "nothing" && is.word !== "null");
}

/** What a hook ends with, where it is plainly no breadcrumb. */
function whatOf({ promise, testBefore, value }: Outcome): string | undefined {
  if (promise) return "a promise";
  return testBefore === undefined ? contentless(value) : "a boolean";
}

/** The type of a value that is certainly not a breadcrumb. */
function contentless(value: Value | undefined): string | undefined {
  for (const { is } of value === undefined ? [] : alternatives(value)) {
    if (is.kind === "boolean") return `\`${String(is.boolean)}\``;
    if (is.kind === "text" || is.kind === "template") return "a string";
    if (is.kind === "number") return "a number";
    if (is.kind === "list") return "an array";
    if (is.type?.kind === "boolean" || (is.kind === "operation" && is.result === "boolean")) return "a boolean";
  }
  return undefined;
}
