import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { show } from "../../src/cli/browser.ts";
import type { Shown, ShownField, ShownRecord } from "../../src/sentry/shown.ts";
import { outcomesOf } from "../support/outcomes.ts";
import { receivedOf, type Json } from "../support/relay.ts";
import { objectOf } from "../support/shown.ts";

const SDKS = ["sentry-node-10", "sentry-node-11"];

/** What the SDK and then the server make of the arguments of `addBreadcrumb`. */
function arrivalsOf(sdk: string, expressions: readonly string[]): readonly Json[] {
  const folder = mkdtempSync(join(tmpdir(), "arrival-"));
  const programs = expressions.map((expression) => `() => Sentry.addBreadcrumb(${expression})`);
  const module = `
    export const options = () => ({ defaultIntegrations: false });
    export const programs = async (Sentry) => [${programs.join(", ")}];
  `;
  const outcomes = outcomesOf(sdk, join(folder, "programs.mjs"), module);
  rmSync(folder, { recursive: true });
  return outcomes.map(({ breadcrumbs: [breadcrumb] }) => receivedOf(breadcrumb as Readonly<Record<string, Json>>));
}

const shownOf = (argument: string, before = ""): ShownRecord => {
  const [first, ...others] = show(`${before}Sentry.addBreadcrumb(${argument});`);
  if (first === undefined || others.length > 0) throw new Error("expected one breadcrumb");
  return first;
};

/** Breadcrumbs that are what they are in the source: each arrives as it is shown. */
const FIXED: readonly string[] = [
  `{ message: "saved", category: "cart", level: "warning" }`,
  `{ data: { kept: ["auth", "true"], lost: ["auth", "yes"] } }`,
  `{ message: "saved", level: "warn" }`,
  `{ message: "saved", level: "log" }`,
  `{ message: "saved", level: "critical" }`,
  `{ message: "saved", level: 40 }`,
  `{ message: "saved", level: 3 }`,
  `{ message: "saved", level: undefined, type: undefined }`,
  `{ message: "saved", level: null, category: null }`,
  `{ message: "saved", type: "http", category: "auth" }`,
  `{ message: "saved", timestamp: 1700000000000 }`,
  `{ message: "saved", timestamp: 1700000000 }`,
  `{ message: "saved", timestamp: "2026-11-30T12:00:00Z" }`,
  `{ message: "saved", timestamp: "yesterday" }`,
  `{ message: "saved", timestamp: undefined }`,
  `{ msg: "saved", severity: "info", extra: { a: 1 } }`,
  `{ message: "Signed in with password" }`,
  `{ message: "Signed " + "in, auth" }`,
  `{ message: "sent Bearer abc.def today" }`,
  `{ message: "paid from DE89370400440532013000 to XX89370400440532013000" }`,
  String.raw`{ message: "-----BEGIN RSA PRIVATE KEY-----\nabc\ndef\n-----END RSA PRIVATE KEY----- sent" }`,
  `{ message: "ftp://jane:hunter2@example.org and //jane@example.org", data: { url: "https://a:b@c" } }`,
  `{ category: "${"c".repeat(128)}", type: "${"t".repeat(129)}" }`,
  `{ category: "${"c".repeat(129)}", type: "${"t".repeat(128)}" }`,
  `{ message: 42 }`,
  `{ message: ["a"] }`,
  `{ message: { text: "a" } }`,
  `{ message: true, category: 1, type: false }`,
  `{ message: new Error("failed") }`,
  `{ data: "text" }`,
  `{ data: 1 }`,
  `{ data: ["a", "b"] }`,
  `{ data: null }`,
  `{ data: undefined }`,
  `{ data: {} }`,
  `{ data: { note: "auth", other: "fine", count: 1, is: true, nothing: null, missing: undefined } }`,
  `{ data: { token: "abc", tokens: 5, authenticated: true, secrets: { a: 1 }, auth: "", otp: ["a", "b", "c"] } }`,
  `{ data: { pair: ["tokens", 512], flags: ["auth", true], three: ["auth", "a", "b"], one: [undefined] } }`,
  `{ data: { a: { b: { c: { d: 1 } } } } }`,
  `{ data: { a: { b: { c: [1], d: 1, e: "x", f: true, g: null } } } }`,
  `{ data: { a: { b: { token: { d: 1 } } } } }`,
  `{ data: { a: [[{ b: 1 }], [1, 2, 3]] } }`,
  `{ data: { big: 12n } }`,
  `{ data: { map: new Map([["a", 1]]), set: new Set([1]) } }`,
  `{ data: { a: 1, ["b"]: 2, "c-d": 3, 4: 5 } }`,
  `{ data: { ...{ a: 1, b: 2 }, b: 3 } }`,
  `{ data: { text: ["a", "b"].join("-"), json: JSON.stringify({ password: 1 }) } }`,
];

