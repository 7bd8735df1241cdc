import { describe, expect, test } from "vitest";
import type { Place, ValueType } from "../../../src/breadcrumb/index.ts";
import { only, readValues } from "./support.ts";

const CALL = 'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() })';
const HEAD = "use sentry::{self, add_breadcrumb, Breadcrumb, capture_message, capture_error, with_scope};\n";

/** Where the only breadcrumb of a text stands; `CALL` records one. */
function placeIn(code: string): Place {
  return only(HEAD + code.replace("CALL", CALL)).place;
}

describe("what records a breadcrumb again and again", () => {
  test.each([
    ["fn f() { loop { CALL; } }", "loop loop"],
    ["fn f() { while x { CALL; } }", "loop while"],
    ["fn f() { while let Some(x) = y { CALL; } }", "loop while"],
    ["fn f() { for x in xs { CALL; } }", "loop for"],
    ["fn f() { for x in 0..3 { CALL; } }", "-"],
    ["fn f() { for x in 0..n { CALL; } }", "loop for"],
    ["fn f() { for x in [1, 2] { CALL; } }", "-"],
    ["fn f() { for x in &[1, 2] { CALL; } }", "-"],
    ["fn f() { for x in xs.iter().take(3) { CALL; } }", "-"],
    ["fn f() { for x in xs.iter().take(30) { CALL; } }", "loop for"],
    ["fn f() { [1, 2].iter().for_each(|x| { CALL; }); }", "-"],
    ["fn f() { [1, 2].into_iter().enumerate().map(|x| CALL) }", "-"],
    ["fn f() { [0; 100].iter().for_each(|x| { CALL; }); }", "iteration for_each"],
    ["fn f() { [[1], [2]].iter().flatten().for_each(|x| { CALL; }); }", "iteration for_each"],
    ["fn f() { (0..3).for_each(|x| { CALL; }); }", "-"],
    ["fn f() { (0..n).map(|x| CALL) }", "iteration map"],
    ["fn f() { (x).map(|x| CALL) }", "-"],
    ["fn f() { loop { CALL; std::process::exit(1); } }", "-"],
    ["use std::process; fn f() { loop { CALL; process::abort(); } }", "-"],
    ["use std::process::exit; fn f() { loop { CALL; exit(1) } }", "-"],
    ["fn exit(code: i32) {} fn f() { loop { CALL; exit(1); } }", "loop loop"],
    ["fn f() { loop { CALL; self.exit(1); } }", "loop loop"],
    ["fn f() { loop { CALL; break; } }", "-"],
    ["fn f() { loop { CALL; return; } }", "-"],
    ["fn f() { loop { if x { CALL; return; } } }", "-"],
    ["fn f() { 'a: loop { loop { CALL; break 'a; } } }", "-"],
    ["fn f() { loop { CALL; panic!(); } }", "-"],
    ["fn f() { loop { if x { continue; } CALL; } }", "loop loop ?"],
    ["fn f() { loop { match x { A => { CALL; } _ => {} } } }", "loop loop ?"],
    ["fn f() { while attempts < 3 { CALL; } }", "-"],
    ["fn f() { loop { CALL; attempts += 1; } }", "-"],
    ["fn f() { xs.iter().for_each(|x| { CALL; }) }", "iteration for_each"],
    ["fn f() { xs.iter().map(|x| CALL) }", "iteration map"],
    ["fn f() { xs.iter().find(|x| { CALL; true }) }", "-"],
    ["fn f() { thread::spawn(|| { CALL; }) }", "-"],
    ["fn f() { thread::spawn(|| loop { CALL; }) }", "loop loop"],
    ["fn f() { loop { with_scope(|s| {}, || CALL); } }", "-"],
    ["fn f() { loop { let g = || { CALL; }; } }", "-"],
    ["fn f() { loop { async { CALL; }; } }", "-"],
    ["fn f() { tokio::select! { _ = a => { CALL; } } }", "-"],
    ["fn f() { loop { tokio::select! { _ = a => { CALL; } } } }", "loop loop"],
    ["fn f() { opt.map(|x| { CALL; }) }", "-"],
    ["fn f() { xs.into_par_iter().for_each(|x| { CALL; }) }", "iteration for_each"],
    ["fn f() { loop { x && { CALL; true }; } }", "loop loop"],
    ["fn f() { for x in { CALL; xs } {} }", "-"],
    ["fn f() { while { CALL; true } {} }", "-"],
    ["fn f() { loop { CALL; return Err(x); } }", "-"],
    ["fn f() { loop { CALL; x?; } }", "loop loop"],
    ["fn f() { loop { CALL; break } }", "-"],
    ["fn f() { loop { loop { CALL; break; } } }", "loop loop"],
    ["fn f() { loop { loop { CALL; return; } } }", "-"],
    ["fn f() { 'a: loop { CALL; continue 'a; } }", "loop loop"],
    ["fn f() { for x in xs { for y in [1, 2] { CALL; } } }", "loop for"],
    ["fn f() { loop { fn g() { CALL; } } }", "-"],
    // What is recorded on a scope that is thrown away is gone with the turn.
    ["fn f() { loop { with_scope(|s| s.CALL, || ()); } }", "-"],
    ["fn f() { loop { sentry::configure_scope(|s| CALL); } }", "loop loop"],
    ["fn f() { loop { sentry::with_scope(|s| {}, || { CALL; return; }); } }", "-"],
    ["fn f() { loop { other(|s| CALL); } }", "-"],
    ["fn f() { loop { self.with_scope(|s| CALL); } }", "-"],
    ["fn f() { xs.lines().map(|x| CALL); }", "iteration map"],
    ["fn f() { (xs.keys()).map(|x| CALL); }", "iteration map"],
    ["fn f() { for_each(|x| CALL); }", "-"],
    ["fn f() { xs.iter().map(g, h(|x| CALL)); }", "-"],
  ])("%s", (code, expected) => {
    const { repetition } = placeIn(code);
    const shown = repetition && `${repetition.kind} ${repetition.name}${repetition.conditional ? " ?" : ""}`;
    expect(shown ?? "-").toBe(expected);
  });
});

