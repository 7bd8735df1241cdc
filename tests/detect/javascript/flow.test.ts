import { describe, expect, test } from "vitest";
import { printValue } from "../../support/print-value.ts";
import { readValue, readValues } from "../../support/read-values.ts";

/** Each snippet with what the argument of its `use(…)` is, names followed. */
type Cases = Readonly<Record<string, readonly [code: string, printed: string]>>;

function check(cases: Cases): void {
  test.each(Object.entries(cases))("%s", (_name, [code, printed]) => {
    for (const parser of ["espree", "typescript"] as const) {
      expect(printValue(readValue(code, parser), true)).toBe(printed);
    }
  });
}

describe("declarations", () => {
  check({
    "a constant": ["const e = user.email; use(e)", "user.email"],
    "a constant behind a constant": [
      "const u = account.user; const e = u.email; use(e)",
      "account.user.email",
    ],
    "a variable that is never written again": ["let e = user.email; use(e)", "user.email"],
    "a constant in a function that is made before": [
      "const f = () => use(e); const e = user.email;",
      "user.email",
    ],
    "a declared variable without a value": ["let e; use(e)", "e"],
    "an import": ['import { e } from "m"; use(e)', "e"],
    "a global": ["use(e)", "e"],
    "a shadowed name": ["const e = 1; function f(e) { use(e) }", "e"],
    "two declarations": ["var f = 1; var f = 2; use(f)", "2"],
    "a caught error": ["try { f() } catch (e) { use(e) }", "e"],
  });
});

describe("destructuring", () => {
  check({
    "by name": ["const { email } = user; use(email)", "user.email"],
    renamed: ["const { email: e } = user; use(e)", "user.email"],
    nested: ["const { address: { city } } = user; use(city)", "user.address.city"],
    "with a default": ['const { email = "none" } = user; use(email)', '(user.email | "none")'],
    "by a text": ['const { "email": e } = user; use(e)', "user.email"],
    "by a computed key": ["const key = 'email'; const { [key]: e } = user; use(e)", "user.email"],
    "by a key that cannot be read": ["const { [key]: e } = user; use(e)", "user[]"],
    "of a list": ["const [first, second] = users; use(second)", "users[1]"],
    "of a list that is seen": ["const [a, b] = [x, y]; use(b)", "y"],
    "of what promises yield": ["async () => { const [a, b] = await Promise.all([f(), g()]); use(b) }", "g()"],
    "what is left": ["const { email, name: n, ...rest } = user; use(rest)", 'omit(user, ["email", "name"])'],
    "what is left of a list": ["const [first, ...others] = users; use(others)", "users"],
    "by assignment": ["let e; ({ email: e } = user); use(e)", "user.email"],
    "of a record that is seen": ["const { a: { b } } = { a: { b: user.email } }; use(b)", "user.email"],
  });
});

describe("parameters", () => {
  check({
    "a name": ["function f(email) { use(email) }", "email"],
    "with a default": ["function f(email = user.email) { use(email) }", "(email | user.email)"],
    destructured: ["function f({ email }) { use(email) }", "?.email"],
    "destructured with a default": ["function f({ email } = {}) { use(email) }", "(? | {}).email"],
    "an item of a list": ["users.map((user) => use(user.email))", "users[].email"],
    "an item of a list, destructured": ["users.forEach(({ email: e }) => use(e))", "users[].email"],
    "an item in a function expression": ["users.filter(function (u) { use(u) })", "users[]"],
    "the index": ["users.map((user, index) => use(index))", "index"],
    "the item of a reduction": ["users.reduce((sum, u) => use(u), 0)", "users[]"],
    "what a promise yields": ["load().then(({ data }) => use(data))", "load().data"],
    "an error of a promise": ["load().catch((e) => use(e))", "e"],
    "an entry": ["Object.entries(user).forEach(([k, v]) => use(v))", "user[]"],
    "the key of an entry": ["Object.entries(user).forEach(([k, v]) => use(k))", "intext(user)"],
    "in a function that is called in place": ["((e) => use(e))(user.email)", "user.email"],
    reassigned: ["function f(e) { e = mask(e); use(e) }", "mask(e)"],
    "reassigned at times": ["function f(e) { if (!e) e = user.email; use(e) }", "(user.email | e)"],
    "the rest": ["function f(...rest) { use(rest) }", "rest"],
  });
});

describe("loops", () => {
  check({
    "an item": ["for (const user of users) use(user.email)", "users[].email"],
    "an item, destructured": ["for (const { email } of users) use(email)", "users[].email"],
    "an entry": ["for (const [k, v] of Object.entries(user)) use(v)", "user[]"],
    "an item of a list that is seen": ["for (const x of [a, b]) use(x)", "(a | b)"],
    "a key": ["for (const key in user) use(key)", "intext(user)"],
    "a variable declared before": ["let u; for (u of users) use(u)", "users[]"],
    "a variable, after the loop": ["let u = 1; for (u of users) f(u); use(u)", "(users[] | 1)"],
    "written later in the loop": ["let e = 1; for (;;) { use(e); e = user.email }", "(1 | user.email)"],
    "written first in the loop": ["let e = 1; while (x) { e = a; use(e); e = b }", "a"],
    "written in the loop, used after": ["let e = 1; while (x) { e = a } use(e)", "(a | 1)"],
    "written for itself in the loop": [
      "let s = ''; for (const u of us) { s += u.email } use(s)",
      '(template("", us[].email) | "")',
    ],
  });
});

describe("writes in straight-line code", () => {
  check({
    "the last one counts": ["let e = user.email; e = mask(e); use(e)", "mask(user.email)"],
    "a later one does not": ["let e = user.email; use(e); e = 1", "user.email"],
    "one in a block": ["let e = 1; { e = 2 } use(e)", "2"],
    "in a function, before the use": ["let e = 1; function f() { e = user.email; use(e) }", "user.email"],
    appended: ["let e = 'Hi '; e += user.email; use(e)", 'template("Hi ", user.email)'],
    "appended twice": ["let e = 'a'; e += b; e += c; use(e)", 'template(template("a", b), c)'],
    "added to a number": ["let n = 0; n += 2; use(n)", "+unknown(0, 2)"],
    counted: ["let n = 0; n++; use(n)", "+number(0)"],
    "where it is empty": ["let e = user.email; e ??= 'none'; use(e)", '(user.email | "none")'],
    "in the middle of an expression": ["let e; f(e = user.email); use(e)", "user.email"],
    "in a condition": ["let m; while ((m = next())) use(m)", "next()"],
    "of several at once": ["let a = 1, b = a; use(b)", "1"],
  });
});