describe.each(SDKS)("as it arrives, with %s", (sdk) => {
  const arrived = arrivalsOf(sdk, FIXED);

  test.each(FIXED.map((argument, index) => ({ argument, index })))("$argument", ({ argument, index }) => {
    const { timestamp, ...rest } = arrived[index] as Readonly<Record<string, Json>>;
    const wasGiven = argument.includes("timestamp");
    const { fields, open } = shownOf(argument);
    expect(open).toBe(false);
    expect(objectOf(fields)).toEqual(wasGiven && timestamp !== undefined ? { ...rest, timestamp } : rest);
  });
});

/** A value on one line: `<code>` is not known, `–` does not arrive, `…` may be more. */
function brief(shown: Shown): string {
  const note = shown.note === undefined ? "" : ` (${shown.note})`;
  return `${briefValue(shown)}${note}`;
}

function briefValue(shown: Shown): string {
  switch (shown.kind) {
    case "known":
      return JSON.stringify(shown.value);
    case "text":
      return `"${shown.parts.map((part) => (typeof part === "string" ? part : `<${part.source}>`)).join("")}"`;
    case "record":
      return `{ ${[...shown.fields.map(briefField), ...(shown.open ? ["…"] : [])].join(", ")} }`;
    case "list":
      return `[${[...shown.items.map(brief), ...(shown.open ? ["…"] : [])].join(", ")}]`;
    case "choice":
      return shown.branches.map(brief).join(" | ");
    case "unknown":
      return `<${shown.source}>`;
    case "lost":
      return "–";
  }
}

const briefField = ({ name, value }: ShownField): string => `${name}: ${brief(value)}`;

/** The fields of a breadcrumb, without what it gets by default. */
const briefly = ({ fields, open }: ShownRecord): string =>
  [...fields.filter(({ value }) => !/^(?:by default|the time of the call)$/u.test(value.note ?? "")).map(briefField)]
    .concat(open ? ["…"] : [])
    .join(", ");