describe("what may leave a turn out", () => {
  test.each([
    ["fn f() { loop { if x { break; } CALL; } }", true],
    ["fn f() { loop { if x { return; } CALL; } }", true],
    ["fn f() { loop { match x { A => continue, _ => {} } CALL; } }", true],
    ["fn f() { loop { if x { CALL; } } }", true],
    ["fn f() { loop { match x { A => CALL, _ => {} } } }", true],
    ["fn f() { loop { if x { y(); } CALL; } }", false],
    ["fn f() { loop { if { CALL; x } {} } }", false],
    ["fn f() { loop { CALL; if x { continue; } } }", false],
    // The inner loop goes on, or the closure, block or function ends.
    ["fn f() { loop { while x { continue; } CALL; } }", false],
    ["fn f() { loop { if x { run(|| { return; }); } CALL; } }", false],
    ["fn f() { loop { if x { async { return; }; } CALL; } }", false],
    ["fn f() { loop { if x { fn g() { return; } } CALL; } }", false],
  ])("%s: %s", (code, expected) => {
    expect(placeIn(code).repetition?.conditional).toBe(expected);
  });

  test.each([
    "fn f() { loop { match x { A => { CALL; break; } _ => {} } } }",
    "fn f() { loop { match x { A => return CALL, _ => {} } } }",
    'fn f() { loop { match x { A => panic!("{:?}", CALL), _ => {} } } }',
  ])("the breadcrumb is the last of the loop: %s", (code) => {
    expect(placeIn(code).repetition).toBeUndefined();
  });
});

