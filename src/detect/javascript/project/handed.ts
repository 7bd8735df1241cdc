import type { TSESTree } from "@typescript-eslint/utils";
import type { Handed, ModulePath } from "../../../breadcrumb/index.ts";
import { originOf } from "../names/module-links.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { functionAround, holderOf } from "../syntax/enclosing-function.ts";
import { isFunction, parentOf, propertyName, typeOf, type FunctionNode } from "../syntax/nodes.ts";

/** Where a function goes beside the exports of its file. */
export interface Destinations {
  /** Functions and types of other modules. */
  readonly elsewhere: readonly Handed[];
  /** Types of the file, by their names, with the members from there. */
  readonly types: readonly (readonly string[])[];
}

/** An object literal in an object literal in a call: deeper ones are not written by hand. */
const MAX_DEPTH = 4;

/**
 * Where others may reach a function by what holds it: the interface that its class or object says to have, and the
 * function of another module that keeps the object, as in `setReporter({ addBreadcrumb: … })`.
 */
export function destinationsOf(program: JavaScriptProgram, wrapper: FunctionNode): Destinations {
  const elsewhere: Handed[] = [];
  const types: (readonly string[])[] = [];
  const holder = holderOf(wrapper);
  const isMember =
    holder?.type === "Property" || holder?.type === "MethodDefinition" || holder?.type === "PropertyDefinition";
  const name = isMember ? propertyName(holder) : undefined;
  const around = holder && parentOf(holder);
  const owner = around?.type === "ClassBody" ? parentOf(around) : around;
  if (owner !== undefined && name !== undefined) follow(owner, [name], 0);

  function follow(node: Node, member: readonly string[], depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
      for (const { expression } of node.implements) addType(expression, member);
      return;
    }
    const parent = parentOf(node);
    switch (parent?.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        addType(parent.typeAnnotation, member);
        follow(parent, member, depth + 1);
        break;
      case "ConditionalExpression":
      case "LogicalExpression":
        follow(parent, member, depth + 1);
        break;
      case "Property": {
        const key = propertyName(parent);
        const outer = parentOf(parent);
        if (key !== undefined && outer?.type === "ObjectExpression") follow(outer, [key, ...member], depth + 1);
        break;
      }
      case "VariableDeclarator":
        if (parent.init === node && parent.id.type === "Identifier") followName(parent.id, member, depth);
        break;
      case "AssignmentExpression":
        if (parent.right === node && parent.left.type === "Identifier") followName(parent.left, member, depth);
        break;
      case "ReturnStatement":
      case "ArrowFunctionExpression": {
        const maker = isFunction(parent) ? parent : functionAround(parent);
        addType(maker?.returnType?.typeAnnotation, member);
        break;
      }
      case "CallExpression": {
        const argument = parent.arguments.indexOf(node as TSESTree.CallExpressionArgument);
        const to = argument === -1 ? undefined : originOf(program, parent.callee);
        if (to !== undefined) elsewhere.push({ ...to, argument, member });
        break;
      }
      default:
    }
  }

  /** What a variable of the file is given: by its type, and by the calls that it is an argument of. */
  function followName(written: TSESTree.Identifier, member: readonly string[], depth: number): void {
    const variable = program.scopes.variableOf(written);
    addType(variable?.defs[0] && typeOf(variable.defs[0].name), member);
    for (const { identifier } of variable?.references ?? []) {
      if (parentOf(identifier)?.type === "CallExpression") follow(identifier, member, depth + 1);
    }
  }

  function addType(type: Node | undefined, member: readonly string[]): void {
    if (type === undefined) return;
    if (type.type === "TSUnionType" || type.type === "TSIntersectionType") {
      for (const each of type.types) addType(each, member);
      return;
    }
    const name = type.type === "TSTypeReference" ? type.typeName : type;
    if (name.type !== "Identifier") return;
    const from = importedType(name);
    if (from !== undefined) elsewhere.push({ ...from, argument: undefined, member });
    else types.push([name.name, ...member]);
  }

  function importedType(name: TSESTree.Identifier): ModulePath | undefined {
    const variable = program.scopes.variableOf(name);
    const imported = variable && program.scopes.importOf(variable);
    return imported && { module: imported.module, path: [imported.name] };
  }

  return { elsewhere, types };
}
