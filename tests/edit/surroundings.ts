/** Something that a rule changes. */
export interface Fault {
  /** The call that has the fault, with `RECORD` for the breadcrumb where that has it. */
  readonly code: string;
  /** The fields of the breadcrumb that have the fault. */
  readonly fields?: string;
  /** What stands before it in the program. */
  readonly before?: string;
  /** The options of the rule. */
  readonly options?: object;
  readonly settings?: object;
  /** The fields of a breadcrumb that the rule is there to change. */
  readonly changes: readonly string[];
}

/** For each rule that fixes or suggests: what it is tried on. */
export const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  "valid-level": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `level: "warn" as any`, changes: ["level"] },
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      fields: `level: (T.length > 99 ? "err" : "warn") as any`,
      changes: ["level"],
    },
  ],
  "valid-type": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `type: "htttp"`, changes: ["type"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `type: "http", data: { statusCode: t(200) }`, changes: ["data"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `type: "cart"`, changes: ["type", "category"] },
  ],
  "known-category": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `category: "UI.Click"`, changes: ["category"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `category: " cart"`, changes: ["category"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `category: ""`, changes: ["category"] },
  ],
  "consistent-category": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      fields: `category: "user_login"`,
      before: `Sentry.addBreadcrumb({ category: "user.login", message: "b" }); `,
      options: { shape: "dotted" },
      changes: ["category"],
    },
  ],
  "no-unknown-fields": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `levl: "error"`, changes: ["levl", "level"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `order: t(5)`, changes: ["order", "data"] },
  ],
  "require-fields": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      fields: `category: "a"`,
      options: { fields: ["level"] },
      changes: ["level"],
    },
  ],
  "valid-timestamp": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `timestamp: Date.now()`, changes: ["timestamp"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `timestamp: Date.now() + 1`, changes: ["timestamp"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `timestamp: new Date() as any`, changes: ["timestamp"] },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `timestamp: undefined`, changes: ["timestamp"] },
  ],
  "no-pii": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      fields: `data: { email: user.email }`,
      options: { fix: true },
      settings: { sensitiveData: { redact: { name: "redact", from: "./privacy" } } },
      changes: [],
    },
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `data: { email: user.email }`, changes: ["data"] },
  ],
  "no-filtered-text": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `data: { note: "password changed" }`, changes: ["data"] },
  ],
  "valid-data": [
    { code: "Sentry.addBreadcrumb(RECORD)", fields: `data: JSON.stringify({ a: t(1) }) as any`, changes: ["data"] },
  ],
  "static-message": [{ code: "Sentry.addBreadcrumb({ message: `Sent ${user.id}` })", changes: ["message", "data"] }],
  "no-redundant-breadcrumb": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      before: `console.debug("sent"); `,
      fields: `message: "sent"`,
      changes: ["message"],
    },
  ],
  "no-late-breadcrumb": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      before: `Sentry.captureMessage("e"); `,
      fields: `category: "a"`,
      changes: ["category"],
    },
  ],
  "prefer-logs": [
    {
      code: "Sentry.addBreadcrumb(RECORD)",
      fields: `category: "a", data: { n: t(1) }`,
      options: { fix: true, max: 0, report: "each" },
      changes: [],
    },
  ],
  "valid-argument": [
    { code: `Sentry.addBreadcrumb("text" as any)`, changes: ["message", "0", "1", "2", "3"] },
    { code: `Sentry.addBreadcrumb(RECORD, 20 as any)`, fields: `category: "a"`, changes: [] },
    {
      code: `Sentry.getCurrentScope().addBreadcrumb(RECORD, { a: t(1) } as any)`,
      fields: `category: "a"`,
      changes: [],
    },
  ],
  "no-bypassed-hook": [
    { code: "Sentry.getIsolationScope().addBreadcrumb(RECORD)", fields: `category: "a"`, changes: [] },
  ],
  "no-removed-api": [
    {
      code: "(Sentry as any).getCurrentHub().addBreadcrumb(RECORD)",
      fields: `category: "a"`,
      settings: { sdkVersion: 10 },
      changes: [],
    },
  ],
  "valid-before-breadcrumb": [
    {
      code: `Sentry.init({ beforeBreadcrumb: (b): any => (t(b.category) === "x" ? false : b) })`,
      changes: ["hook"],
    },
    {
      code: `Sentry.init({ beforeBreadcrumb(b): any { if (t(b.category) === "x") return false; return b; } })`,
      changes: ["hook"],
    },
    {
      code: `Sentry.init({ beforeBreadcrumb(b): any { if (t(b.category) === "x") return; return b; } })`,
      changes: ["hook"],
    },
    { code: `Sentry.init({ beforeBreadcrumb: async (b: any) => b } as any)`, changes: ["hook"] },
  ],
  "valid-init": [{ code: "Sentry.init({ traces_sample_rate: 0.1 } as any)", changes: [] }],
  "no-partial-scrubbing": [
    {
      code: `Sentry.init({ beforeBreadcrumb: (b) => (b.category === "ui_click" ? null : b) })`,
      changes: ["hook"],
    },
  ],
  "valid-log": [
    { code: "Sentry.logger.info(`a ${t(1)}`)", options: { parameters: true }, changes: [] },
    { code: "(Sentry.logger as any).warning(t('a'))", changes: [] },
  ],
  "no-pii-in-events": [{ code: `Sentry.setTag("email", user.email)`, changes: [] }],
  "no-pii-in-logs": [{ code: `Sentry.logger.info("a", { email: user.email })`, changes: [] }],
  "no-pii-in-automatic-breadcrumbs": [{ code: `console.log("a", user.email)`, changes: [] }],
};

