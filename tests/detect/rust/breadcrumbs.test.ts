import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/breadcrumb/index.ts";
import { printValue } from "../../support/print-value.ts";
import { detect, only, showAll } from "./support.ts";

/** A file with the usual imports and a function. */
function file(body: string): string {
  return `use sentry::{add_breadcrumb, protocol::Map, Breadcrumb, Level};\nfn f() {\n${body}\n}\n`;
}

describe("what a call is given", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "a literal",
      'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });',
      ['sdk message="a"'],
    ],
    [
      "all fields",
      "add_breadcrumb(Breadcrumb { ty, category, level, message, timestamp, data });",
      ["sdk type=ty category=category message=message level=level timestamp=timestamp data=data"],
    ],
    ["another base", "add_breadcrumb(Breadcrumb { message: None, ..base });", ["sdk message=None …"]],
    ["the type's own default", "add_breadcrumb(Breadcrumb { ..Breadcrumb::default() });", ["sdk"]],
    [
      "a closure",
      'add_breadcrumb(|| Breadcrumb { category: Some("a".into()), ..Default::default() });',
      ['sdk category="a"'],
    ],
    [
      "a closure with a body",
      "add_breadcrumb(move || { let m = x; Breadcrumb { message: Some(m), ..Default::default() } });",
      ["sdk message=m"],
    ],
    [
      "a block",
      "add_breadcrumb({ let m = x; Breadcrumb { message: Some(m), ..Default::default() } });",
      ["sdk message=m"],
    ],
    [
      "a list",
      "add_breadcrumb(vec![Breadcrumb { message: a, ..Default::default() }, Breadcrumb { message: b, ..Default::default() }]);",
      ["sdk message=a", "sdk message=b"],
    ],
    ["an array", "add_breadcrumb([Breadcrumb { message: a, ..Default::default() }]);", ["sdk message=a"]],
    ["an option", "add_breadcrumb(Some(Breadcrumb { message: a, ..Default::default() }));", ["sdk message=a"]],
    ["nothing", "add_breadcrumb(None); add_breadcrumb(|| None);", []],
    [
      "one of two",
      "add_breadcrumb(if x { Breadcrumb { message: a, ..Default::default() } } else { Breadcrumb { message: b, ..Default::default() } });",
      ["sdk message=a", "sdk message=b"],
    ],
    [
      "a variable",
      "let b = Breadcrumb { message: a, ..Default::default() }; add_breadcrumb(b.clone());",
      ["sdk message=a"],
    ],
    [
      "steps",
      "let mut b = Breadcrumb::default(); b.message = Some(m); b.ty = t; add_breadcrumb(b);",
      ["sdk type=t message=m"],
    ],
    [
      "steps of the data",
      'let mut b = Breadcrumb::default(); b.data.insert("k".into(), v.into()); add_breadcrumb(b);',
      ["sdk data=Breadcrumb::default()"],
    ],
    ["something unseen", "add_breadcrumb(make());", ["sdk …"]],
    [
      "a function of the file",
      "add_breadcrumb(made());\n} fn made() -> Breadcrumb { Breadcrumb { message: a, ..Default::default() }",
      ["sdk message=a"],
    ],
  ])("%s", (_, body, shown) => {
    expect(showAll(file(body))).toEqual(shown);
  });
});

describe("calls within macros", () => {
  const call = "add_breadcrumb(Breadcrumb { message: Some(email), ..Default::default() })";

  test.each([
    `tokio::select! { _ = a() => { ${call}; } x = b() => ${call}, }`.replace(`x = b() => ${call}, `, ""),
    `tokio::select! { x = rx.recv() => ${call}, }`,
    `assert!({ ${call}; true });`,
    `outer!(inner! { ${call}; });`,
    `vec![${call}];`,
  ])("%s", (body) => {
    const text = file(`/* é🦀 */ ${body}`);
    const { callee, message, range } = only(text);
    expect(text.slice(...callee.range)).toBe("add_breadcrumb");
    expect(text.slice(...range)).toBe(call);
    expect(message && text.slice(...message.value.range)).toBe("email");
  });

  test("of macros that are defined in the file are no calls to count", () => {
    const [breadcrumb, ...others] = detect(
      "macro_rules! crumb { ($m:expr) => { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some($m.into()), ..Default::default() }) }; }",
    ).breadcrumbs;
    expect(others).toEqual([]);
    expect(breadcrumb?.place.forwards).toBe(true);
    expect(breadcrumb?.message && printValue(breadcrumb.message.value)).toBe("?");
  });
});

