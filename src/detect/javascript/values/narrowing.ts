import type { ValueType } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, memberPath, parentOf, withoutTypes } from "../syntax/nodes.ts";

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

/** The test that decides whether a part of a node is reached, and how it comes out there. */
function guardOf(parent: Node, child: Node): { readonly test: Node; readonly holds: boolean } | undefined {
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
