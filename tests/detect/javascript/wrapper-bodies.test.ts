import { describe, expect, it } from "vitest";
import { detect } from "../../support/detect.ts";
import { reportsIn } from "../../support/reports.ts";

const SDK = `import * as Sentry from "@sentry/node";`;

/** A crumb with a level that is given, or with data. */
const LEVEL = `Sentry.addBreadcrumb({ category: "cart", message: "m", level });`;
const data = (written: string): string => `Sentry.addBreadcrumb({ message, data: ${written} });`;

/**
 * The name of a form, the wrapper, and its call; then what the arguments of the call become, and what is reported in the
 * call: a level that Sentry does not know, or an address.
 */
type Row = [name: string, wrapper: string, call: string, becomes: readonly unknown[], reported?: string];

const LEVELS: readonly Row[] = [
  ["as it is", `function track(level) { ${LEVEL} }`, `track("warn")`, ["level"]],
  ["a copy", `function track(given) { const level = given; ${LEVEL} }`, `track("warn")`, ["level"]],
  ["??", `function track(l) { const level = l ?? "info"; ${LEVEL} }`, `track("warn")`, ["level"]],
  ["||", `function track(l) { const level = l || "info"; ${LEVEL} }`, `track("warn")`, ["level"]],
  ["a conditional", `function track(l) { const level = l ? l : "info"; ${LEVEL} }`, `track("warn")`, ["level"]],
  ["a default", `function track(level = "info") { ${LEVEL} }`, `track("warn")`, ["level"]],
  ["a default by if", `function track(level) { if (!level) level = "info"; ${LEVEL} }`, `track("warn")`, ["level"]],
  ["??=", `function track(level) { level ??= "info"; ${LEVEL} }`, `track("warn")`, ["level"]],
  [
    "a record in a variable",
    `function track(level) { const crumb = { message: "m", level }; Sentry.addBreadcrumb(crumb); }`,
    `track("warn")`,
    ["level"],
  ],
  [
    "a record that is built up",
    `function track(level) { const crumb = { message: "m" }; crumb.level = level; Sentry.addBreadcrumb(crumb); }`,
    `track("warn")`,
    ["level"],
  ],
  [
    "a record that is built up by if",
    `function track(level) { const crumb = { message: "m" }; if (level) crumb.level = level; Sentry.addBreadcrumb(crumb); }`,
    `track("warn")`,
    ["level"],
  ],
  [
    "a spread under a condition",
    `function track(level) { Sentry.addBreadcrumb({ message: "m", ...(level && { level }) }); }`,
    `track("warn")`,
    ["level"],
  ],
  [
    "a helper that makes the record",
    `function make(level) { return { message: "m", level }; } function track(level) { Sentry.addBreadcrumb(make(level)); }`,
    `track("warn")`,
    ["level"],
  ],
  ["a function in it", `function track(level) { const go = () => { ${LEVEL} }; go(); }`, `track("warn")`, ["level"]],
  [
    "a property",
    `function track(o) { Sentry.addBreadcrumb({ message: "m", level: o.level }); }`,
    `track({ level: "warn" })`,
    [{ level: "level" }],
  ],
  [
    "taken apart in the body",
    `function track(o) { const { level } = o; ${LEVEL} }`,
    `track({ level: "warn" })`,
    [{ level: "level" }],
  ],
  [
    "nested options",
    `function track({ meta: { level } }) { ${LEVEL} }`,
    `track({ meta: { level: "warn" } })`,
    [{ meta: { level: "level" } }],
  ],
  [
    "an item of the rest",
    `function track(name, ...rest) { const [level] = rest; ${LEVEL} }`,
    `track(1, "warn")`,
    ["_", "level"],
  ],
  ["a rest that is taken apart", `function track(...[level]) { ${LEVEL} }`, `track("warn")`, ["level"]],
  [
    "a key of a rest that is taken apart",
    `function track(...[{ level }]) { ${LEVEL} }`,
    `track({ level: "warn" })`,
    [{ level: "level" }],
  ],
  [
    "a function that yields it",
    `function track(given) { const get = () => given; const level = get(); ${LEVEL} }`,
    `track("warn")`,
    ["level"],
  ],
  ["arguments", `function track() { const level = arguments[1]; ${LEVEL} }`, `track(1, "warn")`, ["_", "level"]],
  ["TypeScript's this", `function track(this: void, level: any) { ${LEVEL} }`, `track("warn")`, ["level"]],
  [
    "this and a property",
    `function track(this: void, { level }: any) { ${LEVEL} }`,
    `track({ level: "warn" })`,
    [{ level: "level" }],
  ],
  ["a static method", `class T { static track(level) { ${LEVEL} } }`, `T.track("warn")`, ["level"]],
  [
    "an inherited method",
    `class A { track(level) { ${LEVEL} } } class B extends A {}`,
    `new B().track("warn")`,
    ["level"],
  ],
  ["a new instance", `class T { track(level) { ${LEVEL} } }`, `new T().track("warn")`, ["level"]],
  ["a private method", `class T { #track(level) { ${LEVEL} } run() {`, `this.#track("warn") } }`, ["level"]],
  [
    "a class held in a field",
    `class T { track(level) { ${LEVEL} } } class App { #log = new T(); run() {`,
    `this.#log.track("warn") } }`,
    ["level"],
  ],
  [
    "a singleton",
    `class T { static #one; static get() { return (T.#one ??= new T()); } track(level) { ${LEVEL} } }`,
    `T.get().track("warn")`,
    ["level"],
  ],
  [
    "a parameter of the class",
    `class T { track(level: any) { ${LEVEL} } } function run(log: T) {`,
    `log.track("warn") }`,
    ["level"],
  ],
  [
    "a member of a member",
    `const log = { crumbs: { track(level) { ${LEVEL} } } };`,
    `log.crumbs.track("warn")`,
    ["level"],
  ],
  ["bind", `function track(level) { ${LEVEL} } const bound = track.bind(null);`, `bound("warn")`, ["level"]],
  [
    "bind with an argument",
    `function track(category, level) { ${LEVEL} } const bound = track.bind(null, "cart");`,
    `bound("warn")`,
    ["level"],
  ],
  [
    "a function that says first what is bound",
    `function track(level, message) { Sentry.addBreadcrumb({ level, message }); } const note = track.bind(null, level);`,
    `track("warn", "m")`,
    ["level", "message"],
  ],
  ["call", `function track(level) { ${LEVEL} }`, `track.call(null, "warn")`, ["_", "level"]],
  ["apply", `function track(level) { ${LEVEL} }`, `track.apply(null, ["warn"])`, ["_", { 0: "level" }]],
  ["debounce", `const track = debounce((level) => { ${LEVEL} }, 10);`, `track("warn")`, ["level"]],
  ["throttle of a library", `const track = _.throttle((level) => { ${LEVEL} }, 10);`, `track("warn")`, ["level"]],
  ["useCallback", `const track = useCallback((level) => { ${LEVEL} }, []);`, `track("warn")`, ["level"]],
  [
    "curried",
    `const track = (category) => (level) => { Sentry.addBreadcrumb({ category, level }); };`,
    `track("cart")("warn")`,
    ["level"],
  ],
  [
    "what a hook hands out",
    `function useCrumb() { const crumb = useCallback((level) => { ${LEVEL} }, []); return { crumb }; } const { crumb } = useCrumb();`,
    `crumb("warn")`,
    ["level"],
  ],
  ["one of two", `function track(level) { ${LEVEL} } const log = other ?? track;`, `log("warn")`, ["level"]],
];

