/**
 * The inventory as JSON, and as its page takes it. A consumer may rely on every name here within one `version`: what
 * is added later is an addition, anything else counts it up. Values only, so that the page can share the types.
 */
export interface Inventory {
  readonly version: 1;
  /** The version of the plugin whose rules looked. */
  readonly plugin: string;
  /** The name of the folder that was looked at, without where it lies. */
  readonly root: string;
  readonly preset: "recommended" | "strict";
  /** Whether messages and what findings quote of them were taken along. */
  readonly messages: boolean;
  readonly summary: Summary;
  /** The files with breadcrumbs that count, automatic ones or findings of their own, by path. */
  readonly files: readonly FileEntry[];
  /** Every call that records breadcrumbs, by file and in the order of the source. */
  readonly breadcrumbs: readonly BreadcrumbEntry[];
  /** Every call that an SDK records automatically, by file and in source order. */
  readonly automatic: readonly AutomaticEntry[];
  /** The rules that have findings, by their ids. */
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** The kinds of personal data that were found, in words: `email` is "an e-mail address". */
  readonly kinds: Readonly<Record<string, string>>;
  /** The files that may record breadcrumbs and could not be looked at. */
  readonly unread: readonly UnreadEntry[];
}

/**
 * What is known of a field: one text; several where the source chooses among them; null where the source does not
 * tell. A property of this type is left out where the breadcrumb is known not to have the field.
 */
export type Known = string | readonly string[] | null;

/** Whether a message is the same each time, holds values, is built elsewhere, or is missing. */
export type Form = "static" | "template" | "variable" | "none";

export interface BreadcrumbEntry {
  /** From the folder that was looked at, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The called function as written, on one line of at most 60 characters: `Sentry.addBreadcrumb`. */
  readonly callee: string;
  readonly entry: "sdk" | "scope" | "hub" | "legacy" | "wrapper";
  readonly language: string;
  readonly category?: Known;
  readonly level?: Known;
  readonly type?: Known;
  /** What is not known of it stands as written within `${…}`. Left out where messages are not wanted, too. */
  readonly message?: Known;
  readonly form: Form;
  /** The keys of its data, as far as the source shows. */
  readonly dataKeys: readonly string[];
  /** The name of the function around it. */
  readonly function?: string;
  /** What records it repeatedly. */
  readonly repetition?: {
    readonly kind: "loop" | "iteration" | "timer" | "frame" | "event" | "render";
    /** `for`, `items.forEach`, the event or the component. */
    readonly name: string;
    /** Whether only some turns record it. */
    readonly conditional: boolean;
  };
  /** Whether it stands in a wrapper whose calls are listed, too: they are counted, not it. */
  readonly forwards: boolean;
  readonly findings: readonly FindingEntry[];
  /** The kinds of personal data and secrets in it that `no-pii` reports, by the names of its option `categories`. */
  readonly personalData: readonly string[];
  /** Whether a finding says that nothing of it reaches the event that it is for. */
  readonly lost: boolean;
  readonly log: LogEntry;
}

/** A call that an SDK records automatically. */
export interface AutomaticEntry {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The called function as written: `console.info`, `tracing::warn!`. */
  readonly callee: string;
  readonly language: string;
  /** What records it: the console, requests, navigation, Rust's `tracing`, `log` and `slog`. */
  readonly recorder: Recorder;
  readonly findings: readonly FindingEntry[];
}

export type Recorder = "console" | "requests" | "navigation" | "tracing" | "log" | "slog";

/** The result of `prefer-logs` for a breadcrumb. */
export interface LogEntry {
  /** Whether it is beyond the number that a file or function should record by hand. */
  readonly advised: boolean;
  /** Whether the rule can turn it into a log that says the same, one that differs in something, or none. */
  readonly rewrite: "same" | "adapted" | "none";
}

export interface FindingEntry {
  readonly ruleId: string;
  readonly severity: "error" | "warn";
  readonly line: number;
  readonly column: number;
  /** The rule's message; its description instead where messages are not wanted, since they quote the source. */
  readonly message: string;
  /** Whether `--fix` repairs it. */
  readonly fixable: boolean;
  /** How many suggestions the rule offers. */
  readonly suggestions: number;
}

export interface FileEntry {
  readonly file: string;
  readonly language: string;
  /** How many calls of the file record breadcrumbs that count. */
  readonly breadcrumbs: number;
  /** How many calls of the file an SDK records automatically. */
  readonly automatic: number;
  readonly trail: Trail;
  /** The findings that concern no breadcrumb of the list: a hook's, for example. */
  readonly findings: readonly FindingEntry[];
}

/** How much of an event's trail, which holds the last 100 breadcrumbs, a file can fill. */
export interface Trail {
  /** The breadcrumbs if everything in the file runs once, those in loops and the like once as well. */
  readonly once: number;
  /** How many of them are recorded repeatedly. */
  readonly repeated: number;
  /** Whether one of these is recorded in every iteration, so that the file alone can fill the trail. */
  readonly unbounded: boolean;
}

export interface RuleEntry {
  readonly description: string;
  /** The rule's page. */
  readonly url: string;
}

export interface UnreadEntry {
  readonly file: string;
  readonly reason: string;
}

/** A value and how often there is one; without `value` for those that have none, null for those not known. */
export interface Tally {
  readonly value?: string | null;
  readonly count: number;
}

/**
 * Numbers over all breadcrumbs, highest first. One that chooses among several categories, levels or types counts for
 * each of them. One that a wrapper forwards counts with its calls; only findings, and what follows from them, are
 * counted where they are: `personal`, `lost`, `logs`, `byRule` and `byKind`.
 */
export interface Summary {
  /** Files with breadcrumbs that count. */
  readonly files: number;
  /** As many as `check` and `init` count. */
  readonly breadcrumbs: number;
  readonly findings: number;
  /** Breadcrumbs with personal data or secrets. */
  readonly personal: number;
  /** Breadcrumbs that do not reach the event that they are for. */
  readonly lost: number;
  /** Breadcrumbs that each turn of something records. */
  readonly floods: number;
  /** Breadcrumbs that would better be logs. */
  readonly logs: number;
  readonly byCategory: readonly Tally[];
  readonly byLevel: readonly Tally[];
  /** By the folder of the file; the folder that was looked at is `.`. */
  readonly byFolder: readonly Tally[];
  readonly byForm: readonly Tally[];
  /** Findings, by the rule's id. */
  readonly byRule: readonly Tally[];
  /** Breadcrumbs with each kind of personal data. */
  readonly byKind: readonly Tally[];
  /** Calls that an SDK records automatically. Of the numbers above, `findings` and `byRule` include them. */
  readonly automatic: number;
  /** Both kinds, by what records them: `manual` for those recorded by hand. */
  readonly byRecorder: readonly Tally[];
}

/** What is put into the page: the inventory, and how it links to the source. */
export interface PageData {
  /** Of automatic breadcrumbs it lists those with findings. */
  readonly inventory: Inventory;
  /** An address with `{file}`, `{line}` and `{column}`; absent for no links. */
  readonly link?: string;
}
