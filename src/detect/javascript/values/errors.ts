import type { Value } from "../../../breadcrumb/index.ts";
import type { Variable } from "../names/scopes.ts";
import { isFunction, parentOf, propertyName, withoutTypes } from "../syntax/nodes.ts";

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
  const parent = definition && parentOf(definition.name);
  if (parent === undefined || others.length > 0) return false;
  if (parent.type === "CatchClause") return true;
  if (!isFunction(parent) || parent.params[0] !== definition?.name) return false;
  const call = parentOf(parent);
  if (call?.type !== "CallExpression") return false;
  const callee = withoutTypes(call.callee);
  if (callee.type !== "MemberExpression") return false;
  const method = propertyName(callee);
  return (method === "catch" && call.arguments[0] === parent) || (method === "then" && call.arguments[1] === parent);
}
