import { describe, expect, test } from "vitest";
import { alternatives, pathOf, runtimeTypeOf, textOf, type Value } from "../../../src/breadcrumb/index.ts";
import { printValue } from "../../support/print-value.ts";
import { readValue, readValues } from "../../support/read-values.ts";

/** What an expression is in the model. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '"text"': '"text"',
  "'it\\'s'": '"it\'s"',
  "12": "12",
  "-1": "-1",
  "1_000": "1000",
  "10n": "10",
  true: "true",
  null: "null",
  undefined: "undefined",
  "void 0": "undefined",
  "/x/g": "?",
  "`plain`": '"plain"',
  "`Hi ${user.email}!`": 'template("Hi ", user.email, "!")',
  "`${a}${b}`": "template(a, b)",
  "String.raw`\\n${a}`": 'template("\\\\n", a)',
  "sql`select ${a}`": 'sql(template("select ", a))',
  '"Hi " + user.email + "!"': 'template("Hi ", user.email, "!")',
  'a + b + "!"': 'template(a, b, "!")',
  '"a" + (b + c)': 'template("a", +unknown(b, c))',
  "a + b": "+unknown(a, b)",
  "1 + 2": "+number(1, 2)",
  "a.trim() + b": "template(a.trim(), b)",
  "user.email": "user.email",
  "user?.address?.city": "user.address.city",
  'user["email"]': "user.email",
  "users[0].name": "users[0].name",
  "users[i]": "users[]",
  "this.user.email": "this.user.email",
  "import.meta.env": "import.meta.env",
  "getEmail(user, 1)": "getEmail(user, 1)",
  "user?.getEmail?.()": "user.getEmail()",
  "new Date(x)": "new Date(x)",
  "f(...xs)": "f(xs)",
  'a ? "x" : b ? "y" : "z"': '("x" | "y" | "z")',
  'a ?? b ?? "c"': '(a | b | "c")',
  'a || "b"': '(a | "b")',
  "a && b": "(b)",
  "a && b || c": "(b | c)",
  "a === b": "==boolean(a, b)",
  "a != b": "==boolean(a, b)",
  "a >= b": "<boolean(a, b)",
  "!a": "!boolean(a)",
  "!!a": "!boolean(!boolean(a))",
  "typeof a": "typeoftext(a)",
  '"k" in a': 'inboolean("k", a)',
  "a instanceof B": "isboolean(a, B)",
  "a * b": "*number(a, b)",
  "+a": "+number(a)",
  "i++": "+number(i)",
  "(a, b)": "b",
  "(x = a)": "a",
  "(x ??= a)": "(x | a)",
  "(x += 1)": "+unknown(x, 1)",
  "() => 1": "function",
  "function () {}": "function",
  "class {}": "?",
  "<div />": "?",
  "{ a, b: 1, ...c }": "{ ...c, a: a, b: 1, … }",
  "{ a: { b: [c, 1] } }": "{ a: { b: [c, 1] } }",
  "[a, ...b]": "[a, b, …]",
  "Object.freeze({ a: 1 })": "{ a: 1 }",
  "Object.assign({}, a, { b: 1 })": "{ ...a, b: 1, … }",
  "Object.assign({ a: 1 }, { b: 1 })": "{ a: 1, b: 1 }",
  "Object.assign(a, b)": "{ ...a, ...b, … }",
  "a + `x`": 'template(a, "x")',
  "`x` + a": 'template("x", a)',
  "a + typeof b": "template(a, typeoftext(b))",
  "String(a) + b": "template(String(a), b)",
  "a.join(c) + b": "template(a.join(c), b)",
  "a - b + c": "+unknown(-number(a, b), c)",
  '(c ? "x" : y) + z': 'template(("x" | y), z)',
  '(c || "x") + z': 'template((c | "x"), z)',
  "-a + b": "+unknown(-number(a), b)",
  "-a + -b": "+number(-number(a), -number(b))",
  "~a + 1": "+number(~number(a), 1)",
  "+a + 1n": "+number(+number(a), 1)",
  "1n + b": "+unknown(1, b)",
  "a ** b": "*number(a, b)",
  "(x **= 2)": "*number(x, 2)",
  "(x &&= a)": "(a)",
  "(x -= 1)": "-number(x, 1)",
  "(x <<= 1)": "<<number(x, 1)",
  "a == b": "==boolean(a, b)",
  "a < b": "<boolean(a, b)",
  "a <= b": "<boolean(a, b)",
  "a << b": "<<number(a, b)",
  "a & b": "&number(a, b)",
  "a % 2 + 1": "+number(%number(a, 2), 1)",
  NaN: "NaN",
  Infinity: "Infinity",
  "-Infinity": "-number(Infinity)",
  "+1": "1",
  "-a": "-number(a)",
  "- -1": "-number(-1)",
  "(f(), g)().x": "g().x",
  "i-- + 1": "+number(+number(i), 1)",
  "a + (b ? c : `d`)": 'template(a, (c | "d"))',
  "delete a.b": "deleteboolean(a.b)",
  "~a": "~number(a)",
  "a?.[0]": "a[0]",
  "a[`k`]": "a.k",
  "a[-1]": "a[]",
  "[, a]": "[a, …]",
  "{ [`a`]: 1 }": "{ a: 1 }",
  "{ [k]: 1 }": "{ [k]: 1, … }",
  "{ get a() { return 1 } }": "{ a: 1 }",
  "{ get a() {} }": "{ a: ? }",
  "{ a() {} }": "{ a: function }",
  "{ async *a() {} }": "{ a: function }",
  "{ __proto__: x }": "{}",
  "{ __proto__ }": "{ __proto__: __proto__ }",
  '{ ["__proto__"]: x }': "{ __proto__: x }",
  'new Map([["a", b]])': 'new Map([["a", b]])',
  "new Map()": "new Map()",
  'Object.fromEntries([["a", b]])': 'Object.fromEntries([["a", b]])',
  'Object.fromEntries(new Map([["a", b]]))': 'Object.fromEntries(new Map([["a", b]]))',
  "Object.fromEntries(x)": "Object.fromEntries(x)",
  "Object.fromEntries([x])": "Object.fromEntries([x])",
  "Object.fromEntries([])": "Object.fromEntries([])",
  "Object.assign([1], x)": "{ ...[1], ...x, … }",
  "Object.assign()": "{}",
  "Object.assign(...xs)": "{ … }",
  "Object.keys(a)": "Object.keys(a)",
  "[a, b].join()": "[a, b].join()",
  "[...xs, 1]": "[xs, 1, …]",
  "structuredClone({ a: 1 })": "structuredClone({ a: 1 })",
  "JSON.parse(JSON.stringify({ a: 1 }))": "JSON.parse(JSON.stringify({ a: 1 }))",
  "useMemo(() => ({ a: 1 }), [])": "useMemo(function, [])",
  "React.useMemo(() => ({ a: 1 }), [])": "React.useMemo(function, [])",
  "useCallback(() => 1, [])()": "useCallback(function, [])()",
  "useMemo(f, [])": "useMemo(f, [])",
  "(() => 1)()": "function()",
  "(function () { return { a: 1 } })()": "function()",
  "(async () => 1)()": "function()",
  "(() => {})()": "function()",
  "await Promise.all([a, b])": "Promise.all([a, b])",
  "import('x')": "?",
  "x`a`": 'x("a")',
  "x`a${b}c`": 'x(template("a", b, "c"))',
  "String.raw`a`": 'template("a")',
  yield_: "yield_",
  "async () => 1": "function",
  "Object.freeze([a])": "[a]",
  "Object.seal({ a: 1 })": "{ a: 1 }",
  "Object.keys([a])": "Object.keys([a])",
  "String.other`a`": 'String.other("a")',
  "Text.raw`a`": 'Text.raw("a")',
  "f().raw`a`": 'f().raw("a")',
  "~1": "~number(1)",
  "-'1'": '-number("1")',
  "(o.x ??= a)": "(o.x | a)",
  "(o.x ||= a)": "(o.x | a)",
  "a.trim() - b": "-number(a.trim(), b)",
  "a == 'x' + b": '==boolean(a, template("x", b))',
  "(a == 'x') + b": '+unknown(==boolean(a, "x"), b)',
  "new Object.assign({}, a)": "new Object.assign({}, a)",
  "a + 1": "+unknown(a, 1)",
  "a + /x/": "+unknown(a, ?)",
  "f.toString + b": "+unknown(f.toString, b)",
  "(a, b, c)": "c",
  "c + (a + 1)": "+unknown(c, +unknown(a, 1))",
  "c + (a + b)": "+unknown(c, +unknown(a, b))",
  "c + (a + 'x')": 'template(c, template(a, "x"))',
  "c + (a - 'x')": '+unknown(c, -number(a, "x"))',
  "c + (a + `x`)": 'template(c, template(a, "x"))',
  "(a, b.trim)() + c": "template(b.trim(), c)",
  "f()() + b": "+unknown(f()(), b)",
  "!a + b": "+unknown(!boolean(a), b)",
  "!a + 1": "+unknown(!boolean(a), 1)",
  "a * b + 1": "+number(*number(a, b), 1)",
  "a / b + 1": "+number(/number(a, b), 1)",
  "a - b + 1": "+number(-number(a, b), 1)",
  "a ** b + 1": "+number(*number(a, b), 1)",
  "a / b + c": "+unknown(/number(a, b), c)",
  "true + 1": "+unknown(true, 1)",
  "'a' * b + 1": '+number(*number("a", b), 1)',
};

describe.each(["espree", "typescript"] as const)("the values of expressions, read by %s", (parser) => {
  test.each(Object.entries(EXPRESSIONS))("%s", (source, printed) => {
    expect(printValue(readValue(`async () => use(${source})`, parser))).toBe(printed);
  });

  test("await is looked through, at the range of what is awaited", () => {
    const value = readValue("async () => use(await load(1))", parser);
    expect([printValue(value), value.source]).toEqual(["load(1)", "load(1)"]);
  });

  test("the words of a template stand where they are written", () => {
    const code = "use(`Hi ${user.email}, \\u0041 ${x}!`)";
    const value = readValue(code, parser);
    const parts = value.kind === "template" ? value.parts : [];
    expect(parts.map(({ source, range }) => [source, code.slice(...range)])).toEqual(
      ["Hi ", "user.email", ", \\u0041 ", "x", "!"].map((text) => [text, text]),
    );
    expect(parts[2]).toMatchObject({ kind: "text", text: ", A " });
  });

  test("a value is the same each time that it is asked for", () => {
    const [first, second] = readValues("const text = `a`; use(text, text)", parser);
    expect(first).not.toBe(second);
    expect(definitionOf(first)).toBe(definitionOf(second));
  });

  test("a value in shorthand says what has to stand before its replacement", () => {
    const value = readValue("use({ email, name: name })", parser);
    expect(value.kind === "record" && value.fields.map((field) => field.value.shorthand)).toEqual([
      "email: ",
      undefined,
    ]);
  });
});

test("assertions of TypeScript are looked through, at the range of what they hold", () => {
  const values = readValues(
    'use(x as string, y!, z satisfies T, <U>w, "a" as const)'.replace("<U>w", "(w as U)"),
    "typescript",
  );
  expect(values.map(({ source }) => source)).toEqual(["x", "y", "z", "w", '"a"']);
});

describe("sums", () => {
  test.each([
    ["of a text by its type", "(a: string) => use(a + b)", "template(a, b)"],
    ["of texts that are listed", "(a: 'x' | 'y') => use(a + b)", "template(a, b)"],
    ["of numbers by their type", "(a: number) => use(a + 1)", "+number(a, 1)"],
    ["of an enumeration of texts", "enum E { A = 'a' }\n(e: E) => use(e + b)", "template(e, b)"],
    ["of an enumeration of numbers", "enum E { A, B }\n(e: E) => use(e + 1)", "+number(e, 1)"],
    ["of something else by its type", "(a: boolean) => use(a + 1)", "+unknown(a, 1)"],
    ["of a constant text", "const a = f() + 'x'; use(a + b)", "template(a, b)"],
    ["of what is taken out of a text", "const { a } = 'x'; use(a + b)", "+unknown(a, b)"],
  ])("%s", (_name, code, printed) => {
    expect(printValue(readValue(code, "typescript"))).toBe(printed);
  });
});

test("the global's methods alone read a text as it is written", () => {
  expect(printValue(readValue("const String = x; use(String.raw`a`)"))).toBe('String.raw("a")');
});

test.each([
  ["a variable of another file", "/* global x */ use(x ??= a)", "(x | a)"],
  ["an exported variable", "export let x; function f() { use(x ??= a) }", "(x | a)"],
  ["a variable without a value", "let x; use(x ??= a)", "(a)"],
])("what is assigned when there is nothing yet: %s", (_name, code, printed) => {
  expect(printValue(readValue(code))).toBe(printed);
});

