import {
  knownOf,
  matches,
  nameOf,
  resolve,
  runtimeTypeOf,
  textOf,
  workOf,
  type CallValue,
  type Behaviour,
  type Value,
} from "../breadcrumb/index.ts";
import type { Finding } from "./names.ts";
import { isPlural, wordsOf } from "./words.ts";

type Path = readonly string[];

/** So few characters from the end of a number distinguish two, but identify nobody: the last four of a card. */
const LAST_CHARACTERS = 4;
/** So few from the start show what sort of secret it is (`sk_live`). */
const FIRST_CHARACTERS = 8;

/**
 * What remains of a call's receiver or argument, for calls that return a part.
 * @param classify tells what a path of names stands for.
 * @returns "harmless" for a part that says nothing, the paths that are left for a choice of properties, undefined
 * for every other call.
 */
export function partOf(
  call: CallValue,
  classify: (path: Path) => Finding | "clean" | undefined,
): "harmless" | readonly Path[] | undefined {
  const does = knownOf(call.callee)?.does;
  switch (does) {
    case "json":
    case "stringify":
      return stringified(call, classify);
    case "pick":
    case "omit":
      return chosen(does, call, classify);
    default:
      return saysNothing(call, does) ? "harmless" : undefined;
  }
}

/** Whether what a call makes of a whole is too little of it, or none. */
function saysNothing(call: CallValue, does: Behaviour | undefined): boolean {
  const { on, given } = workOf(call);
  const [first, second] = given.map(resolve);
  switch (does) {
    case "slice":
    case "substring":
      if (isSplitAtDomain(on)) return isDomain(first);
      return startsAtDomain(first) ? second === undefined : isFew(does, first, second) && !isList(on);
    case "choose":
      return isDomain(first) && isSplitAtDomain(on);
    case "last":
      return hasHarmlessEnd(on);
    case "map":
      return isOfEntries(on) && first?.kind === "function" && blanks(first.returns);
    case "fold":
      return given.some((value) => isCounter(resolve(value)));
    case "replace":
      return (coversAll(first) && isMask(second)) || isMasking(first, second) || isOfLocalPart(first, second);
    default:
      return false;
  }
}

function isFew(does: "slice" | "substring", first: Value | undefined, second: Value | undefined): boolean {
  // `key.substring(key.length - 4)`
  if (first?.kind === "operation" && first.operator === "-") {
    const taken = first.operands[1] && resolve(first.operands[1]);
    return second === undefined && taken?.kind === "number" && taken.number <= LAST_CHARACTERS;
  }
  if (first?.kind !== "number") return false;
  if (first.number < 0) return does === "slice" && -first.number <= LAST_CHARACTERS;
  return first.number === 0 && second?.kind === "number" && second.number >= 0 && second.number <= FIRST_CHARACTERS;
}

/** Whether it is several complete things: `emails`, and not the digits of a number. */
function isList(value: Value | undefined): boolean {
  if (value === undefined) return false;
  const sort = runtimeTypeOf(value);
  if (sort !== undefined) return sort === "list";
  const last = wordsOf(nameOf(value) ?? "").at(-1) ?? "";
  return isPlural(last) && !/^(?:characters|chars|digits|initials|letters)$/.test(last);
}

/**
 * The array from which a call selects, `users` for `users.find(isOwner)`; undefined if an array of keys says what
 * remains.
 */
export function chosenFrom(call: CallValue): Value | undefined {
  const { callee, result } = call;
  if (callee.kind === "member" && result !== undefined && result === callee.object) return result;
  const does = knownOf(callee)?.does;
  if (does !== "choose" && does !== "last") return undefined;
  const { on, given } = workOf(call);
  return isOfEntries(on) && given.some(asksList) ? undefined : on;
}

/** `([key]) => ALLOWED.has(key)`, `([key]) => !SECRET.includes(key)` */
function asksList(predicate: Value): boolean {
  const is = resolve(predicate);
  if (is.kind === "function") return is.returns !== undefined && asksList(is.returns);
  if (is.kind === "operation") return is.operator === "in" || (is.operator === "!" && is.operands.some(asksList));
  return is.kind === "call" && knownOf(is.callee)?.does === "has" && is.arguments[0]?.kind === "name";
}

/** `Object.entries(user)` */
function isOfEntries(value: Value | undefined): boolean {
  const is = value && resolve(value);
  return is?.kind === "call" && knownOf(is.callee)?.does === "entries";
}

