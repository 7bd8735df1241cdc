import type { TSESTree } from "@typescript-eslint/utils";
import { bothFilters, type TextFilter } from "../../../breadcrumb/index.ts";
import { allHold, oneHolds, opposite } from "../../verdicts.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { Scopes } from "../names/scopes.ts";
import { isFunction, memberPath, parentOf, propertyName, textOf, withoutTypes, type Node } from "../syntax/nodes.ts";
import { isLeaving, statementsOf } from "../syntax/statements.ts";
import { childrenOf } from "../syntax/walk.ts";

/** How many nodes a test may stand above what it speaks of; further up nobody reads it, either. */
const MAX_STEPS = 100;

/** A test that decides by the text of one expression. */
type TextTest =
  | { readonly kind: "is"; readonly texts: readonly string[] }
  | { readonly kind: "not"; readonly of: TextTest }
  /** Sides that ask for something else are undefined. */
  | { readonly kind: "all" | "any"; readonly of: readonly (TextTest | undefined)[] };

/** A condition that has come out one way where an expression is reached. */
interface Guard {
  /** A test, or a case of a `switch` that runs. */
  readonly test: Node;
  readonly holds: boolean;
  /** The code in the other branch, after which the expression is reached as well. */
  readonly otherwise?: readonly Node[];
}

/** Whether an expression is the one that is asked for. */
type IsMeant = (tested: Node) => boolean;

/**
 * What a name or member may hold as far as it is a text, by the tests around its use and those before it that leave or
 * write another one: all but `"warn"` after `if (level === "warn") return`.
 * @param copy a use of what has been given the same: `name` of `const name = level`.
 * @returns undefined where no test asks for its text.
 */
export function textFilterAt(program: JavaScriptProgram, node: Node, copy: Node = node): TextFilter | undefined {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  const lasts = isLasting(program, node);
  if (copy !== node && !lasts) return undefined;
  return filterBy(program, node, guardsAround(copy, lasts), copy);
}

/** The names and members that the tests around a call ask for their text, each with what they let through. */
export function testedAround(
  program: JavaScriptProgram,
  call: Node,
): readonly { readonly node: Node; readonly filter: TextFilter }[] {
  const guards = guardsAround(call, true).filter(({ otherwise }) => otherwise === undefined);
  return guards
    .flatMap(({ test }) => namesIn(program, test.type === "SwitchCase" ? test.parent.discriminant : test))
    .flatMap((node) => {
      const filter = filterBy(program, node, guards, node);
      return filter === undefined ? [] : [{ node, filter }];
    });
}

/** How to look up constants; without it, they are not looked up. */
type Names = Scopes | undefined;

/** A text that nothing is compared with. */
const ANY_TEXT = "\0";

function filterBy(
  program: JavaScriptProgram,
  node: Node,
  guards: readonly Guard[],
  copy: Node,
): TextFilter | undefined {
  const isMeant: IsMeant = (tested) => isSame(program, tested, node);
  const isCopy: IsMeant = (written) => isSame(program, written, copy);
  let filter: TextFilter | undefined;
  for (const { test: condition, holds, otherwise } of guards) {
    if (otherwise?.some((statement) => isWritten(statement, isCopy)) === false) continue;
    const test =
      condition.type === "SwitchCase"
        ? testOfCase(condition, isMeant, (each) => constantText(program.scopes, each))
        : testOf(program.scopes, condition, isMeant);
    if (test === undefined) continue;
    const lets = (text: string): boolean => outcomeFor(test, text) !== !holds;
    const isOpen = lets(ANY_TEXT);
    const texts = mentionedIn(test).filter((text) => lets(text) !== isOpen);
    if (!isOpen || texts.length > 0) filter = bothFilters(filter, { kind: isOpen ? "allBut" : "only", texts });
  }
  return filter;
}

