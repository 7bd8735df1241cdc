import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/breadcrumb/index.ts";
import { fieldsOf } from "../../../src/detect/javascript/values/object-literal.ts";
import type { RecordContents } from "../../../src/detect/javascript/values/lazy-values.ts";
import { openProgram, type Node } from "../../../src/detect/javascript/program.ts";
import { callsOf } from "../../../src/detect/javascript/syntax/walk.ts";
import { readSettings } from "../../../src/settings.ts";
import { parse, type Dialect } from "../../support/parse.ts";

/** The fields of the object literal in `f({ … })`. */
function read(text: string, dialect: Dialect = "ts"): RecordContents & { readonly text: string } {
  const program = openProgram(parse(text, dialect), readSettings({}));
  const valueOf = (node: Node): Value => {
    const common = { range: node.range, source: program.sourceCode.getText(node) };
    return node.type === "Literal" && typeof node.value === "string"
      ? { kind: "text", text: node.value, ...common }
      : { kind: "unknown", ...common };
  };
  const call = callsOf(program.sourceCode).find(({ callee }) => callee.type === "Identifier" && callee.name === "f");
  return { ...fieldsOf(program, call?.arguments[0] as TSESTree.ObjectExpression, valueOf), text };
}

describe("fields", () => {
  it("reads keys in every spelling", () => {
    const { fields, complete } = read(
      `f({ a: 1, "b": 2, ["c"]: 3, [\`d\`]: 4, 5: 6, e, g() {}, get h() { return 1 }, async *i() {} })`,
    );
    expect(fields.map(({ name, value }) => [name, value.source])).toEqual([
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
      ["d", "4"],
      ["5", "6"],
      ["e", "e"],
      ["g", "() {}"],
      ["h", "get h() { return 1 }"],
      ["i", "() {}"],
    ]);
    expect(complete).toBe(true);
  });

  it("says where keys stand", () => {
    const { fields, text } = read(`f({ a: 1, "b": 2, ["c"]: 3 })`);
    expect(fields.map(({ keyRange, range }) => [text.slice(...(keyRange ?? [0, 0])), text.slice(...range)])).toEqual([
      ["a", "a: 1"],
      [`"b"`, `"b": 2`],
      [`"c"`, `["c"]: 3`],
    ]);
    expect(fields.map(({ computedKey }) => computedKey?.kind)).toEqual([undefined, undefined, "text"]);
  });

  it.each([
    ["a spread", `f({ a, ...b })`, ["a"]],
    ["a computed key", `f({ a, [b]: 1 })`, ["a", undefined]],
    ["a setter", `f({ a, set b(v) {} })`, ["a"], true],
  ])("knows what it cannot see: %s", (_, text, names, complete = false) => {
    const found = read(text);
    expect(found.fields.map(({ name }) => name)).toEqual(names);
    expect(found.complete).toBe(complete);
  });
});

describe("removal", () => {
  /** What is left when the field `x` is cut. */
  function cut(text: string, dialect?: Dialect): string | undefined {
    const { fields } = read(text, dialect);
    const removal = fields.find(({ name }) => name === "x")?.removal;
    return removal && text.slice(0, removal[0]) + text.slice(removal[1]);
  }

  it.each([
    ["the only one", `f({ x: 1 })`, `f({})`],
    ["the only one, with a comma", `f({ x: 1, })`, `f({})`],
    ["the only one, on its line", `f({\n  x: 1,\n})`, `f({})`],
    ["the first", `f({ x, a })`, `f({ a })`],
    ["one between", `f({ a, "x": { b: [1, 2] }, c })`, `f({ a, c })`],
    ["the last", `f({ a, x: 1 })`, `f({ a })`],
    ["the last, with a comma", `f({ a, x: 1, })`, `f({ a, })`],
    ["the last of a tight literal", `f({a,x})`, `f({a})`],
    ["the first line", `f({\n  x: 1,\n  a,\n})`, `f({\n  a,\n})`],
    ["a line between", `f({\n  a,\n  x() {},\n  b,\n})`, `f({\n  a,\n  b,\n})`],
    ["the last line", `f({\n  a,\n  x: 1,\n})`, `f({\n  a,\n})`],
    ["the last line without a comma", `f({\r\n  a,\r\n  x: 1\r\n})`, `f({\r\n  a\r\n})`],
    ["comments of other lines", `f({\n  a, // a\n  x: 1,\n  // b\n  b,\n})`, `f({\n  a, // a\n  // b\n  b,\n})`],
    ["a comment before the last line", `f({\n  a, // a\n  x: 1\n})`, `f({\n  a, // a\n})`],
    ["a comment that ends the line before, and a neighbour", `f({\n  a, // a\n  x: 1, b })`, `f({\n  a, // a\n  b })`],
    ["the only one before a comment", `f({\n  x: 1,\n  // why\n})`, `f({\n  // why\n})`],
    ["commas first", `f({ a\n  , x: 1\n  , b\n})`, `f({ a\n  , b\n})`],
  ])("%s", (_, text, left) => {
    expect(cut(text)).toBe(left);
    expect(() => parse(left)).not.toThrow();
  });

  it.each([
    ["a comment inside", `f({ a, x: /* why */ 1 })`],
    ["a comment before", `f({ a, /* why */ x: 1 })`],
    ["a comment before, and a neighbour", `f({ /* why */ x: 1, a })`],
    ["a comment that ends the line before the last", `f({\n  a, // a\n  x: 1 })`],
    ["a comment on the line before", `f({\n  a,\n  // why\n  x: 1,\n})`],
    ["a comment behind the comma", `f({\n  x: 1, // why\n  a,\n})`],
    ["a comment before the comma", `f({ x: 1 /* why */, a })`],
    ["a comment behind the last", `f({\n  a,\n  x: 1 // why\n})`],
    ["two of a name", `f({ x: 1, a, x: 2 })`],
  ])("is not offered for %s", (_, text) => {
    expect(cut(text)).toBeUndefined();
  });

  it("is told of fields without a name", () => {
    const { fields, text } = read("f({ [a]: 1, [b]: 2 })");
    expect(fields.map(({ removal }) => removal && text.slice(...removal))).toEqual([" [a]: 1,", ", [b]: 2"]);
  });

  it("works in a component's script, before and behind its template", () => {
    const template = "<template><a /></template>";
    const script = (fields: string) => `<script>f({ ${fields} })</script>`;
    expect(cut(`${script("a: 1, x: 2")}\n${template}`, "vue")).toBe(`${script("a: 1")}\n${template}`);
    expect(cut(`${template}\n${script("a: 1, x: 2")}`, "vue")).toBe(`${template}\n${script("a: 1")}`);
  });

  it("works in Vue templates and Svelte", () => {
    const vue = `<template><a @click="f({ a: 1, x: 2 })" /></template>`;
    expect(cut(vue, "vue")).toBe(`<template><a @click="f({ a: 1 })" /></template>`);
    const svelte = `<a on:click={() => f({ x: 2, a: 1 })} />`;
    expect(cut(svelte, "svelte")).toBe(`<a on:click={() => f({ a: 1 })} />`);
  });
});
