import { describe, expect, it } from "vitest";
import type { Hook } from "../../../src/breadcrumb/index.ts";
import { mayHoldBreadcrumbs } from "../../../src/detect/words.ts";
import { readSettings } from "../../../src/settings.ts";
import { detect, type DetectOptions } from "../../support/detect.ts";
import { printValue } from "../../support/print-value.ts";

const hooksOf = (text: string, options?: DetectOptions): readonly Hook[] => detect(text, options).hooks;

/** `name(parameter): what it ends with` */
const show = ({ name, parameter = "", outcomes }: Hook): string =>
  `${name.source}(${parameter}): ${outcomes.map(({ value }) => value?.source ?? "nothing").join(", ")}`;

const showAll = (text: string, options?: DetectOptions) => hooksOf(text, options).map(show);

describe("hooks", () => {
  it("are searched for only in files that name the option", () => {
    expect(mayHoldBreadcrumbs("init({ beforeBreadcrumb })", readSettings({}))).toBe(true);
    expect(mayHoldBreadcrumbs("ClientOptions::new().before_breadcrumb(hook)", readSettings({}))).toBe(true);
    expect(mayHoldBreadcrumbs("init({ beforeSend })", readSettings({}))).toBe(false);
  });

  it.each([
    ["init", 'import { init } from "@sentry/node"; init({ beforeBreadcrumb: (b) => b });'],
    ["a namespace", 'import * as Sentry from "@sentry/node"; Sentry.init({ "beforeBreadcrumb": (b) => b });'],
    ["a client", 'import { NodeClient } from "@sentry/node"; new NodeClient({ beforeBreadcrumb: (b) => b });'],
    ["require", 'const Sentry = require("@sentry/node"); Sentry.init({ beforeBreadcrumb: (b) => b });'],
    ["the global of the CDN", "Sentry.init({ beforeBreadcrumb: (b) => b });"],
    ["a second argument", 'import { init } from "@sentry/capacitor"; init({}, { beforeBreadcrumb: (b) => b });'],
    ["a method", 'import { init } from "@sentry/node"; init({ beforeBreadcrumb(b) { return b; } });'],
    ["an assertion", 'import { init } from "@sentry/node"; init({ beforeBreadcrumb: ((b) => b) as Hook } as Options);'],
    ["either of two", 'import { init } from "@sentry/node"; init(dev ? other : { beforeBreadcrumb: (b) => b });'],
    ["a default", 'import { init } from "@sentry/node"; init(other || { beforeBreadcrumb: (b) => b });'],
    ["what cannot be missing", 'import { init } from "@sentry/node"; init({ beforeBreadcrumb: (b) => b }!);'],
    ["what is awaited", 'import { init } from "@sentry/node"; init(await { beforeBreadcrumb: (b) => b });'],
    ["what a function yields", "Sentry.init(options()); function options() { return { beforeBreadcrumb: (b) => b }; }"],
    ["what a function may yield", "const options = () => ({ beforeBreadcrumb: (b) => b }); Sentry.init(options?.());"],
    ["two spreads", 'import { init } from "@sentry/node"; init({ ...{ ...{ beforeBreadcrumb: (b) => b } } });'],
  ])("are found in what is given to %s", (_, text) => {
    expect(showAll(text).map((one) => one.replaceAll('"', ""))).toEqual(["beforeBreadcrumb(b): b"]);
  });

  it("are found once, by their own name, where more than one SDK is given them", () => {
    const text = `
      import * as Node from "@sentry/node";
      import * as Browser from "@sentry/browser";
      function scrub(crumb) { return crumb; }
      Node.init({ beforeBreadcrumb: scrub });
      Browser.init({ beforeBreadcrumb: scrub });
    `;
    expect(showAll(text)).toEqual(["scrub(crumb): crumb"]);
    const [hook] = hooksOf(text);
    expect(text.slice(...hook!.name.range)).toBe("scrub");
  });

  it("are told in the order of their functions, by names without types", () => {
    const text = `
      Sentry.init({ beforeBreadcrumb: last });
      Sentry.init({ beforeBreadcrumb: (crumb) => crumb });
      const scrub: Hook = (b) => b;
      Sentry.init({ beforeBreadcrumb: scrub });
      function last(b) { return null; }
    `;
    expect(showAll(text)).toEqual(["beforeBreadcrumb(crumb): crumb", "scrub(b): b", "last(b): null"]);
  });

  it("are not found in what a module of CommonJS returns", () => {
    expect(showAll("return { beforeBreadcrumb: (b) => b };", { dialect: "cjs" })).toEqual([]);
  });

  it("are found by a project's own module that re-exports an SDK", () => {
    const text = 'import * as Sentry from "@/sentry"; Sentry.init({ beforeBreadcrumb: (b) => b });';
    expect(showAll(text)).toEqual([]);
    expect(showAll(text, { settings: { modules: ["@/sentry"] } })).toEqual(["beforeBreadcrumb(b): b"]);
  });

  it("are not found where a name may mean another function, or an object goes elsewhere", () => {
    const text = `
      import * as Sentry from "@sentry/node";
      let hook = (b) => b;
      hook = other;
      Sentry.init({ beforeBreadcrumb: hook });
      Sentry.init({ nested: { beforeBreadcrumb: (b) => b } });
      start({ beforeBreadcrumb: (b) => b });
    `;
    expect(showAll(text)).toEqual([]);
  });

  it.each([
    ["a list", "Sentry.init([{ beforeBreadcrumb: (b) => b }])"],
    ["a function's arguments", "Sentry.init(...[{ beforeBreadcrumb: (b) => b }])"],
    ["a pattern", "const { beforeBreadcrumb } = options; Sentry.init(options)"],
    ["a pattern that is declared with a default", "const { a } = { beforeBreadcrumb: (b) => b }; Sentry.init(a)"],
    ["what another function yields", "f(() => ({ beforeBreadcrumb: (b) => b })); Sentry.init(f)"],
    ["what a function with a pattern holds", "const { f } = () => ({ beforeBreadcrumb: (b) => b }); Sentry.init(f())"],
    ["a class", "Sentry.init({ beforeBreadcrumb: class {} })"],
    ["a circle of objects", "const a = { ...b, beforeBreadcrumb: (b) => b }; const b = { ...a };"],
    ["an assertion of what goes elsewhere", "start({ beforeBreadcrumb: (b) => b } as Options)"],
    ["a spread of what goes elsewhere", "start({ ...{ beforeBreadcrumb: (b) => b } })"],
    ["the arguments of another function", "Sentry.init(f(...{ beforeBreadcrumb: (b) => b }))"],
    ["a function's result that goes nowhere", "function options() { return { beforeBreadcrumb: (b) => b }; }"],
    [
      "a function's result that goes elsewhere",
      "start(options()); function options() { return { beforeBreadcrumb: (b) => b }; }",
    ],
    [
      "a variable that goes elsewhere",
      "const options = { beforeBreadcrumb: (b) => b }; start(options); options.x = 1;",
    ],
    ["an object of a type of the project", "const options: Options = { beforeBreadcrumb: (b) => b }; start(options);"],
    ["a pattern with a default", "const { beforeBreadcrumb = (b) => b } = options; Sentry.init({ dsn })"],
    [
      "a name that is taken out of a function",
      "const { hook } = function (b) { return b }; Sentry.init({ beforeBreadcrumb: hook })",
    ],
    ["a variable without a value", "let hook; Sentry.init({ beforeBreadcrumb: hook })"],
    ["a name of nothing", "Sentry.init({ beforeBreadcrumb: hook })"],
    ["a function that makes nothing", "Sentry.init({ beforeBreadcrumb: make() }); function make() { return; }"],
  ])("are not found in %s", (_, text) => {
    expect(showAll(text)).toEqual([]);
  });

  it.each([
    "Sentry.init({ beforeBreadcrumb: make() }); function make() { return (b) => b; }",
    "Sentry.init({ beforeBreadcrumb: make() }); const make = () => (b) => b;",
    "Sentry.init({ beforeBreadcrumb: make() }); function make() { if (a) return; return (b) => b; }",
    "Sentry.init({ beforeBreadcrumb: custom ?? ((b) => b) });",
    "Sentry.init({ beforeBreadcrumb: ((b) => b) || custom });",
    "Sentry.init({ beforeBreadcrumb: a ? custom : (b) => b });",
    "Sentry.init(options); function options() { return { beforeBreadcrumb: (b) => b }; }",
  ])("are found where an expression makes them: %s", (text) => {
    expect(showAll(text).map((one) => one.slice(one.lastIndexOf("(")))).toEqual(["(b): b"]);
  });

  it("are not looked for where no option is named", () => {
    expect(hooksOf("Sentry.addBreadcrumb({}); Sentry.init({ ['before' + 'Breadcrumb']: (b) => b })")).toEqual([]);
  });

  it("are found in the script of a component", () => {
    const text =
      '<script setup lang="ts">\nimport { init } from "@sentry/vue";\ninit({ beforeBreadcrumb: (b) => b });\n</script>';
    expect(showAll(text, { dialect: "vue" })).toEqual(["beforeBreadcrumb(b): b"]);
  });

  it("end in circles", () => {
    const text = `
      import { init } from "@sentry/node";
      const a = { ...b, beforeBreadcrumb: first };
      const b = { ...a };
      const first = second ?? first;
      const second = first();
      init(a);
      init({ beforeBreadcrumb: second });
    `;
    expect(showAll(text)).toEqual([]);
  });
});

