import { parser } from "@lezer/rust";
import { RuleTester, type ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { rust } from "../../../src/languages/rust/index.ts";
import { nodeTypes } from "../../../src/languages/rust/node-types.ts";
import { configOf, find, lint, noBad, pluginOf, read, ruleOf } from "./support.ts";

/** The texts of the nodes that a selector matches, in the order in which a rule sees them. */
function matchesOf(selector: string, text: string): string[] {
  const seen: string[] = [];
  const rule = ruleOf({
    [selector]: (node, sourceCode) => {
      seen.push(sourceCode.getText(node));
      return undefined;
    },
  });
  lint(text, configOf({ rule }));
  return seen;
}

describe("selectors", () => {
  const text = "fn f(a: T) { g(P { x: a.b, y: -1 }); if let Some(c) = h() { c } }";

  test.each([
    ["FunctionItem > BoundIdentifier", ["f"]],
    ["StructExpression > FieldInitializerList > FieldInitializer", ["x: a.b", "y: -1"]],
    ["FieldInitializer:first-child", ["x: a.b"]],
    ["FieldInitializer:last-child FieldIdentifier", ["y"]],
    ["CallExpression > .children:first-child", ["g", "h"]],
    ["CallExpression:has(StructExpression)", ["g(P { x: a.b, y: -1 })"]],
    ["FieldExpression ~ FieldIdentifier, FieldIdentifier ~ FieldExpression", ["a.b"]],
    ["[type=/^Tuple/]", ["Some(c)"]],
    ["ArgList > :expression", ["P { x: a.b, y: -1 }"]],
    [":pattern > :pattern", ["c"]],
    ["Block > :statement", ["g(P { x: a.b, y: -1 });", "if let Some(c) = h() { c }", "c"]],
    [":declaration", [text, "let Some(c) = h()"]],
    [":function > ParamList", ["(a: T)"]],
    ["ClosureExpression:function", []],
    ["Block:function", []],
    ["SourceFile:exit", [text]],
  ])("%s", (selector, expected) => {
    expect(matchesOf(selector, text)).toEqual(expected);
  });

  test("take closures for functions", () => {
    expect(matchesOf(":function > Identifier", "fn f() { g(|x| x); h(1) }")).toEqual(["x"]);
  });

  test("match nothing by a class that is not known", () => {
    expect(rust.matchesSelectorClass("thing", find(read("fn f() {}").ast, "FunctionItem"))).toBe(false);
  });

  test("see every node once on the way in and once on the way out, parents first and last", () => {
    const steps = [...read("fn f() { a + 1 }").traverse()].map(
      ({ target, phase }) => `${phase === 1 ? "+" : "-"}${(target as { type: string }).type}`,
    );
    expect(steps.join(" ")).toBe(
      "+SourceFile +FunctionItem +BoundIdentifier -BoundIdentifier +ParamList -ParamList +Block " +
        "+ExpressionStatement +BinaryExpression +Identifier -Identifier +ArithOp -ArithOp +Integer -Integer " +
        "-BinaryExpression -ExpressionStatement -Block -FunctionItem -SourceFile",
    );
  });
});

describe("the language object", () => {
  test("knows every type of the grammar, and visits the children of each", () => {
    const named = parser.nodeSet.types.map(({ name }) => name).filter((name) => /^[A-Z]/u.test(name));
    const comments = ["LineComment", "BlockComment"];
    expect(new Set(nodeTypes)).toEqual(
      new Set(["Error", "self", "super", "crate", "_", ...named.filter((name) => !comments.includes(name))]),
    );
    expect(Object.keys(rust.visitorKeys).sort()).toEqual([...nodeTypes].sort());
  });

  test("is what ESLint's types want of a language", () => {
    const plugin: ESLint.Plugin = { languages: { rust } };
    expect(plugin.languages?.["rust"]).toBe(rust);
  });

  test("refuses a traversal that it does not know, and says which it does", () => {
    expect(() => lint("", configOf({}, { languageOptions: { traversal: "none" } }))).toThrow(
      'Key "languageOptions": Key "traversal": Expected "full" or "root" but got "none".',
    );
  });

  test("does not mind options that are meant for JavaScript", () => {
    const languageOptions = { ecmaVersion: 2024, sourceType: "module", globals: { window: "readonly" } };
    expect(() => lint("", configOf({}, { languageOptions }))).not.toThrow();
  });

  test("reads bytes as UTF-8", () => {
    const file = { body: new TextEncoder().encode('fn f() { "🦀" }') };
    expect(rust.createSourceCode(file, rust.parse(file)).text).toBe('fn f() { "🦀" }');
    expect(rust.createSourceCode(file, rust.parse(file), {}).text).toBe('fn f() { "🦀" }');
  });
});

describe("traversal of the root only", () => {
  test("hands the root to listeners and nothing else, and the whole tree to those who ask", () => {
    const seen: string[] = [];
    const rule = ruleOf({
      "*": ({ type }) => void seen.push(type),
      SourceFile: (node) => void seen.push(find(node, "Integer").type),
    });
    lint("fn f() { 1 }", configOf({ rule }, { languageOptions: { traversal: "root" } }));
    expect(seen.sort()).toEqual(["Integer", "SourceFile"]);
  });
});

describe("getParent and getAncestors", () => {
  test("lead from a node to the root", () => {
    const sourceCode = read("fn f() { g(1) }");
    const literal = find(sourceCode.ast, "Integer");
    expect(sourceCode.getParent(literal)?.type).toBe("ArgList");
    expect(sourceCode.getAncestors(literal).map(({ type }) => type)).toEqual([
      "SourceFile",
      "FunctionItem",
      "Block",
      "ExpressionStatement",
      "CallExpression",
      "ArgList",
    ]);
    expect(sourceCode.getParent(sourceCode.ast)).toBeUndefined();
    expect(sourceCode.getParent(find(sourceCode.ast, "FunctionItem"))).toBe(sourceCode.ast);
  });
});

RuleTester.describe = describe;
RuleTester.it = test;
new RuleTester({ plugins: { test: pluginOf({}) }, language: "test/rust" }).run("ESLint's RuleTester", noBad, {
  valid: ["fn good() {}", "fn f( {"],
  invalid: [
    {
      code: "fn bad() { m!(🦀); a.bad }",
      output: "fn good() { m!(🦀); a.good }",
      errors: [
        { message: "bad name", line: 1, column: 4, endColumn: 7 },
        { message: "bad name", line: 1, column: 22, endColumn: 25 },
      ],
    },
  ],
});
