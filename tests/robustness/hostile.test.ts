import { Linter } from "eslint";
import { describe, expect, test, vi } from "vitest";
import plugin from "../../src/index.ts";
import { optionSchema } from "../support/option-schema.ts";
import { configOf, fixed, lint, timeOf, type Kind } from "./support.ts";

vi.setConfig({ testTimeout: 60_000 });

const DEPTH = 10_000;

/** A breadcrumb that every run has to report, so that a file is known to have been read to its end. */
const WRONG: Readonly<Record<"js" | "rust", string>> = {
  js: `Sentry.addBreadcrumb({ message: "saved", category: "cart", level: "warn" });`,
  rust: `fn end() { sentry::add_breadcrumb(Breadcrumb { category: Some("navigaton".into()), ..Default::default() }); }`,
};
const EXPECTED: Readonly<Record<"js" | "rust", string>> = {
  js: "sentry-breadcrumbs/valid-level",
  rust: "sentry-breadcrumbs/known-category",
};

function expectRead(code: string, kind: "js" | "rust", verify = lint): void {
  const messages = verify(code, kind);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  expect(messages.map(({ ruleId }) => ruleId)).toContain(EXPECTED[kind]);
}

/**
 * Nested expressions, each with the depth at which ESLint's parser and its own walk come to the end of Node's stack
 * without any rule, rounded down; they fail by themselves where they nest deeper.
 */
const NESTED: Readonly<Record<string, readonly [depth: number, nested: (depth: number) => string]>> = {
  templates: [500, (depth) => "`${".repeat(depth) + "x" + "}`".repeat(depth)],
  conditionals: [1500, (depth) => "a ? b : ".repeat(depth) + "c"],
  concatenations: [2000, (depth) => "a + ".repeat(depth) + '"!"'],
  "logical operators": [2000, (depth) => "a || ".repeat(depth) + '"!"'],
  arrays: [500, (depth) => "[".repeat(depth) + "]".repeat(depth)],
  objects: [400, (depth) => "{ a: ".repeat(depth) + "1" + " }".repeat(depth)],
  spreads: [400, (depth) => "{ ...".repeat(depth) + "x" + " }".repeat(depth)],
  calls: [400, (depth) => "f(".repeat(depth) + ")".repeat(depth)],
  members: [2000, (depth) => "a" + ".b".repeat(depth)],
  methods: [700, (depth) => "a" + ".trim()".repeat(depth)],
  parentheses: [400, (depth) => "(".repeat(depth) + "1" + ")".repeat(depth)],
  functions: [200, (depth) => "() => ".repeat(depth) + "1"],
};

const WIDTH = 2_000;

/** The same kinds of expressions, side by side. */
const WIDE: Readonly<Record<string, string>> = {
  "parts of a template": "`" + "${a} b ".repeat(WIDTH) + "`",
  "elements of an array": `[${"a, ".repeat(WIDTH)}]`,
  "fields of an object": `{ ${Array.from({ length: WIDTH }, (_, index) => `a${index}: user.email`).join(", ")} }`,
  "spreads of an object": `{ ${"...a, ".repeat(WIDTH)} }`,
  "arguments of a call": `f(${"a, ".repeat(WIDTH)})`,
  "expressions in a sequence": `(${"a, ".repeat(WIDTH)}b)`,
};

const RUST_NESTED: Readonly<Record<string, (depth: number) => string>> = {
  formats: (depth) => 'format!("{}", '.repeat(depth) + "x" + ")".repeat(depth),
  conditionals: (depth) => "if a { b } else { ".repeat(depth) + "c" + " }".repeat(depth),
  concatenations: (depth) => "a + ".repeat(depth) + '"!"',
  options: (depth) => "Some(".repeat(depth) + "x" + ")".repeat(depth),
  lists: (depth) => "vec![".repeat(depth) + "]".repeat(depth),
  json: (depth) => 'json!({ "a": '.repeat(depth) + "1" + " })".repeat(depth),
  blocks: (depth) => "{ ".repeat(depth) + "x" + " }".repeat(depth),
  conversions: (depth) => "x" + ".into()".repeat(depth),
  members: (depth) => "a" + ".b".repeat(depth),
  references: (depth) => "&".repeat(depth) + "x",
  matches: (depth) => "match x { _ => ".repeat(depth) + "x" + " }".repeat(depth),
};

