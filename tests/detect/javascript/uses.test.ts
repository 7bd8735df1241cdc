import { describe, expect, it } from "vitest";
import type { BreadcrumbFile } from "../../../src/breadcrumb/index.ts";
import { detect } from "../../support/detect.ts";

const HEAD = `import * as Sentry from "@sentry/node";
  declare const cond: boolean, other: any, list: any[], App: any, send: any;\n`;

/** Ways on which an expression goes somewhere: what is declared with it, and what then stands where it goes. */
const WAYS: Readonly<Record<string, (expression: string) => readonly [declared: string, used: string]>> = {
  "from where it stands": (x) => ["", x],
  "by a constant": (x) => [`const v = ${x};`, "v"],
  "by a constant of a constant": (x) => [`const w = ${x}; const v = w;`, "v"],
  "by a variable that is written later": (x) => [`let v: any; v = ${x};`, "v"],
  "by two variables that are written at once": (x) => [`let v: any, w: any; w = v = ${x};`, "w"],
  "by a destructured member": (x) => [`const { v } = { v: ${x} };`, "v"],
  "by a renamed member with a default": (x) => [`const { a: v = other } = { a: ${x} };`, "v"],
  "by a destructured item": (x) => [`const [, v] = [1, ${x}];`, "v"],
  "by a member": (x) => [`const o = { v: ${x} };`, "o.v"],
  "by a member of a member": (x) => [`const o = { p: { v: ${x} } };`, "o.p!.v"],
  "by an item": (x) => [`const l = [${x}];`, "l[0]"],
  "by a copied object": (x) => [`const o = { v: ${x} }; const p = { ...o };`, "p.v"],
  "by a conditional": (x) => [`const v = cond ? (${x}) : undefined;`, "v"],
  "by a default of what is missing": (x) => [`const v = other ?? (${x});`, "v"],
  "by an assertion": (x) => [`const v = ((${x}) as any)!;`, "v"],
  "by a sequence": (x) => [`const v = (0, ${x});`, "v"],
};

