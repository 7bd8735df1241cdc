import { describe, expect, test } from "vitest";
import { readFormat } from "../../../src/detect/rust/syntax/format.ts";
import { readLiteral, readNumber, writeLiteral } from "../../../src/detect/rust/syntax/literals.ts";

describe("text literals", () => {
  test.each([
    ['"plain"', "plain"],
    ['""', ""],
    ['"a\\n\\"b\\"\\\\"', 'a\n"b"\\'],
    ['"\\x41\\u{1F980}\\u{e_9}"', "A🦀é"],
    ['"one \\\n    two"', "one two"],
    ['"one\r\ntwo"', "one\ntwo"],
    ['"a\\q"', "aq"],
    ['"\\u{ffffff}"', "\u{fffd}"],
    ['b"bytes\\x00"', "bytes\0"],
    ['c"text"', "text"],
    ['r"C:\\temp"', "C:\\temp"],
    ['r#"say "hi""#', 'say "hi"'],
    ['br##"a"#b"##', 'a"#b'],
    ["'c'", "c"],
    ["b'\\''", "'"],
    ['r""', ""],
    ['"one \\\r\n    two"', "one two"],
    ['"one \\\n    "', "one "],
    ['r"one\r\n\\n"', "one\n\\n"],
    ['"\\u{10ffff}"', "\u{10ffff}"],
  ])("%s", (source, text) => {
    expect(readLiteral(source)?.text).toBe(text);
  });

  test.each(['"', 'r"', '"open', 'r#"open"', "r#", "x", ""])("%s is not closed", (source) => {
    expect(readLiteral(source)).toBeUndefined();
  });

  test("every unit of the text knows where it is written", () => {
    const source = '"a\\n🦀\\u{41}b"';
    const literal = readLiteral(source);
    expect(literal?.text).toBe("a\n🦀Ab");
    expect(literal?.offsets.map((at) => source.slice(at, at + 1))).toEqual([
      "a",
      "\\",
      "\ud83e",
      "\udd80",
      "\\",
      "b",
      '"',
    ]);
  });

  test("a raw text is written from its first quote on", () => {
    expect(readLiteral('r"ab"')?.offsets).toEqual([2, 3, 4]);
  });

  test.each([
    ["plain", undefined, '"plain"'],
    ['a "b"\n\\', undefined, '"a \\"b\\"\\n\\\\"'],
    ["a\\b", 'r"x"', 'r"a\\b"'],
    ['a "b"', 'r"x"', 'r#"a "b""#'],
    ['a "#', 'r#"x"#', 'r##"a "#"##'],
    ["a\rb", 'r"x"', '"a\\rb"'],
    ["a", 'b"x"', 'b"a"'],
    ["a", "'x'", '"a"'],
    ["\t\0", undefined, '"\\t\\0"'],
  ])("writes %j like %s", (content, like, written) => {
    expect(writeLiteral(content, like)).toBe(written);
    expect(readLiteral(written)?.text).toBe(content);
  });
});

test.each([
  ["12", 12],
  ["1_000u64", 1000],
  ["0xff_u8", 255],
  ["0b101", 5],
  ["0o17i32", 15],
  ["2.5e3", 2500],
  ["1f32", 1],
  ["0x1f32", 0x1f32],
  ["1_0.5_f64", 10.5],
])("the number %s", (source, number) => {
  expect(readNumber(source)).toBe(number);
});

describe("format strings", () => {
  /** The parts as written, arguments in angle brackets with what they refer to. */
  function show(text: string): string | undefined {
    return readFormat(text)
      ?.map((part) =>
        part.kind === "text"
          ? part.text
          : `<${text.slice(part.start, part.end)}=${part.argument}${part.isDebug ? "?" : ""}${part.isNumber ? "#" : ""}>`,
      )
      .join("");
  }

  test.each([
    ["", ""],
    ["plain", "plain"],
    ["{} and {}", "<=0> and <=1>"],
    ["{1} {} {0} {}", "<1=1> <=0> <0=0> <=1>"],
    ["{email}", "<email=email>"],
    ["{ email }", "<email=email>"],
    ["{{{}}}", "{<=0>}"],
    ["{{not}}", "{not}"],
    ["{:?} {:#?} {user:02x?}", "<=0?> <=1?> <user=user?>"],
    ["{:x} {:08.3} {:>1$}", "<=0#> <=1> <=2>"],
    ["{:.*} {}", "<=1> <=2>"],
    ["{:*^width$} {name:<10}", "<=0> <name=name>"],
  ])("%s", (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  test.each(["{", "}", "{user.email}", "{0:zz}", "a { b"])("%s is none", (text) => {
    expect(show(text)).toBeUndefined();
  });
});
