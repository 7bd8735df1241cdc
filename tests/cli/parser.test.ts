import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type AST, type SourceCode } from "eslint";
import * as svelteParser from "svelte-eslint-parser";
import { describe, expect, it } from "vitest";
import * as vueParser from "vue-eslint-parser";
import { embeddedParser, parseNatively } from "../../src/cli/parser/index.ts";
import { openNativeParser } from "../../src/cli/parser/native.ts";
import { scriptParsers } from "../../src/cli/script-parser.ts";
import { detectJavaScript } from "../../src/detect/javascript/index.ts";
import plugin from "../../src/index.ts";
import { readSettings } from "../../src/settings.ts";
import { show } from "../support/detect.ts";
import { printValue } from "../support/print-value.ts";

/** Each kind of syntax that Babel's tree and typescript-eslint's differ in, or that their tokens or scopes may. */
const SYNTAX: Readonly<Record<string, string>> = {
  "type arguments": "f<T>(x); new F<T>(); f<T>`a${b}c`; const g = f<T>; let h: A.B<C<D>>; let i: typeof j.k<L>;",
  "arguments that begin by <<": "let o: A<<T>() => T>;",
  "a class with all its members": `
    abstract class A<T> extends B<T> implements D, E.F<G> {
      abstract x: string; abstract accessor y: number; abstract get z(): T; protected abstract m<U>(a: U): void;
      override readonly q? = 1; static { a(); } [k: string]: any; declare readonly r: T; s!: T; static #p = 1;
      constructor(private readonly a: string, public b?: number, override c = 1) { super(); }
      o(): void; o(a?: string): void {} static async *gen() {} "quoted"() {} 1() {} [c]() {} has(o) { return #p in o; }
    }`,
  decorators: "@dec class A { @dec() x; @a.b m(@inject() p: T) {} @c accessor d; constructor(@x() private y?: Z) {} }",
  "decorators before and after export": "@a export class A {} @b export default class B {} export @c class C {}",
  enums: 'enum A { B, C = 1, "d" = "x" } declare const enum Y {} export enum Q { A } enum /* { */ R /* { */ { A }',
  namespaces: 'namespace A.B.C { export const x = 1 } declare module "x" {} declare module "z"; declare global { }',
  interfaces: `
    interface A<T = string, out U extends V = W> extends B<T>, C.D {
      (a: T): U; new (a: T): U; m?<X>(a?: X, ...b: T[]): void; readonly p?: T; [k: string]: T; get g(): T; set g(v: T);
    }`,
  "modifiers of type parameters": "type A<in out T, in U, out /* out */ V, out> = B; const f = <const T,>(x: T) => x;",
  "mapped types": "type A = { -readonly [K in T as `x${K}`]-?: V }; type B = { readonly [K in keyof T]?: T[K] };",
  "types of functions": "type F = (a: T, b?: U, ...c: V[]) => asserts a is T; type G = new <T>(a: T) => U;",
  "parenthesised types": "type A = (((B))); let c: (() => D)[]; type E = (F | G) & (H);",
  tuples: "type I = [a: T, b?: U, ...c: V[]]; type J = readonly [T, U?, ...V[]];",
  "literal types": "type R = -1 | 1n | 'a' | true | null | undefined | `a` | `a${string}b${number}` | unique symbol;",
  "imported types": 'type U = import("x"); type V = typeof import("x"); type W = import("x").Y<Z>;',
  "this as a type": "class A { m(): typeof this.x.y {} n(): this is B {} } function f(this: T): asserts this {}",
  assertions:
    "x as const; <T>x; x satisfies T; x!; x!.y; (x as any) = 1; ({ a: b as any } = c); for (const x of y as T) {}",
  "optional chains": "x?.y!; x?.y!.z; (x?.y)!.z; x?.[0]?.(a); x?.y<T>(z); (a?.b)(); delete a?.b; a!?.b;",
  overloads:
    "function f(a: string): void; function f(a?: any) {} declare function g(): void; export default function (): T;",
  "imports and exports": `
    import a, { type b, c as d, default as g } from "x"; import * as i from "y"; import type j from "z";
    import l from "./l.json" with { type: "json" }; export { a, type b as c }; export * from "x"; export * as n from "y";
    export type { o } from "z"; export { q } from "r" with { type: "json" }; import("x", { with: {} });`,
  "TypeScript's own imports":
    'import a = require("x"); export import e = f.g; import type h = require("y"); export = a;',
  declarations:
    "export declare const e: F; declare let x, y: T; let z!: T; export abstract class D {} export type A = B;",
  templates: "`a`; `a${b}c${d}`; `multi\nline ${a + `nested ${b}`} end`; String.raw`x\\n`;",
  literals: "/a[/]b/gi.test(x); /(?<n>a)/v; 1_000; 0xff; 1n; .5; 'a\\n'; null; true; a.null; a / b / c;",
  "private names": "class A { #a = 1; get #b() { return this.#a } static async *#c() {} }",
  "explicit resources": "async function f() { using a = b(); await using c = d(); }",
  "comments and directives": "'use strict'; /* c1 */ a // c2\n/** doc */ b",
  "names that are keywords elsewhere":
    "var of, as, type, async, declare, namespace, abstract, is; type = 1; async(); as(of);",
  "lists with holes": "const [, a, , b] = [, c, , d];",
  "an abstract accessor": "abstract class A { abstract accessor b: string }",
  nothing: "",
};

