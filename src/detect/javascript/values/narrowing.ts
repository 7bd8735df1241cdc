import type { ValueType } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, parentOf, withoutTypes } from "../syntax/nodes.ts";
import { guardOf, isSame } from "./text-tests.ts";

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
