import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

type Offer = "fix" | "suggestion" | undefined;

/** What a program is offered for the only thing that is reported in it: a fix, or the same for its author to choose. */
function offered(rule: string, program: string): Offer {
  const text = `import * as Sentry from "@sentry/node";\n${program}`;
  const [message, ...others] = new Linter().verify(
    text,
    {
      files: ["**/*.ts"],
      languageOptions: { parser: typescriptParser },
      plugins: { "sentry-breadcrumbs": plugin },
      settings: { "sentry-breadcrumbs": { wrappers: [{ name: "declared", parameters: ["message", "level"] }] } },
      rules: { [`sentry-breadcrumbs/${rule}`]: "error" },
    },
    "file.ts",
  );
  expect(others).toEqual([]);
  expect(message?.ruleId).toBe(`sentry-breadcrumbs/${rule}`);
  if (message?.fix !== undefined) return "fix";
  return message?.suggestions?.some(({ messageId }) => messageId === "reachesFurther") === true
    ? "suggestion"
    : undefined;
}

/** Programs whose only fault is the level "warn", with why it may be fixed unasked or not. */
const LEVELS: Readonly<Record<string, readonly [offer: Offer, program: string]>> = {
  "the call itself": ["fix", `Sentry.addBreadcrumb({ message: "a", level: "warn" });`],
  "a constant that nothing else reads": ["fix", `const L = "warn"; Sentry.addBreadcrumb({ message: "a", level: L });`],
  "a constant that text run as a program may read": [
    "suggestion",
    `const L = "warn"; eval("L"); Sentry.addBreadcrumb({ message: "a", level: L });`,
  ],
  "the call itself, beside text that is run": [
    "fix",
    `eval("1"); Sentry.addBreadcrumb({ message: "a", level: "warn" });`,
  ],

  "a constant of a declared union": [
    "suggestion",
    `const L: "warn" | "info" = "warn"; Sentry.addBreadcrumb({ message: "a", level: L as any });`,
  ],
  "a constant of a union that has the level": [
    "fix",
    `const L: "warn" | "warning" = "warn"; Sentry.addBreadcrumb({ message: "a", level: L as any });`,
  ],
  "a constant of a named union": [
    "suggestion",
    `type L = "warn" | "info"; const l: L = "warn"; Sentry.addBreadcrumb({ message: "a", level: l as any });`,
  ],
  "a constant of a type from elsewhere": [
    "suggestion",
    `import type { L } from "./l"; const l: L = "warn"; Sentry.addBreadcrumb({ message: "a", level: l });`,
  ],
  "a constant of the SDK's type": [
    "fix",
    `const l: Sentry.SeverityLevel = "warn"; Sentry.addBreadcrumb({ message: "a", level: l });`,
  ],
  "a constant that is any text": [
    "fix",
    `const l: string = "warn"; Sentry.addBreadcrumb({ message: "a", level: l as any });`,
  ],
  "an object of a declared type": [
    "suggestion",
    `interface Crumb { message: string; level: "warn" } const c: Crumb = { message: "a", level: "warn" }; Sentry.addBreadcrumb(c as any);`,
  ],
  "an object of a declared type that takes any text": [
    "fix",
    `interface Crumb { message: string; level: string } const c: Crumb = { message: "a", level: "warn" }; Sentry.addBreadcrumb(c as any);`,
  ],
  "an object of the SDK's type": [
    "fix",
    `const c: Sentry.Breadcrumb = { message: "a", level: "warn" }; Sentry.addBreadcrumb(c);`,
  ],
  "an object that is checked by satisfies": [
    "suggestion",
    `Sentry.addBreadcrumb({ message: "a", level: "warn" } satisfies { message: string; level: "warn" } as any);`,
  ],
  "an object that is checked by satisfies, which takes any text": [
    "fix",
    `Sentry.addBreadcrumb({ message: "a", level: "warn" } satisfies { message: string; level: string } as any);`,
  ],
  "a text that is asserted to be of a union": [
    "fix",
    `Sentry.addBreadcrumb({ message: "a", level: "warn" as "warn" | "info" as any });`,
  ],
  "a text as const": ["fix", `Sentry.addBreadcrumb({ message: "a", level: "warn" as const });`],

  "a wrapper that records it only": [
    "fix",
    `function note(m: string, l: any) { Sentry.addBreadcrumb({ message: m, level: l }); } note("a", "warn");`,
  ],
  "a wrapper that asks whether there is one": [
    "fix",
    `function note(m: string, l?: any) { if (l) Sentry.addBreadcrumb({ message: m, level: l }); } note("a", "warn");`,
  ],
  "a wrapper that calls the console by it": [
    "suggestion",
    `function note(m: string, l: any) { (console as any)[l](m); Sentry.addBreadcrumb({ message: m, level: l }); } note("a", "warn");`,
  ],
  "a wrapper that compares it": [
    "suggestion",
    `function log(m: string, l: any) { if (l === "warn") alert(m); Sentry.addBreadcrumb({ message: m, level: l }); } log("a", "warn");`,
  ],
  "a wrapper that takes an object and reads it elsewhere": [
    "suggestion",
    `function log(c: any) { alert(c.level); Sentry.addBreadcrumb(c); } log({ message: "a", level: "warn" });`,
  ],
  "a wrapper that takes an object and reads another part elsewhere": [
    "fix",
    `function log(c: any) { alert(c.message); Sentry.addBreadcrumb(c); } log({ message: "a", level: "warn" });`,
  ],
  "a wrapper that takes an object apart": [
    "fix",
    `function log({ message, level }: any) { alert(message); Sentry.addBreadcrumb({ message, level }); } log({ message: "a", level: "warn" });`,
  ],
  "a wrapper whose parameter is declared": [
    "suggestion",
    `import type { L } from "./l"; function note(m: string, l: L) { Sentry.addBreadcrumb({ message: m, level: l }); } note("a", "warn");`,
  ],
  "a constant that a wrapper is given and uses otherwise": [
    "suggestion",
    `const L = "warn"; function log(m: string, l: any) { alert(l); Sentry.addBreadcrumb({ message: m, level: l }); } log("a", L);`,
  ],
  "a wrapper whose pattern is declared": [
    "suggestion",
    `import type { C } from "./c"; function note({ m, l }: C) { Sentry.addBreadcrumb({ message: m, level: l }); } note({ m: "a", l: "warn" });`,
  ],
  "a wrapper with a default of a declared type": [
    "fix",
    `function note(m: string, l: string = "info") { Sentry.addBreadcrumb({ message: m, level: l as any }); } note("a", "warn");`,
  ],
  "a wrapper that hands on what is left of an object": [
    "fix",
    `function log({ tag, ...rest }: any) { alert(tag); Sentry.addBreadcrumb(rest); } log({ tag: 1, message: "a", level: "warn" });`,
  ],
  "a wrapper that looks whether there is none": [
    "fix",
    `function note(m: string, l: any) { if (!l) return; Sentry.addBreadcrumb({ message: m, level: l }); } note("a", "warn");`,
  ],
  "a wrapper that is given a list of arguments": [
    "suggestion",
    `function log(...all: any[]) { alert(all.length); Sentry.addBreadcrumb({ message: all[0], level: all[1] }); } log("a", "warn");`,
  ],
  "a wrapper of another file, of which nothing is seen": ["suggestion", `declared("a", "warn");`],
};

