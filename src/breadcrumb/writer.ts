import type { Edit, Range } from "./range.ts";
import type { Clock, Field, RecordValue, Value } from "./value.ts";

/** Writes source code in the language of the file. Everything that it returns is an expression or a field. */
export interface Writer {
  /** A string literal for the place of `like`, if given, in its quotes. */
  text(content: string, like?: Value): string;
  /** Whether a value is there: `Boolean(email)`; undefined where the language needs to know more. */
  presence(value: Value): string | undefined;
  /**
   * Converts what takes the place of a string to a string, where the language needs it: `Some(user.id.to_string())` for
   * `Some(user.email.clone())`. Absent if any value may stand there.
   * @returns undefined where the converted string might not fit, either.
   */
  asString?(edit: Edit): Edit | undefined;
  /** Adds a field at the end of a record; `value` is source code. */
  addField(record: RecordValue, name: string, value: string): Edit | undefined;
  /**
   * Converts an expression that reads a clock to Sentry's unit: `Date.now() / 1000`. Like all methods below, absent if
   * the language's compiler makes it unnecessary.
   */
  asTimestamp?(value: Value, clock: Clock): readonly Edit[] | undefined;
  /** Gives a field of a record another name. */
  renameField?(field: Field, name: string): readonly Edit[] | undefined;
  /** Moves a field unchanged into another record, or into a new one under a name. */
  moveField?(field: Field, target: RecordValue | string): readonly Edit[] | undefined;
  /** A record with one field whose value is an expression: `{ message: text }`. */
  wrap?(value: Value, name: string): readonly Edit[] | undefined;
  /** A shallow copy of a record or array: `{ ...cart }`. */
  copy?(value: Value): readonly Edit[] | undefined;
  /** Hands what an expression yields to a function, and imports that where the file does not have it yet. */
  handTo?(value: Value, to: FunctionName): readonly Edit[] | undefined;
  /** Takes an argument out of the breadcrumb's call. */
  removeArgument?(index: number): readonly Edit[] | undefined;
  /**
   * Replaces a template in the message with a constant string, and moves the template's values into the data under
   * names, in the given order.
   */
  splitMessage?(
    message: Value,
    text: string,
    values: readonly NamedValue[],
    crumb: SplitMessageInto,
  ): readonly Edit[] | undefined;
  /** Lets the SDK's own function record the breadcrumb, instead of a scope, a hub or a removed API. */
  viaSdk?(): readonly Edit[] | undefined;
  /**
   * Converts the breadcrumb's call to a call of the SDK's logger; undefined if there is no equivalent.
   * @param others the called functions of the breadcrumbs that become logs at the same time, so that an import which
   * only they use can go.
   */
  log(call: LogCall, others?: readonly Range[]): readonly Edit[] | undefined;
}

/** A function by its name, `redact` or `privacy.redact`. */
export interface FunctionName {
  readonly name: string;
  /** The module that exports it, as written in an import; absent if it needs no import. */
  readonly from?: string | undefined;
}

export interface NamedValue {
  readonly name: string;
  readonly value: Value;
}

/** Where the parts of a breadcrumb go: the record of its fields, and the data that it has. */
export interface SplitMessageInto {
  readonly record: RecordValue;
  readonly data: RecordValue | undefined;
}

/** How a language writes Sentry's logs. */
export interface Logger {
  /** Its name in messages. */
  readonly name: string;
  /** What it needs besides the call, each as part of a sentence. */
  readonly needs: readonly string[];
}

/** A structured log that says what a breadcrumb says. */
export interface LogCall {
  readonly method: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  readonly message: Value;
  /** In the order written; of two with the same name the last one counts. */
  readonly attributes: readonly (LogAttribute | { readonly spread: Value })[];
  /** The major version of the SDK, where it is known. */
  readonly sdkMajor?: number | undefined;
}

export interface LogAttribute extends NamedValue {
  /** Whether the attribute is the value's string, `String(error)`, because the value itself would be lost. */
  readonly asText?: boolean;
}