test("a regular expression that no engine reads is not nothing", () => {
  expect(readValue("use(/(/)", "typescript").kind).toBe("unknown");
});

test("the range of a declared name leaves its type out", () => {
  const value = readValue("class A { constructor(private email: string) {} m() { use(this.email) } }", "typescript");
  expect(value.kind === "member" && value.definition?.source).toBe("email");
});

describe("members that the file defines", () => {
  test("of enums, with texts, numbers and counted ones", () => {
    const code = 'enum L { Warn = "warn", A = 3, B, "c-d" = "e" }\nuse(L.Warn, L.A, L.B, L["c-d"], L.Missing)';
    expect(readValues(code, "typescript").map((value) => printValue(value, true))).toEqual([
      '"warn"',
      "3",
      "4",
      '"e"',
      "L.Missing",
    ]);
  });

  test("not of enums whose count is not known", () => {
    const values = readValues("enum L { A = f(), B, C = 'c', D }\nuse(L.B, L.D)", "typescript");
    expect(values.map((value) => value.kind === "member" && value.definition)).toEqual([undefined, undefined]);
  });

  test("of constant objects", () => {
    const code = 'const C = { a: { b: "x" }, [`k`]: 1 } as const;\nuse(C.a.b, C["a"]["b"], C.k, C.other)';
    expect(readValues(code, "typescript").map((value) => printValue(value, true))).toEqual([
      '"x"',
      '"x"',
      "1",
      '{ a: { b: "x" }, k: 1 }.other',
    ]);
  });

  test("of exported constant objects, read in functions", () => {
    expect(printValue(readValue('export const C = { a: "x" };\nfunction f() { use(C.a) }'), true)).toBe('"x"');
  });

  test("not when a later spread may say otherwise, but when an earlier one does not matter", () => {
    const code = "const a = { x: 1, ...o };\nconst b = { ...o, x: 1 };\nuse(a.x, b.x)";
    expect(readValues(code).map((value) => value.kind === "member" && value.definition?.kind)).toEqual([
      undefined,
      "number",
    ]);
  });

  test("of a table that is looked up in", () => {
    const code = 'const LEVELS = { a: "info", b: "warn" }; use(LEVELS[kind], { ...LEVELS }[kind])';
    expect(readValues(code).map((value) => printValue(value, true))).toEqual([
      '("info" | "warn")',
      '("info" | "warn")',
    ]);
  });

  test("of a table that is looked up in, at the place of the look-up", () => {
    const value = readValue('const LEVELS = { a: "info", b: "warn" }; use(LEVELS[kind])');
    expect(value.kind === "member" && value.definition?.source).toBe("LEVELS[kind]");
  });

  test("not of a long table that is looked up in", () => {
    const fields = Array.from({ length: 40 }, (_, index) => `k${index}: ${index}`).join(", ");
    const value = readValue(`const T = { ${fields} }; use(T[kind])`);
    expect(value.kind === "member" && value.definition).toBeUndefined();
  });

  test("of a list, by its index", () => {
    expect(printValue(readValue('const l = ["a", "b"]; use(l[1])'), true)).toBe('"b"');
  });
});

