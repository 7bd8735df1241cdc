import { matches, type Value } from "../../../breadcrumb/index.ts";
import type { TSESLint } from "@typescript-eslint/utils";
import type { Scopes, Variable } from "../names/scopes.ts";
import { isFunction, parentOf, propertyName, withoutTypes, type Node } from "../syntax/nodes.ts";
import { childrenOf } from "../syntax/walk.ts";

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
  return matches(value.type?.name, ERROR_TYPE);
}

/** Whether a class of the file extends one of errors, whatever it is called. */
export function isErrorClass(scopes: Scopes, callee: Node): boolean {
  let name: Node = callee;
  for (let step = 0; step < MAX_CLASSES && name.type === "Identifier"; step++) {
    const declared = scopes.variableOf(name)?.defs[0]?.node;
    if (declared === undefined) return ERROR_CLASS.test(name.name);
    if (declared.type !== "ClassDeclaration" || declared.superClass === null) return false;
    name = declared.superClass;
  }
  return false;
}

/** How many classes extend one another. */
const MAX_CLASSES = 5;

/** The expressions that are thrown in the block whose errors a variable holds. */
export function thrownTo(sourceCode: TSESLint.SourceCode, { defs: [definition] }: Variable): readonly Node[] {
  const clause = definition && parentOf(definition.name);
  const statement = clause?.type === "CatchClause" ? parentOf(clause) : undefined;
  if (statement?.type !== "TryStatement") return [];
  const thrown: Node[] = [];
  const pending: Node[] = [statement.block];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === "ThrowStatement") thrown.push(next.argument);
    // What is thrown in another block with a `catch` arrives there.
    const isOther = next.type === "TryStatement" && next.handler !== null;
    if (!isOther && next.type.endsWith("Statement")) pending.push(...childrenOf(sourceCode, next));
  }
  return thrown;
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
