import { resolve, runtimeTypeOf, textOf, type Breadcrumb, type Field } from "../breadcrumb/index.ts";

/**
 * The types that Sentry documents (sentry-docs,
 * `develop-docs/sdk/foundations/transport/event-payloads/breadcrumbs.mdx`), and those that its interface has names
 * and filters for besides (sentry, `static/app/types/breadcrumbs.tsx`). It shows every other type as `default`. The
 * last one is what Sentry's own crates record (sentry-rust, `sentry-log/src/converters.rs`).
 */
export const TYPES = [
  "default",
  "debug",
  "error",
  "http",
  "info",
  "navigation",
  "query",
  "transaction",
  "ui",
  "user",
  "connectivity",
  "device",
  "exception",
  "init",
  "message",
  "network",
  "session",
  "system",
  "warning",
  "log",
] as const;

export type BreadcrumbType = (typeof TYPES)[number];

export function isType(text: string): text is BreadcrumbType {
  return (TYPES as readonly string[]).includes(text);
}

/** Types that say how `data` is read; of two that are not the same kind of thing, one is wrong. */
const STRUCTURED: ReadonlySet<string> = new Set(["http", "navigation", "query", "transaction", "ui", "user"]);

/** The types that fit a category of the SDKs, by the category or its first part, best first. */
const TYPES_OF_CATEGORIES: ReadonlyMap<string, readonly BreadcrumbType[]> = new Map([
  ["fetch", ["http"]],
  ["http", ["http"]],
  ["navigation", ["navigation"]],
  ["query", ["query"]],
  ["sentry.transaction", ["transaction"]],
  ["ui", ["ui", "user"]],
  ["xhr", ["http"]],
]);

/** The category that speaks against a known type, and the type that it calls for. */
export function contradictionOf(
  type: BreadcrumbType,
  { category: field }: Breadcrumb,
): { readonly category: string; readonly meant: BreadcrumbType } | undefined {
  const category = field && textOf(field.value);
  const word = category?.toLowerCase() ?? "";
  const [first = ""] = word.split(".");
  const suited = TYPES_OF_CATEGORIES.get(word) ?? TYPES_OF_CATEGORIES.get(first) ?? [];
  const [meant] = suited;
  if (category === undefined || meant === undefined || !STRUCTURED.has(type) || suited.includes(type)) return undefined;
  return { category, meant };
}

/** The keys of `data` that a breadcrumb of type `navigation` must have (relay and documentation as above). */
const NAVIGATION_KEYS = ["from", "to"] as const;

/** Which of the keys that a type asks for are known to be missing from a breadcrumb's data. */
export function missingKeys(type: BreadcrumbType, { data, complete }: Breadcrumb): readonly string[] {
  if (type !== "navigation") return [];
  const is = data && resolve(data.value);
  if (is === undefined) return complete ? NAVIGATION_KEYS : [];
  if (is.kind === "nothing") return NAVIGATION_KEYS;
  if (is.kind !== "record" || !is.complete) return [];
  return NAVIGATION_KEYS.filter((key) => !is.fields.some(({ name }) => name === key));
}

/** The keys of `data` that Sentry reads in a breadcrumb of type `http`. */
const HTTP_KEYS = ["url", "method", "status_code", "reason"] as const;

type HttpKey = (typeof HTTP_KEYS)[number];

const HTTP_ALIASES: ReadonlyMap<string, HttpKey> = new Map([
  ["httpmethod", "method"],
  ["httpstatus", "status_code"],
  ["httpstatuscode", "status_code"],
  ["responsestatus", "status_code"],
  ["status", "status_code"],
  ["statustext", "reason"],
  ["uri", "url"],
]);

/** A field of the data of an `http` breadcrumb that means a key although Sentry does not read it. */
export interface MeantHttpKey {
  readonly field: Field;
  readonly key: HttpKey;
  /** Whether it is the same word in another spelling, `statusCode`, and nothing that is spread may hold the key. */
  readonly isCertain: boolean;
}

/** The misspelt keys of an `http` breadcrumb's data, unless the right one is there. */
export function misspeltHttpKeys({ type, data }: Breadcrumb): readonly MeantHttpKey[] {
  const is = data && resolve(data.value);
  if (type === undefined || textOf(type.value) !== "http" || is?.kind !== "record") return [];
  const taken = new Set(is.fields.map(({ name }) => name));
  return is.fields.flatMap((field) => {
    const meant = meantHttpKey(field);
    if (meant === undefined || taken.has(meant.key)) return [];
    taken.add(meant.key);
    // What is spread may hold the right key, which the renamed one would replace.
    return [{ ...meant, isCertain: meant.isCertain && is.spreads.length === 0 }];
  });
}

function meantHttpKey(field: Field): MeantHttpKey | undefined {
  const { keyRange, name = "", value } = field;
  // What a wrapper writes is its own affair.
  if (keyRange === undefined || !/^[A-Za-z_-]+$/.test(name)) return undefined;
  const same = HTTP_KEYS.find((key) => lettersOf(key) === lettersOf(name));
  const key = same ?? HTTP_ALIASES.get(lettersOf(name));
  if (key === undefined) return undefined;
  const sort = runtimeTypeOf(value);
  if (sort !== undefined && sort !== (key === "status_code" ? "number" : "text")) return undefined;
  return { field, key, isCertain: same !== undefined };
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
