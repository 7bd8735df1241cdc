import type { WrapperParameter } from "./parameters.ts";
import type { Range } from "./range.ts";
import type { AutomaticDoor } from "./sending.ts";
import type { Integration, LogIntegration, LogLibrary } from "./surroundings.ts";

/** A file's relations to the other files of its project, which no rule can see in a single file. */
export interface Links {
  readonly wrappers: readonly DefinedWrapper[];
  /** What the file re-exports from other modules, and what it registers for other files. */
  readonly aliases: readonly Alias[];
  /** What the file puts into the applications and containers of frameworks; none in Rust. */
  readonly fillings: readonly Filling[];
  /** In the order of the source. */
  readonly calls: readonly ImportedCall[];
  readonly exports: readonly Export[];
  /** The exported functions that keep what they are handed for others to take. */
  readonly receivers: readonly Receiver[];
  /** The automatic breadcrumbs that the file's own `init` switches off; undefined without an `init`. */
  readonly off: ReadonlySet<Integration> | undefined;
  /** The file's calls of an SDK's `init`; none in Rust. */
  readonly setups: readonly LinkedSetup[];
  /** The integrations that the file sets up to send the program's own logs; none in Rust. */
  readonly forwards: readonly ForwardedLogs[];
  /** The exported loggers of these libraries, and functions that return one; none in Rust. */
  readonly loggers: readonly ExportedLogger[];
  /** The exported hooks and options for `init`; none in Rust. */
  readonly keepers: readonly Keeper[];
}

/** The relations of a file that has none. */
export const NO_LINKS: Links = {
  wrappers: [],
  aliases: [],
  fillings: [],
  calls: [],
  exports: [],
  receivers: [],
  off: undefined,
  setups: [],
  forwards: [],
  loggers: [],
  keepers: [],
};

/** An integration for a program's own logs, and the levels, or methods of the console, that it certainly sends. */
export interface ForwardedLogs {
  readonly integration: LogIntegration;
  readonly levels: readonly string[];
}

/** A logger under the name that a file exports. */
export interface ExportedLogger {
  readonly name: string;
  readonly library: LogLibrary;
}

/** The effect of options or a hook on the SDK's automatic breadcrumbs. */
export interface Keeping {
  /** The doors whose automatic breadcrumbs certainly arrive unchanged, as far as the file shows. */
  readonly keeps: readonly AutomaticDoor[];
  /** The parts of other files on which this also depends. */
  readonly needs: readonly KeptBy[];
}

/** A hook of `init`, or its options as a whole. */
export type KeeperRole = "beforeBreadcrumb" | "beforeSend" | "options";

/** Something of another module that decides what arrives. */
export interface KeptBy extends ModulePath {
  readonly as: KeeperRole;
}

/** An export that may be given to `init`. */
export interface Keeper extends Keeping {
  /** The exported name, and the members from there. */
  readonly way: readonly string[];
  readonly as: KeeperRole;
}

/** A call that sets an SDK up. */
export interface LinkedSetup extends Keeping {
  /** The module of the SDK; undefined if the file does not show it. */
  readonly sdk: string | undefined;
  /** The exported function that sets it up when it is called. */
  readonly by?: string | undefined;
  /** What is kept by SDKs from version 11 on, where that is otherwise. */
  readonly keepsFrom11?: readonly AutomaticDoor[];
  /** The recorded methods of the console; all if absent. */
  readonly consoleLevels?: readonly string[];
}

/** A function of a file that passes its arguments on to a breadcrumb. */
export interface DefinedWrapper {
  readonly name: string;
  /**
   * The paths by which other files reach it, each an exported name and the members below it: `["default"]`, `["logger",
   * "crumb"]`, `["Logger", "crumb"]` for a method, `["useLogger", "crumb"]` for what a function returns.
   */
  readonly exports: readonly (readonly string[])[];
  readonly parameters: readonly WrapperParameter[];
  /** For one of the project's own loggers, the functions of the console or of the SDK's logger that it calls. */
  readonly calls?: readonly string[];
  /** What it calls its parameters, up to the last one that is used; `_` for one without a name. */
  readonly names?: readonly string[];
  /** Where it goes beside its own exports: a type that it implements, or a function that keeps it for others. */
  readonly handedTo?: readonly Handed[];
}

/** A function or type of another module, or of the file itself, through which others reach what it is handed. */
export interface Handed extends ModulePath {
  /** The position of the argument; undefined for a type. */
  readonly argument: number | undefined;
  /** The members from the passed object to the function: `["addBreadcrumb"]`. */
  readonly member: readonly string[];
}

/** `setReporter` of a module that keeps its argument in a variable or field, or uses it. */
export interface Receiver {
  /** The exported name, and the members from there. */
  readonly way: readonly string[];
  readonly argument: number;
  /** The part of it that is stored; all of it if absent. */
  readonly member?: readonly string[];
  /** The name under which the file stores it: a variable, or a field such as `this.sdk`. */
  readonly local: string;
  /** The ways by which other files reach what was kept: what hands the variable out, and its type. */
  readonly reaches: readonly (readonly string[])[];
}

/** A call of a function that comes from another module. */
export interface ImportedCall extends ModulePath {
  readonly range: Range;
  /** The function as settings name it: `track`, `log.track`, `this.logger.crumb`. */
  readonly name: string;
}

/**
 * A part of one module that others reach through another: `api.crumb` of this file, or a container's value for a token.
 */
export interface Alias {
  /** How others reach it; the module is `.` for the file itself. */
  readonly of: ModulePath;
  readonly from: ModulePath;
  /** The members of it that are something else here. */
  readonly except?: readonly string[];
}

/** What a file puts into a framework's application or container: what records is not in every one of that name. */
export interface Filling {
  /** How others reach it. */
  readonly of: ModulePath;
  /** The members of it that record, and those that come from other modules. */
  readonly ways: readonly { readonly path: readonly string[]; readonly from?: ModulePath | undefined }[];
}

/** Where something comes from. */
export interface ModulePath {
  /** As written in the import. */
  readonly module: string;
  /** The imported name, `default` for the default export, and the members from there; `[]` for the whole module. */
  readonly path: readonly string[];
}

/** Looks into another file for an enumeration or table of constants, by a name that it exports: gives its node. */
export type LookUpConstants = (from: { readonly module: string; readonly name: string }) => object | undefined;

/** A name that a file exports; `*` for all names of another module. */
export interface Export {
  readonly name: string;
  /** Where it comes from, when that is another module. */
  readonly from: ModulePath | undefined;
  /** The SDK export that it stands for, as a path below the SDK; `[]` for the SDK itself. */
  readonly sdk: readonly string[] | undefined;
}
