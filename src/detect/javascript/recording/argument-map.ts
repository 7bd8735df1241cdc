import type { TSESTree } from "@typescript-eslint/utils";
import type { FieldName } from "../../../breadcrumb/index.ts";

/** What one argument of a call, or one property of it, becomes. */
export interface Passing {
  readonly argument: number;
  /** The property of the argument; undefined for the argument itself. */
  readonly property: string | undefined;
  readonly field: FieldName | "breadcrumb";
  /** For a whole breadcrumb: the fields that the wrapper sets itself; for data: what it takes out of the argument. */
  readonly except: readonly string[];
  /** The call whose argument it is: the one that handed out the wrapper. Undefined for the recording's own. */
  readonly maker?: TSESTree.CallExpression;
}

/** A call that records a breadcrumb, and what its arguments become. */
export interface Recording {
  readonly call: TSESTree.CallExpression;
  readonly passings: readonly Passing[];
}

/** The only argument of the SDK's own functions that a breadcrumb is made of. */
export const WHOLE_BREADCRUMB: readonly Passing[] = [
  { argument: 0, property: undefined, field: "breadcrumb", except: [] },
];
