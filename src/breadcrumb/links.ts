import type { Integration } from "./surroundings.ts";
import type { FieldName } from "./value.ts";

/**
 * What a parameter of a function becomes that records a breadcrumb: a field, the whole breadcrumb, nothing (`_`), or
 * for an object what each of its properties becomes.
 */
export type WrapperParameter = FieldName | "breadcrumb" | "_" | Readonly<Record<string, FieldName>>;

/** What a file has to do with the other files of its project: what no rule can see in one file. */
export interface Links {
  readonly wrappers: readonly DefinedWrapper[];
  /** In the order of the source. */
  readonly calls: readonly ImportedCall[];
  readonly exports: readonly Export[];
  /** What the file's own `init` switches off of what its SDK records by itself; undefined without an `init`. */
  readonly off: ReadonlySet<Integration> | undefined;
}

/** A function of a file that passes what it is given on to a breadcrumb. */
export interface DefinedWrapper {
  readonly name: string;
  /**
   * The ways by which other files reach it: the exported name, and the members from there. `["default"]`,
   * `["logger", "crumb"]`, `["Logger", "crumb"]` for a method, `["useLogger", "crumb"]` for what a function hands out.
   */
  readonly exports: readonly (readonly string[])[];
  readonly parameters: readonly WrapperParameter[];
  /** Whether recording is what it is there for, by its name or since it does nothing else. */
  readonly dedicated: boolean;
}

/** A call of a function that comes from another module. */
export interface ImportedCall extends ModulePath {
  /** The function as settings name it: `track`, `log.track`, `this.logger.crumb`. */
  readonly name: string;
}

/** Where something comes from. */
export interface ModulePath {
  /** As written in the import. */
  readonly module: string;
  /** The imported name, `default` for the default export, and the members from there; `[]` for the whole module. */
  readonly path: readonly string[];
}

/** A name that a file exports; `*` for all names of another module. */
export interface Export {
  readonly name: string;
  /** Where it comes from, when that is another module. */
  readonly from: ModulePath | undefined;
  /** The SDK export that it stands for, as a path below the SDK; `[]` for the SDK itself. */
  readonly sdk: readonly string[] | undefined;
}
