import type { TSESTree } from "@typescript-eslint/utils";
import { functionAround } from "../syntax/enclosing-function.ts";
import { parentOf, propertyName, type FunctionNode, type Node } from "../syntax/nodes.ts";
import type { Variable } from "./scopes.ts";

/** The keys and positions that lead from a value to a part of it; null where one is not known. */
export type Path = readonly (string | number | null)[];

/** A place where a value arrives. */
export type Use = {
  /** The expression that arrives there: the value, or what holds it. */
  readonly node: Node;
  /** The path from there to the value. */
  readonly path: Path;
  /** Whether what arrives is another object with the value's members: `{ ...value }`. */
  readonly isCopy: boolean;
} & (
  | {
      readonly kind: "argument";
      readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
      readonly index: number;
    }
  | { readonly kind: "called"; readonly call: TSESTree.CallExpression | TSESTree.NewExpression }
  | { readonly kind: "returned"; readonly function: FunctionNode }
  /** It becomes the value of a variable, a pattern or a member. */
  | { readonly kind: "written"; readonly target: Node }
  /** A variable of the file holds it. */
  | { readonly kind: "held"; readonly variable: Variable; readonly name: TSESTree.Identifier }
  /** A member is taken off it. */
  | { readonly kind: "member"; readonly member: TSESTree.MemberExpression }
  /** A class has it as a field or a method. */
  | { readonly kind: "field"; readonly field: TSESTree.MethodDefinition | TSESTree.PropertyDefinition }
  | { readonly kind: "attribute"; readonly attribute: TSESTree.JSXAttribute }
  /** It is asked whether there is something. */
  | { readonly kind: "tested" }
  /** Something else gets hold of it, or there is too much to follow. */
  | { readonly kind: "kept" }
  /** It is looked at where it stands: compared, gone through, put into a text. */
  | { readonly kind: "read" }
);

type Arrival<U extends Use = Use> = U extends Use ? Omit<U, "node" | "path" | "isCopy"> : never;

/**
 * Where the value of an expression goes from where it stands, in whatever object, list, type or choice; names are not
 * followed. An assignment in an expression has it arrive at two places.
 */
export function usesAt(expression: Node): readonly Use[] {
  const uses: Use[] = [];
  let path: Path = [];
  let isCopy = false;
  let child = expression;
  const arrives = (arrival: Arrival): void => {
    uses.push({ node: child, path, isCopy, ...arrival });
  };
  for (let node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
    switch (node.type) {
      case "AwaitExpression":
      case "ChainExpression":
      case "ObjectExpression":
      case "TSAsExpression":
      case "TSInstantiationExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        continue;
      case "ArrayExpression":
        path = inList(node, child, path);
        continue;
      case "SpreadElement":
        isCopy ||= path.length === 0;
        continue;
      case "Property":
        if (node.value !== child || node.kind !== "init") break;
        path = [propertyName(node) ?? null, ...path];
        continue;
      case "LogicalExpression":
        continue;
      case "ConditionalExpression":
        if (node.test === child) break;
        continue;
      case "SequenceExpression":
        if (node.expressions.at(-1) !== child) break;
        continue;
      case "AssignmentExpression":
        if (node.right !== child || !isPlain(node)) break;
        arrives({ kind: "written", target: node.left });
        continue;
      default:
    }
    // An assignment that is a statement of its own is the last that happens to what is assigned.
    if (node.type !== "ExpressionStatement" || uses.length === 0) arrives(arrivalAt(node, child));
    return uses;
  }
  return uses;
}

function inList(list: TSESTree.ArrayExpression, item: Node, path: Path): Path {
  const index = list.elements.indexOf(item as TSESTree.Expression);
  const isMoved = list.elements.slice(0, index + 1).some((each) => each?.type === "SpreadElement");
  if (item.type !== "SpreadElement") return [isMoved ? null : index, ...path];
  return path.length === 0 ? path : [null, ...path.slice(1)];
}

/** `=` and what writes at times: any other operator makes something else of what it is given. */
function isPlain({ operator }: TSESTree.AssignmentExpression): boolean {
  return operator === "=" || operator === "??=" || operator === "||=" || operator === "&&=";
}

/** Where a value arrives that can go no further without a name. */
function arrivalAt(node: Node, child: Node): Arrival {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression": {
      if (node.callee === child) return { kind: "called", call: node };
      const index = node.arguments.indexOf(child as TSESTree.CallExpressionArgument);
      return { kind: "argument", call: node, index };
    }
    case "MemberExpression":
      return node.object === child ? { kind: "member", member: node } : { kind: "read" };
    case "VariableDeclarator":
      return { kind: "written", target: node.id };
    case "ArrowFunctionExpression":
      return { kind: "returned", function: node };
    case "ReturnStatement": {
      const around = functionAround(node);
      return around === undefined || around.generator ? { kind: "kept" } : { kind: "returned", function: around };
    }
    case "MethodDefinition":
      if (node.value !== child) return { kind: "read" };
      return node.kind === "method" ? { kind: "field", field: node } : { kind: "kept" };
    case "PropertyDefinition":
      return node.value === child ? { kind: "field", field: node } : { kind: "read" };
    case "JSXExpressionContainer": {
      const attribute = parentOf(node);
      return attribute?.type === "JSXAttribute" ? { kind: "attribute", attribute } : { kind: "kept" };
    }
    case "ConditionalExpression":
    case "DoWhileStatement":
    case "ForStatement":
    case "IfStatement":
    case "WhileStatement":
      return { kind: "tested" };
    case "UnaryExpression":
      return { kind: node.operator === "!" ? "tested" : "read" };
    case "TemplateLiteral":
      return { kind: parentOf(node)?.type === "TaggedTemplateExpression" ? "kept" : "read" };
    case "Property":
      return { kind: node.value === child ? "kept" : "read" };
    case "AssignmentPattern":
    case "ThrowStatement":
    case "YieldExpression":
      return { kind: "kept" };
    default:
      return { kind: "read" };
  }
}
