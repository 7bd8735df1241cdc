import type { TSESTree } from "@typescript-eslint/utils";
import { expect, it } from "vitest";
import type { Use } from "../../../src/detect/javascript/names/arrivals.ts";
import { openProgram } from "../../../src/detect/javascript/program.ts";
import { isFunction, type Node } from "../../../src/detect/javascript/syntax/nodes.ts";
import { nodesOf } from "../../../src/detect/javascript/syntax/walk.ts";
import { createValueReader } from "../../../src/detect/javascript/values/reader.ts";
import { readSettings } from "../../../src/settings.ts";
import { parse } from "../../support/parse.ts";

function isIdentifier(node: Node): node is TSESTree.Identifier {
  return node.type === "Identifier";
}

/**
 * Where `IT` of a text arrives: the expression, the function of that name, or what is declared so. A place is said with
 * what stands there, what leads from there to the value (`.v`, `.?` where a key is not known), and `copy`.
 */
function arrivals(text: string): readonly string[] {
  const program = openProgram(parse(text, "tsx"), readSettings({}));
  const { uses } = createValueReader(program);
  const { sourceCode } = program;
  const it = nodesOf(sourceCode, isIdentifier).find(({ name }) => name === "IT");
  const around = it?.parent;
  if (it === undefined || around === undefined) throw new Error("expected `IT`");
  const isMethod = (around.type === "MethodDefinition" || around.type === "Property") && around.key === it;
  const owner = isMethod && !around.computed ? around.value : around;
  const isDeclared = program.scopes.variableOf(it)?.defs.some(({ name }) => name === it) === true;
  if (isFunction(owner) && (owner !== around || owner.id === it)) return shown(uses.ofFunction(owner));
  return shown(isDeclared ? uses.ofName(it, []) : uses.of(it));

  function shown(found: readonly Use[]): readonly string[] {
    return found.map((use) => {
      const path = use.path.map((key) => `.${key ?? "?"}`).join("");
      return [placeOf(use), path, use.isCopy ? "copy" : ""].filter(Boolean).join(" ");
    });
  }

  function placeOf(use: Use): string {
    const textOf = (node: Node): string => sourceCode.getText(node).replaceAll(/\s+/gu, " ");
    switch (use.kind) {
      case "argument":
        return `argument ${use.index} of ${textOf(use.call.callee)}`;
      case "called":
        return `${textOf(use.call)} called`;
      case "returned":
        return `returned by ${use.function.id?.name ?? textOf(use.function)}`;
      case "written":
        return `written to ${textOf(use.target)}`;
      case "held":
        return `held in ${use.variable.name}`;
      case "member":
        return `${textOf(use.member)} taken`;
      case "field":
        return `field ${textOf(use.field.key)}`;
      case "attribute":
        return `attribute ${textOf(use.attribute.name)}`;
      default:
        return `${use.kind} as ${textOf(use.node)}`;
    }
  }
}

