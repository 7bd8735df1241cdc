// Written by `npm run docs` from what each rule says of its options. CommonJS, as ESLint's own types are:
// `@eslint/core` has its types twice, and these are the ones that ESLint's refer to.
import type { Linter } from "eslint";

/** Options of `sentry-breadcrumbs/consistent-category`. */
export interface ConsistentCategoryOptions {
  /**
   * The shape of a category: `user.action`, `user_action`, `user-action`, `userAction`, or any.
   * @default "dotted"
   */
  readonly shape?: "dotted" | "snake" | "kebab" | "camel" | "any" | undefined;
}

/** Options of `sentry-breadcrumbs/known-category`. */
export interface KnownCategoryOptions {
  /**
   * Whether to accept the categories that SDKs record and Sentry's documentation uses.
   * @default true
   */
  readonly builtin?: boolean | undefined;
  /**
   * When to report an unknown category: once the project declares categories, always, or never.
   * @default "declared"
   */
  readonly unknown?: "declared" | "report" | "allow" | undefined;
  /**
   * Whether to report a breadcrumb without a category.
   * @default false
   */
  readonly require?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-breadcrumb-in-loop`. */
export interface NoBreadcrumbInLoopOptions {
  /**
   * Whether to allow breadcrumbs that only some iterations record.
   * @default true
   */
  readonly allowConditional?: boolean | undefined;
  /**
   * Whether to check what the SDK records of the console and of logs automatically, too.
   * @default false
   */
  readonly automatic?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-filtered-text`. */
export interface NoFilteredTextOptions {
  /**
   * Further words that this project's settings in Sentry scrub.
   * @default []
   */
  readonly words?: readonly string[] | undefined;
  /**
   * Words or keys that this project's settings in Sentry do not scrub.
   * @default []
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Whether to check what the SDK records of the console and of logs automatically, too.
   * @default false
   */
  readonly automatic?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-partial-scrubbing`. */
export interface NoPartialScrubbingOptions {
  /**
   * Whether to report hooks that redact single keys of `data` and leave the message, too.
   * @default false
   */
  readonly keys?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-pii`. */
export interface NoPiiOptions {
  /**
   * Whether to report what is only sometimes personal: user names, page addresses with queries.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * The kinds of data to report.
   * @default ["email","phone","name","username","address","location","dob","gov_id","financial","health","demographic","ip","device_id","url_query","free_form","object","password","otp","token","api_key","private_key","auth_header","cookie","env"]
   */
  readonly categories?: readonly (
    | "email"
    | "phone"
    | "name"
    | "username"
    | "address"
    | "location"
    | "dob"
    | "gov_id"
    | "financial"
    | "health"
    | "demographic"
    | "ip"
    | "device_id"
    | "url_query"
    | "free_form"
    | "object"
    | "password"
    | "otp"
    | "token"
    | "api_key"
    | "private_key"
    | "auth_header"
    | "cookie"
    | "env"
  )[] | undefined;
  /**
   * Names, or paths such as `shop.name`, that are harmless in this project.
   * @default []
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Names, or paths such as `ticket.body`, that are sensitive in this project.
   * @default []
   */
  readonly deny?: readonly string[] | undefined;
  /**
   * Functions whose result is harmless.
   * @default []
   */
  readonly sanitizers?: readonly string[] | undefined;
  /**
   * Words for people in this project, whose `name` is a person's name.
   * @default []
   */
  readonly owners?: readonly string[] | undefined;
  /**
   * The function of this project that makes a value harmless, and the module that exports it.
   * @default undefined
   */
  readonly redact?: { readonly name: string; readonly from?: string } | undefined;
  /**
   * How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.
   * @default 3
   */
  readonly depth?: number | undefined;
  /**
   * Whether `--fix` passes what the rule finds to that function.
   * @default false
   */
  readonly fix?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs`. */
export interface NoPiiInAutomaticBreadcrumbsOptions {
  /**
   * Whether to report what is only sometimes personal: user names, page addresses with queries.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * The kinds of data to report.
   * @default ["email","phone","ip","financial","gov_id","password","api_key","private_key"]
   */
  readonly categories?: readonly (
    | "email"
    | "phone"
    | "name"
    | "username"
    | "address"
    | "location"
    | "dob"
    | "gov_id"
    | "financial"
    | "health"
    | "demographic"
    | "ip"
    | "device_id"
    | "url_query"
    | "free_form"
    | "object"
    | "password"
    | "otp"
    | "token"
    | "api_key"
    | "private_key"
    | "auth_header"
    | "cookie"
    | "env"
  )[] | undefined;
  /**
   * Names, or paths such as `shop.name`, that are harmless in this project.
   * @default []
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Names, or paths such as `ticket.body`, that are sensitive in this project.
   * @default []
   */
  readonly deny?: readonly string[] | undefined;
}

/** Options of `sentry-breadcrumbs/no-pii-in-events`. */
export interface NoPiiInEventsOptions {
  /**
   * Whether to report what is only sometimes personal: user names, page addresses with queries.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * The kinds of data to report.
   * @default ["email","phone","name","username","address","dob","gov_id","financial","health","ip","device_id","url_query","free_form","object","password","otp","token","api_key","private_key","auth_header","cookie","env"]
   */
  readonly categories?: readonly (
    | "email"
    | "phone"
    | "name"
    | "username"
    | "address"
    | "location"
    | "dob"
    | "gov_id"
    | "financial"
    | "health"
    | "demographic"
    | "ip"
    | "device_id"
    | "url_query"
    | "free_form"
    | "object"
    | "password"
    | "otp"
    | "token"
    | "api_key"
    | "private_key"
    | "auth_header"
    | "cookie"
    | "env"
  )[] | undefined;
  /**
   * Names, or paths such as `shop.name`, that are harmless in this project.
   * @default []
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Names, or paths such as `ticket.body`, that are sensitive in this project.
   * @default []
   */
  readonly deny?: readonly string[] | undefined;
  /**
   * The fields that `setUser` may set.
   * @default ["id","email","username","ip_address","name","geo","segment"]
   */
  readonly userFields?: readonly string[] | undefined;
}

/** Options of `sentry-breadcrumbs/no-pii-in-logs`. */
export interface NoPiiInLogsOptions {
  /**
   * Whether to report what is only sometimes personal: user names, page addresses with queries.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * The kinds of data to report.
   * @default ["email","phone","name","username","address","location","dob","gov_id","financial","health","demographic","ip","device_id","url_query","free_form","object","password","otp","token","api_key","private_key","auth_header","cookie","env"]
   */
  readonly categories?: readonly (
    | "email"
    | "phone"
    | "name"
    | "username"
    | "address"
    | "location"
    | "dob"
    | "gov_id"
    | "financial"
    | "health"
    | "demographic"
    | "ip"
    | "device_id"
    | "url_query"
    | "free_form"
    | "object"
    | "password"
    | "otp"
    | "token"
    | "api_key"
    | "private_key"
    | "auth_header"
    | "cookie"
    | "env"
  )[] | undefined;
  /**
   * Names, or paths such as `shop.name`, that are harmless in this project.
   * @default []
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Names, or paths such as `ticket.body`, that are sensitive in this project.
   * @default []
   */
  readonly deny?: readonly string[] | undefined;
}

/** Options of `sentry-breadcrumbs/no-redundant-breadcrumb`. */
export interface NoRedundantBreadcrumbOptions {
  /**
   * Whether to check what the SDK records of the console and of logs automatically, too.
   * @default false
   */
  readonly automatic?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/prefer-logs`. */
export interface PreferLogsOptions {
  /**
   * How many breadcrumbs a file may record by hand.
   * @default 10
   */
  readonly max?: number | undefined;
  /**
   * How many breadcrumbs one function may record by hand.
   * @default 4
   */
  readonly maxPerFunction?: number | undefined;
  /**
   * Whether to report a file once, or each breadcrumb beyond a limit.
   * @default "file"
   */
  readonly report?: "file" | "each" | undefined;
  /**
   * The log attribute for the breadcrumb's category.
   * @default "category"
   */
  readonly categoryAttribute?: string | undefined;
  /**
   * Whether `--fix` turns breadcrumbs into logs if the log says the same.
   * @default false
   */
  readonly fix?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/require-fields`. */
export interface RequireFieldsOptions {
  /**
   * The fields that every breadcrumb must have.
   * @default ["category","message"]
   */
  readonly fields?: readonly ("category" | "message" | "level" | "type" | "data")[] | undefined;
}

/** Options of `sentry-breadcrumbs/valid-data`. */
export interface ValidDataOptions {
  /**
   * How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.
   * @default 3
   */
  readonly depth?: number | undefined;
  /**
   * Whether to check what the SDK records of the console and of logs automatically, too.
   * @default false
   */
  readonly automatic?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/valid-level`. */
export interface ValidLevelOptions {
  /**
   * Whether to allow the level `log`, which Sentry shows as info.
   * @default true
   */
  readonly allowLog?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/valid-log`. */
export interface ValidLogOptions {
  /**
   * Whether to require `logger.fmt` for messages with values, so that these become attributes.
   * @default false
   */
  readonly parameters?: boolean | undefined;
}

/** What may stand for each rule of this plugin under `rules` in an ESLint config. */
export interface RuleOptions {
  /** Require one spelling per breadcrumb category, and one shape for all categories. */
  "sentry-breadcrumbs/consistent-category": Linter.RuleEntry<[ConsistentCategoryOptions]>;
  /** Require breadcrumb categories that the project or Sentry knows. */
  "sentry-breadcrumbs/known-category": Linter.RuleEntry<[KnownCategoryOptions]>;
  /** Disallow breadcrumbs in code that runs repeatedly. */
  "sentry-breadcrumbs/no-breadcrumb-in-loop": Linter.RuleEntry<[NoBreadcrumbInLoopOptions]>;
  /** Disallow breadcrumbs on a scope, which skip `beforeBreadcrumb`. */
  "sentry-breadcrumbs/no-bypassed-hook": Linter.RuleEntry<[]>;
  /** Disallow words that make Sentry replace a breadcrumb's message or data. */
  "sentry-breadcrumbs/no-filtered-text": Linter.RuleEntry<[NoFilteredTextOptions]>;
  /** Disallow breadcrumbs recorded after the capture they describe. */
  "sentry-breadcrumbs/no-late-breadcrumb": Linter.RuleEntry<[]>;
  /** Disallow hooks that redact only a part of what holds the same data. */
  "sentry-breadcrumbs/no-partial-scrubbing": Linter.RuleEntry<[NoPartialScrubbingOptions]>;
  /** Disallow personal data and secrets in breadcrumbs. */
  "sentry-breadcrumbs/no-pii": Linter.RuleEntry<[NoPiiOptions]>;
  /** Disallow personal data and secrets in breadcrumbs that Sentry's SDKs record automatically. */
  "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs": Linter.RuleEntry<[NoPiiInAutomaticBreadcrumbsOptions]>;
  /** Disallow personal data and secrets in Sentry's events, spans and metrics. */
  "sentry-breadcrumbs/no-pii-in-events": Linter.RuleEntry<[NoPiiInEventsOptions]>;
  /** Disallow personal data and secrets in Sentry's logs. */
  "sentry-breadcrumbs/no-pii-in-logs": Linter.RuleEntry<[NoPiiInLogsOptions]>;
  /** Disallow breadcrumbs that Sentry's integrations already record. */
  "sentry-breadcrumbs/no-redundant-breadcrumb": Linter.RuleEntry<[NoRedundantBreadcrumbOptions]>;
  /** Disallow breadcrumb APIs that the SDK has removed or deprecated. */
  "sentry-breadcrumbs/no-removed-api": Linter.RuleEntry<[]>;
  /** Disallow breadcrumb fields that Sentry does not know. */
  "sentry-breadcrumbs/no-unknown-fields": Linter.RuleEntry<[]>;
  /** Suggest Sentry's logs for code that records many breadcrumbs by hand. */
  "sentry-breadcrumbs/prefer-logs": Linter.RuleEntry<[PreferLogsOptions]>;
  /** Require the breadcrumb fields that a project has agreed on. */
  "sentry-breadcrumbs/require-fields": Linter.RuleEntry<[RequireFieldsOptions]>;
  /** Require constant breadcrumb messages, with values in `data`. */
  "sentry-breadcrumbs/static-message": Linter.RuleEntry<[]>;
  /** Require `addBreadcrumb` to be called with a breadcrumb. */
  "sentry-breadcrumbs/valid-argument": Linter.RuleEntry<[]>;
  /** Require `beforeBreadcrumb` to return the breadcrumb or `null`, and to record nothing itself. */
  "sentry-breadcrumbs/valid-before-breadcrumb": Linter.RuleEntry<[]>;
  /** Require breadcrumb data that arrives in Sentry unchanged. */
  "sentry-breadcrumbs/valid-data": Linter.RuleEntry<[ValidDataOptions]>;
  /** Require `init` before breadcrumbs, with options that the SDK reads. */
  "sentry-breadcrumbs/valid-init": Linter.RuleEntry<[]>;
  /** Require breadcrumb levels that Sentry knows. */
  "sentry-breadcrumbs/valid-level": Linter.RuleEntry<[ValidLevelOptions]>;
  /** Require Sentry logs that arrive, with all their attributes. */
  "sentry-breadcrumbs/valid-log": Linter.RuleEntry<[ValidLogOptions]>;
  /** Require breadcrumb timestamps in seconds since the epoch. */
  "sentry-breadcrumbs/valid-timestamp": Linter.RuleEntry<[]>;
  /** Require breadcrumb types that Sentry knows, with the data they need. */
  "sentry-breadcrumbs/valid-type": Linter.RuleEntry<[]>;
}

// What ESLint's `rules` accept, of whatever plugin. Optional properties, since a record of rules need not hold
// ours; without `exactOptionalPropertyTypes` these are at odds with the index signature that ESLint declares.
declare module "@eslint/core" {
  interface RulesConfig {
    /** Require one spelling per breadcrumb category, and one shape for all categories.
     * @ts-ignore */
    "sentry-breadcrumbs/consistent-category"?: RuleOptions["sentry-breadcrumbs/consistent-category"];
    /** Require breadcrumb categories that the project or Sentry knows.
     * @ts-ignore */
    "sentry-breadcrumbs/known-category"?: RuleOptions["sentry-breadcrumbs/known-category"];
    /** Disallow breadcrumbs in code that runs repeatedly.
     * @ts-ignore */
    "sentry-breadcrumbs/no-breadcrumb-in-loop"?: RuleOptions["sentry-breadcrumbs/no-breadcrumb-in-loop"];
    /** Disallow breadcrumbs on a scope, which skip `beforeBreadcrumb`.
     * @ts-ignore */
    "sentry-breadcrumbs/no-bypassed-hook"?: RuleOptions["sentry-breadcrumbs/no-bypassed-hook"];
    /** Disallow words that make Sentry replace a breadcrumb's message or data.
     * @ts-ignore */
    "sentry-breadcrumbs/no-filtered-text"?: RuleOptions["sentry-breadcrumbs/no-filtered-text"];
    /** Disallow breadcrumbs recorded after the capture they describe.
     * @ts-ignore */
    "sentry-breadcrumbs/no-late-breadcrumb"?: RuleOptions["sentry-breadcrumbs/no-late-breadcrumb"];
    /** Disallow hooks that redact only a part of what holds the same data.
     * @ts-ignore */
    "sentry-breadcrumbs/no-partial-scrubbing"?: RuleOptions["sentry-breadcrumbs/no-partial-scrubbing"];
    /** Disallow personal data and secrets in breadcrumbs.
     * @ts-ignore */
    "sentry-breadcrumbs/no-pii"?: RuleOptions["sentry-breadcrumbs/no-pii"];
    /** Disallow personal data and secrets in breadcrumbs that Sentry's SDKs record automatically.
     * @ts-ignore */
    "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs"?: RuleOptions["sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs"];
    /** Disallow personal data and secrets in Sentry's events, spans and metrics.
     * @ts-ignore */
    "sentry-breadcrumbs/no-pii-in-events"?: RuleOptions["sentry-breadcrumbs/no-pii-in-events"];
    /** Disallow personal data and secrets in Sentry's logs.
     * @ts-ignore */
    "sentry-breadcrumbs/no-pii-in-logs"?: RuleOptions["sentry-breadcrumbs/no-pii-in-logs"];
    /** Disallow breadcrumbs that Sentry's integrations already record.
     * @ts-ignore */
    "sentry-breadcrumbs/no-redundant-breadcrumb"?: RuleOptions["sentry-breadcrumbs/no-redundant-breadcrumb"];
    /** Disallow breadcrumb APIs that the SDK has removed or deprecated.
     * @ts-ignore */
    "sentry-breadcrumbs/no-removed-api"?: RuleOptions["sentry-breadcrumbs/no-removed-api"];
    /** Disallow breadcrumb fields that Sentry does not know.
     * @ts-ignore */
    "sentry-breadcrumbs/no-unknown-fields"?: RuleOptions["sentry-breadcrumbs/no-unknown-fields"];
    /** Suggest Sentry's logs for code that records many breadcrumbs by hand.
     * @ts-ignore */
    "sentry-breadcrumbs/prefer-logs"?: RuleOptions["sentry-breadcrumbs/prefer-logs"];
    /** Require the breadcrumb fields that a project has agreed on.
     * @ts-ignore */
    "sentry-breadcrumbs/require-fields"?: RuleOptions["sentry-breadcrumbs/require-fields"];
    /** Require constant breadcrumb messages, with values in `data`.
     * @ts-ignore */
    "sentry-breadcrumbs/static-message"?: RuleOptions["sentry-breadcrumbs/static-message"];
    /** Require `addBreadcrumb` to be called with a breadcrumb.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-argument"?: RuleOptions["sentry-breadcrumbs/valid-argument"];
    /** Require `beforeBreadcrumb` to return the breadcrumb or `null`, and to record nothing itself.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-before-breadcrumb"?: RuleOptions["sentry-breadcrumbs/valid-before-breadcrumb"];
    /** Require breadcrumb data that arrives in Sentry unchanged.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-data"?: RuleOptions["sentry-breadcrumbs/valid-data"];
    /** Require `init` before breadcrumbs, with options that the SDK reads.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-init"?: RuleOptions["sentry-breadcrumbs/valid-init"];
    /** Require breadcrumb levels that Sentry knows.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-level"?: RuleOptions["sentry-breadcrumbs/valid-level"];
    /** Require Sentry logs that arrive, with all their attributes.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-log"?: RuleOptions["sentry-breadcrumbs/valid-log"];
    /** Require breadcrumb timestamps in seconds since the epoch.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-timestamp"?: RuleOptions["sentry-breadcrumbs/valid-timestamp"];
    /** Require breadcrumb types that Sentry knows, with the data they need.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-type"?: RuleOptions["sentry-breadcrumbs/valid-type"];
  }
}
