import { describe, expect, it } from "vitest";
import { detect } from "./support.ts";

const ADD =
  "sentry::add_breadcrumb(Breadcrumb { message: Some(m.into()), level: level.parse().unwrap_or(Level::Info), ..Default::default() });";
const add = (level: string): string => ADD.replace("level.parse()", `${level}.parse()`);

/** The body of `log(level: &str, m: &str)`. */
type Row = [name: string, body: string];

/** Nothing is recorded for `none`. */
const NOT_RECORDED: readonly Row[] = [
  ["an early return", `if level == "none" { return; } ${ADD}`],
  ["one of two", `if level == "none" || level == "off" { return; } ${ADD}`],
  ["a condition", `if level != "none" { ${ADD} }`],
  ["two conditions", `if level != "off" && level != "none" { ${ADD} }`],
  ["not", `if !(level != "none") { return; } ${ADD}`],
  ["the other branch", `if level == "none" { count(); } else { ${ADD} }`],
  ["matches!", `if matches!(level, "off" | "none") { return; } ${ADD}`],
  ["what is recorded, by matches!", `if matches!(level, "info" | "warn") { ${ADD} }`],
  ["a list", `if ["off", "none"].contains(&level) { return; } ${ADD}`],
  ["if let", `if let "none" = level { return; } ${ADD}`],
  ["an arm", `match level { "off" | "none" => {} _ => { ${ADD} } }`],
  ["an arm of its own", `match level { "info" | "warn" => { ${ADD} } _ => {} }`],
];

/** It is recorded under another level. */
const TRANSLATED: readonly Row[] = [
  ["if", `let level = if level == "none" { "debug" } else { level }; ${ADD}`],
  ["match", `let level = match level { "none" | "off" => "debug", _ => level }; ${ADD}`],
  ["match with a name", `let level = match level { "none" => "debug", other => other }; ${ADD}`],
  ["in its place", add(`(if level == "none" { "debug" } else { level })`)],
];

/** Tests that do not decide by the level's text. */
const OPEN: readonly Row[] = [
  ["another function", `if !is_enabled(level) { return; } ${ADD}`],
  ["another parameter", `if other == "none" { return; } ${ADD}`],
  ["a test that does not leave", `if level == "none" { count(); } ${ADD}`],
  ["with another reason", `if level == "none" && quiet() { return; } ${ADD}`],
  ["a comparison with what is not known", `if level == other { return; } ${ADD}`],
  ["a number that is compared", `if level.len() == 4 { return; } ${ADD}`],
  ["a macro of another kind", `if cfg!(level) { return; } ${ADD}`],
  ["a pattern that is not a string", `if matches!(level, X | Y) { return; } ${ADD}`],
  ["a guard of matches!", `if matches!(level, "none" if quiet()) { return; } ${ADD}`],
  ["matches! of something else", `if matches!(other, "none") { return; } ${ADD}`],
  ["if let of something else", `if let "none" = other { return; } ${ADD}`],
  ["if let with a name", `if let name = level { count(name); } ${ADD}`],
  ["a list that is not known", `if names.contains(&level) { return; } ${ADD}`],
  ["a list of other things", `if [X, Y].contains(&level) { return; } ${ADD}`],
  ["a list that is asked for something else", `if ["none"].contains(&other) { return; } ${ADD}`],
  ["another method of a list", `if ["none"].starts_with(&[level]) { return; } ${ADD}`],
  ["an arm with a binding", `match level { name @ "x" => count(name), _ => {} } ${ADD}`],
  ["a sign before it", `if -level { return; } ${ADD}`],
  ["a sum", `if level + "x" == "nonex" { return; } ${ADD}`],
  ["one that is known of two", `if level == "none" && other { return; } ${ADD}`],
  ["an arm that is not a string", `match level { X => {} _ => { count(); } } ${ADD}`],
  ["a match without arms", `match level {} ${ADD}`],
  ["a value that a match of something else has", `let level = match other { "none" => "debug", _ => level }; ${ADD}`],
  ["a loop around it", `while level == "none" { wait(); } ${ADD}`],
  ["a guard of an arm", `match level { "none" if quiet() => {} _ => { ${ADD} } }`],
];

const file = (body: string, call: string): string =>
  `use sentry::{Breadcrumb, Level}; pub fn log(level: &str, m: &str) { ${body} } fn run() { ${call} }`;

/** What a call of the wrapper records: the level and the message as written; nothing where it records nothing. */
function recorded(body: string, level: string): readonly (string | undefined)[] | undefined {
  const found = detect(file(body, `log(${level}, user.email);`)).breadcrumbs.find(
    ({ callee }) => callee.source === "log",
  );
  return found && [found.level?.value.source, found.message?.value.source];
}

describe("the level of a Rust wrapper that tests it", () => {
  it.each<Row>([...NOT_RECORDED, ...TRANSLATED, ...OPEN])("is kept: %s", (_, body) => {
    expect(recorded(body, `"warn"`)).toEqual([expect.stringContaining(`"warn"`), "user.email"]);
  });

  it.each<Row>(NOT_RECORDED)("ends the breadcrumb: %s", (_, body) => {
    expect(recorded(body, `"none"`)).toBeUndefined();
  });

  it.each<Row>(TRANSLATED)("becomes another one: %s", (_, body) => {
    expect(recorded(body, `"none"`)).toEqual([undefined, "user.email"]);
  });

  it("is what settings say of it", () => {
    const settings = { wrappers: [{ name: "log", parameters: ["level != none", "message"] }] };
    const { breadcrumbs } = detect(`fn run() { log("none", "a"); log("warn", "b"); }`, settings);
    expect(breadcrumbs.map(({ level }) => level?.value.source)).toEqual([undefined, `"warn"`]);
  });
});
