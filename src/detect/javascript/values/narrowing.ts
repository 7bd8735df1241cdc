import type { ValueType } from "../../../breadcrumb/index.ts";
import { answeredBy } from "../../conditions.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { branchesAround, conditionOf, type Question } from "../syntax/conditions.ts";
import { isFunction } from "../syntax/nodes.ts";
import { isSame } from "./text-tests.ts";

type Kind = ValueType["kind"];

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
  for (const { test, holds } of branchesAround(node, isFunction)) {
    const told = answeredBy(conditionOf(test), holds)
      .map(({ question, answer }) => toldBy(question, answer, (tested) => isSame(program, tested, node)))
      .findLast((kind) => kind !== undefined);
    if (told !== undefined) return told;
  }
  return undefined;
}

function toldBy(question: Question, answer: boolean, isMeant: (tested: Node) => boolean): Kind | undefined {
  if (question.kind !== "equal") return undefined;
  const [left, right] = question.sides;
  const [asked, word] = left.type === "Literal" ? [right, left] : [left, right];
  if (asked.type !== "UnaryExpression" || asked.operator !== "typeof" || word.type !== "Literal") return undefined;
  if (!isMeant(asked.argument)) return undefined;
  return answer ? BY_TYPEOF[String(word.value)] : word.value === "object" ? "text" : undefined;
}