describe("wrappers of the file", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "fields from parameters",
      'fn crumb(category: &str, message: String) { sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(category.into()), message: Some(message), ..Default::default() }); } fn f() { crumb("a", m); }',
      ["sdk category=category message=message", 'wrapper category="a" message=m …'],
    ],
    [
      "a whole breadcrumb",
      "fn log(b: sentry::Breadcrumb) { sentry::add_breadcrumb(b); } fn f() { log(sentry::Breadcrumb { message: m, ..Default::default() }); }",
      ["sdk …", "wrapper message=m …"],
    ],
    [
      "a breadcrumb that is the rest of one",
      "fn log(b: sentry::Breadcrumb) { sentry::add_breadcrumb(sentry::Breadcrumb { ..b }); } fn f() { log(sentry::Breadcrumb { message: m, ..Default::default() }); }",
      ["sdk …", "wrapper message=m …"],
    ],
    [
      "a message that is put together",
      'fn crumb(who: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(format!("Hi {who}")), ..Default::default() }); } fn f() { crumb(&user.email); }',
      ['sdk message=format!("Hi {who}")', "wrapper message=user.email …"],
    ],
    [
      "a method",
      'struct S; impl S { fn crumb(&self, m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f(&self) { self.crumb("a"); } }',
      ["sdk message=m", 'wrapper message="a" …'],
    ],
    [
      "an associated function",
      'struct S; impl S { fn crumb(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f() { Self::crumb("a"); } } fn g() { S::crumb("b"); }',
      ["sdk message=m", 'wrapper message="a" …', 'wrapper message="b" …'],
    ],
    [
      "a closure",
      'fn f() { let crumb = |m: &str| sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); crumb("a"); }',
      ["sdk message=m", 'wrapper message="a" …'],
    ],
    [
      "a wrapper of a wrapper",
      'fn a(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn b(x: &str) { a(x); } fn f() { b("a"); }',
      ["sdk message=m", "wrapper message=x …", 'wrapper message="a" …'],
    ],
    [
      "the SDK's own name",
      'fn add_breadcrumb(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f() { add_breadcrumb("a"); }',
      ["sdk message=m", 'wrapper message="a" …'],
    ],
    [
      "a parameter that is shadowed reaches nothing",
      'fn crumb(m: &str) { let m = "x"; sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f() { crumb("a"); }',
      ["sdk message=m"],
    ],
    [
      "a function that passes nothing on is none",
      'fn save(id: u8) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some("saved".into()), ..Default::default() }); } fn f() { save(1); }',
      ['sdk message="saved"'],
    ],
    [
      "a method of a value whose type the file has",
      'struct S; impl S { fn crumb(&self, m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f(&self, s: &S, crumb: F) { s.crumb("a"); self.other(); crumb("b"); self.crumb(); } }',
      ["sdk message=m", 'wrapper message="a" …'],
    ],
    [
      "a constant of that name is none",
      'struct S; impl S { const CRUMB: F = g; fn crumb(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f(&self) { S::CRUMB("a"); self.CRUMB("a"); } }',
      ["sdk message=m"],
    ],
    [
      "a method by its path is given what it is called on",
      'struct S; impl S { fn crumb(&self, m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f(&self) { S::crumb(self, "a"); } }',
      ["sdk message=m", 'wrapper message="a" …'],
    ],
    [
      "a function that calls itself",
      "fn crumb(m: &str) { crumb(m); sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); }",
      ["wrapper message=m …", "sdk message=m"],
    ],
  ])("%s", (_, text, shown) => {
    expect(showAll(text)).toEqual(shown);
  });

  /** What a text records; `REC(m)` records a breadcrumb with a message. */
  function recorded(text: string, settings?: Readonly<Record<string, unknown>>): readonly string[] {
    const call = "sentry::add_breadcrumb(sentry::Breadcrumb { message: Some($1.into()), ..Default::default() })";
    return showAll(text.replaceAll(/REC\(([^)]*)\)/gu, call), settings);
  }

  test.each<[text: string, ...shown: string[]]>([
    ['fn a(m: &str) { REC(m); REC(m); } fn f() { a("1"); }', "sdk message=m", "sdk message=m", 'wrapper message="1" …'],
    ["fn a((m, n): (A, B)) { REC(m); } fn f() { a(x); }", "sdk message=m"],
    ["fn a(u: User) { REC(u.name); } fn f() { a(x); }", "sdk message=u.name"],
    ['fn a(m: &str) { run(|| REC(m)); } fn f() { a("1"); }', "sdk message=m", 'wrapper message="1" …'],
    ['fn a(m: &str) { run(|| { run(|| REC(m)) }); } fn f() { a("1"); }', "sdk message=m", 'wrapper message="1" …'],
    ['fn a(m: &str) { run(|n| REC(n)); } fn f() { a("1"); }', "sdk message=n"],
    ['fn a(m: &str) { for n in xs { REC(n); } } fn f() { a("1"); }', "sdk message=n"],
    ['fn a(m: &str) { let n = m; REC(n); } fn f() { a("1"); }', "sdk message=n", 'wrapper message="1" …'],
    [
      'fn a(m: &str) { let n = if x { m } else { "b" }; REC(n); } fn f() { a("1"); }',
      "sdk message=n",
      'wrapper message="1" …',
    ],
    ['fn a(m: String) { let m = m.trim(); REC(m); } fn f() { a("1"); }', "sdk message=m", 'wrapper message="1" …'],
    [
      'fn f() { let a = |m: &str| REC(m); let b = |m: &str| a(m); b("1"); }',
      "sdk message=m",
      "wrapper message=m …",
      'wrapper message="1" …',
    ],
    ['fn f(a: F) { a("1"); } fn a(m: &str) { REC(m); }', "sdk message=m"],
    [
      'mod n { pub fn a(m: &str) { REC(m); } } fn f() { n::a("1"); o::a("2"); }',
      "sdk message=m",
      'wrapper message="1" …',
    ],
    [
      'struct S; impl S { fn a(self: Arc<Self>, m: &str) { REC(m); } fn b(&self) { self.a("1"); self.b.a("2"); } }',
      "sdk message=m",
      'wrapper message="1" …',
    ],
    ['struct S; impl S { const A: F = g; fn a(m: &str) { REC(m); } fn b(&self) { self.A("1"); } }', "sdk message=m"],
    [
      'fn a(x: u8, m: &str) { REC(m); b(m); } fn b(m: &str) { REC(m); } fn f() { a(1, "2"); b("3"); }',
      "sdk message=m",
      "wrapper message=m …",
      "sdk message=m",
      'wrapper message="2" …',
      'wrapper message="3" …',
    ],
    ['REC(m); fn f() { a("1"); }', "sdk message=m"],
    ['macro_rules! c { ($m:expr) => { REC($m) }; } fn f() { c!("1"); }', "sdk message=$m", 'wrapper message="1" …'],
  ])("%s", (text, ...shown) => {
    expect(recorded(text)).toEqual(shown);
  });

  test.each<[text: string, ...shown: string[]]>([
    ["{m} {n}", '("1" | "2")'],
    ["{m} {m}", '("1" | "1")'],
    ["[app] {m}", '"1"'],
  ])("of a message that the body puts together, the call's parts: %s", (format, printed) => {
    const message = `Some(format!("${format}"))`;
    const body = `sentry::add_breadcrumb(sentry::Breadcrumb { message: ${message}, ..Default::default() });`;
    const [, called] = detect(`fn a(m: &str, n: &str) { ${body} } fn f() { a("1", "2"); }`).breadcrumbs;
    expect(called?.message && printValue(called.message.value)).toBe(printed);
  });

  test("a category that a parameter is only part of is not known to the call", () => {
    const body =
      'sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(format!("x.{c}")), ..Default::default() });';
    const [, called] = detect(`fn a(c: &str) { ${body} } fn f() { a("1"); }`).breadcrumbs;
    expect(called?.category && printValue(called.category.value)).toBe('template(?, "1")');
    expect(called?.category && textOf(called.category.value)).toBeUndefined();
  });

  test("take what they are given, and no more", () => {
    const body = "sentry::add_breadcrumb(sentry::Breadcrumb { category: c, message: m, ..Default::default() });";
    expect(showAll(`fn a(m: M, c: C) { ${body} } fn f() { a("1", "2"); a("3"); a(); }`).slice(1)).toEqual([
      'wrapper category="2" message="1" …',
      'wrapper message="3" …',
    ]);
  });

  test("take a breadcrumb, if only in one case", () => {
    const [, called] = showAll(
      "fn a(b: B, x: bool) { sentry::add_breadcrumb(if x { b } else { c }); } fn f() { a(sentry::Breadcrumb { message: m, ..Default::default() }, true); }",
    );
    expect(called).toBe("wrapper message=m …");
  });

  test("forward, and their callers do not", () => {
    const { breadcrumbs } = detect(
      'fn crumb(m: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(m.into()), ..Default::default() }); } fn f() { crumb("a"); }',
    );
    expect(breadcrumbs.map(({ place }) => place.forwards)).toEqual([true, false]);
  });
});

