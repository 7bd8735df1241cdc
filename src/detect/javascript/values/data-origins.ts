import {
  matches,
  nameOf,
  resolve,
  type CallValue,
  type MemberValue,
  type NameValue,
  type Origin,
  type Value,
} from "../../../breadcrumb/index.ts";

/** Parameters by which frameworks hand a request to a program. */
const REQUESTS = "req request";
/** The same for what holds a request: Koa's and Hono's context, an event of SvelteKit or AWS Lambda. */
const CONTEXTS = "ctx context c event evt e";
const EVENTS = "e ev evt event";

/**
 * What members of well-known objects are: any of the owners, then a path that ends where the data begins.
 */
const MEMBERS: readonly (readonly [owners: string, path: string, origin: Origin])[] = [
  // Express, Fastify, Next, Koa, Node's http
  [REQUESTS, "body", "request-body"],
  [REQUESTS, "rawBody", "request-body"],
  [REQUESTS, "headers.authorization", "authorization"],
  [REQUESTS, "headers.Authorization", "authorization"],
  [REQUESTS, "headers", "request-headers"],
  [REQUESTS, "rawHeaders", "request-headers"],
  [REQUESTS, "cookies", "request-cookies"],
  [REQUESTS, "signedCookies", "request-cookies"],
  [REQUESTS, "query", "request-query"],
  [REQUESTS, "ip", "client-address"],
  [REQUESTS, "ips", "client-address"],
  [REQUESTS, "connection.remoteAddress", "client-address"],
  [REQUESTS, "socket.remoteAddress", "client-address"],
  [REQUESTS, "info.remoteAddress", "client-address"],
  [REQUESTS, "nextUrl.searchParams", "url-query"],
  [CONTEXTS, "request.body", "request-body"],
  [CONTEXTS, "request.headers.authorization", "authorization"],
  [CONTEXTS, "request.headers", "request-headers"],
  [CONTEXTS, "request.query", "request-query"],
  [CONTEXTS, "request.ip", "client-address"],
  [CONTEXTS, "req.body", "request-body"],
  [CONTEXTS, "req.headers", "request-headers"],
  [CONTEXTS, "req.cookies", "request-cookies"],
  [CONTEXTS, "req.query", "request-query"],
  ["ctx", "headers.authorization", "authorization"],
  ["ctx", "headers", "request-headers"],
  ["ctx", "cookies", "request-cookies"],
  ["ctx", "query", "request-query"],
  ["ctx", "ip", "client-address"],
  ["event", "headers", "request-headers"],
  ["event", "multiValueHeaders", "request-headers"],
  ["event", "body", "request-body"],
  ["event", "queryStringParameters", "request-query"],
  ["event", "requestContext.identity.sourceIp", "client-address"],
  ["event", "requestContext.http.sourceIp", "client-address"],
  ["socket client", "handshake.address", "client-address"],
  ["socket client", "handshake.headers", "request-headers"],
  ["socket client", "handshake.auth", "authorization"],
  // Browsers
  ["document", "cookie", "cookies"],
  ["location", "href", "url"],
  ["location", "search", "url-query"],
  ["location", "hash", "url-query"],
  ["document", "URL", "url"],
  ["document", "documentURI", "url"],
  ["document", "referrer", "url"],
  [EVENTS, "target.value", "input-value"],
  [EVENTS, "currentTarget.value", "input-value"],
  [EVENTS, "target.form", "form"],
  // What `framework-inputs.ts` calls by these names
  ["procedure", "input", "request-body"],
  ["linking", "url", "url"],
  // Forms and routers, by the hooks that hand them out
  ["useFormik() useFormikContext() useForm()", "values", "form"],
  // Auth.js
  ["useSession()", "data", "session"],
  ["useRouter()", "asPath", "url"],
  ["useRoute() $route this.$route", "fullPath", "url"],
  // Node, bundlers
  ["process", "env", "environment"],
  ["import.meta", "env", "environment"],
];

/** The results of methods, by name; the owner is the last name before it. */
const METHODS: readonly (readonly [owners: string, method: string, origin: Origin])[] = [
  ["localStorage sessionStorage AsyncStorage SecureStore", "getItem", "storage"],
  ["SecureStore", "getItemAsync", "storage"],
  ["searchParams URLSearchParams", "get", "url-query"],
  ["searchParams URLSearchParams", "getAll", "url-query"],
  ["formData FormData", "get", "form"],
  ["formData FormData", "getAll", "form"],
  ["headers", "get", "request-headers"],
  ["cookies cookieStore", "get", "request-cookies"],
  ["Cookies", "get", "cookies"],
  [REQUESTS, "json", "request-body"],
  [REQUESTS, "formData", "form"],
  [REQUESTS, "get", "request-headers"],
  [REQUESTS, "header", "request-headers"],
  ["useForm useFormContext", "getValues", "form"],
  ["useForm useFormContext", "watch", "form"],
  ["Linking", "getInitialURL", "url"],
  ["Linking", "useURL", "url"],
  ["location", "toString", "url"],
  ["store", "getState", "state"],
  ["jwt jsonwebtoken", "verify", "claims"],
  ["jwt jsonwebtoken", "decode", "claims"],
  ["jose", "jwtVerify", "claims"],
  ["jose", "decodeJwt", "claims"],
];

