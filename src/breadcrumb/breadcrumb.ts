import type { Hook } from "./hook.ts";
import type { Links } from "./links.ts";
import type { Argument } from "./parameters.ts";
import type { Edit, Range } from "./range.ts";
import type { Sending } from "./sending.ts";
import type { Capture, Integration, Recorder, Repetition } from "./surroundings.ts";
import type { Field, FieldName, RecordValue, Value } from "./value.ts";
import type { Writer } from "./writer.ts";

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

/** A call that sets an SDK up. */
export interface Setup {
  readonly range: Range;
  /** What it is given; undefined where it is given nothing. */
  readonly options: Value | undefined;
  /** The module that the SDK comes from, as it is imported; undefined where the file does not tell. */
  readonly sdk: string | undefined;
}

/** What a file holds for the rules to check. */
export interface BreadcrumbFile {
  /** The name of the language. */
  readonly language: string;
  /** How the SDK takes a level: as text, which it sends as it is, or as a type of its own that text is parsed into. */
  readonly levels: "text" | "type";
  /** In the order of the source; looked for when first asked. */
  readonly breadcrumbs: readonly Breadcrumb[];
  /** What reaches Sentry by other doors, in the order of the source; looked for when first asked. */
  readonly sendings: readonly Sending[];
  /**
   * Whether the file stays readable around edits that fit its language; left out where it always does. In a component's
   * template, text can end an attribute that is JavaScript to the writer.
   */
  keepsSyntax?(edits: readonly Edit[]): boolean;
  /**
   * Whether edits change more than breadcrumbs, which only an author may decide; left out where they never do. What is
   * recorded may be an object that the program uses elsewhere, too.
   */
  affectsOtherCode?(edits: readonly Edit[]): boolean;
  /** The hooks that the file gives to an SDK, in the order of the source; looked for when first asked. */
  readonly hooks?: readonly Hook[];
  /** The calls of the SDK's `init`, in the order of the source; looked for when first asked. */
  readonly setups?: readonly Setup[];
  /** What the file has to do with the other files of its project; looked for when first asked. */
  readonly links?: Links;
}
