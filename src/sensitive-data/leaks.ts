import {
  nameOf,
  pathOf,
  resolve,
  textOf,
  type CallValue,
  type Field,
  type MemberValue,
  type NameValue,
  type Origin,
  type RecordValue,
  type Value,
  type ValueType,
} from "../breadcrumb/index.ts";
import { attributeOf, findingOfAttribute } from "./attributes.ts";
import { classifyLiteral } from "./literals.ts";
import { classifyCallee, classifyName, finding, type Finding, type Kind } from "./names.ts";
import { isPlural, wordsOf } from "./words.ts";
import { cutsText, isSplitAtDomain, partOf } from "./partial.ts";

/** One piece of personal data, or one secret, that an expression carries. */
export interface Leak extends Finding {
  /** The smallest expression through which it leaves: in the value itself, or in a record that a name stands for. */
  readonly at: Value;
  /** The way it came, from its source to `at`: the expressions as written. */
  readonly way: readonly string[];
  /** The source itself: `user.email`. */
  readonly source: Value;
  /** The record's field around it, where there is one. */
  readonly field: Field | undefined;
  /** Whether other code may read the record that holds it: a change there would reach further than the breadcrumb. */
  readonly shared: boolean;
  /** Whether something turns it into text: an object that nothing renders does not show what it holds. */
  readonly rendered: boolean;
  /** Whether the project itself declares it sensitive, whatever it is. */
  readonly declared: boolean;
  /** The attribute of Sentry's conventions that its key is, for evidence by a key that they mark for scrubbing. */
  readonly attribute?: string | undefined;
}

/** What a project says of its own names. */
export interface Policy {
  /** Whether a name or path (`owner.name`) is declared harmless (true) or sensitive (false). */
  readonly declared: (path: readonly string[]) => "allowed" | "denied" | undefined;
  /** Functions whose result is harmless, by the last part of their name. */
  readonly sanitizers: ReadonlySet<string | undefined>;
  /** Further nouns for persons: what such an object is called. */
  readonly owners: readonly string[];
}

/** What is known of a value: the leaks that it carries; without any, whether it is known to be harmless. */
interface Verdict {
  readonly leaks: readonly Leak[];
  readonly known: boolean;
}

const CLEAN: Verdict = { leaks: [], known: true };
const UNKNOWN: Verdict = { leaks: [], known: false };

/** So deep Sentry shows what an object holds. */
const MAX_NESTING = 2;

/** Deeper expressions are not written by hand; what is below is not judged. */
const MAX_DEPTH = 100;

/** Finds what an expression carries of personal data and secrets. */
export type LeakFinder = (value: Value) => readonly Leak[];

/**
 * A finder for one file: it remembers what it has judged, so that a value which is used many times is judged once.
 */
