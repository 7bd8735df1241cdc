import type { Hook } from "./hook.ts";
import type { Links } from "./links.ts";
import type { Argument } from "./parameters.ts";
import type { Edit, Range } from "./range.ts";
import type { Capture, Integration, Recorder, Repetition } from "./surroundings.ts";
import type { Clock, Field, FieldName, RecordValue, Value } from "./value.ts";

/**
 * How the program reaches Sentry: the SDK's own function, a scope's or hub's method, an API that SDKs have
 * since removed, or a function of the project that passes its arguments on.
 */
export type Entry = "sdk" | "scope" | "hub" | "legacy" | "wrapper";

/** The scopes that an SDK keeps: of a request or another unit of work, of the code that runs, of all events. */
export type ScopeName = "isolation" | "current" | "global";

/** What recorded breadcrumbs in former versions of the JavaScript SDKs, and in the packages before them. */
export interface FormerApi {
  readonly name: "getCurrentHub" | "Hub" | "configureScope" | "captureBreadcrumb" | "Browser" | "Native" | "React";
  /** The package that the SDK is imported from, for the last four, where the file tells. */
  readonly package: string | undefined;
}

/** A call that records a breadcrumb, as far as the source tells. */
export interface Breadcrumb extends Readonly<Partial<Record<FieldName, Field>>> {
  /** The whole call. */
  readonly range: Range;
  /** The called function as written, `Sentry.addBreadcrumb`: where to report what concerns the call. */
  readonly callee: { readonly range: Range; readonly source: string };
  readonly entry: Entry;
  /** For the entry `scope`, which of the SDK's scopes it is; undefined for one that is made for some events only. */
  readonly scope?: ScopeName | undefined;
  /** The API of former versions of the SDKs that it is recorded by. */
  readonly former?: FormerApi | undefined;
  /** The arguments as far as they are seen one by one, and what each becomes: `entry` says nothing of that. */
  readonly arguments: readonly Argument[];
  /** The record that holds the fields; undefined for positional wrappers and where it cannot be seen. */
  readonly record: RecordValue | undefined;
  /** Fields that Sentry does not know. */
  readonly unknownFields: readonly Field[];
  /** Whether a field that is not listed is known to be missing. */
  readonly complete: boolean;
  readonly place: Place;
  readonly write: Writer;
}

/** Where a breadcrumb stands in its file. */
export interface Place {
  /** The innermost function around it; undefined at the top level. */
  readonly function: { readonly name: string | undefined; readonly range: Range } | undefined;
  /** Whether the call is a statement of its own, so that another statement may take its place. */
  readonly statement: boolean;
  /** Whether it stands in a wrapper and passes on what the wrapper was given: its callers are counted, not it. */
  readonly forwards: boolean;
  /**
   * The nearest capture before it in straight-line code, on whose event it is missing. Undefined where what is between
   * the two may take another way or time, and where another capture follows. Read on first use, as all that follows.
   */
  readonly captureBefore?: Capture | undefined;
  /** What records it again and again, without an end in sight. */
  readonly repetition?: Repetition | undefined;
  /** What records breadcrumbs by itself where it stands, as far as the file and the settings tell. */
  readonly integrations?: ReadonlySet<Integration>;
  /** What is beside it of which one of these integrations records a breadcrumb. */
  readonly recorders?: readonly Recorder[];
  /** Takes the whole call out; undefined where more would go with it. */
  readonly removal?: readonly Edit[] | undefined;
}

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
  moment?(value: Value, clock: Clock): readonly Edit[] | undefined;
  /** Gives a field of a record another name. */
  renameField?(field: Field, name: string): readonly Edit[] | undefined;
  /** Moves a field, as it is written, into another record or into a new one under a name. */
  moveField?(field: Field, target: RecordValue | string): readonly Edit[] | undefined;
  /** A record of one field whose value is what an expression yields: `{ message: text }`. */
  wrap?(value: Value, name: string): readonly Edit[] | undefined;
  /** A record or list of its own with what another holds: `{ ...cart }`. */
  copy?(value: Value): readonly Edit[] | undefined;
  /** Hands what an expression yields to a function, and imports that where the file does not have it yet. */
  pass?(value: Value, to: FunctionName): readonly Edit[] | undefined;
  /** Takes an argument out of the breadcrumb's call. */
  removeArgument?(index: number): readonly Edit[] | undefined;
  /**
   * Puts a fixed text in the place of a template as the breadcrumb's message, and what the template held into the
   * breadcrumb's data under names, in the order given.
   */
  takeApart?(
    message: Value,
    text: string,
    values: readonly NamedValue[],
    crumb: TakenApart,
  ): readonly Edit[] | undefined;
  /** Has the SDK's own function record the breadcrumb, in the place of a scope, a hub or an API of former versions. */
  throughSdk?(): readonly Edit[] | undefined;
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
export interface TakenApart {
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

/** A call that sets an SDK up. */
export interface Setup {
  readonly range: Range;
  /** What it is given; undefined where it is given nothing. */
  readonly options: Value | undefined;
}

/** What a file holds for the rules to check. */
export interface BreadcrumbFile {
  /** The name of the language. */
  readonly language: string;
  /** How the SDK takes a level: as text, which it sends as it is, or as a type of its own that text is parsed into. */
  readonly levels: "text" | "type";
  /** In the order of the source. */
  readonly breadcrumbs: readonly Breadcrumb[];
  /**
   * Whether the file stays readable around edits that fit its language; left out where it always does. In a component's
   * template, text can end an attribute that is JavaScript to the writer.
   */
  permits?(edits: readonly Edit[]): boolean;
  /**
   * Whether edits change more than breadcrumbs, which only an author may decide; left out where they never do. What is
   * recorded may be an object that the program uses elsewhere, too.
   */
  changesMore?(edits: readonly Edit[]): boolean;
  /** The hooks that the file gives to an SDK, in the order of the source; looked for when first asked. */
  readonly hooks?: readonly Hook[];
  /** The calls of the SDK's `init`, in the order of the source; looked for when first asked. */
  readonly setups?: readonly Setup[];
  /** What the file has to do with the other files of its project; looked for when first asked. */
  readonly links?: Links;
}
