import { describe, expect, test, vi } from "vitest";
import type { ValueType } from "../../../src/breadcrumb/index.ts";
import { readValue } from "../../support/read-values.ts";

// The declarations of the language's library are parsed by the first test that needs them.
vi.setConfig({ testTimeout: 60_000 });

/** Prints a type on one line: `record User { email: text, flags: list of boolean }`. */
function printType(type: ValueType | undefined, depth = 0): string {
  if (type === undefined) return "?";
  if (depth > 3) return "…";
  const of = (inner: ValueType | undefined): string => printType(inner, depth + 1);
  const detail =
    type.kind === "literals"
      ? ` ${type.literals.join("|")}`
      : type.kind === "record"
        ? ` { ${type.properties.map(({ name, type: property }) => `${name}: ${of(property)}`).join(", ")} }`
        : type.kind === "list"
          ? ` of ${of(type.item)}`
          : "";
  return `${type.kind}${type.name === undefined ? "" : ` ${type.name}`}${detail}`;
}

/** What is known with and without a type checker. */
const BOTH: Readonly<Record<string, readonly [code: string, printed: string]>> = {
  text: ["function f(x: string) { use(x) }", "text"],
  number: ["function f(x: number) { use(x) }", "number"],
  boolean: ["function f(x: boolean) { use(x) }", "boolean"],
  "optional boolean": ["function f(x?: boolean) { use(x) }", "boolean"],
  "a text or nothing": ["function f(x: string | null | undefined) { use(x) }", "text"],
  literals: ['function f(x: "warn" | "info") { use(x) }', "literals warn|info"],
  "literals under a name": ['type L = "warn" | "info"; function f(x: L) { use(x) }', "literals L warn|info"],
  "a template of texts": ["function f(x: `a-${string}`) { use(x) }", "text"],
  "a variable": ["declare const x: string; use(x)", "text"],
  "a branded text": [
    'type Email = string & { readonly __brand: "Email" }; declare const x: Email; use(x)',
    "text Email",
  ],
  "a list": ["function f(x: string[]) { use(x) }", "list of text"],
  "an item of a list, as the checker sees": ["function f(x: readonly boolean[]) { use(x) }", "list of boolean"],
  "an interface": [
    "interface User { email: string; tags: boolean[] } function f(x: User) { use(x) }",
    "record User { email: text, tags: list of boolean }",
  ],
  "an extended interface": [
    "interface A { id: number } interface B extends A { email: string } function f(x: B) { use(x) }",
    "record B { email: text, id: number }",
  ],
  "a type alias": [
    "type User = { email: string; address?: { city: string } }; function f(x: User) { use(x) }",
    "record User { email: text, address: record { city: text } }",
  ],
  "a type of itself": [
    "interface Tree { parent: Tree } function f(x: Tree) { use(x) }",
    "record Tree { parent: record Tree { parent: record Tree { parent: record Tree { parent: … } } } }",
  ],
  "a class": [
    "class User { email: string; } function f(x: User) { use(x) }".replace("string;", 'string = "";'),
    "record User { email: text }",
  ],
  "an enumeration of texts": ['enum L { A = "a", B = "b" } function f(x: L) { use(x) }', "literals L a|b"],
  "a member": ["interface User { ok: boolean } function f(x: User) { use(x.ok) }", "boolean"],
  "a member of a member": ["type T = { a: { b: number } }; function f(x: T) { use(x.a.b) }", "number"],
  destructured: ["interface User { ok: boolean } function f({ ok }: User) { use(ok) }", "boolean"],
  "destructured from a constant": [
    "interface User { ok: boolean } function f(u: User) { const { ok } = u; use(ok) }",
    "boolean",
  ],
  "part of a type": [
    "interface U { id: number; email: string } function f(x: Pick<U, 'id'>) { use(x) }",
    "record Pick { id: number }",
  ],
  "what a function returns": ["function g(): boolean { return true } use(g())", "boolean"],
  "what a function promises": [
    "async function g(): Promise<boolean> { return true } async () => use(await g())",
    "boolean",
  ],
  "of another shape": ["function f(x: () => void) { use(x) }", "other"],
  any: ["function f(x: any) { use(x) }", "?"],
  unknown: ["function f(x: unknown) { use(x) }", "?"],
  "no type": ["use(x)", "?"],
  "mixed kinds": ["function f(x: string | number) { use(x) }", "other"],
};