describe("loops that end soon", () => {
  test.each([
    "for x in 0..10",
    "for x in 95..100",
    "for x in 1..=5",
    "for x in 0 .. 3",
    "for x in 0..3u8",
    "for x in (0..3).rev()",
    "for x in (0..3).zip(xs)",
    "for x in xs.iter().take(10)",
    "for x in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
    "for attempt in xs",
    "while retries > 0",
  ])("%s", (head) => {
    expect(placeIn(`fn f() { ${head} { CALL; } }`).repetition).toBeUndefined();
  });

  test.each([
    "for x in 0..11",
    "for x in 0..100",
    "for x in 5..100",
    "for x in 0..1_000",
    "for x in 0..2 * n",
    "for x in n[0..3].windows(2)",
    "for x in xs.iter().take(11)",
    "for x in xs.iter().take(3).chain(ys)",
    "for x in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]",
    "for x in [0; 3]",
    "while 0..3",
    "while [1, 2].next()",
  ])("but not %s", (head) => {
    expect(placeIn(`fn f() { ${head} { CALL; } }`).repetition).toBeDefined();
  });

  test.each([
    ["retries += 1;", false],
    ["self.attempts -= 1;", false],
    ["tries();", true],
    ["let retries = 1;", true],
    ["if x { retries += 1; }", true],
  ])("one that counts its turns: %s", (statement, isRepeated) => {
    expect(placeIn(`fn f() { loop { ${statement} CALL; } }`).repetition !== undefined).toBe(isRepeated);
  });
});