const MAIL = `{ email: user.email }`;
const DATA: readonly Row[] = [
  ["as it is", `function log(message, d) { ${data("d")} }`, `log("m", ${MAIL})`, ["message", "data"]],
  ["a copy", `function log(message, d) { ${data("{ ...d }")} }`, `log("m", ${MAIL})`, ["message", "data"]],
  [
    "with more",
    `function log(message, d) { ${data("{ ...d, at: 1 }")} }`,
    `log("m", ${MAIL})`,
    ["message", { at: "_", "...": "data" }],
  ],
  [
    "Object.assign",
    `function log(message, d) { ${data("Object.assign({}, d)")} }`,
    `log("m", ${MAIL})`,
    ["message", "data"],
  ],
  [
    "where it is given",
    `function log(message, d) { ${data("d && { ...d }")} }`,
    `log("m", ${MAIL})`,
    ["message", "data"],
  ],
  [
    "a conditional",
    `function log(message, d) { ${data("d ? { ...d } : undefined")} }`,
    `log("m", ${MAIL})`,
    ["message", "data"],
  ],
  ["a default", `function log(message, d) { ${data("d ?? {}")} }`, `log("m", ${MAIL})`, ["message", "data"]],
  [
    "two of which one is not seen",
    `function log(message, d, e) { ${data("{ ...d, ...e }")} }`,
    `log("m", given, ${MAIL})`,
    ["message", "data", "data"],
  ],
  [
    "two below one key",
    `function log(message, d, e) { ${data("{ all: { ...d, ...e } }")} }`,
    `log("m", given, ${MAIL})`,
    ["message", "data.all", "data.all"],
  ],
  [
    "below a key",
    `function log(message, d) { ${data("{ payload: d }")} }`,
    `log("m", ${MAIL})`,
    ["message", "data.payload"],
  ],
  [
    "below two keys",
    `function log(message, d) { ${data("{ a: { b: d } }")} }`,
    `log("m", ${MAIL})`,
    ["message", "data.a.b"],
  ],
  [
    "as JSON",
    `function log(message, d) { ${data("{ json: JSON.stringify(d) }")} }`,
    `log("m", ${MAIL})`,
    ["message", "data.json"],
  ],
  [
    "several keys",
    `function log(message, n, s) { ${data("{ n, s }")} }`,
    `log("x", 1, user.email)`,
    ["message", "data.n", "data.s"],
    "user.email",
  ],
  [
    "with more under a name that is not known",
    `function log(message, d) { ${data("{ ...d, [key]: 1 }")} }`,
    `log("m", ${MAIL})`,
    ["message", "data"],
  ],
  [
    "what is left of an object of a rest",
    `function log(...[message, { at, ...d }]) { ${data("d")} }`,
    `log("m", ${MAIL})`,
    ["message", { at: "_", "...": "data" }],
  ],
  [
    "without what is named elsewhere",
    `function log(message, d) { ${data('omit(d, ["at", key])')} }`,
    `log("m", ${MAIL})`,
    ["message", { at: "_", "...": "data" }],
  ],
  [
    "a rest that is given as a list",
    `function log(message, ...d) { ${data("{ d }")} }`,
    `log.apply(null, ["m", user.email])`,
    ["_", { 0: "message", "...": "data.d" }],
    "user.email",
  ],
  [
    "what is left of an object",
    `const log = ({ category, data, message }) => Sentry.addBreadcrumb({ category, message, data: { ...data, app } });`,
    `log({ message: "m", data: ${MAIL} })`,
    [{ category: "category", message: "message", data: { app: "_", "...": "data" } }],
  ],
  [
    "all arguments, as a list",
    `function log(message, ...d) { ${data("{ d }")} }`,
    `log("m", user.email)`,
    ["message", "data.d"],
    "user.email",
  ],
  [
    "a message after the application",
    `function log(m) { Sentry.addBreadcrumb({ message: "[app] " + m }); }`,
    `log(user.email)`,
    ["message"],
    "user.email",
  ],
  [
    "a message put into a constant first",
    `function log(m) { const text = \`[app] \${m}\`; Sentry.addBreadcrumb({ message: text }); }`,
    `log(user.email)`,
    ["message"],
    "user.email",
  ],
  [
    "several parameters in a message",
    `function log(a, b) { Sentry.addBreadcrumb({ message: a + ": " + b }); }`,
    `log(user.email, "saved")`,
    ["message", "message"],
    "user.email",
  ],
  [
    "joined arguments",
    `function log(...parts) { Sentry.addBreadcrumb({ message: parts.join(" ") }); }`,
    `log("saved", user.email)`,
    ["message", "_"],
    "user.email",
  ],
  [
    "a scrubbed message beside data",
    `const logger = { warn(message, context) { console.warn(message); Sentry.addBreadcrumb({ message: scrub(message), data: context }); } };`,
    `logger.warn("m", ${MAIL})`,
    ["_", "data"],
  ],
];