/** The results of functions, by name. */
const FUNCTIONS: ReadonlyMap<string, Origin> = new Map([
  ["jwtDecode", "claims"],
  ["jwt_decode", "claims"],
  // https://authjs.dev/getting-started/session-management/get-session, https://github.com/vvo/iron-session
  ["getServerSession", "session"],
  ["unstable_getServerSession", "session"],
  ["getIronSession", "session"],
  ["jwtVerify", "claims"],
  ["decodeJwt", "claims"],
]);

/** Their results for an h3 event. Nitro and Nuxt, which build on h3, auto-import them. */
const OF_EVENTS: ReadonlyMap<string, Origin> = new Map([
  ["readBody", "request-body"],
  ["readRawBody", "request-body"],
  ["readValidatedBody", "request-body"],
  ["readFormData", "form"],
  ["readMultipartFormData", "form"],
  ["getQuery", "request-query"],
  ["getValidatedQuery", "request-query"],
  ["getHeaders", "request-headers"],
  ["getRequestHeaders", "request-headers"],
  ["parseCookies", "request-cookies"],
]);

/** Arguments that select the current session instead of one of many: `getSession(req)`. */
const OF_VISITOR = /^(?:req|request|ctx|context|event|headers|\w*[oO]ptions)$/;

const H3 = /^(?:h3|#imports|nitro(?:pack)?(?:\/.*)?)$/;

const CONSTRUCTORS: ReadonlyMap<string, Origin> = new Map([["FormData", "form"]]);

/** Names that are the global objects of a browser. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["window", "globalThis", "self", "document", "global"]);

const COORDINATES: ReadonlySet<string | undefined> = new Set([
  "position",
  "pos",
  "geolocation",
  "geoposition",
  "location",
]);

const MEMBERS_BY_OWNER = byOwner(MEMBERS);
const METHODS_BY_OWNER = byOwner(METHODS);

function byOwner(
  table: readonly (readonly [owners: string, name: string, origin: Origin])[],
): ReadonlyMap<string, Origin> {
  const found = new Map<string, Origin>();
  for (const [owners, name, origin] of table) {
    for (const owner of owners.split(" ")) found.set(`${owner}.${name}`, origin);
  }
  return found;
}

/** The most names that a path of the tables has. */
const MAX_PATH = 4;

/**
 * Where an expression's data comes from by the platform's own account. A name counts only while the file does
 * not define it as something else: a parameter `req` is a request, a constant `req` is what it was set to.
 */
export function dataOriginOf(value: MemberValue | CallValue): Origin | undefined {
  return value.kind === "member" ? originOfMember(value) : originOfCall(value);
}

function originOfMember(member: MemberValue): Origin | undefined {
  // The HTTP clients' errors hold the request that failed.
  if (member.name === "config" && isFailure(member.object)) return "request";
  if (member.name === "value" && isElement(member.object)) return "input-value";
  if (member.name !== undefined && isCookies(member)) return "request-cookies";
  if (isWithinBody(member)) return "request-body";
  if (member.name === "session" && isSession(member.object)) return "session";
  const path = platformPath(member);
  if (path === undefined) return undefined;
  const known = MEMBERS_BY_OWNER.get(path.join("."));
  if (known !== undefined) return known;
  if (path.at(-1) === "coords" && COORDINATES.has(path.at(-2))) return "position";
  if (path.at(-1) === "value" && ANGULAR_FORM.test(path.slice(0, -1).join("."))) return "form";
  return isInputValue(path) ? "input-value" : undefined;
}

/** `req.cookies.sid`, `cookies().get("session").value` */
function isCookies({ object, name }: MemberValue): boolean {
  const is = resolve(object);
  return (
    is.origin === "request-cookies" && (is.kind === "call" ? name === "value" : is.kind === "member" && !isCookies(is))
  );
}

/** Properties that contain a request's whole content: `const { payload } = req.body`. */
const ENVELOPES: ReadonlySet<string | undefined> = new Set([
  "payload",
  "data",
  "body",
  "input",
  "form",
  "fields",
  "attributes",
  "values",
]);

function isWithinBody({ object, name }: MemberValue): boolean {
  return ENVELOPES.has(name) && resolve(object).origin === "request-body";
}

/** The property of Supabase's result that contains the session: `(await supabase.auth.getSession()).data`. */
function isSession(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "member" && is.name === "data" && resolve(is.object).origin === "session";
}

/** `error`, `error.response` */
function isFailure(value: Value): boolean {
  if (value.kind === "member" && value.name === "response") return isFailure(value.object);
  return value.isError === true || value.type?.name === "AxiosError";
}

/** `document.getElementById("email")` */
function isElement(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && is.callee.kind === "member" && ELEMENTS.has(is.callee.name);
}

const ELEMENTS: ReadonlySet<string | undefined> = new Set(["getElementById", "querySelector"]);

/** Angular's `this.form`, `this.loginForm`. */
const ANGULAR_FORM = /^this\.(?:\w+F|f)orm$/;

/** `emailRef.current.value`, `passwordInput.value` */
function isInputValue(path: readonly string[]): boolean {
  const [owner, current] = [path.at(-3), path.at(-2)];
  if (path.at(-1) !== "value") return false;
  return current === "current"
    ? owner?.endsWith("Ref") === true
    : current !== undefined && /(?:^i|I)nput(?:El|Element)?$/u.test(current);
}

function originOfCall(call: CallValue): Origin | undefined {
  const callee = call.callee.kind === "name" && !call.construct ? resolve(call.callee) : call.callee;
  if (callee.kind === "name") {
    if (call.construct) return callee.binding === undefined ? CONSTRUCTORS.get(callee.name) : undefined;
    if (callee.name === "getSession" && isOfVisitor(call.arguments)) return "session";
    return FUNCTIONS.get(callee.name) ?? (call.arguments.length === 0 ? undefined : originOfEvent(callee));
  }
  return callee.kind === "member" && !call.construct ? originOfMethod(callee, call.arguments) : undefined;
}

/** Whether a session is that of whoever visits, and none of many that are told by an id. */
function isOfVisitor([of, ...others]: readonly Value[]): boolean {
  if (of === undefined || of.kind === "record") return true;
  return others.length === 0 && of.kind === "name" && OF_VISITOR.test(of.name);
}

/** The result of an h3 function: imported, or not defined in the file. */
function originOfEvent({ binding, name }: NameValue): Origin | undefined {
  if (binding === undefined) return OF_EVENTS.get(name);
  const from = binding.import;
  return from !== undefined && H3.test(from.module) ? OF_EVENTS.get(from.name) : undefined;
}

function originOfMethod(callee: MemberValue, given: readonly Value[]): Origin | undefined {
  const [argument] = given;
  if (callee.name === undefined) return undefined;
  if (callee.name === "fromEntries" && callee.object.kind === "name" && callee.object.name === "Object") {
    return originOfEntries(argument);
  }
  if (callee.name === "getSession" && isOfVisitor(given)) return "session";
  if (callee.name === "toJSON" && isFailure(callee.object)) return "failed-request";
  if (callee.name === "getRawValue" && matches(nameOf(callee.object), /(?:^f|F)orm$/)) return "form";
  const owner = ownerName(callee.object);
  if (owner === undefined) return undefined;
  const origin = METHODS_BY_OWNER.get(`${owner}.${callee.name}`);
  return origin === "request-headers" && isAuthorization(argument) ? "authorization" : origin;
}

function isAuthorization(argument: Value | undefined): boolean {
  return argument?.kind === "text" && argument.text.toLowerCase() === "authorization";
}

/** `Object.fromEntries(formData)`, `Object.fromEntries(formData.entries())` */
function originOfEntries(entries: Value | undefined): Origin | undefined {
  if (entries === undefined) return undefined;
  const method = entries.kind === "call" && entries.callee.kind === "member" ? entries.callee : undefined;
  const owner = ownerName(method?.name === "entries" ? method.object : entries);
  if (owner === "formData" || owner === "FormData") return "form";
  return owner === "searchParams" || owner === "URLSearchParams" ? "url-query" : undefined;
}

/** The name of an object, or of its constructor: `new URLSearchParams(…)`, `cookies()`. */
function ownerName(object: Value): string | undefined {
  const is = resolve(object);
  if (is.kind === "call") {
    const { callee } = is;
    return callee.kind === "name" ? callee.name : undefined;
  }
  return is.kind === "name" || is.kind === "member" ? is.name : undefined;
}

/** The path of a member whose root the file leaves undefined, without the global object before it. */
function platformPath(member: MemberValue): readonly string[] | undefined {
  const path: string[] = [];
  let current: Value = member;
  while (current.kind === "member" && path.length <= MAX_PATH) {
    if (current.name === undefined) return undefined;
    path.unshift(current.name);
    current = current.object;
  }
  const root = current.kind === "name" ? resolve(current) : current;
  // What is a member of something else is nothing of the platform's, whatever its own members are called.
  if (root.kind === "member" && root !== current) return [...(platformPath(root) ?? [""]), ...path];
  if (root.kind === "call") return root.callee.kind === "name" ? [`${root.callee.name}()`, ...path] : undefined;
  if (root.kind !== "name") return undefined;
  const isGlobal = GLOBAL_OBJECTS.has(root.name) && (root.name !== "document" || path[0] === "location");
  return isGlobal ? path : [root.name, ...path];
}