const FROM_WHERE_IT_STANDS: readonly (readonly [code: string, ...arrivals: readonly string[]])[] = [
  ["f(1, IT)", "argument 1 of f"],
  ["new F(IT)", "argument 0 of F"],
  ["IT(1)", "IT(1) called"],
  ["new IT()", "new IT() called"],
  ["IT.name", "IT.name taken"],
  ["o[IT]", "read as IT"],
  ["f(...IT)", "argument 0 of f copy"],
  ["f({ a: [1, IT] })", "argument 0 of f .a.1"],
  ["f({ [k]: IT })", "argument 0 of f .?"],
  ["f({ [IT]: 1 })", "read as IT"],
  ["f({ ...IT })", "argument 0 of f copy"],
  ["f({ ...{ a: IT } })", "argument 0 of f .a"],
  ["f([...IT])", "argument 0 of f copy"],
  ["f([...list, IT])", "argument 0 of f .?"],
  ["f([...[IT]])", "argument 0 of f .?"],
  ["f({ get a() { return IT; } })", "returned by () { return IT; }"],
  ["f(IT as T, IT)", "argument 0 of f"],
  ["f(IT satisfies T)", "argument 0 of f"],
  ["async () => { f(await IT); }", "argument 0 of f"],
  ["f(IT?.())", "IT?.() called"],
  ["f(a ?? IT)", "argument 0 of f"],
  ["f(IT && a)", "argument 0 of f"],
  ["f(a ? IT : 1)", "argument 0 of f"],
  ["f(IT ? a : 1)", "tested as IT"],
  ["f((0, IT))", "argument 0 of f"],
  ["f((IT, 0))", "read as IT"],
  ["f(o.a = IT)", "written to o.a", "argument 0 of f"],
  ["o.a = IT;", "written to o.a"],
  ["o.a ??= IT;", "written to o.a"],
  ["o.a += IT;", "read as IT"],
  ["IT = a;", "read as IT"],
  ["if (IT) {}", "tested as IT"],
  ["while (IT) {}", "tested as IT"],
  ["do {} while (IT)", "tested as IT"],
  ["for (; IT; ) {}", "tested as IT"],
  ["f(!IT)", "tested as IT"],
  ["f(-IT)", "read as IT"],
  ["f(IT + 1)", "read as IT"],
  ["f(`a ${IT}`)", "read as IT"],
  ["f(tag`a ${IT}`)", "kept as IT"],
  ["throw IT;", "kept as IT"],
  ["function* g() { yield IT; }", "kept as IT"],
  ["function* g() { return IT; }", "kept as IT"],
  ["function g() { return IT; }", "returned by g"],
  ["const g = () => IT;", "returned by () => IT"],
  ["function g(a = IT) {}", "kept as IT"],
  ["class K { a = IT; }", "field a"],
  ["class K { [IT] = 1; }", "read as IT"],
  ["class K { [IT]() {} }", "read as IT"],
  ["<div onClick={IT} />", "attribute onClick"],
  ["<div>{IT}</div>", "kept as IT"],
  ["<div {...IT} />", "read as IT"],
  ["export default IT;", "read as IT"],
  ["for (const a of IT) {}", "read as IT"],
  ["IT;", "read as IT"],
];

it.each(FROM_WHERE_IT_STANDS)("from where it stands: %s", (code, ...expected) => {
  expect(arrivals(`declare let a: any, o: any, k: any, list: any[]; ${code}`)).toEqual(expected);
});

