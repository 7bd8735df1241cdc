import type { SourceCode } from "eslint";
import type { AutomaticDoor, BreadcrumbFile, Integration, Logger, LogIntegration } from "../breadcrumb/index.ts";
import type { Version } from "../sentry/versions.ts";
import type { Settings } from "../settings.ts";

/**
 * What rules check besides breadcrumbs recorded by hand: logs, parts of events, automatic breadcrumbs, calls of `init`.
 */
export type DoorSubject = "logs" | "events" | "automatic" | "setup";

/** A language that the rules support: everything that they, the presets and the command need to know about it. */
export interface LanguageDefinition {
  readonly name: string;
  /** ESLint's name of the language that reads the files: one of its own, or one that the plugin brings. */
  readonly eslintName: string;
  /** The ESLint language; absent if ESLint has it and the config names a parser. */
  readonly eslintLanguage?: object;
  /** The presets' `languageOptions`. */
  readonly languageOptions?: Readonly<Record<string, unknown>>;
  /** How the names of its files end, without the dot. */
  readonly endings: readonly string[];
  /** Patterns of files that presets leave out. */
  readonly ignores?: readonly string[];
  readonly presets: { readonly recommended: string; readonly strict: string };
  /** The names with which SDKs record or receive a breadcrumb. A file is searched for them. */
  readonly words: readonly `${string}readcrumb${string}`[];
  /**
   * Whether a file mentions none of some modules, as settings write them, so that nothing in it comes from there.
   * Absent if a file can use a module without naming it.
   * @param name of a function, without which nothing is called either.
   */
  lacksModules?(text: string, modules: readonly string[], name?: string): boolean;
  /** Whether a text that names an SDK may send logs or parts of events, or set the SDK up. */
  readonly mentions?: Readonly<Record<Exclude<DoorSubject, "automatic">, (text: string) => boolean>>;
  /** The words of which a file contains at least one if it logs what an integration sends as logs. */
  readonly logIntegrations?: Readonly<Partial<Record<LogIntegration, readonly string[]>>>;
  /** Whether a file's path, from its project's folder, shows that no SDK records automatically there. */
  runsApart?(path: string): boolean;
  /** The doors for automatic breadcrumbs, each with whether a text may use it. */
  readonly automaticDoors?: Readonly<Partial<Record<AutomaticDoor, (text: string) => boolean>>>;
  /**
   * The automatic breadcrumbs of a file according to the disk, with the levels that are compiled; what the file itself
   * says is up to `detect`. Absent if the disk says nothing against them.
   */
  recordsByItself?(path: string): ReadonlyMap<Integration, readonly string[]>;
  /** The type of the node at the root of its trees. */
  readonly root: string;
  /** The ends of lines. */
  readonly lineEnd: RegExp;
  readonly logger: Logger;
  /** The language's SDKs in `src/sentry/categories.ts`; absent if they record no categories. */
  readonly recordingSdks?: RegExp;
  /** Whether its SDKs cut what is deep in `data`. */
  readonly cutsData?: boolean;
  /** Whether the SDK that a file uses has everything that its logger needs, according to the disk. */
  hasLogger?(path: string): boolean | undefined;
  /** The version of the SDK that a file uses, according to the disk. */
  sdkVersionOf?(path: string): Version | undefined;
  detect(sourceCode: SourceCode, settings: Settings): BreadcrumbFile;
}

/** The patterns of a language's files, as ESLint's configs take them. */
export function filesOf({ endings }: LanguageDefinition): string[] {
  return [endings.length === 1 ? `**/*.${endings.join("")}` : `**/*.{${endings.join(",")}}`];
}
