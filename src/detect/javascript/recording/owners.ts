import type { TSESTree } from "@typescript-eslint/utils";
import { literalBehind } from "../names/object-literals.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  memberOf,
  ownerOf,
  parentOf,
  propertyName,
  typeOf,
  withoutTypes,
  type Node,
  type Owner,
} from "../syntax/nodes.ts";

/** The classes and literals of the file whose methods an object has. */
export function ownersOf(program: JavaScriptProgram, object: Node): readonly Node[] {
  const inner = withoutTypes(object);
  if (inner.type === "ThisExpression") {
    const owner = ownerOf(inner);
    return owner === undefined ? [] : [owner, ...componentMethods(owner)];
  }
  if (inner.type !== "Identifier") return [];
  const definition = program.scopes.variableOf(inner)?.defs[0];
  if (definition?.type === "ClassName") return [definition.node];
  const made = definition?.type === "Variable" ? definition.node.init : undefined;
  if (made?.type === "NewExpression" && made.callee.type === "Identifier") {
    const of = program.scopes.variableOf(made.callee)?.defs[0];
    return of?.type === "ClassName" ? [of.node] : [];
  }
  const literal = literalBehind(program, inner);
  return literal === undefined ? [] : [literal];
}

/** The interface that the file declares for `this.adapter`, by its name. */
export function interfaceOf({ scopes }: JavaScriptProgram, object: Node): string | undefined {
  const inner = withoutTypes(object);
  if (inner.type !== "MemberExpression" || inner.object.type !== "ThisExpression") return undefined;
  const owner = ownerOf(inner);
  const name = propertyName(inner);
  const type = owner && name !== undefined ? memberOf(owner, name)?.type : undefined;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  return scopes.variableOf(type.typeName)?.defs[0]?.type === "Type" ? type.typeName.name : undefined;
}

/** Whether an object or class of the file says that it is of a type. */
export function implementsType(owner: Node, type: string): boolean {
  if (owner.type === "ClassDeclaration" || owner.type === "ClassExpression") {
    return owner.implements.some(({ expression }) => expression.type === "Identifier" && expression.name === type);
  }
  const holder = parentOf(owner);
  const declared = holder?.type === "VariableDeclarator" ? typeOf(holder.id) : undefined;
  return (
    declared?.type === "TSTypeReference" && declared.typeName.type === "Identifier" && declared.typeName.name === type
  );
}

/** A Vue component has its methods in an object beside its hooks; `this` is the component in all of them. */
function componentMethods(owner: Owner): readonly Node[] {
  if (owner.type !== "ObjectExpression") return [];
  const property = parentOf(owner);
  const own = owner.properties.flatMap(methodsObject);
  return property?.type === "Property" && property.parent.type === "ObjectExpression"
    ? [...own, ...property.parent.properties.flatMap(methodsObject)]
    : own;
}

function methodsObject(property: TSESTree.ObjectLiteralElement): readonly Node[] {
  return property.type === "Property" &&
    propertyName(property) === "methods" &&
    property.value.type === "ObjectExpression"
    ? [property.value]
    : [];
}
