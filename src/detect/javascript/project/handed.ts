import type { TSESTree } from "@typescript-eslint/utils";
import type { Handed, ModulePath } from "../../../breadcrumb/index.ts";
import type { Use } from "../names/arrivals.ts";
import { originOf } from "../names/module-links.ts";
import { AUTO_IMPORTS } from "../names/virtual-modules.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { functionAround, holderOf, isTransparent, memoOf } from "../syntax/enclosing-function.ts";
import { isFunction, parentOf, propertyName, declaredTypeOf, type FunctionNode } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { tokensOf } from "./registrations.ts";

/** Where a function goes beside the exports of its file. */
export interface Destinations {
  /** Functions and types of other modules. */
  readonly elsewhere: readonly Handed[];
  /** Types of the file, by their names, with the members from there. */
  readonly types: readonly (readonly string[])[];
}

/** An expression or a class that has a function, and the members that lead to it. */
interface Holder {
  readonly node: Node;
  readonly member: readonly string[];
}

/**
 * Where others may reach a function by what holds it: the interface that its class or object says to have, and the
 * function of another module that keeps the object, as in `setReporter({ addBreadcrumb: … })`.
 */
export function destinationsOf(program: JavaScriptProgram, values: ValueReader, wrapper: FunctionNode): Destinations {
  const elsewhere: Handed[] = [];
  const types: (readonly string[])[] = [];
  const addType = (type: Node, member: readonly string[]): void => {
    for (const name of namesOf(type)) {
      const from = importedType(program, name);
      if (from === undefined) types.push([name.name, ...member]);
      else elsewhere.push({ ...from, argument: undefined, member });
    }
  };
  const own = ownHolders(wrapper);
  const held = own.flatMap((holder) => heldIn(values, holder));
  for (const { name, member } of held) {
    const type = declaredTypeOf(name);
    if (type !== undefined) addType(type, member);
  }
  const mentions = held.flatMap(({ variable, member }) =>
    variable.references.flatMap((each) => (each.isRead() ? [{ node: each.identifier, member }] : [])),
  );
  for (const { node, member } of [...own, ...mentions].flatMap((each) => [...holdersFrom(each)])) {
    for (const type of typesOf(node)) addType(type, member);
    for (const token of tokensOf(program, node)) {
      if (token.module === ".") types.push([...token.path, ...member]);
      else elsewhere.push({ ...token, argument: undefined, member });
    }
    elsewhere.push(...keptBy(program, node, member));
  }
  return { elsewhere, types };
}

/** A function itself, and the class that has it as a method. */
function ownHolders(wrapper: FunctionNode): readonly Holder[] {
  const member = holderOf(wrapper);
  const itself: Holder = { node: wrapper, member: [] };
  if (member?.type !== "MethodDefinition" && member?.type !== "PropertyDefinition") return [itself];
  const name = propertyName(member);
  return name === undefined ? [itself] : [itself, { node: member.parent.parent, member: [name] }];
}

/** The variables that hold what a function or class is, or an object that has it. */
function heldIn({ uses }: ValueReader, { node, member }: Holder): readonly (Held & Pick<Holder, "member">)[] {
  const isExpression = node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
  const name = "id" in node && node.id?.type === "Identifier" ? node.id : undefined;
  const found = isExpression ? uses.of(node) : name === undefined ? [] : uses.ofName(name, []);
  return found.flatMap((use) => {
    if (use.kind !== "held" || !use.path.every((key) => typeof key === "string")) return [];
    return [{ ...use, member: [...use.path, ...member] }];
  });
}

type Held = Use & { readonly kind: "held" };

/** The objects that contain a function, from where it is mentioned: nested objects, with any type. */
function* holdersFrom(mention: Holder): Generator<Holder> {
  let { node, member } = mention;
  for (;;) {
    yield { node, member };
    const parent = parentOf(node);
    switch (parent?.type) {
      case "ConditionalExpression":
      case "LogicalExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        node = parent;
        break;
      case "CallExpression":
        if (!isTransparent(parent) || parent.arguments[0] !== node) return;
        node = parent;
        break;
      case "ArrowFunctionExpression":
      case "ReturnStatement": {
        const maker = isFunction(parent) ? parent : functionAround(parent);
        const memo = maker && memoOf(maker);
        if (memo === undefined) return;
        node = memo;
        break;
      }
      case "Property": {
        const key = propertyName(parent);
        if (key === undefined || parent.parent.type !== "ObjectExpression") return;
        node = parent.parent;
        member = [key, ...member];
        break;
      }
      default:
        return;
    }
  }
}

/** What a class or an expression says to be where it stands. */
function typesOf(node: Node): readonly Node[] {
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression")
    return [...node.implements.map(({ expression }) => expression), ...(node.superClass ? [node.superClass] : [])];
  const parent = parentOf(node);
  switch (parent?.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return [parent.typeAnnotation];
    case "ReturnStatement":
    case "ArrowFunctionExpression": {
      const type = (isFunction(parent) ? parent : functionAround(parent))?.returnType;
      return type ? [type.typeAnnotation] : [];
    }
    default:
      return [];
  }
}

/** The names of which a type is one, or all. */
function namesOf(type: Node): readonly TSESTree.Identifier[] {
  if (type.type === "TSUnionType" || type.type === "TSIntersectionType") return type.types.flatMap(namesOf);
  const name = type.type === "TSTypeReference" ? type.typeName : type;
  return name.type === "Identifier" ? [name] : [];
}

function importedType({ scopes }: JavaScriptProgram, name: TSESTree.Identifier): ModulePath | undefined {
  const variable = scopes.variableOf(name);
  const imported = variable && scopes.importOf(variable);
  return imported && { module: imported.module, path: [imported.name] };
}

/** The function of another module that an object is an argument of, and may be kept by. */
function keptBy(program: JavaScriptProgram, node: Node, member: readonly string[]): readonly Handed[] {
  const call = parentOf(node);
  if (call?.type !== "CallExpression" || member.length === 0) return [];
  const argument = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
  const to = argument === -1 ? undefined : originOf(program, call.callee);
  return to === undefined || to.module === AUTO_IMPORTS ? [] : [{ ...to, argument, member }];
}