export function leakFinder(policy: Policy): LeakFinder {
  const judged = new Map<Value, Verdict>();

  function judge(value: Value, depth: number): Verdict {
    const known = judged.get(value);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return UNKNOWN;
    judged.set(value, UNKNOWN);
    const verdict = judgeKind(value, depth + 1);
    judged.set(value, verdict);
    return verdict;
  }

  function judgeKind(value: Value, depth: number): Verdict {
    switch (value.kind) {
      case "number":
      case "boolean":
      case "nothing":
      case "function":
        return CLEAN;
      case "text":
        return judgeText(value, value.text);
      case "template":
        return together(value.parts.map((part) => withoutObjects(judge(part, depth))));
      case "list":
        return together(value.items.map((item) => judge(item, depth)));
      case "choice":
        return together(value.branches.map((branch) => judge(branch, depth)));
      case "record":
        return judgeRecord(value, [], depth);
      case "operation":
        return value.result === "boolean" || value.result === "number" || value.operator === "typeof"
          ? CLEAN
          : { ...together(value.operands.map((operand) => judge(operand, depth))), known: false };
      case "name":
      case "member":
        return judgeReference(value, depth);
      case "call":
        return judgeCall(value, depth);
      case "unknown":
        return judgeType(value, value.type) ?? judgeOrigin(value) ?? UNKNOWN;
    }
  }

  function judgeText(value: Value, text: string): Verdict {
    const literal = classifyLiteral(text);
    return literal === undefined ? CLEAN : leak(value, literal.finding);
  }

  function judgeRecord(record: RecordValue, under: readonly string[], depth: number): Verdict {
    const fields = record.fields.flatMap((field) => judgeField(field, under, depth));
    const spreads = record.spreads.flatMap((spread) => judge(spread, depth).leaks);
    return { leaks: [...fields, ...spreads], known: true };
  }

  function judgeField(field: Field, under: readonly string[], depth: number): readonly Leak[] {
    const path = field.name === undefined ? under : [...under, ...field.name.split(".")];
    if (policy.declared(path) === "allowed") return [];
    const { value } = field;
    const own = value.kind === "record" ? judgeRecord(value, path, depth) : judge(value, depth);
    const key = field.computedKey === undefined ? CLEAN : judge(field.computedKey, depth);
    const leaks = own.leaks.length > 0 || own.known || field.name === undefined ? own.leaks : judgeKey(value, path);
    return [...leaks, ...key.leaks].map((found) => ({ ...found, field: found.field ?? field }));
  }

  /** What the key says of a value that says nothing itself. */
  function judgeKey(value: Value, path: readonly string[]): readonly Leak[] {
    if (policy.declared(path) === "denied") return declaredLeak(value).leaks;
    const attribute = attributeOf(path);
    const said = classifyName(path, policy) ?? (attribute === undefined ? undefined : findingOfAttribute(attribute));
    if (typeof said !== "object") return [];
    if (attribute === undefined && said.kind === "object" && isText(value.type)) return [];
    const { leaks } = leak(value, said.kind === "object" && attribute === undefined ? { ...said, tier: 2 } : said);
    return leaks.map((found) => ({ ...found, attribute }));
  }

  function judgeReference(value: NameValue | MemberValue, depth: number): Verdict {
    const path = namePathOf(value);
    const declared = policy.declared(path);
    if (declared === "allowed") return CLEAN;
    if (declared === "denied") return declaredLeak(value);

    if (value.kind === "member" && value.name === "message" && isError(value.object)) {
      const { leaks, known } = judge(value.object, depth);
      return { known, leaks: leaks.map((found) => through(found, value)) };
    }
    if (value.kind === "member" && value.index === 1 && isSplitAtDomain(value.object)) return CLEAN;

    const held = value.definition === undefined ? UNKNOWN : judge(value.definition, depth);
    if (held.known || held.leaks.length > 0) {
      return { known: held.known, leaks: held.leaks.map((found) => through(found, value)) };
    }
    if (value.kind === "member" && value.name === undefined) return judgeItem(value, depth);
    const named = judgeOrigin(value) ?? judgeName(value, path);
    if (named.known || value.kind === "name") return named;
    // The same through an alias: `const u = account.owner` makes `u.name` the name of an owner.
    const owner = resolve(value.object);
    return owner === value.object ? named : judgeName(value, [...namePathOf(owner), ...path.slice(-1)]);
  }

  function judgeItem(value: MemberValue, depth: number): Verdict {
    const list = judge(value.object, depth);
    return list.leaks.length > 0 || list.known
      ? { known: list.known, leaks: list.leaks.map((found) => through(found, value)) }
      : (judgeOrigin(value) ?? judgeName(value, namePathOf(value)));
  }

  function judgeName(value: Value, path: readonly string[]): Verdict {
    const byType = judgeType(value, value.type);
    const said = classifyName(path, policy);
    if (said === "clean") return CLEAN;
    if (said === undefined || (said.kind === "object" && isText(value.type))) return byType ?? UNKNOWN;
    const harmless = byType?.leaks.length === 0;
    return harmless && !survives(said.kind, value.type, path) ? CLEAN : leak(value, said);
  }

  /** What type information says; undefined when it says nothing. */
  function judgeType(value: Value, type: ValueType | undefined): Verdict | undefined {
    if (type === undefined) return undefined;
    if (type.kind === "boolean" || type.kind === "number" || type.kind === "literals") return CLEAN;
    const { name = "" } = type;
    if (GUARDED_TYPE.test(name)) return CLEAN;
    const said = classifyName([name], policy);
    const holder = type.kind === "list" ? type.item : type;
    if (holder !== undefined && isPersonal(holder, 0)) return leak(value, finding("object"));
    if (said === "clean" || type.properties.length > 0) return CLEAN;
    return said === undefined || type.kind === "record" ? undefined : leak(value, said);
  }

  /** Whether a type declares a property that is personal by its name, itself or in an object that it holds. */
  function isPersonal({ properties }: ValueType, nesting: number): boolean {
    return properties.some(({ name, type }) => {
      if (type?.kind === "boolean" || type?.kind === "literals") return false;
      const said = classifyName([name], policy);
      if (typeof said === "object" && said.tier === 1 && said.kind !== "object") return true;
      return type !== undefined && nesting < MAX_NESTING && isPersonal(type, nesting + 1);
    });
  }

  function judgeCall(call: CallValue, depth: number): Verdict {
    const name = nameOf(call.callee);
    if (policy.sanitizers.has(name)) return CLEAN;
    const part = partOf(call, (path) => classifyName(path, policy));
    if (part === "harmless") return CLEAN;
    const result = call.result === undefined ? UNKNOWN : judge(call.result, depth);
    if (result.known || result.leaks.length > 0) {
      return { known: result.known, leaks: result.leaks.map((found) => through(found, call)) };
    }
    const origin = judgeOrigin(call);
    if (origin !== undefined) return origin;
    if (name === undefined) return UNKNOWN;

    const mapped = mappedBy(call, name);
    if (mapped !== undefined) return judge(mapped, depth);
    if (part !== undefined) return together(part.map((path) => judgeName(call, path)));
    const said = calleeOf(call, name);
    if (said === "boolean" || said === "number" || said === "sanitized") return CLEAN;
    if (said === "rendering") return judgeRendering(call, depth);
    if (ITEMS.has(name) && call.callee.kind === "member") return judge(call.callee.object, depth);
    return said === undefined ? (judgeType(call, call.type) ?? UNKNOWN) : judgeName(call, [said.returns]);
  }

  /** The text of what is rendered survives: receiver and arguments, whole objects with all that they hold. */
  function judgeRendering(call: CallValue, depth: number): Verdict {
    const receiver = call.callee.kind === "member" ? [call.callee.object] : [];
    const { leaks, known } = together([...receiver, ...call.arguments].map((value) => judge(value, depth)));
    return { known, leaks: leaks.map((found) => ({ ...found, rendered: true })) };
  }

  return (value) => distinct(judge(value, 0).leaks);
}

