import type { TSESTree } from "@typescript-eslint/utils";
import type { ValueType } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, memberPath, parentOf, propertyName, textOf, withoutTypes } from "../syntax/nodes.ts";

type Kind = ValueType["kind"];

/** How many nodes a test may stand above what it speaks of; further up nobody reads it, either. */
const MAX_STEPS = 100;

const BY_TYPEOF: Readonly<Record<string, Kind>> = {
  bigint: "number",
  boolean: "boolean",
  number: "number",
  string: "text",
};

/**
 * What a `typeof` around a name or member says that it is there: a text in the first arm of
 * `typeof customer === "string" ? customer : customer.id`. What is no object is a text, too, as identifiers are.
 */
export function narrowedKind(program: JavaScriptProgram, node: Node): Kind | undefined {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
  let child = node as Node;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const parent = parentOf(child);
    if (parent === undefined || isFunction(parent)) return undefined;
    const guard = guardOf(parent, child);
    const told = guard && toldBy(guard.test, guard.holds, (tested) => isSame(program, tested, node));
    if (told !== undefined) return told;
    child = parent;
  }
  return undefined;
}

/**
 * Which of the texts that a name or member is declared to hold it can hold where it stands, by the tests around it and
 * those before it that leave or write another one: of `"info" | "warn"` the first after `if (level === "warn") return`.
 */
export function possibleTexts(program: JavaScriptProgram, node: Node, texts: readonly string[]): readonly string[] {
  const sifts = siftsAround(program, node);
  return texts.filter((text) => sifts.every((lets) => lets(text) !== false));
}

/**
 * Whether tests around the use of a name decide by its text whether it is reached, as where a function makes
 * `"warning"` of `"warn"` and hands on all others.
 */
export function isTestedForSome(program: JavaScriptProgram, node: Node): boolean {
  return siftsAround(program, node).some((lets) => lets(ANY_TEXT) !== undefined);
}

/** A text that nothing is compared with. */
const ANY_TEXT = "\0";

/** Whether a text can pass a test; undefined where the test does not ask for texts. */
type Sift = (text: string) => boolean | undefined;

/** The tests that have come out one way where a name or member is used. */
function siftsAround(program: JavaScriptProgram, node: Node): readonly Sift[] {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return [];
  const isMeant = (tested: Node): boolean => isSame(program, tested, node);
  const sifts: Sift[] = [];
  const add = (test: Node, holds: boolean): void => {
    sifts.push((text) => {
      const outcome = outcomeFor(text, test, isMeant);
      return outcome === undefined ? undefined : outcome === holds;
    });
  };
  let child = node as Node;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const parent = parentOf(child);
    if (parent === undefined || isFunction(parent)) break;
    const guard = guardOf(parent, child);
    if (guard !== undefined) add(guard.test, guard.holds);
    if (parent.type === "SwitchCase" && child !== parent.test) sifts.push((text) => mayReach(text, parent, isMeant));
    for (const test of testsPassed(parent, child, isMeant)) add(test, false);
    child = parent;
  }
  return sifts;
}

