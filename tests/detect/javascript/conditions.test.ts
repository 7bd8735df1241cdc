import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/detect/conditions.ts";
import { openProgram } from "../../../src/detect/javascript/program.ts";
import {
  branchesAround,
  conditionOf,
  guardsAt,
  type Passed,
  type Question,
} from "../../../src/detect/javascript/syntax/conditions.ts";
import { isFunction, type Node } from "../../../src/detect/javascript/syntax/nodes.ts";
import { nodesOf } from "../../../src/detect/javascript/syntax/walk.ts";
import { readSettings } from "../../../src/settings.ts";
import { parse } from "../../support/parse.ts";

/** A file with `HERE` in it: that node, and how to show a condition. */
function open(text: string) {
  const { sourceCode } = openProgram(parse(text), readSettings({}));
  const isHere = (node: Node): node is Node => node.type === "Identifier" && node.name === "HERE";
  const [here] = nodesOf(sourceCode, isHere);
  if (here === undefined) throw new Error("expected `HERE`");
  const source = (node: Node): string => sourceCode.getText(node);
  const ask = (question: Question): string => {
    if (question.kind === "equal") return question.sides.map(source).join(" = ");
    return question.kind === "among" ? `${source(question.item)} in ${source(question.holder)}` : source(question.test);
  };
  const show = (condition: Condition<Question>): string => {
    switch (condition.kind) {
      case "question":
        return ask(condition.question);
      case "not":
        return `not(${show(condition.of)})`;
      default:
        return `${condition.kind}(${condition.of.map(show).join("; ")})`;
    }
  };
  const showGuard = ({ test, holds, otherwise }: Passed): string =>
    `${holds ? "" : "not "}${show(conditionOf(test))}${otherwise ? ` or ${otherwise.map((way) => way.map(source).join(" ")).join(" | ")}` : ""}`;
  return { here, show, showGuard };
}

describe("a condition", () => {
  it.each([
    ["a", "a"],
    ["(a as boolean)!", "a"],
    ["!a", "not(a)"],
    ["!!a", "not(not(a))"],
    ["-a", "-a"],
    ["a && b && c", "all(a; b; c)"],
    ["a && (b && c)", "all(a; all(b; c))"],
    ["a || b || c", "any(a; b; c)"],
    ["a || b && !c", "any(a; all(b; not(c)))"],
    ["(a || b) && c", "all(any(a; b); c)"],
    ["a ?? b", "a ?? b"],
    ["a === b", "a = b"],
    ["a == b", "a = b"],
    ["a !== b", "not(a = b)"],
    ["a != b", "not(a = b)"],
    ["a <= b", "a <= b"],
    ["a + b", "a + b"],
    ["a in b", "a in b"],
    ["b[a]", "a in b"],
    ["b.a", "b.a"],
    ["b.includes(a)", "a in b"],
    ["b?.has(a)", "a in b"],
    ["b.get(a)", "a in b"],
    ["b.hasOwnProperty(a)", "a in b"],
    ["Object.hasOwn(b, a)", "a in b"],
    ["b.some(a)", "b.some(a)"],
    ["b.has()", "b.has()"],
    ["has(a)", "has(a)"],
    ["b.indexOf(a) !== -1", "a in b"],
    ["b.indexOf(a) != -1", "a in b"],
    ["b.indexOf(a) > -1", "a in b"],
    ["b.indexOf(a) >= 0", "a in b"],
    ["b.indexOf(a) === -1", "not(a in b)"],
    ["b.indexOf(a) == -1", "not(a in b)"],
    ["b.indexOf(a) < 0", "not(a in b)"],
    ["b.indexOf(a) > 0", "b.indexOf(a) > 0"],
    ["b.indexOf(a) >= 0.5", "b.indexOf(a) >= 0.5"],
    ["b.indexOf(a) < 10", "b.indexOf(a) < 10"],
    ["b.indexOf(a) === 1", "b.indexOf(a) = 1"],
    ["b.indexOf(a) === c", "b.indexOf(a) = c"],
    ["b.indexOf() > -1", "b.indexOf() > -1"],
    ["b.search(a) > -1", "b.search(a) > -1"],
    ["indexOf(a) > -1", "indexOf(a) > -1"],
    ["a > -1", "a > -1"],
  ])("is taken apart: %s", (test, expected) => {
    const { here, showGuard } = open(`if (${test}) HERE;`);
    expect([...guardsAt(here, false)].map(showGuard)).toEqual([expected]);
  });
});

