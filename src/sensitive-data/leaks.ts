import {
  arrivesEmpty,
  accessed,
  handedOn,
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
} from "../breadcrumb/index.ts";
import { attributeOf, findingOfAttribute } from "./attributes.ts";
import { carried, CLEAN, leak, stronger, through, together, UNKNOWN, type Leak, type Verdict } from "./evidence.ts";
import { classifyLiteral } from "./literals.ts";
import {
  classifyCallee,
  classifyName,
  finding,
  isAboutData,
  isFreeText,
  isHomograph,
  isPersonal,
  type Finding,
} from "./names.ts";
import { isSplitAtDomain, partOf } from "./partial.ts";
import { initialOf } from "./states.ts";
import { evidenceOfType, isNumberOf, isText } from "./type-evidence.ts";

/** What a project says of its own names. */
export interface Policy {
  /** Whether a name or path (`owner.name`) is declared harmless (true) or sensitive (false). */
  readonly declared: (path: readonly string[]) => "allowed" | "denied" | undefined;
  /** Functions whose result is harmless, by the last part of their name. */
  readonly sanitizers: ReadonlySet<string | undefined>;
  /** Further nouns for persons: what such an object is called. */
  readonly owners: readonly string[];
}

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
        return judgeList(value.items, depth);
      case "choice":
        return together(value.branches.map((branch) => judge(branch, depth)));
      case "record":
        return judgeRecord(value, [], depth);
      case "operation":
        // The names of an object's keys are no more than its type.
        return value.result === "boolean" || value.result === "number" || /^(?:typeof|in)$/.test(value.operator)
          ? CLEAN
          : { ...together(value.operands.map((operand) => judge(operand, depth))), harmless: undefined };
      case "name":
      case "member":
        return judgeReference(value, depth);
      case "call":
        return judgeCall(value, depth);
      case "unknown":
        return stronger(judgeOrigin(value) ?? UNKNOWN, judgeType(value), value);
    }
  }

  function judgeText(value: Value, text: string): Verdict {
    const literal = classifyLiteral(text);
    return literal === undefined ? CLEAN : leak(value, literal.finding);
  }

  function judgeList(items: readonly Value[], depth: number): Verdict {
    const verdicts = items.map((item) => judge(item, depth));
    const placed = verdicts.map(({ leaks, harmless }, index) => ({
      harmless,
      leaks: leaks.map((found) => ({ ...found, keys: [`[${index}]`, ...found.keys] })),
    }));
    return together(placed);
  }

  function judgeRecord(record: RecordValue, under: readonly string[], depth: number): Verdict {
    const fields = record.fields.flatMap((field) => judgeField(field, under, depth));
    const spreads = record.spreads.flatMap((spread) => judge(spread, depth).leaks);
    return { leaks: [...fields, ...spreads], harmless: "proof" };
  }

  function judgeField(field: Field, under: readonly string[], depth: number): readonly Leak[] {
    const path = field.name === undefined ? under : [...under, ...field.name.split(".")];
    const { value } = field;
    if (policy.declared(path) === "allowed" || arrivesEmpty(value)) return [];
    const own = value.kind === "record" ? judgeRecord(value, path, depth) : judge(value, depth);
    const key = field.computedKey === undefined ? CLEAN : judge(field.computedKey, depth);
    const { leaks } = field.name === undefined ? own : stronger(withAnswer(own, value), judgeKey(value, path), value);
    const all = [...leaks, ...key.leaks].map((found) => ({
      ...found,
      field: found.field ?? field,
      keys: [keyOf(field), ...found.keys],
    }));
    const { spread } = field;
    return spread === undefined ? all : all.map((found) => through(found, spread));
  }

  /** What the key says of a value. */
  function judgeKey(value: Value, path: readonly string[]): Verdict {
    if (policy.declared(path) === "denied") return declaredLeak(value);
    const attribute = attributeOf(path);
    const named = classifyName(path, policy);
    const said = attribute === undefined || typeof named === "object" ? named : findingOfAttribute(attribute);
    if (said === undefined) return UNKNOWN;
    if (said === "clean") return { leaks: [], harmless: "noun" };
    if (attribute === undefined && said.kind === "object" && isText(value.type)) return UNKNOWN;
    const { leaks } = leak(value, said.kind === "object" && attribute === undefined ? { ...said, tier: 2 } : said);
    return { harmless: undefined, leaks: leaks.map((found) => ({ ...found, attribute })) };
  }

  function judgeReference(value: NameValue | MemberValue, depth: number): Verdict {
    const path = namePathOf(value);
    const declared = policy.declared(path);
    if (declared === "allowed") return CLEAN;
    if (declared === "denied") return declaredLeak(value);

    if (value.kind === "member") {
      if (isSanitised(value.object)) return CLEAN;
      if (value.index === 1 && isSplitAtDomain(value.object)) return CLEAN;
      if (value.name === "message" && errorsIn(value.object).length > 0) {
        return carried(
          { ...together(errorsIn(value.object).map((error) => judge(error, depth))), harmless: "proof" },
          value,
        );
      }
      if (RESULTS.has(value.name) && isHandedOn(value.object)) return carried(judge(value.object, depth), value);
    }
    const held = value.definition === undefined ? UNKNOWN : carried(judge(value.definition, depth), value);
    return stronger(
      held,
      value.kind === "member" && value.name === undefined ? judgeItem(value, depth) : judgeOwn(value, path),
      value,
    );
  }

  /** What a name or member says itself: by the platform, by its words, by those of what it is a member of. */
  function judgeOwn(value: NameValue | MemberValue, path: readonly string[]): Verdict {
    const typeOfOwner =
      value.kind === "member" ? (value.object.type?.name ?? resolve(value.object).type?.name) : undefined;
    const isThing = typeOfOwner !== undefined && isHomograph(path.at(-2) ?? "") && !isPersonal(typeOfOwner, policy);
    const named = judgeName(value, isThing ? path.slice(-1) : path);
    const own = stronger(judgeOrigin(value) ?? UNKNOWN, named, value);
    const [last = ""] = path.slice(-1);
    if (typeOfOwner !== undefined && isHomograph(last) && classifyName([typeOfOwner, last], policy) === "clean") {
      return { leaks: [], harmless: "about" };
    }
    const isDecided = own.leaks.some(({ tier }) => tier === 1) || own.harmless !== undefined;
    if (isDecided || value.kind === "name") return own;
    // The same through an alias, `const u = account.owner`, and by a type: `u.name` of a `User`.
    const owner = resolve(value.object);
    const aliases = owner === value.object || isThing ? [] : [namePathOf(owner)];
    const owners = [...aliases, ...(typeOfOwner === undefined ? [] : [[typeOfOwner]])];
    const verdicts = owners.map((names) => judgeName(value, [...names, ...path.slice(-1)]));
    const isSaid = ({ leaks, harmless }: Verdict): boolean =>
      leaks.some(({ tier }) => tier === 1 || own.leaks.length === 0) ||
      (harmless !== undefined && own.leaks.length === 0);
    return verdicts.find(isSaid) ?? own;
  }

  function judgeItem(value: MemberValue, depth: number): Verdict {
    const initial = initialOf(value);
    if (initial !== undefined) return judgeInitial(initial, value, depth);
    const list = carried(judge(value.object, depth), value);
    const is = resolve(value.object);
    // What a function hands out in a list has names where it is taken out of it, and no part of the function's.
    const named = is.kind === "call" && accessed(is) === undefined ? UNKNOWN : judgeName(value, namePathOf(value));
    return stronger(list, stronger(judgeOrigin(value) ?? UNKNOWN, named, value), value);
  }

  /** What a state begins with: a number or true stays one, and what an object is to hold is told by its keys. */
  function judgeInitial(initial: Value, value: Value, depth: number): Verdict {
    const is = resolve(initial);
    if (is.kind === "number" || is.kind === "boolean") return CLEAN;
    const { leaks } = judge(initial, depth);
    if (leaks.length > 0) return { leaks: leaks.map((found) => through(found, value)), harmless: undefined };
    const property = is.kind === "record" ? personalKey(is, []) : undefined;
    return property === undefined ? UNKNOWN : leak(value, finding("object"), { property });
  }

  /** A key that says that its value is personal, where nothing stands there yet. */
  function personalKey(record: RecordValue, under: readonly string[]): readonly string[] | undefined {
    for (const { name, value } of record.fields) {
      if (name === undefined) continue;
      const path = [...under, name];
      if (value.kind === "record" && path.length <= MAX_NESTING) {
        const inner = personalKey(value, path);
        if (inner !== undefined) return inner;
      }
      const isEmpty = value.kind === "nothing" || (value.kind === "text" && value.text === "");
      const said = isEmpty ? classifyName(path, policy) : undefined;
      if (typeof said === "object" && said.tier === 1) return path;
    }
    return undefined;
  }

  function judgeName(value: Value, path: readonly string[]): Verdict {
    const byType = judgeType(value);
    const said = classifyName(path, policy);
    const isProof = byType.harmless === "proof";
    if (said === undefined) return byType;
    if (said === "clean") {
      const isAbout = isAboutData(path.at(-1) ?? "");
      const harmless = isProof ? "proof" : isAbout ? "about" : "noun";
      return isAbout ? { leaks: [], harmless } : { leaks: byType.leaks, harmless };
    }
    if (said.kind === "object" && isText(value.type)) return byType;
    if (isProof) return isNumberOf(said.kind, value.type, path) ? leak(value, said) : CLEAN;
    const [typed] = byType.leaks;
    // Of the same weight the type tells which property it is.
    const isTyped =
      typed !== undefined && (typed.tier < said.tier || (said.kind === "object" && typed.tier === said.tier));
    return isTyped ? byType : leak(value, said);
  }

  function judgeType(value: Value): Verdict {
    const said = evidenceOfType(value.type, policy);
    if (said === undefined) return UNKNOWN;
    return said === "harmless" ? CLEAN : leak(value, said.found, { property: said.property });
  }

  function judgeCall(call: CallValue, depth: number): Verdict {
    const name = nameOf(call.callee);
    if (isSanitised(call)) return CLEAN;
    const initial = initialOf(call);
    if (initial !== undefined) return judgeInitial(initial, call, depth);
    const part = partOf(call, (path) => classifyName(path, policy));
    if (part === "harmless") return CLEAN;
    const result = call.result === undefined ? UNKNOWN : carried(judge(call.result, depth), call);
    return result.harmless === "proof" || result.leaks.length > 0 ? result : judgeCallee(call, name, part, depth);
  }

  function judgeCallee(
    call: CallValue,
    name: string | undefined,
    part: ReturnType<typeof partOf>,
    depth: number,
  ): Verdict {
    const access = accessed(call);
    const origin = judgeOrigin(call, access?.path);
    if (origin !== undefined) return origin;
    if (access !== undefined) {
      const owner = access.object === undefined ? [] : namePathOf(access.object);
      return judgeName(call, [...owner, ...access.path]);
    }
    const handed = handedOn(call);
    if (name === undefined) return handed === undefined ? UNKNOWN : judgeHandedOn(handed, depth);
    const mapped = mappedBy(call, name);
    if (mapped !== undefined) return judge(mapped, depth);
    if (typeof part === "object") return together(part.map((path) => judgeName(call, path)));
    if (signsToken(call)) return leak(call, finding("token"));
    const said = call.construct ? undefined : classifyCallee(name);
    if (said === "boolean" || said === "number" || said === "sanitized") return CLEAN;
    if (call.construct ? isErrorCall(call) || handed !== undefined : handed !== undefined) {
      return judgeHandedOn(handed ?? call.arguments, depth, call);
    }
    if (ITEMS.has(name) && call.callee.kind === "member") return judge(call.callee.object, depth);
    if (typeof said !== "object") return judgeType(call);
    const owner = call.callee.kind === "member" && said.returns === name ? namePathOf(call.callee.object) : [];
    const named = judgeName(call, [...owner, said.returns]);
    // `getConfig` and `useState` are no more than what they give.
    return named.harmless === "noun" ? { ...named, harmless: undefined } : named;
  }

  /** The text of what is handed on survives: whole objects with all that they hold. */
  function judgeHandedOn(values: readonly Value[], depth: number, call?: CallValue): Verdict {
    const isUnwrapped = UNWRAPPING.has(call === undefined ? undefined : nameOf(call.callee));
    const { leaks, harmless } = together(
      values.map((value) => (isUnwrapped ? unguarded(value, depth) : judge(value, depth))),
    );
    return { harmless, leaks: leaks.map((found) => ({ ...found, rendered: true })) };
  }

  /** What a type guards that shows a placeholder, once it is taken out of it. */
  function unguarded(value: Value, depth: number): Verdict {
    const verdict = judge(value, depth);
    const { type } = value;
    if (type?.name === undefined || verdict.leaks.length > 0) return verdict;
    const said = classifyName(namePathOf(value), policy);
    return leak(value, typeof said === "object" ? said : finding("api_key"));
  }

  function isSanitised(value: Value): boolean {
    const is = resolve(value);
    if (is.kind !== "call" || is.construct) return false;
    const name = nameOf(is.callee);
    return policy.sanitizers.has(name) || (name !== undefined && classifyCallee(name) === "sanitized");
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
  "reduce",
  "reduceRight",
  "fold",
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

const ERROR = /(?:error|exception)$/i;

/** An error holds the text that it is built from. */
function isErrorCall(call: CallValue): boolean {
  return call.isError === true || ERROR.test(nameOf(call.callee) ?? "");
}

/** The errors that a value may be, where the file makes them. */
function errorsIn(value: Value): readonly Value[] {
  const is = resolve(value);
  const branches = is.kind === "choice" ? is.branches.map(resolve) : [is];
  return branches.filter((each) => each.kind === "call" && each.construct && isErrorCall(each));
}

/** What a schema's parser and a promise of a request put their result under. */
const RESULTS: ReadonlySet<string | undefined> = new Set(["data", "value", "output"]);

function isHandedOn(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && is.result === undefined && accessed(is) === undefined && handedOn(is) !== undefined;
}

/** Methods that take a secret out of the type that guards it. */
const UNWRAPPING: ReadonlySet<string | undefined> = new Set(["expose_secret", "expose_secret_mut", "reveal"]);

/** `jwt.sign(claims, key)` */
function signsToken({ callee }: CallValue): boolean {
  return (
    callee.kind === "member" && callee.name === "sign" && /jwt|jsonwebtoken|jose/i.test(nameOf(callee.object) ?? "")
  );
}

/** A leak of what the project declares sensitive. */
function declaredLeak(value: Value): Verdict {
  return leak(value, finding("object"), { declared: true });
}

/** Nouns for what something is kept in, which say nothing of it. */
const CONTAINERS = /(?:state|config|settings?|options?|form|fields?|columns?|headers?|input|values?|query)$/i;

/** A value that is called an answer, `status` or `count`, is one under any key. */
function withAnswer(verdict: Verdict, value: Value): Verdict {
  const name = nameOf(value);
  const isAnswer = verdict.harmless === "noun" && name !== undefined && !CONTAINERS.test(name);
  return isAnswer ? { ...verdict, harmless: "about" } : verdict;
}

/** A text shows an object as its type's name, unless something renders it. */
function withoutObjects(verdict: Verdict): Verdict {
  const leaks = verdict.leaks.map((found) =>
    found.kind === "object" && !found.rendered ? { ...found, tier: 2 as const } : found,
  );
  return { ...verdict, leaks };
}

function keyOf({ name, computedKey }: Field): string {
  return name === undefined ? `[${computedKey?.source ?? ""}]` : `.${name}`;
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
      const access: ReturnType<typeof accessed> = accessed(current);
      if (access !== undefined) {
        path.push(...[...access.path].reverse());
        current = access.object;
        continue;
      }
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
  request: finding("object"),
  "request-context": finding("object"),
  "failed-request": finding("object"),
  state: finding("object", 2),
};

/** Where the credentials are in objects that hold more. */
const CREDENTIALS: ReadonlyMap<Origin, readonly string[]> = new Map([
  ["request", ["headers", "authorization"]],
  ["request-context", ["request", "headers", "authorization"]],
  ["failed-request", ["config", "headers", "authorization"]],
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

function judgeOrigin(value: Value, path?: readonly string[]): Verdict | undefined {
  const { origin } = value;
  if (origin === undefined) return undefined;
  const cookie = value.kind === "member" ? cookieOf(value) : undefined;
  if (cookie !== undefined) return SESSION.test(cookie) ? leak(value, finding("cookie")) : UNKNOWN;
  const whole = ORIGINS[origin];
  // `cookies().get("theme")?.value` is the value of that cookie.
  const reading = value.kind === "member" && RESULTS.has(value.name) ? value.object : value;
  const key = KEYED.has(origin) && reading.kind === "call" ? reading.arguments[0] : undefined;
  const text = key === undefined ? undefined : textOf(key);
  const names = path ?? (text === undefined ? undefined : [text]);
  if (!KEYED.has(origin) || names === undefined)
    return whole && leak(value, whole, { property: CREDENTIALS.get(origin) });

  const said = classifyName(names);
  if (typeof said === "object") return leak(value, said);
  if (origin === "request-cookies") return said === undefined ? whole && leak(value, whole) : CLEAN;
  if (origin === "form" && isFreeText(names.at(-1) ?? "")) return leak(value, finding("free_form"));
  return said === "clean" ? { leaks: [], harmless: "about" } : UNKNOWN;
}

/** Whether a leak is a member of an object that stands for a person, whose id could be sent instead. */
export function isOfPerson({ at, source, secret }: Leak, policy: Policy): boolean {
  if (at !== source || at.kind !== "member" || secret) return false;
  const path = pathOf(at.object);
  const named = path && classifyName([...path, "name"], policy);
  return typeof named === "object" && named.kind === "name";
}