/** The conditions that have come out one way where a node is reached. */
function guardsAround(node: Node, crosses: boolean): readonly Guard[] {
  const guards: Guard[] = [];
  let child = node;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const parent = parentOf(child);
    // A function that is declared may be called before the tests that stand before it.
    if (parent === undefined || (isFunction(parent) && (!crosses || parent.type === "FunctionDeclaration"))) break;
    const guard = guardOf(parent, child) ?? lookUpBefore(parent, child);
    if (guard !== undefined) guards.push(guard);
    if (parent.type === "SwitchCase" && child !== parent.test) guards.push({ test: parent, holds: true });
    guards.push(...guardsBefore(parent, child));
    child = parent;
  }
  return guards;
}

/** The test that decides whether a part of a node is reached, and how it comes out there. */
export function guardOf(parent: Node, child: Node): { readonly test: Node; readonly holds: boolean } | undefined {
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

/** `LEVELS[level] ?? level` */
function lookUpBefore(parent: Node, child: Node): Guard | undefined {
  const isDefault = parent.type === "LogicalExpression" && parent.operator === "??" && child === parent.right;
  return isDefault ? { test: parent.left, holds: false } : undefined;
}

/** The tests of the statements before a statement that leave, or do something else, where they hold. */
function* guardsBefore(block: Node, statement: Node): Generator<Guard> {
  for (const before of statementsOf(block) ?? []) {
    if (before === statement) return;
    if (before.type === "SwitchStatement") {
      for (const test of before.cases) if (leaves(test.consequent, false)) yield { test, holds: false };
    } else if (before.type === "IfStatement" && before.alternate === null) {
      const { consequent, test } = before;
      const body = consequent.type === "BlockStatement" ? consequent.body : [consequent];
      yield leaves(body, true) ? { test, holds: false } : { test, holds: false, otherwise: body };
    }
  }
}

/** Whether statements end in one after which those that follow do not run. */
function leaves(statements: readonly Node[], byBreak: boolean): boolean {
  const last = statements.at(-1);
  if (last?.type === "BlockStatement") return leaves(last.body, byBreak);
  return last !== undefined && isLeaving(last) && (byBreak || last.type !== "BreakStatement");
}

function isWritten(statement: Node, isMeant: IsMeant): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return expression.type === "AssignmentExpression" && expression.operator === "=" && isMeant(expression.left);
}

/** How a test comes out for a text of an expression; undefined where that does not decide it. */
export function outcomeOf(text: string, test: Node, isMeant: IsMeant): boolean | undefined {
  return outcomeFor(testOf(undefined, test, isMeant), text);
}

/** The condition of a test on the string of an expression; undefined for any other test. */
function testOf(names: Names, written: Node, isMeant: IsMeant): TextTest | undefined {
  const node = withoutTypes(written);
  switch (node.type) {
    case "UnaryExpression": {
      const of = node.operator === "!" ? testOf(names, node.argument, isMeant) : undefined;
      return of && { kind: "not", of };
    }
    case "LogicalExpression": {
      if (node.operator === "??") return undefined;
      const of = [node.left, node.right].map((side) => testOf(names, side, isMeant));
      return of.some(Boolean) ? { kind: node.operator === "&&" ? "all" : "any", of } : undefined;
    }
    case "BinaryExpression":
      return comparisonOf(names, node, isMeant);
    case "MemberExpression":
      return node.computed && isMeant(node.property) ? isOneOf(names, node.object) : undefined;
    case "CallExpression": {
      const { callee, arguments: given } = node;
      const last = given.at(-1);
      if (callee.type !== "MemberExpression" || last === undefined || !isMeant(last)) return undefined;
      const [holder = callee.object] = given.slice(0, -1);
      return ASKING.has(propertyName(callee)) ? isOneOf(names, holder) : undefined;
    }
    default:
      return undefined;
  }
}

/** Methods that tell whether what they are given is one of those that their object holds. */
const ASKING: ReadonlySet<string | undefined> = new Set(["get", "has", "hasOwn", "hasOwnProperty", "includes"]);