describe("outcomes", () => {
  const ends = (body: string) =>
    showAll(`Sentry.init({ beforeBreadcrumb: (b) => { ${body} } })`).map((one) =>
      one.replace("beforeBreadcrumb(b): ", ""),
    );

  it.each<readonly [body: string, outcomes: string]>([
    ["", "nothing"],
    ["return b;", "b"],
    ["if (a) return null; return b;", "null, b"],
    ["if (a) { return null; } else { return b; }", "null, b"],
    ["if (a) return null;", "null, nothing"],
    ["return a ? null : b;", "null, b"],
    ["return a && b;", "b"],
    ["return a === 1 && b;", "a === 1, b"],
    ...["==", "!=", "!==", "<", "<=", ">", ">=", "in", "instanceof"].map(
      (operator) => [`return a ${operator} c && b;`, `a ${operator} c, b`] as const,
    ),
    ...["+", "-", "*", "**", "&", "<<", ">>", ">>>"].map((operator) => [`return a ${operator} c && b;`, "b"] as const),
    ["return !a && b;", "!a, b"],
    ["return -a && b;", "b"],
    ["return a === 1 || b;", "a === 1, b"],
    ["return (a === 1) ?? b;", "b"],
    ["return a ?? b;", "b"],
    ["throw new Error();", ""],
    ["return b; return null;", "b"],
    ["while (true) { return b; }", "b"],
    ["while (a) { return b; }", "b, nothing"],
    ["for (;;) {}", ""],
    ["for (;;) { if (a) break; }", "nothing"],
    ["outer: for (;;) { for (;;) { break outer; } }", "nothing"],
    ["outer: for (;;) { for (;;) { continue outer; } }", ""],
    ["do { continue; } while (true); return b;", ""],
    ["do { if (a) continue; return b; } while (a);", "b, nothing"],
    ["switch (a) { case 1: return b; default: }", "b, nothing"],
    ["switch (a) { case 1: default: return b; }", "b"],
    ["switch (a) { default: break; case 1: return b; }", "b, nothing"],
    ["switch (a) { case 1: case 2: throw a; default: return b; }", "b"],
    ["try { return b; } catch { return null; }", "b, null"],
    ["try { return b; } catch {}", "b, nothing"],
    ["try { a(); } finally { return b; }", "b"],
    ["try { return b; } finally { a(); }", "b"],
    ["[b].map(() => { return null; }); return b;", "b"],
    ["function inner() { return null; } return b;", "b"],
    ["for (;;) { break; return b; }", "nothing"],
    ["while (a) { continue; return b; }", "nothing"],
    ["outer: do { for (;;) { continue outer; } } while (a);", "nothing"],
    ["outer: do { for (;;) { continue outer; } return b; } while (a);", "nothing"],
    ["outer: for (;;) { for (const x of y) { continue outer; } }", ""],
    ["outer: for (const x of y) { for (;;) { continue outer; } }", "nothing"],
    ["for (;;) { for (;;) { break; } }", ""],
    ["for (;;) { for (const x of y) { break; } }", ""],
    ["for (;;) { switch (a) { case 1: break; } }", ""],
    ["do { for (const x of y) { continue; } return b; } while (a);", "b"],
    ["do { for (const x in y) { continue; } return b; } while (a);", "b"],
    ["do { while (a) { continue; } return b; } while (a);", "b"],
    ["do { return b; } while (false);", "b"],
    ["for (const x of y) { return b; }", "b, nothing"],
    ["for (const x in y) { return b; }", "b, nothing"],
    ["for (const x in y) { break; return b; }", "nothing"],
    ["while (false) { return b; }", "b, nothing"],
    ["while ('') { return b; }", "b, nothing"],
    ["l: { break l; } return b;", "b"],
    ["l: { for (;;) { break l; } } return b;", "b"],
    ["l: for (;;) { break; } return b;", "b"],
    ["l: m: for (;;) { for (;;) { break l; } }", "nothing"],
    ["try { a(); } catch { throw b; }", "nothing"],
    ["try { throw a; } catch { throw b; }", ""],
    ["for (;;) { try { break; } finally { a(); } }", "nothing"],
    ["for (;;) { try { a(); } finally { break; } }", "nothing"],
    ["f().exit();", ""],
    ["f()();", "nothing"],
    ["exit;", "nothing"],
    ["assertNever(a);", ""],
    ["process.exit();", ""],
  ])("of { %s } are: %s", (body, outcomes) => {
    expect(ends(body)).toEqual([outcomes]);
  });

  it("leave out functions that are declared to come to no end", () => {
    const text = `
      function stop(): never { throw new Error(); }
      Sentry.init({ beforeBreadcrumb(b) { if (b.data) return b; stop(); } });
    `;
    expect(showAll(text)).toEqual(["beforeBreadcrumb(b): b"]);
    expect(showAll(text.replace(": never", ": void"))).toEqual(["beforeBreadcrumb(b): b, nothing"]);
    expect(showAll(text.replace(": never", ""))).toEqual(["beforeBreadcrumb(b): b, nothing"]);
  });

  it("leave out functions that are waited for and throw", () => {
    expect(showAll("Sentry.init({ async beforeBreadcrumb(b) { await fail(b); } });")).toEqual([
      "beforeBreadcrumb(b): ",
    ]);
  });

  it.each([
    ["blocks", "{ ", "}"],
    ["labels", "l: { ", "}"],
    ["conditions", "if (a) { ", "}"],
    ["other branches", "if (a) { } else { ", "}"],
    ["loops", "while (a) { ", "}"],
    ["loops through items", "for (const x of y) { ", "}"],
    ["cases", "switch (a) { case 1: ", "}"],
    ["tries", "try { ", "} finally { }"],
    ["what runs finally", "try { } finally { ", "}"],
    ["what catches", "try { } catch { ", "}"],
  ])("of statements within a hundred %s are not told", (_, open, close) => {
    const opened = Array.from({ length: 120 }, (_each, depth) => open.replace("l:", `l${depth}:`)).join("");
    const text = `Sentry.init({ beforeBreadcrumb(b) { ${opened}return b;${close.repeat(120)} } });`;
    expect(showAll(text)).toEqual(["beforeBreadcrumb(b): "]);
  });
});

