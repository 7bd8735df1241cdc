import type { Policy } from "./leaks.ts";
import { wordsOf } from "./words.ts";

/**
 * What a project declares of its names.
 * @param allow names or paths (`owner.name`) that are harmless; `*` stands for any owner or name.
 * @param deny the same for what is sensitive.
 * @param sanitizers names of functions whose result is harmless.
 * @param owners nouns for persons, beside the usual ones.
 */
export function policyOf(lists: {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly sanitizers: readonly string[];
  readonly owners: readonly string[];
}): Policy {
  const allowed = lists.allow.map(matcherOf);
  const denied = lists.deny.map(matcherOf);
  return {
    declared: (path) => {
      if (allowed.some((matches) => matches(path))) return "allowed";
      return denied.some((matches) => matches(path)) ? "denied" : undefined;
    },
    sanitizers: new Set(lists.sanitizers.map((name) => name.replace(/.*(?:\.|::)/s, ""))),
    owners: lists.owners,
  };
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
