import type { Sort } from "../breadcrumb/index.ts";

/**
 * The types that Sentry documents (sentry-docs, `develop-docs/sdk/foundations/transport/event-payloads/breadcrumbs.mdx`),
 * and those that its interface has names and filters for besides (sentry, `static/app/types/breadcrumbs.tsx`). It shows
 * every other type as `default`.
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
] as const;

export type BreadcrumbType = (typeof TYPES)[number];

export function isType(text: string): text is BreadcrumbType {
  return (TYPES as readonly string[]).includes(text);
}

/** Types that say how `data` is read; of two that are not the same kind of thing, one is wrong. */
const STRUCTURED: ReadonlySet<string> = new Set(["http", "navigation", "query", "transaction", "ui", "user"]);

/** What SDKs record under a category, by the category or its first part, with the types that suit it, best first. */
const TYPES_OF_CATEGORIES: ReadonlyMap<string, readonly BreadcrumbType[]> = new Map([
  ["fetch", ["http"]],
  ["http", ["http"]],
  ["navigation", ["navigation"]],
  ["query", ["query"]],
  ["sentry.transaction", ["transaction"]],
  ["ui", ["ui", "user"]],
  ["xhr", ["http"]],
]);

/** The type that a category calls for, where a type contradicts it. */
export function typeInstead(type: string, category: string): BreadcrumbType | undefined {
  const word = category.toLowerCase();
  const [first = ""] = word.split(".");
  const suited = TYPES_OF_CATEGORIES.get(word) ?? TYPES_OF_CATEGORIES.get(first);
  if (suited === undefined || !STRUCTURED.has(type) || suited.some((suits) => suits === type)) return undefined;
  return suited[0];
}

/** The keys of `data` that a breadcrumb of type `navigation` must have (relay and documentation as above). */
export const NAVIGATION_KEYS = ["from", "to"] as const;

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

/**
 * The key that a name in the `data` of an `http` breadcrumb means although Sentry does not read it.
 * @param sort what the name stands for, as far as the source tells.
 * @returns `isSame` where it is the same word in another spelling: `statusCode`, `URL`.
 */
export function meantHttpKey(
  name: string,
  sort: Sort | undefined,
): { readonly key: HttpKey; readonly isSame: boolean } | undefined {
  if (!/^[A-Za-z_-]+$/.test(name)) return undefined;
  const same = HTTP_KEYS.find((key) => lettersOf(key) === lettersOf(name));
  const key = same ?? HTTP_ALIASES.get(lettersOf(name));
  if (key === undefined || key === name) return undefined;
  if (sort !== undefined && sort !== (key === "status_code" ? "number" : "text")) return undefined;
  return { key, isSame: same !== undefined };
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