function comparisonOf(names: Names, node: TSESTree.BinaryExpression, isMeant: IsMeant): TextTest | undefined {
  const { left, operator, right } = node;
  if (operator === "in") return isMeant(left) ? isOneOf(names, right) : undefined;
  if (!/^[!=]==?$/u.test(operator) || withoutTypes(left).type === "CallExpression") {
    return placeTest(names, node, isMeant);
  }
  const other = isMeant(left) ? right : isMeant(right) ? left : undefined;
  const text = other && constantText(names, other);
  if (text === undefined) return undefined;
  const is: TextTest = { kind: "is", texts: [text] };
  return operator.startsWith("=") ? is : { kind: "not", of: is };
}

/** `LEVELS.indexOf(level) === -1` */
function placeTest(
  names: Names,
  { left, operator, right }: TSESTree.BinaryExpression,
  isMeant: IsMeant,
): TextTest | undefined {
  const call = withoutTypes(left);
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  const [given] = call.arguments;
  if (propertyName(call.callee) !== "indexOf" || given === undefined || !isMeant(given)) return undefined;
  const is = isOneOf(names, call.callee.object);
  const bound = right.type === "UnaryExpression" ? `${right.operator}${String(textOf(right.argument))}` : textOf(right);
  const asked = `${operator} ${String(bound)}`;
  if (/^(?:!==? -1|> -1|>= 0)$/u.test(asked)) return is;
  return is && /^(?:===? -1|< 0)$/u.test(asked) ? { kind: "not", of: is } : undefined;
}

/** Whether a case of a `switch` may be reached with a text; undefined where it asks for something else. */
export function mayReach(text: string, found: TSESTree.SwitchCase, isMeant: IsMeant): boolean | undefined {
  return outcomeFor(testOfCase(found, isMeant, textOf), text);
}

/** The condition of a `switch` case, which runs directly or from the case before. */
function testOfCase(
  found: TSESTree.SwitchCase,
  isMeant: IsMeant,
  textAt: (node: Node) => string | undefined,
): TextTest | undefined {
  const { cases, discriminant } = found.parent;
  if (!isMeant(discriminant)) return undefined;
  const own = ({ test }: TSESTree.SwitchCase): TextTest | undefined => {
    const asked = test === null ? cases.flatMap((each) => each.test ?? []) : [test];
    const texts = asked.map(textAt).filter((text) => text !== undefined);
    if (test === null) return { kind: "not", of: { kind: "is", texts } };
    return texts.length === 0 ? undefined : { kind: "is", texts };
  };
  const before = cases.slice(0, cases.indexOf(found));
  const runningInto = before.slice(before.findLastIndex(({ consequent }) => leaves(consequent, true)) + 1);
  return { kind: "any", of: [...runningInto, found].map(own) };
}

/** How a test comes out for a text; undefined where that does not decide it. */
function outcomeFor(test: TextTest | undefined, text: string): boolean | undefined {
  switch (test?.kind) {
    case undefined:
      return undefined;
    case "is":
      return test.texts.includes(text);
    case "not":
      return opposite(outcomeFor(test.of, text));
    case "all":
      return allHold(test.of.map((side) => outcomeFor(side, text)));
    case "any":
      return oneHolds(test.of.map((side) => outcomeFor(side, text)));
  }
}

function mentionedIn(test: TextTest | undefined): readonly string[] {
  if (test === undefined) return [];
  if (test.kind === "is") return test.texts;
  return test.kind === "not" ? mentionedIn(test.of) : test.of.flatMap(mentionedIn);
}

