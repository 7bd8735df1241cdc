import { describe, expect, test } from "vitest";
import { filteredIn } from "../../src/sentry/filtered.ts";
import { scrubber } from "../../src/sentry/scrubbing.ts";
import { detect } from "../support/detect.ts";

const scrubs = scrubber({ words: [], allow: [] });

/** What is filtered of the breadcrumb that a piece of code records. */
function found(code: string) {
  const [breadcrumb] = detect(code).breadcrumbs;
  if (breadcrumb === undefined) throw new Error("expected a breadcrumb");
  return filteredIn(breadcrumb, scrubs, 3);
}

/** The texts that are filtered: the key and where it is reported. */
const textsOf = (code: string) => found(code).texts.map(({ key, at }) => `${key ?? "message"}: ${at.source}`);

/** What is lost under keys, by key. */
const lossesOf = (code: string) => found(code).fields.map(({ key, lost }) => `${key}: ${lost}`);

const withData = (data: string) => `Sentry.addBreadcrumb({ message: "a", data: ${data} });`;

describe("a text that is filtered", () => {
  test.each([
    ["is told by the keys above it", '{ request: { path: "auth" } }', ['request.path: "auth"']],
    [
      "is told by a key that is not known",
      '{ [step]: "auth", a: { [step.name]: ["auth"] } }',
      ['[step]: "auth"', 'a.[step.name]: "auth"'],
    ],
    ["is told by the key of its list", '{ list: ["a", ["auth"]] }', ['list: "auth"']],
    ["may be spread into the data", '{ ...{ note: "auth" } }', ['note: "auth"']],
    ["may be JSON with keys that are not known", '{ note: JSON.stringify({ [step]: "auth" }) }', ['note: "auth"']],
  ])("%s", (_, data, texts) => {
    expect(textsOf(withData(data))).toEqual(texts);
  });

  test.each([
    ["a list behind a name, where it stands", 'const tags = ["auth"];', "{ tags }", ['tags: "auth"']],
    ["a record behind a name, where it stands", 'const inner = { note: "auth" };', "{ inner }", ['inner.note: "auth"']],
    ["a text behind a name, at each use", 'const note = "auth";', "{ a: note, b: note }", ["a: note", "b: note"]],
    [
      "a record behind two names, once",
      'const inner = { note: "auth" };',
      "{ a: inner, b: inner }",
      ['a.note: "auth"'],
    ],
    [
      "what a function yields, at its call",
      'const notes = () => ({ note: "auth" });',
      "{ a: notes() }",
      ["a.note: notes()"],
    ],
    [
      "what a function behind a name yields, at the name",
      'const notes = () => ({ note: "auth" }); const all = notes();',
      "{ a: all }",
      ["a.note: all"],
    ],
  ])("is reported: %s", (_, definition, data, texts) => {
    expect(textsOf(`${definition} ${withData(data)}`)).toEqual(texts);
  });

  test.each([
    ["`auth ${a}`", [false, true]],
    ["`${a} auth`", [true, false]],
    ["`${a} auth ${b}`", [true, true]],
    ["`auth`", [false, false]],
    ["`a ${b ? `auth ${c}` : ''}`", [true, true]],
    ["`${b ? `${c} auth` : ''} a`", [true, true]],
    ["a ? 'auth' : 'b'", [false, false]],
  ])("has something else right beside it in %s: %o", (message, [before, after]) => {
    expect(found(`Sentry.addBreadcrumb({ message: ${message} });`).texts).toMatchObject([{ open: { before, after } }]);
  });

  test("is none where the word would have to be alone", () => {
    expect(textsOf("Sentry.addBreadcrumb({ message: `otp` });")).toEqual(["message: `otp`"]);
    expect(textsOf("Sentry.addBreadcrumb({ message: `otp${a}` });")).toEqual([]);
    expect(textsOf("Sentry.addBreadcrumb({ message: `${a}otp` });")).toEqual([]);
  });

  test.each(['"auth"', "`auth ${a}`", '["auth"]', "details"])("is none in data that the server drops: %s", (data) => {
    expect(textsOf(`const details = "auth"; ${withData(data)}`)).toEqual([]);
  });

  test("needs no message beside it", () => {
    expect(textsOf('Sentry.addBreadcrumb({ data: { note: "auth" } });')).toEqual(['note: "auth"']);
  });
});

describe("what is lost under a key", () => {
  test.each([
    ["{ auth: 'a' }", ["auth: text"]],
    ["{ auth: `a${b}` }", ["auth: text"]],
    ["{ auth: 5 }", ["auth: number"]],
    ["{ auth: [1] }", ["auth: list"]],
    ["{ auth: { a: 1 } }", ["auth: object"]],
    ["{ auth: new Error('a') }", ["auth: object"]],
    ["{ auth: new Date() }", ["auth: text"]],
    ["{ auth: a ? 'b' : true }", ["auth: text"]],
    ["{ a: { auth: { b: 1 } } }", ["a.auth: object"]],
    ["{ [a]: { auth: 1 } }", ["[a].auth: number"]],
    ["{ authStatus: current }", ["authStatus: value"]],
    ["{ authUserStatus: current }", ["authUserStatus: value"]],
    ["{ auth2Count: current }", ["auth2Count: value"]],
    ["{ auth_status: a ? true : current }", ["auth_status: value"]],
    ["{ auth_status: a ? current : true }", ["auth_status: value"]],
  ])("%s: %o", (data, losses) => {
    expect(lossesOf(withData(data))).toEqual(losses);
  });

  test.each([
    "{ auth: true }",
    "{ auth: !a }",
    "{ auth: '' }",
    "{ auth: '***' }",
    "{ auth: 'xxxx' }",
    "{ auth: null }",
    "{ auth: current }",
    "{ authStatus: true }",
    "{ statusAuth: current }",
  ])("nothing, as far as is known: %s", (data) => {
    expect(lossesOf(withData(data))).toEqual([]);
  });

  test("is told at the key, and at the call that yields the record", () => {
    const code = `const notes = () => ({ auth: 1 }); ${withData("{ auth: 2, more: notes() }")}`;
    const places = found(code).fields.map(({ at }) => code.slice(...at.range));
    expect(places).toEqual(["auth", "notes()"]);
  });

  test.each([
    ["const notes = { auth: 1 };", "notes", false],
    ["const notes = { auth: 1 }; send(notes);", "notes", true],
    ["export const notes = { auth: 1 };", "notes", true],
    ["const notes = { auth: 1 };", "{ ...notes }", false],
    ["const notes = { inner: { auth: 1 } }; send(notes);", "{ notes }", true],
    ["const all = { notes: { auth: 1 } };", "all.notes", true],
    ["", "{ auth: 1 }", false],
  ])("%s %s may be read elsewhere: %s", (definition, data, shared) => {
    expect(found(`${definition} ${withData(data)}`).fields).toMatchObject([{ shared }]);
  });
});

describe("the place of a word", () => {
  test.each([
    ["in quotes", '"Auth failed"', "Auth"],
    ["in a template", "`Auth ${a}`", "Auth"],
    ["beside an escape, the literal", '"\\u0041uth"', '"\\u0041uth"'],
    ["behind a broken line, the literal", '"\\\nauth"', '"\\\nauth"'],
    ["before a broken line, the literal", '"auth\\\n"', '"auth\\\n"'],
  ])("%s", (_, message, place) => {
    const code = `Sentry.addBreadcrumb({ message: ${message} });`;
    const [text] = found(code).texts;
    expect(text && code.slice(...text.range)).toBe(place);
  });
});