describe("place", () => {
  test.each([
    ["add_breadcrumb(b);", "f", true],
    ["add_breadcrumb(b)", "f", false],
    ["let x = add_breadcrumb(b);", "f", false],
    ["if x { add_breadcrumb(b); }", "f", true],
    ["run(|| add_breadcrumb(b));", undefined, false],
    ["let g = |x| { add_breadcrumb(b); };", "g", true],
    ["match x { _ => add_breadcrumb(b), }", "f", false],
  ])("%s", (body, name, statement) => {
    const { place } = only(file(body));
    expect([place.function?.name, place.statement]).toEqual([name, statement]);
  });
});

describe("what to cut", () => {
  /** A body with a field of the breadcrumb cut out. */
  function cut(body: string, name: "message" | "category" | "data"): string | undefined {
    const text = file(body);
    const range = only(text)[name]?.removal;
    return range && `${text.slice(0, range[0])}${text.slice(range[1])}`.split("\n").slice(2, -2).join("\n");
  }

  test("a field with its comma", () => {
    expect(cut("add_breadcrumb(Breadcrumb { message: m, ..Default::default() });", "message")).toBe(
      "add_breadcrumb(Breadcrumb { ..Default::default() });",
    );
    expect(cut("add_breadcrumb(Breadcrumb { category: c, message: m, ..Default::default() });", "message")).toBe(
      "add_breadcrumb(Breadcrumb { category: c, ..Default::default() });",
    );
    expect(
      cut("add_breadcrumb(Breadcrumb {\n  category: c,\n  message: m,\n  ..Default::default()\n});", "message"),
    ).toBe("add_breadcrumb(Breadcrumb {\n  category: c,\n  ..Default::default()\n});");
    expect(
      cut("add_breadcrumb(Breadcrumb {\n  category: c,\n  message: m,\n  ..Default::default()\n});", "category"),
    ).toBe("add_breadcrumb(Breadcrumb {\n  message: m,\n  ..Default::default()\n});");
  });

  test("not where a comment would go with it", () => {
    expect(
      cut("add_breadcrumb(Breadcrumb {\n  // why\n  message: m,\n  ..Default::default()\n});", "message"),
    ).toBeUndefined();
    expect(
      cut("add_breadcrumb(Breadcrumb {\n  message: m, // why\n  ..Default::default()\n});", "message"),
    ).toBeUndefined();
    expect(
      cut("add_breadcrumb(Breadcrumb { message: /* who */ m, ..Default::default() });", "message"),
    ).toBeUndefined();
  });

  test("not where nothing stands in for it", () => {
    expect(
      cut("add_breadcrumb(Breadcrumb { message: m, category, level, ty, timestamp, data });", "message"),
    ).toBeUndefined();
  });

  test("a step", () => {
    expect(cut("let mut b = Breadcrumb::default();\nb.message = m;\nadd_breadcrumb(b);", "message")).toBe(
      "let mut b = Breadcrumb::default();\nadd_breadcrumb(b);",
    );
    expect(
      cut("let mut b = Breadcrumb::default();\nb.message = m; // why\nadd_breadcrumb(b);", "message"),
    ).toBeUndefined();
  });

  /** A body with the entry `a` of the data cut out. */
  function cutEntry(body: string): string | undefined {
    const text = file(body);
    const data = only(text).data?.value;
    const is = data?.kind === "name" ? data.definition : data;
    const range = is?.kind === "record" ? is.fields.find(({ name }) => name === "a")?.removal : undefined;
    return range && `${text.slice(0, range[0])}${text.slice(range[1])}`.split("\n").slice(2, -2).join("\n");
  }

  test.each([
    [
      'let mut m = Map::new();\nm.insert("a".into(), x);\nadd_breadcrumb(Breadcrumb { data: m, ..Default::default() });',
      "let mut m = Map::new();\nadd_breadcrumb(Breadcrumb { data: m, ..Default::default() });",
    ],
    [
      'add_breadcrumb(Breadcrumb { data: btreemap! { "a" => x, "b" => y }, ..Default::default() });',
      'add_breadcrumb(Breadcrumb { data: btreemap! { "b" => y }, ..Default::default() });',
    ],
    [
      'add_breadcrumb(Breadcrumb { data: Map::from([("b".into(), y), ("a".into(), x)]), ..Default::default() });',
      'add_breadcrumb(Breadcrumb { data: Map::from([("b".into(), y)]), ..Default::default() });',
    ],
    [
      'add_breadcrumb(Breadcrumb { data: json!({ "b": y, "a": x }).as_object().unwrap().clone(), ..Default::default() });',
      'add_breadcrumb(Breadcrumb { data: json!({ "b": y }).as_object().unwrap().clone(), ..Default::default() });',
    ],
  ])("an entry of %s", (body, expected) => {
    expect(cutEntry(body)).toBe(expected);
  });

  test.each<[data: string, left: string | undefined]>([
    ['json!({ "a": x })', "json!({})"],
    ['json!({\n  "a": x\n})', "json!({})"],
    ['json!({ "a": x, })', "json!({ })"],
    ['json!({\n  "a": x,\n})', "json!({\n})"],
    ['json!({"a":x,"b":y})', 'json!({"b":y})'],
    ['json!({ "a": x, "b": y })', 'json!({ "b": y })'],
    ['json!({\n  "a": x,\n  "b": y\n})', 'json!({\n  "b": y\n})'],
    ['json!({ "a": x,\n  "b": y })', 'json!({\n  "b": y })'],
    ['json!({\n  "a": x, "b": y })', 'json!({ "b": y })'],
    ['json!({ "b": y, "a": x, })', 'json!({ "b": y, })'],
    ['json!({ "b": y, "a": x, "c": z })', 'json!({ "b": y, "c": z })'],
    ['Map::from([("a".into(), x)])', "Map::from([])"],
    ['Map::from([("a".into(), x),])', "Map::from([])"],
    ['Map::from([("a".into(), x), ("b".into(), y)])', 'Map::from([("b".into(), y)])'],
    ['btreemap! { "a" => x }', "btreemap! {}"],
    // A comment on a line of its own speaks of what follows, or of nothing in particular.
    ['json!({ "a": x,\n  // of b\n  "b": y })', 'json!({\n  // of b\n  "b": y })'],
    ['json!({ "a": x,\r\n  // of b\r\n  "b": y })', 'json!({\r\n  // of b\r\n  "b": y })'],
    ['json!({ "a": x\n  // of nothing\n})', "json!({\n  // of nothing\n})"],
    ['json!({ "b": y,\n  "a": x\n  // of nothing\n})', 'json!({ "b": y\n  // of nothing\n})'],
    ['json!({ "a": x /* why */, "b": y })', undefined],
    ['json!({ "a": x, // why\n  "b": y })', undefined],
    ['json!({ "a": x, // why\r\n  "b": y })', undefined],
    ['json!({ "a": x // why\n})', undefined],
    ['json!({ "a": x, /* of b */ "b": y })', undefined],
    ['json!({ /* of a */ "a": x, "b": y })', undefined],
    ['json!({ "b": y, /* of a */ "a": x })', undefined],
  ])("an entry of the data %s", (data, left) => {
    const text = (written: string) => `add_breadcrumb(Breadcrumb { data: ${written}, ..Default::default() });`;
    expect(cutEntry(text(data))).toBe(left && text(left));
  });

  test.each<[body: string, left: string | undefined]>([
    ['m.insert("a".into(), x);\n// next', "// next"],
    ['m.insert("a".into(), x); // why\n', undefined],
    ['// why\nm.insert("a".into(), x);\n', undefined],
    ['m.insert("a".into(), /* why */ x);\n', undefined],
    ['let old = m.insert("a".into(), x);\n', undefined],
    ['if c { m.insert("a".into(), x); }', "if c { }"],
  ])("the statement of an entry: %s", (body, left) => {
    const text = (written: string) =>
      `let mut m = Map::new();\n${written}\nadd_breadcrumb(Breadcrumb { data: m, ..Default::default() });`;
    expect(cutEntry(text(body))).toBe(left === undefined ? undefined : text(left));
  });
});

test("the docs' sample", () => {
  const breadcrumb = only(`
    use sentry::{add_breadcrumb, Breadcrumb, Level};
    fn f() {
      add_breadcrumb(Breadcrumb {
          category: Some("auth".into()),
          message: Some(format!("Authenticated user {}", user.email)),
          level: Level::Info,
          ..Default::default()
      });
    }
  `);
  expect(breadcrumb.complete).toBe(true);
  expect(breadcrumb.category && textOf(breadcrumb.category.value)).toBe("auth");
  expect(breadcrumb.level && textOf(breadcrumb.level.value)).toBe("info");
  expect(breadcrumb.message && printValue(breadcrumb.message.value)).toBe(
    'template("Authenticated user ", user.email)',
  );
});
