import type { FunctionName } from "../breadcrumb/index.ts";
import { wordsOf } from "./words.ts";

/** A project's own names. */
export interface Policy {
  /** Whether a name or path (`owner.name`) is declared harmless (true) or sensitive (false). */
  readonly declared: (path: readonly string[]) => "allowed" | "denied" | undefined;
  /** Functions whose result is harmless, by the last part of their name. */
  readonly sanitizers: ReadonlySet<string | undefined>;
  /** Further nouns for persons: what such an object is called. */
  readonly owners: readonly string[];
}

/**
 * What a project declares of its names.
 * @param allow names or paths (`owner.name`) that are harmless; `*` stands for any owner or name.
 * @param deny the same for what is sensitive.
 * @param sanitizers names of functions whose result is harmless.
 * @param owners nouns for persons, beside the usual ones.
 * @param redact the function that makes a value harmless, whose result is harmless, too.
 */
export interface Declared {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly sanitizers: readonly string[];
  readonly owners: readonly string[];
  readonly redact?: Redact | undefined;
}

/** One function, or one for each language by its name. */
type Redact = FunctionName | Readonly<Record<string, FunctionName>>;

/**
 * What is known of the names in a file.
 * @param declared what its settings say, and before that what deviates from them: the first that knows a name decides.
 */
export function policyOf(...declared: readonly Declared[]): Policy {
  const matchers = declared.map(({ allow, deny }) => ({ allow: allow.map(matcherOf), deny: deny.map(matcherOf) }));
  const functions = declared.flatMap(({ sanitizers, redact }) => [
    ...sanitizers,
    ...(redact === undefined ? [] : functionsOf(redact).map(({ name }) => name)),
  ]);
  return {
    declared: (path) => {
      for (const { allow, deny } of matchers) {
        if (allow.some((matches) => matches(path))) return "allowed";
        if (deny.some((matches) => matches(path))) return "denied";
      }
      return undefined;
    },
    sanitizers: new Set(functions.map((name) => name.replace(/.*(?:\.|::)/s, ""))),
    owners: declared.flatMap(({ owners }) => owners),
  };
}

/** The function that makes a value harmless, in a language. */
export function redactIn(language: string, redact: Redact | undefined): FunctionName | undefined {
  return redact === undefined || isOne(redact) ? redact : redact[language];
}

function isOne(redact: Redact): redact is FunctionName {
  return typeof redact.name === "string";
}

function functionsOf(redact: Redact): readonly FunctionName[] {
  return isOne(redact) ? [redact] : Object.values(redact);
}

/** A pattern matches the end of a path, in any spelling: `user.nick_name` is `user.nickName`. */
function matcherOf(pattern: string): (path: readonly string[]) => boolean {
  const segments = pattern.split(".").map(spelling);
  return (path) => {
    const tail = path.slice(-segments.length).map(spelling);
    return (
      tail.length === segments.length && segments.every((segment, index) => segment === "*" || segment === tail[index])
    );
  };
}

function spelling(name: string): string {
  return name === "*" ? name : wordsOf(name).join(" ");
}
