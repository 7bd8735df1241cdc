import { expect, test } from "vitest";
import type { RustNodeType } from "../../../src/languages/rust/node-types.ts";
import { find, read } from "./support.ts";

test.each<[text: string, type: RustNodeType, source: string]>([
  ['fn f() { a(cr#"x"#); b(cr"y"); }', "RawString", 'r#"x"#'],
  ["gen fn f() { yield 1; }", "FunctionItem", "fn f() { yield 1; }"],
  ["async gen fn f() {}", "BoundIdentifier", "f"],
  ["fn f() { let g = for<'a> |x: &'a u8| -> u8 { *x }; }", "ClosureExpression", "|x: &'a u8| -> u8 { *x }"],
  ["fn f() { run(for<'a> move |x: &'a u8| x); }", "ClosureExpression", "move |x: &'a u8| x"],
])("what the parser does not know by itself: %s", (text, type, source) => {
  const sourceCode = read(text);
  expect(sourceCode.ast.hasError).toBe(false);
  expect(sourceCode.getText(find(sourceCode.ast, type))).toBe(source);
});

test.each(["fn f() { for x in xs {} }", 'fn f() { "gen fn"; "for<\'a> |"; "cr" }', "fn gen() { gen() }"])(
  "what is written like it stays: %s",
  (text) => {
    const sourceCode = read(text);
    expect(sourceCode.ast.hasError).toBe(false);
    expect(sourceCode.text).toBe(text);
  },
);
