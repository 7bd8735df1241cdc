import { describe, expect, it } from "vitest";
import { alternatives, type BreadcrumbFile, type Value } from "../../../src/breadcrumb/index.ts";
import { detect } from "../../support/detect.ts";

/** Ways to write an expression: what declares something that stands for it, and what then is written in its place. */
const INDIRECTIONS: Readonly<Record<string, (expression: string) => readonly [declared: string, used: string]>> = {
  "the expression itself": (x) => ["", x],
  "a constant": (x) => [`const v = ${x};`, "v"],
  "a variable that is written later": (x) => [`let v; v = ${x};`, "v"],
  "a destructured member": (x) => [`const { v } = { v: ${x} };`, "v"],
  "a renamed member": (x) => [`const { a: v } = { a: ${x} };`, "v"],
  "a member of a literal": (x) => [`const o = { v: ${x} };`, "o.v"],
  "a member of a member": (x) => [`const o = { p: { v: ${x} } };`, "o.p.v"],
  "a destructured item": (x) => [`const [v] = [${x}];`, "v"],
  "an item": (x) => [`const l = [${x}];`, "l[0]"],
  "a function": (x) => [`function get() { return ${x}; }`, "get()"],
  "an arrow function": (x) => [`const get = () => (${x});`, "get()"],
  "a method of a literal": (x) => [`const o = { get() { return ${x}; } };`, "o.get()"],
  "a function that is called at once": (x) => ["", `(() => (${x}))()`],
  "a conditional": (x) => [`const v = cond ? (${x}) : (${x});`, "v"],
  "a default of what is missing": (x) => [`const v = other ?? (${x});`, "v"],
  "an assertion": (x) => [`const v = ((${x}) as any)!;`, "v"],
  "a frozen object": (x) => [`const o = Object.freeze({ v: ${x} });`, "o.v"],
  "an object as const": (x) => [`const o = { v: ${x} } as const;`, "o.v"],
  "an object with a spread": (x) => [`const b = { v: ${x} }; const o = { ...b };`, "o.v"],
  "a default in a pattern": (x) => [`const { v = ${x} } = options;`, "v"],
  "a static field": (x) => [`class K { static v = ${x}; }`, "K.v"],
  "a sequence": (x) => [`const v = (0, ${x});`, "v"],
  "a promise": (x) => [`const v = await (${x});`, "v"],
  "a getter": (x) => [`const o = { get v() { return ${x}; } };`, "o.v"],
  "an assigned object": (x) => [`const o = Object.assign({}, { v: ${x} });`, "o.v"],
  "an assigned member": (x) => [`const o: any = {}; o.v = ${x};`, "o.v"],
  branches: (x) => [`let v; if (cond) v = ${x}; else v = ${x};`, "v"],
};

/** The same, where a class or a function around the use declares it. */
const AROUND: Readonly<Record<string, (expression: string, use: (used: string) => string) => string>> = {
  "a parameter's default": (x, use) => `export function run(v: any = ${x}) { ${use("v")} }`,
  "a field": (x, use) => `export class K { private readonly v = ${x}; run(user: any) { ${use("this.v")} } }`,
  "a field without a type": (x, use) => `export class K { #v = ${x}; run(user: any) { ${use("this.#v")} } }`,
};

interface Role {
  readonly expression: string;
  readonly use: (used: string) => string;
  readonly isSeen: (file: BreadcrumbFile) => boolean;
  /** Indirections with which it cannot be told, and why. */
  readonly except?: Readonly<Record<string, string>>;
}

const CRUMB = `{ category: "cart", message: "saved", level: "warn" }`;

const texts = (value: Value | undefined): readonly string[] =>
  value === undefined ? [] : alternatives(value).flatMap(({ is }) => (is.kind === "text" ? [is.text] : []));

const isRecorded = ({ breadcrumbs }: BreadcrumbFile): boolean =>
  breadcrumbs.some(({ level }) => texts(level?.value).includes("warn"));

const isHooked = ({ hooks }: BreadcrumbFile): boolean => hooks.length > 0;

const OTHER_LIST = "the other list may be long";

