import type { TSESTree } from "@typescript-eslint/utils";
import type { MemberValue, Value } from "../../../breadcrumb/index.ts";
import { once } from "../../once.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  componentObjects,
  declaredMember,
  ownerOf,
  parentOf,
  declaredTypeOf,
  type Node,
  type Owner,
} from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** Tells which classes and object literals of a file have the members of an object. */
export interface Owners {
  /** Of a class, of `this`, and of what is declared as one of the file's classes or interfaces. */
  ownersOf(object: Value): readonly Owner[];
  /** A class, and those that it extends; the nearest first. */
  withBases(owner: Owner): readonly Owner[];
}

/** The object of a Vue component that has its methods. */
const METHODS: ReadonlySet<string | undefined> = new Set(["methods"]);

/** Classes that extend classes are followed this far. */
const MAX_BASES = 8;

export function createOwners({ scopes, sourceCode }: JavaScriptProgram, reader: ValueReader): Owners {
  const all = once<readonly Owner[]>(() => nodesOf(sourceCode, isOwner), []);

  function ownersOf(object: Value): readonly Owner[] {
    const node = reader.nodeOf(object);
    if (node === undefined) return [];
    if (isOwner(node)) return [node];
    if (node.type === "ThisExpression") {
      const owner = ownerOf(node);
      return owner === undefined ? [] : [owner, ...componentObjects(owner, METHODS)];
    }
    if (object.kind === "member") return ownersOfType(declaredOfMember(object));
    return object.kind === "name" ? ownersOfName(node) : [];
  }

  function ownersOfName(node: Node): readonly Owner[] {
    const variable = node.type === "Identifier" ? scopes.variableOf(node) : undefined;
    const [definition] = variable?.defs ?? [];
    if (definition === undefined) return [];
    return definition.type === "ClassName" ? [definition.node] : ownersOfType(declaredTypeOf(definition.name));
  }

  /** The type that a class declares for `this.log`. */
  function declaredOfMember({ object, name }: MemberValue): TSESTree.TypeNode | undefined {
    const node = reader.nodeOf(object);
    const owner = node?.type === "ThisExpression" ? ownerOf(node) : undefined;
    return owner && name !== undefined ? declaredMember(owner, name)?.type : undefined;
  }

  /** The class of the file that a type is, or the classes and objects that say that they are of it. */
  function ownersOfType(type: TSESTree.TypeNode | undefined): readonly Owner[] {
    if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return [];
    const { name } = type.typeName;
    const definition = scopes.variableOf(type.typeName)?.defs[0];
    if (definition?.type === "ClassName") return [definition.node];
    return definition?.type === "Type" ? all().filter((owner) => implementsType(owner, name)) : [];
  }

  function baseOf(owner: Owner): Owner | undefined {
    const base = owner.type === "ObjectExpression" ? null : owner.superClass;
    return base === null ? undefined : ownersOf(reader.valueOf(base))[0];
  }

  function withBases(owner: Owner): readonly Owner[] {
    const found = [owner];
    for (let base = baseOf(owner); base !== undefined && found.length < MAX_BASES; base = baseOf(base))
      found.push(base);
    return found;
  }

  return { ownersOf, withBases };
}

function isOwner(node: Node): node is Owner {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression" || node.type === "ObjectExpression";
}

/** Whether an object or class of the file says that it is of a type. */
function implementsType(owner: Owner, type: string): boolean {
  if (owner.type !== "ObjectExpression") {
    return owner.implements.some(({ expression }) => expression.type === "Identifier" && expression.name === type);
  }
  const holder = parentOf(owner);
  const declared = holder?.type === "VariableDeclarator" ? declaredTypeOf(holder.id) : undefined;
  return (
    declared?.type === "TSTypeReference" && declared.typeName.type === "Identifier" && declared.typeName.name === type
  );
}
