import { matches, resolve, textOf, type MemberValue, type Origin, type Value } from "../breadcrumb/index.ts";
import { CLEAN, leak, UNKNOWN, type Verdict } from "./evidence.ts";
import { classifyName, finding, isFreeText, type Finding } from "./names.ts";

/** The property for the result of a schema's parser or of a request. */
const RESULTS: ReadonlySet<string | undefined> = new Set(["data", "value", "output"]);

/** Whether a member is what a schema's parser or a promise yields. */
export function isResult(name: string | undefined): boolean {
  return RESULTS.has(name);
}

const ORIGINS: Readonly<Record<Origin, Finding | undefined>> = {
  storage: undefined,
  "url-query": finding("url_query", 2),
  "request-body": finding("object"),
  "request-headers": finding("auth_header"),
  "request-query": finding("url_query", 2),
  "request-cookies": finding("cookie"),
  "client-address": finding("ip"),
  cookies: finding("cookie"),
  authorization: finding("auth_header"),
  environment: finding("env"),
  form: finding("object"),
  "input-value": finding("free_form"),
  url: finding("url_query", 2),
  position: finding("location"),
  claims: finding("object"),
  session: finding("object"),
  request: finding("object"),
  "request-context": finding("object"),
  "failed-request": finding("object"),
  state: finding("object", 2),
};

/** Where the credentials are in objects that hold more, or the person. */
const CREDENTIALS: ReadonlyMap<Origin, readonly string[]> = new Map([
  ["request", ["headers", "authorization"]],
  ["request-context", ["request", "headers", "authorization"]],
  ["failed-request", ["config", "headers", "authorization"]],
  ["session", ["user"]],
]);

/** Where a key chooses what is read: `storage.getItem("token")`, `headers.get("content-type")`. */
const KEYED: ReadonlySet<Origin> = new Set([
  "storage",
  "url-query",
  "request-headers",
  "request-cookies",
  "request-query",
  "form",
]);

/**
 * Names of cookies that let somebody in (relay, `relay-pii/src/convert.rs`, `SENSITIVE_COOKIES`; sentry-javascript,
 * `packages/core/src/utils/data-collection/filtering-snippets.ts`).
 */
const SESSION = /sess|sid$|auth|jwt|token|csrf|xsrf|remember|oidc|symfony|^sudo$|__(?:host|secure)-/i;

/** The name of the cookie that a member is the value of: `req.cookies.sid`, `cookies().get("sid").value`. */
function cookieOf({ object, name, origin }: MemberValue): string | undefined {
  const is = resolve(object);
  if (origin !== "request-cookies" || is.origin !== origin) return undefined;
  const [key] = is.kind === "call" ? is.arguments : [];
  return is.kind === "call" ? key && textOf(key) : name;
}

/**
 * What the platform says that a value is.
 * @param path the names by which a call reads it.
 * @returns undefined where the platform says nothing.
 */
export function judgeOrigin(value: Value, path?: readonly string[]): Verdict | undefined {
  const { origin } = value;
  if (origin === undefined) return undefined;
  const cookie = value.kind === "member" ? cookieOf(value) : undefined;
  if (cookie !== undefined) return SESSION.test(cookie) ? leak(value, finding("cookie")) : UNKNOWN;
  const names = KEYED.has(origin) ? (path ?? keyReadBy(value)) : undefined;
  if (names !== undefined) return judgeEntry(value, origin, names);
  const whole = ORIGINS[origin];
  return whole && leak(value, whole, { property: CREDENTIALS.get(origin) });
}

/** The key that a call chooses; `cookies().get("theme")?.value` is the value of that cookie. */
function keyReadBy(value: Value): readonly string[] | undefined {
  const reading = value.kind === "member" && isResult(value.name) ? value.object : value;
  const [key] = reading.kind === "call" ? reading.arguments : [];
  const text = key && textOf(key);
  return text === undefined ? undefined : [text];
}

/** One entry of a store, a form, a request's headers or cookies, by the names that it is read by. */
function judgeEntry(value: Value, origin: Origin, names: readonly string[]): Verdict | undefined {
  const said = classifyName(names);
  if (typeof said === "object") return leak(value, said);
  if (origin === "request-cookies") return matches(names.at(-1), SESSION) ? leak(value, finding("cookie")) : CLEAN;
  if (origin === "form" && isFreeText(names.at(-1) ?? "")) return leak(value, finding("free_form"));
  return said === "clean" ? { leaks: [], harmless: "about" } : UNKNOWN;
}
