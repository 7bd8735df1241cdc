import { describe, expect, test } from "vitest";
import { policyOf, redactIn } from "../../src/sensitive-data/index.ts";

const none = { allow: [], deny: [], sanitizers: [], owners: [] };

describe("what is declared of a name", () => {
  test.each([
    [{ allow: ["a.b"] }, { deny: ["a.b"] }, "allowed"],
    [{ deny: ["a.b"] }, { allow: ["a.b"] }, "denied"],
    [{}, { allow: ["*.b"] }, "allowed"],
    [{}, { allow: ["b"], deny: ["b"] }, "allowed"],
    [{ allow: ["c"] }, { deny: ["a.c"] }, undefined],
  ])("the first that knows it decides: %j before %j", (first, second, said) => {
    expect(policyOf({ ...none, ...first }, { ...none, ...second }).declared(["a", "b"])).toBe(said);
  });

  test("the function that makes harmless is a sanitizer, in each language", () => {
    const { sanitizers } = policyOf(
      { ...none, sanitizers: ["log.veil"], redact: { name: "privacy.hide" } },
      { ...none, redact: { rust: { name: "crate::privacy::redact" } } },
    );
    expect([...sanitizers]).toEqual(["veil", "hide", "redact"]);
  });
});

describe("the function that makes a value harmless", () => {
  const redact = { name: "redact" };
  test.each([
    [redact, redact, redact],
    [{ rust: redact }, undefined, redact],
    [undefined, undefined, undefined],
  ])("of %j is, in JavaScript: %j, in Rust: %j", (given, inJavaScript, inRust) => {
    expect(redactIn("javascript", given)).toBe(inJavaScript);
    expect(redactIn("rust", given)).toBe(inRust);
  });
});