const ROLES: Readonly<Record<string, Role>> = {
  "a level": {
    expression: `"warn"`,
    use: (v) => `Sentry.addBreadcrumb({ message: "saved", level: ${v} });`,
    isSeen: isRecorded,
  },
  "a breadcrumb": {
    expression: CRUMB,
    use: (v) => `Sentry.addBreadcrumb(${v});`,
    isSeen: isRecorded,
  },
  "the data": {
    expression: `{ email: user.email }`,
    use: (v) => `Sentry.addBreadcrumb({ message: "saved", data: ${v} });`,
    isSeen: ({ breadcrumbs: [crumb] }) =>
      crumb?.data !== undefined &&
      alternatives(crumb.data.value).some(({ is }) => is.kind === "record" && is.fields[0]?.name === "email"),
  },
  "a timestamp": {
    expression: `Date.now()`,
    use: (v) => `Sentry.addBreadcrumb({ message: "saved", timestamp: ${v} });`,
    isSeen: ({ breadcrumbs: [crumb] }) =>
      crumb?.timestamp !== undefined &&
      alternatives(crumb.timestamp.value).some(({ is }) => is.clock === "milliseconds"),
  },
  "the SDK": {
    expression: `Sentry`,
    use: (v) => `(${v}).addBreadcrumb(${CRUMB});`,
    isSeen: isRecorded,
  },
  "a function of the SDK": {
    expression: `Sentry.addBreadcrumb`,
    use: (v) => `(${v})(${CRUMB});`,
    isSeen: isRecorded,
  },
  "a scope": {
    expression: `Sentry.getCurrentScope()`,
    use: (v) => `(${v}).addBreadcrumb(${CRUMB});`,
    isSeen: isRecorded,
  },
  "a wrapper": {
    expression: `(crumb: any) => Sentry.addBreadcrumb(crumb)`,
    use: (v) => `(${v})(${CRUMB});`,
    isSeen: isRecorded,
  },
  "a hook": {
    expression: `(crumb: any) => { crumb.message; }`,
    use: (v) => `Sentry.init({ beforeBreadcrumb: ${v} });`,
    isSeen: isHooked,
  },
  "the options of init": {
    expression: `{ maxBreadcrumbs: 1, beforeBreadcrumb: (crumb: any) => { crumb.message; } }`,
    use: (v) => `Sentry.init(${v});`,
    isSeen: (file) =>
      isHooked(file) &&
      file.setups.some(
        ({ options }) =>
          options !== undefined &&
          alternatives(options).some(({ is }) => is.kind === "record" && is.fields[0]?.name === "maxBreadcrumbs"),
      ),
  },
  "a capture": {
    expression: `Sentry.captureException`,
    use: (v) => `(${v})(error); Sentry.addBreadcrumb(${CRUMB});`,
    isSeen: ({ breadcrumbs: [crumb] }) => crumb?.place.captureBefore !== undefined,
  },
  "a list of a loop": {
    expression: `[1, 2, 3]`,
    use: (v) => `for (const each of ${v}) Sentry.addBreadcrumb(${CRUMB});`,
    isSeen: ({ breadcrumbs: [crumb] }) => crumb !== undefined && crumb.place.repetition === undefined,
    except: {
      "a default of what is missing": OTHER_LIST,
      "a default in a pattern": OTHER_LIST,
      "a parameter's default": OTHER_LIST,
    },
  },
};

const HEAD = `import * as Sentry from "@sentry/node";
  declare const cond: boolean, other: any, options: any, error: any;\n`;

const CELLS = Object.entries(ROLES).flatMap(([role, { expression, use, isSeen, except = {} }]) => [
  ...Object.entries(INDIRECTIONS).map(([way, write]) => {
    const [declared, used] = write(expression);
    const code = `${HEAD}export async function run(user: any) {\n${declared}\n${use(used)}\n}`;
    return { role, way, code, isSeen, isTold: except[way] === undefined };
  }),
  ...Object.entries(AROUND).map(([way, write]) => {
    const code = HEAD + write(expression, (used) => use(used));
    return { role, way, code, isSeen, isTold: except[way] === undefined };
  }),
]);