describe("calls of functions of the file", () => {
  test.each([
    ["declarations", "function f(u) { return u.email }\nuse(f(user))", "user.email"],
    ["arrow functions", "const f = (u) => `Hi ${u.name}`;\nuse(f(user))", 'template("Hi ", user.name)'],
    ["several returns", "function f(u) { if (a) return u.email; else { return 1 } }\nuse(f(user))", "(user.email | 1)"],
    ["destructured parameters", "const f = ({ email: e }) => e;\nuse(f(user))", "user.email"],
    ["locals of the function", "function f(u) { const e = u.email; return e }\nuse(f(user))", "user.email"],
    ["one level only", "const g = (y) => y.id;\nconst f = (x) => g(x);\nuse(f(user))", "function(user)"],
    ["recursion", "function f(x) { return f(x) }\nuse(f(user))", "function(user)"],
    ["methods of objects", "const o = { f(x) { return x.id } };\nuse(o.f(user))", "user.id"],
    ["methods of the class", "class A { e() { return this.u.email } m() { use(this.e()) } }", "this.u.email"],
    ["useMemo", "const e = useMemo(() => user.email, []);\nuse(e)", "user.email"],
    ["useCallback", "const f = useCallback(() => user.email, []);\nuse(f())", "user.email"],
    ["awaited ones", "async function f() { return user.email }\nasync () => use(await f())", "user.email"],
    ["not generators", "function* f() { return user.email }\nuse(f())", "function()"],
    ["not those of nested functions", "function f() { g(() => { return a.email }); return 1 }\nuse(f())", "1"],
    ["not those with very many returns", `function f() { ${"if (a) return 1; ".repeat(17)} }\nuse(f())`, "function()"],
    ["not replaced ones", "function f() { return 1 }\nf = other;\nuse(f())", "f()"],
    ["called in place", "use((() => user.email)())", "user.email"],
    [
      "returns of a switch",
      "function f() { switch (a) { case 1: return 'x'; default: return 'y' } }\nuse(f())",
      '("x" | "y")',
    ],
    ["returns of a try", "function f() { try { return 'x' } catch { return 'y' } }\nuse(f())", '("x" | "y")'],
    ["returns of loops and blocks", "function f() { for (;;) { if (a) { return 'x' } } }\nuse(f())", '"x"'],
    [
      "not those of declared functions in it",
      "function f() { function g() { return a.email } return 1 }\nuse(f())",
      "1",
    ],
    ["not those of classes in it", "function f() { class A { m() { return a.email } } return 1 }\nuse(f())", "1"],
    ["methods of the same object", "const o = { e() { return user.email }, m() { use(this.e()) } }", "user.email"],
    ["fields that hold functions", "class A { e = () => user.email; m() { use(this.e()) } }", "user.email"],
    ["not setters", "const o = { set f(x) { return x.id } };\nuse(o.f(user))", "{}.f(user)"],
    ["not what a getter yields", "const o = { get f() { return user.email } };\nuse(o.f())", "user.email()"],
    ["not without a function to compute", "use(useMemo())", "useMemo()"],
    ["not without a function to keep", "const f = useCallback();\nuse(f())", "useCallback()()"],
    ["what useMemo computes of nothing", "const e = useMemo((x) => x, []);\nuse(e)", "x"],
    ["not what is counted", "let f; f++;\nuse(f())", "+number(f)()"],
    ["not what is taken out of a function", "const { f } = () => 1;\nuse(f())", "function.f()"],
    ["not methods whose name is not known", "const o = { f() { return 1 } };\nuse(o[k]())", "(function)()"],
    ["not made ones", 'function F() { return "x" }\nuse(new F())', "new function()"],
    ["merged objects", "const o = Object.assign({ a: 1 }, { a: 2 });\nuse(o.a)", "2"],
  ])("%s", (_name, code, printed) => {
    expect(printValue(readValue(code), true)).toBe(printed);
  });
});

