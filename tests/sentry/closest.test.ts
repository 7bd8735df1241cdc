import { describe, expect, test } from "vitest";
import { closest, typoOf } from "../../src/sentry/closest.ts";

describe("the closest words", () => {
  test.each([
    ["closest first", "warnings", ["warring", "warning"], ["warning", "warring"]],
    ["whatever the case", "WARNING", ["Warnings"], ["Warnings"]],
    ["with a letter less", "erro", ["error"], ["error"]],
    ["within a third of the longer word", "abcdef", ["abcdxy", "abcxyz"], ["abcdxy"]],
    ["not short ones", "ui", ["us", "u"], []],
    ["three at the most", "order", ["orders", "older", "border", "ordered"], ["orders", "older", "border"]],
  ])("%s", (_, text, words, near) => {
    expect(closest(text, words)).toEqual(near);
  });

  test("as many as are asked for", () => {
    expect(closest("warnings", ["warring", "warning"], 1)).toEqual(["warning"]);
  });
});

describe("the word that a text is a slip of", () => {
  test.each([
    ["another case", "Level", "level"],
    ["another case of a short word", "URL", "url"],
    ["white space", " categroy\n", "category"],
    ["white space and a letter less", " categry ", "category"],
    ["a letter too many", "levell", "level"],
    ["a letter missing", "leel", "level"],
    ["a wrong letter", "lewel", "level"],
    ["swapped neighbours", "leevl", "level"],
    ["swapped neighbours at the start", "elvel", "level"],
    ["swapped neighbours at the end", "levle", "level"],
  ])("%s: %j", (_, text, word) => {
    expect(typoOf(text, ["category", "level", "url"])).toBe(word);
  });

  test.each([
    ["two wrong letters, of which one stands beside its place", "lexvl"],
    ["two wrong letters, of which the other stands beside its place", "leexl"],
    ["swapped neighbours and another wrong letter", "lveex"],
    ["letters that are swapped over others", "lelev"],
    ["a slip in a word of three letters", "urls"],
    ["a slip that leaves three letters", "ure"],
  ])("not for %s: %s", (_, text) => {
    expect(typoOf(text, ["category", "level", "url"])).toBeUndefined();
  });

  test("not where two words are as near", () => {
    expect(typoOf("timi", ["time", "tims"])).toBeUndefined();
    expect(typoOf("tims", ["time", "tims"])).toBe("tims");
  });
});
