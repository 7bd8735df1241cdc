import type { FieldName, Value } from "./value.ts";

/** Where a call's argument goes: the whole breadcrumb, a field, or a key below `data`, as in `data.cart.total`. */
export type Destination = "breadcrumb" | FieldName | `data.${string}`;

/**
 * A destination for some strings only, such as `level = info|error`, or for all but some, such as `level != none`. With
 * `if`, the strings decide whether anything is recorded: `level if != none`, `_ if = ERROR|WARN`. `TextFilter` says how
 * other values are written.
 */
export type FilteredDestination = `${Destination | "_"}${"" | " if"} ${"=" | "!="} ${string}`;

/**
 * What a parameter of a function becomes that records a breadcrumb: what it goes to, nothing (`_`), or for an object
 * what each of its properties becomes. At the end, `...` says the same of all further arguments as of the last one.
 */
export type WrapperParameter = Destination | FilteredDestination | "_" | "..." | WrapperProperties;

/** Properties of a parameter. `...` stands for all that are not named, and is no object itself. */
export interface WrapperProperties {
  readonly [property: string]: WrapperParameter;
}

/** An argument of a call that records a breadcrumb. */
export interface Argument {
  readonly value: Value;
  /** What it becomes, through the SDK's own function or through a function of the project. */
  readonly becomes: WrapperParameter;
  /** What the project's function that takes it calls it: personal data that these names tell is reported there. */
  readonly names?: readonly string[] | undefined;
}