describe("this", () => {
  test.each([
    ["a field", 'class A { kind = "x"; m() { use(this.kind) } }', '"x"'],
    ["a private field", "class A { #e = user.email; m() { use(this.#e) } }", "user.email"],
    ["written in the constructor", "class A { constructor(u) { this.e = u.email } m() { use(this.e) } }", "u.email"],
    ["a getter", "class A { get e() { return user.email } m() { use(this.e) } }", "user.email"],
    ["in an arrow function", "class A { e = user.email; m = () => use(this.e) }", "user.email"],
    ["not when written twice", "class A { e = user.email; n() { this.e = 1 } m() { use(this.e) } }", "this.e"],
    ["not when empty, to be filled from elsewhere", 'class A { e = ""; m() { use(this.e) } }', "this.e"],
    ["not when undefined, to be filled from elsewhere", "class A { e = undefined; m() { use(this.e) } }", "this.e"],
    [
      "not when empty, and written once",
      "class A { e = 0; n() { this.e = user.email } m() { use(this.e) } }",
      "this.e",
    ],
    ["a field that holds another name", "class A { e = other; m() { use(this.e) } }", "other"],
    ["not what is added to", "class A { e; n() { this.e += user.email } m() { use(this.e) } }", "this.e"],
    ["not when deleted", 'class A { e = "x"; n() { delete this.e } m() { use(this.e) } }', "this.e"],
    ["not when counted", "class A { e = 1; n() { this.e++ } m() { use(this.e) } }", "this.e"],
    ["not when a pattern writes it", 'class A { e = "x"; n(o) { ({ a: this.e } = o) } m() { use(this.e) } }', "this.e"],
    ["not when a list's pattern writes it", 'class A { e = "x"; n(o) { [this.e] = o } m() { use(this.e) } }', "this.e"],
    ["not when a rest is put there", 'class A { e = "x"; n(o) { [...this.e] = o } m() { use(this.e) } }', "this.e"],
    [
      "not when a pattern writes it by default",
      'class A { e = "x"; n(o) { [this.e = 1] = o } m() { use(this.e) } }',
      "this.e",
    ],
    ["not when a loop writes it", 'class A { e = "x"; n(o) { for (this.e of o); } m() { use(this.e) } }', "this.e"],
    ["not when any member is written", 'class A { e = "x"; n(k) { this[k] = 1 } m() { use(this.e) } }', "this.e"],
    [
      "when it is only read",
      'class A { e = "x"; n(o) { o.e = this.e; -this.e; [this.e]; ({ a: this.e }) } m() { use(this.e) } }',
      '"x"',
    ],
    [
      "when it names what a pattern takes",
      'class A { e = "x"; n(o, p) { ({ [this.e]: p } = o) } m() { use(this.e) } }',
      '"x"',
    ],
    [
      "when it is a pattern's default",
      'class A { e = "x"; n(o, p) { [p = this.e] = o; for (p of this.e); } m() { use(this.e) } }',
      '"x"',
    ],
    ["when another object's member is written", 'class A { e = "x"; n(o) { o.e = 1 } m() { use(this.e) } }', '"x"'],
    [
      "when a function with its own this writes",
      'class A { e = "x"; n() { function g() { this.e = 1 } } m() { use(this.e) } }',
      '"x"',
    ],
    [
      "when a class in the class writes",
      'class A { e = "x"; n() { class B { o() { this.e = 1 } } } m() { use(this.e) } }',
      '"x"',
    ],
    [
      "when a nameless class in the class writes",
      'class A { e = "x"; n() { return class { o() { this.e = 1 } } } m() { use(this.e) } }',
      '"x"',
    ],
    ["not a setter", "class A { set e(v) {} m() { use(this.e) } }", "this.e"],
    ["not in a function of its own", 'class A { e = "x"; m() { function f() { use(this.e) } } }', "this.e"],
    ["not in a function that is handed on", 'class A { e = "x"; m() { f(function () { use(this.e) }) } }', "this.e"],
    ["not in the key of a member", 'class A { e = "x"; [use(this.e)]() {} }', "this.e"],
    ["not outside of a class", "use(this.e)", "this.e"],
    ["in a static block", 'class A { static e = "x"; static { use(this.e) } }', '"x"'],
    ["in a getter of an object", "const o = { get e() { return user.email }, m() { use(this.e) } }", "user.email"],
    ["in an object's method in a class", 'class A { e = "x"; m() { return { m() { use(this.e) } } } }', "this.e"],
    [
      "in an object's arrow function, which has the class's",
      'class A { e = "x"; m() { return { m: () => use(this.e) } } }',
      '"x"',
    ],
  ])("%s", (_name, code, printed) => {
    expect(printValue(readValue(code), true)).toBe(printed);
  });

  test.each([
    ["a readonly field, though empty", 'class A { readonly e = ""; m() { use(this.e) } }', '""'],
    ["a parameter property with a default", "class A { constructor(private e = 1) {} m() { use(this.e) } }", "(e | 1)"],
    ["a field that is declared only", "class A { declare e: string; m() { use(this.e) } }", "this.e"],
    ["in a field with accessors", 'class A { e = "x"; accessor f = use(this.e) }', '"x"'],
    [
      "a field that an assertion writes",
      "class A { e = 1; n() { (this.e as number) = 2 } m() { use(this.e) } }",
      "this.e",
    ],
  ])("%s", (_name, code, printed) => {
    expect(printValue(readValue(code, "typescript"), true)).toBe(printed);
  });

  test("a parameter property is the parameter", () => {
    const value = readValue("class A { constructor(private email: string) {} m() { use(this.email) } }", "typescript");
    expect(value.kind === "member" && value.definition?.kind).toBe("name");
  });
});