describe("what a hook ends with", () => {
  /** Each end with what puts a text in its place, and how many breadcrumbs the hook records on every run. */
  function summary(hook: string): string {
    const [found] = hooksOf(`import * as Sentry from "@sentry/browser"; Sentry.init({ beforeBreadcrumb: ${hook} });`);
    if (found === undefined) return "none";
    const mark = found.async === undefined ? "" : `async${found.async.removal ? " removable" : ""} `;
    const ends = found.outcomes.map((outcome) => {
      const { value, promise } = outcome;
      const written = JSON.stringify(outcome.ending("X")?.map(({ text }) => text));
      return `${value ? printValue(value) : "nothing"}${promise ? " promise" : ""} -> ${written}`;
    });
    return `${mark}${found.parameter ?? "-"} ${ends.join("; ")} recordings ${found.recordings.length}`;
  }

  it.each([
    ["async (b) => b", 'async removable b b -> ["X"] recordings 0'],
    ["async (b) => { await f(); return b }", 'async b b -> ["X"] recordings 0'],
    ["async function (b) { for await (const x of y) {} return b }", 'async b b -> ["X"] recordings 0'],
    ["async (b): Promise<X> => b", 'async b b -> ["X"] recordings 0'],
    ["async /* c */ (b) => b", 'async b b -> ["X"] recordings 0'],
    ["(b) => { }", 'b nothing -> [" return X; "] recordings 0'],
    ["(b) => { f() }\n", 'b nothing -> ["; return X; "] recordings 0'],
    ["(b) => {\n  f(); }", 'b nothing -> [" return X; "] recordings 0'],
    ["(b) => {\n\tf();\n}", 'b nothing -> ["\\treturn X;\\n"] recordings 0'],
    ["async (b) => { for (const x of y) f(x); return b }", 'async removable b b -> ["X"] recordings 0'],
    ["async => async", 'async async -> ["X"] recordings 0'],
    ["(b) => { f() }", 'b nothing -> ["; return X; "] recordings 0'],
    ["(b) => { f(); }", 'b nothing -> [" return X; "] recordings 0'],
    ["(b) => { /* c */ }", "b nothing -> undefined recordings 0"],
    ["(b) => {\n  f();\n}", 'b nothing -> ["  return X;\\n"] recordings 0'],
    ["(b) => {\n}", 'b nothing -> ["  return X;\\n"] recordings 0'],
    ["(b) => { return }", 'b nothing -> ["return X"] recordings 0'],
    ["(b) => { return; }", 'b nothing -> ["return X;"] recordings 0'],
    ["(b) => { return /* c */; }", "b nothing -> undefined recordings 0"],
    ["(b) => a ? b : null", 'b b -> ["X"]; null -> ["X"] recordings 0'],
    ["(b) => a && b", 'b b -> ["X"] recordings 0'],
    ["(b) => !a && b", 'b !boolean(a) -> undefined; b -> ["X"] recordings 0'],
    ["(b) => a === 1 && null", 'b ==boolean(a, 1) -> undefined; null -> ["X"] recordings 0'],
    ["(b) => a in c && null", 'b inboolean(a, c) -> undefined; null -> ["X"] recordings 0'],
    ["(b) => !a || b", 'b !boolean(a) -> undefined; b -> ["X"] recordings 0'],
    ["(b) => void delete b.x", 'b undefined -> ["(",", X)"] recordings 0'],
    ["(b) => a || b", 'b b -> ["X"] recordings 0'],
    ["(b) => a ?? b", 'b b -> ["X"] recordings 0'],
    ["(b) => import('x')", 'b ? promise -> ["(",", X)"] recordings 0'],
    ["(b) => Promise.resolve(b)", 'b Promise.resolve(b) promise -> ["(",", X)"] recordings 0'],
    ["(b) => Promise", 'b Promise -> ["X"] recordings 0'],
    ["(b) => new Promise(f)", 'b new Promise(f) promise -> ["(",", X)"] recordings 0'],
    ["(b) => Promise(b)", 'b Promise(b) -> ["(",", X)"] recordings 0'],
    ["(b) => new f.then(g)", 'b new f.then(g) -> ["(",", X)"] recordings 0'],
    ["(b) => new Foo(b)", 'b new Foo(b) -> ["(",", X)"] recordings 0'],
    ["(b) => f(b).then(g)", 'b f(b).then(g) promise -> ["(",", X)"] recordings 0'],
    ["(b) => g(b)", 'b g(b) -> ["(",", X)"] recordings 0'],
    ["(b) => { if (a) return null; return b }", 'b null -> ["X"]; b -> ["X"] recordings 0'],
    ["(b) => { if (a) { return null } else { return b } }", 'b null -> ["X"]; b -> ["X"] recordings 0'],
    ["(b) => { switch (a) { case 1: return null; default: return b } }", 'b null -> ["X"]; b -> ["X"] recordings 0'],
    ["(b) => { switch (a) { case 1: return null } }", 'b null -> ["X"]; nothing -> ["; return X; "] recordings 0'],
    ["(b) => { while (true) { return b } }", 'b b -> ["X"] recordings 0'],
    ["(b) => { for (;;) { } }", "b  recordings 0"],
    ["(b) => { try { return b } catch { return null } }", 'b b -> ["X"]; null -> ["X"] recordings 0'],
    ["(b) => { try { return b } finally { f() } }", 'b b -> ["X"] recordings 0'],
    ["(b) => { try { f() } finally { return b } }", 'b b -> ["X"] recordings 0'],
    ["(b) => { throw e }", "b  recordings 0"],
    ["(b) => { do { return b } while (a) }", 'b b -> ["X"] recordings 0'],
    ["(b) => { l: { if (a) break l; return b } }", 'b b -> ["X"]; nothing -> ["; return X; "] recordings 0'],
    ["(b) => { with_: { return b } }", 'b b -> ["X"] recordings 0'],
    ["(b) => { process.exit() }", "b  recordings 0"],
    ["(b) => { return cond ? b : undefined }", 'b b -> ["X"]; undefined -> ["X"] recordings 0'],
    ["({ category }) => category", '- category -> ["X"] recordings 0'],
    ["([b]) => b", '- b -> ["X"] recordings 0'],
    ["(...b) => b", '- b -> ["X"] recordings 0'],
    ["(b = {}) => b", '- b -> ["X"] recordings 0'],
    ["function named(b) { return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { if (a) Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { if (Sentry.addBreadcrumb(b)) {} return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { a && Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { Sentry.addBreadcrumb(b) && a; return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { a ? Sentry.addBreadcrumb(b) : 0; return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { try { Sentry.addBreadcrumb(b) } catch {} return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { try { f() } catch { Sentry.addBreadcrumb(b) } return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { if (a) return b; Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"]; b -> ["X"] recordings 0'],
    ["(b) => { f?.(Sentry.addBreadcrumb(b)); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { f(Sentry.addBreadcrumb(b)); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { for (const x of y) Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { for (const x in y) Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { for (; a;) Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { const f = () => { return 1 }; Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { throw e; Sentry.addBreadcrumb(b) }", "b  recordings 0"],
    ["(b) => { a?.(b); Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { while (x) Sentry.addBreadcrumb(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { switch (a) { case 1: Sentry.addBreadcrumb(b) } return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { const { q = Sentry.addBreadcrumb(b) } = r; return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { setTimeout(() => Sentry.addBreadcrumb(b)); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { setTimeout(() => { if (a) Sentry.addBreadcrumb(b) }); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { if (a) setTimeout(() => Sentry.addBreadcrumb(b)); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { setTimeout(() => console.log(b)); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { setTimeout(() => console.table(b)); return b }", 'b b -> ["X"] recordings 0'],
    ["(b, console) => { setTimeout(() => console.log(b)); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { Promise.resolve().then(function () { fetch('/x') }); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { setTimeout(() => queueMicrotask(() => console.log(b))); return b }", 'b b -> ["X"] recordings 1'],
    ["(b) => { on('x', () => Sentry.addBreadcrumb(b)); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { console.log(b); return b }", 'b b -> ["X"] recordings 0'],
    ["(b) => { Sentry?.addBreadcrumb?.(b); return b }", 'b b -> ["X"] recordings 1'],
  ])("%s", (hook, expected) => {
    expect(summary(hook)).toBe(expected);
  });
});

