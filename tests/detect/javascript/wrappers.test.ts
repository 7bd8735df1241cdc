import { describe, expect, it } from "vitest";
import { openProgram } from "../../../src/detect/javascript/program.ts";
import { createValueReader } from "../../../src/detect/javascript/values/reader.ts";
import { recordingsOf } from "../../../src/detect/javascript/recording/calls.ts";
import { createSdkCalls } from "../../../src/detect/javascript/recording/sdk-calls.ts";
import { readSettings } from "../../../src/settings.ts";
import { parse, type Dialect } from "../../support/parse.ts";

/**
 * Of every recording in a snippet: the callee, `>` where it forwards, and what its arguments become. `…` are all arguments
 * from one on, `~` is a part of a text, `...` the fields of an object, `-` what is taken out of it.
 */
function recordings(text: string, wrappers: readonly unknown[] = [], dialect: Dialect = "ts"): readonly string[] {
  const settings = readSettings({ "sentry-breadcrumbs": { wrappers } });
  const program = openProgram(parse(text, dialect), settings);
  const values = createValueReader(program);
  return recordingsOf(program, values, createSdkCalls(program, values)).calls.map(
    ({ entry, call, mappings, forwards }) => {
      const parts = mappings.map(({ factoryCall, argument, isRest, path, field, below, as, except }) => {
        const from = [
          ...(factoryCall ? [program.sourceCode.getText(factoryCall.callee)] : []),
          String(argument),
          ...path,
        ].join(".");
        const how = { value: "", fields: "...", part: "~" }[as];
        const to = [field, ...below].join(".");
        return `${from}${isRest ? "…" : ""}=${how}${to}${except.map((name) => `-${name}`).join("")}`;
      });
      const callee = program.sourceCode.getText(call.callee);
      return `${entry === "wrapper" ? "" : "* "}${callee}${forwards ? " >" : ""}(${parts.join(", ")})`;
    },
  );
}

const SDK = `import * as Sentry from "@sentry/node";\n`;
const BODY = "* Sentry.addBreadcrumb >(0=breadcrumb)";

function times(count: number, line: string): readonly string[] {
  return Array.from({ length: count }, () => line);
}

