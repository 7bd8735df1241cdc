import { describe, expect, it } from "vitest";
import { detect as detectRust } from "../../detect/rust/support.ts";
import { detect } from "../../support/detect.ts";
import type { Dialect } from "../../support/parse.ts";

const SDK = `import * as Sentry from "@sentry/node";\n`;
const CRUMB = "Sentry.addBreadcrumb({ message });";

/** What a file defines for others: the ways to each wrapper, and what its parameters become. */
function wrappers(text: string, dialect: Dialect = "ts"): readonly string[] {
  const { links } = detect(`${SDK}${text}`, { dialect });
  return (links?.wrappers ?? []).map(
    ({ exports, parameters }) =>
      `${exports.map((way) => way.join(".")).join(" ")}(${parameters.map((each) => JSON.stringify(each)).join(", ")})`,
  );
}

/** The names that a file exports, with the module that each comes from. */
function exportsOf(text: string, dialect: Dialect = "ts"): readonly string[] {
  return (detect(text, { dialect }).links?.exports ?? []).map(({ name, from }) =>
    [name, from?.module, ...(from?.path ?? [])].join(" ").trim(),
  );
}

/** The calls of functions from elsewhere: the name as settings give it, and where it leads. */
function calls(text: string): readonly string[] {
  return (detect(text).links?.calls ?? []).map(({ name, module, path }) => `${name}: ${[module, ...path].join(" ")}`);
}

