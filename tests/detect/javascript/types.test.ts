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
  "an item of a list, as the checker sees": [
    "function f(x: readonly boolean[]) { use(x) }",
    "list of boolean",
  ],
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
    [
      "properties of the language's own types are not listed",
      "function f(x: Date) { use(x) }",
      "record Date {  }",
    ],
    ["a generic parameter by its bound", "function f<T extends string>(x: T) { use(x) }", "text T"],
    ["what a promise holds", "function f(x: Promise<boolean>) { use(x) }", "boolean"],
  ])("%s", (_name, code, printed) => {
    expect(printType(readValue(code, "typed").type)).toBe(printed);
  });

  test("a half-typed program is read without types, not refused", () => {
    expect(printType(readValue("const x: Missing = 1; use(x)", "typed").type)).toBe("?");
  });
});

describe("by the declarations of the file", () => {
  test.each(Object.entries(BOTH))("%s", (_name, [code, printed]) => {
    const withoutAlias = printed.replace("record Pick", "record");
    expect(printType(readValue(code, "typescript").type)).toBe(withoutAlias);
  });

  test("an imported type is known by its name only", () => {
    expect(
      printType(
        readValue('import type { Email } from "m"; function f(x: Email) { use(x) }', "typescript").type,
      ),
    ).toBe("other Email");
  });

  test("types that stand for one another end", () => {
    expect(
      printType(readValue("type A = B; type B = A; function f(x: A) { use(x) }", "typescript").type),
    ).toBe("?");
    expect(
      printType(
        readValue(
          "interface A extends B {} interface B extends A {} function f(x: A) { use(x) }",
          "typescript",
        ).type,
      ),
    ).toBe("record A {  }");
  });
});

test("without types there are none", () => {
  expect(readValue("function f(x) { use(x) }", "espree").type).toBeUndefined();
});