describe("deep and wide", () => {
  test.each(Object.entries(NESTED))("%s in JavaScript, or as many as ESLint takes", (_, [depth, nested]) => {
    expectRead(breadcrumbsOf(nested(depth)) + WRONG.js, "js");
  });

  test.each(Object.entries(WIDE))("%s in JavaScript", (_, wide) => {
    expectRead(`Sentry.addBreadcrumb({ message: ${wide}, data: ${wide} });\n` + WRONG.js, "js");
  });

  test.each(Object.entries(RUST_NESTED))("10,000 nested %s in Rust", (_, nested) => {
    const program = ["message", "data"]
      .map(
        (field) =>
          `fn f() { sentry::add_breadcrumb(Breadcrumb { ${field}: ${nested(DEPTH)}, ..Default::default() }); }`,
      )
      .join("\n");
    // The parser may give up where nesting is this deep, and the file is not reported on then.
    expect(lint(WRONG.rust + program, "rust").filter(({ fatal }) => fatal)).toEqual([]);
    expectRead(WRONG.rust + program.replaceAll(nested(DEPTH), nested(20)), "rust");
  });
});

function breadcrumbsOf(value: string): string {
  const fields = ["message", "category", "level", "type", "timestamp", "data"];
  return fields.map((field) => `Sentry.addBreadcrumb({ ${field}: ${value} });\n`).join("");
}

describe("what goes round in circles", () => {
  test.each([
    "const a = b, b = a; Sentry.addBreadcrumb({ message: a, level: b, data: { a } });",
    "const a = a + 1; Sentry.addBreadcrumb({ message: a, category: `${a}` });",
    "const a = { ...a, b: a.b }; Sentry.addBreadcrumb(a); Sentry.addBreadcrumb({ data: a, message: a.b });",
    "let a = { message: 'x' }; a.data = a; Sentry.addBreadcrumb(a);",
    "const a = x ? b : a, b = x ? a : b; Sentry.addBreadcrumb({ level: a });",
    "function f(a) { f(a); Sentry.addBreadcrumb(a); } f({ message: f });",
    "function f(a) { g(a); } function g(a) { f(a); Sentry.addBreadcrumb({ message: a }); } g('x');",
    "const Sentry2 = Sentry2; Sentry2.addBreadcrumb({}); var s = s.Sentry; s.addBreadcrumb({});",
    "const { a = a, ...b } = b; Sentry.addBreadcrumb({ ...b, message: a });",
    "const f = () => f(); Sentry.addBreadcrumb(f()); Sentry.addBreadcrumb({ message: f(), data: f });",
    "class A extends A { crumb(x) { this.crumb(x); Sentry.addBreadcrumb({ message: x }); } }",
    "Sentry.init({ beforeBreadcrumb: h }); function h(b) { return h(b); } const k = k; Sentry.init(k);",
  ])("%s", (code) => {
    expectRead(`${code}\n${WRONG.js}`, "js");
  });

  test.each([
    "const A: &str = B; const B: &str = A; fn f() { sentry::add_breadcrumb(Breadcrumb { message: Some(A.into()), ..Default::default() }); }",
    "fn f() { let a = a; sentry::add_breadcrumb(Breadcrumb { message: a, ..a }); }",
    "fn f(b: Breadcrumb) { g(b); } fn g(b: Breadcrumb) { f(b); sentry::add_breadcrumb(b); }",
    "fn f() -> Breadcrumb { f() } fn g() { sentry::add_breadcrumb(f()); }",
    "use a as b; use b as a; fn f() { a::add_breadcrumb(Breadcrumb { message: b, ..Default::default() }); }",
    "macro_rules! m { ($x:expr) => { m!($x); sentry::add_breadcrumb($x) }; } fn f() { m!(m!(1)); }",
  ])("%s", (code) => {
    expectRead(`${code}\n${WRONG.rust}`, "rust");
  });

  test("a chain of 5,000 constants", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => `const a${index + 1} = a${index};`).join("\n");
    expectRead(`const a0 = "x";\n${chain}\nSentry.addBreadcrumb({ message: a5000, level: a5000 });\n${WRONG.js}`, "js");
  });

  test("constants that double at each step", () => {
    const steps = Array.from(
      { length: 60 },
      (_, index) => `const a${index + 1} = x ? a${index} : [a${index}] + a${index};`,
    );
    const makers = Array.from({ length: 60 }, (_, index) => `const f${index + 1} = () => f${index}()();`);
    expectRead(
      `const f0 = () => (m) => Sentry.addBreadcrumb({ message: m });\n${makers.join("\n")}\nf60()()("m");\n${WRONG.js}`,
      "js",
    );
    const uses =
      "Sentry.addBreadcrumb({ message: a60, category: a60, level: a60, type: a60, data: { a60, b: [a60] } });";
    expectRead(`const a0 = "x";\n${steps.join("\n")}\n${uses}\n${WRONG.js}`, "js");
    const objects = Array.from(
      { length: 60 },
      (_, index) => `const o${index + 1} = { a: o${index}, ...o${index}, b: o${index} };`,
    );
    const more = "Sentry.addBreadcrumb({ data: o60 }); Sentry.addBreadcrumb(o60);";
    expectRead(`const o0 = { email };\n${objects.join("\n")}\n${more}\n${WRONG.js}`, "js");
  });

  test.each([
    "var from = from || to, to = to || from;",
    "const { from = from, to = from } = { from, to };",
    "var [from = to, to = from] = [to, from];",
    "var from = [...to, from], to = { ...from, to };",
    "var from = `${from}${to}`, to = from ? to : from;",
    "let from, to; from = from ?? to; to = to && from; for (;;) { from = to + from; to = from ?? to; }",
    "function from(a) { return to(a) || from(to); } function to(a) { return from(a) || to(from); }",
    ...[2, 4, 6].map((count) => {
      const names = ["from", "to", "a", "b", "c", "d"].slice(0, count);
      return `var ${names.map((name) => `${name} = ${names.join(" || ")}`).join(", ")};`;
    }),
  ])("definitions that refer to one another: %s", (code) => {
    expectRead(
      `${code} Sentry.addBreadcrumb({ message: from, data: { from, to, all: [from, to] } }); ${WRONG.js}`,
      "js",
    );
  });

  test.each([
    "let mut from = a; let mut to = b; loop { from = from.or(to); to = if x { from } else { to }; }",
    'let from = from.or(to); let to = to.or(from); let from = format!("{from}{to}");',
  ])("Rust's definitions that refer to one another: %s", (code) => {
    const record = "sentry::add_breadcrumb(Breadcrumb { message: Some(from), ..Default::default() });";
    expectRead(`fn f() { ${code.replace(/ \}$/u, ` ${record} }`)} ${record} }\n${WRONG.rust}`, "rust");
  });

  test("Rust's variables that double at each step", () => {
    const steps = Array.from(
      { length: 60 },
      (_, index) => `let a${index + 1} = if x { a${index} } else { format!("{a${index}}{}", a${index}) };`,
    );
    const use =
      'sentry::add_breadcrumb(Breadcrumb { message: Some(a60), category: a60, data: json!({ "a": a60 }), ..Default::default() });';
    expectRead(`fn f() { let a0 = "x";\n${steps.join("\n")}\n${use} }\n${WRONG.rust}`, "rust");
  });
});