/** Data alone makes a wrapper where nothing else is done. */
const ONLY_DATA: readonly Row[] = [
  ["at once", `const log = (d) => Sentry.addBreadcrumb({ message: "m", data: d });`, `log(${MAIL})`, ["data"]],
  [
    "beside the console",
    `function log(d) { const at = now(); console.info(d); Sentry.addBreadcrumb({ message: "m", data: d }); }`,
    `log(${MAIL})`,
    ["data"],
  ],
  [
    "beside a function that prints",
    `function keep(d) { this.printToConsole(d); Sentry.addBreadcrumb({ message: "m", data: d }); }`,
    `keep(${MAIL})`,
    ["data"],
  ],
  [
    "by the function's name",
    `function addCrumb(d) { save(d); Sentry.addBreadcrumb({ message: "m", data: d }); }`,
    `addCrumb(${MAIL})`,
    ["data"],
  ],
  [
    "in a callback of the SDK",
    `function log(d) { if (on) Sentry.withScope((scope) => { scope.addBreadcrumb({ message: "m", data: { ...d } }); }); }`,
    `log(${MAIL})`,
    ["data"],
  ],
];

const SCRUBBED: readonly Row[] = [
  ["data", `function log(message, d) { ${data("redact(d)")} }`, `log("m", ${MAIL})`, ["message", "_"]],
  ["merged data", `function log(message, d) { ${data("merge(base, d)")} }`, `log("m", ${MAIL})`, ["message", "_"]],
  [
    "JSON of a choice",
    `function log(message, d) { ${data('{ json: JSON.stringify(d, ["id"]) }')} }`,
    `log("m", ${MAIL})`,
    ["message", "_"],
  ],
  [
    "a part that is empty",
    `function log(message, d) { ${data('{ text: "x" + d }')} }`,
    `log("m", "")`,
    ["message", "data.text"],
  ],
  [
    "an address that is taken out",
    `function log(message, { email, ...d }) { ${data("d")} }`,
    `log("m", ${MAIL})`,
    ["message", { email: "_", "...": "data" }],
  ],
];