const JSX: Readonly<Record<string, string>> = {
  elements: `<A b='c' d={e} {...f} g:h="&amp;i" l-m>text &nbsp; # {n} {/* c */} <p.q.r /> <></></A>`,
  "type arguments": "<A<T> b />; const a = <T,>(x: T) => <div>{x}</div>",
  "text that looks like tokens": "<div>it's #{a} `b` /c/ {`d${e}`}</div>",
};

/** A place in which a breadcrumb can stand, in words that TypeScript adds; `CALL` is a call that records one. */
const PLACES: Readonly<Record<string, string>> = {
  "a statement": "CALL;",
  "a method of a class with types":
    "class A<T> implements B { private m<U>(this: A<T>, a?: U): asserts a is U { CALL } }",
  "an accessor and a static block": "class A { accessor a = () => CALL; static { CALL } get b(): void { CALL } }",
  "a namespace": "namespace A.B { export const a = (): void => CALL }",
  "a decorator's argument": "@a(() => CALL) class A {}",
  "an arrow with type parameters": "const f = async <T,>(a: T): Promise<void> => { CALL; };",
  "a parameter's default": "function f(a: string = CALL as any, ...b: T[]) {}",
  "a branch of an assertion": "const a = (b satisfies C) ? (CALL)! : <any>CALL;",
  "an overloaded function": "function f(a: string): void; function f(a?: any) { CALL }",
  "a template": "const a = `b${CALL}c`;",
  "an exported default": "export default function <T>(this: T) { CALL }",
  "a loop over what is asserted": "for (const a of b as string[]) CALL;",
};

/** Ways to write what a breadcrumb records. */
const CALLS = [
  'Sentry.addBreadcrumb({ message: `a ${user.email} b`, level: "warn" as Level, data: { id: user!.id, ...rest } })',
  'Sentry.addBreadcrumb(<Sentry.Breadcrumb>{ category: Category.Auth, "type": kind satisfies string, timestamp: 1_000 })',
  'add?.({ message: names?.[0]?.first ?? "none", data: { total: total as unknown as number } } as const)',
];

const AROUND = `
  import * as Sentry from "@sentry/browser";
  import { addBreadcrumb as add, type Breadcrumb } from "@sentry/browser";
  enum Category { Auth = "auth" }
  type Level = Sentry.SeverityLevel;
  declare const user: { email: string; id: number } | undefined, names: { first?: string }[], kind: string;
`;

