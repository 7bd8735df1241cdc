import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { descendantsOf } from "../../../src/languages/rust/queries.ts";
import { configOf, find, lint, noBad, places, read } from "./support.ts";

describe("positions", () => {
  test("count columns in UTF-16 units, so an emoji is two", () => {
    expect(places(lint('fn f() { g("🦀🦀", bad); }'))).toEqual(["1:20-1:23"]);
  });

  test("count a tab as one column", () => {
    expect(places(lint("fn f() {\n\t\tbad;\n}"))).toEqual(["2:3-2:6"]);
  });

  test("are the same with CRLF as with LF", () => {
    const text = "fn f() {\n  // note 🦀\n  g(\n    bad,\n  );\n}\n";
    expect(places(lint(text.replaceAll("\n", "\r\n")))).toEqual(["4:5-4:8"]);
    expect(places(lint(text))).toEqual(["4:5-4:8"]);
  });

  test("do not count a byte order mark", () => {
    expect(places(lint("\uFEFFfn bad() {}\n"))).toEqual(["1:4-1:7"]);
  });

  test("are right on the last line without a newline, and at the very end", () => {
    const { ast, text } = read("fn f() {}\r\n  x");
    expect(ast.loc).toEqual({ start: { line: 1, column: 0 }, end: { line: 2, column: 3 } });
    expect(ast.range).toEqual([0, text.length]);
  });

  test("an empty file has one line and nothing in it", () => {
    const { ast } = read("");
    expect(ast.loc).toEqual({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } });
    expect(ast.children).toEqual([]);
  });

  test("agree between a node's loc, its range and ESLint's own conversions", () => {
    const sourceCode = read('#!/usr/bin/env run\r\nfn f() {\r\n\tlet s = "é🦀"; // why\r\n\tm!(s, 1);\r\n}\r\n');
    const elements = [...descendantsOf(sourceCode.ast), ...sourceCode.comments];
    expect(elements.length).toBeGreaterThan(10);
    for (const element of elements) {
      const [start, end] = sourceCode.getRange(element);
      expect(sourceCode.getLoc(element).start).toEqual(sourceCode.getLocFromIndex(start));
      expect(sourceCode.getLoc(element).end).toEqual(sourceCode.getLocFromIndex(end));
      expect(sourceCode.getIndexFromLoc(element.loc.start)).toBe(start);
    }
  });

  test("getText gives the source of a node, with what is around it on request", () => {
    const sourceCode = read('fn f() { g("🦀", a.b); }');
    const field = find(sourceCode.ast, "FieldExpression");
    expect(sourceCode.getText(field)).toBe("a.b");
    expect(sourceCode.getText(field, 2, 1)).toBe(", a.b)");
  });
});

describe("fixes", () => {
  const fix = (text: string): string =>
    new Linter({ configType: "flat" }).verifyAndFix(text, [configOf({ "no-bad": noBad })], "src/main.rs").output;

  test("change exactly the node", () => {
    expect(fix('fn f() {\r\n\tg("🦀", bad, a.bad);\r\n}')).toBe('fn f() {\r\n\tg("🦀", good, a.good);\r\n}');
  });

  test("keep a byte order mark", () => {
    expect(fix("\uFEFFfn bad() {}")).toBe("\uFEFFfn good() {}");
  });
});
