import type { Linter } from "eslint";
import type { Baseline } from "./baseline.ts";
import type { Format } from "./format-names.ts";

/** The options of a check. */
export interface CheckOptions {
  /** The folder that the command was started in, absolute. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly strict: boolean;
  readonly fix: boolean;
  /** The rules whose first suggestion is to be applied, with the prefix of the plugin. */
  readonly fixSuggestions: ReadonlySet<string>;
  readonly format: Format;
  /** How many warnings there may be; undefined for any number. */
  readonly maxWarnings: number | undefined;
  /** Whether warnings are not shown; `maxWarnings` counts them nevertheless, as in ESLint. */
  readonly quiet: boolean;
  /** Severities and options that replace those of the preset, by rules' names with the prefix. */
  readonly rules: Readonly<Record<string, Linter.RuleEntry>>;
  /** Whether the project's own ESLint config is asked for its settings. */
  readonly useConfig: boolean;
  /** Whether to look for functions of the project that record breadcrumbs. */
  readonly discover: boolean;
  /** Whether what could not be read makes no difference to the exit code. */
  readonly allowUnread: boolean;
  /** What to do with ESLint's suppressions file. An existing file is respected. */
  readonly baseline: Baseline | undefined;
  /** How many of ESLint's worker threads lint; `auto` for as many as there is work for. */
  readonly concurrency: number | "auto" | "off";
}