describe("with a type checker", () => {
  test.each(Object.entries(BOTH))("%s", (_name, [code, printed]) => {
    expect(printType(readValue(code, "typed").type)).toBe(printed);
  });

  test.each([
    ["an inferred type", "const x = 1 > 0; function f() { const y = x; use(y) }", "boolean"],
    ["an alias of a list", "const xs = [{ id: 1 }]; for (const x of xs) use(x)", "record { id: number }"],
    ["properties of the language's own types are not listed", "function f(x: Date) { use(x) }", "record Date {  }"],
    ["a generic parameter by its bound", "function f<T extends string>(x: T) { use(x) }", "text T"],
    ["what a promise holds", "function f(x: Promise<boolean>) { use(x) }", "boolean"],
  ])("%s", (_name, code, printed) => {
    expect(printType(readValue(code, "typed").type)).toBe(printed);
  });

  test("a half-typed program is read by its annotations, not refused", () => {
    expect(printType(readValue("const x: Missing = 1; use(x)", "typed").type)).toBe("other Missing");
  });
});

describe("by the declarations of the file", () => {
  test.each(Object.entries(BOTH))("%s", (_name, [code, printed]) => {
    const withoutAlias = printed.replace("record Pick", "record");
    expect(printType(readValue(code, "typescript").type)).toBe(withoutAlias);
  });

  test("an imported type is known by its name only", () => {
    expect(
      printType(readValue('import type { Email } from "m"; function f(x: Email) { use(x) }', "typescript").type),
    ).toBe("other Email");
  });

  test("types that stand for one another end", () => {
    expect(printType(readValue("type A = B; type B = A; function f(x: A) { use(x) }", "typescript").type)).toBe("?");
    expect(
      printType(
        readValue("interface A extends B {} interface B extends A {} function f(x: A) { use(x) }", "typescript").type,
      ),
    ).toBe("record A {  }");
  });
});

describe.each(["typed", "typescript"] as const)("types that have no properties of their own, read as %s", (how) => {
  test.each([
    ["function f(x: Map<string, number>) { use(x) }", "Map"],
    ["function f(x: RegExp | undefined) { use(x) }", "RegExp"],
    ["class Map { id = 1 } function f(x: Map) { use(x) }", undefined],
    ["interface Set { id: number } function f(x: Set) { use(x) }", undefined],
    ['import { Map } from "m"; function f(x: Map) { use(x) }', undefined],
  ])("%s", (code, expected) => {
    const program = how === "typed" ? `export {}; ${code}` : code;
    expect(readValue(program, how).fieldlessClass).toBe(expected);
  });
});