/** Functions that yield what the function which they are given returns, for one value or for each of many. */
const MAPPING: ReadonlySet<string> = new Set([
  "map",
  "flatMap",
  "flat_map",
  "filter_map",
  "then",
  "and_then",
  "map_or_default",
]);

/** Methods that yield an item of a list, or some of them: what they are given chooses, and does not leave. */
const ITEMS: ReadonlySet<string> = new Set([
  "at",
  "filter",
  "find",
  "findLast",
  "first",
  "flat",
  "last",
  "nth",
  "reverse",
  "rev",
  "shift",
  "sort",
  "toReversed",
  "toSorted",
]);

function mappedBy({ arguments: given }: CallValue, name: string): Value | undefined {
  if (!MAPPING.has(name)) return undefined;
  const [mapper] = given.map(resolve);
  return mapper?.kind === "function" ? mapper.returns : undefined;
}

/** What a call's name says of its result; an error holds the text that it is built from. */
function calleeOf({ construct }: CallValue, name: string): ReturnType<typeof classifyCallee> {
  if (construct) return ERROR.test(name) ? "rendering" : undefined;
  return cutsText(name) ? "rendering" : classifyCallee(name);
}

const ERROR = /(?:error|exception)$/i;

function isError(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && is.construct && ERROR.test(nameOf(is.callee) ?? "");
}

function leak(value: Value, found: Finding, declared = false): Verdict {
  const source = { at: value, way: [value.source], source: value, declared };
  return { known: true, leaks: [{ ...found, ...source, field: undefined, shared: false, rendered: false }] };
}

/** A leak of what the project declares sensitive. */
function declaredLeak(value: Value): Verdict {
  return leak(value, finding("object"), true);
}

/** A leak of what a name holds: seen at the name, but in a record at the field, where somebody would mend it. */
function through(found: Leak, value: Value): Leak {
  const way = [...found.way, value.source];
  if (value.kind !== "name" || found.field === undefined) return { ...found, at: value, way, field: undefined };
  const own = value.binding?.uses.length === 1 && !value.binding.exported;
  return { ...found, way, shared: found.shared || !own };
}

