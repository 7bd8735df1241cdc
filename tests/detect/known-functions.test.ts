import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import ts from "typescript";
import { describe, expect, it, test } from "vitest";
import { handedOn, knownOf, type Value } from "../../src/breadcrumb/index.ts";
import { readValue } from "../support/read-values.ts";
import { readValues as readRust } from "./rust/support.ts";

/** A call in JavaScript or, where the code is a function, in Rust. */
function callIn(code: string): Value & { readonly kind: "call" } {
  const [value] = code.startsWith("fn ") ? readRust(code) : [readValue(code)];
  if (value?.kind !== "call") throw new Error(`expected a call, not ${value?.kind ?? "nothing"}`);
  return value;
}

describe("what a call hands on", () => {
  test.each<[code: string, handedOn: readonly string[] | undefined]>([
    ["use(name.trim())", ["name"]],
    ["use(JSON.stringify(user, replacer))", ["user"]],
    ["use(list.join(separator))", ["list", "separator"]],
    ["use(Object.values(user))", ["user"]],
    ["use(Object.keys(user))", []],
    ["use(user.keys(x))", undefined],
    ["import { format } from 'node:util'; use(format('%s', name))", ["'%s'", "name"]],
    ["import util from 'util'; use(util.format(name))", ["name"]],
    ["use(text.format(name))", ["text", "name"]],
    ["const Object = load(); use(Object.keys(user))", undefined],
    ["use(names.includes(name))", []],
    ["use(t`Sent to ${to}`)", ["`Sent to ${to}`"]],
    ["use(unknown(name))", undefined],
    ["use(users[0](name))", undefined],
    ["import { Redacted } from 'effect'; use(Redacted.value(secret))", ["secret"]],
    ["fn f() { observe(name.trim()) }", ["name"]],
    ["fn f() { observe(String::from_utf8_lossy(&bytes)) }", ["String", "bytes"]],
    ["fn f() { observe(names.contains(&name)) }", []],
    ["fn f() { observe(unknown(name)) }", undefined],
    ["fn f() { observe(&name[..2]) }", ["name", "..2", "2"]],
  ])("%s", (code, expected) => {
    expect(handedOn(callIn(code))?.map(({ source }) => source)).toEqual(expected);
  });
});

describe("what is known of one language's functions", () => {
  it.each([
    "to_lowercase",
    "to_owned",
    "to_ascii_uppercase",
    "expose_secret",
    "rsplit_once",
    "contains_key",
    "and_then",
  ])("does not count in JavaScript: %s", (name) => {
    expect(knownOf(callIn(`use(x.${name}(y))`).callee)).toBeUndefined();
  });

  it.each(["toLowerCase", "toRaw", "charCodeAt", "useState", "flatMap", "encodeURIComponent", "stringify", "omit"])(
    "does not count in Rust: %s",
    (name) => {
      expect(knownOf(callIn(`fn f() { observe(x.${name}(y)) }`).callee)).toBeUndefined();
      expect(knownOf(callIn(`fn f() { observe(lib::${name}(y)) }`).callee)).toBeUndefined();
    },
  );

  it("stands in its own table, and in nothing that languages share", () => {
    const tables = globbySync("src/detect/*/values/known-functions.ts");
    const names = new Set(tables.flatMap(wordsOf).filter((word) => /[a-z](?:[A-Z]|_[a-z])/.test(word)));
    expect(names.size).toBeGreaterThan(100);
    // What JavaScript, and with it the SDK, calls on any object decides what arrives of it.
    for (const called of ["toJSON", "toString", "valueOf"]) names.delete(called);
    const shared = globbySync(["rules/*.ts", "src/{breadcrumb,edit,sensitive-data,sentry}/**/*.ts", "src/*.ts"]);
    const found = shared.flatMap((file) => wordsOf(file).flatMap((word) => (names.has(word) ? [[file, word]] : [])));
    expect(found).toEqual([]);
  });
});

/** The words in the texts of a file, comments left out. */
function wordsOf(file: string): readonly string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)) words.push(...node.text.split(/[^\w$]+/));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  return words;
}
