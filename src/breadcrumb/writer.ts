import type { Edit, Range } from "./range.ts";
import type { Clock, Field, RecordValue, Value } from "./value.ts";

/** Writes source text in the language of the file. Every text that it returns is an expression or a field. */
export interface Writer {
  /** A text literal, in the quotes of `like` where given, as it must stand where `like` stands. */
  text(content: string, like?: Value): string;
  /** Whether a value is there: `Boolean(email)`; undefined where the language needs to know more. */
  presence(value: Value): string | undefined;
  /** Adds a field at the end of a record; `value` is source text. */
  addField(record: RecordValue, name: string, value: string): Edit | undefined;
  /**
   * Turns an expression that reads a clock into the same moment as Sentry takes it: `Date.now() / 1000`. Like all
   * that follows, left out where the compiler of the language leaves nothing to write.
   */
  asTimestamp?(value: Value, clock: Clock): readonly Edit[] | undefined;
  /** Gives a field of a record another name. */
  renameField?(field: Field, name: string): readonly Edit[] | undefined;
  /** Moves a field, as it is written, into another record or into a new one under a name. */
  moveField?(field: Field, target: RecordValue | string): readonly Edit[] | undefined;
  /** A record of one field whose value is what an expression yields: `{ message: text }`. */
  wrap?(value: Value, name: string): readonly Edit[] | undefined;
  /** A record or list of its own with what another holds: `{ ...cart }`. */
  copy?(value: Value): readonly Edit[] | undefined;
  /** Hands what an expression yields to a function, and imports that where the file does not have it yet. */
  handTo?(value: Value, to: FunctionName): readonly Edit[] | undefined;
  /** Takes an argument out of the breadcrumb's call. */
  removeArgument?(index: number): readonly Edit[] | undefined;
  /**
   * Puts a fixed text in the place of a template as the breadcrumb's message, and what the template held into the
   * breadcrumb's data under names, in the order given.
   */
  splitMessage?(
    message: Value,
    text: string,
    values: readonly NamedValue[],
    crumb: SplitMessageInto,
  ): readonly Edit[] | undefined;
  /** Has the SDK's own function record the breadcrumb, in the place of a scope, a hub or an API of former versions. */
  viaSdk?(): readonly Edit[] | undefined;
  /**
   * Turns the breadcrumb's call into a call of the SDK's logger; undefined where no equivalent can be written.
   * @param others the called functions of the breadcrumbs that become logs at the same time, so that an import which
   * only they use can go.
   */
  log(call: LogCall, others?: readonly Range[]): readonly Edit[] | undefined;
}

/** A function by its name, `redact` or `privacy.redact`. */
export interface FunctionName {
  readonly name: string;
  /** The module that exports it, as written in an import; left out where it needs no import. */
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
  /** What it is called, as messages show it. */
  readonly name: string;
  /** What it needs beside the call, each as part of a sentence. */
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
  /** Whether the attribute takes the text of the value, `String(error)`, since the value itself would be lost. */
  readonly asText?: boolean;
}