describe("the capture before a breadcrumb", () => {
  test.each([
    ['fn f() { capture_message("a", l); CALL; }', "capture_message"],
    ["fn f() { capture_error(&e); CALL; }", "capture_error"],
    ["fn f() { sentry::capture_error(&e); if x { CALL; } }", "sentry::capture_error"],
    ["fn f() { if x { capture_error(&e); } CALL; }", "-"],
    ["fn f() { capture_error(&e); return; CALL; }", "-"],
    ["fn f() { capture_error(&e); if x { return; } CALL; }", "-"],
    ["fn f() { capture_error(&e); x?; CALL; }", "-"],
    ["async fn f() { capture_error(&e); x.await; CALL; }", "-"],
    ["fn f() { capture_error(&e); CALL; capture_error(&e); }", "-"],
    [
      "fn f() { capture_error(&e); let x = g(); add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "-",
    ],
    [
      "fn f() { capture_error(&e); let x = 1; add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "capture_error",
    ],
    [
      "fn f() { let mut x = 1; capture_error(&e); x = g(); add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "-",
    ],
    [
      "fn f() { let id = capture_error(&e); add_breadcrumb(Breadcrumb { message: Some(id), ..Default::default() }); }",
      "-",
    ],
    ['fn f() { capture_error(&e); panic!("x"); CALL; }', "-"],
    ["fn f() { capture_error(&e); let g = || { CALL; }; }", "-"],
    ["fn f() { let g = || { capture_error(&e); }; CALL; }", "-"],
    ["fn f() { anyhow::capture_anyhow(&e); CALL; }", "-"],
    [
      "fn f() { sentry::integrations::anyhow::capture_anyhow(&e); CALL; }",
      "sentry::integrations::anyhow::capture_anyhow",
    ],
    ["fn f() { sentry_anyhow::capture_anyhow(&e); CALL; }", "sentry_anyhow::capture_anyhow"],
    ["fn f() { other::capture_error(&e); CALL; }", "-"],
    ["fn f() { capture_error(&e); log(x); CALL; }", "capture_error"],
    [`fn f() { capture_error(&e); ${"log(x); ".repeat(25)} CALL; }`, "-"],
    ["fn f() { capture_error(&e); if let x = CALL {} }", "capture_error"],
    ["fn f() { capture_error(&e); std::process::exit(1); CALL; }", "-"],
    ["CALL; capture_error(&e);", "-"],
    ["fn f() { match x { Err(e) => { capture_error(&e); CALL; } _ => {} } }", "capture_error"],
    ["fn f() { capture_error(&e); loop { break; } CALL; }", "-"],
    ["fn f() { capture_error(&e); for x in y { } CALL; }", "capture_error"],
    [
      "fn f() { capture_error(&e); x += 1; add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "capture_error",
    ],
    ["fn f() { Hub::current().capture_error(&e); CALL; }", "-"],
    ["fn f() { capture_error(&e); let g = async { return; }; CALL; }", "capture_error"],
    ["fn f() { capture_error(&e); let g = || { return; }; CALL; }", "capture_error"],
    ["fn f() { capture_error(&e); while x { continue; } CALL; }", "-"],
    ["fn f() { loop { capture_error(&e); if x { continue; } CALL; } }", "-"],
    ["fn f() { loop { capture_error(&e); if x { break; } CALL; } }", "-"],
    ["fn f() { capture_error(&e); if y { return; } CALL; }", "-"],
    ['fn f() { capture_error(&e); if y { bail!("x"); } CALL; }', "-"],
    ["fn f() { capture_error(&e); x(); y!(); z[0]; CALL; }", "capture_error"],
    ["fn f() { capture_error(&e); let x = 1; let y = g(); CALL; }", "capture_error"],
    [
      "fn f() { capture_error(&e); let x = json!(1); add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "-",
    ],
    ["fn f() { capture_error(&e); { CALL; } }", "capture_error"],
    ["fn f() { x?; capture_error(&e); CALL; return; }", "capture_error"],
    ["fn f() { capture_error(&e); if x { y?; CALL; } }", "-"],
    ["fn f() { capture_error(&e); if x { y(); CALL; } }", "capture_error"],
    ["fn f() { y?; x(); capture_error(&e); if x { CALL; z?; } }", "capture_error"],
    [
      "fn f() { capture_error(&e); let (x, y) = g(); add_breadcrumb(Breadcrumb { message: Some(x), ..Default::default() }); }",
      "-",
    ],
    ["fn f() { if x { capture_error(&e); CALL; } }", "capture_error"],
    ["fn f() { unsafe { capture_error(&e); } CALL; }", "-"],
    ["fn f() { g(capture_error(&e)); CALL; }", "-"],
    ["fn f() { let x = capture_error(&e) as u8; CALL; }", "-"],
    ["fn f() { let Some(x) = capture_error(&e) else { return }; CALL; }", "-"],
    ["fn f() { match x { A => { capture_error(&e); } B => { CALL; } } }", "-"],
    ["fn g() { capture_error(&e); } fn f() { CALL; }", "-"],
    ["fn f() { capture_error(&e); CALL; } fn g() { capture_error(&e); }", "capture_error"],
    ['fn f() { capture_message("a", l); x(); capture_error(&e); CALL; }', "capture_error"],
    ['fn f() { capture_message("a", l); if y { capture_error(&e); } CALL; }', "capture_message"],
    ["fn f() { sentry::captured(&e); CALL; }", "-"],
    ["static A: () = { capture_error(&e); CALL; };", "-"],
  ])("%s", (code, expected) => {
    expect(placeIn(code).captureBefore?.source ?? "-").toBe(expected);
  });
});

/** Prints a type on one line: `record User { email: text, flags: list of boolean }`. */
function printType(type: ValueType | undefined, depth = 0): string {
  if (type === undefined) return "?";
  if (depth > 3) return "…";
  const { kind, name, literals, properties, item } = type;
  const parts: Partial<Record<ValueType["kind"], () => string>> = {
    literals: () => ` ${literals.join("|")}`,
    record: () => ` { ${properties.map((each) => `${each.name}: ${printType(each.type, depth + 1)}`).join(", ")} }`,
    list: () => ` of ${printType(item, depth + 1)}`,
  };
  return `${kind}${name === undefined ? "" : ` ${name}`}${parts[kind]?.() ?? ""}`;
}

test("a breadcrumb is moved before the capture with the line breaks of the file", () => {
  const { captureBefore } = placeIn("fn f() {\r\n    capture_error(&e);\r\n    CALL;\r\n}");
  expect(captureBefore?.moveBefore?.map(({ text }) => text.replace(/add_breadcrumb.*;/u, "CALL;"))).toEqual([
    "CALL;\r\n    ",
    "",
  ]);
});