describe("the gate that fixes of levels pass", () => {
  for (const [title, [offer, program]] of Object.entries(LEVELS)) {
    it(`${title}: ${String(offer)}`, () => {
      expect(offered("valid-level", program)).toBe(offer);
    });
  }
});

/**
 * Types that are declared around the level "warn", by the declaration of what holds it and how that is recorded, and
 * whether "warning" fits.
 */
const TYPES: Readonly<Record<string, readonly [offer: Offer, declaration: string, recorded: string]>> = {
  any: ["fix", `const c: any = { level: "warn" };`, "c"],
  unknown: ["fix", `const c: unknown = { level: "warn" };`, "c as any"],
  "any object": ["fix", `const c: object = { level: "warn" };`, "c as any"],
  "no object at all": ["suggestion", `const c: number = { level: "warn" };`, "c as any"],
  "a text that is no object": ["suggestion", `const c: string = { level: "warn" };`, "c as any"],
  "a literal type of an object with other fields": [
    "suggestion",
    `const c: { message: string } = { level: "warn" };`,
    "c as any",
  ],
  "an index of texts": ["fix", `const c: { [key: string]: string } = { level: "warn" };`, "c as any"],
  "an index of words": ["suggestion", `const c: { [key: string]: "warn" } = { level: "warn" };`, "c as any"],
  "a record of texts": ["fix", `const c: Record<string, string> = { level: "warn" };`, "c as any"],
  "a record of words": ["suggestion", `const c: Record<string, "warn"> = { level: "warn" };`, "c as any"],
  "a partial object": ["fix", `const c: Partial<{ level: string }> = { level: "warn" };`, "c as any"],
  "a read-only object": ["suggestion", `const c: Readonly<{ level: "warn" }> = { level: "warn" };`, "c as any"],
  "an alias of an object": ["fix", `type C = { level: string }; const c: C = { level: "warn" };`, "c as any"],
  "an alias with parameters": [
    "suggestion",
    `type C<T> = { level: T }; const c: C<string> = { level: "warn" };`,
    "c as any",
  ],
  "an alias of itself": ["suggestion", `type C = C; const c: C = { level: "warn" };`, "c as any"],
  "a class of the file": ["suggestion", `class C { level = ""; } const c: C = { level: "warn" };`, "c as any"],
  "an interface with a computed key": [
    "suggestion",
    `interface C { ["level"]: "warn"; m(): void } const c: C = { level: "warn" };`,
    "c as any",
  ],
  "an unknown generic type": ["suggestion", `const c: Box<string> = { level: "warn" };`, "c as any"],
  "a type of another module's namespace": [
    "suggestion",
    `import * as T from "./t"; const c: T.Crumb = { level: "warn" };`,
    "c as any",
  ],
  "an object that is assigned to a declared variable": [
    "suggestion",
    `let c: { level: "warn" }; c = { level: "warn" };`,
    "c as any",
  ],
  "an object in a declared field": [
    "suggestion",
    `class K { readonly c: { level: "warn" } = { level: "warn" }; note() { Sentry.addBreadcrumb(this.c as any); } }`,
    "{}",
  ],
  "an object in a private field that takes any text": [
    "fix",
    `class K { readonly #c: { level: string } = { level: "warn" }; note() { Sentry.addBreadcrumb(this.#c as any); } }`,
    "{}",
  ],
  "an object in a private field of a word": [
    "suggestion",
    `class K { readonly #c: { level: "warn" } = { level: "warn" }; note() { Sentry.addBreadcrumb(this.#c as any); } }`,
    "{}",
  ],
  "an object that is assigned to a member": ["suggestion", `const o: any = {}; o.c = { level: "warn" };`, "o.c"],
  "an object that is a default": [
    "suggestion",
    `function note(c: { level: string } = { level: "warn" }) { Sentry.addBreadcrumb(c as any); } note();`,
    "{}",
  ],
  "an object that is a default of a word": [
    "suggestion",
    `function note(c: { level: "warn" } = { level: "warn" }) { Sentry.addBreadcrumb(c as any); } note();`,
    "{}",
  ],
  "a promise of an object that takes any text": [
    "fix",
    `async function make(): Promise<{ level: string }> { return { level: "warn" }; }`,
    "(await make()) as any",
  ],
  "a promise of a word": [
    "suggestion",
    `async function make(): Promise<{ level: "warn" }> { return { level: "warn" }; }`,
    "(await make()) as any",
  ],
  "a promise under another name": [
    "suggestion",
    `async function make(): Later<{ level: string }> { return { level: "warn" }; }`,
    "(await make()) as any",
  ],
  "an array of texts": ["fix", `const l: Array<{ level: string }> = [{ level: "warn" }];`, "l[0] as any"],
  "an array of words": ["suggestion", `const l: Array<{ level: "warn" }> = [{ level: "warn" }];`, "l[0] as any"],
  "a list of words": ["suggestion", `const l: { level: "warn" }[] = [{ level: "warn" }];`, "l[0] as any"],
  "a read-only list of words": [
    "suggestion",
    `const l: ReadonlyArray<{ level: "warn" }> = [{ level: "warn" }];`,
    "l[0] as any",
  ],
  "a tuple": ["suggestion", `const l: [{ level: "warn" }] = [{ level: "warn" }];`, "l[0] as any"],
};

