import type { Hook } from "./hook.ts";
import type { Links } from "./links.ts";
import type { Argument } from "./parameters.ts";
import type { Edit, Range } from "./range.ts";
import type { Sending } from "./sending.ts";
import type { Integration, Place } from "./surroundings.ts";
import type { Field, FieldName, RecordValue, Value } from "./value.ts";
import type { Writer } from "./writer.ts";

/**
 * How the program reaches Sentry: the SDK's own function, a scope's or hub's method, an API that SDKs have
 * since removed, or a function of the project that passes its arguments on.
 */
export type Entry = "sdk" | "scope" | "hub" | "legacy" | "wrapper";

/** The scopes that an SDK keeps: of a request or another unit of work, of the code that runs, of all events. */
export type ScopeName = "isolation" | "current" | "global";

/** APIs of earlier versions of the JavaScript SDKs, and of the packages before them, that record breadcrumbs. */
export interface FormerApi {
  readonly name: "getCurrentHub" | "Hub" | "configureScope" | "captureBreadcrumb" | "Browser" | "Native" | "React";
  /** The package from which the SDK is imported, for the last four, if the file shows it. */
  readonly package: string | undefined;
}

/** A call that records a breadcrumb, as far as the source shows. */
export interface Breadcrumb extends Readonly<Partial<Record<FieldName, Field>>> {
  /** The whole call. */
  readonly range: Range;
  /** The called function as written, `Sentry.addBreadcrumb`: where to report what concerns the call. */
  readonly callee: { readonly range: Range; readonly source: string };
  readonly entry: Entry;
  /** For the entry `wrapper`, the function that the call reaches, if the file defines it. */
  readonly wrapper?: Range | undefined;
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

/** A call that sets an SDK up. */
export interface Setup {
  readonly range: Range;
  /** Its argument; undefined if there is none. */
  readonly options: Value | undefined;
  /** The module of the SDK, as imported; undefined if the file does not show it. */
  readonly sdk: string | undefined;
  /** Whether it is a statement of the module itself, which runs on load under no condition. */
  readonly isOnLoad: boolean;
  /** Whether a module that the file loads before it may have set the SDK up already. */
  readonly mayFollow: boolean;
}

/** Everything in a file that rules check. */
export interface BreadcrumbFile {
  /** The name of the language. */
  readonly language: string;
  /**
   * How the SDK represents a level: as a string, which it sends unchanged, or as its own type, parsed from a string.
   */
  readonly levels: "text" | "type";
  /** In the order of the source; looked for when first asked. */
  readonly breadcrumbs: readonly Breadcrumb[];
  /** Everything else that is sent to Sentry, in source order; computed on first use. */
  readonly sendings: readonly Sending[];
  /**
   * The first major version of the file's SDK that records by default what earlier ones do not; absent if there is no
   * such difference, or the settings say what is recorded.
   */
  readonly recordedSince?: ReadonlyMap<Integration, number> | undefined;
  /**
   * Whether the file still parses after edits that are valid in its language; absent if it always does. In a
   * component's template, a quote can end the attribute that contains the JavaScript.
   */
  keepsSyntax?(edits: readonly Edit[]): boolean;
  /**
   * Whether edits affect more than breadcrumbs, so that a person has to decide; absent if they never do. For instance,
   * the recorded object may be used elsewhere, too.
   */
  affectsOtherCode?(edits: readonly Edit[]): boolean;
  /** The hooks that the file gives to an SDK, in the order of the source; looked for when first asked. */
  readonly hooks: readonly Hook[];
  /** The calls of the SDK's `init`, in the order of the source; looked for when first asked. None in Rust. */
  readonly setups: readonly Setup[];
  /**
   * What a hook of events, such as `beforeSend`, writes over a part of the event, undefined for what it deletes; the
   * hook itself if it is of another file. Absent if the language does not look.
   */
  eventChanges?(hook: Value): readonly (Value | undefined)[];
  /** The file's relations to other files of the project; computed on first use. */
  readonly links?: Links;
}