const MANY: Readonly<
  Record<string, { readonly kind: Kind; readonly head?: string; readonly each: (index: number) => string }>
> = {
  "in a row": {
    kind: "js",
    each: (i) => `Sentry.addBreadcrumb({ message: "a" + x${i}, category: "c${i % 50}", data: { email } });`,
  },
  "in one function of a class": {
    kind: "ts",
    each: (i) => `this.a(${i}); Sentry.addBreadcrumb({ message: \`a \${user.email}\`, level: "warn" as const });`,
  },
  "of one shared record": {
    kind: "js",
    head: "const crumb = { message: 'a', level: 'warn', extra: 1 };",
    each: () => "Sentry.addBreadcrumb(crumb);",
  },
  "of one shared text": {
    kind: "js",
    head: "const LEVEL = 'warn', AUTH = 'Auth';",
    each: () => "Sentry.addBreadcrumb({ level: LEVEL, category: AUTH, message: 'a' });",
  },
  "of one enum": {
    kind: "ts",
    head: 'import { Severity } from "@sentry/types";',
    each: () => "Sentry.addBreadcrumb({ level: Severity.Warning, message: 'a' });",
  },
  "through a wrapper": {
    kind: "js",
    head: "function note(m, d) { Sentry.addBreadcrumb({ message: m, data: d }); }",
    each: (i) => `note("a${i}", { email });`,
  },
  "through what functions hand out": {
    kind: "js",
    each: (i) =>
      `const make${i} = (c) => ({ m${i}: (m) => Sentry.addBreadcrumb({ category: c, message: m }) }); make${i}("a").m${i}("b");`,
  },
  "with captures": {
    kind: "js",
    each: (i) => `Sentry.captureMessage("m${i}"); Sentry.addBreadcrumb({ message: "a" });`,
  },
  "with requests": {
    kind: "js",
    head: 'import { fetch } from "x";',
    each: (i) => `fetch("/a/${i}"); console.log("a"); Sentry.addBreadcrumb({ category: "fetch", message: "a" });`,
  },
  "in Rust, in a row": {
    kind: "rust",
    each: (i) =>
      `pub fn f${i}(user: &User) { sentry::add_breadcrumb(Breadcrumb { message: Some(format!("a {}", user.email)), category: Some("c${i}".into()), ..Default::default() }); }`,
  },
  "in Rust, of one constant": {
    kind: "rust",
    head: 'const AUTH: &str = "Auth";',
    each: (i) =>
      `fn f${i}() { sentry::add_breadcrumb(Breadcrumb { category: Some(AUTH.into()), message: Some("a".into()), ..Default::default() }); }`,
  },
  "in Rust, through a wrapper": {
    kind: "rust",
    head: "fn note(m: &str) { sentry::add_breadcrumb(Breadcrumb { message: Some(m.into()), ..Default::default() }); }",
    each: (i) => `fn f${i}(user: &User) { note(&user.email); }`,
  },
  "by as many imported names": {
    kind: "js",
    each: (i) => `import { addBreadcrumb as a${i} } from "@sentry/browser"; a${i}({ message: "a" });`,
  },
  "in Rust, of as many constants": {
    kind: "rust",
    each: (i) =>
      `const C${i}: &str = "Auth"; pub fn f${i}() { sentry::add_breadcrumb(Breadcrumb { category: Some(C${i}.into()), ..Default::default() }); }`,
  },
  "in Rust, of variables of one name": {
    kind: "rust",
    each: (i) =>
      `pub fn f${i}() { let text = "Auth"; sentry::add_breadcrumb(Breadcrumb { category: Some(text.into()), ..Default::default() }); }`,
  },
  "in one function of Rust": {
    kind: "rust",
    head: "fn g() {",
    each: () => `sentry::add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });`,
  },
};

