import { describe, expect, test } from "vitest";
import { isUntouched, scrubber, type Scrubber } from "../../src/sentry/scrubbing.ts";

const standard = scrubber({ words: [], allow: [] });

/** What is found in a text: what Sentry looks for, and the word around it. */
function inText(text: string, { isWhole = true, by = standard }: { isWhole?: boolean; by?: Scrubber } = {}) {
  const found = by.inText(text, isWhole);
  return found && [found.match, text.slice(found.start, found.end)];
}

describe("in a text", () => {
  test.each([
    ["the word around it", "User Unauthorized.", "auth", "Unauthorized"],
    ["the first of several", "password, auth", "password", "password"],
    ["the first of several, whatever the order of the list", "auth, password", "auth", "auth"],
    ["a token before a mark", "token:abc def", "token:", "token:"],
    ["a token in a word before a mark", "next_tokens2=5", "tokens2=", "tokens2="],
    ["in a long text", `Unauthorized ${"a ".repeat(100)}`, "auth", "Unauthorized"],
    ["far behind", `${"a ".repeat(100)}Unauthorized`, "auth", "Unauthorized"],
    ["all of it", "OTP", "otp", "OTP"],
  ])("%s", (_, text, match, word) => {
    expect(inText(text)?.map((part, index) => (index === 0 ? part.toLowerCase() : part))).toEqual([match, word]);
  });

  test.each([
    ["nothing is scrubbed", "Signed in"],
    ["there is no mark behind a token", "token refreshed"],
    ["a word that has to be alone is not", "otp sent"],
    ["the text is data", `auth ${"a".repeat(10_000)}`],
  ])("not where %s", (_, text) => {
    expect(inText(text)).toBeUndefined();
  });

  test("a word that has to be alone is looked for in whole texts only", () => {
    expect(inText("two-factor")).toEqual(["two-factor", "two-factor"]);
    expect(inText("two-factor", { isWhole: false })).toBeUndefined();
    expect(inText("auth", { isWhole: false })).toEqual(["auth", "auth"]);
  });

  test("words of the project, which are meant to the letter", () => {
    const by = scrubber({ words: ["c++", "i.d"], allow: [] });
    expect(inText("Built c++17", { by })).toEqual(["c++", "c++"]);
    expect(inText("i.d", { by })).toEqual(["i.d", "i.d"]);
    expect(inText("ccc, ind", { by })).toBeUndefined();
  });

  test("whose word it is: Sentry's, where it is in both lists", () => {
    const { inText, inKey } = scrubber({ words: ["author", "iban"], allow: [] });
    expect(inText("author", true)).toMatchObject({ match: "auth", isOwn: false });
    expect(inText("IBAN", true)).toMatchObject({ match: "IBAN", isOwn: true });
    expect(inKey("iban")).toMatchObject({ isOwn: true });
  });

  test("not what is allowed", () => {
    const by = scrubber({ words: ["iban"], allow: ["Author", "PASSWORD", "Iban"] });
    expect(inText("author", { by })).toBeUndefined();
    expect(inText("The author's auth", { by })).toEqual(["auth", "auth"]);
    expect(inText("passwords", { by })).toBeUndefined();
    expect(inText("iban", { by })).toBeUndefined();
  });
});

describe("in a key", () => {
  test.each([
    ["authMethod", "auth"],
    ["inputTokens", "Token"],
    ["otp", "otp"],
    ["two_factor", "two_factor"],
    ["x-api-key", "api-key"],
  ])("%s: %s", (key, match) => {
    expect(standard.inKey(key)?.match).toBe(match);
  });

  test("not what is allowed", () => {
    const { inKey } = scrubber({ words: [], allow: ["AuthMethod", "Token"] });
    expect(inKey("authMethod")).toBeUndefined();
    expect(inKey("inputTokens")).toBeUndefined();
    expect(inKey("authMethods")?.match).toBe("auth");
  });
});

test.each([
  ["", true],
  ["null", true],
  ["undefined", true],
  ["none", false],
])("the text %j stays under any key: %s", (text, stays) => {
  expect(isUntouched(text)).toBe(stays);
});