describe("the embedded parser", () => {
  it.each(Object.entries(SYNTAX))("reads %s as typescript-eslint does", (_, text) => {
    expect(picture(text, "file.ts", embeddedParser)).toEqual(picture(text, "file.ts", typescriptParser));
  });

  it.each(Object.entries(JSX))("reads JSX as typescript-eslint does: %s", (_, text) => {
    expect(picture(text, "file.tsx", embeddedParser)).toEqual(picture(text, "file.tsx", typescriptParser));
  });

  it("reads JSX in JavaScript", () => {
    const text = JSX["elements"] ?? "";
    expect(picture(text, "file.jsx", embeddedParser)).toEqual(picture(text, "file.jsx", typescriptParser));
  });

  it("reads files of declarations", () => {
    const text = "export function f(): void; export const a: string; export class A { m(): void; get b(): C }";
    expect(picture(text, "file.d.ts", embeddedParser)).toEqual(picture(text, "file.d.ts", typescriptParser));
  });

  it.each(Object.entries(PLACES))("shows the detector the same breadcrumbs in %s", (_, place) => {
    for (const call of CALLS) {
      const text = `${AROUND}${place.replaceAll("CALL", () => call)}`;
      const found = breadcrumbs(text, embeddedParser);
      expect(found).not.toEqual([]);
      expect(found).toEqual(breadcrumbs(text, typescriptParser));
    }
  });

  it.each(Object.entries(PLACES))("has ESLint visit the program alone, and shows the detector all: %s", (_, place) => {
    const { files } = scriptParsers(process.cwd());
    const text = `${AROUND}${place.replaceAll("CALL", () => CALLS[0] ?? "")}`;
    const visited = [...sourceOf(text, "file.ts", files).traverse()].map(({ target }) => target).filter(isTyped);
    expect(new Set(visited.map(({ type }) => type))).toEqual(new Set(["Program"]));
    expect(breadcrumbs(text, files)).toEqual(breadcrumbs(text, typescriptParser));
    expect(verify(text, "file.ts", { parser: files })).toEqual(verify(text, "file.ts", { parser: typescriptParser }));
  });

  it("hands out what is parsed already, once and for the same text", () => {
    const text = "a();";
    const parsed = new Map(["a.ts", "b.ts"].map((path) => [path, sourceOf(text, path, embeddedParser)]));
    const known = parsed.get("a.ts");
    const { files } = scriptParsers(process.cwd(), parsed);
    expect(sourceOf("b();", "a.ts", files).ast).not.toBe(known?.ast);
    const handedOut = sourceOf(text, "a.ts", files);
    expect([handedOut.ast, handedOut.scopeManager]).toEqual([known?.ast, known?.scopeManager]);
    expect(handedOut.ast).toBe(known?.ast);
    expect([...parsed.keys()]).toEqual(["b.ts"]);
    expect(sourceOf(text, "a.ts", files).ast).not.toBe(known?.ast);
  });

  it("takes the function that makes elements for used", () => {
    const { scopeManager } = embeddedParser.parseForESLint('import { h, F } from "preact"; <></>;', {
      filePath: "file.jsx",
      sourceType: "module",
      jsxPragma: "h",
      jsxFragmentName: "F",
    });
    const used = scopeManager?.scopes[1]?.variables.filter(({ references }) => references.length > 0);
    expect(used?.map(({ name }) => name)).toEqual(["h", "F"]);
  });

  it("needs no options", () => {
    expect(embeddedParser.parse("const a: b = c;")).toMatchObject({ type: "Program", sourceType: "script" });
  });

  it("gives what a CommonJS file declares a scope of its own", () => {
    const { scopeManager } = sourceOf("const a = 1;", "file.cjs", embeddedParser, "commonjs");
    expect(scopeManager.scopes.map(({ type }) => type)).toEqual(["global", "function"]);
  });

  it.each([
    ["a missing semicolon", "const a = 1;\na b", "Parsing error: Missing semicolon.", 2, 2],
    ["an unclosed brace", "function f() {\n", "Parsing error: Unexpected token", 2, 1],
    [
      "an interface without a name",
      "interface {}",
      "Parsing error: 'interface' declarations must be followed by an identifier.",
      1,
      11,
    ],
  ])("says where the text does not follow the grammar: %s", (_, text, message, line, column) => {
    const messages = verify(text, "file.ts", { parser: embeddedParser });
    expect(messages).toMatchObject([{ fatal: true, message, line, column }]);
  });

  it.each([
    ["a name declared twice", "const a = 1; const a = 2;"],
    ["await in a plain function", "function f() { await a; }"],
    ["what is exported but not declared", "export { a };"],
  ])("lets pass what only a checker finds wrong: %s", (_, text) => {
    expect(verify(text, "file.ts", { parser: embeddedParser })).toEqual([]);
  });
});

