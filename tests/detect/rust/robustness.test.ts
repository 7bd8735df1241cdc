import { describe, expect, test, vi } from "vitest";
import type { Value } from "../../../src/breadcrumb/index.ts";
import { printValue } from "../../support/print-value.ts";
import { detect } from "./support.ts";

// Some thousand parses: seconds, and more of them on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = `use sentry::{self, add_breadcrumb as crumb, protocol::{Map, *}, Breadcrumb, Hub, Level};
mod names { pub const AUTH: &str = "auth"; }
struct User { email: Option<String>, age: u8 }
fn note(category: &str, who: &str) {
    crumb(Breadcrumb { category: Some(category.into()), message: Some(format!("é🦀 {who:>5} {{}}")), ..Default::default() });
}
async fn login(Json(body): Json<User>, headers: HeaderMap, hub: Arc<Hub>) -> Result<(), Error> {
    let User { email: Some(ref address), .. } = body else { return Err("none".into()) };
    let mut data: Map<String, Value> = Map::new();
    data.insert("email".to_owned(), address.clone().into());
    if let Some(age) = body.age.checked_add(1) && age > 3 { data.insert("age".into(), age.into()); } else { data.clear(); }
    let mut b = Breadcrumb::default();
    b.message = match body.email { Some(e) if e.len() > 1 => Some(e), None => None, _ => panic!("no") };
    b.data = json!({ "a": [1, { "b": x.y }], "c": null }).as_object().unwrap().clone();
    hub.add_breadcrumb(b);
    tokio::select! { _ = stopped() => { crumb(vec![Breadcrumb { ty: r#"a"b"#.into(), data, level: "warn".parse()?, ..base }]); } }
    for (i, u) in users.iter().enumerate() { note(names::AUTH, &u.email); }
    sentry::configure_scope(|scope| scope.add_breadcrumb(|| Some(Breadcrumb { level: Level::Info, ..Default::default() })));
}
`;

/** Reads everything of what is found in a text, names followed; fails where anything throws. */
function readAll(text: string): number {
  const { breadcrumbs } = detect(text, { wrappers: [{ name: "log::crumb", parameters: ["message"] }] });
  for (const breadcrumb of breadcrumbs) {
    const values: readonly (Value | undefined)[] = [
      breadcrumb.message?.value,
      breadcrumb.data?.value,
      ...breadcrumb.arguments.map(({ value }) => value),
    ];
    for (const value of values) if (value !== undefined) printValue(value, true);
  }
  return breadcrumbs.length;
}

test("the sample holds what it should", () => {
  expect(readAll(SAMPLE)).toBe(5);
});

test("no prefix and no suffix throws", () => {
  for (let cut = 0; cut < SAMPLE.length; cut += 3) {
    readAll(SAMPLE.slice(0, cut));
    readAll(SAMPLE.slice(cut));
  }
});

const nested =
  (open: string, close: string, inner = "x") =>
  (depth: number) =>
    open.repeat(depth) + inner + close.repeat(depth);

const chained = (part: string) => (depth: number) => `x${part.repeat(depth)}`;

describe.each([
  ["parentheses", nested("(", ")")],
  ["conversions", nested("Some(", ")")],
  ["calls", nested("f(", ")")],
  ["methods", chained(".y()")],
  ["closures", chained(".map(|x| x)")],
  ["sums", nested("a + ", "")],
  ["branches", nested("if a { ", " } else { b }")],
  ["arms", nested("match a { _ => ", " }")],
  ["structs", nested("S { a: ", " }")],
  ["formats", nested('format!("{}", ', ")")],
  ["objects", (depth: number) => `json!(${nested('{ "a": ', " }")(depth)})`],
  ["lists", nested("[", "]")],
  ["blocks", nested("{", "}")],
])("%s within each other", (_, expression) => {
  const textOf = (depth: number) =>
    `use sentry::*; fn f() { add_breadcrumb(Breadcrumb { message: Some(${expression(depth)}), ..Default::default() }); }`;

  test("are read", () => {
    expect(readAll(textOf(200))).toBe(1);
  });

  // The parser cuts what lies some thousand deep, which leaves a syntax error in the call.
  test("are read or left, however many", () => {
    expect(readAll(textOf(3_000))).toBeLessThanOrEqual(1);
  });
});

test.each([
  ["uses", "use a as b; use b as a; fn f() { a::add_breadcrumb(x); }", 0],
  ["globs", "mod a { pub use super::b::*; } mod b { pub use super::a::*; } use a::*; fn f() { add_breadcrumb(x); }", 0],
  [
    "types",
    "use sentry::*; type A = B; type B = A; fn f(a: A) { a.add_breadcrumb(x); add_breadcrumb(Breadcrumb { message: a.b, ..Default::default() }); }",
    1,
  ],
  [
    "functions",
    "use sentry::*; fn g(x: u8) -> u8 { h(x) } fn h(x: u8) -> u8 { g(x) } fn f() { add_breadcrumb(Breadcrumb { message: g(1), ..Default::default() }); }",
    1,
  ],
  [
    "variables",
    "use sentry::*; fn f() { let mut a = b; let b = a; a = a; add_breadcrumb(Breadcrumb { message: a, ..Default::default() }); }",
    1,
  ],
])("%s that refer to each other come to an end", (_, text, count) => {
  expect(readAll(text)).toBe(count);
});

// A busy machine is given a second chance.
test("time grows with the file, not faster", { retry: 2 }, () => {
  const time = (copies: number): number => {
    const text = Array.from({ length: copies }, (_, index) => `mod m${index} {\n${SAMPLE}}\n`).join("");
    const start = performance.now();
    expect(readAll(text)).toBe(5 * copies);
    return performance.now() - start;
  };
  time(20);
  expect(time(400)).toBeLessThan(20 * 3 * Math.max(time(20), 20));
});