describe("wrappers that settings name", () => {
  it("is where a call passes on what callers say, if it stands in one of them", () => {
    const text = `${SDK}function crumb() { run(() => { Sentry.addBreadcrumb({ message: text() }); }); }`;
    const sdk = "* Sentry.addBreadcrumb";
    expect(recordings(text)).toEqual([`${sdk}(0=breadcrumb)`]);
    expect(recordings(text, [{ name: "crumb", parameters: ["message"] }])).toEqual([`${sdk} >(0=breadcrumb)`]);
    expect(recordings(text, [{ name: "other", parameters: ["message"] }])).toEqual([`${sdk}(0=breadcrumb)`]);
  });

  it.each([
    ["a name", ["crumb"], `crumb({})`, ["crumb(0=breadcrumb)"]],
    ["an imported name", ["crumb"], `import { crumb as c } from "./x"; c({})`, ["c(0=breadcrumb)"]],
    ["a method is not a name", ["crumb"], `log.crumb({}); this.crumb({})`, []],
    ["a member of a module", ["crumb"], `import * as log from "./x"; log.crumb({})`, ["log.crumb(0=breadcrumb)"]],
    [
      "positional parameters",
      [{ name: "crumb", parameters: ["message", "_", "data"] }],
      `crumb("m", 1, {})`,
      ["crumb(0=message, 2=data)"],
    ],
    [
      "the module that it comes from",
      [{ name: "crumb", from: "@/lib/track", parameters: ["message"] }],
      `import { crumb } from "@/lib/track"; crumb("m"); { const crumb = other; crumb("n") }`,
      ["crumb(0=message)"],
    ],
    [
      "a module wherever it is imported from",
      [{ name: "crumb", from: "*/lib/track", parameters: ["message"] }],
      `import { crumb } from "../../lib/track"; import { crumb as other } from "./track"; crumb("m"); other("n")`,
      ["crumb(0=message)"],
    ],
    [
      "one of several modules",
      [{ name: "crumb", from: ["./lib", "@/track"], parameters: ["message"] }],
      `import { crumb } from "@/track"; crumb("m")`,
      ["crumb(0=message)"],
    ],
    [
      "what a hook hands out",
      [{ name: "crumb", from: "@/use-crumb", parameters: ["message"] }],
      `import { useCrumb } from "@/use-crumb"; const { crumb } = useCrumb(); crumb("m"); { const { crumb } = useOther(); crumb("n") }`,
      ["crumb(0=message)"],
    ],
    [
      "the properties of an object",
      [{ name: "crumb", parameters: ["_", { title: "message" }] }],
      `crumb(1, { title: "m" })`,
      ["crumb(1.title=message)"],
    ],
    [
      "a key of the data, and what is left of an object",
      [{ name: "crumb", parameters: ["data.cart.total", { meta: { level: "level" }, id: "_", "...": "data" }] }],
      `crumb(1, {})`,
      ["crumb(0=data.cart.total, 1.meta.level=level, 1=...data-meta-id)"],
    ],
    [
      "what a call on the way hands out",
      ["getReporter().addBreadcrumb"],
      `getReporter().addBreadcrumb({}); app.getReporter()?.addBreadcrumb({}); const r = getReporter(); r.addBreadcrumb({});
       getReporter.addBreadcrumb({}); other().addBreadcrumb({}); new getReporter().addBreadcrumb({}); getReporter()`,
      [
        "getReporter().addBreadcrumb(0=breadcrumb)",
        "app.getReporter()?.addBreadcrumb(0=breadcrumb)",
        "r.addBreadcrumb(0=breadcrumb)",
      ],
    ],
    [
      "what a function of a module hands out",
      [{ name: "getReporter().addBreadcrumb", from: "*/reporter" }],
      `import { getReporter } from "./lib/reporter"; getReporter().addBreadcrumb({}); { const getReporter = own; getReporter().addBreadcrumb({}) }`,
      ["getReporter().addBreadcrumb(0=breadcrumb)"],
    ],
    [
      "the class that is injected into a field",
      [{ name: "this.crumbs.add", from: "*/crumbs.service", parameters: ["message"] }],
      `import { inject } from "@angular/core"; import { Crumbs } from "./crumbs.service"; import { Other } from "./other.service";
       class A { readonly crumbs = inject(Crumbs); m() { this.crumbs.add("m") } }
       class B { readonly crumbs = inject(Other); m() { this.crumbs.add("m") } }`,
      ["this.crumbs.add(0=message)"],
    ],
    [
      "a name that the file gives to one",
      [{ name: "crumb", from: "./track" }, "log.add"],
      `import { crumb } from "./track"; const c = crumb, { add } = log, o = { c }; c({}); add({}); o.c({}); (0, crumb)({}); other({})`,
      ["c(0=breadcrumb)", "add(0=breadcrumb)", "o.c(0=breadcrumb)", "0, crumb(0=breadcrumb)"],
    ],
    [
      "what a module that is an SDK has of its own",
      [{ name: "addBreadcrumb", from: "@sentry/own", parameters: ["message"] }],
      `import { addBreadcrumb } from "@sentry/own"; addBreadcrumb("m")`,
      ["addBreadcrumb(0=message)"],
    ],
    [
      "the default export of a module",
      [{ name: "crumb", from: "@/lib/track" }],
      `import crumb from "@/lib/track"; crumb({})`,
      ["crumb(0=breadcrumb)"],
    ],
    [
      "a required module",
      [{ name: "crumb", from: "./track" }],
      `const { crumb } = require("./track"); const track = require("./track"); crumb({}); track.crumb({})`,
      ["crumb(0=breadcrumb)", "track.crumb(0=breadcrumb)"],
    ],
    [
      "a module that is imported where it is used, and nothing below what it exports",
      [{ name: "crumb", from: "./track" }],
      `const { crumb } = await import("./track"); crumb({}); { const crumb = require("./track").crumb.other; crumb({}) }`,
      ["crumb(0=breadcrumb)"],
    ],
    ["another module", [{ name: "crumb", from: "./a" }], `import { crumb } from "./b"; crumb({})`, []],
    [
      "another function of the module",
      [{ name: "crumb", from: "./a" }],
      `import { c as crumb } from "./a"; crumb({})`,
      [],
    ],
    [
      "a method",
      ["this.logger.crumb"],
      `class A { m() { this.logger.crumb({}); logger.crumb({}) } }`,
      ["this.logger.crumb(0=breadcrumb)"],
    ],
    [
      "the end of a path",
      ["log.addBreadcrumb"],
      `app?.log.addBreadcrumb({}); blog.addBreadcrumb({}); app().log.addBreadcrumb({}); log().addBreadcrumb({})`,
      ["app?.log.addBreadcrumb(0=breadcrumb)", "app().log.addBreadcrumb(0=breadcrumb)"],
    ],
    [
      "the module of an object",
      [{ name: "log.crumb", from: "./log" }],
      `import { log } from "./log"; log.crumb({}); (log) => log.crumb({})`,
      ["log.crumb(0=breadcrumb)"],
    ],
    [
      "the class of an object",
      [
        { name: "log.crumb", from: "./log" },
        { name: "this.logger.crumb", from: "./log" },
      ],
      `import { Log } from "./log"; const log = new Log(); log.crumb({});
       class A { constructor(private logger: Log) {} m() { this.logger.crumb({}) } }
       class B { logger = other(); m() { this.logger.crumb({}) } }`,
      ["log.crumb(0=breadcrumb)", "this.logger.crumb(0=breadcrumb)"],
    ],
    ["`this`, not what a call yields", ["this.crumb"], `log().crumb({}); crumb({})`, []],
    [
      "what is deeper in a module, or has another name there",
      ["crumb"],
      `import * as crumb from "./x"; crumb.a.b({}); crumb.other({}); crumb.a.crumb({})`,
      [],
    ],
    [
      "a member of another module",
      [{ name: "crumb", from: "./log" }],
      `import * as log from "./other"; log.crumb({})`,
      [],
    ],
    [
      "a module that is the function",
      [{ name: "crumb", from: "./crumb" }],
      `const crumb = require("./crumb"); const other = require("./crumb"); crumb({}); other({})`,
      ["crumb(0=breadcrumb)"],
    ],
    [
      "a name that the file gives to an import",
      ["crumb"],
      `import { c as crumb } from "./x"; import { d } from "./x"; crumb({}); d({})`,
      ["crumb(0=breadcrumb)"],
    ],
    [
      "an object that is one export of a module, whatever another is called",
      [{ name: "log.crumb", from: "*/log", export: "default" }],
      `import log from "./log"; log.crumb({}); import { default as own } from "../log"; own.crumb({}); class A { m(log) { log.crumb({}) } }
       { const { log } = require("./log"); log.crumb({}) } { const log = require("./log").default; log.crumb({ a }) }`,
      ["log.crumb(0=breadcrumb)", "log.crumb(0=breadcrumb)"],
    ],
    [
      "a function that is one export of a module",
      [{ name: "crumb", from: "./crumb", export: "crumb" }],
      `import crumb from "./crumb"; crumb({}); import { crumb as other } from "./crumb"; other({}); const another = other; another({}); import * as all from "./crumb"; all.crumb({}); all.default({})`,
      ["other(0=breadcrumb)", "another(0=breadcrumb)", "all.crumb(0=breadcrumb)"],
    ],
    [
      "an object of another module, or of none",
      [{ name: "log.crumb", from: "./log" }],
      `import { log } from "./other"; log.crumb({}); { const log = make(); log.crumb({}) } window.log.crumb({})`,
      [],
    ],
  ])("%s", (_, wrappers, text, expected) => {
    expect(recordings(text, wrappers)).toEqual(expected);
  });

  it("counts the callers of one that the file defines, not its body", () => {
    const text = `${SDK}function crumb(m) { Sentry.addBreadcrumb({ message: format(m) }) } crumb("x")`;
    expect(recordings(text, [{ name: "crumb", parameters: ["message"] }])).toEqual([BODY, "crumb(0=message)"]);
  });

  it("counts a caller once of one that the file defines as a wrapper, too", () => {
    const text = `${SDK}function crumb(message) { Sentry.addBreadcrumb({ message }) } crumb("x")`;
    expect(recordings(text, [{ name: "crumb", parameters: ["message"] }])).toEqual([BODY, "crumb(0=message)"]);
  });

  it("leaves the SDK's own function what it is", () => {
    const text = `import { addBreadcrumb } from "@sentry/node"; addBreadcrumb({})`;
    expect(recordings(text, ["addBreadcrumb"])).toEqual(["* addBreadcrumb(0=breadcrumb)"]);
  });
});

