import { describe, expect, test } from "vitest";
import { descendantsOf } from "../../../src/languages/rust/queries.ts";
import type { RustSourceCode } from "../../../src/languages/rust/source-code.ts";
import type { RustNode } from "../../../src/languages/rust/syntax-tree.ts";
import { find, read } from "./support.ts";

/** The token tree of the first macro in a text. */
function macroIn(text: string): { sourceCode: RustSourceCode; tree: RustNode } {
  const sourceCode = read(text);
  const tree = find(sourceCode.ast, "MacroInvocation").children.at(-1);
  if (tree === undefined) throw new Error("A macro without arguments");
  return { sourceCode, tree };
}

/** Type and text of what is read from the first macro of a text. */
function readMacro(text: string): string[] {
  const { sourceCode, tree } = macroIn(text);
  return sourceCode.reparseTokens(tree).map((node) => `${node.type} ${sourceCode.getText(node)}`);
}

describe("the arguments of a macro", () => {
  test.each([
    ['println!("{}", a.b)', ['ArgList ("{}", a.b)']],
    ["vec![a.b, c()]", ["ArgList [a.b, c()]"]],
    ["m! { let a = b(); c.d() }", ["Block { let a = b(); c.d() }"]],
    ["m!()", ["ArgList ()"]],
    ["m!(a // why\n)", ["ArgList (a // why\n)"]],
  ])("%s", (macro, expected) => {
    expect(readMacro(`fn f() { ${macro}; }`)).toEqual(expected);
  });

  test.each([
    ["f($a, $($b),*)", "Block { f($a, $($b),*) }"],
    ["$( d.insert($k, $v); )+ f(d)", "Block { $( d.insert($k, $v); )+ f(d) }"],
    ["f($(($a)),*; $($b)?)", ""],
  ])("the body of a rule is read as one turn of its repetitions: %s", (body, expected) => {
    const sourceCode = read(`macro_rules! m { ($($a:tt)*) => { ${body} }; }`);
    const rule = find(sourceCode.ast, "MacroRule").children.at(-1);
    const blocks = (rule ? sourceCode.reparseTokens(rule) : []).filter(({ type }) => type === "Block");
    expect(blocks.map((node) => `${node.type} ${sourceCode.getText(node)}`)).toEqual(expected === "" ? [] : [expected]);
  });

  test("have exact ranges and locations in the file", () => {
    const { sourceCode, tree } = macroIn('// 🦀\r\nfn f() {\r\n\tlog!(\r\n\t\t"é🦀", user.email,\r\n\t);\r\n}');
    const [list] = sourceCode.reparseTokens(tree);
    const field = list && find(list, "FieldExpression");
    expect(field && sourceCode.getText(field)).toBe("user.email");
    expect(field?.loc).toEqual({ start: { line: 4, column: 9 }, end: { line: 4, column: 19 } });
    for (const node of list ? descendantsOf(list) : []) {
      expect(node.loc.start).toEqual(sourceCode.getLocFromIndex(node.range[0]));
    }
  });

  test("hang under the token tree, which keeps its own children", () => {
    const { sourceCode, tree } = macroIn("fn f() { m!(a.b) }");
    const before = tree.children.length;
    const [list] = sourceCode.reparseTokens(tree);
    expect(list?.parent).toBe(tree);
    expect(list && sourceCode.getAncestors(find(list, "FieldIdentifier")).map(({ type }) => type)).toEqual([
      "SourceFile",
      "FunctionItem",
      "Block",
      "ExpressionStatement",
      "MacroInvocation",
      "ParenthesizedTokens",
      "ArgList",
      "FieldExpression",
    ]);
    expect(tree.children).toHaveLength(before);
  });

  test("are read once", () => {
    const { sourceCode, tree } = macroIn("fn f() { m!(a.b) }");
    expect(sourceCode.reparseTokens(tree)).toBe(sourceCode.reparseTokens(tree));
  });

  test("can hold macros, which can be read in turn", () => {
    const { sourceCode, tree } = macroIn('fn f() { a!(Some(b!("{}", c! { d.e })), 1) }');
    let inner = tree;
    for (let level = 0; level < 2; level++) {
      const [list] = sourceCode.reparseTokens(inner);
      const macro = list && find(list, "MacroInvocation").children.at(-1);
      if (macro === undefined) throw new Error(`No macro at level ${level}`);
      inner = macro;
    }
    const [block] = sourceCode.reparseTokens(inner);
    expect(block && sourceCode.getText(find(block, "FieldExpression"))).toBe("d.e");
  });
});

