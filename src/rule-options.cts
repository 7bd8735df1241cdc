// Written by `npm run docs` from what each rule says of its options. CommonJS, as ESLint's own types are:
// `@eslint/core` has its types twice, and these are the ones that ESLint's refer to.
import type { Linter } from "eslint";

/** Options of `sentry-breadcrumbs/known-category`. */
export interface KnownCategoryOptions {
  /**
   * Whether the categories that SDKs record and Sentry's documentation uses are known.
   * @default true
   */
  readonly builtin?: boolean | undefined;
  /**
   * Whether to report a category that is not known: once the project declares its own, always, or never.
   * @default "declared"
   */
  readonly unknown?: "declared" | "report" | "allow" | undefined;
  /**
   * Whether to report a breadcrumb without a category.
   * @default false
   */
  readonly require?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/no-pii`. */
export interface NoPiiOptions {
  /**
   * Whether to report what is personal only at times: user names, addresses of pages with queries.
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
   * Nouns for persons in this project, whose `name` is a person's name.
   * @default []
   */
  readonly owners?: readonly string[] | undefined;
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
   * Whether to report each breadcrumb beyond the limit, or the file once.
   * @default "each"
   */
  readonly report?: "each" | "file" | undefined;
  /**
   * The log attribute that takes the breadcrumb's category.
   * @default "category"
   */
  readonly categoryAttribute?: string | undefined;
  /**
   * Whether to turn breadcrumbs into logs without asking.
   * @default false
   */
  readonly fix?: boolean | undefined;
}

/** Options of `sentry-breadcrumbs/valid-level`. */
export interface ValidLevelOptions {
  /**
   * Whether the level `log` may be used, which Sentry shows as info.
   * @default true
   */
  readonly allowLog?: boolean | undefined;
}

/** What may stand for each rule of this plugin under `rules` in an ESLint config. */
export interface RuleOptions {
  /** Require breadcrumb categories that the project or Sentry knows. */
  "sentry-breadcrumbs/known-category": Linter.RuleEntry<[KnownCategoryOptions]>;
  /** Disallow personal data and secrets in breadcrumbs. */
  "sentry-breadcrumbs/no-pii": Linter.RuleEntry<[NoPiiOptions]>;
  /** Suggest Sentry's logs where breadcrumbs are recorded by hand in numbers. */
  "sentry-breadcrumbs/prefer-logs": Linter.RuleEntry<[PreferLogsOptions]>;
  /** Require breadcrumb levels that Sentry knows. */
  "sentry-breadcrumbs/valid-level": Linter.RuleEntry<[ValidLevelOptions]>;
}

// What ESLint's `rules` accept, of whatever plugin. Optional properties, since a record of rules need not hold
// ours; without `exactOptionalPropertyTypes` these are at odds with the index signature that ESLint declares.
declare module "@eslint/core" {
  interface RulesConfig {
    /** Require breadcrumb categories that the project or Sentry knows.
     * @ts-ignore */
    "sentry-breadcrumbs/known-category"?: RuleOptions["sentry-breadcrumbs/known-category"];
    /** Disallow personal data and secrets in breadcrumbs.
     * @ts-ignore */
    "sentry-breadcrumbs/no-pii"?: RuleOptions["sentry-breadcrumbs/no-pii"];
    /** Suggest Sentry's logs where breadcrumbs are recorded by hand in numbers.
     * @ts-ignore */
    "sentry-breadcrumbs/prefer-logs"?: RuleOptions["sentry-breadcrumbs/prefer-logs"];
    /** Require breadcrumb levels that Sentry knows.
     * @ts-ignore */
    "sentry-breadcrumbs/valid-level"?: RuleOptions["sentry-breadcrumbs/valid-level"];
  }
}