describe("what a file exports", () => {
  it.each<[string, string[]]>([
    [`export * from "./a"; export * as b from "./b";`, ["* ./a", "b ./b"]],
    [`export { x as y, default as "z z" } from "./a";`, ["y ./a x", "z z ./a default"]],
    [`export const { a } = f(), b = 1; export class C {}`, ["a", "b", "C"]],
    [`export namespace A.B {} export enum E { X } export declare module "m" {}`, ["E"]],
    [`import x from "./x"; export default x.y;`, ["default ./x default y"]],
    [`export =  f;`, ["*", "default"]],
    [`export const { a = 1, b: { c }, ...rest } = f(), [d] = g();`, ["a", "c"]],
    [`export default class {} export function f() {}`, ["default", "f"]],
  ])("%s", (text, expected) => {
    expect(exportsOf(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [`exports.a = 1; module.exports.b = 2; module["exports"].c = 3;`, ["a", "b", "c"]],
    [`module.exports = require("./a");`, ["* ./a"]],
    [`module.exports = require(name);`, []],
    [`module.exports = f(1);`, ["*", "default"]],
    [`exports.a.b = 1; this.c = 2; window.d = 3; module.e = 4; f().g = 5; h = 6; [i] = [7]; other.exports.j = 8;`, []],
    [`module.exports = require();`, []],
    [`module.exports = require(1);`, []],
    [`module.exports = require(` + "`./a`" + `);`, []],
    [`module.exports = (0, require)("./a");`, ["*", "default"]],
  ])("%s, of CommonJS", (text, expected) => {
    expect(exportsOf(text, "cjs")).toEqual(expected);
  });
});

describe("what of the SDK a file exports", () => {
  it.each<[string, (string[] | undefined)[]]>([
    [`import * as S from "@sentry/node"; export { S }; export default S;`, [[], []]],
    [
      `import { addBreadcrumb } from "@sentry/node"; export const record = addBreadcrumb; export const two = 2;`,
      [["addBreadcrumb"], undefined],
    ],
    [`export * from "@sentry/node";`, [undefined]],
  ])("%s", (text, expected) => {
    expect(detect(text).links?.exports.map(({ sdk }) => sdk)).toEqual(expected);
  });
});

describe("the wrappers of a file", () => {
  it.each<[string, string, string[]]>([
    ["a breadcrumb", `export function track(crumb) { Sentry.addBreadcrumb(crumb); }`, ['track("breadcrumb")']],
    [
      "a breadcrumb of which every field is set",
      `export function track(crumb) { Sentry.addBreadcrumb({ ...crumb, type: "a", category: "b", message: "c", level: "info", timestamp: 1, data: {} }); }`,
      [],
    ],
    [
      "a breadcrumb in an object",
      `export function track({ crumb }) { Sentry.addBreadcrumb(crumb); }`,
      ['track({"crumb":"breadcrumb"})'],
    ],
    [
      "two ways to one",
      `export function track(message) { ${CRUMB} }\nexport default track;\nexport { other } from "./other";\nexport const size = 1;`,
      ['track default("message")'],
    ],
    [
      "an object with what nobody can name",
      `export const log = { [name]: 1, ...rest, note(message) { ${CRUMB} } };`,
      ['log.note("message")'],
    ],
    [
      "a class with all that a class can have",
      `export class Log { static { f(); } [key: string]: unknown; size = 1; #hidden(message) { ${CRUMB} } [name](message) { ${CRUMB} } declared: string; note = (message) => { ${CRUMB} }; abstract wanted(): void; }`,
      ['Log.note("message")'],
    ],
    [
      "among the functions that are handed to another",
      `const note = (message) => { ${CRUMB} };\nexport const one = memo(note);\nexport const all = memo(...[note]);`,
      ['one("message")'],
    ],
    [
      "by a name that may hold something else, and by one taken from an object",
      `function note(message) { ${CRUMB} }\nlet one = note; one = other;\nlet none; const { two } = { two: note };\nexport { one, none, two, unknown };`,
      ['one two("message")'],
    ],
    [
      "from a choice",
      `const note = (message) => { ${CRUMB} };\nexport const log = enabled ? { note } : off || other;`,
      ['log.note("message")'],
    ],
    [
      "either side of a default",
      `const note = (message) => { ${CRUMB} };\nconst crumb = (category) => { Sentry.addBreadcrumb({ category }); };\nexport const log = note ?? crumb;`,
      ['log("message")', 'log("category")'],
    ],
    [
      "more than one parameter, and one that is for something else",
      `export function track(category, size, message) { Sentry.addBreadcrumb({ category, message }); }`,
      ['track("category", "_", "message")'],
    ],
    [
      "an object with names of its own",
      `export function track({ text, where, size }) { Sentry.addBreadcrumb({ message: text, category: where }); }`,
      ['track({"text":"message","where":"category"})'],
    ],
    [
      "a breadcrumb of which the level is set",
      `export function track(crumb) { Sentry.addBreadcrumb({ ...crumb, level: "info" }); }`,
      ['track({"level":"_","...":"breadcrumb"})'],
    ],
    ["a text is no breadcrumb", `export function track(text: string) { Sentry.addBreadcrumb(text); }`, []],
    [
      "what has a type of its own may be one",
      `export function track(crumb: Crumb) { Sentry.addBreadcrumb(crumb); }`,
      ['track("breadcrumb")'],
    ],
    ["a text may be a message", `export function track(message: string) { ${CRUMB} }`, ['track("message")']],
    [
      "methods that others may call",
      `export class Log { private one(message) { ${CRUMB} } protected two(message) { ${CRUMB} } public three(message) { ${CRUMB} } private readonly four = (message) => { ${CRUMB} }; size = () => 1; }`,
      ['Log.two("message")', 'Log.three("message")'],
    ],
    ["a class without a name", `export const Log = class { note(message) { ${CRUMB} } };`, ['Log.note("message")']],
    [
      "methods that a class inherits",
      `class Base { note(message) { ${CRUMB} } }\nexport class Log extends Base {}`,
      ['Log.note("message")'],
    ],
    ["an instance", `class Log { note(message) { ${CRUMB} } }\nexport const log = new Log();`, ['log.note("message")']],
    [
      "objects that hold one another",
      `const one = { get two() { return two; }, note(message) { ${CRUMB} } };\nconst two = { one };\nexport { two };`,
      ['two.one.note("message")'],
    ],
    [
      "objects in objects, up to a depth",
      `export const near = { a: { b: { note(message) { ${CRUMB} } } } };\nexport const far = { a: { b: { c: { d: { e: { f: { g: { h: { note(message) { ${CRUMB} } } } } } } } } } };`,
      ['near.a.b.note("message")'],
    ],
    [
      "an object that spreads another, and one that is waited for",
      `const own = { note(message) { ${CRUMB} } };\nexport const log = { ...own, size: 1 };\nexport const later = await own;`,
      ['log.note later.note("message")'],
    ],
    [
      "a member of an object",
      `const own = { deep: { note(message) { ${CRUMB} } } };\nexport const note = own.deep.note;\nexport const none = own.other.note;`,
      ['note("message")'],
    ],
    [
      "a function that is bound",
      `function write(message) { ${CRUMB} }\nexport const note = write.bind(null);`,
      ['note("message")'],
    ],
    [
      "what a context provides by an attribute that holds an expression",
      `const Crumbs = createContext(null);\nexport const A = () => <Crumbs value={{ note(message) { ${CRUMB} } }} id="a" />;\nexport const B = () => <Crumbs.Provider {...rest} value="none" />;\nexport const C = () => <Crumbs.Provider id="c" />;\nexport { Crumbs };`,
      ['Crumbs.note("message")'],
    ],
    [
      "what a generator yields is not handed out",
      `export function* all() { return { note(message) { ${CRUMB} } }; }`,
      [],
    ],
  ])("%s", (what, text, expected) => {
    expect(wrappers(text, what.includes("a context") ? "tsx" : "ts")).toEqual(expected);
  });

  it("has the name that it has in its file, or else the one that it is exported by", () => {
    const text = `${SDK}function track(message) { ${CRUMB} }\nexport { track as record };\nexport default (message) => { ${CRUMB} };`;
    expect(detect(text).links?.wrappers.map(({ name }) => name)).toEqual(["track", "default"]);
  });

  it("reaches what is a module itself by its default export", () => {
    const text = `const Sentry = require("@sentry/node");\nmodule.exports = (message) => { ${CRUMB} };`;
    expect(detect(text, { dialect: "cjs" }).links?.wrappers).toMatchObject([{ exports: [["default"]] }]);
  });
});

describe("the calls of functions from elsewhere", () => {
  it.each<[string, string[]]>([
    [`import { a as b } from "./a"; b(); b.c(); b()();`, ["a: ./a a", "b.c: ./a a c", "a.(): ./a a ()", "a: ./a a"]],
    [`import * as a from "./a"; a.b(); a.b.c(); a();`, ["b: ./a b", "a.b.c: ./a b c", "a: ./a"]],
    [
      `import a from "./a"; a(); (() => {})(); unknown(); import("./b");`,
      ["a: ./a default", "unknown: #imports unknown"],
    ],
    [`import { make } from "./a"; const [one, { two }] = make(); two();`, ["make: ./a make", "two: ./a make 1 two"]],
    [
      `import { Log } from "./a"; class B { constructor(private log: Log) {} run() { this.log.note(); this.none(); this(); } }`,
      ["this.log.note: ./a Log note"],
    ],
    [
      `import * as log from "./a"; class B { constructor(private log: log.Log) {} run() { this.log.note(); } }`,
      ["this.log.note: ./a Log note"],
    ],
    [`import { log } from "./a"; function f(given: typeof log) { given.note(); }`, ["given.note: ./a log note"]],
    [
      `import { make } from "./a"; const made = await make(); made.note();`,
      ["make: ./a make", "made.note: ./a make note"],
    ],
    [
      `import { make } from "./a"; const { log: { note } } = make(); note();`,
      ["make: ./a make", "note: ./a make log note"],
    ],
    [`this.a(); function f() { this.b(); }`, []],
    [`const a = b; const b = a; a.c();`, []],
  ])("%s", (text, expected) => {
    expect(calls(text)).toEqual(expected);
  });
});

describe("the wrappers of a Rust file", () => {
  const body = "sentry::add_breadcrumb(sentry::Breadcrumb { message: Some(message.into()), ..Default::default() });";

  it.each<[string, string, string[]]>([
    [
      "a parameter that is passed on, after one that is not",
      `pub fn log(size: u8, message: &str) { ${body} }`,
      ['log("_", "message")'],
    ],
    ["a closure is for nobody else", `fn f() { let log = |message: &str| { ${body} }; }`, []],
    ["a function in a function", `fn f() { fn log(message: &str) { ${body} } }`, []],
    [
      "of a type, and of one that has no name",
      `struct A;\nimpl A { fn log(message: &str) { ${body} } }\nimpl B for (u8, u8) { fn log(message: &str) { ${body} } }`,
      ['A::log("message")'],
    ],
    [
      "of two parameters both",
      `pub fn log(category: &str, message: &str) { sentry::add_breadcrumb(sentry::Breadcrumb { category: Some(category.into()), message: Some(message.into()), ..Default::default() }); }`,
      ['log("category", "message")'],
    ],
    [
      "a method, behind its type",
      `struct A;\nimpl A { fn log(&self, message: &str) { ${body} } }`,
      ['A.log("message")'],
    ],
    ["of a trait, whose calls name the type that has it", `trait A { fn log(message: &str) { ${body} } }`, []],
    ["in a module", `mod a { pub mod b { pub fn log(message: &str) { ${body} } } }`, ['a::b::log("message")']],
  ])("%s", (_, text, expected) => {
    const found = detectRust(text).links?.wrappers ?? [];
    expect(
      found.map(
        ({ exports: [way = []], parameters }) =>
          `${way.join("::")}(${parameters.map((each) => JSON.stringify(each)).join(", ")})`,
      ),
    ).toEqual(expected);
  });
});
