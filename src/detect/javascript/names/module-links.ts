import type { ModulePath } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { memberOf, memberPath, ownerOf, patternSource, typeOf, type Node } from "../syntax/nodes.ts";

const MAX_STEPS = 20;

/**
 * The module that a value comes from, or the class or function that it was made by, and the way from there.
 * @param below members that are taken from the value.
 */
export function originOf(
  program: JavaScriptProgram,
  node: Node,
  below: readonly string[] = [],
  steps = 0,
): ModulePath | undefined {
  if (steps > MAX_STEPS) return undefined;
  const { root, path: members } = memberPath(node);
  const path = [...members, ...below];
  const behind = (inner: Node, members: readonly string[] = path): ModulePath | undefined =>
    originOf(program, inner, members, steps + 1);
  switch (root.type) {
    case "AwaitExpression":
      return behind(root.argument);
    case "CallExpression":
    case "NewExpression":
      return behind(root.callee);
    case "ThisExpression": {
      const [name, ...others] = path;
      const owner = ownerOf(root);
      if (owner === undefined || name === undefined) return undefined;
      const source = memberOf(owner, name);
      return (source?.type && behind(source.type, others)) ?? (source?.value && behind(source.value, others));
    }
    case "TSTypeReference":
      return behind(root.typeName);
    case "TSQualifiedName":
      return behind(root.left, [root.right.name, ...path]);
    case "TSTypeQuery":
      return behind(root.exprName);
    case "Identifier": {
      const variable = program.scopes.variableOf(root);
      const imported = variable && program.scopes.importOf(variable);
      if (imported !== undefined) {
        return { module: imported.module, path: imported.name === "*" ? path : [imported.name, ...path] };
      }
      const declared = variable?.defs[0]?.name as Node | undefined;
      if (declared === undefined) return undefined;
      const type = typeOf(declared);
      const source = patternSource(declared);
      return (
        (type && behind(type)) ??
        (source?.kind === "expression" ? behind(source.expression, [...(source.path ?? []), ...path]) : undefined)
      );
    }
    default:
      return undefined;
  }
}