describe("thousands of breadcrumbs", () => {
  test.each(Object.entries(MANY))("%s take time in proportion", (_, { kind, head = "", each }) => {
    const program = (count: number) =>
      `${kind === "rust" ? "use sentry::Breadcrumb;" : 'import * as Sentry from "@sentry/node";'}\n${head}\n` +
      Array.from({ length: count }, (_, index) => each(index)).join("\n");
    const [few, many] = [program(200), program(800)];
    lint(program(100), kind, "everything");
    const ratio = () =>
      timeOf(() => lint(many, kind, "everything"), 1) / timeOf(() => lint(few, kind, "everything"), 1);
    // Four times as many take four times as long; a square would be sixteen. A busy machine is given a second chance.
    expect(Math.min(...[ratio()].flatMap((first) => (first < 6 ? [first] : [first, ratio(), ratio()])))).toBeLessThan(
      8,
    );
  });
});

/** Records that hold as many leaks as they have fields. */
const LEAKS: Readonly<Record<string, readonly [kind: "js" | "rust", record: (count: number) => string]>> = {
  "of an object": [
    "js",
    (count) => `Sentry.addBreadcrumb({ data: { ${lines(count, (i) => `a${i}: user.email,`)} } });`,
  ],
  "of one message": [
    "js",
    (count) => `Sentry.addBreadcrumb({ message: \`${lines(count * 2, (i) => `\${user.a${i}.email}`)}\` });`,
  ],
  "of what one function hands out": [
    "js",
    (count) =>
      `const make = (c) => ({ ${lines(count, (i) => `m${i}: (m) => Sentry.addBreadcrumb({ category: c, message: m }),`)} });\nconst log = make("a"); ${lines(count, (i) => `log.m${i}(user.email);`)}`,
  ],
  "of a map in Rust": [
    "rust",
    (count) =>
      `fn f() { sentry::add_breadcrumb(Breadcrumb { data: BTreeMap::from([${lines(count, (i) => `("a${i}".into(), user.email.into()),`)}]), ..Default::default() }); }`,
  ],
  "of JSON in Rust": [
    "rust",
    (count) =>
      `fn f() { sentry::add_breadcrumb(Breadcrumb { data: json!({ ${lines(count, (i) => `"a${i}": user.email,`)} }), ..Default::default() }); }`,
  ],
};