/** Code around and before `HERE`, and what has come out one way there, the nearest first. */
const GUARDS: readonly (readonly [text: string, ...guards: string[]])[] = [
  ["HERE;"],
  ["if (a) HERE;", "a"],
  ["if (a) b; else HERE;", "not a"],
  ["if (HERE) b;"],
  ["a ? HERE : b;", "a"],
  ["a ? b : HERE;", "not a"],
  ["HERE ? a : b;"],
  ["a && HERE;", "a"],
  ["a || HERE;", "not a"],
  ["a ?? HERE;", "not a"],
  ["HERE ?? a;"],
  ["HERE && a;"],
  ["a + HERE;"],
  ["if (a) { if (b) HERE; }", "b", "a"],
  ["if (a) throw b; HERE;", "not a"],
  ["if (a) { b; return; } HERE;", "not a"],
  ["if (a) { { break; } } HERE;", "not a"],
  ["if (a) return; else b; HERE;", "not a"],
  ["if (a) b; else { return; } HERE;", "not a or b;", "a"],
  ["if (a) b; else c; HERE;", "not a or b;"],
  ["if (a) b; else if (c) d; HERE;", "not a or b;", "not c or b; | d;"],
  ["if (a) return; else if (c) d; HERE;", "not a", "not c or d;"],
  ["if (a) b; else if (c) return; HERE;", "not a or b;", "not c or b;"],
  ["if (a) b; else if (c) d; else return; HERE;", "not a or b;", "not c or b; | d;", "c or b;"],
  ["if (a) b; HERE;", "not a or b;"],
  ["if (a) { b; c; } HERE;", "not a or b; c;"],
  ["if (a) {} HERE;", "not a or "],
  ["try { if (a) throw b; } catch { return; } HERE;", "not a"],
  ["try { if (a) throw b; } finally { c; } HERE;", "not a"],
  ["try { if (a) throw b; } catch { c; } HERE;", "not a or c;"],
  ["try { if (a) b; } catch { c; } HERE;", "not a or b; | c;"],
  ["try { a; } catch { if (b) return; } HERE;"],
  ["HERE; if (a) return;"],
  ["if (a) return; { HERE; }", "not a"],
  ["a; HERE;"],
  ["switch (a) { case 1: return; case 2: b; } HERE;", "not any(any(a = 1))", "not any(any(a = 2)) or b;"],
  ["switch (a) { case 1: break; } HERE;", "not any(any(a = 1)) or break;"],
  ["switch (a) { case 1: { b; break; } } HERE;", "not any(any(a = 1)) or b; break;"],
  ["switch (a) { case 1: { continue; } } HERE;", "not any(any(a = 1))"],
  ["switch (a) { case 1: HERE; }", "any(any(a = 1))"],
  ["switch (a) { case HERE: b; }"],
  ["switch (HERE) { case a: b; }"],
  ["switch (a) { case 1: b; case 2: HERE; }", "any(any(a = 1); any(a = 2))"],
  ["switch (a) { case 0: c; case 1: b; break; case 2: HERE; }", "any(any(a = 2))"],
  ["switch (a) { case 1: b; break; default: HERE; }", "any(not(any(a = 1)))"],
  ["switch (a) { default: HERE; case 1: b; }", "any(not(any(a = 1)))"],
  ["switch (a) { case 1: if (b) return; HERE; }", "any(any(a = 1))", "not b"],
];

describe("what has come out where code is reached", () => {
  it.each(GUARDS)("%s", (text, ...guards) => {
    const { here, showGuard } = open(`function f() { for (;;) { ${text} } }`);
    expect([...guardsAt(here, false)].map(showGuard)).toEqual(guards);
  });

  it.each([
    ["() => HERE", "not a"],
    ["function () { if (b) HERE; }", "b", "not a"],
  ])("matters in a function that runs later, if it is asked for: %s", (later, ...guards) => {
    const { here, showGuard } = open(`function f() { if (a) return; on(${later}); }`);
    expect([...guardsAt(here, false)].map(showGuard)).toEqual(guards.slice(0, -1));
    expect([...guardsAt(here, true)].map(showGuard)).toEqual(guards);
  });

  it("does not matter in a function that may be called before", () => {
    const { here, showGuard } = open("function f() { if (a) { if (b) return; function g() { HERE; } } }");
    expect([...guardsAt(here, true)].map(showGuard)).toEqual(["a"]);
  });

  it("is looked for around a node, not without end", () => {
    const { here, showGuard } = open(`if (a) ${"[".repeat(250)}HERE${"]".repeat(250)}`);
    expect([...guardsAt(here, true)].map(showGuard)).toEqual([]);
  });

  it("is told of the branches up to some node", () => {
    const { here, showGuard } = open("if (a) { if (d) return; on(() => { if (b) { c || HERE; } }); }");
    expect([...branchesAround(here, isFunction)].map(showGuard)).toEqual(["not c", "b"]);
    expect([...branchesAround(here, () => false)].map(showGuard)).toEqual(["not c", "b", "a"]);
  });
});