test.each<[between: string, moved: boolean]>([
  ["    capture_error(&e);\n    CALL;\n", true],
  ["    let id = capture_error(&e);\n    CALL;\n", true],
  ["    capture_error(&e); x();\n    CALL;\n", true],
  ["    if x {\n        capture_error(&e);\n        CALL;\n    }\n", true],
  ["    x(); capture_error(&e);\n    CALL;\n", false],
  ["    capture_error(&e);\n    x(); CALL;\n", false],
  ["    capture_error(&e);\n    CALL; x();\n", false],
  ["    capture_error(&e);\n    CALL; // why\n", false],
  ["    capture_error(&e);\n    // why\n    CALL;\n", false],
  ["    capture_error(&e);\n    /* why\n     * so */\n    CALL;\n", false],
  ["    capture_error(&e);\n    if x {\n        CALL;\n    }\n", false],
])("what is moved before the capture has a line of its own: %j", (statements, moved) => {
  const { captureBefore } = placeIn(`fn f() {\n${statements}}`);
  expect(captureBefore?.source).toBe("capture_error");
  expect(captureBefore?.moveBefore !== undefined).toBe(moved);
});

test.each<[statements: string, removed: string | undefined]>([
  ["    CALL;\n", "    CALL;\n"],
  ["    CALL;   \n\n", "    CALL;   \n"],
  ["    /* y */ x();\n    CALL;\n    // z\n", "    CALL;\n"],
  ["    #[cfg(a)]\n    CALL;\n", "    #[cfg(a)]\n    CALL;\n"],
  ["    x();\n    CALL;", undefined],
  ["    x(); /* y */\n    CALL;\n", undefined],
  ["    let x = match y {\n        A =>\n            CALL,\n    };\n", undefined],
])("a breadcrumb is taken out with its line: %j", (statements, removed) => {
  const code = `fn f() {\n${statements}}`;
  const text = HEAD + code.replace("CALL", CALL);
  const [edit] = only(text).place.removal ?? [];
  const left = edit && text.slice(HEAD.length, edit.range[0]) + text.slice(edit.range[1]);
  expect(left).toBe(removed && code.replace(removed, ""));
});

test("a breadcrumb without a line of its own is not taken out", () => {
  expect(placeIn("fn f() {\n    CALL;\n}").removal).toBeDefined();
  expect(placeIn("fn f() { CALL; }").removal).toBeUndefined();
  expect(placeIn("fn f() {\n    // why\n    CALL;\n}").removal).toBeUndefined();
  expect(placeIn("fn f() {\n    g(CALL)\n}").removal).toBeUndefined();
  expect(only(`${HEAD}fn f() {\n    ${CALL.replace("(", "(/* why */ ")};\n}`).place.removal).toBeUndefined();
});

describe("what is recorded beside a breadcrumb", () => {
  test.each([
    ['tracing::info!("a"); CALL;', 'tracing::info! "a"'],
    ['CALL; log::warn!(target: "t", "a");', 'log::warn! "a"'],
    ['log::info!("a {}", b); CALL;', 'log::info! format!("a {}", b)'],
    ["log::info!(x); CALL;", ""],
    ["log::info!(); CALL;", ""],
    ['log::info!["a"]; CALL;', 'log::info! "a"'],
    ['log::error!("a"); CALL;', ""],
    ['log::x::info!("a"); CALL;', ""],
    ['println!("a"); CALL;', ""],
    ['log::info!("a"); g(CALL);', ""],
    ['log::info!("a"); CALL', ""],
    ['CALL; log::info!("a")', 'log::info! "a"'],
    ['log::info("a"); CALL;', ""],
    ['log::info::x!("a"); CALL;', ""],
    ["; CALL; ;", ""],
    ['log::info!("a"); x(); CALL;', ""],
    ['log::info!("a {b}"); CALL;', 'log::info! format!("a {b}")'],
    ['log::info!("a",); CALL;', 'log::info! "a"'],
    ['log::info!("a" , ); CALL;', 'log::info! "a"'],
    ['log::info!(b = 1, "a"); CALL;', 'log::info! "a"'],
    ['log::info!(name: "n", "a {}", b); CALL;', 'log::info! format!("a {}", b)'],
    ['log::info!{"a"} CALL;', 'log::info! "a"'],
    ['info!("a"); CALL;', ""],
    ['use log::info; info!("a"); CALL;', 'info! "a"'],
    ['slog::debug!(logger, "a"); CALL;', 'slog::debug! "a"'],
  ])("%s", (body, expected) => {
    const { recorders = [] } = placeIn(`fn f() { ${body} }`);
    expect(recorders.map(({ source, text }) => `${source} ${text?.source}`).join()).toBe(expected);
  });
});