describe("writes in branches", () => {
  check({
    "one arm": ["let e = a; if (x) e = b; use(e)", "(b | a)"],
    "both arms": ["let e = user.email; if (x) { e = a } else { e = b } use(e)", "(b | a)"],
    "three arms": ["let e = z; if (x) e = a; else if (y) e = b; else e = c; use(e)", "(c | b | a)"],
    "an arm that leaves": ["let e = a; if (x) { e = b; return } use(e)".replace(/^/, "() => { ") + " }", "a"],
    "the other arm leaves": ["() => { let e; if (x) { e = a } else { throw b } use(e) }", "a"],
    "in the same arm": ["let e = a; if (x) { e = b; use(e) }", "b"],
    "in the other arm": ["let e = a; if (x) { e = b } else { use(e) }", "a"],
    "in the other arm, in a loop": ["let e = a; for (;;) { if (x) { e = b } else { use(e) } }", "(a | b)"],
    "every case": ["let e = z; switch (x) { case 1: e = a; break; default: e = b } use(e)", "(b | a)"],
    "some cases": ["let e = z; switch (x) { case 1: e = a; break; case 2: e = b } use(e)", "(b | a | z)"],
    "what is tried": ["let e = a; try { e = b } catch {} use(e)", "(b | a)"],
    "what is tried, and what follows": ["let e = a; try { e = b } finally { use(e) }", "(b | a)"],
    "what is tried and thrown": ["let e = a; try { e = b; throw c } catch {} use(e)", "(b | a)"],
    finally: ["let e = a; try { f() } finally { e = b } use(e)", "b"],
    "the right side of a condition": ["let e = a; x && (e = b); use(e)", "(b | a)"],
    "a conditional": ["let e = a; x ? (e = b) : (e = c); use(e)", "(c | b | a)"],
  });
});

describe("writes in other functions", () => {
  check({
    "settled before the function is made": ["let e = a; e = b; const f = () => use(e)", "b"],
    "written after the function is made": ["let e = a; const f = () => use(e); e = b", "(a | b)"],
    "written by another function": [
      "let e = a; function set() { e = user.email } function f() { use(e) }",
      "(a | user.email)",
    ],
    "written by a callback": [
      "let e = a; users.forEach((u) => { e = u.email }); use(e)",
      "(a | users[].email)",
    ],
    "written by a callback that is made later": [
      "let e = a; use(e); users.forEach((u) => { e = u.email })",
      "a",
    ],
    "written by a function that is declared later": [
      "let e = a; f(); use(e); function f() { e = b }",
      "(a | b)",
    ],
    "settled before a function is declared": ["let e = a; e = b; function f() { use(e) } f()", "b"],
    "written between a call and the function's declaration": [
      "let e = a; f(); e = b; function f() { use(e) }",
      "(a | b)",
    ],
    "of a parameter": ["function f(e) { e = mask(e); return () => use(e) }", "mask(e)"],
  });
});

describe("objects built step by step", () => {
  check({
    "a field": ["const data = {}; data.email = user.email; use(data)", "{ email: user.email }"],
    "a field by its text": ['const data = { a: 1 }; data["b"] = 2; use(data)', "{ a: 1, b: 2 }"],
    "a field by a computed key": ["const data = {}; data[key] = 2; use(data)", "{ [key]: 2, … }"],
    "a field again": [
      "const data = { e: user.email }; data.e = mask(data.e); use(data)",
      "{ e: mask(user.email) }",
    ],
    "a field at times": ["const data = { e: 1 }; if (x) data.e = 2; use(data)", "{ e: (1 | 2) }"],
    "a new field at times": ["const data = {}; if (x) data.e = 2; use(data)", "{ e: 2 }"],
    "a field after the use": ["const data = {}; use(data); data.e = 1", "{}"],
    "a field after the use, in a loop": ["const data = {}; for (;;) { use(data); data.e = 1 }", "{ e: 1 }"],
    "a field within": ["const data = { u: { a: 1 } }; data.u.e = 2; use(data)", "{ u: { a: 1, e: 2 } }"],
    "a field within what is not seen": [
      "const data = { u }; data.u.e = 2; use(data)",
      "{ u: { ...u, e: 2, … } }",
    ],
    "Object.assign": ["const data = {}; Object.assign(data, { a: 1 }, b); use(data)", "{ ...b, a: 1, … }"],
    "a list": ["const list = [a]; list.push(b, c); use(list)", "[a, b, c]"],
    "a list at times": ["const list = []; if (x) list.push(b); use(list)", "[b, …]"],
    "a list that is sorted": ["const list = [a]; list.sort(); use(list)", "[a, …]"],
    "what a function made": [
      "const data = make(); data.e = user.email; use(data)",
      "{ ...make(), e: user.email, … }",
    ],
    "a parameter": ["function f(data) { data.e = user.email; use(data) }", "{ ...data, e: user.email, … }"],
    read: ["const data = { e: 1 }; f(data.e); data.e.trim(); JSON.stringify(data); use(data)", "{ e: 1 }"],
    "handed to a function": ["const data = { e: 1 }; fill(data); use(data)", "{ e: 1, … }"],
    "handed on after the use": ["const data = { e: 1 }; use(data); fill(data)", "{ e: 1 }"],
    "under another name": ["const data = { e: 1 }; const other = data; use(data)", "{ e: 1, … }"],
    "changed by a function": [
      "const data = { e: 1 }; const f = () => { data.e = 2 }; f(); use(data)",
      "{ e: (1 | 2) }",
    ],
    "used in a function": ["const data = {}; data.e = 1; const f = () => use(data)", "{ e: 1 }"],
    "used in a function, changed later": [
      "const data = {}; const f = () => use(data); data.e = 1",
      "{ e: 1 }",
    ],
    "made anew": [
      "let data = { a: 1 }; data.b = 2; data = { c: 3 }; data.d = 4; use(data)",
      "{ c: 3, d: 4 }",
    ],
    "seen through a member": ["const data = {}; data.e = user.email; use(data.e)", "user.email"],
    "another name for it, handed on": [
      "const base = { e: 1 }; const data = base; fill(data); use(data)",
      "{ e: 1, … }",
    ],
    "one of two, handed on": [
      "const data = x ? {} : { a: 1 }; fill(data); use(data)",
      "({ … } | { a: 1, … })",
    ],
    "what a function of the file made, handed on": [
      "const make = () => ({}); const data = make(); fill(data); use(data)",
      "{ … }",
    ],
    "what is not seen, handed on": ["const data = make(); fill(data); use(data)", "make()"],
    "changed by a function that stands before it": [
      "function fill() { data.e = user.email } const data = {}; fill(); use(data)",
      "{ e: user.email }",
    ],
    "a parameter, handed on": ["function f(data) { fill(data); use(data); }", "data"],
    "of a class": ["class A { data = {}; m() { use(this.data) } }", "{ … }"],
    "a member that something may have changed": [
      "const data = { e: 1 }; fill(data); use(data.e)",
      "{ e: 1, … }.e",
    ],
    "a member of a part that something may have changed": [
      "const data = { u: { e: 1 } }; fill(data.u); use(data.u.e)",
      "{ e: 1, … }.e",
    ],
    "a member of a given object": [
      "function f(user) { user.email = mask(user.email); use(user.email) }",
      "mask(user.email)",
    ],
    "a member of a given object, at times": ["function f(u) { if (x) u.e = 1; use(u.e) }", "u.e"],
    "handed to Sentry before": [
      'import * as Sentry from "@sentry/node"; const data = { e: 1 }; Sentry.setContext("x", data); use(data)',
      "{ e: 1 }",
    ],
  });
});