describe("the types that fixes of levels have to fit", () => {
  for (const [title, [offer, declaration, recorded]] of Object.entries(TYPES)) {
    it(`${title}: ${String(offer)}`, () => {
      expect(offered("valid-level", `${declaration} Sentry.addBreadcrumb(${recorded});`)).toBe(offer);
    });
  }
});

/** Programs whose hook returns `false`, which is to be `null`. */
const HOOKS: Readonly<Record<string, readonly [offer: Offer, program: string]>> = {
  "a hook in its place": ["fix", `Sentry.init({ beforeBreadcrumb: (b) => (b.message ? b : false) });`],
  "a hook by its name": [
    "fix",
    `function keep(b: any) { if (b.message) return b; return false; } Sentry.init({ beforeBreadcrumb: keep });`,
  ],
  "a hook that other files can use": [
    "suggestion",
    `export function keep(b: any) { if (b.message) return b; return false; } Sentry.init({ beforeBreadcrumb: keep });`,
  ],
  "a hook that is called elsewhere": [
    "suggestion",
    `function keep(b: any) { if (b.message) return b; return false; } Sentry.init({ beforeBreadcrumb: keep }); if (keep(x) === false) alert(1);`,
  ],
  "a hook that says that it may return null": [
    "fix",
    `function keep(b: any): object | null | false { if (b.message) return b; return false; } Sentry.init({ beforeBreadcrumb: keep as any });`,
  ],
  "a hook that says what it returns": [
    "suggestion",
    `function keep(b: any): Sentry.Breadcrumb | false { if (b.message) return b; return false; } Sentry.init({ beforeBreadcrumb: keep as any });`,
  ],
};

describe("the gate that fixes of hooks pass", () => {
  for (const [title, [offer, program]] of Object.entries(HOOKS)) {
    it(`${title}: ${String(offer)}`, () => {
      expect(offered("valid-before-breadcrumb", program)).toBe(offer);
    });
  }
});