describe("what a declaration says of a value", () => {
  test.each([
    ["fn f(x: String) { observe(x) }", "text"],
    ["fn f(x: &str) { observe(x) }", "text"],
    ["fn f(x: &'static str) { observe(x) }", "text"],
    ["fn f(x: u8) { observe(x) }", "number"],
    ["fn f(x: bool) { observe(x) }", "boolean"],
    ["fn f(x: char) { observe(x) }", "text"],
    ["fn f(x: f64) { observe(x) }", "number"],
    ["fn f(x: Option<String>) { observe(x) }", "text"],
    ["fn f(x: Vec<String>) { observe(x) }", "list of text"],
    ["fn f(x: &[u8]) { observe(x) }", "list of number"],
    ["fn f(x: [bool; 4]) { observe(x) }", "list of boolean"],
    ["fn f(x: (u8, bool)) { observe(x) }", "?"],
    ["fn f(x: Box<dyn Error>) { observe(x) }", "?"],
    ["fn f(x: impl Display) { observe(x) }", "?"],
    ["fn f(x: Arc<Mutex<String>>) { observe(x) }", "text"],
    ["fn f(x: HashMap<String, u8>) { observe(x) }", "other HashMap"],
    ["fn f(x: Result<String, E>) { observe(x) }", "text"],
    ["fn f(x: Cow<'_, str>) { observe(x) }", "text"],
    ["fn f(x: std::string::String) { observe(x) }", "text"],
    ["fn f(x: &mut Vec<u8>) { observe(x) }", "list of number"],
    ["fn f(x: *const u8) { observe(x) }", "other"],
    ["fn f(x: fn(u8) -> u8) { observe(x) }", "?"],
    ["fn f(x: Self) { observe(x) }", "other Self"],
    ["fn f<T: AsRef<str>>(x: T) { observe(x) }", "?"],
    ["fn f(x: U) { observe(x) } struct U { a: String, pub b: bool }", "record U { a: text, b: boolean }"],
    ["fn f(x: U) { observe(x.a) } struct U { a: String }", "text"],
    ["fn f(x: &U) { observe(x.b.c) } struct U { b: V } struct V { c: u8 }", "number"],
    ["fn f(x: U) { observe(x) } struct U(String, u8);", "record U { 0: text, 1: number }"],
    ["fn f(x: U) { observe(x.0) } struct U(String, u8);", "text"],
    ["fn f(x: U) { observe(x) } struct U;", "record U {  }"],
    ["fn f(x: L) { observe(x) } enum L { A, B }", "literals L "],
    ["fn f(x: L) { observe(x) } enum L { A(u8), B { c: u8 } }", "record L { A: number, c: number }"],
    ["fn f(x: A) { observe(x) } type A = String;", "text"],
    ["fn f(x: A) { observe(x) } type A = B; type B = A;", "other A"],
    [
      "fn f(x: U) { observe(x) } struct U { next: Option<Box<U>> }",
      "record U { next: record U { next: record U { next: record U { next: … } } } }",
    ],
    ["fn f(x: U<u8>) { observe(x) } struct U<T> { t: T }", "record U { t: ? }"],
    ["impl U { fn f(&self) { observe(self.a) } } struct U { a: bool }", "boolean"],
    ["impl U { fn f(self) { observe(self) } } struct U { a: bool }", "record U { a: boolean }"],
    ["fn f() { let x: u8 = g(); observe(x) }", "number"],
    ["fn f(x: ()) { observe(x) }", "other"],
    ["fn f([x, ..]: [u8; 2]) { observe(x) }", "number"],
    ["fn f([x]: &Vec<bool>) { observe(x) }", "boolean"],
    ["fn f((_, x): (u8, bool)) { observe(x) }", "boolean"],
    ["fn f(Some(x): &Option<String>) { observe(x) }", "text"],
    ["fn f(Wrapper(x): Wrapper<u8>) { observe(x) }", "?"],
    ["fn f(U { a: x }: U) { observe(x) } struct U { a: String }", "text"],
    ["fn f(u: U) { let U { a: x } = u; observe(x) } struct U { a: String }", "text"],
    ["fn f(u: &U) { let U { a: V { b: x }, .. } = u; observe(x) } struct U { a: V } struct V { b: u8 }", "number"],
    ["fn f(u: U) { if let Some(x) = u.a { observe(x) } } struct U { a: Option<bool> }", "boolean"],
    ["fn f(u: U) { let (x, _) = u.a; observe(x) } struct U { a: (bool, u8) }", "boolean"],
    ["fn f(x: [u8; 2]) { observe(x.a) }", "?"],
    ["fn f(x: Vec<'a>) { observe(x) }", "list of ?"],
    ["fn f() { observe(U::new()) } struct U { a: u8 } impl U { fn new() -> U { x } }", "record U { a: number }"],
    ["struct U { a: u8 } impl U { fn new() -> Self { x } fn f() { observe(Self::new().a) } }", "number"],
    ["struct U; impl U { fn n(&self) -> u8 { x } fn f(&self) { observe(self.n()) } }", "number"],
    ["trait T { fn n(&self) -> u8 { x } fn f(&self) { observe(self.n()) } }", "?"],
    ["fn f(x: u8) { observe(x.count()) }", "?"],
    ["fn f(x: U) { observe(x.a) } struct U { #[serde(default)] a: String }", "text"],
    ["fn f(x: U) { observe(x.a) } #[derive(Debug)] struct U { a: String }", "text"],
    ["fn f(x: <A as B>::C) { observe(x) }", "?"],
    ["fn f(x: &[u8]) { observe(x[0]) }", "number"],
    ["fn f(us: Vec<U>) { for u in us { observe(u.a) } } struct U { a: u8 }", "?"],
    ["fn f() { observe(g()) } fn g() -> String { x }", "text"],
    ["fn f() { observe(U::new().a) } struct U { a: bool } impl U { fn new() -> Self { x } }", "boolean"],
    [
      "fn f() { observe(U::new().get()) } struct U { a: bool } impl U { fn new() -> Self { x } fn get(&self) -> u8 { 1 } }",
      "number",
    ],
    ["fn f() { let u = U { a: true }; observe(u.a) } struct U { a: bool }", "boolean"],
    [
      "fn f() { let u = U { a: true }; observe(u.m()) } struct U { a: bool } impl U { fn m(&self) -> String { x } }",
      "text",
    ],
    ["fn f(xs: Vec<U>) { for x in xs { observe(x.a) } } struct U { a: bool }", "?"],
    ["fn f(xs: &[bool]) { for x in xs.iter() { observe(x) } }", "?"],
    ["fn f(xs: Vec<bool>) { xs.iter().map(|x| observe(x)) }", "?"],
    ["fn f(x: Option<U>) { if let Some(u) = x { observe(u.a) } } struct U { a: bool }", "boolean"],
    ["fn f(U { a, .. }: U) { observe(a) } struct U { a: bool }", "boolean"],
    ["fn f((a, b): (bool, u8)) { observe(b) }", "number"],
    ["const X: u8 = 1; fn f() { observe(X) }", "number"],
    ["mod m { pub const X: u8 = 1; } fn f() { observe(m::X) }", "number"],
    ["struct U; impl U { const X: bool = true; fn f() { observe(Self::X) } }", "boolean"],
    ['static X: &str = "a"; fn f() { observe(X) }', "text"],
    ["fn f() { let g = |x: bool| observe(x); }", "boolean"],
    ["fn f(x: Json<U>) { observe(x) } struct U { a: bool }", "record U { a: boolean }"],
    ["fn f(x: m::U) { observe(x) } mod m { pub struct U { pub a: bool } }", "record U { a: boolean }"],
    ["fn f(x: &dyn Trait) { observe(x) }", "?"],
    ["fn f(x: !) { observe(x) }", "?"],
    ["fn f(x: <T as U>::V) { observe(x) }", "?"],
    ["fn f(x: Vec<_>) { observe(x) }", "list of ?"],
    ["fn f(x: Vec) { observe(x) }", "other Vec"],
    ["fn f(x: DateTime<Utc>) { observe(x) }", "other DateTime"],
    ["struct U { a: bool, a: u8 } fn f(x: U) { observe(x) }", "record U { a: boolean, a: number }"],
    ["fn f<T: A, U>(x: U) { observe(x) }", "?"],
    ["fn f<T: A, U>(x: V) { observe(x) }", "other V"],
    ["impl<T> S<T> { fn f(x: T) { observe(x) } }", "?"],
    ["fn f(x: Vec<Vec<u8>>) { observe(x) }", "list of list of number"],
    ["fn f(x: HashSet<String>) { observe(x) }", "list of text"],
    ["fn f(x: std::vec::Vec<u8>) { observe(x) }", "list of number"],
    ["enum L { A, B(u8) } fn f(x: L) { observe(x) }", "record L { B: number }"],
    ["enum L { A, B { c: u8 } } fn f(x: L) { observe(x) }", "record L { c: number }"],
    ["mod m { pub enum L { A, B } } fn f(x: &m::L) { observe(x) }", "literals L "],
    ["enum L { A, B } fn f(x: m::L) { observe(x) }", "other L"],
    ["union U { a: u8 } fn f(x: U) { observe(x) }", "other U"],
    ["mod m { pub struct U { pub a: bool } } fn f(x: m::U::V) { observe(x) }", "other V"],
    ["type A = m::B; mod m { pub type B = u8; } fn f(x: A) { observe(x) }", "number"],
    ["struct U<'a> { a: &'a str } fn f(x: U<'_>) { observe(x.a) }", "text"],
    ["struct U<T> { a: u8, t: T } impl<T> U<T> { fn f(&self) { observe(self.a) } }", "number"],
    ["struct U { r#type: u8 } fn f(u: U) { observe(u.r#type) }", "number"],
    ["struct U { a: u8 } impl std::fmt::Display for U { fn f(&self) { observe(self.a) } }", "number"],
    [
      "struct U { a: V } struct V { b: u8 } impl U { fn v(&self) -> &V { x } fn f(&self) { observe(self.v().b) } }",
      "number",
    ],
    ["struct V { b: u8 } struct U; impl U { fn v() -> V { x } fn f(&self) { observe(Self::v().b) } }", "number"],
    ["fn f(x: Option<(u8, bool)>) { let Some((_, b)) = x else { return }; observe(b) }", "boolean"],
    ["fn f() { let x: u8; observe(x) }", "number"],
    ["fn f() { let Some(x): Option<bool> = g() else { return }; observe(x) }", "boolean"],
    ["fn f() { let (_, x): (u8, bool) = g(); observe(x) }", "boolean"],
    ["fn f() { let [_, x]: [u8; 2] = g(); observe(x) }", "number"],
    ["fn f(x: u8) { let y = x; observe(y) }", "number"],
    ["fn f(#[cfg(a)] x: u8) { observe(x) }", "number"],
    ["fn f() { observe(h()) } fn h() {}", "?"],
    ["fn f() { observe(g().a) } fn g() -> U { x } struct U { a: u8 }", "number"],
  ])("%s", (code, printed) => {
    expect(readValues(code).map(({ type }) => printType(type))).toEqual([printed]);
  });
});
