import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { configOf, lint, noBad, places, read } from "./support.ts";

const unusedReported = configOf({ "no-bad": noBad }, { linterOptions: { reportUnusedDisableDirectives: "error" } });

/** The lines on which `bad` is still reported. */
const linesOf = (text: string): number[] => lint(text).map(({ line }) => line);

describe("disable directives", () => {
  test.each([
    ["a line comment at the end", "let a = bad; // eslint-disable-line\nlet b = bad;", [2]],
    ["a block comment in the line", "let a = bad; /* eslint-disable-line test/no-bad */\nlet b = bad;", [2]],
    ["a line comment before", "// eslint-disable-next-line test/no-bad -- on purpose\nlet a = bad;\nlet b = bad;", [3]],
    [
      "a block comment before, over two lines",
      "/* eslint-disable-next-line\n   test/no-bad */\nlet a = bad;\nlet b = bad;",
      [4],
    ],
    ["a range", "let a = bad;\n/* eslint-disable */\nlet b = bad;\n/* eslint-enable */\nlet c = bad;", [1, 5]],
    [
      "a range for one rule",
      "/* eslint-disable test/no-bad -- why */\nlet b = bad;\n/* eslint-enable test/no-bad */\nlet c = bad;",
      [4],
    ],
    ["the rest of the file", "/* eslint-disable */\nlet b = bad;", []],
    ["another rule", "let a = bad; // eslint-disable-line test/other", [1]],
  ])("%s", (_, body, expected) => {
    const text = `fn f() {\n${body}\n}`;
    const lines = lint(text)
      .filter(({ ruleId }) => ruleId === "test/no-bad")
      .map(({ line }) => line - 1);
    expect(lines).toEqual(expected);
  });

  test("work with CRLF, where the carriage return is no part of a line comment", () => {
    const text =
      "fn f() {\r\n// eslint-disable-next-line test/no-bad\r\nbad;\r\nbad; // eslint-disable-line\r\nbad;\r\n}";
    expect(linesOf(text)).toEqual([5]);
    expect(read(text).comments.map((comment) => comment.value)).toEqual([
      " eslint-disable-next-line test/no-bad",
      " eslint-disable-line",
    ]);
  });

  test("work inside of a macro and of a half-typed function", () => {
    expect(linesOf("fn f() {\n  m!(\n    // eslint-disable-next-line\n    bad,\n    bad\n  );\n")).toEqual([5]);
  });

  test("are not found in strings", () => {
    expect(
      linesOf('fn f() {\nlet s = "// eslint-disable-line"; bad;\nlet r = r#"/* eslint-disable */"#; bad;\n}'),
    ).toEqual([2, 3]);
  });

  test.each([
    "/// eslint-disable-next-line",
    "//! eslint-disable-next-line",
    "/** eslint-disable-next-line */",
    "/*! eslint-disable-next-line */",
  ])("are not read from documentation: %s", (comment) => {
    expect(linesOf(`${comment}\nfn bad() {}`)).toEqual([2]);
  });

  test.each<[text: string, lines: readonly number[]]>([
    ["/** eslint-disable test/no-bad */\nfn bad() {}\nfn f() { bad }", []],
    ["/** eslint-enable test/no-bad */\nfn bad() {}", [2]],
    ["/*! eslint-disable test/no-bad */\nfn bad() {}", [2]],
    ["/// eslint-disable test/no-bad\nfn bad() {}", [2]],
  ])("for a file are read as VS Code writes them, with two stars: %j", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test("of a whole range are not read from line comments, as in JavaScript", () => {
    expect(linesOf("// eslint-disable\nfn bad() {}")).toEqual([2]);
  });

  test("name an unknown rule and a disable-line over two lines", () => {
    const messages = lint("fn f() {} // eslint-disable-line test/missing\n/* eslint-disable-line\n*/");
    expect(messages.map(({ message, line }) => [line, message])).toEqual([
      [1, expect.stringContaining("test/missing")],
      [2, "eslint-disable-line comment should not span multiple lines."],
    ]);
  });
});

describe("unused directives", () => {
  const fixed = (text: string): string =>
    new Linter({ configType: "flat" }).verifyAndFix(text, [unusedReported], "src/main.rs").output;

  test("are reported where they stand, with a fix that removes them", () => {
    const text = "fn f() {\r\n  // eslint-disable-next-line test/no-bad\r\n  ok;\r\n}";
    const messages = lint(text, unusedReported);
    expect(messages.map(({ message }) => message)).toEqual([
      "Unused eslint-disable directive (no problems were reported from 'test/no-bad').",
    ]);
    expect(messages[0]).toMatchObject({ line: 2, column: 3 });
    expect(fixed(text)).toBe("fn f() {\r\n   \r\n  ok;\r\n}");
  });

  test("lose only the rules that are not used", () => {
    const both = configOf(
      { "no-bad": noBad, other: { create: () => ({}) } },
      { linterOptions: { reportUnusedDisableDirectives: "error" } },
    );
    const text = "fn bad() {} // eslint-disable-line test/other, test/no-bad -- why";
    const { output } = new Linter({ configType: "flat" }).verifyAndFix(text, [both], "src/main.rs");
    expect(output).toBe("fn bad() {} // eslint-disable-line test/no-bad -- why");
  });

  test("are reported for eslint-enable", () => {
    expect(lint("/* eslint-enable test/no-bad */", unusedReported)).toHaveLength(1);
  });

  test("are not reported when used", () => {
    expect(lint("fn bad() {} // eslint-disable-line", unusedReported)).toEqual([]);
  });
});

describe("inline configuration", () => {
  test("turns a rule off", () => {
    expect(lint('/* eslint test/no-bad: "off" */\nfn bad() {}')).toEqual([]);
  });

  test("turns a rule on", () => {
    const off = configOf({ "no-bad": noBad }, { rules: {} });
    expect(lint("fn bad() {}", off)).toEqual([]);
    expect(lint("/* eslint test/no-bad: 1 */\nfn bad() {}", off)).toMatchObject([{ severity: 1, line: 2 }]);
  });

  test("is a problem where it cannot be read", () => {
    const [problem, ...others] = lint("fn f() {}\n/* eslint test/no-bad: [ */");
    expect(problem).toMatchObject({ line: 2, column: 1 });
    expect(problem?.message).toContain("Failed to parse JSON");
    expect(others).toEqual([]);
  });

  test("is not read from line comments or documentation", () => {
    expect(places(lint('// eslint test/no-bad: "off"\n/** eslint test/no-bad: "off" */\nfn bad() {}'))).toHaveLength(1);
  });

  test("is reported, and not followed, where the config forbids it", () => {
    const config = configOf({ "no-bad": noBad }, { linterOptions: { noInlineConfig: true } });
    const messages = lint('/* eslint test/no-bad: "off" */\nfn bad() {} // eslint-disable-line', config);
    expect(messages.map(({ line, column, ruleId }) => [line, column, ruleId])).toEqual([
      [1, 1, null],
      [2, 4, "test/no-bad"],
      [2, 13, null],
    ]);
  });
});

describe("comments", () => {
  test("say what they document", () => {
    const kinds = ["// a", "/// a", "//// a", "//! a", "/* a */", "/** a */", "/*** a */", "/**/", "/*! a */"];
    const { comments } = read(kinds.join("\n"));
    expect(comments.map(({ documents }) => documents)).toEqual([
      undefined,
      "outer",
      undefined,
      "inner",
      undefined,
      "outer",
      undefined,
      undefined,
      "inner",
    ]);
  });

  test("nest, and are one comment then", () => {
    const sourceCode = read("/* a /* b */ c */ fn f() {}");
    expect(sourceCode.comments.map((comment) => sourceCode.getText(comment))).toEqual(["/* a /* b */ c */"]);
    expect(sourceCode.comments[0]).toMatchObject({ type: "BlockComment", value: " a /* b */ c " });
  });

  test("are no children of the nodes they stand in", () => {
    const { ast } = read("fn f() { /* a */ g(/* b */ 1 // c\n) }");
    expect(ast.comments).toHaveLength(3);
    expect(JSON.stringify(ast, (key, value: unknown) => (key === "parent" ? undefined : value))).not.toContain(
      "Comment",
    );
  });
});