describe("sorts and paths", () => {
  test.each([
    ["use(a ? 1 : 2)", "number"],
    ["use(a ? 1 : 'x')", undefined],
    ["use(new Date())", "date"],
    ["enum N { A, B } function f(x: N) { use(x) }", "number"],
    ["function f(x: Set<string>) { use(x) }", undefined],
    ["use(a + b)", undefined],
    ["use(NaN)", "number"],
    ["use(Infinity)", "number"],
    ["(NaN) => use(NaN)", undefined],
  ])("the sort of %s", (code, sort) => {
    expect(runtimeTypeOf(readValue(code, "typescript"))).toBe(sort);
  });

  test.each([
    ["a.b", ["a", "b"]],
    ["a[0].b", undefined],
    ["f().b", undefined],
  ])("the path of %s", (source, path) => {
    expect(pathOf(readValue(`use(${source})`))).toEqual(path);
  });
});

describe("errors", () => {
  test.each([
    ["use(new Error())", true],
    ["use(Error())", true],
    ["use(new app.NotFoundError())", true],
    ["use(new PaymentException())", true],
    ["use(new Foo())", false],
    ["use(toError())", false],
    ["use(new (pick())())", false],
    ["try { f() } catch (e) { use(e) }", true],
    ["try { f() } catch ({ e }) { use(e) }", false],
    ["f().catch((e) => use(e))", true],
    ["f().catch((x, e) => use(e))", false],
    ["f().catch(g, (e) => use(e))", false],
    ["f().then(g, (e) => use(e))", true],
    ["f().then((e) => use(e))", false],
    ["f().finally((e) => use(e))", false],
    ["f((e) => use(e))", false],
    ["f(function () { use(e) })", false],
    ["const f = (e) => use(e)", false],
    ["var e = 1; var e = 2; use(e)", false],
    ["use(e)", false],
    ["use(new TypeError())", true],
    ["use(TypeError())", false],
    ["use((() => {})())", false],
    ["use(new (f())())", false],
    ["f().catch(g((e) => use(e)))", false],
    ["catch_((e) => use(e))", false],
    ["f().catch(function (e) { use(e) })", true],
    ["f()?.catch((e) => use(e))", true],
    ["f()['catch']((e) => use(e))", true],
    ["new P.catch((e) => use(e))", false],
    ["import e from 'e'; use(e)", false],
    ["import { catch as e } from 'e'; use(e)", false],
    ["class E {} use(E)", false],
  ])("%s", (code, isError) => {
    expect(readValue(code).isError ?? false).toBe(isError);
  });
});