describe("a function that a hook calls", () => {
  const recordings = (text: string) => hooksOf(text).map((hook) => hook.recordings.map(({ source }) => source));

  it.each<[calls: string, functions: string, recorded: readonly string[]]>([
    ["note(b)", "function note(b) { Sentry.addBreadcrumb(b) }", ["note"]],
    ["note(b)", "function note(b) { if (b) Sentry.addBreadcrumb(b) }", []],
    ["note(b)", "function note(b) { if (a) Sentry.addBreadcrumb(a); Sentry.addBreadcrumb(b) }", ["note"]],
    ["note(b)", "function note(b) {} Sentry.addBreadcrumb({})", []],
    ["note.later(b)", "function note(b) { Sentry.addBreadcrumb(b) }", []],
    ["a && note(b)", "function note(b) { Sentry.addBreadcrumb(b) }", []],
    ["Sentry.addBreadcrumb(b), hook(b)", "", ["Sentry.addBreadcrumb"]],
  ])("%s, %s", (calls, functions, recorded) => {
    expect(
      recordings(`Sentry.init({ beforeBreadcrumb: hook }); function hook(b) { ${calls}; return b } ${functions}`),
    ).toEqual([recorded]);
  });

  it.each([
    ["load(b)", "async function load(b) {}", true],
    ["load(b)", "function load(b) {}", false],
    ["load.now(b)", "async function load(b) {}", false],
    ["loads[0](b)", "async function loads(b) {}", false],
  ])("yields a promise where it is asynchronous: %s, %s", (call, functions, promise) => {
    const [hook] = hooksOf(`Sentry.init({ beforeBreadcrumb: (b) => ${call} }); ${functions}`);
    expect(hook?.outcomes).toMatchObject([{ promise }]);
  });
});