/** The text of a literal, or of a constant, a member of a constant or of an enumeration that holds one. */
function constantText(names: Names, node: Node): string | undefined {
  const held = constantIn(names, node);
  if (held.type !== "MemberExpression") return textOf(held);
  const name = propertyName(held);
  const owner = constantIn(names, held.object);
  const members =
    owner.type === "ObjectExpression" ? owner.properties : owner.type === "TSEnumDeclaration" ? owner.body.members : [];
  for (const member of members) {
    if (member.type === "Property" && propertyName(member) === name) return textOf(member.value);
    if (member.type !== "TSEnumMember" || member.initializer === undefined) continue;
    const key = member.id.type === "Identifier" ? member.id.name : textOf(member.id);
    if (key === name) return textOf(member.initializer);
  }
  return undefined;
}

/** The initialiser of a constant; any other expression itself. */
function constantIn(names: Names, written: Node): Node {
  const node = withoutTypes(written);
  const variable = node.type === "Identifier" ? names?.variableOf(node) : undefined;
  const [declared, ...others] = variable?.defs ?? [];
  if (declared === undefined || others.length > 0) return node;
  if (declared.node.type === "TSEnumDeclaration") return declared.node;
  const isConstant = declared.parent?.type === "VariableDeclaration" && declared.parent.kind === "const";
  if (!isConstant || declared.node.type !== "VariableDeclarator" || declared.node.id.type !== "Identifier") return node;
  return declared.node.init === null ? node : withoutTypes(declared.node.init);
}

/** Whether a text is one of those that a list or set holds, or under which an object or map holds something. */
function isOneOf(names: Names, holder: Node): TextTest | undefined {
  const keys = keysOf(names, holder);
  const texts = keys.filter((key) => key !== undefined);
  if (texts.length === 0) return undefined;
  const is: TextTest = { kind: "is", texts };
  return texts.length === keys.length ? is : { kind: "any", of: [is, undefined] };
}

function keysOf(names: Names, written: Node): readonly (string | undefined)[] {
  const node = constantIn(names, written);
  const textAt = (item: Node | null | undefined): string | undefined => (item ? constantText(names, item) : undefined);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.map((each) => (each.type === "Property" ? propertyName(each) : undefined));
    case "ArrayExpression":
      return node.elements.map(textAt);
    case "CallExpression":
    case "NewExpression": {
      const [list] = node.arguments;
      const { root, path } = memberPath(node.callee);
      const name = [...(root.type === "Identifier" ? [root.name] : []), ...path].join(".");
      if (list === undefined) return [];
      if (/^(?:Set|Object\.(?:freeze|keys))$/u.test(name)) return keysOf(names, list);
      const entries = name === "Map" ? constantIn(names, list) : undefined;
      if (entries?.type !== "ArrayExpression") return [];
      return entries.elements.map((entry) =>
        entry?.type === "ArrayExpression" ? textAt(entry.elements[0]) : undefined,
      );
    }
    default:
      return [];
  }
}

/** Whether a name holds the same wherever it is read: functions that run later read it, too. */
function isLasting({ scopes }: JavaScriptProgram, node: Node): boolean {
  const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
  return variable !== undefined && !scopes.isReassigned(variable);
}

/** The names and members that a test is made of. */
function namesIn({ sourceCode }: JavaScriptProgram, test: Node): readonly Node[] {
  const found: Node[] = [];
  const pending: Node[] = [test];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isFunction(next)) continue;
    if (next.type === "Identifier" || next.type === "MemberExpression") found.push(next);
    if (next.type !== "MemberExpression" || next.computed) pending.push(...childrenOf(sourceCode, next));
    else pending.push(next.object);
  }
  return found;
}

/** Whether two expressions are the same variable, or the same member of it. */
export function isSame({ scopes }: JavaScriptProgram, one: Node, other: Node): boolean {
  const [a, b] = [memberPath(one), memberPath(other)];
  if (a.path.join(".") !== b.path.join(".")) return false;
  if (a.root.type === "ThisExpression") return b.root.type === "ThisExpression";
  if (a.root.type !== "Identifier" || b.root.type !== "Identifier" || a.root.name !== b.root.name) return false;
  return scopes.variableOf(a.root) === scopes.variableOf(b.root);
}
