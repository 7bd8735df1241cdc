import { knownOf, nameOf, type Value } from "../breadcrumb/index.ts";
import {
  booleanPrefixes,
  cleaningWords,
  gettingVerbs,
  numberSuffixes,
  ofLexer,
  privacyWords,
  sanitisingWords,
  verifiedWithAnswer,
  waysOfGetting,
} from "./callee-vocabulary.ts";
import { classifyName, isAboutData } from "./names.ts";
import { personVerbs, verbs } from "./vocabulary.ts";
import { canonical, wordsOf } from "./words.ts";

/** The verdict of a function's or method's name on its result. */
export type CalleeResult = "answer" | "sanitized" | { readonly returns: string };

/** What is known of a function's result, or what its name says; `rendering` is what it is given, in another form.*/
export function resultSaidBy(callee: Value): CalleeResult | "rendering" | undefined {
  const handsOn = knownOf(callee)?.handsOn;
  if (handsOn !== undefined) return handsOn === "nothing" ? "answer" : "rendering";
  const name = nameOf(callee);
  return name === undefined ? undefined : classifyCallee(name);
}

/**
 * What the name of a function or method (`isKnown`, `countUsers`, `maskPII`, `getEmail`) says of its result: an answer
 * or a number, a cleaned datum, or the datum named in `returns` (in camel case, for `classifyName`). `undefined` when
 * it says nothing.
 */
export function classifyCallee(name: string): CalleeResult | undefined {
  const words = wordsOf(name);
  if (asks(words)) return "answer";
  if (cleans(words)) return "sanitized";
  if (counts(words)) return "answer";
  const returns = givenBy(name, words);
  return returns === undefined ? undefined : { returns };
}

/** `isKnown`, `verifyPassword` */
function asks([first = "", ...rest]: readonly string[]): boolean {
  if (rest.length > 0 && booleanPrefixes.has(first)) return true;
  return first === "verify" && rest.some((word) => verifiedWithAnswer.has(word));
}

/** `maskPII`, `stripPersonalData` */
function cleans(words: readonly string[]): boolean {
  if (words.some((word) => sanitisingWords.has(word))) return true;
  return words.some((word) => cleaningWords.has(word)) && words.some((word) => privacyWords.has(word));
}

/** `countUsers`, `userTotal` */
function counts(words: readonly string[]): boolean {
  return words[0] === "count" || numberSuffixes.has(canonical(words.at(-1) ?? ""));
}

/** The result after which a function is named, in camel case: `getEmail`, `email()`. */
function givenBy(name: string, [first = "", ...rest]: readonly string[]): string | undefined {
  if (ofLexer.has(first) && rest.join() === "token") return undefined;
  if (rest.length > 0 && gettingVerbs.has(first)) return camelCase(withoutManner(rest));
  const own = classifyName([name]);
  if (typeof own === "object") return name;
  const acts = rest.length > 0 && (verbs.has(first) || personVerbs.has(first));
  return own === undefined || acts || !isAboutData(name) ? undefined : name;
}

/** `userOrThrow` and `userAsync` are a user. */
function withoutManner(words: readonly string[]): readonly string[] {
  const or = words.indexOf("or");
  const what = or > 0 ? words.slice(0, or) : words;
  return what.length > 1 && waysOfGetting.has(what.at(-1)) ? what.slice(0, -1) : what;
}

function camelCase(words: readonly string[]): string {
  return words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}