/** Whether what is made of an entry is a fixed text or nothing at times, which its key will decide. */
function blanks(returns: Value | undefined): boolean {
  const branches = returns?.kind === "choice" ? returns.branches : [returns];
  return branches.some((branch) => {
    if (branch?.kind !== "list") return false;
    const value = branch.items.at(-1);
    return leavesOut(value) || (branches.length > 1 && (value === undefined || isBlank(value)));
  });
}

/** What is counted up or asked for all of a list. */
function isCounter({ kind }: Value): boolean {
  return kind === "number" || kind === "boolean";
}

/** The place of the domain in what is split before it. */
function isDomain(index: Value | undefined): boolean {
  return index?.kind === "number" && (index.number === 1 || index.number === -1);
}

/** `email.indexOf("@")`, `email.lastIndexOf("@") + 1` */
function startsAtDomain(place: Value | undefined): boolean {
  const is = place && resolve(place);
  if (is?.kind === "operation") return is.operator === "+" && is.operands.some(startsAtDomain);
  if (is?.kind !== "call" || knownOf(is.callee)?.does !== "index") return false;
  const [text] = is.arguments;
  return text !== undefined && textOf(text) === "@";
}

/** Whether it is a string, of which a single character says nothing. */
export function isWhollyText(value: Value): boolean {
  const is = resolve(value);
  const isPart = is.kind === "member" && is.name === undefined && isSplit(is.object);
  return isPart || runtimeTypeOf(value) === "text";
}

function isSplit(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && knownOf(is.callee)?.does === "split";
}

/** `email.split("@")`, whose last part is the domain. */
export function isSplitAtDomain(value: Value | undefined): boolean {
  return separatorOf(value) === "@";
}

/** What is split in parts of which the last are no more than a few: a domain, or the region of a key (`key-us21`). */
export function hasHarmlessEnd(value: Value | undefined): boolean {
  const separator = separatorOf(value);
  return separator === "@" || separator === "-";
}

function separatorOf(value: Value | undefined): string | undefined {
  const call = value && resolve(value);
  if (call?.kind !== "call" || knownOf(call.callee)?.does !== "split") return undefined;
  const [separator] = call.arguments;
  return separator && textOf(separator);
}

/**
 * A pattern, as written, that matches every character, or all but the last few or some punctuation: `/./g`,
 * `/.(?=.{4})/g`, `/[^@.]/g`, `/\d/g`.
 */
function coversAll(pattern: Value | undefined): boolean {
  return (
    pattern !== undefined &&
    /^\/(?:\.|\\[dwS]|\[\^[^\]\w\\-]+\])[+*]?(?:\(\?=[^)]*\))?\/[a-fh-z]*g[a-z]*$/.test(pattern.source)
  );
}

function isMask(replacement: Value | undefined): boolean {
  return replacement?.kind === "text" && /^[^\p{L}\p{N}]$|^x$|^[^\w$]*redacted[^\w$]*$/iu.test(replacement.text);
}

/** A pattern that takes in a run of characters, as written: `.*`, `\w+`, `[^@]{3,}`. */
const RUN = /(?:\.|\\[wdSW]|\[(?:\\.|[^\]\\])+\])(?:[*+]|\{\d+(?:,\d*)?\})/;
/** A string of punctuation, apart from groups of the pattern that it keeps. */
const MARKS = /^(?:\$[\d&]|[^\p{L}\p{N}$]|x(?=x|$))*$/u;

