import { matches } from "../../../breadcrumb/index.ts";
import type { TSESTree } from "@typescript-eslint/utils";

/** A node of any parser that follows ESTree, with typescript-eslint's names for what TypeScript adds. */
export type Node = TSESTree.Node;

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

/** How many members a path has at most; longer chains are not written by hand. */
const MAX_MEMBERS = 20;

/** The node around a node; undefined at the top, where some parsers say `null`. */
export function parentOf(node: Node): Node | undefined {
  return node.parent ?? undefined;
}

/** Whether a node calls a function or makes an object of a class. */
export function isCallOrNew(node: Node): node is TSESTree.CallExpression | TSESTree.NewExpression {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration"
  );
}

/** Whether a node holds another, or is it. */
export function isAround({ range }: Node, inner: Node): boolean {
  return range[0] <= inner.range[0] && inner.range[1] <= range[1];
}

/** The parameters that take an argument, in order; TypeScript's `this` takes none. */
export function parametersOf({ params }: FunctionNode): readonly TSESTree.Parameter[] {
  return params.filter((parameter) => parameter.type !== "Identifier" || parameter.name !== "this");
}

/** Which argument a parameter takes; -1 for what is none. */
export function positionOf(node: FunctionNode, parameter: Node): number {
  return parametersOf(node).indexOf(parameter as TSESTree.Parameter);
}

/** The result of a function without other effects. */
export function yieldOf({ body }: FunctionNode): Node | undefined {
  if (body.type !== "BlockStatement") return body;
  return body.body.length > 1 ? undefined : returnedBy(body.body);
}

/** Takes the members off an expression: `a.b?.["c"]` is `a` with `["b", "c"]`; what cannot be read stays. */
export function memberPath(node: Node): { readonly root: Node; readonly path: readonly string[] } {
  const path: string[] = [];
  let root = withoutTypes(node);
  while (root.type === "MemberExpression" && path.length < MAX_MEMBERS) {
    const name = propertyName(root);
    if (name === undefined) break;
    path.push(name);
    root = withoutTypes(root.object);
  }
  return { root, path: path.reverse() };
}

/** Which of its exports a CommonJS module writes to: `["track"]` for `module.exports.track` and `exports.track`. */
export function exportedPath(target: Node): readonly string[] | undefined {
  const { root, path } = memberPath(target);
  if (root.type !== "Identifier") return undefined;
  if (root.name === "exports") return path;
  return root.name === "module" && path[0] === "exports" ? path.slice(1) : undefined;
}

/** The last name by which something is reached: `useMemo` of `React.useMemo`, `f` of `f`. */
export function lastName(node: Node): string | undefined {
  const { root, path } = memberPath(node);
  return path.at(-1) ?? (root.type === "Identifier" ? root.name : undefined);
}

/** The expression inside what does not change its value: type assertions, optional chains, sequences. */
export function withoutTypes(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case "ChainExpression":
      case "TSAsExpression":
      case "TSInstantiationExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        current = current.expression;
        break;
      case "SequenceExpression": {
        const last = current.expressions.at(-1);
        if (last === undefined) return current;
        current = last;
        break;
      }
      default:
        return current;
    }
  }
}

/** The outermost expression that is the same value. */
export function outsideTypes(node: Node): Node {
  let current = node;
  for (;;) {
    const parent = parentOf(current);
    switch (parent?.type) {
      case "ChainExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        current = parent;
        break;
      default:
        return current;
    }
  }
}

/** The name of a member, a property or a method, where it can be read: `a.b`, `a["b"]`, `{ "b": 1 }`. */
export function propertyName(node: TSESTree.MemberExpression | TSESTree.Property | MethodOrField): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  return node.computed ? textOf(key) : nameOfKey(key);
}

/** The name that a key writes, when it is not computed. */
export function nameOfKey(key: Node): string | undefined {
  if (key.type === "Identifier") return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return textOf(key);
}