describe("what a hook reads of the hint", () => {
  const textOf = (hook: string) =>
    `import * as Sentry from "@sentry/browser"; Sentry.init({ beforeBreadcrumb: ${hook} });`;

  it.each([
    ["(b, hint) => { b.x = hint.event.target.id; return b }", "hint", "hint?.event?.target?.id"],
    ["(b, hint) => { b.x = hint!.event; return b }", "hint!", "hint!?.event"],
    ["(b, hint) => { b.x = hint?.event.target; return b }", "hint?.event", "hint?.event?.target"],
    ["(b, hint) => { b.x = hint['event'][0]; return b }", "hint", "hint?.['event']?.[0]"],
    ["(b, hint) => { hint.event.x = 1; return b }", "hint", undefined],
    ["(b, hint) => { hint.event.x++; return b }", "hint", undefined],
    ["(b, { event }) => b", "hint", undefined],
  ])("%s throws", (hook, source, guarded) => {
    const [found] = hooksOf(textOf(hook));
    expect(found?.hints.map((hint) => hint.source)).toEqual([source]);
    const edited = found?.hints[0]?.guard?.reduceRight(
      (text, { range, text: by }) => text.slice(0, range[0]) + by + text.slice(range[1]),
      textOf(hook),
    );
    expect(edited === undefined || edited.includes(guarded ?? "")).toBe(true);
    expect(edited === undefined).toBe(guarded === undefined);
  });

  it.each([
    "(b, hint) => { b.x = hint?.event?.target.id; return b }",
    "(b, hint) => { b.x = hint?.level; return b }",
    "(b, hint = {}) => { b.x = hint.event; return b }",
    "(b, { event } = {}) => b",
    "(b, hint) => { hint ??= {}; b.x = hint.event; return b }",
    "(b, hint) => { try { b.x = hint.event.target } catch {} return b }",
    "(b, hint) => { if (b.category !== 'ui.click') return b; b.x = hint.event; return b }",
    "(b, hint) => b.category === 'ui.click' ? { ...b, message: hint.event } : b",
    "(b, hint) => { if (hint && hint.event) return b; return null }",
    "(b, hint) => { f(hint); return b }",
    "(b) => { b.x = hint.event; return b }",
  ])("%s does not", (hook) => {
    expect(hooksOf(textOf(hook))[0]?.hints).toEqual([]);
  });

  it("throws in spite of what only runs finally", () => {
    const [hook] = hooksOf(textOf("(b, hint) => { try { b.x = hint.event } finally { f() } return b }"));
    expect(hook?.hints).toHaveLength(1);
  });
});