describe("wrappers that the file defines", () => {
  it.each([
    ["a record", `function crumb(c) { Sentry.addBreadcrumb(c) } crumb({})`, "crumb(0=breadcrumb)"],
    ["arguments", `function crumb(...args) { Sentry.addBreadcrumb(...args) } crumb({})`, "crumb(0=breadcrumb)"],
    [
      "positional parameters",
      `function crumb(message, category = "app", extra?: object) { Sentry.addBreadcrumb({ message, category, data: extra, level: "info" }) } crumb("m")`,
      "crumb(0=message, 1=category, 2=data)",
    ],
    [
      "a destructured parameter",
      `function crumb({ message, level = "info" }: P) { Sentry.addBreadcrumb({ message, level }) } crumb({})`,
      "crumb(0.message=message, 0.level=level)",
    ],
    [
      "properties of a parameter",
      `const crumb = (o: P) => { Sentry.addBreadcrumb({ message: o.message, level: o.level ?? "info" }) }; crumb({})`,
      "crumb(0.message=message, 0.level=level)",
    ],
    [
      "a spread, less what is set after it",
      `const crumb = (c) => Sentry.addBreadcrumb({ type: "x", ...c, level: "info" }); crumb({})`,
      "crumb(0=...breadcrumb-level)",
    ],
    [
      "a payload in a constant",
      `function crumb(message, level) { const payload = { message, level: level as Level }; Sentry.addBreadcrumb(payload) } crumb("m")`,
      "crumb(0=message, 1=level)",
    ],
    [
      "a part of the message",
      `function crumb(scope, message) { Sentry.addBreadcrumb({ message: \`[\${scope}] \${message}\` }) } crumb("a", "m")`,
      "crumb(1=~message, 0=~message)",
    ],
    [
      "the last part of the message",
      `function crumb(a, b) { Sentry.addBreadcrumb({ message: a + ": " + b }) } crumb("a", "m")`,
      "crumb(1=~message, 0=~message)",
    ],
    [
      "a callback between",
      `function crumb(message) { Sentry.withScope((scope) => { scope.addBreadcrumb({ message }) }) } crumb("m")`,
      "crumb(0=message)",
      "* scope.addBreadcrumb >(0=breadcrumb)",
    ],
    [
      "two recordings",
      `function crumb(m, bad) { if (bad) Sentry.addBreadcrumb({ message: m, level: "error" }); else Sentry.addBreadcrumb({ message: m }) } crumb("m")`,
      "crumb(0=message)",
      BODY,
      BODY,
    ],
    [
      "a hook's callback",
      `function C() { const crumb = useCallback((message) => { Sentry.addBreadcrumb({ message }) }, []); crumb("m") }`,
      "crumb(0=message)",
    ],
    [
      "one property as two fields",
      `function crumb(o) { Sentry.addBreadcrumb({ message: o.text, category: o.text }) } crumb({})`,
      "crumb(0.text=message, 0.text=category)",
    ],
    [
      "two parameters and properties as one field",
      `function crumb(a, b, c, d) { Sentry.addBreadcrumb({ message: a }); Sentry.addBreadcrumb({ message: b });
         Sentry.addBreadcrumb({ message: c.x }); Sentry.addBreadcrumb({ message: c.y }) } crumb("m")`,
      "crumb(0=message, 1=message, 2.x=message, 2.y=message)",
      ...[BODY, BODY, BODY, BODY],
    ],
    [
      "what is written last of two that have one name, and no field that is unknown",
      `function crumb(a, b, id) { Sentry.addBreadcrumb({ message: a, message: b, id }) } crumb("a", "b")`,
      "crumb(1=message)",
    ],
    [
      "the part of the message that is named so",
      `function crumb(message, b) { Sentry.addBreadcrumb({ message: message + ": " + b }) } crumb("m", "b")`,
      "crumb(0=~message, 1=~message)",
    ],
    [
      "the last part of the message that is a parameter",
      `function crumb(a, b, c) { Sentry.addBreadcrumb({ message: +a + b + (c - 1) }) } crumb("a", "b")`,
      "crumb(1=~message)",
    ],
    [
      "the last of three parts",
      `function crumb(a, b, c) { Sentry.addBreadcrumb({ message: a + b + c + "." }) } crumb("a", "b", "c")`,
      "crumb(2=~message, 0=~message, 1=~message)",
    ],
    [
      "a record as a property",
      `function crumb({ crumb: c }) { Sentry.addBreadcrumb(c) } crumb({})`,
      "crumb(0.crumb=breadcrumb)",
    ],
    [
      "an expression that has a name of its own",
      `const crumb = function own(message) { Sentry.addBreadcrumb({ message }) }; crumb("m")`,
      "crumb(0=message)",
    ],
    [
      "a whole record, in a function that does more and is named for it",
      `function report(c) { prepare(); Sentry.addBreadcrumb(c) } report({})`,
      "report(0=breadcrumb)",
    ],
    [
      "all arguments, in a function that does more and is named for it",
      `function report(...args) { prepare(); Sentry.addBreadcrumb(...args) } report({})`,
      "report(0=breadcrumb)",
    ],
    [
      "a spread record, in a function that does more and is named for it",
      `function report(c) { prepare(); Sentry.addBreadcrumb({ ...c }) } report({})`,
      "report(0=...breadcrumb)",
    ],
    [
      "a mention in a function that is named for breadcrumbs",
      `function crumbOf(id) { Sentry.addBreadcrumb({ message: \`Loading \${id}\` }); return get(id) } crumbOf("x")`,
      "crumbOf(0=~message)",
    ],
    [
      "a mention in a function that only prepares it",
      `function leave(id) { const text = "x"; Sentry.addBreadcrumb({ message: \`\${text} \${id}\` }) } leave("x")`,
      "leave(0=~message)",
    ],
  ])("%s", (_, text, call, ...bodies) => {
    expect(recordings(SDK + text)).toEqual([...(bodies.length > 0 ? bodies : [BODY]), call]);
  });

  it.each([
    `class A { crumb(message) { Sentry.addBreadcrumb({ message }) } m() { [].map(() => this.crumb("m")) } }`,
    `class A { crumb = (message) => { Sentry.addBreadcrumb({ message }) }; m() { this.crumb("m") } }`,
    `class A { #crumb(message) { Sentry.addBreadcrumb({ message }) } m() { this.#crumb("m") } }`,
    `class A { static crumb(message) { Sentry.addBreadcrumb({ message }) } } A.crumb("m")`,
    `const log = { crumb(message) { Sentry.addBreadcrumb({ message }) }, m() { this.crumb("m") } }`,
    `const log = { crumb: (message) => Sentry.addBreadcrumb({ message }) }; log.crumb("m")`,
    `export default { methods: { crumb(message) { Sentry.addBreadcrumb({ message }) } }, mounted() { this.crumb("m") } }`,
    `export default { ...base, methods: { crumb(message) { Sentry.addBreadcrumb({ message }) } }, mounted() { this.crumb("m") } }`,
    `class Log { crumb(message) { Sentry.addBreadcrumb({ message }) } } const log = new Log(); log.crumb("m")`,
    `class Log { crumb(message) { Sentry.addBreadcrumb({ message }) } } const log = new Log(); (log as Other)!.crumb("m")`,
    `interface Log { crumb(m: string): void }
     class Sdk implements Log { crumb(message: string) { Sentry.addBreadcrumb({ message }) } }
     class App { constructor(private log: Log) {} m() { this.log.crumb("m") } }`,
    `interface Log { crumb(m: string): void }
     const other = {}, sdk: Log = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
     class App { log?: Log; m() { this.log?.crumb("m") } }`,
    `export default { methods: { crumb(message) { Sentry.addBreadcrumb({ message }) }, m() { this.crumb("m") } } }`,
    `export default { methods: { crumb(message) { Sentry.addBreadcrumb({ message }) } }, watch: { id() { this.crumb("m") } } }`,
    `const a = { crumb(message) { Sentry.addBreadcrumb({ message }) } }; const log = { ...(on ? a : other) }; log.crumb("m")`,
    `const log = { crumb: useCallback((message) => { Sentry.addBreadcrumb({ message }) }) }; log.crumb("m")`,
    `interface Log { crumb(m: string): void }
     const Sdk = class implements Log { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
     class App { constructor(private log: Log) {} m() { this.log.crumb("m") } }`,
  ])("methods: %s", (text) => {
    expect(recordings(SDK + text)).toEqual([BODY, expect.stringMatching(/crumb\(0=message\)$/u)]);
  });

  it.each([
    [
      "values that are changed on the way",
      `function crumb(level) { Sentry.addBreadcrumb({ level: map(level) }) } crumb("x")`,
    ],
    [
      "parameters that are written to",
      `function crumb(level) { level = map(level); Sentry.addBreadcrumb({ level }) } crumb("x")`,
    ],
    ["callbacks", `items.forEach((message) => { Sentry.addBreadcrumb({ message }) }); message("x")`],
    [
      "a mention by the way",
      `function load(id) { Sentry.addBreadcrumb({ message: \`Loading \${id}\` }); return get(id) } load("x")`,
    ],
    [
      "attached data",
      `function save(order) { Sentry.addBreadcrumb({ message: "saving", data: order }); return put(order) } save({})`,
    ],
    ...["this.orders.get(id)", "this.orders.find(isOpen)", "this.order", "items.at(0)!"].flatMap((taken) =>
      ["order.closed = why", "order.count++", "order.notes.push(why)"].map((change): [string, string] => [
        "what changes an object that others have",
        `class A { close(id, why) { const order = ${taken}; ${change}; Sentry.addBreadcrumb({ message: "closed", data: why }); return true } } a.close(1, "x")`,
      ]),
    ),
    [
      "a variable that is given another function",
      `let crumb = (message) => { Sentry.addBreadcrumb({ message }) }; crumb = other; crumb("m")`,
      true,
    ],
    ["a shadowing name", `function crumb(message) { Sentry.addBreadcrumb({ message }) } (crumb) => crumb("m")`, true],
    [
      "the method of another class",
      `class A { crumb(message) { Sentry.addBreadcrumb({ message }) } } class B { m() { this.crumb("m") } }`,
      true,
    ],
    [
      "another this",
      `class A { crumb(message) { Sentry.addBreadcrumb({ message }) } m() { function f() { this.crumb("m") } } }`,
      true,
    ],
    [
      "a function under a computed name",
      `class A { [name](message) { Sentry.addBreadcrumb({ message }) } m() { this.crumb("m"); this[name]("m") } }`,
      true,
    ],
    [
      "a function that others find under a member",
      `exports.crumb = (message) => { Sentry.addBreadcrumb({ message }) }; exports.crumb("m")`,
      true,
    ],
    ["a default export", `export default (message) => { Sentry.addBreadcrumb({ message }) }`, true],
    [
      "methods of what is not seen",
      `class A { crumb(message) { Sentry.addBreadcrumb({ message }) } }
       const { a } = x, b = make(), c = new x.A(), d = new B(); let e;
       a.crumb("m"); b.crumb("m"); c.crumb("m"); d.crumb("m"); e.crumb("m"); f.crumb("m"); make().crumb("m");
       x.a.crumb("m"); make()("m"); a[crumb]("m"); new A().other("m")`,
      true,
    ],
    [
      "a class that does not say that it is of the type",
      `interface Log { crumb(m: string): void } interface Other {}
       class A implements Other, x.Log { crumb(message: string) { Sentry.addBreadcrumb({ message }) } }
       class B { crumb(message: string) { Sentry.addBreadcrumb({ message }) } }
       class App { log: Log; far: x.Log; text: string; [name]: Log;
         m() { this.log.crumb("m"); this.far.crumb("m"); this.text.crumb("m"); this.none.crumb("m"); this[name].crumb("m") } }
       function f() { this.log.crumb("m") }`,
      true,
      2,
    ],
    [
      "an object that does not say that it is of the type",
      `interface Log { crumb(m: string): void }
       const a = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       const b: Other = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       const c: x.Log = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       const d: string = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       export default { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       class App { log: Log; m() { this.log.crumb("m") } }`,
      true,
      5,
    ],
    [
      "a type that is a class, or imported",
      `import type { Far } from "far";
       const a: Far = { crumb(message: string) { Sentry.addBreadcrumb({ message }) } };
       class App { log: Far; m() { this.log.crumb("m") } }`,
      true,
    ],
    [
      "a payload that is replaced",
      `function crumb(message) { let payload = { message }; payload = other; Sentry.addBreadcrumb(payload) } crumb("m")`,
    ],
    [
      "accessors",
      `class A { set crumb(message) { Sentry.addBreadcrumb({ message }) } m() { this.crumb("m") } }
       const a = { set crumb(message) { Sentry.addBreadcrumb({ message }) }, m() { this.crumb("m") } };`,
      false,
      2,
    ],
    [
      "what `this` is not in a component",
      `export default { data: { crumb(message) { Sentry.addBreadcrumb({ message }) } }, mounted() { this.crumb("m") } }`,
      true,
    ],
    [
      "types that are not the file's, and what is not a member of `this`",
      `interface Log { crumb(m: string): void }
       class Sdk implements Log { crumb(message: string) { Sentry.addBreadcrumb({ message }) } }
       class App { log: Log; far: Far; map: Promise<void>;
         m(other) { other.log.crumb("m"); this.far.crumb("m"); this.map.crumb("m") } }`,
      true,
    ],
    [
      "a mention by the way, in a function that is named for telling",
      `function trackLoad(id) { Sentry.addBreadcrumb({ message: \`Loading \${id}\` }); return get(id) } trackLoad("x")`,
    ],
    [
      "data, in one statement that does more",
      `function decode(text) { try { return parse(text) } catch { Sentry.addBreadcrumb({ message: "bad", data: { text } }) } } decode("x")`,
    ],
    [
      "data, in a call that runs something else",
      `const settings = (slug) => span(() => { Sentry.addBreadcrumb({ message: "get", data: { slug } }); return load(slug) }); settings("x")`,
    ],
    [
      "data, in what a component renders",
      `const Row = (room) => <a onClick={() => Sentry.addBreadcrumb({ message: "open", data: { id: room.id } })} />; Row({})`,
    ],
    [
      "data, before what is made",
      `function connect(url) { if (url) { Sentry.addBreadcrumb({ message: "open", data: { url } }); socket = new WebSocket(url) } } connect("x")`,
    ],
    [
      "when it was, in a function that does more",
      `function save(at) { Sentry.addBreadcrumb({ message: "saving", timestamp: at }); return put(at) } save(1)`,
    ],
    [
      "a part of another field than the message",
      `function crumb(kind) { Sentry.addBreadcrumb({ category: "app." + kind }) } crumb("x")`,
    ],
    [
      "what a listener records at times of its own",
      `function trackPage(name) { window.addEventListener("hide", () => Sentry.addBreadcrumb({ message: name })) } trackPage("x")`,
    ],
    [
      "what an effect records",
      `function useLogged(message) { useEffect(() => { Sentry.addBreadcrumb({ message }) }, []) } useLogged("x")`,
    ],
    [
      "what a timer records",
      `function logOften(message) { const tick = () => Sentry.addBreadcrumb({ message }); setInterval(tick, 1000) } logOften("x")`,
    ],
    ["a list of arguments", `function crumb(...args) { Sentry.addBreadcrumb(args) } crumb({})`],
    ["what another value decides on", `function crumb(a) { Sentry.addBreadcrumb({ level: a && "info" }) } crumb(1)`],
    ["a difference", `function crumb(a, b) { Sentry.addBreadcrumb({ message: a - b }) } crumb(2, 1)`],
    [
      "a payload that cannot be seen",
      `function crumb(message) { const { payload } = { message }, [other] = { message }, self = self;
         Sentry.addBreadcrumb(payload); Sentry.addBreadcrumb(other); Sentry.addBreadcrumb(self); Sentry.addBreadcrumb(none) } crumb("m")`,
      false,
      4,
    ],
    [
      "a second level",
      `function a(message) { Sentry.addBreadcrumb({ message }) } function b(c) { other(c) } b("m")`,
      true,
    ],
  ])("no: %s", (_, text, forwards = false, bodies = 1) => {
    const body = forwards ? BODY : "* Sentry.addBreadcrumb(0=breadcrumb)";
    expect(recordings(SDK + text, [], "tsx")).toEqual(Array.from({ length: bodies }, () => body));
  });

  it.each(["for (const send of this.to) send(level, m);", "this.to.forEach((send) => send(level, m));"])(
    "follows what a logger keeps in a list: %s",
    (loop) => {
      const text = `${SDK}const toSentry = (level, message) => { Sentry.addBreadcrumb({ message, level }); };
        const toConsole = (level, message) => console.log(level, message);
        class Log { to = []; add(one) { this.to.push(one); } info(m) { this.send("info", m); } send(level, m) { ${loop} } }
        const log = new Log(); log.add(toConsole); log.add(toSentry); log.info("m");`;
      expect(recordings(text)).toContain("log.info(0=message)");
    },
  );

  it.each([
    ["[toConsole, toSentry]", true],
    ["(function () { if (on) return [toSentry].filter(Boolean); return [toConsole]; })()", true],
    ["[...others, , toConsole]", false],
    ["listOf(toSentry)", false],
    ["TO", false],
  ])("follows what a list is written with that a logger is given item by item: %s", (list, isFound) => {
    const text = `${SDK}const toSentry = (level, message) => { Sentry.addBreadcrumb({ message, level }); };
      const toConsole = (level, message) => console.log(level, message);
      const TO = ${list};
      class Log { to = []; add(one) { this.to.push(one); } info(m) { this.transport("info", m); } transport(level, m) { keep(m); for (const send of this.to) send(level, m); } }
      const log = new Log(); for (const each of TO) log.add(each); log.info("m");`;
    expect(recordings(text).includes("log.info(0=message)")).toBe(isFound);
  });

  it.each([
    ["a list of the file", "const to = []; to.push(toSentry); for (const send of to) send('info', 'm');", true],
    [
      "another list of the file",
      "const to = [], others = []; others.push(toSentry); for (const send of to) send('info', 'm');",
      false,
    ],
    ["a list of nobody's", "to.push(toSentry); for (const send of to) send('info', 'm');", false],
    [
      "what a function without a name is given",
      "const to = []; (function (one) { to.push(one); })(toSentry); for (const send of to) send('info', 'm');",
      false,
    ],
    [
      "the items of another list",
      "const to = []; [toSentry].forEach((one) => to.push(one)); for (const send of to) send('info', 'm');",
      true,
    ],
    [
      "what a function that nobody calls is given",
      "const to = []; function add(one) { to.push(one); } for (const send of to) send('info', 'm');",
      false,
    ],
    [
      "what a call leaves out",
      "const to = []; function add(one) { to.push(one); } add(); for (const send of to) send('info', 'm');",
      false,
    ],
    [
      "what a function makes",
      "const to = []; to.push(() => toSentry); push(toSentry); for (const send of to) send('info', 'm');",
      false,
    ],
  ])("tells what a list holds: %s", (_, text, isKept) => {
    const sink = "const toSentry = (level, message) => { Sentry.addBreadcrumb({ message, level }); };";
    expect(recordings(`${SDK}${sink}\n${text}`).some((each) => each.startsWith("send("))).toBe(isKept);
  });

  it("sees a mention as the message where a function does nothing else", () => {
    const text = `${SDK}function left(room) { Sentry.addBreadcrumb({ message: "left " + room }) } left("hall")`;
    expect(recordings(text)).toEqual([BODY, "left(0=~message)"]);
  });

  it("finds them in Vue templates", () => {
    const text = `<script setup>${SDK}function crumb(message) { Sentry.addBreadcrumb({ message }) }</script>
      <template><a @click="crumb('m')" /></template>`;
    expect(recordings(text, [], "vue")).toEqual([BODY, "crumb(0=message)"]);
  });
});

