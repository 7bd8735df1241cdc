import { describe, expect, test } from "vitest";
import {
  childAfter,
  childOf,
  childrenOf,
  closest,
  descendantsOf,
  elementsOf,
  hasToken,
  isIn,
} from "../../../src/languages/rust/queries.ts";
import type { RustNode } from "../../../src/languages/rust/syntax-tree.ts";
import { find, read } from "./support.ts";

/** A node as a nested list of types, with the text of leaves. */
function shape(text: string, node: RustNode): string {
  if (node.children.length === 0) return `${node.type} ${text.slice(...node.range)}`;
  return `${node.type}(${node.children.map((child) => shape(text, child)).join(", ")})`;
}

describe("the tree", () => {
  test("has nodes as children, and keywords and punctuation as tokens", () => {
    const text = "fn f() { let mut a: T = &mut self.b; }";
    const { ast } = read(text);
    const declaration = find(ast, "LetDeclaration");
    expect(shape(text, declaration)).toBe(
      "LetDeclaration(BoundIdentifier a, TypeIdentifier T, ReferenceExpression(FieldExpression(self self, FieldIdentifier b)))",
    );
    expect(declaration.tokens.map(({ type, range }) => [type, text.slice(...range)])).toEqual([
      ["let", "let"],
      ["mut", "mut"],
      [":", ":"],
      ["=", "="],
      [";", ";"],
    ]);
  });

  test("keeps operators and placeholders as children, so that places among children mean something", () => {
    const text = "fn f() { let _ = -a + crate::b; }";
    expect(shape(text, find(read(text).ast, "LetDeclaration"))).toBe(
      "LetDeclaration(_ _, BinaryExpression(UnaryExpression(ArithOp -, Identifier a), ArithOp +, " +
        "ScopedIdentifier(crate crate, Identifier b)))",
    );
  });

  test("says where it is not sure", () => {
    const { ast } = read("fn f() { a. } fn g() { b(1) }");
    const [broken, whole] = childrenOf(ast, "FunctionItem");
    expect(ast.hasError).toBe(true);
    expect(broken?.hasError).toBe(true);
    expect(whole?.hasError).toBe(false);
    expect(find(ast, "Error").hasError).toBe(true);
  });

  test("of a file without errors says so", () => {
    expect(
      read('#!/bin/run\n#![allow(x)]\nfn f<\'a>() { c"x"; r#"y"#; b\'z\'; async move {}.await?; }').ast.hasError,
    ).toBe(false);
  });
});

describe("comments", () => {
  test.each([
    ["// why", " why", undefined],
    ["// see /* this */", " see /* this */", undefined],
    ["// see //! there", " see //! there", undefined],
    ["/* a /* b */ c */", " a /* b */ c ", undefined],
    ["/// of what follows", "/ of what follows", "outer"],
    ["//// of nothing", "// of nothing", undefined],
    ["/** of what follows */", "* of what follows ", "outer"],
    ["//! of the file", "! of the file", "inner"],
    ["/*! of the file */", "! of the file ", "inner"],
  ])("%s", (comment, value, documents) => {
    expect(read(`${comment}\nfn f() {}`).comments).toMatchObject([{ value, documents }]);
  });
});

describe("queries", () => {
  const text = "fn f(self) { let a: T = if x { 1 } else { 2 }; s(P { m: g(1), n, ..d }); }";
  const { ast } = read(text);
  const textOf = (node: { range: [number, number] } | undefined): string | undefined =>
    node && text.slice(...node.range);

  test("childOf and childrenOf look at direct children only", () => {
    expect(textOf(childOf(ast, "FunctionItem"))).toBe(text);
    expect(childOf(ast, "Block")).toBeUndefined();
    expect(childrenOf(find(ast, "IfExpression"), "Block").map(textOf)).toEqual(["{ 1 }", "{ 2 }"]);
  });

  test("childAfter reads what a token introduces", () => {
    const declaration = find(ast, "LetDeclaration");
    expect(textOf(childAfter(declaration, ":"))).toBe("T");
    expect(textOf(childAfter(declaration, "="))).toBe("if x { 1 } else { 2 }");
    expect(textOf(childAfter(find(ast, "IfExpression"), "else"))).toBe("{ 2 }");
    expect(childAfter(declaration, ";")).toBeUndefined();
    expect(childAfter(declaration, "mut")).toBeUndefined();
  });

  test("hasToken looks at direct tokens only", () => {
    expect(hasToken(find(ast, "LetDeclaration"), ":")).toBe(true);
    expect(hasToken(find(ast, "FunctionItem"), ":")).toBe(false);
  });

  test("elementsOf has nodes and tokens in order", () => {
    expect(elementsOf(find(ast, "FieldInitializerList")).map(textOf)).toEqual([
      "{",
      "m: g(1)",
      ",",
      "n",
      ",",
      "..d",
      "}",
    ]);
  });

  test("descendantsOf goes through all nodes in order, without the node itself", () => {
    const initializer = find(ast, "FieldInitializer");
    expect([...descendantsOf(initializer)].map(({ type }) => type)).toEqual([
      "FieldIdentifier",
      "CallExpression",
      "Identifier",
      "ArgList",
      "Integer",
    ]);
  });

  test("closest finds the nearest node around", () => {
    const integer = find(ast, "Integer");
    expect(closest(integer, "Block", "FunctionItem")?.range[0]).toBe(text.indexOf("{ 1"));
    expect(closest(integer, "StructItem")).toBeUndefined();
  });

  test("isIn knows the groups of the grammar", () => {
    expect(isIn("Expression", find(ast, "IfExpression"))).toBe(true);
    expect(isIn("Pattern", find(ast, "BoundIdentifier"))).toBe(true);
    expect(isIn("Statement", find(ast, "LetDeclaration"))).toBe(true);
    expect(isIn("Type", find(ast, "TypeIdentifier"))).toBe(true);
    expect(isIn("Type", find(ast, "IfExpression"))).toBe(false);
  });
});