describe("the native parser", async () => {
  const native = await openNativeParser();
  const parseTo = (text: string, filePath: string) =>
    native && parseNatively(native, text, { filePath, sourceType: "module" });

  it.each([
    ...Object.entries(SYNTAX).map(([name, text]) => ["file.ts", name, text] as const),
    ...Object.entries(JSX).map(([name, text]) => ["file.tsx", name, text.replaceAll(/&\w+;/gu, "")] as const),
    ["file.d.ts", "declarations", "export function f(): void; export class A { m(): void; get b(): C }"] as const,
    ["file.jsx", "JSX in JavaScript", "<a b={c}>d</a>"] as const,
    ["file.tsx", "ampersands that refer to no character", '<a href="?b=c&d=e" />'] as const,
  ])("gives %s the tree that typescript-eslint gives it: %s", (file, _, text) => {
    const found = parseTo(text, file);
    expect(found).toBeDefined();
    const { ast } = sourceOf(text, file, typescriptParser);
    expect(treeOf(found?.ast)).toEqual(treeOf(ast));
    expect(found?.ast.loc).toEqual(ast.loc);
    expect(found?.ast.comments.map(plain)).toEqual(ast.comments.map(plain));
  });

  it.each([
    ["does not follow the grammar", "const = 1;"],
    ["has a character reference, which it does not read", '<a b="&amp;" />'],
    ["nests deeper than the stack may hold", `${"[".repeat(3000)}${"]".repeat(3000)}`],
    ["nests as deep without brackets", `a = ${"b ? c : ".repeat(3000)}d`],
  ])("leaves to the embedded one what %s", (_, text) => {
    expect(parseTo(text, "file.tsx")).toBeUndefined();
  });

  it("reads the text of elements, with character references as they are written", () => {
    expect(parseTo("<a>b &amp; c</a>", "file.tsx")?.ast.body).toHaveLength(1);
  });

  it("reads what is long, but not deep", () => {
    const statements = 'f(a ? b : c, [d => !e], "(:"); // :)\n'.repeat(3000);
    expect(parseTo(`${statements}}`, "file.ts")).toBeUndefined();
    expect(parseTo(statements, "file.ts")?.ast.body).toHaveLength(3000);
  });

  it("is done without where it is not installed", async () => {
    expect(await openNativeParser(() => Promise.reject(new Error("Cannot find module")))).toBeUndefined();
    const { files } = scriptParsers(process.cwd(), undefined, undefined);
    const text = `${AROUND}${CALLS[0] ?? ""}`;
    expect(verify(text, "file.ts", { parser: files })).toEqual(verify(text, "file.ts", { parser: typescriptParser }));
  });
});

const VUE = `
<script setup lang="ts" generic="T extends string">
import { addBreadcrumb } from "@sentry/vue";
const props = defineProps<{ a: T; b?: string }>();
function f(e: Event) { addBreadcrumb({ level: "warn" as any, data: { email: (e as any).email! } }) }
</script>
<template>
  <p v-for="(a, i) of (list as Item[])" :key="a!.b" @click="(e: Event) => f(e)" v-slot="{ c, d = 1 }: P">
    {{ a as string }} {{ addBreadcrumb({ level: "warn" }) }}
  </p>
</template>`;

const SVELTE = `
<script lang="ts">
  import { addBreadcrumb } from "@sentry/svelte";
  let { a, b }: { a: T; b?: string } = $props();
  function f(e: Event) { addBreadcrumb({ level: "warn" as any, data: { email: (e as any).email! } }) }
</script>
<button onclick={(e: Event) => f(e as any)}>{a as number}</button>
{#snippet foo(x: string)}<i onclick={() => addBreadcrumb({ level: "warn" })}>{x}</i>{/snippet}`;