/** What may stand around a call. */
export const AROUND_CALLS: Readonly<Record<string, (call: string) => string>> = {
  nothing: (call) => `${call};`,
  "no semicolons": (call) => `t(1)\n${call}\n;[1].forEach((n) => t(n))\nt(2)\n;(T.length)\n`,
  "no semicolons and no line": (call) => `if (T) { t(1); ${call} } t(2)`,
  parentheses: (call) => `((${call}));`,
  comments: (call) => `/* a */ ${call} /* b */; // c`,
  "a comment before each token": (call) => call.replaceAll(/(?<=[({,]) /g, "\n// x\n"),
  element: (call) => `void (<button onClick={() => ${call}}>{"a" /* b */}</button>);`,
  "an element's body": (call) => `void (<button onClick={() => { ${call} }} />);`,
  "a template": (call) => "t(`a ${(" + call + ") ?? 1} b`);",
  "Windows lines": (call) => `t(1);\r\n${call.replaceAll("{ ", "{\r\n  ")};\r\nt(2);\r\n`,
  "a decorated method": (call) =>
    `const dec: any = () => {}; class A { @dec m(@dec _a?: any) { ${call}; } } new A().m();`,
  "a static block": (call) => `class A { static { ${call}; } } t(typeof A);`,
  "a field": (call) => `class A { x = ${call}; } new A();`,
  "a getter": (call) => `const o = { get a() { return ${call}; } }; t(typeof o.a);`,
  "a byte order mark": (call) => `${call};`,
  "an arrow's body": (call) => `const f = () => ${call}; f();`,
  "an async function": (call) => `(async () => { await ${call}; t(9); })();`,
  "a generator": (call) => `function* g() { yield ${call}; } [...g()];`,
  "a condition": (call) => `if (t(true)) ${call}; else t(0);`,
  "a branch without braces": (call) => `if (!t(true)) t(0); else ${call}\nt(5);`,
  "a loop without braces": (call) => `for (const i of [1]) ${call};`,
  "a do": (call) => `do ${call}; while (!t(true));`,
  "a label": (call) => `a: ${call};`,
  "a switch": (call) => `switch (t(1) as number) { case 1: ${call}; break; default: t(0); }`,
  "a choice": (call) => `t(true) ? ${call} : t(0);`,
  "an and": (call) => `t(true) && ${call};`,
  "a sequence": (call) => `t(1), ${call}, t(2);`,
  void: (call) => `void ${call};`,
  "an argument": (call) => `[${call}].forEach(() => t(1));`,
  "a default": (call) => `((a: any = ${call}) => t(typeof a))();`,
  "a try": (call) => `try { ${call} } catch (e: any) { t(e.message) } finally { t(1) }`,
  "a function in strict mode": (call) => `(function () { "use strict"; ${call} })();`,
  "a shadowed t": (call) => `{ const x = t; ${call}; x(1); }`,
  "a namespace": (call) => `namespace N { ${call}; } t(typeof N);`,
  "a directive before": (call) => `"use client"; ${call};`,
  "a returned call": (call) => `(() => { return ${call}; })();`,
  "a line for itself": (call) => `const f = () => { return (\n${call}\n) }; f();`,
};

/** What may stand around the fields of a record, and beside them. */
export const AROUND_FIELDS: Readonly<Record<string, (fields: string) => string>> = {
  "a message": (fields) => `{ message: "m", ${fields} }`,
  "a message behind": (fields) => `{ ${fields}, message: "m", }`,
  comments: (fields) => `/* a */ { /* b */ message: "m" /* c */, // d\n ${fields} /* e */, /* f */ } /* g */`,
  lines: (fields) => `{\n  // a\n  message: "m", // b\n  // c\n  ${fields}, // d\n  // e\n}`,
  parentheses: (fields) => `(({ message: "m", ${fields} }))`,
  "a spread before": (fields) => `{ ...t({ message: "m" }), ${fields} }`,
  "a spread behind": (fields) => `{ message: "m", ${fields}, ...t({ a: 1 }) }`,
  "a spread that holds all": (fields) =>
    `{ message: "m", ${fields}, ...t({ level: "error", category: "c", type: "query", data: { z: 1 }, timestamp: 1 } as any) }`,
  "a getter": (fields) => `{ get message() { return "m"; }, ${fields} }`,
  "side effects": (fields) => `{ message: t("m"), ${fields} }`,
  "side effects behind": (fields) => `{ ${fields}, message: t("m") }`,
  "as const": (fields) => `{ message: "m", ${fields} } as const`,
  "as any": (fields) => `{ message: "m", ${fields} } as any`,
  satisfies: (fields) => `({ message: "m", ${fields} } satisfies object) as any`,
  "non-null": (fields) => `({ message: "m", ${fields} } as any)!`,
  frozen: (fields) => `Object.freeze({ message: "m", ${fields} }) as any`,
  assigned: (fields) => `Object.assign({}, { message: "m", ${fields} }) as any`,
  noted: (fields) => `t({ message: "m", ${fields} } as any)`,
  "a spread of itself": (fields) => `{ ...{ message: "m", ${fields} } } as any`,
  "quoted keys": (fields) => `{ "message": "m", ${fields.replaceAll(/\b(\w+)(?=: )/g, '"$1"')} }`,
  "computed keys": (fields) => `{ ["message"]: "m", ${fields.replace(/\b(\w+)(?=: )/, '["$1"]')} }`,
  "another key that is computed": (fields) => `{ message: "m", [t("x")]: 1, ${fields} }`,
  "a method": (fields) => `{ message: "m", toJSON() { return t("j"); }, ${fields} } as any`,
  "null prototype": (fields) => `{ __proto__: null, message: "m", ${fields} } as any`,
  "single quotes": (fields) => `{ message: 'm', ${fields.replaceAll('"', "'")} }`,
  "template texts": (fields) => `{ message: \`m\`, ${fields.replaceAll('"', "`")} }`,
  "a choice": (fields) => `t(true) ? { message: "m", ${fields} } : { message: "n" }`,
  "a sequence": (fields) => `(t(1), { message: "m", ${fields} })`,
  "a function that is called at once": (fields) => `(() => ({ message: "m", ${fields} }) as any)()`,
};

/** What may hold a record that is recorded, or look at it as well. */
export const HOLDERS: Readonly<Record<string, (record: string, call: (argument: string) => string) => string>> = {
  "a constant": (record, call) => `const c: any = ${record}; ${call("c")};`,
  "a constant that is read": (record, call) => `const c: any = ${record}; ${call("c")}; t(c);`,
  "a constant that is read before": (record, call) => `const c: any = ${record}; t(c); ${call("c")};`,
  "a constant in a list": (record, call) => `const c: any[] = [${record}]; c.forEach((x) => ${call("x")}); t(c);`,
  "an object's member": (record, call) => `const o: any = { c: ${record} }; ${call("o.c")}; t(Object.keys(o.c));`,
  "an export": (record, call) => `export const c: any = ${record}; ${call("c")};`,
  "a function's result": (record, call) => `function f(): any { return ${record}; } ${call("f()")}; t(f());`,
  "a wrapper": (record, call) => `const w = (c: any) => ${call("c")}; w(${record});`,
  "a wrapper that reads": (record, call) => `const w = (c: any) => { t(c); ${call("c")}; }; w(${record});`,
  "a wrapper that reads what it spreads": (record, call) =>
    `const w = ({ message, ...c }: any) => { t(c); ${call("{ message, ...c }")}; }; w(${record});`,
  "a default": (record, call) => `const w = (c: any = ${record}) => ${call("c")}; w();`,
  "a class's field": (record, call) =>
    `class A { c: any = ${record}; m() { ${call("this.c")}; t(this.c); } } new A().m();`,
  "a variable written to": (record, call) => `let c: any; c = ${record}; t(c); ${call("c")};`,
  "an object that is changed": (record, call) => `const c: any = ${record}; c.extra = t(1); ${call("c")}; t(c);`,
};
