import { nameOf, resolve, textOf, type CallValue, type Value } from "../breadcrumb/index.ts";
import type { Finding } from "./names.ts";

type Path = readonly string[];

/** So few characters from the end of a number tell two apart and nobody who they are: the last four of a card. */
const LAST_CHARACTERS = 4;
/** So few from the start show what sort of secret it is (`sk_live`). */
const FIRST_CHARACTERS = 7;

const CUTTING: ReadonlySet<string> = new Set([
  "slice",
  "substring",
  "substr",
  "split",
  "pop",
  "replace",
  "replaceAll",
  "replace_all",
]);

/** Whether a function cuts a text or exchanges parts of it: what is left is the text, if it is not a harmless part. */
export function cutsText(name: string): boolean {
  return CUTTING.has(name);
}

/**
 * What a call leaves of its receiver or argument, for calls that leave a part.
 * @param classify tells what a path of names stands for.
 * @returns "harmless" for a part that says nothing, the paths that are left for a choice of properties, undefined
 * for every other call.
 */
export function partOf(
  call: CallValue,
  classify: (path: Path) => Finding | "clean" | undefined,
): "harmless" | readonly Path[] | undefined {
  const { callee } = call;
  const name = nameOf(callee);
  const [first, second] = call.arguments.map(resolve);
  switch (name) {
    case "slice":
    case "substring":
    case "substr":
      return isFew(name, first, second) ? "harmless" : undefined;
    case "pop":
    case "last":
    case "next_back":
      return callee.kind === "member" && isSplitAtDomain(callee.object) ? "harmless" : undefined;
    case "replace":
    case "replaceAll":
      return coversAll(first) && isMask(second) ? "harmless" : undefined;
    case "pick":
    case "omit":
      return chosen(name, call, classify);
    default:
      return undefined;
  }
}

function isFew(name: string, first: Value | undefined, second: Value | undefined): boolean {
  if (first?.kind !== "number") return false;
  if (first.number < 0) return name !== "substring" && -first.number <= LAST_CHARACTERS;
  return first.number === 0 && second?.kind === "number" && second.number >= 0 && second.number <= FIRST_CHARACTERS;
}

const SPLITTING: ReadonlySet<string | undefined> = new Set(["split", "split_once", "rsplit_once"]);

/** `email.split("@")`, whose last part is the domain. */
export function isSplitAtDomain(value: Value): boolean {
  const call = resolve(value);
  if (call.kind !== "call" || !SPLITTING.has(nameOf(call.callee))) return false;
  const [separator] = call.arguments;
  return separator !== undefined && textOf(separator) === "@";
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

function chosen(
  name: "pick" | "omit",
  call: CallValue,
  classify: (path: Path) => Finding | "clean" | undefined,
): "harmless" | readonly Path[] | undefined {
  const [object, ...rest] = call.arguments;
  if (object === undefined) return undefined;
  const names = rest.map(resolve).flatMap((value) => (value.kind === "list" ? value.items.map(resolve) : [value]));
  const texts = names.map(textOf);
  const owner = nameOf(object) ?? "";
  if (name === "omit") {
    const left = object.type?.properties.map((property) => property.name).filter((left) => !texts.includes(left));
    return left === undefined ? "harmless" : left.map((property) => [owner, property]);
  }
  const paths = texts.flatMap((text) => text ?? []).map((property) => [owner, property]);
  return paths.some((path) => typeof classify(path) === "object") ? paths : "harmless";
}