function lines(count: number, each: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => each(index)).join("\n");
}

describe("thousands of fields", () => {
  test.each(Object.entries(LEAKS))("%s take time in proportion", (_, [kind, record]) => {
    const [few, many] = [record(300), record(1_200)];
    lint(record(100), kind);
    const ratio = () => timeOf(() => lint(many, kind), 1) / timeOf(() => lint(few, kind), 1);
    expect(Math.min(...[ratio()].flatMap((first) => (first < 6 ? [first] : [first, ratio(), ratio()])))).toBeLessThan(
      8,
    );
    expectRead(many + WRONG[kind], kind);
  });
});

describe("names as long as files", () => {
  test.each(["a", "a_", "userEmail", "A"])("of many %s", (part) => {
    const name = part.repeat(500_000 / part.length);
    const js = `const ${name}z = user.${name}; function ${name}(m) { Sentry.addBreadcrumb({ message: m, ${name}, data: { ${name}z, b: a.${name} } }); } ${name}(${name}z);`;
    expectRead(js + WRONG.js, "js");
    // V8 compiles no pattern of this length.
    const constant = `const ${name}: &str = "Auth"; fn ${name}f(m: &str) { let ${name}z = format!("a {}", m); sentry::add_breadcrumb(Breadcrumb { message: Some(${name}z), category: Some(${name}.into()), data: map! { ${name} => ${name} }, ..Default::default() }); }`;
    expectRead(constant + WRONG.rust, "rust");
  });
});

const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
  "then",
  "__defineGetter__",
];

describe("names that every object of JavaScript has", () => {
  test.each(NAMES)("%s", (name) => {
    const texts = `message: "${name}", category: "${name}", level: "${name}", type: "${name}"`;
    const crumbs = [
      `Sentry.addBreadcrumb({ ${texts}, data: { "${name}": ${name}, a: ${name} } });`,
      `Sentry.addBreadcrumb({ "${name}": 1, message: Sentry.Severity.${name}, data: x.${name}, level: Severity["${name}"] });`,
      `Sentry.${name}.addBreadcrumb({ ...${name}, [${name}]: ${name}() });`,
      `Sentry["${name}"]({ message: "a" }); ${name}.addBreadcrumb({ message: "a" });`,
      `function note(${name}) { Sentry.addBreadcrumb({ message: ${name} }); } note("a");`,
      `Sentry.init({ "${name}": 1, integrations: [${name}()], beforeBreadcrumb(${name}) { return ${name}; } });`,
    ];
    const code = `import { Severity, ${name} as other } from "@sentry/node"; import * as Sentry from "@sentry/node";\n`;
    expectRead(code + crumbs.join("\n") + WRONG.js, "js");
    expectRead(code + crumbs.join("\n") + WRONG.js, "js", (text, kind) => lint(text, kind, "everything"));
    const rustTexts = `category: Some("${name}".into()), ty: "${name}".into(), level: Level::${name}, message: ${name}`;
    const rust = `fn ${name}() { sentry::add_breadcrumb(Breadcrumb { ${rustTexts}, ..${name} }); ${name}::add_breadcrumb(${name}(${name})); }`;
    expectRead(`use sentry::${name};\n${rust}\n${WRONG.rust}`, "rust");
  });

  test.each(NAMES)("the category %s is as unknown as any other, and as known once declared", (name) => {
    const code = `import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({ message: "a", category: "${name}" });`;
    const of = (categories: readonly string[]) =>
      new Linter()
        .verify(code, configOf("js", "defaults", { categories }))
        .filter(({ ruleId }) => ruleId === "sentry-breadcrumbs/known-category").length;
    expect(of(["cart"])).toBe(1);
    expect(of([name])).toBe(0);
  });

  test.each(NAMES)("the level and the type %s are reported", (name) => {
    const code = `import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({ level: "${name}", type: "${name}" });`;
    const rules = lint(code, "js").map(({ ruleId }) => ruleId);
    expect(rules).toContain("sentry-breadcrumbs/valid-level");
    expect(rules).toContain("sentry-breadcrumbs/valid-type");
  });
});