describe("where a function goes", () => {
  const BY_FUNCTION: typeof WAYS = {
    "by what is left of an object": (x) => [`const { a, ...o } = { a: 1, v: ${x} };`, "o.v"],
    "by its name": (x) => [x.replace(/^function/u, "function v"), "v"],
    "by bind": (x) => [`const v = ${x};`, "v.bind(null)"],
    "by useCallback": (x) => [`const v = useCallback(${x}, []);`, "v"],
    "by useMemo": (x) => [`const v = useMemo(() => ${x}, []);`, "v"],
    "by a function that hands it out": (x) => [`const make = () => ${x};`, "make()"],
    "by a method of a literal": (x) => [`const o = { ${x.replace(/^function/u, "v")} };`, "o.v"],
  };
  /** The same, where a class around the use has it. */
  const BY_CLASS: Readonly<Record<string, (expression: string, use: (used: string) => string) => string>> = {
    "by a method": (x, use) => `class K { ${x.replace(/^function/u, "v")} start() { ${use("this.v")} } }`,
    "by a private method": (x, use) => `class K { ${x.replace(/^function/u, "#v")} start() { ${use("this.#v")} } }`,
    "by a bound method": (x, use) =>
      `class K { ${x.replace(/^function/u, "v")} start() { ${use("this.v.bind(this)")} } }`,
    "by a field": (x, use) => `class K { v = ${x}; start() { ${use("this.v")} } }`,
    "by a static field": (x, use) => `class K { static v = ${x}; static start() { ${use("this.v")} } }`,
  };
  const RECORDING = `function () { Sentry.addBreadcrumb({ message: "saved" }); }`;
  const WITH_SCOPE = `function (scope: any) { scope.addBreadcrumb({ message: "saved" }); }`;
  const isRecorded = ({ breadcrumbs }: BreadcrumbFile) => breadcrumbs.length > 0;
  const repeats =
    (kind: string) =>
    ({ breadcrumbs: [crumb] }: BreadcrumbFile): boolean =>
      crumb?.place.repetition?.kind === kind;

  const ROLES: Readonly<
    Record<string, readonly [expression: string, use: (v: string) => string, isSeen: (file: BreadcrumbFile) => boolean]>
  > = {
    "is handed a scope": [WITH_SCOPE, (v) => `Sentry.withScope(${v});`, isRecorded],
    "is handed a scope as an option": [
      WITH_SCOPE,
      (v) => `Sentry.withErrorBoundary(App, { beforeCapture: ${v} });`,
      isRecorded,
    ],
    "is handed a scope as an attribute": [
      WITH_SCOPE,
      (v) => `render(<Sentry.ErrorBoundary beforeCapture={${v}} />);`,
      isRecorded,
    ],
    "is called by a timer": [RECORDING, (v) => `setInterval(${v}, 1000);`, repeats("timer")],
    "listens to an event": [RECORDING, (v) => `addEventListener("scroll", ${v});`, repeats("event")],
    "handles an event": [RECORDING, (v) => `window.onscroll = ${v};`, repeats("event")],
    "handles an element's event": [RECORDING, (v) => `render(<div onScroll={${v}} />);`, repeats("event")],
    "is called for each item": [RECORDING, (v) => `list.forEach(${v});`, repeats("iteration")],
  };

  const CELLS = Object.entries(ROLES).flatMap(([role, [expression, use, isSeen]]) => [
    ...Object.entries({ ...WAYS, ...BY_FUNCTION }).map(([way, write]) => {
      const [declared, used] = write(expression);
      return { role, way, code: `${HEAD}export function run() { ${declared} ${use(used)} }`, isSeen };
    }),
    ...Object.entries(BY_CLASS).map(([way, write]) => ({ role, way, code: HEAD + write(expression, use), isSeen })),
  ]);

  it.each(CELLS)("which $role, $way", ({ code, isSeen }) => {
    expect(isSeen(detect(code, { dialect: "tsx" }))).toBe(true);
  });

  it.each([
    ["a slower function", `addEventListener("scroll", throttle(v, 100));`],
    ["another member of the same object", `const o = { v, w() {} }; setInterval(o.w, 100);`],
    ["an option of a timer", `setInterval({ v }, 100);`],
    ["a test", `if (v) setInterval(other, 100);`],
    ["a text", "setInterval(`${v}`, 100);"],
  ])("is no repetition by way of %s", (_, use) => {
    const [crumb] = detect(`${HEAD}const v = ${RECORDING}; ${use}`).breadcrumbs;
    expect(crumb?.place.repetition).toBeUndefined();
  });
});

describe("where a breadcrumb goes", () => {
  const BY_VALUE: typeof WAYS = {
    "by a function": (x) => [`function get() { return ${x}; }`, "get()"],
    "by an arrow function": (x) => [`const get = () => (${x});`, "get()"],
    "by a function of a function": (x) => [`const load = () => (${x}); const get = () => load();`, "get()"],
    "by a method of a literal": (x) => [`const o = { get() { return ${x}; } };`, "o.get()"],
    "by a promise": (x) => [`const v = await (${x});`, "v"],
  };
  const CELLS = Object.entries({ ...WAYS, ...BY_VALUE }).map(([way, write]) => {
    const [declared, used] = write(`{ message: "saved", level: "warn" }`);
    return { way, declared, used };
  });

  /** Whether a change of its level changes more than breadcrumbs. */
  function affectsOtherCode(body: string): boolean | undefined {
    const code = `${HEAD}export async function run() { ${body} }`;
    const start = code.indexOf(`"warn"`);
    return detect(code).affectsOtherCode?.([{ range: [start, start + 6], text: `"warning"` }]);
  }

  it.each(CELLS)("is seen to be recorded alone, $way", ({ declared, used }) => {
    expect(affectsOtherCode(`${declared} Sentry.addBreadcrumb(${used});`)).toBe(false);
  });

  it.each(CELLS.filter(({ declared }) => declared !== ""))("is seen to be sent, too, $way", ({ declared, used }) => {
    expect(affectsOtherCode(`${declared} Sentry.addBreadcrumb(${used}); send(${used});`)).toBe(true);
  });
});