function together(verdicts: readonly Verdict[]): Verdict {
  return { leaks: verdicts.flatMap(({ leaks }) => leaks), known: verdicts.every(({ known }) => known) };
}

/** A text shows an object as its type's name, unless something renders it. */
function withoutObjects(verdict: Verdict): Verdict {
  const leaks = verdict.leaks.map((found) =>
    found.kind === "object" && !found.rendered ? { ...found, tier: 2 as const } : found,
  );
  return { ...verdict, leaks };
}

function distinct(leaks: readonly Leak[]): readonly Leak[] {
  const seen = new Set<string>();
  return leaks.filter(({ at, kind }) => {
    const id = `${at.range[0]}:${at.range[1]}:${kind}`;
    return !seen.has(id) && seen.add(id);
  });
}

/** The names that an expression is read by: owners first, items and calls by what they yield. */
function namePathOf(value: Value): readonly string[] {
  const path: string[] = [];
  for (let current: Value | undefined = value; current !== undefined;) {
    if (current.kind === "name") {
      path.push(current.name);
      break;
    }
    if (current.kind === "member") {
      if (current.name !== undefined) path.push(current.name);
      current = current.object;
    } else if (current.kind === "call" && !current.construct) {
      const callee: Value = current.callee;
      const name: string | undefined = nameOf(callee);
      const said: ReturnType<typeof classifyCallee> = name === undefined ? undefined : classifyCallee(name);
      if (typeof said === "object") {
        path.push(said.returns);
        break;
      }
      current = said === "rendering" && callee.kind === "member" ? callee.object : undefined;
    } else {
      break;
    }
  }
  return path.reverse();
}

/** Numbers that say who somebody is, or let somebody in, all the same. */
const NUMERIC_KINDS: ReadonlySet<Kind> = new Set([
  "phone",
  "otp",
  "financial",
  "gov_id",
  "location",
  "password",
  "health",
  "demographic",
  "dob",
]);

/** Whether a number under this name is the datum itself; in the plural it counts. */
function survives(kind: Kind, type: ValueType | undefined, path: readonly string[]): boolean {
  return type?.kind === "number" && NUMERIC_KINDS.has(kind) && !path.flatMap(wordsOf).slice(-1).some(isPlural);
}

/** A text named after a person, or a list of such, is no whole object: an identifier as often as a name. */
function isText(type: ValueType | undefined): boolean {
  return (type?.kind === "list" ? type.item : type)?.kind === "text";
}

/** Types whose values show a placeholder wherever they are printed (`secrecy`, Effect's `Redacted`). */
const GUARDED_TYPE = /^(?:Secret(?:String|Box|Vec|Bytes)?|Redacted|Masked|Sensitive(?:String)?|Hidden|Opaque)$/;

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
  "input-value": finding("free_form", 2),
  url: finding("url_query", 2),
  position: finding("location"),
  claims: finding("object"),
};

/** Where a key chooses what is read: `storage.getItem("token")`, `headers.get("content-type")`. */
const KEYED: ReadonlySet<Origin> = new Set([
  "storage",
  "url-query",
  "request-headers",
  "request-cookies",
  "request-query",
]);

function judgeOrigin(value: Value): Verdict | undefined {
  const { origin } = value;
  if (origin === undefined) return undefined;
  const whole = ORIGINS[origin];
  const key = KEYED.has(origin) && value.kind === "call" ? value.arguments[0] : undefined;
  const name = key === undefined ? undefined : textOf(key);
  if (name === undefined) return whole && leak(value, whole);

  const said = classifyName([name]);
  if (said === "clean") return CLEAN;
  if (said !== undefined) return leak(value, said);
  return origin === "request-cookies" ? whole && leak(value, whole) : CLEAN;
}

/** Whether a leak is a member of an object that stands for a person, whose id could be sent instead. */
export function isOfPerson({ at, source, secret }: Leak, policy: Policy): boolean {
  if (at !== source || at.kind !== "member" || secret) return false;
  const path = pathOf(at.object);
  const named = path && classifyName([...path, "name"], policy);
  return typeof named === "object" && named.kind === "name";
}