describe("wrappers that functions of the file hand out", () => {
  const level = `const say = (level) => (message) => Sentry.addBreadcrumb({ level, message });`;
  const SAY = "say >(0=level)";
  const logger = `function createLogger(category) {
    return { info: (message) => Sentry.addBreadcrumb({ category, message }),
             warn(message, data) { console.warn(message); Sentry.addBreadcrumb({ category, message, data }); } };
  }`;
  it.each([
    ["by a constant", `${level} const info = say("info"); info("m");`, [SAY, "info(0=message, say.0=level)"]],
    ["at once", `${level} say("info")("m");`, [`say("info")(0=message, say.0=level)`, SAY]],
    [
      "as a member of an object",
      `${level} const log = { info: say("info"), other: say }; log.info("m"); log.other("n"); log.none("o");`,
      [SAY, "log.info(0=message, say.0=level)", "log.other >(0=level)"],
    ],
    [
      "in an object",
      `${logger} const log = createLogger("cart"); log.info("m"); log.warn("m", {}); createLogger("x").info("n");`,
      [
        BODY,
        "createLogger >(0=category)",
        "log.info(0=message, createLogger.0=category)",
        "log.warn(0=message, 1=data, createLogger.0=category)",
        `createLogger("x").info(0=message, createLogger.0=category)`,
        "createLogger >(0=category)",
      ],
    ],
    [
      "where one of two is handed out",
      `${level} const make = (quiet) => { if (quiet) return () => {}; return say("info") }; make()("m");`,
      [SAY, "make()(0=message, say.0=level)"],
    ],
    [
      "by useMemo",
      `const crumb = useMemo(() => (message) => Sentry.addBreadcrumb({ message }), []); crumb("m");`,
      ["crumb(0=message)"],
    ],
    [
      "with arguments bound to it",
      `function say(level, message) { Sentry.addBreadcrumb({ level, message }) } const info = say.bind(null, "info"); info("m");`,
      ["info(say.bind.1=level, 0=message)"],
    ],
    [
      "taken out of an object",
      `function useCrumb() { const crumb = useCallback((message) => Sentry.addBreadcrumb({ message }), []); return { crumb } }
       const { crumb } = useCrumb(); const { crumb: other } = useCrumb(); crumb("m"); other("n");`,
      ["crumb(0=message)", "other(0=message)"],
    ],
    [
      "by a function that a function hands out",
      `const make = (category) => (level) => (message) => Sentry.addBreadcrumb({ category, level, message });
       const cart = make("cart"); const info = cart("info"); info("m");`,
      ["make >(0=category)", "cart >(0=level)", "info(0=message, make.0=category, cart.0=level)"],
    ],
    [
      "that does more, by a function that is named for it",
      `const createLog = (level) => (message) => { send(message); Sentry.addBreadcrumb({ level, message }) };
       const info = createLog("info"); info("m");`,
      ["createLog >(0=level)", "info(0=message, createLog.0=level)"],
    ],
    [
      "with a breadcrumb to start from",
      `const from = (base) => (message) => Sentry.addBreadcrumb({ ...base, message }); from({ level: "info" })("m");`,
      [`from({ level: "info" })(0=message, from.0=...breadcrumb-message)`, "from >(0=...breadcrumb-message)"],
    ],
    [
      "of several signatures",
      `function say(message: string): void; function say(message: number): void;
       function say(message) { Sentry.addBreadcrumb({ message }) } say("m")`,
      ["say(0=message)"],
    ],
    [
      "that another wrapper calls",
      `${level} const info = say("info"); function logSaved(message) { info(message) } logSaved("m");`,
      [SAY, "info >(0=message, say.0=level)", "logSaved(0=message)"],
    ],
  ])("yes: %s", (_, text, found) => {
    expect(recordings(SDK + text)).toEqual([BODY, ...found]);
  });

  it.each([
    ["what is called elsewhere", `${level} const info = say("info"); register(info);`],
    ["a name that is given another", `${level} let info = say("info"); info = other; info("m");`],
    [
      "what hands out itself",
      `${level} say("info"); const make = () => make(); make()("m"); const a = b, b = a; a("m");`,
    ],
    [
      "what only looks like it",
      `${level} say("info"); debounce()("m"); say\`info\`("m"); function* all() { yield say } all()("m"); useMemo()("m");`,
    ],
    [
      "a member that is no function",
      `${level} const log = { info: say("info"), size: 3 }; log.size("m"); log[key]("m"); log.none("m");`,
    ],
  ])("no: %s", (_, text) => {
    expect(recordings(SDK + text)).toEqual([BODY, SAY]);
  });

  it("has what a function is given said by what it hands out, be that given but data", () => {
    const text = `const track = (message) => (data) => Sentry.addBreadcrumb({ message, data }); track("m")({});`;
    expect(recordings(SDK + text)).toEqual([BODY, `track("m")(0=data, track.0=message)`, "track >(0=message)"]);
  });
});

