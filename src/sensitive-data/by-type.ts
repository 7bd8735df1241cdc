import { matches, type Value, type ValueType } from "../breadcrumb/index.ts";
import { CLEAN, leak, UNKNOWN, type Verdict } from "./evidence.ts";
import { classifyName, finding, isPersonal, isSingle, type Finding, type Kind, type NameOptions } from "./names.ts";
import { isEnough } from "./partial.ts";
import { isPlural, wordsOf } from "./words.ts";

/** So deep Sentry shows what an object holds. */
export const MAX_NESTING = 2;

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

/** Names that are numbers of records and chips when they are numbers. */
const SURROGATE = /^pin$|(?:^| )id (?:num|number|no)$/u;

/** Whether a number under this name is the datum itself; in the plural it counts, and a bare `pin` is one of a chip. */
export function isNumberOf(kind: Kind, type: ValueType | undefined, path: readonly string[]): boolean {
  const [last = ""] = path.flatMap(wordsOf).slice(-1);
  return (
    type?.kind === "number" &&
    NUMERIC_KINDS.has(kind) &&
    !isPlural(last) &&
    !SURROGATE.test(wordsOf(path.at(-1) ?? "").join(" "))
  );
}

/** A string or id named after a person, or an array of them, is not a whole object: `customer: CustomerId`. */
export function isText(type: ValueType | undefined): boolean {
  const each = type?.kind === "list" ? type.item : type;
  if (each?.kind === "text" || matches(each?.name, CHAIN_ADDRESS)) return true;
  return each?.kind === "other" && isSingle(each.name ?? "");
}

/** Whether a type says that a text is a number of a chain: `` `0x${string}` ``. */
export function isOfChain(type: ValueType | undefined): boolean {
  return type?.prefix === "0x";
}

/** What people call types whose values show a placeholder wherever they are printed. */
const GUARDED_TYPE = /^(?:Secret|Redacted|Masked|Sensitive|Hidden|Opaque)(?:String)?$/;

/** Whether values of a type show a placeholder wherever they are printed. */
function isGuarded(type: ValueType | undefined): boolean {
  return type?.known === "guarded" || matches(type?.name, GUARDED_TYPE);
}

/** Types of addresses on a chain or of a socket, which say nothing of a person (CosmWasm's `Addr`). */
const CHAIN_ADDRESS = /^(?:Addr|HumanAddr|CanonicalAddr)$/;

/** The verdict of a type on its values. */
interface TypeFinding {
  readonly found: Finding;
  /** The personal property, with the properties around it. */
  readonly property?: readonly string[] | undefined;
}

/** Whole persons by types whose names have other meanings as often: a member of a class, a profile of settings. */
const DOUBTFUL = /(?:member|profile|contact|guest|resident)$/i;

/**
 * What a type says: that a value is harmless, what it holds, or nothing. A name that is not resolved, and one that only
 * says what something is for (`State`, `Config`), say nothing.
 */
function evidenceOfType(type: ValueType | undefined, options: NameOptions): TypeFinding | "harmless" | undefined {
  if (type === undefined) return undefined;
  if (saysHarmless(type, options)) return "harmless";
  const holder = type.kind === "list" ? type.item : type;
  const property = holder && personalProperty(holder, options, []);
  if (property !== undefined) return { found: finding("object"), property };
  const inner = wrappedBy(type);
  if (inner !== undefined) return evidenceOfName(type.name, inner.kind, options);
  const isResolved = type.properties.length > 0 || (type.kind === "list" && (type.item?.properties.length ?? 0) > 0);
  if (isResolved) return "harmless";
  return evidenceOfName(type.kind === "list" ? type.item?.name : type.name, type.kind, options);
}

/** Whether a type says itself that its values are no data of somebody. */
function saysHarmless(type: ValueType, options: NameOptions): boolean {
  const { kind } = type;
  if (kind === "boolean" || kind === "number" || kind === "literals") return true;
  if (kind !== "list" && isOfAnswers(type)) return true;
  if (kind === "other" && isCutDown(type, options)) return true;
  return isGuarded(type) || type.known === "no-data";
}

/** Whether all values of a map are numbers or marks. */
function isOfAnswers({ item }: ValueType): boolean {
  return item?.kind === "boolean" || item?.kind === "number" || item?.kind === "literals";
}

/** Whether a type omits the personal property: `Omit<User, "email">`. */
function isCutDown({ name = "", literals }: ValueType, options: NameOptions): boolean {
  return literals.length > 0 && isEnough(asVariable(name), literals, (path) => classifyName(path, options));
}

/** A type's name as that of a variable. */
function asVariable(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What a type wraps that only gives it a name: `struct Email(String)`. */
function wrappedBy({ properties: [only, ...others] }: ValueType): ValueType | undefined {
  return only?.name === "0" && others.length === 0 && only.type?.kind === "text" ? only.type : undefined;
}

/** The verdict on a value from its type. */
export function judgeType(value: Value, options: NameOptions): Verdict {
  const said = evidenceOfType(value.type, options);
  if (said === undefined) return UNKNOWN;
  return said === "harmless" ? CLEAN : leak(value, said.found, { property: said.property });
}

/** The personal claims of a token. */
const CLAIMS = /^(?:(?:Id|Access|Jwt|Token|User|Auth)?Claims|JwtPayload|JWTPayload)$/;

/** The verdict of a type's name if its properties are not known: `EmailAddress`, `Customer`. */
function evidenceOfName(
  name: string | undefined,
  kind: ValueType["kind"],
  options: NameOptions,
): TypeFinding | undefined {
  if (name === undefined || CHAIN_ADDRESS.test(name)) return undefined;
  if (CLAIMS.test(name)) return { found: finding("object") };
  const said = classifyName([asVariable(name)], options);
  if (typeof said !== "object") return undefined;
  if (said.kind === "object")
    return {
      found: DOUBTFUL.test(name) && !isPersonal(name.replace(DOUBTFUL, ""), options) ? { ...said, tier: 2 } : said,
    };
  return kind === "record" || kind === "list" ? undefined : { found: said };
}

/** The first property of a type that is personal by its name, itself or in an object that it holds. */
function personalProperty(
  { properties }: ValueType,
  options: NameOptions,
  under: readonly string[],
): readonly string[] | undefined {
  for (const { name, type } of properties) {
    if (type?.kind === "boolean" || type?.kind === "literals" || isGuarded(type)) continue;
    const path = [...under, name];
    if (isPersonalAs(name, type, options)) return path;
    const inner = type !== undefined && under.length < MAX_NESTING ? personalProperty(type, options, path) : undefined;
    if (inner !== undefined) return inner;
    if (type?.kind === "other" && evidenceOfName(type.name, type.kind, options)?.found.tier === 1) return path;
  }
  return undefined;
}

/** Whether a property is personal by its name, and its type leaves room for that. */
function isPersonalAs(name: string, type: ValueType | undefined, options: NameOptions): boolean {
  const said = classifyName([name], options);
  if (typeof said !== "object" || said.tier !== 1 || said.kind === "object") return false;
  // A position on a screen is told from one on earth by what it has.
  if (said.kind === "location" && (type?.properties.length ?? 0) > 0) return false;
  return type?.kind !== "number" || isNumberOf(said.kind, type, [name]);
}