test("a definition is undefined while it is looked up, so that what refers to itself ends", () => {
  const values = readValues("let a = 1, b = 2; for (;;) { a = b; b = a; use(a, b) }");
  expect(values.map((value) => printValue(value, true))).toEqual(
    expect.arrayContaining([expect.any(String)]),
  );
});

test("writes without end are not followed", () => {
  const writes = Array.from({ length: 100 }, (_, index) => `if (x${index}) e = ${index};`).join("\n");
  expect(printValue(readValue(`let e;\n${writes}\nuse(e)`), true)).toBe("e");
});

test("many uses of a variable with many writes cost linear time", () => {
  const lines = Array.from({ length: 1500 }, (_, index) => `e = a${index}; use(e);`).join("\n");
  const before = performance.now();
  expect(readValues(`let e;\n${lines}`).map((value) => printValue(value, true))).toHaveLength(1500);
  expect(performance.now() - before).toBeLessThan(20_000);
}, 30_000);

describe("members written to what was made elsewhere", () => {
  check({
    "before the use": ["const u = load(); u.e = 'a'; use(u.e)", '"a"'],
    "under a key between quotes": ["const u = load(); u['e'] = 'a'; use(u.e)", '"a"'],
    "before and after": ["const u = load(); u.e = 'a'; use(u.e); u.e = 'b'", '"a"'],
    "after it": ["const u = load(); use(u.e); u.e = 'b'", "load().e"],
    "and another one after it": ["const u = load(); u.e = 'a'; u.f = 'b'; use(u.e)", '"a"'],
    "and one under a key that is not known": ["const u = load(); u.e = 'a'; u[k] = 'b'; use(u.e)", "load().e"],
    "under a key that is not known": ["const u = load(); u[k] = 'a'; use(u.e)", "load().e"],
    "maybe": ["const u = load(); u.e = 'a'; if (c) u.e = 'b'; use(u.e)", "load().e"],
    "and merged into": ["const u = load(); u.e = 'a'; Object.assign(u, other); use(u.e)", "load().e"],
    "and appended to": ["const u = load(); u.e = 'a'; u.push(1); use(u.e)", "load().e"],
    "and taken away": ["const u = load(); u.e = 'a'; delete u.e; use(u.e)", "load().e"],
    "and given away with the object": ["const u = load(); u.e = 'a'; save(u); use(u.e)", "load().e"],
    "and given away alone": ["const u = load(); u.e = { f: 1 }; save(u.e); use(u.e)", "{ f: 1, … }"],
    "below the one that is read": ["const u = load(); u.e.f = 'a'; use(u.e)", "load().e"],
    "and below": ["const u = load(); u.e = 'a'; u.e.f = 'b'; use(u.e)", "load().e"],
    "which stay where others are read": ["const u = load(); u.e = 'a'; use(u.f)", "load().f"],
    "of a list by its place": ["const l = ['a', 'b']; use(l[1])", '"b"'],
    "of a record by a number": ["const o = { 0: 'a' }; use(o[0])", '{ 0: "a" }[0]'],
  });

  test.each([
    ["function f() { return 'a' } function f() { return 'b' } use(f())", "f()"],
    ["const u = load(); u.e = 'a'; use(u!.f)", "load().f"],
    ["const u = load(); u.e = 'a'; use((u as User).f)", "load().f"],
    ["enum E { A, B } use(E.B)", "1"],
    ["enum E { A = 3, B, 'C' } use(E.C)", "5"],
    ["enum E { A = -1, B } use(E.B)", "0"],
    ["enum E { A = 'a', B } use(E.A)", '"a"'],
    ["enum E { A = 'a', B } use(E.B)", "E.B"],
    ["enum E { A = f(), B, C } use(E.C)", "E.C"],
    ["enum E { A } use(E.B)", "E.B"],
  ])("in TypeScript: %s", (code, printed) => {
    expect(printValue(readValue(code, "typescript"), true)).toBe(printed);
  });
});

