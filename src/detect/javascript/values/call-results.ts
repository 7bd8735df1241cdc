import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import type { Node } from "../program.ts";
import type { Reading } from "./context.ts";
import type { Variable } from "../names/scopes.ts";
import { isFunction, lastName, ownerOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { LazyChoice } from "./lazy-values.ts";

/** The result of a call of a function in the file. Calls inside such functions are not followed. */
export function callResult(reader: Reading, node: TSESTree.CallExpression): Value | undefined {
  const callee = withoutTypes(node.callee);
  if (lastName(callee) === "useMemo") {
    const [compute] = node.arguments;
    return compute !== undefined && isFunction(compute) ? resultOf(reader, compute, []) : undefined;
  }
  const called = functionOf(reader, callee);
  return called && resultOf(reader, called, node.arguments);
}

function functionOf(reader: Reading, callee: Node): FunctionNode | undefined {
  if (isFunction(callee)) return callee;
  if (callee.type === "Identifier") return functionOfName(reader, callee);
  return callee.type === "MemberExpression" ? methodOf(reader, callee) : undefined;
}

function functionOfName(reader: Reading, callee: TSESTree.Identifier): FunctionNode | undefined {
  const variable = reader.context.program.scopes.variableOf(callee);
  const [definition, ...others] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || others.length > 0) return undefined;
  if (isFunctionName(definition)) {
    return variable.references.some((reference) => reference.isWrite()) ? undefined : definition.node;
  }
  const write = reader.context.flow.onlyWrite(variable);
  if (write?.pattern.source?.kind !== "expression" || write.pattern.steps.length > 0) return undefined;
  return functionIn(write.pattern.source.node);
}

/** The method of `this`, or of an object literal, that a member names. */
function methodOf(reader: Reading, callee: TSESTree.MemberExpression): FunctionNode | undefined {
  const name = reader.nameOf(callee);
  if (name === undefined) return undefined;
  const object = reader.inner(callee.object);
  if (object.type === "ThisExpression") {
    const owner = ownerOf(object);
    return owner && reader.context.membersOf(owner).methods.get(name);
  }
  const literal = object.type === "Identifier" ? reader.initialiserOf(object) : undefined;
  const owner = literal && reader.inner(literal);
  return owner?.type === "ObjectExpression" ? reader.context.membersOf(owner).methods.get(name) : undefined;
}

/** The result of a function for the arguments of a call. */
export function resultOf(reader: Reading, called: FunctionNode, given: readonly Node[]): Value | undefined {
  if (reader.frame !== undefined) return undefined;
  const returns = reader.context.returnsOf(called);
  if (returns === undefined) return undefined;
  return either(reader.within(called, given), called, returns);
}

/** The result of a function for any arguments. */
export function returnOf(reader: Reading, node: FunctionNode): Value | undefined {
  const returns = reader.context.returnsOf(node);
  return returns && either(reader, node, returns);
}

function either(reader: Reading, called: Node, returns: readonly Node[]): Value | undefined {
  const [only, ...others] = returns;
  if (only === undefined) return undefined;
  if (others.length === 0) return reader.valueOf(only);
  return new LazyChoice({ ...reader.siteOf(called), type: undefined }, () =>
    returns.map((each) => reader.valueOf(each)),
  );
}

/** Whether a name is that of a function; a parameter's definition names its function, too. */
export function isFunctionName(
  definition: Variable["defs"][number],
): definition is Variable["defs"][number] & { readonly node: TSESTree.FunctionDeclaration } {
  return (definition.type as string) === "FunctionName" && definition.node.type === "FunctionDeclaration";
}

function functionIn(expression: Node): FunctionNode | undefined {
  const node = withoutTypes(expression);
  if (isFunction(node)) return node;
  if (node.type !== "CallExpression" || lastName(node.callee) !== "useCallback") return undefined;
  const [first] = node.arguments;
  return first !== undefined && isFunction(first) ? first : undefined;
}
