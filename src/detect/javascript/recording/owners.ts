import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import { once } from "../../once.ts";
import { memberValues } from "../names/functions.ts";
import type { JavaScriptProgram } from "../program.ts";
import {
  componentObjects,
  declaredMember,
  declaredTypeOf,
  memberType,
  ownerOf,
  parentOf,
  type Node,
  type Owner,
} from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** Tells what classes, object literals and types of a file say of the members of an object. */
export interface Owners {
  /**
   * What a member of an object may be: of a class, of `this`, of what is declared as something of the file. What the
   * nearest class says counts.
   * @param object a type as well, as its node is read.
   */
  membersOf(object: Value, name: string): Member;
}

export interface Member {
  readonly values: readonly Value[];
  /** What is declared for it. */
  readonly type: Value | undefined;
}

/** What declares members. */
type Declaring = Owner | TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral;

/** The object of a Vue component that has its methods. */
const METHODS: ReadonlySet<string | undefined> = new Set(["methods"]);

/** Classes that extend classes are followed this far. */
const MAX_BASES = 8;

export function createOwners(program: JavaScriptProgram, reader: ValueReader): Owners {
  const { scopes, sourceCode } = program;
  const all = once<readonly Owner[]>(() => nodesOf(sourceCode, isOwner), []);

  function membersOf(object: Value, name: string): Member {
    const found = declaringOf(reader.nodeOf(object)).map((owner) => memberOf(owner, name));
    return { values: found.flatMap(({ values }) => values), type: found.find(({ type }) => type !== undefined)?.type };
  }

  function memberOf(owner: Declaring, name: string, bases = 0): Member {
    const values = isOwner(owner) ? memberValues(program, owner, name) : [];
    const type = isOwner(owner) ? declaredMember(owner, name)?.type : memberType(owner, name);
    const [base] = values.length > 0 || type !== undefined || bases > MAX_BASES ? [] : basesOf(owner);
    if (base !== undefined) return memberOf(base, name, bases + 1);
    return { values: values.map(reader.valueOf), type: type && reader.valueOf(type) };
  }

  /** The classes, object literals and types of the file that an expression or a type has the members of. */
  function declaringOf(node: Node | undefined): readonly Declaring[] {
    switch (node?.type) {
      case "ClassDeclaration":
      case "ClassExpression":
      case "ObjectExpression":
      case "TSTypeLiteral":
        return [node];
      case "ThisExpression": {
        const owner = ownerOf(node);
        return owner === undefined ? [] : [owner, ...componentObjects(owner, METHODS)];
      }
      case "Identifier":
        return declaringOfName(node);
      case "TSTypeReference":
        return node.typeName.type === "Identifier" ? declaringOfType(node.typeName) : [];
      case "ObjectPattern":
        return declaringOf(node.typeAnnotation?.typeAnnotation);
      case "TSUnionType":
        return node.types.flatMap(declaringOf);
      default:
        return [];
    }
  }

  function declaringOfName(node: TSESTree.Identifier): readonly Declaring[] {
    const [definition] = scopes.variableOf(node)?.defs ?? [];
    if (definition === undefined) return [];
    if (definition.type === "ClassName") return [definition.node];
    return declaringOf(declaredTypeOf(definition.name));
  }

  /** The class or type of the file with a name, and the classes and objects that say that they are of it. */
  function declaringOfType(named: TSESTree.Identifier): readonly Declaring[] {
    const definition = scopes.variableOf(named)?.defs[0];
    if (definition?.type === "ClassName") return [definition.node];
    if (definition?.type !== "Type") return [];
    const { node } = definition;
    if (node.type === "TSTypeAliasDeclaration") return declaringOf(node.typeAnnotation);
    const own = node.type === "TSInterfaceDeclaration" ? [node] : [];
    return [...own, ...all().filter((owner) => implementsType(owner, named.name))];
  }

  function basesOf(owner: Declaring): readonly Declaring[] {
    return "superClass" in owner && owner.superClass !== null
      ? declaringOf(reader.nodeOf(reader.valueOf(owner.superClass)))
      : [];
  }

  return { membersOf };
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