function read(wrapper: string, call: string) {
  const lines = [SDK, wrapper, call].join("\n");
  const { breadcrumbs } = detect(lines);
  const last = breadcrumbs.find(({ range }) => breadcrumbs.every((other) => other.range[1] <= range[1]));
  const becomes = last?.arguments.map((argument) => argument.becomes);
  const reported = reportsIn(lines).map(({ line, source }) => [line, source]);
  return { becomes, reported };
}

describe("the call of a wrapper is the breadcrumb of its body", () => {
  it.each<Row>(LEVELS)("a level: %s", (_, wrapper, call, becomes) => {
    expect(read(wrapper, call)).toEqual({ becomes, reported: [[3, `"warn"`]] });
  });

  it.each<Row>([...DATA, ...ONLY_DATA])(
    "data and messages: %s",
    (_, wrapper, call, becomes, reported = "user.email") => {
      expect(read(wrapper, call)).toEqual({ becomes, reported: [[3, reported]] });
    },
  );

  it.each<Row>(SCRUBBED)("nothing of what is scrubbed: %s", (_, wrapper, call, becomes) => {
    expect(read(wrapper, call)).toEqual({ becomes, reported: [] });
  });

  it("gives each of several parts of a message to the rules", () => {
    const { breadcrumbs } = detect(`${SDK} function log(a, b) { Sentry.addBreadcrumb({ message: a + ": " + b }) }
      log(one, \`Saved \${two}\`);`);
    expect(breadcrumbs.at(-1)?.message?.value).toMatchObject({
      kind: "choice",
      branches: [{ source: "`Saved ${two}`" }, { source: "one" }],
    });
  });

  it("reports nothing twice of what a body writes itself", () => {
    const text = `function log(message, token) { Sentry.addBreadcrumb({ message, level: "warn", data: { token } }); }`;
    expect(read(text, `log("m", 1)`).reported.every(([line]) => line === 2)).toBe(true);
  });
});
