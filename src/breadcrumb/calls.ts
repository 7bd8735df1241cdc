import { nameOf, resolve, textOf } from "./read.ts";
import type { CallValue, Value } from "./value.ts";

/** Which of a call's values come back in its result. */
type HandedOn = "all" | "arguments" | "first" | "nothing";

interface Row {
  readonly handsOn: HandedOn;
  /** What the result is, where no function of that name yields anything else. */
  readonly yields?: "text" | "list";
  /** Whether the result is the text itself, apart from its case and the space around it. */
  readonly isSame?: true;
  /** The object that the function is a method of, or the module that exports it; without one any will do. */
  readonly of?: string;
  /** The names as one word in lower case: `toowned` is `toOwned` and `to_owned`. */
  readonly names: string;
}

/**
 * Functions and methods that hand on what they are given, in whatever form: of the standard libraries of all languages
 * and of what is used everywhere (lodash, Vue, Svelte, zod, i18next). Of the rows with a name the first that fits
 * counts.
 */
const ROWS: readonly Row[] = [
  { of: "json superjson", handsOn: "first", yields: "text", names: "stringify" },
  { of: "object", handsOn: "nothing", yields: "list", names: "keys getownpropertynames" },
  { of: "object", handsOn: "arguments", yields: "list", names: "values entries" },
  { of: "array", handsOn: "arguments", yields: "list", names: "from of" },
  { of: "util", handsOn: "arguments", yields: "text", names: "format inspect" },
  { handsOn: "nothing", yields: "text", names: "toisostring todatestring totimestring toutcstring" },
  {
    handsOn: "all",
    yields: "text",
    isSame: true,
    names: "tostring trim trimstart trimend tolowercase touppercase tolocalelowercase tolocaleuppercase",
  },
  { handsOn: "all", isSame: true, names: "toasciilowercase toasciiuppercase" },
  {
    handsOn: "all",
    yields: "text",
    names: `string tolocalestring join tofixed toprecision padstart padend replaceall substring btoa atob encodeuricomponent
      decodeuricomponent encodeuri decodeuri stringify sprintf vsprintf`,
  },
  // Texts again, objects in another form, and translations with what is put into them.
  {
    handsOn: "all",
    names: `tojson concat replace slice substr split escape unescape escapehtml sanitizehtml sanitize encodehtml
      striphtml striptags xss format inspect repeat normalize valueof capitalize lowercase uppercase lowerfirst
      upperfirst camelcase kebabcase snakecase encode t $t translate gettext formatmessage`,
  },
  {
    handsOn: "all",
    names: `clone structuredclone clonedeep freeze serialize from of values entries fromentries assign toraw unref
      tovalue snapshot tojs toobject urlsearchparams`,
  },
  // Schemas hand on what they have checked.
  {
    handsOn: "all",
    names: `parse parseasync safeparse safeparseasync validatesync cast plaintoinstance plaintoclass`,
  },
  {
    handsOn: "all",
    names: `pop replaceall cloned copied asstr asstring asbytes asref asmut asderef asslice toowned into intoinner
      intostring value borrow deref unwrap unwrapor unwrapordefault unwraporelse expect
      tovec tostringlossy display fromutf8lossy debug exposesecret reveal tostr ok okor okorelse`,
  },
];

const rowsByName: ReadonlyMap<string, readonly Row[]> = byName();

function byName(): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of ROWS) {
    for (const name of row.names.split(/\s+/).map(spelled)) found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}

function spelled(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** Whether a function of that name hands on what it is given. */
export function handsOn(name: string): boolean {
  return rowsByName.get(spelled(name))?.some((row) => row.handsOn !== "nothing") === true;
}

/** Whether a method yields the text that it is called on, apart from its case and the space around it. */
export function keepsText(method: string): boolean {
  return rowsByName.get(spelled(method))?.some(({ isSame }) => isSame === true) === true;
}

/** Whether all functions of that name yield a text. */
export function yieldsText(name: string): boolean {
  return rowsByName.get(spelled(name))?.some((row) => row.yields === "text" && row.of === undefined) === true;
}

/**
 * What of a call's receiver and arguments comes back in its result.
 * @returns undefined where nothing is known of the function.
 */
export function handedOn(call: CallValue): readonly Value[] | undefined {
  const { callee, arguments: given } = call;
  if (isTagged(call)) return given;
  const row = rowOf(call);
  switch (row?.handsOn) {
    case "all":
      return callee.kind === "member" ? [callee.object, ...given] : given;
    case "arguments":
      return given;
    case "first":
      return given.slice(0, 1);
    case "nothing":
      return [];
    case undefined:
      return undefined;
  }
}

/** What a call surely yields, by the name of its function; functions of the file are told by what they return. */
export function yieldOf(call: CallValue): "text" | "list" | undefined {
  if (call.construct || call.result !== undefined) return undefined;
  const { callee } = call;
  if (callee.kind === "name" && callee.binding !== undefined && moduleOf(callee) === undefined) return undefined;
  return rowOf(call)?.yields;
}

function rowOf({ callee }: CallValue): Row | undefined {
  const rows = rowsByName.get(spelled(nameOf(callee) ?? ""));
  return rows?.find(({ of }) => of === undefined || of.split(" ").includes(spelled(ownerOf(callee) ?? "")));
}

/** The object that a function is a method of, as far as the file does not define it, or the module that exports it. */
function ownerOf(callee: Value): string | undefined {
  const owner = callee.kind === "member" ? callee.object : callee;
  const module = moduleOf(owner);
  if (module !== undefined) return module;
  return callee.kind === "member" && owner.kind === "name" && owner.binding === undefined ? owner.name : undefined;
}

function moduleOf(value: Value): string | undefined {
  const module = value.kind === "name" ? value.binding?.import?.module : undefined;
  return module?.replace(/^node:/, "");
}

/** `` t`Sent to ${to}` `` */
function isTagged({ source, arguments: [only], callee }: CallValue): boolean {
  return only !== undefined && source.endsWith("`") && only.range[0] > callee.range[0] && only.source.endsWith("`");
}

/** Methods that give what an object holds under the name that they are given. */
const GETTERS: ReadonlySet<string> = new Set(
  `get getall getitem getitemasync getstring getvalue getvalues getfirst getheader getattribute getcookie getparameter
  header param field query cookie watch attr prop only input secret getelementbyid`.split(/\s+/),
);

/** What functions are called that do the same for an object of their own, or for the one before the name. */
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
export function accessed({ callee, arguments: given, construct }: CallValue): Access | undefined {
  const name = nameOf(callee);
  if (construct || name === undefined || given.length === 0) return undefined;
  if (callee.kind === "member" && GETTERS.has(spelled(name))) {
    const path = keyIn(given[0]);
    // Lodash's `_.get(user, "email")`
    if (path === undefined) return ofOther(given);
    return isTable(callee.object) ? undefined : { object: callee.object, path };
  }
  if (!READING.test(spelled(name)) && !(name === "get" && given.length > 1)) return undefined;
  const path = keyIn(given[0]);
  if (path !== undefined) return { object: undefined, path };
  return ofOther(given);
}

function ofOther([object, key]: readonly Value[]): Access | undefined {
  const path = keyIn(key);
  return path === undefined || object === undefined || isTable(object) ? undefined : { object, path };
}

function keyIn(value: Value | undefined): readonly string[] | undefined {
  const text = value && textOf(value);
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