describe("odd texts", () => {
  const js = (text: string) =>
    `const Sentry = require("@sentry/node");\nSentry.addBreadcrumb({ message: "a${text}", category: "cart", level: "warn" });\n`;

  test.each([
    ["lone surrogates", js("\uD800 \uDFFF")],
    ["escaped lone surrogates", js("\\uD800\\uDFFF\\u{10FFFF}")],
    ["a byte order mark", `\uFEFF${js("")}`],
    ["two byte order marks", `\uFEFF\uFEFF${js("")}`],
    ["carriage returns and line feeds", js("").replaceAll("\n", "\r\n")],
    ["carriage returns", js("").replaceAll("\n", "\r")],
    ["line separators", js("").replaceAll("\n", "\u2028")],
    ["text from right to left", js("\u202E\u2066\u05D0")],
    ["control characters", js("\0\u0001\u001B[31m")],
  ])("%s: the level is mended, and nothing else changes", (_, code) => {
    const { output, messages } = fixed(code, "js");
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(output).toBe(code.replace('"warn"', '"warning"'));
  });

  test.each([
    ["lone surrogates", "\uD800 \uDFFF"],
    ["a byte order mark", "\uFEFF"],
    ["carriage returns", "\r\n\r"],
    ["control characters", "\0\u0001"],
  ])("%s in Rust", (_, text) => {
    expectRead(
      `${text}// ${text}\nfn f() { let a = "${text}"; sentry::add_breadcrumb(Breadcrumb { message: Some(a.into()), ..Default::default() }); }\r\n${WRONG.rust}`,
      "rust",
    );
  });
});

/** Set `ROBUSTNESS_MEGABYTES=10` for files of 10 MB. */
describe("big files", () => {
  const MEGABYTES = Number(process.env["ROBUSTNESS_MEGABYTES"] ?? 2);
  const SIZE = MEGABYTES * 1024 * 1024;

  test("megabytes of Rust around a breadcrumb", () => {
    const line = "fn f(a: u8) -> u8 { let b = a + 1; b * 2 } // a line of code like any other in a file\n";
    expectRead(line.repeat(SIZE / line.length) + WRONG.rust, "rust");
  });

  test("megabytes of text in one Rust string, and in one line", () => {
    expectRead(`const A: &str = "${"a b@c.de ".repeat(SIZE / 9)}";\n${WRONG.rust}`, "rust");
    const call = (text: string) =>
      `fn f() { sentry::add_breadcrumb(Breadcrumb { message: Some("${text}".into()), ..Default::default() }); }`;
    expectRead(call("a1-".repeat(SIZE / 3)) + WRONG.rust, "rust");
  });

  test("megabytes of text in a breadcrumb of JavaScript", () => {
    for (const text of ["a", "a@", "1 ", "eyJ.", "x=1&", "password", "..", "+1 (", "was ", "😀"]) {
      const message = text.repeat(SIZE / text.length / 8);
      expectRead(
        `Sentry.addBreadcrumb({ message: "${message}", category: "${message}", data: { a: "${message}" } });\n${WRONG.js}`,
        "js",
      );
    }
    expectRead(`/* ${"a ".repeat(SIZE / 2)} */ ${WRONG.js}`, "js");
  });

  test.each([" (", " was", "\\n@", "::", "😀"])("many “%s” in a message between values", (text) => {
    const words = text.repeat(SIZE / text.length / 8);
    expectRead(`Sentry.addBreadcrumb({ message: \`\${a} b${words}\${a}\` });\n${WRONG.js}`, "js", (code, kind) =>
      lint(code, kind, "everything"),
    );
    const rust = `fn f() { sentry::add_breadcrumb(Breadcrumb { message: Some(format!("{} b${words}{}", a, c)), ..Default::default() }); }`;
    expectRead(rust + WRONG.rust, "rust", (code, kind) => lint(code, kind, "everything"));
  });
});

