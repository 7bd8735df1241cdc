import type { Value } from "../../breadcrumb/index.ts";
import type { Variable } from "./scope.ts";
import { isFunction, parentOf, propertyName, withoutTypes, type Node } from "./syntax.ts";

/** How the classes of errors are called: `Error`, `TypeError`, `DOMException`, and those of projects. */
const ERROR_CLASS = /^(?:[A-Z]\w*)?(?:Error|Exception)$/u;

/** Types of errors that a project does not define; of its own, many are plain objects. */
const ERROR_TYPE = /^(?:(?:Aggregate|Axios|Eval|Range|Reference|Syntax|Type|URI)?Error|DOMException)$/u;

/** Whether an expression is an error by the name of the class that makes it, or of its type. */
export function isError(value: Value): boolean {
  if (value.kind === "call") {
    const { callee, construct } = value;
    const name = callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
    if (name !== undefined && (construct || name === "Error")) return ERROR_CLASS.test(name);
  }
  return ERROR_TYPE.test(value.type?.name ?? "");
}

/** Whether a variable holds what was thrown: that of a `catch`, or what a promise's `catch` is handed. */
export function isCaught({ defs: [definition, ...others] }: Variable): boolean {
  if (definition === undefined || others.length > 0) return false;
  const name = definition.name as Node;
  const parent = parentOf(name);
  if (parent?.type === "CatchClause") return true;
  if (parent === undefined || !isFunction(parent)) return false;
  const call = parentOf(parent);
  const callee = call?.type === "CallExpression" ? withoutTypes(call.callee) : undefined;
  if (call?.type !== "CallExpression" || callee?.type !== "MemberExpression") return false;
  const isFirst = parent.params[0] === name;
  const method = propertyName(callee);
  return isFirst && ((method === "catch" && call.arguments[0] === parent) || (method === "then" && call.arguments[1] === parent));
}