test.each([
  ["(e: Error) => use(e)", true],
  ["(e: TypeError) => use(e)", true],
  ["(e: AppError) => use(e)", false],
  ["f().catch(function (e) { var e = 2; use(e) })", false],
  ["f().catch(function () { use(arguments) })", false],
])("an error by its type, or by what hands it: %s", (code, isError) => {
  expect(readValue(code, "typescript").isError ?? false).toBe(isError);
});

describe("members of objects that are written to", () => {
  test.each([
    ["const d = { a: 1, b: 2 }; d.a = 3; use(d)", "{ b: 2, a: 3 }"],
    ["const d = { a: 1, b: 2 }; if (x) d.a = 3; use(d)", "{ b: 2, a: (1 | 3) }"],
    ["const d = { a: 1, b: 2 }; if (x) d.c = 3; use(d.b)", "2"],
    ["const o = { a: 1, [k]: 2 }; use(o.a)", "{ a: 1, [k]: 2, … }.a"],
    ["const o = { [k]: 2, a: 1 }; use(o.a)", "1"],
    ["const o = { a: 1, ...p }; use(o.a)", "{ ...p, a: 1, … }.a"],
    ["const d = { [a]: 1 }; d[b] = 2; use(d)", "{ [a]: 1, [b]: 2, … }"],
    ["const d = { a: 1 }; d.a += 2; use(d)", "{ a: +unknown(1, 2) }"],
    ["const [a] = await Promise.all([x, y]); use(a)", "x"],
    ["const [a] = await Promise.race([x, y]); use(a)", "Promise.race([x, y])[0]"],
    ["const [a] = await queue.all([x, y]); use(a)", "queue.all([x, y])[0]"],
    ["const [a] = await all([x, y]); use(a)", "all([x, y])[0]"],
    ["for (const [k, v] of Object.entries({ a: 'x' })) use(v)", '{ a: "x" }[]'],
    ["for (const [k, v] of Object.keys({ a: 'x' })) use(v)", 'Object.keys({ a: "x" })[][1]'],
    ["for (const [k, v] of entries({ a: 'x' })) use(v)", 'entries({ a: "x" })[][1]'],
    ["for (const { a: { b } } of [{ a: { b: 'x' } }]) use(b)", '({ a: { b: "x" } }).a.b'],
  ])("%s", (code, printed) => {
    expect(printValue(readValue(`async () => { ${code} }`), true)).toBe(printed);
  });

  test("what a field holds stands where it is written", () => {
    const code = "class A { o = { a: 1 }; m() { use(this.o) } }";
    const value = readValue(code);
    const held = value.kind === "member" ? value.definition : undefined;
    expect([held?.source, held && code.slice(...held.range)]).toEqual(["{ a: 1 }", "{ a: 1 }"]);
  });
});

