import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/detect/conditions.ts";
import { conditionOf, guardsAt, type Question } from "../../../src/detect/rust/syntax/conditions.ts";
import { descendantsOf } from "../../../src/languages/rust/queries.ts";
import type { RustNode } from "../../../src/languages/rust/syntax-tree.ts";
import { read } from "./support.ts";

/** What has come out one way where `HERE` of a text is reached, the nearest first. */
function guards(text: string): readonly string[] {
  const { ast } = read(text);
  const source = ({ range }: RustNode): string => text.slice(...range);
  const show = (condition: Condition<Question>): string => {
    switch (condition.kind) {
      case "question": {
        const { question } = condition;
        return question.kind === "equal" ? question.sides.map(source).join(" = ") : source(question.test);
      }
      case "not":
        return `not(${show(condition.of)})`;
      default:
        return `${condition.kind}(${condition.of.map(show).join("; ")})`;
    }
  };
  const here = [...descendantsOf(ast)].find((node) => node.type === "Identifier" && source(node) === "HERE");
  if (here === undefined) throw new Error("expected `HERE`");
  return [...guardsAt(here)].map(({ test, holds }) => `${holds ? "" : "not "}${show(conditionOf(test, source))}`);
}

describe("a condition in Rust", () => {
  it.each([
    ["a", "a"],
    ["(a)", "a"],
    ["!a", "not(a)"],
    ["*a", "*a"],
    ["a && b", "all(a; b)"],
    ["a || b && !c", "any(a; all(b; not(c)))"],
    ["a == b", "a = b"],
    ["a != b", "not(a = b)"],
    ["a < b", "a < b"],
    ['let "x" = a', 'a = "x"'],
    ['let "x" | "y" = a', 'any(a = "x"; a = "y")'],
    ['let ("x") = a', 'a = "x"'],
    ['let ("x", b) = a', '("x", b)'],
    ['let c @ ("x" | "y") = a', 'any(a = "x"; a = "y")'],
    ['a.eq("x")', 'any(a = "x")'],
    ['a.eq_ignore_ascii_case("x")', 'any(a = "x")'],
    ["let _ = a", "all()"],
    ["let b = a", "all()"],
    ["let Some(b) = a", "Some(b)"],
    ['matches!(a, "x" | "y")', 'any(a = "x"; a = "y")'],
    ['matches!(a, "x" if b)', 'matches!(a, "x" if b)'],
    ["matches!(a, B | C)", "matches!(a, B | C)"],
    ["matches!()", "matches!()"],
    ['other!(a, "x")', 'other!(a, "x")'],
    ['["x", r"y"].contains(&a)', 'any(&a = "x"; &a = r"y")'],
    ['["x", b].contains(&a)', '["x", b].contains(&a)'],
    ['["x"].starts_with(&a)', '["x"].starts_with(&a)'],
    ['["x"].contains()', '["x"].contains()'],
    ["b.contains(&a)", "b.contains(&a)"],
    ["f(a)", "f(a)"],
  ])("is taken apart: %s", (test, expected) => {
    expect(guards(`fn f() { if ${test} { HERE } }`)).toEqual([expected]);
  });
});

describe("what has come out where code is reached in Rust", () => {
  it.each<readonly [text: string, ...guards: string[]]>([
    ["HERE;"],
    ["if a { HERE; }", "a"],
    ["if a { b; } else { HERE; }", "not a"],
    ["if HERE { b; }"],
    ["if a { if b { HERE; } }", "b", "a"],
    ["if a { b; } else if c { HERE; }", "c", "not a"],
    ["if a { return; } HERE;", "not a"],
    ["if a { b; } HERE;"],
    ["if a { return; } else { b; } HERE;"],
    ["#[x] if a { return; } HERE;", "not a"],
    ["a; if b { return; } c; HERE;", "not b"],
    ["HERE; if a { return; }"],
    ["while a { b; } HERE;", "not a"],
    ["'c: while a { b; } HERE;", "not a"],
    ["while a { if b { break; } } HERE;"],
    ["let Some(b) = a else { return; }; HERE;", "Some(b)"],
    ["let b = a; HERE;"],
    ["if a { return; } { HERE; }", "not a"],
    ["if a { return; } on(|| HERE);", "not a"],
    ["if a { return; } fn g() { HERE; }"],
    ["macro_rules! m { () => { if a { HERE } } }"],
    ['match a { "x" => HERE, _ => b }', 'all(all(a = "x"))'],
    ['match a { "x" => b, _ => HERE }', 'all(not(all(a = "x")); all(all()))'],
    ['match a { "x" if b => c, d => HERE }', 'all(not(all(a = "x"; b)); all(all()))'],
    ["match a { _ if HERE => b }"],
    ["match HERE { _ => b }"],
  ])("%s", (text, ...expected) => {
    expect(guards(`fn f() { ${text} }`)).toEqual(expected);
  });
});
