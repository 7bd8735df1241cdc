import type { TSESTree } from "@typescript-eslint/utils";
import type { Handed, ModulePath } from "../../../breadcrumb/index.ts";
import { AUTO_IMPORTS, originOf } from "../names/module-links.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { functionAround, holderOf, isTransparent } from "../syntax/enclosing-function.ts";
import { isFunction, lastName, parentOf, propertyName, typeOf, type FunctionNode } from "../syntax/nodes.ts";
import { tokensOf } from "./registrations.ts";

/** Where a function goes beside the exports of its file. */
export interface Destinations {
  /** Functions and types of other modules. */
  readonly elsewhere: readonly Handed[];
  /** Types of the file, by their names, with the members from there. */
  readonly types: readonly (readonly string[])[];
}

/** An object literal in an object literal in a call that keeps it: deeper ones are not written by hand. */
const MAX_DEPTH = 6;

/** What an object or function is handed on by. */
const HOLDING: ReadonlySet<string | undefined> = new Set([
  "AssignmentExpression",
  "CallExpression",
  "JSXExpressionContainer",
  "Property",
]);

/**
 * Where others may reach a function by what holds it: the interface that its class or object says to have, and the
 * function of another module that keeps the object, as in `setReporter({ addBreadcrumb: … })`.
 */
export function destinationsOf(program: JavaScriptProgram, wrapper: FunctionNode): Destinations {
  const elsewhere: Handed[] = [];
  const types: (readonly string[])[] = [];
  const holder = holderOf(wrapper);
  const { name, owner } = memberAt(holder) ?? {};
  if (owner !== undefined && name !== undefined) follow(owner, [name], 0);
  follow(wrapper, [], 0);
  const declared = wrapper.type === "FunctionDeclaration" ? wrapper.id : holder;
  if (declared?.type === "Identifier") followName(declared, [], 0);

  function follow(node: Node, member: readonly string[], depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const type of typesOf(node)) addType(type, member);
    for (const token of tokensOf(program, node)) {
      if (token.module === ".") types.push([...token.path, ...member]);
      else elsewhere.push({ ...token, argument: undefined, member });
    }
    const same = sameValue(node);
    if (same !== undefined) follow(same, member, depth + 1);
    const parent = parentOf(node);
    switch (parent?.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        addType(parent.typeAnnotation, member);
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
      case "CallExpression":
        if (member.length > 0) addArgument(parent, node, member);
        break;
      default:
    }
  }

  function addArgument(call: TSESTree.CallExpression, node: Node, member: readonly string[]): void {
    const argument = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
    const to = argument === -1 ? undefined : originOf(program, call.callee);
    if (to !== undefined && to.module !== AUTO_IMPORTS) elsewhere.push({ ...to, argument, member });
  }

  /** What a variable of the file is given: by its type, and by the calls that it is an argument of. */
  function followName(written: TSESTree.Identifier, member: readonly string[], depth: number): void {
    const variable = program.scopes.variableOf(written);
    addType(variable?.defs[0] && typeOf(variable.defs[0].name), member);
    for (const { identifier } of variable?.references ?? []) {
      if (identifier !== written && HOLDING.has(parentOf(identifier)?.type)) follow(identifier, member, depth + 1);
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
    const from = importedType(program, name);
    if (from !== undefined) elsewhere.push({ ...from, argument: undefined, member });
    else types.push([name.name, ...member]);
  }

  return { elsewhere, types };
}

/** What has the value of a node: a choice around it, or a call that keeps it, as `useCallback` and `useMemo` do. */
function sameValue(node: Node): Node | undefined {
  const parent = parentOf(node);
  switch (parent?.type) {
    case "ConditionalExpression":
    case "LogicalExpression":
      return parent;
    case "CallExpression":
      return parent.arguments[0] === node && isTransparent(parent) ? parent : undefined;
    case "ArrowFunctionExpression":
    case "ReturnStatement": {
      const maker = isFunction(parent) ? parent : functionAround(parent);
      const call = maker && parentOf(maker);
      return call?.type === "CallExpression" && lastName(call.callee) === "useMemo" ? call : undefined;
    }
    default:
      return undefined;
  }
}

/** What a class says to be. */
function typesOf(node: Node): readonly Node[] {
  if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") return [];
  return [...node.implements.map(({ expression }) => expression), ...(node.superClass ? [node.superClass] : [])];
}

function importedType({ scopes }: JavaScriptProgram, name: TSESTree.Identifier): ModulePath | undefined {
  const variable = scopes.variableOf(name);
  const imported = variable && scopes.importOf(variable);
  return imported && { module: imported.module, path: [imported.name] };
}

/** The member that a function is, and the object or class that it is one of. */
function memberAt(
  holder: Node | undefined,
): { readonly name: string | undefined; readonly owner: Node | undefined } | undefined {
  const isMember =
    holder?.type === "Property" || holder?.type === "MethodDefinition" || holder?.type === "PropertyDefinition";
  if (!isMember) return undefined;
  const around = parentOf(holder);
  return { name: propertyName(holder), owner: around?.type === "ClassBody" ? parentOf(around) : around };
}