describe("a hook that is declared for other files", () => {
  const namesIn = (text: string) =>
    hooksOf(`import type { Breadcrumb, BrowserOptions } from "@sentry/browser"; ${text}`).map(
      ({ name }) => name.source,
    );

  it.each([
    [`export const scrub: BrowserOptions["beforeBreadcrumb"] = (b) => b;`, ["scrub"]],
    [`export const scrub: NonNullable<BrowserOptions["beforeBreadcrumb"]> = (b) => b;`, ["scrub"]],
    [`export const scrub: BrowserOptions["beforeSend"] = (b) => b; f(beforeBreadcrumb);`, []],
    [`export const scrub: Other["beforeBreadcrumb"] = (b) => b;`, []],
    [`export const scrub: BrowserOptions["beforeBreadcrumb"] = other;`, []],
    [`export const beforeBreadcrumb = (b: Breadcrumb) => b;`, ["beforeBreadcrumb"]],
    [`export const beforeBreadcrumb = (b) => b;`, []],
    [`export const beforeBreadcrumb = ({ message }: Breadcrumb) => message;`, []],
    [`export function beforeBreadcrumb(b: Breadcrumb) { return b; }`, ["beforeBreadcrumb"]],
    [`export function beforeBreadcrumb(b: string) { return b; }`, []],
    [`export function other(b: Breadcrumb) { return b; } f(beforeBreadcrumb);`, []],
    [`let beforeBreadcrumb;`, []],
  ])("%s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});
