import { expect, it } from "vitest";
import { detect } from "./support.ts";

/**
 * What a file records, one line for each call: the callee, `>` where it passes on what its function is given, and what
 * its arguments become; then what others are told of its wrappers.
 */
function recordings(text: string): readonly string[] {
  const body = text.replaceAll(
    /REC\(((?:[^()]|\([^()]*\))*)\)/gu,
    "sentry::add_breadcrumb(Breadcrumb { message: Some($1.into()), ..Default::default() })",
  );
  const { breadcrumbs, links } = detect(`use sentry::Breadcrumb;\n${body}`);
  const calls = breadcrumbs
    .filter(({ entry }) => entry === "wrapper")
    .map(({ callee, place, arguments: given }) => {
      const becomes = given.map(
        ({ value, becomes: field }) => `${value.source}=${typeof field === "string" ? field : "{}"}`,
      );
      return `${callee.source}${place.forwards ? " >" : ""}(${becomes.join(", ")})`;
    });
  const told = (links?.wrappers ?? []).map(({ name, parameters }) => `told: ${name} ${JSON.stringify(parameters)}`);
  return [...calls, ...told];
}

const ROWS: readonly (readonly [kind: string, code: string, ...found: readonly string[]])[] = [
  ["a function", `pub fn a(m: &str) { REC(m) } fn f() { a("1"); }`, 'a("1"=message)', 'told: a ["message"]'],
  [
    "two parameters, one twice",
    `pub fn a(m: &str, n: &str) { REC(n); REC(n); REC(m) } fn f() { a("1", "2"); }`,
    'a("1"=message, "2"=message)',
    'told: a ["message","message"]',
  ],
  [
    "a part of a text",
    `pub fn a(m: &str, n: u8) { REC(format!("{n} {m}")) } fn f() { a("1", 2); }`,
    'a("1"=message, 2=message)',
    'told: a ["message","message"]',
  ],
  [
    "parts of a list",
    `pub fn a(m: &str, n: &str) { REC([m, n].join(" ")) } fn f() { a("1", "2"); }`,
    'a("1"=_, "2"=_)',
  ],
  ["a field of a parameter", `pub fn a(m: &E) { REC(m.text) } fn f() { a(&e); }`],
  ["a part of a pattern", `pub fn a((m, n): (&str, u8)) { REC(m) } fn f() { a(("1", 2)); }`, 'a(("1", 2)=_)'],
  ["what a call makes of it", `pub fn a(m: &str) { REC(clean(m)) } fn f() { a("1"); }`, 'a("1"=_)'],
  ["what a method makes of it", `pub fn a(m: &str) { REC(m.cut(1)) } fn f() { a("1"); }`, 'a("1"=_)'],
  [
    "what a function of the file makes of it",
    `fn up(t: &str) -> String { t.to_uppercase() } pub fn a(m: &str) { REC(up(m)) } fn f() { a("1"); }`,
    'a("1"=_)',
  ],
  [
    "a choice",
    `pub fn a(m: &str, n: &str) { REC(if x { m } else { n }) } fn f() { a("1", "2"); }`,
    'a("1"=message, "2"=message)',
    'told: a ["message","message"]',
  ],
  [
    "a variable between",
    `pub fn a(m: &str) { let t = m; let u = t; REC(u) } fn f() { a("1"); }`,
    'a("1"=message)',
    'told: a ["message"]',
  ],
  [
    "the whole breadcrumb",
    `pub fn a(b: Breadcrumb) { sentry::add_breadcrumb(b) } fn f() { a(Breadcrumb { message: Some("1".into()), ..Default::default() }); }`,
    'a(Breadcrumb { message: Some("1".into()), ..Default::default() }=breadcrumb)',
    'told: a ["breadcrumb"]',
  ],
  [
    "a breadcrumb that is added to",
    `pub fn a(b: Breadcrumb) { sentry::add_breadcrumb(Breadcrumb { level: Level::Info, ..b }) } fn f() { a(Breadcrumb { message: Some("1".into()), ..Default::default() }); }`,
    'a(Breadcrumb { message: Some("1".into()), ..Default::default() }=breadcrumb)',
    'told: a ["breadcrumb"]',
  ],
  [
    "a time beside a message",
    `pub fn a(m: &str, t: SystemTime) { sentry::add_breadcrumb(Breadcrumb { message: Some(m.into()), timestamp: t, ..Default::default() }) } fn f() { a("1", now()); }`,
    'a("1"=message, now()=timestamp)',
    'told: a ["message","timestamp"]',
  ],
  [
    "a time alone, beside work",
    `pub fn a(t: SystemTime) { work(); sentry::add_breadcrumb(Breadcrumb { message: Some("m".into()), timestamp: t, ..Default::default() }) } fn f() { a(now()); }`,
  ],
  [
    "a key of data",
    `pub fn a(m: &str, id: u8) { sentry::add_breadcrumb(Breadcrumb { message: Some(m.into()), data: Map::from([("id".into(), id.into())]), ..Default::default() }) } fn f() { a("1", 2); }`,
    'a("1"=message, 2=data.id)',
    'told: a ["message","data.id"]',
  ],
  [
    "a key of data that is no name",
    `pub fn a(id: u8) { sentry::add_breadcrumb(Breadcrumb { data: Map::from([("an id".into(), id.into())]), ..Default::default() }) } fn f() { a(2); }`,
    "a(2=_)",
  ],
  [
    "a key of an object in data",
    `pub fn a(id: u8) { sentry::add_breadcrumb(Breadcrumb { data: Map::from([("o".into(), json!({ "id": id }))]), ..Default::default() }) } fn f() { a(2); }`,
    "a(2=data.o.id)",
    'told: a ["data.o.id"]',
  ],
  [
    "all of data",
    `pub fn a(d: Map<String, Value>) { sentry::add_breadcrumb(Breadcrumb { data: d, ..Default::default() }) } fn f() { a(Map::from([("id".into(), 1.into())])); }`,
    'a([("id".into(), 1.into())]=data)',
    'told: a ["data"]',
  ],
  [
    "a wrapper of a wrapper",
    `pub fn a(m: &str) { REC(m) } pub fn b(n: &str, x: u8) { a(n) } fn f() { b("1", 2); }`,
    "a >(n=message)",
    'b("1"=message, 2=_)',
    'told: a ["message"]',
    'told: b ["message"]',
  ],
  [
    "a chain of wrappers, up to a length",
    `fn a(m: &str) { REC(m) } fn b(m: &str) { a(m) } fn c(m: &str) { b(m) } fn d(m: &str) { c(m) } fn e(m: &str) { d(m) } fn g(m: &str) { e(m) } fn f() { g("1"); }`,
    "a >(m=message)",
    "b >(m=message)",
    "c >(m=message)",
    'told: a ["message"]',
    'told: b ["message"]',
    'told: c ["message"]',
    'told: d ["message"]',
  ],
  [
    "a wrapper by what turns out to record",
    `fn b(m: &str) { REC(m) } pub fn a(m: &str, n: &str) { REC(m); b(n); } fn f() { a("1", "2"); }`,
    "b >(n=message)",
    'a("1"=message, "2"=message)',
    'told: b ["message"]',
    'told: a ["message","message"]',
  ],
  ["what never turns out to record", `pub fn a(m: &str) { REC(m); work(); } fn f() { a("1"); }`],
  ["a function without what is given", `pub fn a(m: &str) { REC("m") } fn f() { a("1"); }`],
  ["a call without arguments", `pub fn a(m: &str) { REC(m) } fn f() { a(); }`, 'told: a ["message"]'],
  [
    "a method",
    `pub struct S; impl S { pub fn log(&self, m: &str) { REC(m) } } fn f(s: &S) { s.log("1"); }`,
    's.log("1"=message)',
    'told: log ["message"]',
  ],
  [
    "a method by its type",
    `pub struct S; impl S { pub fn log(&self, m: &str) { REC(m) } } fn f(s: &S) { S::log(s, "1"); }`,
    'S::log(s=_, "1"=message)',
    'told: log ["message"]',
  ],
  [
    "a function of a type",
    `pub struct S; impl S { pub fn log(m: &str) { REC(m) } } fn f() { S::log("1"); }`,
    'S::log("1"=message)',
    'told: log ["message"]',
  ],
  [
    "a method of another type",
    `pub struct S; impl S { pub fn log(&self, m: &str) { REC(m) } } struct T; impl T { fn log(&self, m: &str) {} } fn f(t: &T) { t.log("1"); }`,
    'told: log ["message"]',
  ],
  ["a closure in a variable", `fn f() { let a = |m: &str| REC(m); a("1"); }`, 'a("1"=message)'],
  ["a closure in a constant", `static A: fn(&str) = |m: &str| REC(m); fn f() { A("1"); }`, 'A("1"=message)'],
  [
    "a closure in a field",
    `struct S { a: fn(&str) } fn f() { let s = S { a: |m| REC(m) }; (s.a)("1"); }`,
    '(s.a)("1"=message)',
  ],
  ["a closure that is handed over in a variable", `fn f() { let a = wrap(|m: &str| REC(m)); a("1"); }`],
  [
    "a callback in a wrapper",
    `pub fn a(m: &str) { run(|x| REC(m)); } fn f() { a("1"); }`,
    'a("1"=message)',
    'told: a ["message"]',
  ],
  ["a callback in an argument of a field", `pub fn a(m: &str) { S { x: run(|x| REC(m)) }; } fn f() { a("1"); }`],
  [
    "a macro",
    `macro_rules! a { ($m:expr, $n:expr) => { REC($n) }; } fn f() { a!("1", "2"); }`,
    'a!("1"=_, "2"=_)',
    'told: a ["_","message"]',
  ],
];

it.each(ROWS)("%s", (_, code, ...found) => {
  expect(recordings(code)).toEqual(found);
});
