import { expect, test } from "vitest";
import { matchesPattern } from "../../src/sentry/patterns.ts";

test.each([
  ["a", "a", true],
  ["a", "ab", false],
  ["a.c", "abc", false],
  ["*", "", true],
  ["*/lib/track", "../../lib/track", true],
  ["*/lib/track", "lib/track", false],
  ["@sentry/*", "@sentry/node", true],
  ["a*b*c", "a-b-c", true],
  ["a*b*c", "a-c", false],
  ["a*a", "a", false],
  // What ends the text cannot be what stands before it as well.
  ["a*bc*c", "abc", false],
  ["a**b", "ab", true],
  ["*a*", "abc", true],
  ["*b*", "abc", true],
  // Of two pieces that are alike, each has its own place.
  ["*ab*ab*", "xab", false],
  ["*ab*ab*", "xabab", true],
  ["ab*bc", "abc", false],
])("%s for %s: %s", (pattern, text, matches) => {
  expect(matchesPattern(pattern, text)).toBe(matches);
});
