import type { TSESTree } from "@typescript-eslint/utils";
import type { Condition, Guard } from "../../conditions.ts";
import { runsApart } from "./enclosing-function.ts";
import { parentOf, propertyName, textOf, withoutTypes, type Node } from "./nodes.ts";
import { isLeaving, statementsOf } from "./statements.ts";

/** How many nodes a condition may stand above what is reached by it; further up nobody reads it, either. */
const MAX_STEPS = 200;

/** What a condition asks. */
export type Question =
  /** Whether two expressions are equal. */
  | { readonly kind: "equal"; readonly sides: readonly [Node, Node] }
  /** Whether an expression is one of what a list or set holds, or of the keys of an object or map. */
  | { readonly kind: "among"; readonly item: Node; readonly holder: Node; readonly test: Node }
  | { readonly kind: "other"; readonly test: Node };

/** Takes a condition, or that of a case of a `switch`, apart. */
export function conditionOf(written: Node): Condition<Question> {
  const node = withoutTypes(written);
  switch (node.type) {
    case "UnaryExpression":
      if (node.operator === "!") return not(conditionOf(node.argument));
      break;
    case "LogicalExpression":
      if (node.operator === "??") break;
      return { kind: node.operator === "&&" ? "all" : "any", of: operandsOf(node).map(conditionOf) };
    case "BinaryExpression":
      return comparisonOf(node);
    case "SwitchCase":
      return caseOf(node);
    default:
  }
  return ask(membershipOf(node) ?? { kind: "other", test: node });
}

function not(of: Condition<Question>): Condition<Question> {
  return { kind: "not", of };
}

function ask(question: Question): Condition<Question> {
  return { kind: "question", question };
}

/** The operands of `a && b && c`, which the parser nests. */
function operandsOf({ left, operator, right }: TSESTree.LogicalExpression): readonly Node[] {
  const operands: Node[] = [right];
  let inner = withoutTypes(left);
  while (inner.type === "LogicalExpression" && inner.operator === operator) {
    operands.push(inner.right);
    inner = withoutTypes(inner.left);
  }
  return [...operands, inner].reverse();
}

function comparisonOf(node: TSESTree.BinaryExpression): Condition<Question> {
  const { left, operator, right } = node;
  if (operator === "in") return ask({ kind: "among", item: left, holder: right, test: node });
  const place = placeOf(withoutTypes(left));
  const bound = right.type === "UnaryExpression" ? `${right.operator}${String(textOf(right.argument))}` : textOf(right);
  const compared = `${operator} ${String(bound)}`;
  if (place !== undefined && /^(?:!==? -1|> -1|>= 0)$/u.test(compared)) return ask(place);
  if (place !== undefined && /^(?:===? -1|< 0)$/u.test(compared)) return not(ask(place));
  if (!/^[!=]==?$/u.test(operator)) return ask({ kind: "other", test: node });
  const equality = ask({ kind: "equal", sides: [left, right] });
  return operator.startsWith("=") ? equality : not(equality);
}

/** `LEVELS.indexOf(level)` */
function placeOf(node: Node): Question | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const [item] = node.arguments;
  if (propertyName(node.callee) !== "indexOf" || item === undefined) return undefined;
  return { kind: "among", item, holder: node.callee.object, test: node };
}

/** Methods that tell whether what they are given is one of those that their object holds. */
const ASKING: ReadonlySet<string | undefined> = new Set(["get", "has", "hasOwn", "hasOwnProperty", "includes"]);

/** `LEVELS[level]`, `LEVELS.includes(level)`, `Object.hasOwn(LEVELS, level)` */
function membershipOf(node: Node): Question | undefined {
  if (node.type === "MemberExpression" && node.computed)
    return { kind: "among", item: node.property, holder: node.object, test: node };
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const item = node.arguments.at(-1);
  if (item === undefined || !ASKING.has(propertyName(node.callee))) return undefined;
  const [holder = node.callee.object] = node.arguments.slice(0, -1);
  return { kind: "among", item, holder, test: node };
}

/** The condition on which a case of a `switch` runs, by itself or from the case before. */
function caseOf(found: TSESTree.SwitchCase): Condition<Question> {
  const { cases, discriminant } = found.parent;
  const isAnyOf = (tests: readonly (Node | null)[]): Condition<Question> => ({
    kind: "any",
    of: tests.flatMap((test) => (test === null ? [] : [ask({ kind: "equal", sides: [discriminant, test] })])),
  });
  const own = ({ test }: TSESTree.SwitchCase): Condition<Question> =>
    test === null ? not(isAnyOf(cases.map((each) => each.test))) : isAnyOf([test]);
  const before = cases.slice(0, cases.indexOf(found));
  const runningInto = before.slice(before.findLastIndex(({ consequent }) => leaves(consequent, true)) + 1);
  return { kind: "any", of: [...runningInto, found].map(own) };
}

