import type { ChoiceValue, OperationValue, TemplateValue, Value } from "../../../breadcrumb/index.ts";
import { childrenOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { clockOf } from "./clocks.ts";
import { LEAVING_MACROS } from "../flow/function-exits.ts";
import { lazyValue } from "./lazy-value.ts";
import { readNumber } from "../syntax/literals.ts";
import { branchesOf, firstOf, lastOf, operandsOf } from "../syntax/nodes.ts";
import { neverEnds } from "../syntax/statements.ts";
import { typeOf } from "./declared-types.ts";
import { MAX_BRANCHES, type Reading } from "./context.ts";

/** Reads an operation of two operands; a `+` with a text among its operands puts a text together. */
export function binaryValue(reading: Reading, node: RustNode): Value {
  const [left, operator, right] = operandsOf(node);
  const sign = reading.program.textOf(operator);
  if (sign === "==" || sign === "!=") return operationValue(reading, node, "==", "boolean", [left, right]);
  if (operator.type === "CompareOp") return operationValue(reading, node, "<", "boolean", [left, right]);
  if (operator.type === "LogicOp") return operationValue(reading, node, sign, "boolean", [left, right]);
  if (sign !== "+") return operationValue(reading, node, sign, "number", [left, right]);
  const operands: RustNode[] = [];
  let first = node;
  while (first.type === "BinaryExpression" && reading.program.textOf(operandsOf(first)[1]) === "+") {
    operands.push(lastOf(first));
    first = firstOf(first);
  }
  operands.push(first);
  operands.reverse();
  if (!operands.some((operand) => isSeenAsText(reading, operand)))
    return operationValue(reading, node, "+", "unknown", operands);
  return lazyValue<TemplateValue>(
    { kind: "template", ...reading.at(node) },
    {
      parts: { compute: () => operands.map((operand) => reading.valueOf(operand)), meanwhile: [] },
    },
  );
}

/** Whether an operand of `+` is seen to be a text. A `String` is joined with a reference, numbers hardly are. */
function isSeenAsText(reading: Reading, operand: RustNode): boolean {
  if (operand.type === "ReferenceExpression") return true;
  const value = reading.valueOf(operand);
  return value.kind === "text" || value.kind === "template" || typeOf(reading, operand)?.kind === "text";
}

/** Reads a negation, or a negative number. */
export function unaryValue(reading: Reading, node: RustNode): Value {
  const [operator, operand] = operandsOf(node);
  if (operator.type === "LogicOp") return operationValue(reading, node, "!", "boolean", [operand]);
  if (operand.type !== "Integer" && operand.type !== "Float")
    return operationValue(reading, node, "-", "number", [operand]);
  return { kind: "number", number: -readNumber(reading.program.textOf(operand)), ...reading.at(node) };
}

/** An operation by the name that the model has for it. */
export function operationValue(
  reading: Reading,
  node: RustNode,
  operator: string,
  result: OperationValue["result"],
  operands: readonly RustNode[],
): Value {
  const value: OperationValue = lazyValue<OperationValue>(
    { kind: "operation", operator, result, ...reading.at(node) },
    {
      operands: { compute: () => operands.map((operand) => reading.valueOf(operand)), meanwhile: [] },
      clock: { compute: (): OperationValue["clock"] => clockOf(value), meanwhile: undefined },
    },
  );
  return value;
}

/** Reads an `if` or `match` as what its arms yield. */
export function choiceValue(reading: Reading, node: RustNode): Value {
  return lazyValue<ChoiceValue>(
    { kind: "choice", ...reading.at(node) },
    {
      branches: { compute: () => branches(reading, node).map((branch) => reading.valueOf(branch)), meanwhile: [] },
    },
  );
}

/** The possible results of an `if` or `match`, nested ones included. Arms that leave the function have none. */
function branches(reading: Reading, node: RustNode): readonly RustNode[] {
  const found: RustNode[] = [];
  const pending: RustNode[] = [node];
  for (let next = pending.pop(); next !== undefined && found.length < MAX_BRANCHES; next = pending.pop()) {
    const inner = reading.inner(next);
    const arms = armsOf(inner);
    if (arms === undefined) found.push(inner);
    else pending.push(...arms.filter((arm) => !leaves(reading, arm)).reverse());
  }
  return found;
}

function leaves(reading: Reading, arm: RustNode): boolean {
  if (neverEnds(arm)) return true;
  const inner = reading.inner(arm);
  return inner.type === "MacroInvocation" && LEAVING_MACROS.has(reading.macroName(inner));
}

/** The arms of an `if` or `match`; undefined for every other expression. */
function armsOf(node: RustNode): readonly RustNode[] | undefined {
  if (node.type === "IfExpression") {
    const { then, otherwise } = branchesOf(node);
    return [then, otherwise].filter((arm) => arm !== undefined);
  }
  if (node.type !== "MatchExpression") return undefined;
  return childrenOf(lastOf(node), "MatchArm").map(lastOf);
}
