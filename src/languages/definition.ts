import type { SourceCode } from "eslint";
import type { AutomaticDoor, BreadcrumbFile, Integration, Logger } from "../breadcrumb/index.ts";
import type { Version } from "../sentry/versions.ts";
import type { Settings } from "../settings.ts";

/** What rules look for beside breadcrumbs recorded by hand: logs, parts of events, what an SDK records by itself. */
export type DoorSubject = "logs" | "events" | "automatic";

/** A language of which the rules read breadcrumbs: all that they, the presets and the command have to know of it. */
export interface LanguageDefinition {
  readonly name: string;
  /** ESLint's name of the language that reads the files: one of its own, or one that the plugin brings. */
  readonly eslintName: string;
  /** The language as the plugin brings it; left out where ESLint has it, and the config names a parser. */
  readonly eslintLanguage?: object;
  /** What presets set as `languageOptions`. */
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  /** How the names of its files end, without the dot. */
  readonly endings: readonly string[];
  /** Patterns of files that presets leave out. */
  readonly ignores?: readonly string[];
  readonly presets: { readonly recommended: string; readonly strict: string };
  /** The names under which SDKs record or are handed a breadcrumb: the text of a file is searched for them. */
  readonly words: readonly `${string}readcrumb${string}`[];
  /**
   * Whether a text names none of some modules, as settings write them, so that nothing in it can come from there. Left
   * out where a text need not name the module that something comes from.
   */
  lacksModules?(text: string, modules: readonly string[]): boolean;
  /** The words of which a text must hold one where it hands Sentry logs, or parts of events. */
  readonly doorWords?: Readonly<Record<Exclude<DoorSubject, "automatic">, readonly string[]>>;
  /** Whether a file is, by its path, none in which an SDK records breadcrumbs by itself. */
  runsApart?(path: string): boolean;
  /** The doors by which its SDKs record breadcrumbs by themselves, each with words of which a text must hold one. */
  readonly automaticDoors?: Readonly<Partial<Record<AutomaticDoor, readonly string[]>>>;
  /**
   * What an SDK records by itself of a file, where the disk tells, with the levels of it that are compiled at all; what
   * the file itself says of that is for `detect`.
   * Left out where it may be recorded as far as the disk is concerned.
   */
  recordsByItself?(path: string): ReadonlyMap<Integration, readonly string[]>;
  /** The type of the node at the root of its trees. */
  readonly root: string;
  /** What ends a line. */
  readonly lineEnd: RegExp;
  readonly logger: Logger;
  /** Of the SDKs that `src/sentry/categories.ts` lists, those of the language; left out where they record none. */
  readonly recordingSdks?: RegExp;
  /** Whether its SDKs cut what is deep in `data`. */
  readonly cutsData?: boolean;
  /** Whether the SDK that a file is written for has all that its logger needs, where the disk tells. */
  hasLogger?(path: string): boolean | undefined;
  /** The version of the SDK that a file is written for, where the disk tells. */
  sdkVersionOf?(path: string): Version | undefined;
  detect(sourceCode: SourceCode, settings: Settings): BreadcrumbFile;
}

/** The patterns of a language's files, as ESLint's configs take them. */
export function filesOf({ endings }: LanguageDefinition): string[] {
  return [endings.length === 1 ? `**/*.${endings.join("")}` : `**/*.{${endings.join(",")}}`];
}