describe("the embedded parser within a component's", () => {
  it.each([
    ["Vue", "file.vue", VUE, vueParser],
    ["Svelte", "file.svelte", SVELTE, svelteParser],
  ])("%s", (_, file, text, parser) => {
    const messages = (inner: Linter.Parser) => verify(text, file, { parser, parserOptions: { parser: inner } });
    const found = messages(embeddedParser);
    expect(found.map(({ ruleId }) => ruleId)).toContain("sentry-breadcrumbs/valid-level");
    expect(found).toEqual(messages(typescriptParser));
  });
});

function verify(text: string, filename: string, languageOptions: Linter.LanguageOptions): Linter.LintMessage[] {
  const rules = Object.keys(plugin.rules ?? {}).map((name) => [`sentry-breadcrumbs/${name}`, "error"]);
  return new Linter().verify(
    text,
    {
      files: ["**/*.*"],
      languageOptions,
      plugins: { "sentry-breadcrumbs": plugin },
      rules: Object.fromEntries(rules) as Linter.RulesRecord,
    },
    { filename },
  );
}

function sourceOf(
  text: string,
  filename: string,
  parser: Linter.Parser,
  sourceType: "module" | "commonjs" = "module",
): SourceCode {
  const linter = new Linter();
  const messages = linter.verify(text, { files: ["**/*.*"], languageOptions: { parser, sourceType } }, { filename });
  expect(messages).toEqual([]);
  return linter.getSourceCode();
}

function isTyped(target: unknown): target is { readonly type: string } {
  return typeof target === "object" && target !== null && "type" in target;
}

function breadcrumbs(text: string, parser: Linter.Parser): readonly unknown[] {
  const file = detectJavaScript(sourceOf(text, "file.ts", parser), readSettings({}));
  return file.breadcrumbs.map((breadcrumb) => ({
    shown: show(breadcrumb),
    range: breadcrumb.range,
    values: [breadcrumb.message, breadcrumb.category, breadcrumb.level, breadcrumb.type, breadcrumb.data].map(
      (field) => field && printValue(field.value, true),
    ),
  }));
}

/** All that a rule can see of a text: tree, tokens, comments, and what names stand for. */
function picture(text: string, filename: string, parser: Linter.Parser): unknown {
  const { ast, scopeManager } = sourceOf(text, filename, parser);
  const { tokens, comments, ...program } = ast;
  return {
    program: plain(program),
    tokens: tokens.map(({ type, value, range, loc }) => ({
      type: kindOf(type, value),
      value,
      range,
      place: placeOf(loc),
    })),
    comments: plain(comments),
    scopes: scopeManager.scopes.map((scope) => ({
      type: scope.type,
      block: scope.block.range,
      variables: scope.variables
        .filter(({ defs, references }) => defs.length + references.length > 0)
        .map(({ name, defs, references }) => ({
          name,
          defs: defs.map((definition) => [definition.type, definition.name.range]),
          references: references.map((reference) => [reference.identifier.range, reference.isWrite()]),
        })),
      through: scope.through.map(({ identifier }) => identifier.range),
    })),
  };
}

/** Whether a word counts as a keyword is a matter of its place for TypeScript, and of the word for espree. */
function kindOf(type: string, value: string): string {
  return /^[a-z]+$/iu.test(value) && /^(?:Keyword|Identifier|JSXIdentifier)$/u.test(type) ? "Word" : type;
}

/** What only one parser has: offsets beside ranges, notes; a location is said by its numbers. */
const ASIDE = new Set(["parent", "start", "end", "extra", "phase", "loc"]);

/** What a node says: its place, and of its properties those that say something. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
  const said = Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([name, property]) => property.get === undefined && property.enumerable === true && !ASIDE.has(name))
    .map(([name, { value: inner }]) => [name, plain(inner)] as const)
    .filter(([, inner]) => !isNothing(inner));
  return {
    ...Object.fromEntries(said),
    ...("loc" in value ? { place: placeOf(value.loc as AST.SourceLocation) } : {}),
  };
}

/** A tree by its ranges: the native parser gives no lines and columns. */
function treeOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(plain(value), (key, inner: unknown) => {
      if (key === "place" || key === "tokens" || key === "comments") return undefined;
      return typeof inner === "bigint" ? String(inner) : inner;
    }),
  );
}

function placeOf({ start, end }: AST.SourceLocation): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