describe("which texts of a union can reach a place", () => {
  test.each([
    ["if (-x) use(x)", "warn|info"],
    ['if ((x === "warn") ?? y) use(x)', "warn|info"],
    ['if (x === "info" || y) use(x)', "warn|info"],
    ['if (!(x === "info" || y)) use(x)', "warn"],
    ['if (x < "warn") use(x)', "warn|info"],
    ['if ("warn" === x) use(x)', "warn"],
    ["if (y === z) use(x)", "warn|info"],
    // Which of them a function lets through is not seen.
    ["if (isKnown(x)) use(x)", ""],
    ["if (!isKnown(x)) return; use(x)", ""],
    ["if (isKnown()) use(x)", "warn|info"],
    ["if (y.includes(x)) use(x)", "warn|info"],
    ['if (["warn"].indexOf(x)) use(x)', ""],
    ['if (["info"].includes(x)) use(x)', "info"],
    ['if (!["info", , y].includes(x)) use(x)', "warn"],
    ['if (["info", , y].includes(x)) use(x)', "warn|info"],
    ["switch (x) { case y: use(x) }", "warn|info"],
    ['switch (x) { case "warn": y(); case "info": use(x) }', "warn|info"],
    ['switch (x) { case "warn": y(); break; case "info": use(x) }', "info"],
    ['switch (x) { case "warn": { return } case "info": use(x) }', "info"],
    ['switch (y) { case "warn": use(x) }', "warn|info"],
    ['switch (x) { case "warn": break; default: use(x) }', "info"],
    ['if (x === "warn") { { return } } use(x)', "info"],
    ['if (x === "warn") for (;;) y(); use(x)', "warn|info"],
    ['if (x === "warn") y(); use(x)', "warn|info"],
    ["if (use(x)) y()", "warn|info"],
  ])("%s: %s", (body, literals) => {
    const code = `function f(x: "warn" | "info", y: any, z: any) { ${body} }`;
    expect(readValue(code, "typescript").type?.literals.join("|")).toBe(literals);
  });
});

test("without types there are none", () => {
  expect(readValue("function f(x) { use(x) }", "espree").type).toBeUndefined();
});