describe("what an expression stands for, whatever it is for", () => {
  it.each(CELLS)("$role by $way", ({ code, isSeen, isTold }) => {
    expect(isSeen(detect(code))).toBe(isTold);
  });
});

describe("what records a breadcrumb of the SDK", () => {
  const mock = `{ addBreadcrumb(crumb: any) { console.log(crumb); } }`;
  const other = `{ addBreadcrumb(crumb: any) { kept.push(crumb); } }`;

  it.each<[way: string, code: string]>([
    ["a map", `const m = new Map([["s", Sentry]]); m.get("s")!.addBreadcrumb(${CRUMB})`],
    ["an item by its place", `const l = [Sentry]; l.at(0)!.addBreadcrumb(${CRUMB})`],
    ["an object made of entries", `const o = Object.fromEntries([["s", Sentry]]); o.s.addBreadcrumb(${CRUMB})`],
    [
      "a closure",
      `const makeLog = () => { const add = Sentry.addBreadcrumb; return { add }; };
      const { add } = makeLog(); add(${CRUMB})`,
    ],
    ["a function of a function", `const load = () => Sentry; const get = () => load(); get().addBreadcrumb(${CRUMB})`],
    [
      "a field set in another method",
      `class A { s: any; load() { this.s = Sentry } m() { this.s.addBreadcrumb(${CRUMB}) } }`,
    ],
    [
      "a field that is null first",
      `class A { s: any = null; load() { this.s = Sentry } m() { this.s.addBreadcrumb(${CRUMB}) } }`,
    ],
    [
      "a field that is loaded",
      `class A { s: any; async load() { this.s = await import("@sentry/angular") } m() { this.s.addBreadcrumb(${CRUMB}) } }`,
    ],
    [
      "a field with the window's",
      `class A { s: any; load() { this.s = (window as any).Sentry } m() { this.s.addBreadcrumb(${CRUMB}) } }`,
    ],
    ["a getter of a class", `class A { get s() { return Sentry } m() { this.s.addBreadcrumb(${CRUMB}) } }`],
    ["the field of an instance", `class A { s = Sentry } const a = new A(); a.s.addBreadcrumb(${CRUMB})`],
    ["an inherited field", `class A { s = Sentry } class B extends A { m() { this.s.addBreadcrumb(${CRUMB}) } }`],
    [
      "the SDK or a mock",
      `let S: any; if (dev) S = ${mock}; else S = { ...Sentry, init: Sentry.init }; S.addBreadcrumb(${CRUMB})`,
    ],
    ["the SDK or nothing", `const S = dev ? null : Sentry; S?.addBreadcrumb(${CRUMB})`],
    ["the SDK or what is imported", `import { x } from "./x"; const S = x ?? Sentry; S.addBreadcrumb(${CRUMB})`],
    ["the SDK or a parameter", `function f(s: any) { const S = s ?? Sentry; S.addBreadcrumb(${CRUMB}) }`],
    [
      "an object with its function",
      `const monitoring = { addBreadcrumb: Sentry.addBreadcrumb }; monitoring.addBreadcrumb(${CRUMB})`,
    ],
    ["an exported pattern", `export const { addBreadcrumb } = Sentry; addBreadcrumb(${CRUMB})`],
    ["bind", `const add = Sentry.addBreadcrumb.bind(Sentry); add(${CRUMB})`],
    ["call", `Sentry.addBreadcrumb.call(Sentry, ${CRUMB})`],
    ["apply", `Sentry.addBreadcrumb.apply(Sentry, [${CRUMB}])`],
    ["forEach", `[${CRUMB}].forEach(Sentry.addBreadcrumb)`],
    ["forEach over a constant", `const crumbs = [${CRUMB}]; crumbs.forEach(Sentry.addBreadcrumb)`],
    [
      "a loader that is replaced",
      `let load: () => any = () => require("@sentry/electron/main"); export const set = (l: any) => { load = l };
      let S: any = null; function start() { const api = load(); S = api; S?.addBreadcrumb?.(${CRUMB}) }`,
    ],
    ["a constant's module", `const name = "@sentry/nextjs"; const S = await import(name); S.addBreadcrumb(${CRUMB})`],
    ["nativescript-sentry", `import { Sentry as S } from "nativescript-sentry"; S.captureBreadcrumb(${CRUMB})`],
    ["a mention that only asks", `if (typeof Sentry.addBreadcrumb === "function") Sentry.addBreadcrumb(${CRUMB})`],
    ["a mention by &&", `Sentry.addBreadcrumb && Sentry.addBreadcrumb(${CRUMB})`],
    ["itself, beside a field of its name", `class A { addBreadcrumb = null } Sentry.addBreadcrumb(${CRUMB})`],
    ["a parameter of the function's type", `function f(add: typeof Sentry.addBreadcrumb) { add(${CRUMB}) }`],
    [
      "the SDK or what is only declared",
      `declare function add(crumb: any): void; const f = dev ? add : Sentry.addBreadcrumb; f(${CRUMB})`,
    ],
    ["esm.sh with versions", `import * as S from "https://esm.sh/v135/@sentry/node@7"; S.addBreadcrumb(${CRUMB})`],
    ["Skypack", `import * as S from "https://cdn.skypack.dev/@sentry/browser"; S.addBreadcrumb(${CRUMB})`],
    ["a scope behind a this parameter", `Sentry.withScope(function (this: any, s) { s.addBreadcrumb(${CRUMB}) })`],
  ])("by %s", (_, code) => {
    expect(isRecorded(detect(`import * as Sentry from "@sentry/node";\n${code}`))).toBe(true);
  });

  it.each<[way: string, code: string]>([
    ["one that records elsewhere", `const S = dev ? ${other} : Sentry; S.addBreadcrumb(${CRUMB})`],
    [
      "a function that records elsewhere",
      `const add = dev ? (crumb) => { kept.push(crumb) } : Sentry.addBreadcrumb; add(${CRUMB})`,
    ],
    ["one that keeps it", `const S = dev ? { addBreadcrumb(c: any) { last = c } } : Sentry; S.addBreadcrumb(${CRUMB})`],
    ["a list of which nothing is seen", `crumbs.forEach(Sentry.addBreadcrumb)`],
    ["a mock alone", `const S = ${mock}; S.addBreadcrumb(${CRUMB})`],
    ["what a map has under another name", `const m = new Map([["s", Sentry]]); m.get("t").addBreadcrumb(${CRUMB})`],
    ["what a map has under a name that is not known", `new Map([["s", Sentry]]).get(key).addBreadcrumb(${CRUMB})`],
    ["what a map has that is empty", `new Map().get("s").addBreadcrumb(${CRUMB})`],
    ["what a map has of which nothing is seen", `new Map(all).get("s").addBreadcrumb(${CRUMB})`],
    ["what a map has of which one pair is not seen", `new Map([pair, [Sentry]]).get("s").addBreadcrumb(${CRUMB})`],
    ["what a map of another file has", `import { m } from "./m"; m.all.get("s").addBreadcrumb(${CRUMB})`],
    ["what a function yields of which nothing is seen", `load().get("s").addBreadcrumb(${CRUMB})`],
    ["a field of a class that extends itself", `class A extends A { m() { this.s.addBreadcrumb(${CRUMB}) } }`],
    ["an item at another place", `const l = [other, Sentry]; l[0].addBreadcrumb(${CRUMB})`],
    ["what a later spread replaces", `const o = { s: Sentry, ...{ s: other } }; o.s.addBreadcrumb(${CRUMB})`],
    ["a scope's second parameter", `Sentry.withScope(function (this: any, s, t) { t.addBreadcrumb(${CRUMB}) })`],
    ["call of another function", `Sentry.setContext.call(Sentry, ${CRUMB})`],
    ["another's forEach", `[${CRUMB}].forEach(other.addBreadcrumb)`],
  ])("but not %s", (_, code) => {
    expect(isRecorded(detect(`import * as Sentry from "@sentry/node";\n${code}`))).toBe(false);
  });
});
