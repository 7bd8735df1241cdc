import type { Destination, WrapperParameter } from "./parameters.ts";
import { pathOf, resolve, textOf } from "./read.ts";
import { runtimeTypeOf, type RuntimeType } from "./runtime-type.ts";
import type { Value } from "./value.ts";

/**
 * The strings that a function passes on: only some, or all but some. Other values are written as numbers (`2`, `>= 2`),
 * members (`LogLevel.WARN`) or kinds (`<string>`, `<truthy>`). `<undefined>` is also what is left out.
 */
export interface TextFilter {
  readonly kind: "only" | "allBut";
  readonly texts: readonly string[];
}

/** Whether a filter, if there is one, accepts a string. */
export function letsThrough(filter: TextFilter | undefined, text: string): boolean {
  return filter === undefined || filter.texts.includes(text) === (filter.kind === "only");
}

/** A number that is compared, an enumeration's member, a kind of value. */
const COMPARED = /^([<>]=?) (-?\d+(?:\.\d+)?)$/u;
const MEMBER = /^([A-Z]\w*)\.\w+$/u;
const KIND = /^<(\w+)>$/u;

/** Whether a text in a filter stands for several values. */
export function isKind(text: string): boolean {
  return KIND.test(text) || COMPARED.test(text);
}

/** Whether a comparison, with its operator as written, holds for two numbers. */
export function doesCompare(left: number, operator: string, right: number): boolean {
  if (left === right) return operator.endsWith("=");
  return operator.startsWith(left > right ? ">" : "<");
}

/**
 * Whether a filter accepts a value.
 * @param value undefined for what is left out.
 * @returns undefined where the source does not tell.
 */
export function accepts({ kind, texts }: TextFilter, value: Value | undefined): boolean | undefined {
  const outcomes = texts.map((text) => isMeant(text, value, texts));
  if (outcomes.includes(true)) return kind === "only";
  return outcomes.includes(undefined) ? undefined : kind === "allBut";
}

/** Whether a text in a filter stands for a value. */
function isMeant(text: string, value: Value | undefined, texts: readonly string[]): boolean | undefined {
  const [, kind] = KIND.exec(text) ?? [];
  if (value === undefined) return kind === "undefined";
  const is = resolve(value);
  if (kind !== undefined) return isOfKind(kind, is);
  const [, operator, bound] = COMPARED.exec(text) ?? [];
  if (operator !== undefined && is.kind === "number") return doesCompare(is.number, operator, Number(bound));
  const written = is.kind === "number" ? String(is.number) : textOf(is);
  if (operator === undefined && written !== undefined) return isWritten(text, written, texts);
  const name = pathOf(is)?.slice(-2).join(".");
  if (ownerOf(name) !== undefined) return isNamed(text, name, texts);
  const literals = [is, value].flatMap(({ type }) => (type?.kind === "literals" ? type.literals : []));
  if (literals.length > 0) return literals.includes(text) ? undefined : false;
  const type = runtimeTypeOf(is);
  return type === undefined || type === "text" || type === "number" ? undefined : false;
}

/** `LogLevel` of `LogLevel.WARN` */
function ownerOf(text: string | undefined): string | undefined {
  return MEMBER.exec(text ?? "")?.[1];
}

/** Whether a text stands for a string or number that is known; what is listed by name alone may have that value. */
function isWritten(text: string, written: string, texts: readonly string[]): boolean | undefined {
  if (ownerOf(text) === undefined) return text === written;
  return texts.every((each) => ownerOf(each) !== undefined || isKind(each)) ? undefined : false;
}

/** Whether a text stands for a member of an enumeration; those that are meant are listed by their names, too. */
function isNamed(text: string, name: string | undefined, texts: readonly string[]): boolean | undefined {
  if (text === name) return true;
  const listed = ownerOf(text) === undefined ? texts : [text];
  return listed.some((each) => ownerOf(each) === ownerOf(name)) ? false : undefined;
}

const TYPES: Readonly<Record<RuntimeType, string>> = {
  boolean: "boolean",
  date: "object",
  element: "object",
  error: "object",
  function: "function",
  list: "object",
  nothing: "undefined",
  number: "number",
  promise: "object",
  record: "object",
  text: "string",
};

/** Whether a value is of the kind that a filter names. */
function isOfKind(kind: string, is: Value): boolean | undefined {
  const isObject = is.kind === "call" && is.construct;
  const type = isObject ? "record" : runtimeTypeOf(is);
  if (type === undefined) return undefined;
  switch (kind) {
    case "truthy":
      return isTruthy(is, TYPES[type]);
    case "Error":
      return is.isError ?? (isObject ? undefined : false);
    case "true":
    case "false":
      if (type !== "boolean") return false;
      return is.kind === "boolean" ? String(is.boolean) === kind : undefined;
    case "null":
      return is.kind === "nothing" && is.word === "null";
    default:
      return (is.kind === "nothing" && is.word === "null" ? "object" : TYPES[type]) === kind;
  }
}

function isTruthy(is: Value, type: string): boolean | undefined {
  switch (type) {
    case "undefined":
      return false;
    case "object":
    case "function":
      return true;
    default:
      if (is.kind === "boolean") return is.boolean;
      if (is.kind === "number") return is.number !== 0;
      return is.kind === "text" ? is.text !== "" : undefined;
  }
}

/** The strings that two filters both accept. */
export function bothFilters(one: TextFilter | undefined, other: TextFilter | undefined): TextFilter | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [first, second] = one.kind === "only" ? [one, other] : [other, one];
  const texts =
    first.kind === "only"
      ? first.texts.filter((text) => letsThrough(second, text))
      : [...new Set([...first.texts, ...second.texts])];
  return { kind: first.kind, texts };
}

/** A string that can be written in such a list. */
const WORD = /^[^|\s](?:[^|\r\n]*[^|\s])?$/u;

const FILTER = /^(.+?)( if)? (!?=) (.+)$/u;

/** The parsed destination of a parameter. */
interface Filtered {
  readonly destination: string;
  /** The strings to which it applies; undefined for all. */
  readonly filter: TextFilter | undefined;
  /** Whether nothing at all is recorded for the others. */
  readonly decides: boolean;
}

/** Separates a destination from its strings: `level != none|off`. */
export function filterOf(written: string): Filtered {
  const [, destination = written, decides, sign, texts = ""] = FILTER.exec(written) ?? [];
  if (sign === undefined) return { destination, filter: undefined, decides: false };
  const filter: TextFilter = { kind: sign === "=" ? "only" : "allBut", texts: texts.split("|") };
  return { destination, filter, decides: decides !== undefined };
}

/** The reverse, if the strings can be written like this. */
export function withFilter(
  destination: Destination | "_",
  filter: TextFilter | undefined,
  decides = false,
): WrapperParameter {
  const texts = filter?.texts.filter((text) => WORD.test(text)) ?? [];
  // Of those that are let through, none may be missing.
  const isWhole = filter?.kind === "allBut" || texts.length === filter?.texts.length;
  if (texts.length === 0 || !isWhole) return destination;
  return `${destination}${decides ? " if" : ""} ${filter.kind === "only" ? "=" : "!="} ${texts.join("|")}`;
}