describe("what the source does not show", () => {
  test.each([
    ["a string with unknown parts", "{ message: `Sent to ${name}` }", 'message: "Sent to <name>"'],
    ["a string that is not known", "{ message }", "message: <message>"],
    ["an unknown level", "{ level }", "level: <level>"],
    [
      "one of several levels",
      '{ level: isLate ? "warn" : "error" }',
      'level: "info" (Sentry does not know `warn`) | "error"',
    ],
    ["a level or none", '{ level: isLate ? "error" : undefined }', 'level: "error" | "info" (by default)'],
    [
      "an unknown part behind a word that is filtered",
      "{ message: `Authenticated ${user.id}` }",
      'message: "[Filtered]" (it contains `Auth`)',
    ],
    [
      "a word that only one of several strings contains",
      '{ message: `Signed in by ${isFast ? "password" : "mail"}` }',
      'message: "[Filtered]" (it contains `password`) | "Signed in by <isFast ? "password" : "mail">"',
    ],
    [
      "a time in milliseconds",
      "{ timestamp: Date.now() }",
      "timestamp: – (dropped: in milliseconds it is after the year 9999)",
    ],
    ["a time in seconds", "{ timestamp: Date.now() / 1000 }", "timestamp: <Date.now() / 1000>"],
    ["a date", "{ timestamp: new Date() }", "timestamp: <new Date()> (sent as a string)"],
    [
      "a time since the start",
      "{ timestamp: performance.now() }",
      "timestamp: <performance.now()> (a time in the 1970s: it counts from the start of the program)",
    ],
    [
      "an unknown value under a key that is scrubbed",
      "{ data: { auth: given, secretName: name, isAuth: check() } }",
      "data: { auth: <given> (`[Filtered]` or dropped, unless it is a boolean: the key contains `auth`), " +
        'secretName: "[Filtered]" (the key contains `secret`) | – (dropped: the key contains `secret`), ' +
        "isAuth: <check()> (`[Filtered]` or dropped, unless it is a boolean: the key contains `Auth`) }",
    ],
    [
      "what is known to be text under such a key",
      "{ data: { token: `a${b}`, [`auth-${name}`]: String(b) } }",
      'data: { token: "[Filtered]" (the key contains `token`), ' +
        '[`auth-${name}`]: "[Filtered]" (the key contains `auth`), … }',
    ],
    [
      "a key that ends in a name for strings or objects",
      "{ data: { [`${name}_token`]: given } }",
      'data: { [`${name}_token`]: "[Filtered]" (the key contains `token`) | – (dropped: the key contains `token`), … }',
    ],
    [
      "one of several values under such a key",
      '{ data: { token: isOld ? 5 : "a" } }',
      'data: { token: – (dropped: the key contains `token`) | "[Filtered]" (the key contains `token`) }',
    ],
    ["the rest of an object", "{ message: 'a', data: { id, ...rest } }", 'message: "a", data: { id: <id>, … }'],
    ["the rest of an array", "{ data: { ids: [1, ...ids] } }", "data: { ids: [1, <ids>, …] }"],
    ["the rest of a breadcrumb", "{ message: 'a', ...rest }", 'message: "a", …'],
    ["a breadcrumb that is not known", "given", "…"],
    [
      "an object that is too deep",
      "{ data: { a: { b: { c: { d } } } } }",
      'data: { a: { b: { c: "[Object]" (the SDK sends 3 levels) } } }',
    ],
    ["a function", "{ data: { run: () => 1 } }", 'data: { run: "[Function: <…>]" }'],
    ["a symbol", "{ data: { id: Symbol('a') } }", 'data: { id: "[Symbol(<…>)]" }'],
    [
      "an object that says what it is sent as",
      "{ data: { a: { toJSON: () => 1 } } }",
      "data: { a: <{ toJSON: () => 1 }> }",
    ],
    [
      "a field of the wrong kind",
      "{ message: new Error('a') }",
      "message: – (dropped: it must be a string, not an error)",
    ],
    [
      "an element, whole and under a key that is scrubbed",
      "{ data: ok ? (button as HTMLButtonElement) : { secret: button as HTMLElement } }",
      "data: – (dropped: `data` must be an object, not an element) | " +
        '{ secret: "[Filtered]" (the key contains `secret`) }',
    ],
    ["an unknown type", '{ type: "parcel" }', 'type: "parcel" (shown as `default`)'],
    [
      "what stands under a key in a list, each way",
      '{ data: { pair: ["password", ok ? "a" : true] } }',
      'data: { pair: ["password", "[Filtered]" (the key contains `password`) | true] }',
    ],
    [
      "a string that is put together under a key in a list",
      '{ data: { pair: ["password", `x ${y}`] } }',
      'data: { pair: ["password", "[Filtered]" (the key contains `password`)] }',
    ],
    [
      "what is not there under a key, each way",
      '{ data: { password: ok ? undefined : "x" } }',
      'data: { password: – (`undefined` is not sent) | "[Filtered]" (the key contains `password`) }',
    ],
    [
      "a string of several under such a key, one with a word that is filtered",
      '{ data: { token: `by ${isFast ? "password" : "mail"}` } }',
      'data: { token: "[Filtered]" (the key contains `token`) }',
    ],
    [
      "a number that is computed under such a key",
      "{ data: { token: +given } }",
      "data: { token: – (dropped: the key contains `token`) }",
    ],
    [
      "a category that is put together, in which words stay",
      "{ category: `cart.password.${name}` }",
      'category: "cart.password.<name>"',
    ],
    [
      "what stands under another key in a list",
      '{ data: { a: ["note", `Bearer abc.def ${rest}`], b: ["note", rest], c: ["note", `Hello ${rest}`] } }',
      'data: { a: ["note", "[Filtered] <rest>"], b: ["note", <rest>], c: ["note", "Hello <rest>"] }',
    ],
    ["keys that are computed", "{ data: { [k()]: 1, [j]: 2 } }", "data: { [k()]: 1, [j]: 2, … }"],
    ["a misspelt field", "{ msg: 'a' }", "msg: – (dropped: Sentry does not know the field)"],
  ])("%s", (_, argument, expected) => {
    expect(briefly(shownOf(argument))).toBe(expected);
  });

  test("what a function of the project adds", () => {
    const text = 'function log(message, data) { Sentry.addBreadcrumb({ category: "app", message, data }); }';
    const [inside, call] = show(`${text}\nlog("saved", { id });`, { language: "javascript" });
    expect(inside && briefly(inside)).toBe('category: "app", message: <message>, data: <data>');
    expect(call && briefly(call)).toBe('message: "saved", data: { id: <id> }, …');
    expect(call).toMatchObject({ callee: "log", line: 2, column: 1, endLine: 2, endColumn: 21 });
  });
});