describe("what a wrapper takes out of a parameter", () => {
  it("leaves the rest as data", () => {
    const text = `const log = { info: (message, { category, ...data } = {}) => Sentry.addBreadcrumb({ message, category, data }) };
      log.info("m", { category: "c" });`;
    expect(recordings(SDK + text)).toEqual([BODY, "log.info(0=message, 1.category=category, 1=data-category)"]);
  });

  it.each([
    `const log = (message, { ...data }) => { data = 1; Sentry.addBreadcrumb({ message, data }) };`,
    `function log(message) { Sentry.addBreadcrumb({ message, data: arguments }) }`,
    `function log(...[message, { list: [...data] }]) { Sentry.addBreadcrumb({ message, data }) }`,
    `function log(message, ...data) { Sentry.addBreadcrumb({ message, data: data.all }) }`,
    `function log(message, { data, ...rest }) { Sentry.addBreadcrumb({ message, data: rest.data }) }`,
    `function log(message, { [key]: data }) { Sentry.addBreadcrumb({ message, data }) }`,
    `function log(message, ...[{ [key]: data }]) { Sentry.addBreadcrumb({ message, data }) }`,
    `const log = (message) => { const { ...data } = context; Sentry.addBreadcrumb({ message, data }) };`,
  ])("does not follow: %s", (text) => {
    expect(recordings(`${SDK}${text} log("m", {});`)).toEqual([BODY, "log(0=message)"]);
  });
});