describe("bindings", () => {
  test("tell the import, the uses and what is exported", () => {
    const [a, b] = readValues('import { x as y } from "m";\nexport const z = 1;\nuse(y, z); y;');
    expect(bindingOf(a)).toMatchObject({ name: "y", import: { module: "m", name: "x" }, exported: false });
    expect(bindingOf(a)?.uses).toHaveLength(2);
    expect(bindingOf(b)).toMatchObject({ exported: true, import: undefined });
  });

  test.each([
    ["exported later", "const a = 1; export { a }; use(a)", true],
    ["exported as default", "const a = 1; export default a; use(a)", true],
    ["exported by CommonJS", "const a = 1; module.exports = { a }; use(a)", true],
    ["not exported", "const a = 1; use(a)", false],
    ["given to an object of the file", "const a = 1; f().a = { a }; use(a)", false],
    ["given to a member of a class", "const a = 1; class A { m() { this.a = a } } use(a)", false],
    ["read from what is exported", "const a = 1; a.b = exports; use(a)", false],
    ["exported by CommonJS under its name", "const a = 1; exports.a = a; use(a)", true],
    ["exported by CommonJS by way of a choice", "const a = 1; exports.b = own ?? a; use(a)", true],
    ["exported by CommonJS within an object", "const a = 1; module.exports = { b: { a } }; use(a)", true],
    ["added to what is exported", "const a = 1; module.exports.b = a; use(a)", true],
    ["given to the module's object", "const a = 1; module.hot = a; use(a)", false],
    ["given to another object", "const a = 1; state.a = a; state.exports = a; use(a)", false],
    ["named as what is exported", "let exports = 1; exports = 2; use(exports)", false],
    ["a function exported as default", "export default function a() {} use(a)", true],
  ])("%s", (_name, code, exported) => {
    expect(bindingOf(readValue(code))?.exported).toBe(exported);
  });

  test("tell uses in the order of the source", () => {
    const code = "const a = 1; function f() { use(a) } a; function g() { a } a = 2; a;";
    const uses = bindingOf(readValue(code))?.uses ?? [];
    expect(uses.map(([start]) => start)).toEqual([32, 37, 55, 66]);
    expect(uses.map((range) => code.slice(...range))).toEqual(["a", "a", "a", "a"]);
  });

  test.each([
    ["the whole import", 'import { a } from "m";\nuse(a)', "use(a)"],
    ["one of several", 'import { b, a, c } from "m";\nuse(a)', 'import { b, c } from "m";\nuse(a)'],
    ["the first", 'import { a, b } from "m";\nuse(a)', 'import { b } from "m";\nuse(a)'],
    ["the last", 'import { b, a } from "m";\nuse(a)', 'import { b } from "m";\nuse(a)'],
    ["the last before a comma", 'import { b, a, } from "m";\nuse(a)', 'import { b, } from "m";\nuse(a)'],
    ["a default beside others", 'import a, { b } from "m";\nuse(a)', 'import { b } from "m";\nuse(a)'],
    ["one beside a default", 'import b, { a } from "m";\nuse(a)', 'import b from "m";\nuse(a)'],
    ["a namespace beside a default", 'import b, * as a from "m";\nuse(a)', 'import b from "m";\nuse(a)'],
    ["nothing where a comment would go", 'import { /* why */ a } from "m";\nuse(a)', undefined],
    ["nothing of a constant", "const a = f();\nuse(a)", undefined],
    ["nothing of what is exported", 'import { a } from "m";\nexport { a };\nuse(a)', undefined],
    ["nothing where a comment stands between", 'import { a, /* why */ b } from "m";\nuse(a)', undefined],
    ["nothing where a comment stands in the statement", 'import a /* why */ from "m";\nuse(a)', undefined],
    ["the statement alone behind another", 'f(); import { a } from "m";\nuse(a)', "f(); \nuse(a)"],
    ["the statement alone before another", 'import { a } from "m"; use(a)', " use(a)"],
    ["the statement alone before another of its line", 'import { a } from "m"; use(a)\n', " use(a)\n"],
    ["the line with white space at its end", 'import { a } from "m"; \t\nuse(a)', "use(a)"],
    ["one of two beside a default", 'import b, { a, c } from "m";\nuse(a)', 'import b, { c } from "m";\nuse(a)'],
    ["the last of two beside a default", 'import b, { c, a } from "m";\nuse(a)', 'import b, { c } from "m";\nuse(a)'],
    ["one beside a default, before a comma", 'import b, { a, } from "m";\nuse(a)', 'import b from "m";\nuse(a)'],
    ["a default beside a namespace", 'import a, * as b from "m";\nuse(a)', 'import * as b from "m";\nuse(a)'],
    [
      "an import, not the comments around",
      '/* 1 */import { a } from "m";/* 2 */\nuse(a) // 3',
      "/* 1 *//* 2 */\nuse(a) // 3",
    ],
    ["one of several, not the comments around", 'import { b, /* 1 */a /* 2 */ } from "m";\nuse(a)', undefined],
    [
      "one of several, not the comment beside",
      'import { a, b /* 1 */ } from "m";\nuse(a)',
      'import { b /* 1 */ } from "m";\nuse(a)',
    ],
  ])("remove %s", (_name, code, output) => {
    const removal = bindingOf(readValue(code))?.removal;
    expect(
      removal?.reduce((text, { range, text: by }) => text.slice(0, range[0]) + by + text.slice(range[1]), code),
    ).toBe(output);
  });

  test("an import of TypeScript's own form goes as a whole", () => {
    const code = 'import a = require("m");\nuse(a)';
    expect(bindingOf(readValue(code, "typescript"))?.removal).toEqual([{ range: [0, code.indexOf("use")], text: "" }]);
  });

  test("an import of a name that is declared again stays", () => {
    const code = 'import { a } from "m";\ninterface a {}\nuse(a)';
    expect(bindingOf(readValue(code, "typescript"))).toMatchObject({ name: "a", removal: undefined });
  });

  test("exports of the SDK are told by their path", () => {
    const [a, b] = readValues(
      'import * as S from "@sentry/node";\nimport { Severity } from "@sentry/node";\nuse(S.Severity.Warning, Severity)',
    );
    expect([sdkOf(a), sdkOf(b)]).toEqual([["Severity", "Warning"], ["Severity"]]);
  });
});

