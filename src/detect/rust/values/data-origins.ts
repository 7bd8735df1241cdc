import { resolve, type CallValue, type MemberValue, type Origin, type Value } from "../../../breadcrumb/index.ts";

/** The extractor types of axum and actix-web for parts of a request. */
const EXTRACTORS: ReadonlyMap<string | undefined, Origin> = new Map([
  ["Json", "request-body"],
  ["Form", "form"],
  ["Multipart", "form"],
  ["Query", "request-query"],
  ["RawQuery", "request-query"],
  ["HeaderMap", "request-headers"],
  ["Authorization", "authorization"],
  ["BearerAuth", "authorization"],
  ["BasicAuth", "authorization"],
  ["CookieJar", "request-cookies"],
  ["PrivateCookieJar", "request-cookies"],
  ["SignedCookieJar", "request-cookies"],
  ["Cookies", "request-cookies"],
  ["ConnectInfo", "client-address"],
  ["ClientIp", "client-address"],
  ["Uri", "url"],
  ["OriginalUri", "url"],
]);

/** The results of a request's methods. */
const REQUEST_METHODS: ReadonlyMap<string, Origin> = new Map([
  ["headers", "request-headers"],
  ["uri", "url"],
  ["query_string", "request-query"],
  ["peer_addr", "client-address"],
  ["realip_remote_addr", "client-address"],
  ["remote_addr", "client-address"],
  ["cookie", "request-cookies"],
  ["cookies", "request-cookies"],
  ["body", "request-body"],
  ["into_body", "request-body"],
]);

const REQUESTS: ReadonlySet<string | undefined> = new Set([
  "req",
  "request",
  "parts",
  "http_request",
  "conn",
  "connection_info",
]);

const ENVIRONMENT: ReadonlySet<string> = new Set(["vars", "vars_os"]);

/**
 * The data in a handler's parameter, from its type.
 * @param names the names of the type and of the types within, outermost first: `TypedHeader`, `Authorization`.
 */
export function originOfType(names: readonly string[]): Origin | undefined {
  const [outer = ""] = names;
  if (outer === "TypedHeader") return EXTRACTORS.get(names[1]) ?? "request-headers";
  return EXTRACTORS.get(outer);
}

/** The result of a call of the platform: `req.headers()`, `headers.get("authorization")`. */
export function originOfCall({ callee, arguments: given }: CallValue): Origin | undefined {
  if (callee.kind !== "member" || callee.name === undefined) return undefined;
  const { object, name } = callee;
  const owner = ownerName(object);
  if (ENVIRONMENT.has(name) && owner === "env") return "environment";
  if (name === "get" && isHeaders(object)) return isAuthorization(given[0]) ? "authorization" : "request-headers";
  if (COOKIE_GETTERS.has(name) && isCookies(object)) return "request-cookies";
  return REQUESTS.has(owner) ? REQUEST_METHODS.get(name) : undefined;
}

/** The origin of a member of a value with a known origin: an entry of the headers, a header's value. */
export function originOfMember({ object, index }: MemberValue): Origin | undefined {
  if (index === 1 && isOfPeer(object)) return "client-address";
  if (index === 1 && object.kind === "member" && object.name === undefined && object.object.origin === "environment") {
    return "environment";
  }
  return object.origin === "request-headers" || object.origin === "request-cookies" ? object.origin : undefined;
}

/** `let (stream, peer) = listener.accept().await?` */
function isOfPeer(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && is.callee.kind === "member" && /^(?:accept|recv_from)$/.test(is.callee.name ?? "");
}

/** Methods of the cookie jars of axum, Rocket and tower. */
const COOKIE_GETTERS: ReadonlySet<string> = new Set(["get", "get_private", "get_signed", "get_pending"]);

function isCookies(object: Value): boolean {
  return [object, resolve(object)].some(({ origin }) => origin === "request-cookies");
}

function isHeaders(object: Value): boolean {
  const is = resolve(object);
  return [object, is].some(({ origin }) => origin === "request-headers") || ownerName(object) === "headers";
}

function isAuthorization(argument: Value | undefined): boolean {
  if (argument === undefined) return false;
  const is = resolve(argument);
  if (is.kind === "text") return is.text.toLowerCase() === "authorization";
  return (is.kind === "name" || is.kind === "member") && is.name === "AUTHORIZATION";
}

/** The name of an object, or of the method that returned it: `req`, `req.connection_info()`. */
function ownerName(object: Value): string | undefined {
  if (object.kind === "name" || object.kind === "member") return object.name;
  const callee = object.kind === "call" ? object.callee : undefined;
  return callee?.kind === "member" || callee?.kind === "name" ? callee.name : undefined;
}