describe("wrappers of wrappers", () => {
  it.each([
    [
      "a method that calls another",
      `class Log { info(message) { this.write("info", message); } write(level, message) { Sentry.addBreadcrumb({ level, message }); } }
       const log = new Log();`,
      [`this.write >(0=level, 1=message)`, BODY],
    ],
    [
      "a property that is handed on",
      `function note(entry) { Sentry.addBreadcrumb({ message: entry.text }); }
       function logNote(text) { note({ text }); }
       function pass(entry) { note(entry); }
       function deep(event) { note(event.entry); }
       logNote("m");`,
      [...times(3, `note >(0.text=message)`), `logNote(0=message)`, BODY],
    ],
    [
      "all that it is given",
      `function note(at, message) { Sentry.addBreadcrumb({ timestamp: at, message }); }
       function pass(...all) { note(...all); }
       pass(1, "m");`,
      [BODY, `note >(0=timestamp, 1=message)`, `pass(0=timestamp, 1=message)`],
    ],
    [
      "a copy of a parameter, and items of a list",
      `function note(entry) { Sentry.addBreadcrumb({ message: entry.text }); }
       function pass(entry) { note({ ...entry }); }
       function logItem(list) { Sentry.addBreadcrumb({ message: list[1] }); }
       function passItem(a, b) { logItem([a, b]); }
       function passOne(a) { logItem([a]); }
       pass({ text: "m" }); passItem("a", "m"); passOne("a");`,
      [
        ...times(2, BODY),
        `note >(0.text=message)`,
        `logItem >(0.1=message)`,
        `logItem(0.1=message)`,
        `pass(0.text=message)`,
        `passItem(1=message)`,
      ],
    ],
    [
      "a parameter, and what is left of two properties",
      `function note(message, at) { Sentry.addBreadcrumb({ message, timestamp: at }); }
       function pass(text) { note(text); }
       pass("m");`,
      [BODY, `note >(0=message, 1=timestamp)`, `pass(0=message)`],
    ],
    [
      "a property of a parameter or a literal",
      `function note(entry) { Sentry.addBreadcrumb({ message: entry.text }); }
       function pass(entry) { note(entry); }
       function deep(event) { note(event.entry); }
       function last(text, level) { note({ level, text, other: level }); }
       function first(text, more) { note({ text, ...more }); }
       function made(text) { note(make(text)); }
       pass({}); deep({}); last("m"); first("m"); made("m");`,
      [
        BODY,
        ...times(4, `note >(0.text=message)`),
        ...[
          `deep(0.entry.text=message)`,
          `note(0.text=message)`,
          `first(0=message)`,
          `last(0=message)`,
          `pass(0.text=message)`,
        ],
      ],
    ],
    [
      "a record that is a property",
      `function note({ entry }) { Sentry.addBreadcrumb(entry); }
       function pass(event) { note(event); }
       function make(message) { note({ entry: { message } }); }
       pass({}); make("m");`,
      [BODY, ...times(2, `note >(0.entry=breadcrumb)`), `make(0=message)`, `pass(0.entry=breadcrumb)`],
    ],
    [
      "fields that the innermost sets",
      `function note(entry) { Sentry.addBreadcrumb({ ...entry, level: "info" }); }
       function pass(entry) { note(entry); }
       function all(...entries) { note(...entries); }
       function make(message, level) { note({ message, level }); }
       pass({}); all({}); make("m", "error");`,
      [
        BODY,
        ...times(3, `note >(0=...breadcrumb-level)`),
        ...[`all(0=...breadcrumb-level)`, `pass(0=...breadcrumb-level)`, `make(0=message)`],
      ],
    ],
    [
      "functions that do more, and are named for telling",
      `function note(entry) { Sentry.addBreadcrumb({ message: entry.message, category: entry.topic }); }
       function report(entry) { prepare(); note(entry); }
       function plain(topic) { Sentry.addBreadcrumb({ category: topic.name }); }
       function trackTopic(topic) { prepare(); plain(topic); }
       function whole({ entry }) { Sentry.addBreadcrumb(entry); }
       function logWhole(event) { prepare(); whole(event); }
       report({}); trackTopic({}); logWhole({});`,
      [
        ...[BODY, BODY, BODY, `note >(0.message=message, 0.topic=category)`, `plain(0.name=category)`],
        ...[`report(0.message=message, 0.topic=category)`, `whole >(0.entry=breadcrumb)`],
        `logWhole(0.entry=breadcrumb)`,
      ],
    ],
    [
      "functions that do more than tell of it are none",
      `function log(message) { Sentry.addBreadcrumb({ message }); }
       function load(path) { log(path); return fetch(path); }
       load("/");`,
      [`log(0=message)`, BODY],
    ],
  ])("%s", (_, text, expected) => {
    expect([...recordings(SDK + text)].sort()).toEqual([...expected].sort());
  });
});