describe("large and cyclic input", () => {
  const many = 2000;

  test("a long concatenation", () => {
    const value = readValue(`use(${'"a" + '.repeat(2000)}b)`);
    expect(value.kind === "template" && value.parts).toHaveLength(2001);
  });

  test("nested conditionals, concatenations and templates", () => {
    const depth = 100;
    const nested = {
      conditional: `${"a ? 'x' : ".repeat(depth)}b`,
      sum: `${"'x' + (a + ".repeat(depth)}b${")".repeat(depth)}`,
      template: `${"`x${".repeat(depth)}b${"}`".repeat(depth)}`,
      members: `a${".b".repeat(depth)}`,
      calls: `${"f(".repeat(depth)}a${")".repeat(depth)}`,
      objects: `${"({ a: ".repeat(depth)}b${"})".repeat(depth)}`,
    };
    for (const [name, code] of Object.entries(nested)) {
      const value = readValue(`const a = { b: 1 }; use(${code})`);
      expect([name, alternatives(value).length > 0, value.type, printValue(value, true).length > 0]).toEqual([
        name,
        true,
        undefined,
        true,
      ]);
    }
  });

  test("a long chain of constants ends", () => {
    const names = Array.from({ length: many }, (_, index) => `const a${index + 1} = a${index}.x;`);
    const value = readValue(`const a0 = { x: 1 };\n${names.join("\n")}\nuse(a${many}.x, )`);
    expect(value.kind === "member" && value.definition?.kind).toBeUndefined();
  });

  test("long chains of sums of constants end", () => {
    const names = Array.from({ length: many }, (_, index) => `const a${index + 1} = a${index} + a${index};`);
    expect(readValue(`const a0 = 1;\n${names.join("\n")}\nuse(a${many} + "x")`).kind).toBe("template");
  });

  test("constants defined by one another end", () => {
    const value = readValue("const a = b, b = a; use(a)");
    expect(alternatives(value)).toHaveLength(1);
    expect(textOf(value)).toBeUndefined();
  });

  test("an object that holds itself ends", () => {
    const value = readValue("const a = {}; a.self = a; use(a.self.self.self)");
    expect(pathOf(value)).toEqual(["a", "self", "self", "self"]);
  });

  test("a variable written and read very often costs linear time", () => {
    const lines = Array.from({ length: 1500 }, (_, index) => `data.k${index} = a${index}; use(data);`);
    const before = performance.now();
    const values = readValues(`const data = {};\n${lines.join("\n")}`);
    for (const value of values) printValue(value, true);
    expect(values).toHaveLength(1500);
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 30_000);
});

function definitionOf(value: Value | undefined): Value | undefined {
  return value?.kind === "name" ? value.definition : undefined;
}

function bindingOf(value: Value | undefined) {
  return value?.kind === "name" ? value.binding : undefined;
}

function sdkOf(value: Value | undefined) {
  return value?.kind === "name" || value?.kind === "member" ? value.sdk : undefined;
}
