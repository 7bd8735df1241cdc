import { knownOf, nameOf, resolve, textOf, workOf, type CallValue, type Value } from "../breadcrumb/index.ts";

/** What functions are called that read a member of an object of their own, or of the one before the name. */
const READING =
  /^(?:get|read|use|load|fetch|lookup|watch)?(?:config|option|setting|env|envvar|field|fieldvalue|column|header|param|queryparam|searchparam|cookie|attribute|property|prop|secret|arg|localstorage|sessionstorage|storage|item|value|inputvalue|variable|env)$/;

/** Objects that hold texts, rules or marks under the names of data: translations, schemas, errors. */
const TABLES =
  /(?:^|_)(?:t|i18n|intl|translations?|strings|messages|labels?|schemas?|shape|validators?|errors|regex|routes|icons|registry|container|injector|queryclient|axios|http|api|app|router|client|server)$/i;

/** A name that can be that of a member: no sentence, no address, no template. */
const KEY = /^[\w$-]+(?:[.:][\w$-]+|\[[\w$-]+\])*$/;

/** What a call reads by a name that is written there: `params.get("email")`, `getColumn(row, "ssn")`. */
export interface Access {
  /** The object that it reads of, where it is one of the call's values. */
  readonly object: Value | undefined;
  /** The names, outermost first: `["db", "password"]` for `config.get("db.password")`. */
  readonly path: readonly string[];
}

/**
 * What a call reads by a literal key.
 * @returns undefined where it reads nothing, or reads of a table of texts, schemas or the like.
 */
export function accessed(call: CallValue): Access | undefined {
  const { callee, arguments: given, construct } = call;
  const name = nameOf(callee);
  if (construct || name === undefined || given.length === 0) return undefined;
  // `_.map(users, "email")`
  const work = workOf(call);
  if (knownOf(callee)?.does === "map" && work.on === given[0]) return ofOther(given);
  const reads = knownOf(callee)?.does === "read";
  const path = keyIn(given[0], name.startsWith("pointer"));
  if (reads && callee.kind === "member" && path !== undefined) {
    return isTable(callee.object) ? undefined : { object: callee.object, path };
  }
  // Of a function, `get(user, "email")`, the key is not alone.
  if (!READING.test(name.replaceAll("_", "").toLowerCase()) && !(reads && given.length > 1)) return undefined;
  return path === undefined ? ofOther(given) : { object: undefined, path };
}

function ofOther([object, key]: readonly Value[]): Access | undefined {
  const path = keyIn(key);
  return path === undefined || object === undefined || isTable(object) ? undefined : { object, path };
}

/** `/user/email`, a JSON pointer (RFC 6901). */
const POINTER = /^(?:\/[\w$-]+)+$/;

/** @param isPointer whether the key is one that leads through several objects by slashes. */
function keyIn(value: Value | undefined, isPointer = false): readonly string[] | undefined {
  const text = value && textOf(value);
  if (isPointer && text !== undefined && POINTER.test(text)) return text.split("/").slice(1);
  return text !== undefined && KEY.test(text) ? text.split(/[.:[\]]+/).filter((part) => part !== "") : undefined;
}

function isTable(object: Value): boolean {
  const is = resolve(object);
  if (is.kind === "call" && is.construct && holdsConstants(is)) return true;
  const name = [object, is].map(nameOf).find((known) => known !== undefined);
  if (name === undefined) return false;
  return TABLES.test(name.replace(/(?<=[a-z])(?=[A-Z])/g, "_")) || /^[A-Z][A-Z\d_]*$/.test(name);
}

/** `new Map([["email", "E-mail"]])` */
function holdsConstants({ arguments: [entries] }: CallValue): boolean {
  const list = entries && resolve(entries);
  if (list?.kind !== "list" || list.items.length === 0) return false;
  return list.items.every((item) => {
    const pair = resolve(item);
    return pair.kind === "list" && pair.items.every((part) => part.kind === "text" || part.kind === "number");
  });
}