/** How a test comes out where what is meant holds a text; undefined where that does not decide it. */
export function outcomeFor(text: string, test: Node, isMeant: (tested: Node) => boolean): boolean | undefined {
  const node = withoutTypes(test);
  switch (node.type) {
    case "UnaryExpression": {
      const inner = node.operator === "!" ? outcomeFor(text, node.argument, isMeant) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case "LogicalExpression": {
      const sides = [outcomeFor(text, node.left, isMeant), outcomeFor(text, node.right, isMeant)];
      const decisive = node.operator === "||";
      if (node.operator === "??") return undefined;
      return sides.includes(decisive) ? decisive : sides.includes(undefined) ? undefined : !decisive;
    }
    case "BinaryExpression": {
      if (!/^[!=]==?$/u.test(node.operator)) return undefined;
      const other = isMeant(node.left) ? textOf(node.right) : isMeant(node.right) ? textOf(node.left) : undefined;
      return other === undefined ? undefined : (other === text) === node.operator.startsWith("=");
    }
    case "CallExpression": {
      const [argument] = node.arguments;
      const { callee } = node;
      if (argument === undefined || !isMeant(argument) || callee.type !== "MemberExpression") return undefined;
      const list = withoutTypes(callee.object);
      if (propertyName(callee) !== "includes" || list.type !== "ArrayExpression") return undefined;
      const items = list.elements.map((item) => (item === null ? undefined : textOf(item)));
      return items.includes(text) ? true : items.includes(undefined) ? undefined : false;
    }
    default:
      return undefined;
  }
}

/** The same for a case of a `switch`, which runs by itself or from the case before. */
export function mayReach(
  text: string,
  found: TSESTree.SwitchCase,
  isMeant: (tested: Node) => boolean,
): boolean | undefined {
  const { cases, discriminant } = found.parent;
  if (!isMeant(discriminant)) return undefined;
  const isOwn = (each: TSESTree.SwitchCase): boolean =>
    each.test === null
      ? !cases.some(({ test }) => test !== null && textOf(test) === text)
      : (textOf(each.test) ?? text) === text;
  const before = cases.slice(0, cases.indexOf(found));
  const runningInto = before.slice(before.findLastIndex(({ consequent }) => leaves(consequent)) + 1);
  return [...runningInto, found].some(isOwn);
}

/** The tests of the statements before a statement that leave, or write something else, where they hold. */
function* testsPassed(block: Node, statement: Node, isMeant: (tested: Node) => boolean): Generator<Node> {
  const statements =
    block.type === "SwitchCase" ? block.consequent : "body" in block && Array.isArray(block.body) ? block.body : [];
  for (const before of statements as readonly Node[]) {
    if (before === statement) return;
    if (before.type !== "IfStatement" || before.alternate !== null) continue;
    const { consequent } = before;
    const body = consequent.type === "BlockStatement" ? consequent.body : [consequent];
    if (leaves(body) || body.some((each) => isWritten(each, isMeant))) yield before.test;
  }
}

/** Whether statements end in one after which those that follow do not run. */
function leaves(statements: readonly Node[]): boolean {
  const last = statements.at(-1);
  if (last?.type === "BlockStatement") return leaves(last.body);
  return last !== undefined && /^(?:Break|Continue|Return|Throw)Statement$/u.test(last.type);
}

function isWritten(statement: Node, isMeant: (tested: Node) => boolean): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return expression.type === "AssignmentExpression" && expression.operator === "=" && isMeant(expression.left);
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

function toldBy(test: Node, holds: boolean, isMeant: (tested: Node) => boolean): Kind | undefined {
  const pending = [{ test, holds }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { holds } = next;
    const node = withoutTypes(next.test);
    if (node.type === "UnaryExpression" && node.operator === "!") {
      pending.push({ test: node.argument, holds: !holds });
    } else if (node.type === "LogicalExpression" && node.operator === (holds ? "&&" : "||")) {
      pending.push({ test: node.left, holds }, { test: node.right, holds });
    } else if (node.type === "BinaryExpression" && /^[!=]==?$/u.test(node.operator)) {
      const [asked, word] = node.left.type === "Literal" ? [node.right, node.left] : [node.left, node.right];
      if (asked.type !== "UnaryExpression" || asked.operator !== "typeof" || word.type !== "Literal") continue;
      if (!isMeant(asked.argument)) continue;
      const isIt = holds === node.operator.startsWith("=");
      const told = isIt ? BY_TYPEOF[String(word.value)] : word.value === "object" ? "text" : undefined;
      if (told !== undefined) return told;
    }
  }
  return undefined;
}

/** Whether two expressions are the same variable, or the same member of it. */
function isSame({ scopes }: JavaScriptProgram, one: Node, other: Node): boolean {
  const [a, b] = [memberPath(one), memberPath(other)];
  if (a.path.join(".") !== b.path.join(".")) return false;
  if (a.root.type === "ThisExpression") return b.root.type === "ThisExpression";
  if (a.root.type !== "Identifier" || b.root.type !== "Identifier" || a.root.name !== b.root.name) return false;
  return scopes.variableOf(a.root) === scopes.variableOf(b.root);
}
