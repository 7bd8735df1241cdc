import { describe, expect, test } from "vitest";
import { javascript } from "../../src/languages/javascript.ts";
import { categoryJudge, shapedCategory, spellingOf, type CategoryShape } from "../../src/sentry/categories.ts";

describe("the judge of categories", () => {
  const known = categoryJudge([], true, javascript.recordingSdks);

  test.each([
    ["a letter is missing", "navigaton", "navigation"],
    ["a letter is doubled", "naviggation", "navigation"],
    ["a letter is wrong", "navication", "navigation"],
    ["neighbours are swapped", "navgiation", "navigation"],
    ["neighbours are swapped behind the first letter", "nvaigation", "navigation"],
    ["a letter is missing in a word of seven", "conole", "console"],
  ])("takes a category for another where %s", (_, written, meant) => {
    expect(known(written)).toEqual({ kind: "misspelt", instead: [meant] });
  });

  test.each([
    ["the first letter is missing", "avigation"],
    ["the last letter is another one", "navigatiom"],
    ["there is one letter more at the end", "navigations"],
    ["two letters are wrong", "navxyation"],
    ["two letters stand for one", "navixyation"],
    ["one letter stands for two", "navxation"],
    ["the word is short", "fettch"],
  ])("takes a category for one of its own where %s", (_, written) => {
    expect(known(written)?.kind).toBe("unlisted");
  });

  test.each([
    ["", { kind: "empty", instead: [] }],
    [" \t", { kind: "empty", instead: [] }],
    ["a".repeat(129), { kind: "long", instead: [] }],
    [" billing", { kind: "space", instead: ["billing"] }],
  ])("says of %j what is wrong", (category, fault) => {
    expect(known(category)).toEqual(fault);
  });

  test("proposes no pattern for a name", () => {
    const judge = categoryJudge(["checkout.*", "payment"], false, javascript.recordingSdks);
    expect(judge("Checkout")).toEqual({ kind: "unlisted", instead: [] });
    expect(judge("checkout.a")).toBeUndefined();
    expect(judge("paymant")).toEqual({ kind: "unlisted", instead: ["payment"] });
  });
});

describe("the shape of a category", () => {
  test.each<[category: string, shape: CategoryShape, shaped: string]>([
    ["user.signIn", "dotted", "user.sign.in"],
    ["user.signIn", "snake", "user.sign_in"],
    ["user.signIn", "kebab", "user.sign-in"],
    ["user.signIn", "camel", "user.signIn"],
    ["user.signIn", "any", "user.signIn"],
    ["HTTPRequest sent", "camel", "httpRequestSent"],
    ["user..action", "dotted", "user.action"],
    ["_user__action_", "snake", "user_action"],
    ["_user action_", "camel", "userAction"],
    ["http2Request", "kebab", "http2-request"],
    ["my_crate::db", "dotted", "my_crate::db"],
    ["@scope", "snake", "@scope"],
    ["a/B", "kebab", "a/B"],
  ])("%s, %s: %s", (category, shape, shaped) => {
    expect(shapedCategory(category, shape)).toBe(shaped);
  });
});

describe("one spelling for a category", () => {
  test.each<[title: string, written: readonly string[], shape: CategoryShape, spelling: string]>([
    ["the most frequent one", ["user-action", "user_action", "user_action"], "any", "user_action"],
    ["the first of two that are as frequent", ["user-action", "user_action"], "any", "user-action"],
    ["the one that has the shape", ["UserAction", "UserAction", "useraction"], "dotted", "useraction"],
    [
      "the most frequent one of those that have the shape",
      ["useraction", "user.action", "user.action"],
      "dotted",
      "user.action",
    ],
    [
      "the most frequent one, shaped, where none has the shape",
      ["USERACTION", "UserAction", "UserAction"],
      "dotted",
      "user.action",
    ],
  ])("%s", (_, written, shape, spelling) => {
    const spelt = spellingOf(written, shape);
    expect(new Set(written.map(spelt))).toEqual(new Set([spelling]));
  });

  test("none for a category that is not written", () => {
    expect(spellingOf(["user_action"], "dotted")("Order")).toBe("Order");
  });
});