/** Whether a replacement leaves marks where a run of characters was: `replace(/(.{2}).*@/, "$1***@")`. */
function isMasking(pattern: Value | undefined, replacement: Value | undefined): boolean {
  if (pattern === undefined || replacement === undefined) return false;
  if (!pattern.source.startsWith("/")) return false;
  if (replacement.kind === "function") return isOfMarks(replacement.returns);
  if (replacement.kind !== "text" || !MARKS.test(replacement.text) || !/[*•x#]{2}|…|\.{3}/.test(replacement.text))
    return false;
  const groups = [...pattern.source.matchAll(/\((?!\?)([^()]*)\)/g)].map(([, group = ""]) => group);
  const kept = [...replacement.text.matchAll(/\$(\d|&)/g)].map(([, place = ""]) => groups[Number(place) - 1]);
  const keepsLittle = kept.every((group) => group !== undefined && isShort(group));
  const taken = kept.length === 0 ? pattern.source : pattern.source.replace(/\((?!\?)[^()]*\)/g, "");
  return keepsLittle && RUN.test(taken);
}

/** Whether a replacement removes everything before the domain: `replace(/^.*@/, "")`. */
function isOfLocalPart(pattern: Value | undefined, replacement: Value | undefined): boolean {
  if (replacement?.kind !== "text" || replacement.text.includes("$")) return false;
  return pattern !== undefined && /^\/\^?(?:\.|\[\^@\])[+*]\??@?\/[a-z]*$/.test(pattern.source);
}

/** `"*".repeat(text.length)` */
function isOfMarks(value: Value | undefined): boolean {
  const is = value && resolve(value);
  if (is?.kind === "template") return is.parts.some(isOfMarks);
  if (is?.kind !== "call" || is.callee.kind !== "member" || knownOf(is.callee)?.does !== "repeat") return false;
  return matches(textOf(is.callee.object), /^[^\p{L}\p{N}]$|^x$/iu);
}

/** A group of a pattern that keeps a few characters: `.{2}`, `.`, `\d\d`, `@.*` for a domain. */
function isShort(group: string): boolean {
  if (group.includes("@")) return true;
  const counts = [...group.matchAll(/\{(?:\d+,)?(\d+)\}/g)].map(([, count]) => Number(count));
  return !/[*+]|\{\d+,\}/.test(group) && counts.every((count) => count <= LAST_CHARACTERS);
}

/**
 * `JSON.stringify(user, ["id"])` writes the listed keys alone; a function that leaves some out or puts others in their
 * place is trusted to know which.
 */
function stringified(call: CallValue, classify: Parameters<typeof partOf>[1]): ReturnType<typeof partOf> {
  const [object, second] = call.arguments;
  if (object === undefined || second === undefined) return undefined;
  const replacer = resolve(second);
  if (replacer.kind === "list" && replacer.complete) {
    const names = replacer.items.map(textOf);
    const owner = nameOf(object) ?? "";
    return left(
      names.flatMap((name) => (name === undefined ? [] : [[owner, name]])),
      classify,
    );
  }
  if (replacer.kind === "function") return leavesOut(replacer.returns) ? "harmless" : undefined;
  return replacer.kind === "name" || replacer.kind === "member" || replacer.kind === "call" ? "harmless" : undefined;
}

/** Whether a function sometimes returns a constant string or nothing. */
function leavesOut(returns: Value | undefined): boolean {
  return returns?.kind === "choice" && returns.branches.some(isBlank);
}

function isBlank({ kind }: Value): boolean {
  return kind === "text" || kind === "nothing";
}

function left(paths: readonly Path[], classify: Parameters<typeof partOf>[1]): "harmless" | readonly Path[] {
  return paths.some((path) => typeof classify(path) === "object") ? paths : "harmless";
}

/**
 * Whether what is taken off an object is all that matters: a secret alone leaves the person who has it, and of headers
 * the credentials matter.
 */
export function isEnough(
  owner: string,
  taken: readonly (string | undefined)[],
  classify: Parameters<typeof partOf>[1],
): boolean {
  const whole = classify([owner]);
  if (typeof whole === "object" && whole.kind === "auth_header") {
    return taken.some((name) => name?.toLowerCase() === "authorization");
  }
  if (typeof whole !== "object" || whole.kind !== "object") return true;
  const said = taken.map((name) => (name === undefined ? undefined : classify([owner, name])));
  return said.length === 0 || said.some((found) => found === undefined || (typeof found === "object" && !found.secret));
}

/** An object without some properties. */
export function leftOf(
  object: Value,
  taken: readonly (string | undefined)[],
  classify: Parameters<typeof partOf>[1],
): "harmless" | readonly Path[] {
  const owner = nameOf(object) ?? "";
  const properties = object.type?.properties.map((property) => property.name) ?? [];
  const kept = properties.filter((each) => !taken.includes(each));
  if (properties.length > 0) return kept.map((property) => [owner, property]);
  return isEnough(owner, taken, classify) ? "harmless" : [[owner]];
}

function chosen(
  does: "pick" | "omit",
  call: CallValue,
  classify: (path: Path) => Finding | "clean" | undefined,
): "harmless" | readonly Path[] | undefined {
  const [object, ...rest] = call.arguments;
  if (object === undefined) return undefined;
  const names = rest.map(resolve).flatMap((value) => (value.kind === "list" ? value.items.map(resolve) : [value]));
  const texts = names.map(textOf);
  const owner = nameOf(object) ?? "";
  if (does === "omit") return leftOf(object, texts, classify);
  return left(
    texts.flatMap((text) => text ?? []).map((property) => [owner, property]),
    classify,
  );
}