const BY_NAMES: typeof FROM_WHERE_IT_STANDS = [
  ["const v = IT; f(v);", "held in v", "argument 0 of f"],
  ["const v = IT; const w = v; f(w); w.a;", "held in v", "held in w", "argument 0 of f", "w.a taken"],
  ["let v; v = IT; v = 1; f(v);", "held in v", "argument 0 of f"],
  ["const { v } = { v: IT }; f(v);", "held in v", "argument 0 of f"],
  ["const { a: { v } } = { a: { v: IT } }; f(v);", "held in v", "argument 0 of f"],
  ["const { a, ...v } = { a: 1, b: IT }; f(v, a);", "held in v .b", "argument 0 of f .b"],
  ["const { a, ...v } = { a: IT, b: 1 }; f(v); g(a);", "held in a", "argument 0 of g"],
  ["const { [k]: v } = { b: IT }; f(v);", "written to { [k]: v } .b"],
  ["const { b, [k]: v } = { b: IT }; f(v); f(b);", "written to { b, [k]: v } .b"],
  ["const { v = 1 } = { v: IT }; f(v);", "held in v", "argument 0 of f"],
  ["const { v } = IT; f(v);", "written to { v }"],
  ["const { w } = { v: IT }; f(w);"],
  ["const [, v] = [1, IT]; f(v);", "held in v", "argument 0 of f"],
  ["const [v] = [1, IT]; f(v);"],
  ["const [v, ...w] = [IT, 1]; f(v, w);", "written to [v, ...w] .0"],
  ["const [v] = [...list, IT]; f(v);", "written to [v] .?"],
  [
    "const v = { a: IT, b: 1 }; f(v.a); g(v.b); h(v); v[k];",
    "held in v .a",
    "argument 0 of h .a",
    "v[k] taken .a",
    "argument 0 of f",
  ],
  ["const v = { a: { b: IT } }; f(v.a.b, v.a);", "held in v .a.b", "argument 0 of f", "argument 1 of f .b"],
  ["const v = { [k]: IT }; f(v.a);", "held in v .?", "v.a taken .?"],
  ["const v = [IT]; f(v[0], v[1]);", "held in v .0", "argument 0 of f"],
  ["const v = { ...IT }; f(v);", "held in v copy", "argument 0 of f"],
  ["const v = { ...{ a: IT } }; f(v.a);", "held in v .a", "argument 0 of f"],
  ["const v = IT; f({ ...v, a: v });", "held in v", "argument 0 of f copy", "argument 0 of f .a"],
  [
    "const v = IT; v(1); v.bind(o)(2); f(v.bind); v.call(o);",
    "held in v",
    "v(1) called",
    "v.bind(o)(2) called",
    "v.bind taken",
    "v.call taken",
  ],
  ["const v = useCallback(IT, []); f(v);", "argument 0 of useCallback", "held in v", "argument 0 of f"],
  ["const v = useCallback(a, IT); f(v);", "argument 1 of useCallback"],
  ["const v = new useCallback(IT); f(v);", "argument 0 of useCallback"],
  ["const v = useMemo(() => IT, []); f(v);", "returned by () => IT", "held in v", "argument 0 of f"],
  ["function make() { return IT; } f(make()); g(make);", "returned by make", "argument 0 of f"],
  [
    "const make = () => ({ a: IT }); f(make().a); const { a: v } = make(); g(v);",
    "returned by () => ({ a: IT }) .a",
    "argument 0 of f",
    "held in v",
    "argument 0 of g",
  ],
  ["const o2 = { make: () => IT }; f(o2.make());", "returned by () => IT", "argument 0 of f"],
  ["const v = IT; const again = () => { v(); again(); };", "held in v", "v() called"],
  ["class K { #a = IT; m() { f(this.#a); } }", "argument 0 of f"],
  ["class K { private a = IT; m() { f(this.a); } }", "argument 0 of f"],
  ["class K { a = IT; m() { f(this.a, this.b); } }", "field a", "argument 0 of f"],
  ["class K { [k] = IT; m() { f(this[k]); } }", "field k"],
  ["function IT() {} f(IT); IT();", "argument 0 of f", "IT() called"],
  ["const v = function IT() {}; f(v);", "held in v", "argument 0 of f"],
  ["const v = { IT() {} }; f(v.IT);", "held in v .IT", "argument 0 of f"],
  ["class K { IT() {} m() { f(this.IT); } }", "field IT", "argument 0 of f"],
  ["export default function IT() {}"],
  ["function g(IT) { f(IT); }", "held in IT", "argument 0 of f"],
  ["const IT = 1; f(IT); o.a = IT;", "held in IT", "argument 0 of f", "written to o.a"],
  ["let v = IT; v = v; f(v);", "held in v", "held in v", "argument 0 of f"],
  [
    "const a2 = () => a3(); const a3 = () => a2() ?? IT; f(a2());",
    "returned by () => a2() ?? IT",
    "returned by () => a3()",
    "returned by () => a2() ?? IT",
    "argument 0 of f",
  ],
];

it.each(BY_NAMES)("by way of names: %s", (code, ...expected) => {
  expect(arrivals(`declare let a: any, o: any, k: any, list: any[]; ${code}`)).toEqual(expected);
});

it("a value that arrives at too many places, or too far away, may be anywhere", () => {
  const many = Array.from({ length: 300 }, () => "f(v);").join(" ");
  const chain = Array.from({ length: 40 }, (_, index) => `const v${index + 1} = v${index};`).join(" ");
  const doubled = Array.from({ length: 20 }, (_, index) => `const v${index + 1} = { a: v${index}, b: v${index} };`);
  expect(arrivals(`const v = IT; ${many}`)).toEqual(["held in v", "kept as v"]);
  expect(arrivals(`const v0 = IT; ${chain} f(v40);`).at(-1)).toMatch(/^kept as v\d+$/u);
  expect(arrivals(`const v0 = IT; ${doubled.join(" ")} f(v20);`)).toContainEqual(expect.stringMatching(/^kept as/u));
});