/** The text of a literal or of a template without expressions; numbers as a key writes them. */
export function textOf(node: Node): string | undefined {
  const inner = withoutTypes(node);
  let value: unknown;
  if (inner.type === "Literal") ({ value } = inner);
  else if (inner.type === "TemplateLiteral" && inner.quasis.length === 1) value = inner.quasis[0]?.value.cooked;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The names of `A.B.C`, from the left. */
export function qualifiedNames(name: TSESTree.EntityName): readonly string[] {
  if (name.type === "Identifier") return [name.name];
  return name.type === "TSQualifiedName" ? [...qualifiedNames(name.left), name.right.name] : [];
}

/** A class or an object literal: what `this` is in its methods. */
export type Owner = TSESTree.ClassDeclaration | TSESTree.ClassExpression | TSESTree.ObjectExpression;

/** The class or object literal that `this` stands for at a node; undefined in plain functions. */
export function ownerOf(node: Node): Owner | undefined {
  let child = node;
  for (let current = parentOf(node); current !== undefined; child = current, current = parentOf(current)) {
    switch (current.type) {
      case "FunctionDeclaration":
      case "FunctionExpression": {
        const member = parentOf(current);
        if (member?.type === "Property" && member.parent.type === "ObjectExpression") return member.parent;
        if (member?.type !== "MethodDefinition") return undefined;
        break;
      }
      case "MethodDefinition":
      case "PropertyDefinition":
      case "AccessorProperty":
      case "StaticBlock":
        return "key" in current && current.key === child ? undefined : current.parent.parent;
      default:
    }
  }
  return undefined;
}

type Method = TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition;
type MethodOrField = Method | TSESTree.PropertyDefinition | TSESTree.TSAbstractPropertyDefinition;

function isMethod(member: Node): member is Method {
  return member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition";
}

/** Whether a class declares a method or field, also one that others have to fill. */
export function isMethodOrField(member: Node): member is MethodOrField {
  return isMethod(member) || member.type === "PropertyDefinition" || member.type === "TSAbstractPropertyDefinition";
}

/** The class's declaration of a member, besides its value. */
export interface MemberSource {
  readonly type: TSESTree.TypeNode | undefined;
  /** The decorator that asks a container for it: `Inject(CRUMBS)`. */
  readonly injection: TSESTree.CallExpression | undefined;
  /** The name of Ember's service that it is filled with: `event-tracker` for `@service eventTracker`. */
  readonly service?: string | undefined;
}

/** What a class declares of `this.<name>`: by a field, a getter or a parameter property. */
export function declaredMember(owner: Owner, name: string): MemberSource | undefined {
  if (owner.type === "ObjectExpression") return undefined;
  let type: TSESTree.TypeNode | undefined;
  let injection: TSESTree.CallExpression | undefined;
  let service: string | undefined;
  for (const member of owner.body.body) {
    if (member.type === "MethodDefinition" && member.kind === "constructor") {
      const declared = member.value.params.find(
        (each) => each.type === "TSParameterProperty" && declaredName(each.parameter)?.name === name,
      );
      if (declared?.type !== "TSParameterProperty") continue;
      type = declaredTypeOf(declared.parameter);
      injection = injectionOf(declared.decorators);
    } else if (!isMethodOrField(member) || propertyName(member) !== name) {
      continue;
    } else if (!isMethod(member)) {
      type = member.typeAnnotation?.typeAnnotation;
      injection = injectionOf(member.decorators);
      service = serviceOf(member.decorators, name);
    } else if (member.kind === "get") {
      type = member.value.returnType?.typeAnnotation;
    }
  }
  const all = { type, injection, service };
  return Object.values(all).every((each) => each === undefined) ? undefined : all;
}

/** What the last of some statements returns. */
function returnedBy(statements: readonly Node[]): Node | undefined {
  const last = statements.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
}

/** `@service eventTracker`, `@service("event-tracker") tracker` */
function serviceOf(decorators: readonly TSESTree.Decorator[] | undefined, field: string): string | undefined {
  for (const { expression } of decorators ?? []) {
    const [callee, [given]] =
      expression.type === "CallExpression" ? [expression.callee, expression.arguments] : [expression, []];
    if (callee.type !== "Identifier" || !/^(?:inject|service)$/u.test(callee.name)) continue;
    const named = given === undefined ? field : textOf(given);
    return named?.replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, "-").toLowerCase();
  }
  return undefined;
}

/** `@Inject(CRUMBS)` */
function injectionOf(decorators: readonly TSESTree.Decorator[] | undefined): TSESTree.CallExpression | undefined {
  for (const { expression } of decorators ?? []) {
    if (expression.type !== "CallExpression" || expression.arguments.length === 0) continue;
    if (matches(lastName(expression.callee), /^inject$/iu)) return expression;
  }
  return undefined;
}

/** The type that an interface or the type of an object declares for a member. */
export function memberType(
  declaring: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral,
  name: string | undefined,
): TSESTree.TypeNode | undefined {
  const members = declaring.type === "TSTypeLiteral" ? declaring.members : declaring.body.body;
  for (const each of members) {
    if (each.type === "TSPropertySignature" && !each.computed && nameOfKey(each.key) === name)
      return each.typeAnnotation?.typeAnnotation;
  }
  return undefined;
}

/** The declared type of a variable, a parameter or a parameter with a default. */
export function declaredTypeOf(declared: Node): TSESTree.TypeNode | undefined {
  return declaredName(declared)?.typeAnnotation?.typeAnnotation;
}

/** The name that is declared, as a parameter with a default, too; undefined for patterns. */
export function declaredName(declared: Node): TSESTree.Identifier | undefined {
  const target = declared.type === "AssignmentPattern" ? declared.left : declared;
  return target.type === "Identifier" ? target : undefined;
}

/**
 * The objects of a Vue component that have its members, by the names of its options: `this` is the component in its
 * hooks and in all of them.
 * @param owner the component, or one of these objects.
 */
export function componentObjects(
  owner: Owner,
  options: ReadonlySet<string | undefined>,
): readonly TSESTree.ObjectExpression[] {
  if (owner.type !== "ObjectExpression") return [];
  const around = parentOf(owner);
  const component = around?.type === "Property" && around.parent.type === "ObjectExpression" ? [around.parent] : [];
  return [owner, ...component].flatMap(({ properties }) =>
    properties.flatMap((each) =>
      each.type === "Property" && options.has(propertyName(each)) && each.value.type === "ObjectExpression"
        ? [each.value]
        : [],
    ),
  );
}