describe("options that are no regular expressions", () => {
  test("patterns of categories take linear time", () => {
    const categories = ["*a".repeat(5_000), `${"a*".repeat(5_000)}b`, "(a+)+$", "[", "\\", ".*", "(?=a)"];
    const code = `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "a", category: "${"a".repeat(5_000)}!" });`;
    const start = performance.now();
    const messages = new Linter().verify(code, configOf("js", "defaults", { categories }));
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(messages.map(({ ruleId }) => ruleId)).toContain("sentry-breadcrumbs/known-category");
  });

  test("no text is a pattern where names and words are meant", () => {
    const words = ["(a+)+$", "[", "\\", "(?<x>", "*", "+", "a|b", "a{1,99999}", "^", "$"];
    const code = `import * as Sentry from "@sentry/node";\nSentry.addBreadcrumb({ message: "${"a".repeat(40)}! b", category: "cart", data: { user: a } });`;
    const config = configOf("js");
    const rules = (options: Record<string, unknown>) =>
      new Linter().verify(code, { ...config, rules: { ...config.rules, ...options } as Linter.RulesRecord });
    const start = performance.now();
    const messages = rules({
      "sentry-breadcrumbs/no-filtered-text": ["error", { words, allow: words }],
      "sentry-breadcrumbs/no-pii": ["error", { allow: words, deny: words, sanitizers: words, owners: words }],
    });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(messages.filter(({ ruleId }) => ruleId === "sentry-breadcrumbs/no-filtered-text")).toEqual([]);
  });
});

describe("settings of the wrong shape", () => {
  const CODE = 'import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({ message: "a" });';
  const LIST = "expected an array";

  test.each<[unknown, string]>([
    [null, 'settings["sentry-breadcrumbs"] is null, expected an object'],
    ["x", 'settings["sentry-breadcrumbs"] is "x", expected an object'],
    [[], 'settings["sentry-breadcrumbs"] is [], expected an object'],
    [{ modules: "x" }, `.modules is "x", ${LIST}`],
    [{ modules: { length: 1 } }, `.modules is {"length":1}, ${LIST}`],
    [{ categories: [1] }, ".categories[0] is 1, expected a non-empty string"],
    [{ categories: [""] }, '.categories[0] is "", expected a non-empty string'],
    [
      { wrappers: [{ name: "a", parameters: ["toString"] }] },
      '.wrappers[0].parameters[0] is "toString", expected one of',
    ],
    [{ wrappers: [{ constructor: 1, name: "a" }] }, ".wrappers[0].constructor is unknown"],
    [{ wrappers: [null] }, ".wrappers[0] is null, expected a name, or an object"],
    [{ wrappers: [{}] }, ".wrappers[0].name is undefined, expected a non-empty string"],
    [{ sdkVersion: "latest" }, '.sdkVersion is "latest", expected a version such as'],
    [{ sdkVersion: 10.1 }, ".sdkVersion is 10.1, expected a version such as"],
    [{ sdkVersion: true }, ".sdkVersion is true, expected a version such as"],
    [{ integrations: ["console"] }, '.integrations is ["console"], expected an object'],
    [{ integrations: { console: 1 } }, '.integrations.console is 1, expected true, false, "browser"'],
    [{ integrations: { toString: true } }, ".integrations.toString is unknown"],
    [JSON.parse('{ "__proto__": 1 }'), ".__proto__ is unknown. The keys are modules"],
    [{ hasOwnProperty: 1 }, ".hasOwnProperty is unknown. The keys are modules"],
  ])("%j", (settings, said) => {
    expect(() => new Linter().verify(CODE, configOf("js", "defaults", settings))).toThrow(said);
  });
});

describe("options of the wrong shape", () => {
  /** What ESLint says of a value that a rule's schema does not take; the rule never sees it. */
  const refusal = (name: string, options: unknown): string => {
    const config = {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { [`sentry-breadcrumbs/${name}`]: ["error", options] },
    };
    try {
      new Linter().verify("x", config as unknown as Linter.Config);
    } catch (error) {
      return String(error);
    }
    return "";
  };

  test.each(Object.entries(plugin.rules ?? {}))("%s takes none", (name, rule) => {
    for (const wrong of [null, 1, "x", [], { toString: 1 }, JSON.parse('{ "__proto__": 1 }'), { constructor: {} }]) {
      const said = refusal(name, wrong);
      expect(said, JSON.stringify(wrong)).toContain(`sentry-breadcrumbs/${name}`);
    }
    for (const key of Object.keys(optionSchema(rule)?.properties ?? {})) {
      for (const wrong of [null, { x: 1 }, -1, [1], [""], ["x", "x"]]) {
        const said = refusal(name, { [key]: wrong });
        expect(said, `${key}: ${JSON.stringify(wrong)}`).toContain(`sentry-breadcrumbs/${name}`);
        expect(said, `${key}: ${JSON.stringify(wrong)}`).toMatch(/should |must |Unexpected property/);
      }
    }
  });
});