describe("what decides beside the source", () => {
  const text = 'Sentry.addBreadcrumb({ message: "Signed in by IBAN", data: { a: { b: 1 }, auth: "x" } });';
  const rules = {
    "sentry-breadcrumbs/valid-data": ["error", { depth: 1 }],
    "sentry-breadcrumbs/no-filtered-text": ["warn", { words: ["iban"], allow: ["auth"] }],
  } as const;

  test("the project's words and the depth that it sends", () => {
    expect(show(text).map(briefly)).toEqual([
      'message: "Signed in by IBAN", data: { a: { b: 1 }, auth: "[Filtered]" (the key contains `auth`) }',
    ]);
    expect(show(text, { rules: { ...rules } as never }).map(briefly)).toEqual([
      'message: "[Filtered]" (it contains `IBAN`), data: { a: "[Object]" (the SDK sends 1 level), auth: "x" }',
    ]);
  });

  test("what is nested deeper than is written by hand", () => {
    const sends30 = { rules: { "sentry-breadcrumbs/valid-data": ["error", { depth: 30 }] } } as never;
    const nested = (times: number, open: string, inner: string, close: string): string =>
      open.repeat(times) + inner + close.repeat(times);
    const text = (times: number) => nested(times, "`a${", "b", "}`");
    const list = (times: number, inner: string) => nested(times, "[", inner, "]");
    const record = (times: number, inner: string) => nested(times, "{ c: ", inner, " }");
    const argument = `{ message: ${text(25)}, data: { a: ${list(25, "1")}, b: ${record(25, "1")} } }`;
    expect(show(`Sentry.addBreadcrumb(${argument});`, sends30).map(briefly)).toEqual([
      `message: "${"a".repeat(21)}<${text(4)}>", ` +
        `data: { a: ${list(19, `<${list(6, "1")}>`)}, b: ${record(19, `<${record(6, "1")}>`)} }`,
    ]);
  });

  test("the language: Rust's SDK sends all levels, and has a type for levels", () => {
    const rust = `use sentry::{Breadcrumb, Level};
      fn f(user: &User) {
        sentry::add_breadcrumb(Breadcrumb {
          category: Some("cart".into()),
          message: Some(format!("Authenticated {}", user.id)),
          level: Level::Warning,
          ..Default::default()
        });
      }`;
    expect(show(rust, { language: "rust" }).map(briefly)).toEqual([
      'category: "cart", level: "warning", message: "[Filtered]" (it contains `Auth`)',
    ]);
  });

  test("nothing, where nothing is recorded or the text cannot be parsed", () => {
    expect(show("save();")).toEqual([]);
    expect(show("Sentry.addBreadcrumb({")).toEqual([]);
  });
});
