import { isNode, type TreeNode } from "./tree.ts";

/** Where Flow's types stand in nodes that are JavaScript besides. */
const TYPES = [
  "implements",
  "predicate",
  "returnType",
  "superTypeParameters",
  "typeAnnotation",
  "typeArguments",
  "typeParameters",
  "variance",
];

/** What has a list of decorators for TS-ESTree, which Babel leaves out without its plugin for TypeScript. */
const DECORATED =
  /^(?:AccessorProperty|ArrayPattern|AssignmentPattern|Identifier|MethodDefinition|ObjectPattern|PropertyDefinition|RestElement)$/u;

/** Statements and members that are types alone. */
const TYPES_ALONE = /^(?:Declare\w+|InterfaceDeclaration|OpaqueType|TypeAlias)$/u;

/**
 * Takes Flow's types out of a tree, in place: what is left is the JavaScript that runs.
 * @returns what takes the place of the node.
 */
export function withoutFlow(node: TreeNode): TreeNode {
  // `(user: any)`
  if (node.type === "TypeCastExpression" && isNode(node["expression"])) return withoutFlow(node["expression"]);
  for (const key of TYPES) Reflect.deleteProperty(node, key);
  if (DECORATED.test(node.type)) node["decorators"] ??= [];
  if (node["importKind"] === "typeof") node["importKind"] = "type";
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) node[key] = value.filter((item) => !isTypeAlone(item)).map(withoutFlowIn);
    else if (key !== "loc") node[key] = withoutFlowIn(value);
  }
  return node;
}

function withoutFlowIn(value: unknown): unknown {
  return isNode(value) ? withoutFlow(value) : value;
}

function isTypeAlone(value: unknown): boolean {
  if (!isNode(value)) return false;
  const isThis = value.type === "Identifier" && value["name"] === "this";
  return TYPES_ALONE.test(value.type) || value["exportKind"] === "type" || value["declare"] === true || isThis;
}
