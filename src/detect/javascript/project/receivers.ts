import type { Receiver } from "../../../breadcrumb/index.ts";
import { returnsOf } from "../names/functions.ts";
import type { Variable } from "../names/scopes.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { isFunction, memberPath, parentOf, typeOf, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import type { NamedExport } from "./named-exports.ts";

/**
 * The exported functions of a file that keep an argument in a variable of the file, as `setReporter` does, and the ways
 * by which others reach it there.
 */
export function receiversOf(program: JavaScriptProgram, exported: readonly NamedExport[]): readonly Receiver[] {
  return exported.flatMap(({ name, value }) => {
    const setter = value && functionBehind(program, value);
    if (setter === undefined || name === "*") return [];
    return setter.params.flatMap((parameter, argument): readonly Receiver[] => {
      const kept = keptIn(program, setter, parameter);
      if (kept === undefined) return [];
      return [{ way: [name], argument, local: kept.name, reaches: waysTo(program, exported, kept, parameter) }];
    });
  });
}

/** The variable of the file that a function writes a parameter to. */
function keptIn({ scopes }: JavaScriptProgram, setter: FunctionNode, parameter: Node): Variable | undefined {
  const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const variable = name.type === "Identifier" ? scopes.variableOf(name) : undefined;
  for (const { identifier } of variable?.references ?? []) {
    let value: Node = identifier;
    for (let parent = parentOf(value); parent !== undefined; value = parent, parent = parentOf(parent)) {
      const isWhole =
        parent.type === "LogicalExpression" ||
        parent.type === "ConditionalExpression" ||
        withoutTypes(parent) === withoutTypes(value);
      if (isWhole) continue;
      if (parent.type !== "AssignmentExpression" || parent.right !== value) break;
      if (parent.left.type !== "Identifier" || functionAround(parent) !== setter) break;
      const kept = scopes.variableOf(parent.left);
      const isOfFile = kept?.scope.type === "module" || kept?.scope.type === "global";
      return isOfFile ? kept : undefined;
    }
  }
  return undefined;
}

function waysTo(
  program: JavaScriptProgram,
  exported: readonly NamedExport[],
  kept: Variable,
  parameter: Node,
): readonly (readonly string[])[] {
  const types = [parameter, ...kept.defs.map(({ name }) => name as Node)].map(typeName).filter(Boolean);
  return exported.flatMap(({ name, value }) => {
    if (value === undefined || name === "*") return [];
    const getter = functionBehind(program, value);
    const yields = getter === undefined ? [value] : (returnsOf(program, getter) ?? []);
    const isHandedOut = yields.some((yielded) => isOf(program, yielded, kept));
    return isHandedOut || types.includes(name) ? [[name]] : [];
  });
}

function isOf(program: JavaScriptProgram, node: Node, kept: Variable): boolean {
  const inner = withoutTypes(node);
  if (inner.type === "LogicalExpression") return isOf(program, inner.left, kept);
  return inner.type === "Identifier" && program.scopes.variableOf(inner) === kept;
}

function typeName(declared: Node): string | undefined {
  const type = typeOf(declared);
  const named = type?.type === "TSUnionType" ? type.types.find((each) => each.type === "TSTypeReference") : type;
  return named?.type === "TSTypeReference" && named.typeName.type === "Identifier" ? named.typeName.name : undefined;
}

function functionBehind({ scopes }: JavaScriptProgram, value: Node): FunctionNode | undefined {
  const { root, path } = memberPath(value);
  if (isFunction(root)) return root;
  if (root.type !== "Identifier" || path.length > 0) return undefined;
  const node = scopes.variableOf(root)?.defs[0]?.node as Node | undefined;
  const made = node?.type === "VariableDeclarator" ? node.init : node;
  return made && isFunction(made) ? made : undefined;
}
