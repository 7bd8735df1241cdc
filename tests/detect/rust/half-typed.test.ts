import { describe, expect, test } from "vitest";
import { only, read, showAll } from "./support.ts";

const HEAD = "use sentry::{add_breadcrumb, Breadcrumb};\n";

/** A function with some statements, half-typed or not, and a whole function after it that records a breadcrumb. */
const before = (statements: string): string =>
  `${HEAD}fn f(user: User) {\n${statements}\n}\nfn g() { add_breadcrumb(Breadcrumb { level, ..Default::default() }); }\n`;

describe("a half-typed call records nothing, and the next one does", () => {
  test.each([
    ["without arguments", "add_breadcrumb("],
    ["with a struct's name", "add_breadcrumb(Breadcrumb"],
    ["with a struct without its end", 'add_breadcrumb(Breadcrumb { category: Some("auth".into())'],
    ["with a struct in a call without its end", 'add_breadcrumb(Breadcrumb { category: Some("auth".into()) }'],
    ["with a field without its value", "add_breadcrumb(Breadcrumb { category:, ..Default::default() });"],
    ["with a value without its end", "add_breadcrumb(Breadcrumb { message: Some(user.email, ..Default::default() });"],
    ["with a member without its name", "add_breadcrumb(Breadcrumb { message: Some(user.), ..Default::default() });"],
    ["with a closure without its end", "add_breadcrumb(|| { Breadcrumb { level, ..Default::default() });"],
  ])("%s", (_, statement) => {
    expect(read(before(statement)).ast.hasError).toBe(true);
    const whole = showAll(before(""));
    expect(whole).toHaveLength(1);
    expect(showAll(before(statement))).toEqual(whole);
  });

  test("by a wrapper", () => {
    const wrapper =
      "fn note(m: &str) { add_breadcrumb(Breadcrumb { message: Some(m.into()), ..Default::default() }); }\n";
    expect(showAll(`${HEAD}${wrapper}fn f() { note("a"); }`)).toHaveLength(2);
    expect(showAll(`${HEAD}${wrapper}fn f() { note("a" }`)).toHaveLength(1);
  });
});

test("a half-typed struct behind a name is not read", () => {
  const { record, complete } = only(
    `${HEAD}fn f(user: User) { let crumb = Breadcrumb { message: Some(user.email), level: }; add_breadcrumb(crumb); }`,
  );
  expect({ record, complete }).toEqual({ record: undefined, complete: false });
});

test("a struct without a base may lack fields that are yet to be typed", () => {
  const typed = (rest: string) => only(`${HEAD}fn f() { add_breadcrumb(Breadcrumb { level: Level::Info${rest} }); }`);
  expect(typed(", ..Default::default()").complete).toBe(true);
  expect(typed("").complete).toBe(false);
  expect(typed("").level).toBeDefined();
});

describe("what a half-typed block seems to hold", () => {
  const crumb = 'add_breadcrumb(Breadcrumb { message: Some("a".into()), ..Default::default() });';

  test("is not taken for repeated", () => {
    expect(only(`${HEAD}fn f() { for x in xs { y(); } ${crumb} }`).place.repetition).toBeUndefined();
    expect(only(`${HEAD}fn f() { for x in xs { y(); ${crumb} } }`).place.repetition).toBeDefined();
    expect(only(`${HEAD}fn f() { for x in xs { y(); ${crumb} }`).place.repetition).toBeUndefined();
  });

  test("is not taken for late", () => {
    const capture = 'sentry::capture_message("a", Level::Error);';
    expect(only(`${HEAD}fn f() { ${capture} ${crumb} }`).place.captureBefore).toBeDefined();
    expect(only(`${HEAD}fn f() { ${capture} ${crumb} sentry::capture_message( }`).place.captureBefore).toBeUndefined();
  });

  test("is not taken for recorded beside", () => {
    const beside = 'tracing::info!("a");';
    expect(only(`${HEAD}fn f() { ${beside} ${crumb} }`).place.recorders).not.toEqual([]);
    expect(only(`${HEAD}fn f() { if x( { ${beside} ${crumb} }`).place.recorders).toEqual([]);
  });
});