/** The test that decides whether a part of a node is reached, and how it comes out there. */
function guardOf(parent: Node, child: Node): Guard<Node> | undefined {
  switch (parent.type) {
    case "ConditionalExpression":
    case "IfStatement":
      return child === parent.test ? undefined : { test: parent.test, holds: child === parent.consequent };
    case "LogicalExpression":
      if (child === parent.left || parent.operator === "??") return undefined;
      return { test: parent.left, holds: parent.operator === "&&" };
    default:
      return undefined;
  }
}

/** The tests of the branches that a node stands in, the innermost first. */
export function* branchesAround(node: Node, isEnd: (around: Node) => boolean): Generator<Guard<Node>> {
  let child = node;
  for (let around = parentOf(child); around !== undefined && !isEnd(around); around = parentOf(around)) {
    const guard = guardOf(around, child);
    if (guard !== undefined) yield guard;
    child = around;
  }
}

/** A condition that has come out one way where a node is reached, or after which another way leads there. */
export interface Passed extends Guard<Node> {
  /** The statements of each other way that leads there: where it comes out the other way, or is not asked. */
  readonly otherwise?: readonly (readonly Node[])[];
}

/**
 * The conditions around a node, and those of the statements before it that leave or do something else.
 * @param crosses whether they matter in functions that run later, too.
 */
export function* guardsAt(node: Node, crosses: boolean): Generator<Passed> {
  let child = node;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const parent = parentOf(child);
    if (parent === undefined || (runsApart(parent, child) && !crosses)) return;
    const guard = guardOf(parent, child) ?? lookUpBefore(parent, child);
    if (guard !== undefined) yield guard;
    if (parent.type === "SwitchCase" && child !== parent.test) yield { test: parent, holds: true };
    // A function that is declared may be called before the statements that stand before it.
    if (child.type !== "FunctionDeclaration") yield* guardsBefore(parent, child);
    child = parent;
  }
}

/** `LEVELS[level] ?? level` */
function lookUpBefore(parent: Node, child: Node): Guard<Node> | undefined {
  const isDefault = parent.type === "LogicalExpression" && parent.operator === "??" && child === parent.right;
  return isDefault ? { test: parent.left, holds: false } : undefined;
}

/** @param statement where the statements end that come before; all of them if there is none. */
function* guardsBefore(block: Node, statement?: Node): Generator<Passed> {
  for (const before of statementsOf(block) ?? []) {
    if (before === statement) return;
    if (before.type === "SwitchStatement") {
      for (const test of before.cases) {
        if (leaves(test.consequent, false)) yield { test, holds: false };
        else yield { test, holds: false, otherwise: [listOf(test.consequent)] };
      }
    } else if (before.type === "WhileStatement") {
      if (isStraight(before.body)) yield { test: before.test, holds: false };
    } else if (before.type === "IfStatement") {
      yield* guardsOf(before, []);
    } else if (before.type === "TryStatement") {
      const { block, handler } = before;
      // What is thrown leads there, too, by way of the handler.
      const way = handler === null || leaves([handler.body], true) ? [] : [handler.body.body];
      for (const guard of guardsBefore(block)) yield passed(guard, [...(guard.otherwise ?? []), ...way]);
    }
  }
}

/**
 * What an `if` in front of something tells there.
 * @param others the ways around it, of an `else if`.
 */
function* guardsOf({ alternate, consequent, test }: TSESTree.IfStatement, others: Ways): Generator<Passed> {
  const way = leaves([consequent], true) ? [] : [listOf([consequent])];
  yield passed({ test, holds: false }, [...others, ...way]);
  if (alternate?.type === "IfStatement") yield* guardsOf(alternate, [...others, ...way]);
  else if (alternate !== null && leaves([alternate], true)) yield passed({ test, holds: true }, others);
}

type Ways = NonNullable<Passed["otherwise"]>;

function passed(guard: Guard<Node>, otherwise: Ways): Passed {
  return otherwise.length === 0 ? guard : { ...guard, otherwise };
}

/** The statements of a block that stands alone; those of a list itself otherwise. */
function listOf(statements: readonly Node[]): readonly Node[] {
  const [first] = statements;
  return first?.type === "BlockStatement" ? first.body : statements;
}

/** Whether a loop's body has no `break`, so that its test has failed behind the loop. */
function isStraight(body: Node): boolean {
  return (statementsOf(body) ?? [body]).every(({ type }) => STRAIGHT.has(type));
}

/** Statements that hold no others. */
const STRAIGHT: ReadonlySet<string> = new Set([
  "ContinueStatement",
  "EmptyStatement",
  "ExpressionStatement",
  "ReturnStatement",
  "ThrowStatement",
  "VariableDeclaration",
]);

/** Whether statements end in one after which those that follow do not run. */
function leaves(statements: readonly Node[], byBreak: boolean): boolean {
  const last = statements.at(-1);
  if (last?.type === "BlockStatement") return leaves(last.body, byBreak);
  return last !== undefined && isLeaving(last) && (byBreak || last.type !== "BreakStatement");
}