describe("a macro with a syntax of its own", () => {
  test("gives the expressions between its separators", () => {
    expect(readMacro('fn f() { map! { "a" => b.c, "d" => e(1)? }; }')).toEqual([
      'String "a"',
      "FieldExpression b.c",
      'String "d"',
      "TryExpression e(1)?",
    ]);
    expect(readMacro('fn f() { info!(target: "x", %error, user = id, "text {}", name()); }')).toEqual([
      "AssignmentExpression user = id",
      'String "text {}"',
      "CallExpression name()",
    ]);
    expect(readMacro("fn f() { vec![0; n] }")).toEqual(["Integer 0", "Identifier n"]);
    expect(readMacro("fn f() { m!(k => P { a: 1 }.b(), c) }")).toEqual([
      "Identifier k",
      "CallExpression P { a: 1 }.b()",
      "Identifier c",
    ]);
  });

  test("gives the blocks of tokio::select!", () => {
    const select = `fn f() { tokio::select! {
      Some(x) = rx.recv() => { seen(x); }
      _ = done.cancelled(), if ready => { stop(P { a: 1 }); }
      else => break,
    } }`;
    expect(readMacro(select)).toEqual([
      "AssignmentExpression Some(x) = rx.recv()",
      "Block { seen(x); }",
      "AssignmentExpression _ = done.cancelled()",
      "Block { stop(P { a: 1 }); }",
      "BreakExpression break",
    ]);
  });

  test("half-typed gives nothing before it is closed", () => {
    expect(readMacro("fn f() { m!(alpha, beta")).toEqual([]);
    expect(readMacro("fn f() { m!(alpha; beta")).toEqual([]);
    expect(readMacro("fn f() { m!(")).toEqual([]);
  });

  test("half-typed gives what can be read, and no node that is a guess", () => {
    const { sourceCode, tree } = macroIn('fn f() { m!("{}", user., { g(1); }) }');
    const nodes = sourceCode.reparseTokens(tree);
    expect(nodes.map((node) => sourceCode.getText(node))).toEqual(['"{}"', "{ g(1); }"]);
    expect(nodes.some(({ hasError }) => hasError)).toBe(false);
  });
});

describe("parseFragment", () => {
  const text = "fn f() { m!({ 'k': a.b /* note */ , x; y, (r); (s), (p)(q) }) } fn g() { z }";
  const { sourceCode, tree } = macroIn(text);
  const parse = (kind: "expression" | "arguments" | "block", part: string): string | undefined => {
    const start = text.indexOf(part);
    const node = sourceCode.parseFragment(kind, [start, start + part.length], tree);
    return node && `${node.type} ${sourceCode.getText(node)}`;
  };

  test("reads an expression, with comments and space around it left out", () => {
    expect(parse("expression", " a.b /* note */ ")).toBe("FieldExpression a.b");
  });

  test("reads nothing from what is more or less than asked for", () => {
    expect(parse("expression", "x; y")).toBeUndefined();
    expect(parse("expression", "x;")).toBeUndefined();
    expect(parse("expression", "'k': a")).toBeUndefined();
    expect(parse("expression", " ")).toBeUndefined();
    expect(parse("expression", "(p)(q) }) } fn g() { z")).toBeUndefined();
    expect(parse("arguments", "a.b")).toBeUndefined();
    expect(parse("arguments", "note")).toBeUndefined();
    expect(parse("arguments", "(r); (s)")).toBeUndefined();
    expect(parse("arguments", "(p)(q)")).toBeUndefined();
    expect(readMacro("fn f() { m!(a else { b() }, c) }")).toEqual(["Block { b() }", "Identifier c"]);
    expect(readMacro("fn f() { m!(=> a) }")).toEqual(["Identifier a"]);
    expect(parse("arguments", "(p)(q)")).toBeUndefined();
    expect(parse("block", "(q) })")).toBeUndefined();
  });

  test("gives nothing for a node that is no token tree", () => {
    expect(sourceCode.reparseTokens(find(sourceCode.ast, "Block"))).toEqual([]);
  });
});

describe("macros in macros without end", () => {
  test("are read down to a limit, in bounded time", () => {
    const depth = 300;
    const { sourceCode, tree } = macroIn(`fn f() { ${"m!(".repeat(depth)}1${")".repeat(depth)} }`);
    let levels = 0;
    let inner: RustNode | undefined = tree;
    while (inner !== undefined && levels < depth) {
      const [list] = sourceCode.reparseTokens(inner);
      inner = list && find(list, "MacroInvocation").children.at(-1);
      levels++;
    }
    expect(levels).toBeGreaterThan(5);
    expect(levels).toBeLessThan(20);
  });
});