describe("what a function that mentions its argument in one branch may return", () => {
  const AROUND = `import { limits, LIMIT } from "./limits";
    enum Status { Unknown, Known }
    const MAX = 3, NONE = undefined, DONE = true;
    let last;`;

  function isWrapper(body: string): boolean {
    const tally = `function tally(raw, given, { part, run }) {
      if (raw !== "a") Sentry.addBreadcrumb({ message: \`Odd: \${raw}\` });
      ${body} }`;
    return recordings(`${SDK}${AROUND}${tally} tally("x");`).length === 2;
  }

  it.each([
    "",
    "return;",
    "return undefined;",
    "return void 0;",
    "return null;",
    "return NONE;",
    "return undefined as Status;",
    "return true;",
    "return DONE;",
    "let isOdd = false; if (given) isOdd = true; return isOdd;",
    "return this;",
    "return given;",
    "return part!;",
    "const own = given; return own;",
    "const text = `Odd: ${raw.name}`; return text;",
    "return Sentry.captureMessage(raw);",
    "const id = Sentry.captureMessage(raw); return id;",
    "let id; id = Sentry.captureMessage(raw); return id;",
    "return Sentry;",
    "return console.warn(raw);",
    "return tally;",
    "return Promise.resolve();",
    "return Promise.resolve(given);",
    "return await Promise.resolve(undefined);",
    "return given.isOn && Sentry.captureMessage(raw);",
    "return given.isOff || Sentry.captureMessage(raw);",
    "return given.isOn ? Sentry.captureMessage(raw) : undefined;",
  ])("nothing that its callers need: %s", (body) => {
    expect(isWrapper(body)).toBe(true);
  });

  it.each([
    "return Status.Unknown;",
    "return Status.Unknown as Other;",
    "return Status?.Unknown;",
    "return limits.most;",
    "return given.name;",
    "return this.name;",
    "return MAX;",
    "return LIMIT;",
    "return last;",
    "return NaN;",
    "return 3;",
    "return -1;",
    `return "unknown";`,
    "return /a/u;",
    "return [given];",
    "return { given };",
    "return new Map();",
    "return given + 1;",
    "return get(raw);",
    "return run();",
    "return Promise.resolve(Status.Unknown);",
    "return await get(raw);",
    "return given ? Status.Known : undefined;",
    "return given ?? Status.Known;",
    "return given.status || Status.Known;",
    "return given && Status.Known;",
    "const own = Status.Known; return own;",
    "let own; if (given) own = Status.Known; else own = Status.Unknown; return own;",
    "switch (raw) { case 'a': return Status.Known; default: return undefined; }",
    "try { return Status.Known; } catch { return; }",
  ])("a value that they call it for: %s", (body) => {
    expect(isWrapper(body)).toBe(false);
  });
});