describe("what is held where a statement stands", () => {
  const cases: readonly (readonly [code: string, printed: string])[] = [
    ["let e = 1; for (e = 2; x; ) { } use(e)", "2"],
    ["let e = 1; for (; x; e = 2) { } use(e)", "(2 | 1)"],
    ["let e = 1; for (const i of (e = 2, xs)) {} use(e)", "2"],
    ["let e = 1; for (const i in (e = 2, xs)) {} use(e)", "2"],
    ["let e = 1; switch (e = 2) { case 1: } use(e)", "2"],
    ["let e = 1; try { f() } finally { e = 2 } use(e)", "2"],
    ["let e = 1; try { e = 2 } finally { g() } use(e)", "2"],
    ["let e = 1; a = b || (e = 2); use(e)", "(2 | 1)"],
    ["let e = 1; x ||= (e = 2); use(e)", "(2 | 1)"],
    ["let e = 1; x += (e = 2); use(e)", "2"],
    ["let e = 1; a?.b(e = 2); use(e)", "(2 | 1)"],
    ["let e = 1; const { q = (e = 2) } = r; use(e)", "(2 | 1)"],
    ["let e = 1; class A { static { e = 2 } } use(e)", "(1 | 2)"],
    ["let e = 1; for (;;) { use(e); e = 2 }", "(1 | 2)"],
    ["function f() { let e = 1; if (a) { e = 2; return } use(e) }", "1"],
    ["function f() { let e = 1; if (a) { e = 2; throw x } else { e = 3 } use(e) }", "3"],
    ["function f() { let e = 1; if (a) { throw x } else { e = 3 } use(e) }", "3"],
    ["let e; switch (a) { case 1: e = 2; break; case 2: e = 3; break; default: e = 4 } use(e)", "(4 | 3 | 2)"],
    ["function f() { let e = 1; switch (a) { case 1: case 2: e = 3; break; default: return } use(e) }", "3"],
    ["let e = 1; switch (a) { case 1: e = 2; case 2: e = 3 } use(e)", "(3 | 2 | 1)"],
    ["let e; if (a) { try { e = 1 } catch { e = 2 } } else { e = 3 } use(e)", "(3 | 2 | 1)"],
    ["let e = 1; try { g() } catch {} finally { e = 3 } use(e)", "3"],
    ["let e = 1; if (a) { try { g() } finally { e = 2 } } else { e = 3 } use(e)", "(3 | 2)"],
    ["let e = 1; if (a) { let q = (e = 2) } else { e = 3 } use(e)", "(3 | 2 | 1)"],
    ["let e = 1; if (a) { l: e = 2 } else { { e = 3 } } use(e)", "(3 | 2 | 1)"],
    ["let e = 1; xs.forEach((x) => { use(e); e = 2 })", "1"],
    ["function f() { let e = 1; if (a) { e = 2; return } else { use(e) } }", "1"],
    ["function f() { let e = 1; switch (a) { case 1: e = 2; return; case 2: use(e) } }", "1"],
    ["let e = 1; (e = 2) ? use(e) : f()", "2"],
    ["let e = 1; for (e = 2; use(e); ) {}", "2"],
    ["let e = 1; const xs = [e = 2, use(e)]", "(2 | 1)"],
    ["const s = a + 'x'; use(s + b)", 'template(template(a, "x"), b)'],
    ["const s = a + `x`; use(s + b)", 'template(template(a, "x"), b)'],
    ["const o = {}; f([o]); use(o)", "{ … }"],
    ["const o = { a: {}, b: {} }; f(o.a); use(o)", "{ a: { … }, b: {} }"],
    ["const o = { a: {} }; f(o?.a); use(o)", "{ a: { … } }"],
    ["const o = {}; o.push(1); use(o)", "{ … }"],
    ["let e = 1; for (use(e); x; e = 2) {}", "1"],
    ["const o = {}; function a() { o.x = 1 } function b() { use(o) }", "{ x: 1 }"],
    ["let e = 1; class A { x = use(e) } e = 2", "(1 | 2)"],
    ["let e = 1; class A { [use(e)] = 1 } e = 2", "1"],
    ["let e = 1; for (const k in o) { use(e); e = 2 }", "(1 | 2)"],
    ["let e = 1; for (const k of o) { e = 2; use(e) }", "2"],
    ["let e = 1; do { use(e); e = 2 } while (a)", "(1 | 2)"],
    ["let e = 1; while (a) { use(e); e = 2 }", "(1 | 2)"],
    ["let e = 1; while (a) { e = 2; break } use(e)", "(2 | 1)"],
    ["let e; for (e of xs) use(e)", "xs[]"],
    ["let e; for (e in xs) use(e)", "intext(xs)"],
    ["let e; [e] = xs; use(e)", "xs[0]"],
    ["let e; [...e] = xs; use(e)", "xs"],
    ["let e; ({ ...e } = xs); use(e)", "omit(xs, [])"],
    ["let e; ({ a: e = 1 } = xs); use(e)", "(xs.a | 1)"],
    ["let i = 0; i++; use(i)", "+number(0)"],
    ["let i = 0; i--; use(i)", "+number(0)"],
    ["let s = 'a'; s += 'b'; use(s)", 'template("a", "b")'],
    ["let s = 'a'; s += b; use(s)", 'template("a", b)'],
    ["let s = 1; s *= 2; use(s)", "*number(1, 2)"],
    ["let s = 'x'; s &&= 'a'; use(s)", '("a")'],
    ["let s; s ??= 'a'; use(s)", '("a")'],
    ["let s; s ||= 'a'; use(s)", '("a")'],
    ["let s; s ??= 'a'; s ??= 'b'; use(s)", '(("a") | "b")'],
    ["let s; const get = () => { s ??= make(); use(s) }", "(make())"],
    ["let s; function set() { s = b } function get() { s ??= 'a'; use(s) }", '(b | "a")'],
    ["export let s; s ??= 'a'; use(s)", '(s | "a")'],
    ["s ??= 'a'; use(s)", "s"],
    ["function f(s) { s ??= 'a'; use(s) }", '(s | "a")'],
    ["o.s ??= 'a'; use(o.s)", "o.s"],
    ["let n; n += 1; use(n)", "+unknown(n, 1)"],
    ["const o = { a: 1, b: 2 }; delete o.a; use(o)", "{ b: 2 }"],
    ["const o = { a: 1, b: 2 }; delete o['a']; o.a = 3; use(o)", "{ b: 2, a: 3 }"],
    ["const o = { a: 1 }; if (c) delete o.a; use(o)", "{ a: 1, … }"],
    ["const o = { a: 1 }; delete o[k]; use(o)", "{ a: 1, … }"],
    ["const o = { a: 1 }; delete o[k]; use(o.a)", "{ a: 1, … }.a"],
    ["const o = { a: { b: 1 } }; delete o.a.b; use(o)", "{ a: { b: 1 }, … }"],
    ["const o = { a: 1 }; use(o); delete o.a", "{ a: 1 }"],
    ["const o = f(); o.a = 1; delete o.a; use(o.a)", "f().a"],
    ["const o = f(); o.a = 1; o.b = 2; use(o.a)", "1"],
    ["const o = f(); o.a = { b: 1 }; fill(o.a); use(o.a)", "{ b: 1, … }"],
    ["const o = f(); o.a = { b: 1 }; fill(o); use(o.a)", "f().a"],
    ["const o = { a: 1 }; o.b = 2; use(o)", "{ a: 1, b: 2 }"],
    ["const o = { a: 1 }; o.a = 2; use(o.a)", "2"],
    ["const o = { a: 1 }; o.a += 2; use(o)", "{ a: +unknown(1, 2) }"],
    ["const o = { a: 1 }; o.b += 2; use(o)", "{ a: 1, b: +unknown({ a: 1 }.b, 2) }"],
    ["const o = { a: 1 }; o.a++; use(o)", "{ a: +number(1) }"],
    ["const o = { a: 1 }; o[k] = 2; use(o)", "{ a: 1, [k]: 2, … }"],
    ["const o = { a: 1 }; o.x.y = 2; use(o)", "{ a: 1, x: { y: 2, … } }"],
    ["const o = { x: {} }; o.x.y = 2; use(o)", "{ x: { y: 2 } }"],
    ["const o = { x: [] }; o.x.push(1); use(o)", "{ x: […] }"],
    ["const o = []; o.push(1, ...b); use(o)", "[1, b, …]"],
    ["const o = []; o.unshift(1); use(o)", "[…]"],
    ["const o = []; o[0] = 1; use(o)", "[…]"],
    ["const o = []; o.splice(0, 1); use(o)", "[…]"],
    ["const o = {}; Object.assign(o, { a: 1 }, b); use(o)", "{ ...b, a: 1, … }"],
    ["const o = {}; Object.assign(o, ...bs); use(o)", "{ … }"],
    ["const o = {}; f(o); use(o)", "{ … }"],
    ["const o = {}; f(o); o.a = 1; use(o)", "{ a: 1, … }"],
    ["const o = {}; const p = o; p.a = 1; use(o)", "{ … }"],
    ["const o = {}; if (c) o.a = 1; use(o)", "{ a: 1 }"],
    ["const o = {}; if (c) { o.a = 1 } else { o.a = 2 } use(o)", "{ a: (1 | 2) }"],
    ["const o = {}; for (const k of ks) o[k] = 1; use(o)", "{ [ks[]]: 1, … }"],
    ["const o = { a: 1 }; const { a } = o; use(a)", "1"],
    ["const o = new FormData(); o.append('a', b); use(o)", "new FormData()"],
    ["const o = new URLSearchParams(); o.set('a', b); use(o)", "new URLSearchParams()"],
    ["const o = new Map(); o.set('a', b); use(o)", "new Map()"],
    ["const o = x; o.a = 1; use(o)", "{ ...x, a: 1, … }"],
    ["const o = f(); o.a = 1; use(o)", "{ ...f(), a: 1, … }"],
    ["const o = f(); o.a += 1; use(o)", "{ ...f(), a: +unknown(f().a, 1), … }"],
    ["let o = {}; o = { a: 1 }; o.b = 2; use(o)", "{ a: 1, b: 2 }"],
    ["let o; o = { a: 1 }; use(o.a)", "1"],
    ["const o = Object.freeze({ a: 1 }); use(o.a)", "1"],
    ["const o = { a: 1, ...b }; use(o.a)", "{ ...b, a: 1, … }.a"],
    ["const o = { ...b, a: 1 }; use(o.c)", "{ ...b, a: 1, … }.c"],
    ["const o = { get a() { return 1 } }; use(o.a)", "{ a: ? }.a"],
    ["const o = { a() { return 1 } }; use(o.a())", "1"],
    ["const o = { m() { use(this.x) }, x: 1 }", "this.x"],
    ["class A { x = 1; m() { use(this.x) } }", "1"],
    ["class A { x; constructor() { this.x = 2 } m() { use(this.x) } }", "2"],
    ["class A { constructor() { this.x = 2; this.x++ } m() { use(this.x) } }", "this.x"],
    ["class A { get x() { return 1 } m() { use(this.x) } }", "1"],
    ["class A { set x(v) {} m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; set(v) { this.x = v } m() { use(this.x) } }", "this.x"],
    ["class A { static x = 1; m() { use(A.x) } }", "A.x"],
    ["class A { #x = 1; m() { use(this.#x) } }", "1"],
    ["class A { [k] = 1; m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { for (this.x of xs) f() } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { for (this.x in o) f() } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { for (const y of this.x) f() } m() { use(this.x) } }", "1"],
    ["class A { x = 1; n() { ({ a: this.x } = y) } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { ({ a: this.x = 2 } = y) } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { ({ a = this.x } = y) } m() { use(this.x) } }", "1"],
    ["class A { x = 1; n() { return { a: this.x } } m() { use(this.x) } }", "1"],
    ["class A { x = 1; n() { [this.x] = y } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { [...this.x] = y } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { y = this.x } m() { use(this.x) } }", "1"],
    ["class A { x = 1; n() { this.x += 1 } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { delete this.x } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { return -this.x } m() { use(this.x) } }", "1"],
    ["class A { x = 1; n(k, v) { this[k] = v } m() { use(this.x) } }", "this.x"],
    ["class A { x = 1; n() { class B { o() { this.x = 2 } } } m() { use(this.x) } }", "1"],
    ["class A { x = 1; x = 2; m() { use(this.x) } }", "this.x"],
    ["class A { x = undefined; m() { use(this.x) } }", "this.x"],
    ["class A { x = null; m() { use(this.x) } }", "this.x"],
    ["class A { x = 0; m() { use(this.x) } }", "this.x"],
    ["f().then(...x => use(x))", "x"],
    ["xs[map]((x) => use(x))", "x"],
    ["const { [k]: x } = o; use(x)", "o[]"],
    ["Promise.all(load()).then(([x]) => use(x))", "Promise.all(load())[]"],
    ["Promise.all([a]).then(([x, y]) => use(y))", "Promise.all([a])[]"],
    ["other.all([a]).then(([x]) => use(x))", "other.all([a])[0]"],
    ["const t = {}; use(t[k])", "{}[]"],
    ["use(((...xs) => xs[0])(a))", "[a, …][0]"],
    ["((...xs) => use(xs[1]))(a, b)", "b"],
    ["class A { x() { return 1 } m() { use(this.x()) } }", "1"],
    ["class A { x = () => 1; m() { use(this.x()) } }", "1"],
    ["class A { static { this.y = 1 } m() { use(this.y) } }", "1"],
    ["function g() { return 1 } use(g())", "1"],
    ["function g() { if (a) return 1; return 2 } use(g())", "(1 | 2)"],
    ["function g() { if (a) return 1 } use(g())", "1"],
    ["function g() { f(); return } use(g())", "function()"],
    ["function g() { function h() { return 2 } class A {} return 1 } use(g())", "1"],
    ["class A { get e() { return 1 } f() { return this.e } m() { use(this.f()) } }", "this.e"],
    ["use(useMemo(f, []))", "useMemo(f, [])"],
    ["use(React.useMemo(() => 1, []))", "1"],
    ["const f = useCallback(g, []); use(f())", "useCallback(g, [])()"],
    ["const f = make(() => 1); use(f())", "make(function)()"],
    ["const f = x.y; use(f())", "x.y()"],
    ["const { f } = { f: () => 1 }; use(f())", "function()"],
    ["use(f()())", "f()()"],
    ["const o = { f: () => 1 }; use(o[k]())", "(function)()"],
    ["const o = x; use(o[k]())", "x[]()"],
    ["const o = x; use(o.f())", "x.f()"],
    ["const { o } = x; use(o.f())", "x.o.f()"],
    ["var f = () => 1; var f; use(f())", "function()"],
    ["function g(x) { return x } use(g(5))", "5"],
    ["function g(...xs) { return xs } use(g(5))", "[5]"],
    ["function g(x, ...xs) { return xs } use(g(5, 6, ...ys))", "[6, ys, …]"],
    ["function g({ a }) { return a } use(g({ a: 1 }))", "1"],
    ["function g(x = 3) { return x } use(g())", "(x | 3)"],
    ["function g(x) { return x } use(g(...ys))", "x"],
    ["function g() { return g() } use(g())", "function()"],
    ["const g = (x) => x ? 'a' : 'b'; use(g(1))", '("a" | "b")'],
    ["async function g() { return 1 } async () => use(await g())", "1"],
    ["function* g() { yield 1 } use(g())", "function()"],
    ["const g = () => ({ a: 1 }); use(g().a)", "{ a: 1 }.a"],
    ["const o = { g() { return 1 } }; use(o.g())", "1"],
    ["const f = useCallback(() => 1, []); use(f())", "1"],
    ["const f = React.useCallback(function () { return 1 }, []); use(f())", "1"],
    ["const [a, b] = xs; use(b)", "xs[1]"],
    ["const [[a]] = xs; use(a)", "xs[0][0]"],
    ["for (const [k, v] of Object.entries(o)) use(v)", "o[]"],
    ["for (const [k, v] of o.entries()) use(v)", "o[]"],
    ["for (const k of Object.keys(o)) use(k)", "Object.keys(o)[]"],
    ["for (const v of Object.values(o)) use(v)", "Object.values(o)[]"],
    ["for (const k in o) use(k)", "intext(o)"],
    ["for (const { a } of xs) use(a)", "xs[].a"],
    ["for (const x of [1, 2]) use(x)", "(1 | 2)"],
    ["for await (const x of xs) use(x)", "xs[]"],
    ["xs.reduce((sum, { a }) => use(a))", "xs[].a"],
    ["xs.map(([a]) => use(a))", "xs[][0]"],
    ["xs.sort((a, b) => use(b))", "xs[]"],
    ["xs.find(function ({ a = 1 }) { use(a) })", "(xs[].a | 1)"],
    ["Object.keys({ a: 1 }).forEach((k) => use(k))", "Object.keys({ a: 1 })[]"],
    ["Promise.all([a, b]).then(([x, y]) => use(y))", "b"],
    ["f().then((x) => x.y).then((z) => use(z))", "f().then(function)"],
    ["new Promise((resolve) => use(resolve))", "resolve"],
    ["try { f() } catch ({ message }) { use(message) }", "message"],
    ["f().catch(({ message }) => use(message))", "?.message"],
    ["f(1, (x) => use(x))", "x"],
    ["function f({ a: { b: [c] } }) { use(c) }", "?.a.b[0]"],
    ["function f(a, ...rest) { use(rest) }", "rest"],
    ["function f([a, ...rest]) { use(rest) }", "?"],
    ["(({ a, ...rest }) => use(rest))({ a: 1, b: 2 })", 'omit({ a: 1, b: 2 }, ["a"])'],
    ["((x) => use(x))(5)", "5"],
    ["((x) => use(x))(...y)", "x"],
    ["const o = { a: {} }; Object.assign(o.a, b); use(o)", "{ a: { … } }"],
    ["const o = { a: {} }; [o.a] = y; use(o)", "{ a: {}, … }"],
    ["const o = { a: {} }; for (o.a of y) f(); use(o)", "{ a: {}, … }"],
    ["const o = { a: {} }; q = { b: o.a, [o.a]: 1 }; use(o)", "{ a: { … } }"],
    ["const o = { a: {}, b: {} }; x[o.a] = o?.b; use(o)", "{ a: {}, b: { … } }"],
    ["function f(o) { o.a = 1; o.b.push(2); use(o) }", "{ ...o, a: 1, … }"],
    ["function f(o) { fill(o); o.a = 1; use(o) }", "{ ...o, a: 1, … }"],
    ["function f(JSON) { const o = { e: 1 }; JSON.stringify(o); use(o) }", "{ e: 1, … }"],
    ['const o = { a: {} }; o.a.hasOwnProperty("x"); use(o)', "{ a: {} }"],
    ['const o = { a: {} }; o.a.fill("x"); use(o)', "{ a: { … } }"],
    ["const o = { a: {} }; q = o.a; use(o)", "{ a: { … } }"],
    ["function f(data) { Object.assign(data, { a: 1 }); use(data) }", "{ ...data, a: 1, … }"],
    ["function f(data) { data.a = 1; fill(data); use(data) }", "{ ...data, a: 1, … }"],
    ["const l = [a]; l.push(b); l.sort(); use(l)", "[a, b, …]"],
    ["const o = { u: { a: 1 } }; if (x) o.u.e = 2; use(o)", "{ u: { a: 1, e: 2 } }"],
    ["const o = { u: { a: 1 } }; if (x) o.u.a = 2; use(o)", "{ u: { a: (1 | 2) } }"],
    ["const o = { u: { a: 1 } }; o.u.a = 2; use(o)", "{ u: { a: 2 } }"],
    ["const o = { [j]: { a: 1 } }; o[k].b = 2; use(o)", "{ [j]: { a: 1 }, [k]: { b: 2, … }, … }"],
    ["const o = { u: { v: { a: 1 } } }; o.u.v.b = 2; use(o)", "{ u: { v: { a: 1, b: 2 } } }"],
    ["const o = { u: { v: { a: 1 } } }; o.u.v.a = 2; use(o)", "{ u: { v: { a: 2 } } }"],
    ["const o = { u: { v: 1 } }; o.u.v.a = 2; use(o)", "{ u: { v: { ...1, a: 2, … } } }"],
    ["const o = { u: {} }; o.u.v.a = 2; use(o)", "{ u: { v: { a: 2, … } } }"],
    ["function g(x, y) { return x } use(g(5, ...ys))", "5"],
    ["function g(x, y) { return y } use(g(...ys, 5))", "y"],
    ["function g(x, y) { return y } use(g(1))", "y"],
    ["((x, y) => use(y))(1)", "y"],
    ["((x, y) => use(y))(...zs, 5)", "y"],
    ["((x, ...y) => use(y))(...zs, 5)", "[5, …]"],
    ["xs.map(1, (x) => use(x))", "x"],
    ["f((x) => use(x))", "x"],
    ["load().then((a, b) => use(b))", "b"],
    ["xs.map((...r) => use(r))", "r"],
    ["for (const x of { a: 1 }) use(x)", "{ a: 1 }[]"],
    ["for (const x of [a, ...b]) use(x)", "[a, b, …][]"],
    ["for (const x of []) use(x)", "[][]"],
    ["const [a, b] = Object.entries(o).x; use(b)", "Object.entries(o).x[1]"],
    ["for (const [k, v, z] of Object.entries(o)) use(z)", "Object.entries(o)[][2]"],
    ["const [a] = { b: 1 }; use(a)", "{ b: 1 }[0]"],
    ["const [a, b] = [...x, 1]; use(b)", "[x, 1, …][1]"],
    ["function f() { let e = 1; try { e = 2; return } finally { use(e) } }", "(2 | 1)"],
    ["function f() { let e = 1; try { e = 2; throw x } catch { use(e) } }", "(2 | 1)"],
    ["let e = 1; try { g(); } catch { e = 2 } use(e)", "(2 | 1)"],
    ["let e = 1; try { g(); } catch { e = 2 } finally { h() } use(e)", "(2 | 1)"],
    ["let e = 1; try { try { e = 2 } finally { h() } } finally { use(e) }", "(2 | 1)"],
    ["let e = 1; try { f() } finally { if (x) e = 2 } use(e)", "(2 | 1)"],
    ["let e = 1; x &&= (e = 2); use(e)", "(2 | 1)"],
    ["let e = 1; x ??= (e = 2); use(e)", "(2 | 1)"],
    ["let e = 1; (e = 2).x ||= y; use(e)", "2"],
    ["let e = 1; if (x) { e &&= 2 } else { e = 3 } use(e)", "(3 | (2) | 1)"],
    ["let e = 1; if (x) { e ??= 2 } else { e = 3 } use(e)", "(3 | (1 | 2) | 1)"],
    ["let e = 1; if (x) { e ||= 2 } else { e = 3 } use(e)", "(3 | (1 | 2) | 1)"],
    ["let e = 1; if (x) { e++ } else { e = 3 } use(e)", "(3 | +number(1))"],
    ["let e = 1; if (x) { e += 1 } else { e = 3 } use(e)", "(3 | +unknown(1, 1))"],
    ["let e = 1; do { e = 2; if (x) break; } while (y); use(e)", "(2 | 1)"],
    ["let e = 1; l: { if (x) break l; e = 2 } use(e)", "(2 | 1)"],
    ["let e = 1; class A { [e = 2] = 1 } use(e)", "2"],
    ["let f = () => 1; f = () => 2; use(f())", "function()"],
    ["function f() { let e = 1; if (x) { e = 2; g(); h(); return } use(e) }", "1"],
    ["let e = 1; for (use(e), e = 2; ; ) {}", "1"],
    ["let e = 1; for (const x of (use(e), e = 2, xs)) {}", "1"],
    ["let e = 1; for (const x in (use(e), e = 2, xs)) {}", "1"],
    ["let e = 1; class A extends (e = B) {} use(e)", "B"],
    ["let e = 1; (e = 2) || f(); use(e)", "2"],
    ["let e = 1; (e = 2) ? f() : g(); use(e)", "2"],
    ["let e = 1; while (e = next()) f(); use(e)", "next()"],
    ["let e = 1; do f(); while (e = next()); use(e)", "(next() | 1)"],
    ["let e = 1; for (const i of xs) { e = 2 } use(e)", "(2 | 1)"],
    ["let e = 1; for (const i in xs) { e = 2 } use(e)", "(2 | 1)"],
    ["let e = 1; switch (x) { case 1: case 2: e = 2; break; default: } use(e)", "(2 | 1)"],
    ["let e = 1; switch (x) { default: e = 2; break; case 1: e = 3 } use(e)", "(3 | 2)"],
    ["let e = 1; switch (x) { default: e = 2; break; case 1: } use(e)", "(2 | 1)"],
    ["let e = 1; switch (x) { case 1: e = 4; break; case 2: f(); break; default: e = 3 } use(e)", "(3 | 4 | 1)"],
    ["let e = 1; if (x) { var q = 1, r = (e = 2) } else { e = 3 } use(e)", "(3 | 2 | 1)"],
    ["var e = 1; if (x) { var e = 2, r = 3 } else { e = 3 } use(e)", "(3 | 2)"],
    ["var e = 1; if (x) { var r } else { e = 3 } use(e)", "(3 | 1)"],
    ["let e = 1; if (x) { f(e = 2) } else { e = 3 } use(e)", "(3 | 2 | 1)"],
    ["let e = 1; f(); async function f() { e = 2 } use(e)", "(1 | 2)"],
    ["let e = 1; for (;;) { use(e); xs.forEach(() => { e = 2 }) }", "(1 | 2)"],
    ["let e = 1; for (;;) { use(e); const g = () => { h(() => { e = 2 }) } }", "(1 | 2)"],
    ["let e = 1; use(e); const g = () => { h(() => { e = 2 }) }", "1"],
    ["let e = 1; for (e = use(e); ; ) {}", "1"],
    ["let e = 1; for (const x of use(e)) e = 2", "1"],
    ["let e = 1; for (const x in use(e)) e = 2", "1"],
    ["let e = 1; for (const x of (e = 2, xs)) use(e)", "(2 | 1)"],
    ["let e = 1; for (;;) { for (const x of use(e)) e = 2 }", "(1 | 2)"],
    ["let e = 1; for (use(e); ; ) { xs.map(() => { e = 2 }) }", "1"],
    ["let e = 1; for (let i = (e = 2); ; ) use(e)", "2"],
    ["let e = 1; for (let i = use(e); ; ) e = 2", "1"],
    ["let e = 1; xs.map(() => { for (;;) { use(e); } }); for (;;) { e = 2 }", "(1 | 2)"],
    ["const o = {}; use(o); for (;;) o.a = 1", "{}"],
    ["const o = {}; for (;;) { g(() => use(o)); o.a = 1 }", "{ a: 1 }"],
    ["const o = {}; const g = () => { o.a = 1 }; use(o)", "{ a: 1 }"],
    ["const o = {}; use(o); const g = () => { o.a = 1 }", "{}"],
    ["const o = {}; use(o); function g() { o.a = 1 }", "{ a: 1 }"],
    ["const o = { a: 0 }; use(o); function g() { o.a = 1 }", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; for (;;) { use(o); g(() => { o.a = 1 }) }", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; o.a = 1; const g = () => use(o)", "{ a: 1 }"],
    ["const o = { a: 0 }; const g = () => use(o); o.a = 1", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; if (x) o.a = 1; const g = () => use(o)", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; g(); o.a = 1; function g() { use(o) }", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; o.a = 1; g(); function g() { use(o) }", "{ a: 1 }"],
    ["const o = { a: 0 }; const h = () => { o.a = 1 }; const g = () => use(o)", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; if (x) { o.a = 1 } else { use(o) }", "{ a: 0 }"],
    ["const o = { a: 0 }; for (;;) { if (x) { o.a = 1 } else { use(o) } }", "{ a: (0 | 1) }"],
    ["function f() { const o = { a: 0 }; if (x) { o.a = 1; return } use(o) }", "{ a: 0 }"],
    ["const o = { a: 0 }; o.a = use(o)", "{ a: 0 }"],
    ["const o = { a: 0 }; (o.a = 1) ? use(o) : f()", "{ a: 1 }"],
    ["const o = { a: 0 }; f(o.a = 1, use(o))", "{ a: (0 | 1) }"],
    ["const o = { a: 0 }; f((o.a = 1) && use(o))", "{ a: 1 }"],
    ["const o = { e: 1 }; o.e = g(o.e = 2); use(o)", "{ e: g(2) }"],
    ["const o = { e: 1 }; o.a = o.b = 1; use(o)", "{ e: 1, b: 1, a: 1 }"],
    ["const o = { e: 1 }; if (x) Object.assign(o, { e: 2 }); use(o)", "{ e: (1 | 2) }"],
    ["const o = { e: 1 }; Object.assign(o, { e: 2 }); use(o)", "{ e: 2 }"],
  ];

  test.each(cases)("%s", (code, printed) => {
    for (const parser of ["espree", "typescript"] as const) {
      expect(printValue(readValue(code, parser), true)).toBe(printed);
    }
  });
});

test("changes without end open a record", () => {
  const changes = Array.from({ length: 80 }, (_, index) => `o.k${index} = ${index};`).join("\n");
  expect(printValue(readValue(`const o = {};\n${changes}\nuse(o)`), true)).toBe("{ … }");
});

describe("what is done to an object after its use", () => {
  test.each([
    ["const o = {}; use(o); o.a = 1", ["o.a = 1"]],
    ["const o = {}; use(o);o.a = 1", ["o.a = 1"]],
    ["const o = {}; use(o); delete o.a; Object.assign(o, b)", ["delete o.a", "Object.assign(o, b)"]],
    ["const o = {}; use(o); o.a.b = 1; delete o.a.b", []],
    ["const o = {}; use(o); o.push(1)", []],
    ["const o = []; use(o); o.push(1)", ["o.push(1)"]],
    ["const o = {}; use(o); if (x) o.a = 1", []],
    ["const o = {}; use(o); if (o.a = 1) f()", []],
    ["const o = {}; use(o); fill(o)", []],
    ["const o = {}; o.a = 1; use(o)", []],
    ["const o = {}; use(o, o.a = 1)", []],
    ["let o = {}; use(o); o = {}; o.a = 1", []],
    ["let o = {}; use(o);o = {};o.a = 1", []],
    ["let o = {}; use(o); o.a = 1; o = {}", ["o.a = 1"]],
    ["function f(o) { use(o); return o.a = 1 }", []],
    ["function f(o) { use(o); o.a = 1 }", ["o.a = 1"]],
    ["const o = {}; const f = () => use(o); o.a = 1", []],
    ["const o = {}; function f() { use(o) } o.a = 1", []],
    ["const o = {}; class A { x = use(o) } o.a = 1", []],
    ["class A { static { const o = {}; use(o); o.a = 1 } }", ["o.a = 1"]],
    ["const o = {}; switch (x) { case 1: use(o); o.a = 1; break; case 2: o.b = 1 }", ["o.a = 1"]],
    ["const o = {}; { use(o); o.a = 1 } o.b = 1", ["o.a = 1"]],
    ["namespace N { const o = {}; use(o); o.a = 1 }", ["o.a = 1"]],
  ])("%s", (code, expected) => {
    const [value] = readValues(code, "typescript");
    const changes = value?.kind === "name" ? value.laterChanges : undefined;
    expect(changes?.map(({ source }) => source)).toEqual(expected);
  });
});

describe("what is done with an object", () => {
  test.each([
    "q = o.e",
    "x[o] = 2",
    "q = -o.e",
    "typeof o.e",
    "typeof o",
    "q = !o",
    "Object.assign(x, o)",
    "o.hasOwnProperty('e')",
    "q = { [o]: 1 }",
    "q = { ...o }",
    "q = o ? 1 : 2",
    "q = o === x",
    "q = `${o}`",
    "o()",
    "new o.A()",
    "if (o) f()",
    "const { a } = o",
    "q = <A {...o} />",
    "JSON.stringify(o)",
    "console.log(o)",
    "f(g(JSON.stringify(o)))",
    "o?.e.trim()",
    "q = o?.e",
    "f(...o)",
    "for (const k in o) f()",
    "switch (o) {}",
  ])("only reads it: %s", (code) => {
    expect(printValue(readValue(`const o = { e: 1 }; ${code}; use(o)`), true)).toBe("{ e: 1 }");
  });

  test.each([
    "q.a = o",
    "new Box(o)",
    "q = await o",
    "q = [o]",
    "q = { o }",
    "q = { a: o }",
    "q = x ? o : y",
    "q = x && o",
    "q = o || x",
    "q = f`${o}`",
    "const { a = o } = y",
    "function h(x = o) {}",
    "const h = () => o",
    "function h() { return o }",
    "function* h() { yield o }",
    "function h() { throw o }",
    "class A { x = o }",
    "q = <A data={o} />",
    "f([o])",
    "f({ o })",
    "a.b.c(o)",
    "o?.f()",
    "({ x: o.e } = y)",
  ])("may change it: %s", (code) => {
    expect(printValue(readValue(`const o = { e: 1 }; ${code}; use(o)`), true)).toBe("{ e: 1, … }");
  });

  test.each([
    "q = [o] as X", "q = [o]!", "q = [o] satisfies X", "f([o as X])", "f(o!)", "f(o satisfies X)", "f([o?.e, o])",
    "(o as X).fill()", "o!.fill()", "(o satisfies X).fill()",
  ])("may change it under a type: %s", (code) => {
    expect(printValue(readValue(`const o = { e: 1 }; ${code}; use(o)`, "typescript"), true)).toBe("{ e: 1, … }");
  });

  test("is not followed through very many mentions", () => {
    const mentions = "f(o.a);".repeat(300);
    expect(printValue(readValue(`const o = { a: 1 }; ${mentions} use(o)`), true)).toBe("{ a: 1, … }");
    expect(printValue(readValue(`function g(o) { ${mentions} use(o) }`), true)).toBe("o");
  });
});