/** What the annotations of a file tell, and, where it knows more, what a checker does. */
const ANNOTATIONS: readonly (readonly [code: string, declared: string, checked?: string])[] = [
  ["function f(x: [string, number]) { use(x) }", "list of ?", "list of text"],
  ["function f(x: Array<string>) { use(x) }", "list of text"],
  ["function f(x: ReadonlyArray<boolean>) { use(x) }", "list of boolean"],
  ["function f(x: Array) { use(x) }", "list of ?"],
  ["function f([, ...x]: string[]) { use(x) }", "list of text"],
  ["function f([, ...x]: Lines) { use(x) }", "list of ?"],
  ["interface U { id: number } function f(x: keyof U) { use(x) }", "literals id"],
  ["function f(x: keyof U) { use(x) }", "text PropertyKey"],
  ["function f(x: readonly string[]) { use(x) }", "list of text"],
  ["function f(x: bigint) { use(x) }", "number"],
  ["function f(x: 1) { use(x) }", "number"],
  ["function f(x: 1 | 2) { use(x) }", "number", "literals "],
  ["function f(x: -1) { use(x) }", "number"],
  ["function f(x: true) { use(x) }", "boolean"],
  ["function f(x: 10n) { use(x) }", "number"],
  ["function f(x: `plain`) { use(x) }", "literals plain"],
  ["function f(x: `a${1}`) { use(x) }", "text", "literals a1"],
  ["function f(x: null) { use(x) }", "?"],
  ["function f(x: 'a' | string) { use(x) }", "text"],
  ["function f(x: 'a' | (string & {})) { use(x) }", "text"],
  ["function f(x: 1 | 'a') { use(x) }", "other"],
  ["function f(x: 'a' | 'b' | undefined) { use(x) }", "literals a|b"],
  ["type A = 'a' | 'b'; function f(x: A | 'c') { use(x) }", "literals a|b|c"],
  ["function f(x: number | bigint) { use(x) }", "number"],
  [
    "interface A { a: string } interface B { b: number } function f(x: A | B) { use(x) }",
    "record { a: text, b: number }",
  ],
  [
    "interface A { a: string } interface B { b: number } function f(x: A & B) { use(x) }",
    "record { a: text, b: number }",
  ],
  ["interface A { a: string } function f(x: A | any) { use(x) }", "?"],
  [
    "interface U { id: number; email: string } function f(x: Omit<U, 'email'>) { use(x) }",
    "record { id: number }",
    "record Omit { id: number }",
  ],
  ["function f(x: Pick<string, 'email'>) { use(x) }", "?", "record Pick {  }"],
  [
    "interface U { id: number } function f(x: Partial<U>) { use(x) }",
    "record U { id: number }",
    "record Partial { id: number }",
  ],
  ["interface U { id: number } function f(x: NonNullable<U | null>) { use(x) }", "record U { id: number }"],
  ["interface U { id: number } function f(x: Awaited<Promise<U>>) { use(x) }", "record U { id: number }"],
  [
    "interface U { 'id': number; ['key']: string; [k: string]: unknown; m(): void } function f(x: U) { use(x) }",
    "record U { id: number, key: text }",
    "record U { id: number, key: text, m: other m }",
  ],
  [
    "class U { id: number = 1; 'k': string = ''; static [x]: boolean; m() {} } function f(x: U) { use(x) }",
    "record U { id: number, k: text }",
    "record U { id: number, k: text, m: other m }",
  ],
  ["function f(x: import('m').A) { use(x) }", "?"],
  ["function f(x: NS.Email) { use(x) }", "other Email"],
  ["interface B extends NS.A { id: number } function f(x: B) { use(x) }", "record B { id: number }"],
  ["interface B extends Missing { id: number } function f(x: B) { use(x) }", "record B { id: number }"],
  ["function f(x: new () => string) { use(x) }", "other", "record {  }"],
  ["function f(x: unique symbol) { use(x) }", "?", "record {  }"],
  ["function f(x): x is string { return use(x) }", "?"],
  ["function g(x): x is string { return true } use(g(1))", "boolean"],
  ["const g = (): string => ''; use(g())", "text"],
  ["const g = function (): number { return 1 }; use(g())", "number"],
  ["const g = 1; use(g())", "?"],
  ["function h(g: () => string) { use(g()) }", "?", "text"],
  ["function g() { return '' } use(g())", "?", "text"],
  ["use(a.b())", "?"],
  ["type T = { a: string }; const { a } = load() as T; use(a)", "text"],
  ["function f({ a }: { a: string } = {}) { use(a) }", "text"],
  ["function f([a]: boolean[]) { use(a) }", "boolean"],
  ["function f({ a = 1 }: { a?: number }) { use(a) }", "number"],
  ["function f({ ...rest }: { a: number }) { use(rest) }", "?", "record rest { a: number }"],
  ["function f(x: string = '') { use(x) }", "text"],
  ["for (const x of xs as string[]) use(x)", "text"],
  ["declare const xs: boolean[]; for (const x of xs) use(x)", "boolean"],
  ["enum N { A, B } function f(x: N) { use(x) }", "literals N "],
  ["enum N { A = 'a', B = 1 } function f(x: N) { use(x) }", "literals N ", "other N"],
  [
    "export default interface U { id: number } function f(x: U) { use(x) }",
    "record U { id: number }",
    "record default { id: number }",
  ],
  ["export type U = { id: number }; function f(x: U) { use(x) }", "record U { id: number }"],
  ["export default class { id = 1 } function f(x: U) { use(x) }", "other U"],
  ["type L = string[]; function f(x: L) { use(x) }", "list L of text"],
  ["type L = Map<string, number>; function f(x: L) { use(x) }", "other L", "record L {  }"],
  ["type Deep = A1; type A1 = A2; type A2 = string; function f(x: Deep) { use(x) }", "text Deep"],
  ["function f(x: object) { use(x) }", "?", "other"],
  ["function f(x: {}) { use(x) }", "record {  }"],
  ["function f(x: symbol) { use(x) }", "?", "record {  }"],
  ["function f(x: never) { use(x) }", "?", "other"],
  ["var x: string; var x: string; use(x)", "?", "text"],
  ["use(this.x)", "?"],
  ["async (p: Promise<{ a: string }>) => use((await p).a)", "text"],
  ["async (p: string) => use(await p)", "text"],
  ["function f(x: Boolean) { use(x) }", "other Boolean", "boolean Boolean"],
  ["function f(x: String) { use(x) }", "other String", "text String"],
  ["function f(x: Omit) { use(x) }", "?"],
  ["function f() {} use(f.x)", "?"],
  ["interface U { id: number } function f(x: U | undefined) { use(x) }", "record U { id: number }"],
  ["function f(x: string | void) { use(x) }", "text"],
  ["function f(x: null | undefined) { use(x) }", "?"],
  ["function f(x: 'a' | string | number) { use(x) }", "other"],
  ["function f(x: 'a' | boolean) { use(x) }", "other"],
  [
    "export class Promise { ok = true } function f(x: Promise) { use(x) }",
    "record Promise { ok: ? }",
    "record Promise { ok: boolean }",
  ],
  ["function f(x: { readonly brand: 1 } & string) { use(x) }", "text"],
  ["interface A { a: string } function f(x: A & object) { use(x) }", "record A { a: text }"],
  ["import type { B } from 'm'; interface A { a: string } function f(x: A & B) { use(x) }", "record { a: text }"],
  ["function h(g: () => string): number { use(g()); return 1 }", "?", "text"],
  [
    "interface U { id: number } function f(x: Readonly<U>) { use(x) }",
    "record U { id: number }",
    "record Readonly { id: number }",
  ],
  [
    "interface U { id: number } function f(x: Required<U>) { use(x) }",
    "record U { id: number }",
    "record Required { id: number }",
  ],
  [
    "interface U { id: number } function f(x: Pick<U, keyof U>) { use(x) }",
    "record { id: number }",
    "record Pick { id: number }",
  ],
  ["interface U { id: number } use(x as U)", "record U { id: number }"],
  ["use(x as unknown as string)", "text"],
  ["use(x as const)", "?"],
  ["interface U { id: number } function f(x: U['id']) { use(x) }", "number"],
  ["function f(x: U['email']) { use(x) }", "other email"],
  ["declare function f(): boolean; use(f())", "boolean"],
  ["interface U { id: number } function f(x: Omit<U>) { use(x) }", "?"],
  ["interface U { id: number; [key]: string } function f(x: U) { use(x) }", "record U { id: number }"],
  ["interface U { id; name } function f(x: U) { use(x) }", "record U { id: ?, name: ? }"],
  ["class U { id; [key]: string } function f(x: U) { use(x) }", "record U { id: ? }"],
  ["interface U { ok: boolean } function f(x: U) { use(x.no) }", "?"],
  ["interface U { ok: boolean } function f({ no }: U) { use(no) }", "?"],
  ["interface U { ok: boolean } function f({ [key]: ok }: U) { use(ok) }", "?"],
  [
    "interface A { id: unknown; a: string } interface B extends A { id: string } function f(x: B) { use(x) }",
    "record B { id: text, a: text }",
  ],
  ["function f(x: { a: string } | { a: number }) { use(x) }", "record { a: text }"],
  ["interface U { id: number } export { U }; function f(x: U) { use(x) }", "record U { id: number }"],
  ["class A { constructor(private x: string) { use(x) } }", "text"],
  ["let x: string; use(x)", "text"],
  ["try {} catch (x: unknown) { use(x) }", "?"],
  ["function f(x: `a${string}`) { use(x) }", "text"],
  ["function f(x: 'a' | 'b') { if (x !== 'a' && x !== 'b') use(x) }", "?"],
  ["interface U { id: number } function f(x: U[string]) { use(x) }", "?"],
  ["interface U { id: number } function f(x: U[K]) { use(x) }", "?"],
];

describe("annotations", () => {
  test.each(ANNOTATIONS.map(([code, declared, checked = declared]) => [code, declared, checked] as const))(
    "%s",
    (code, declared, checked) => {
      expect(printType(readValue(code, "typescript").type)).toBe(declared);
      expect(printType(readValue(code, "typed").type)).toBe(checked);
    },
  );
});
