import { once } from "../../once.ts";
import type { JavaScriptProgram } from "../program.ts";
import { lastName, nameOfKey, outsideTypes, parentOf, textOf, type Node } from "../syntax/nodes.ts";
import { isTransparent } from "../syntax/enclosing-function.ts";
import { hasNode } from "../syntax/walk.ts";

/**
 * Tells which callees may stand for functions of some names: those that end in one of them, and all of a file that
 * mentions such a function anywhere but where it is called or declared. It is cheap, and asked before anything is read.
 */
export function reaches(
  { sourceCode }: JavaScriptProgram,
  names: ReadonlySet<string | undefined>,
): (callee: Node) => boolean {
  const isHandedAround = once(() => {
    const isMention = (node: Node): boolean => {
      if (node.type === "Identifier") return names.has(node.name);
      return (node.type === "Literal" || node.type === "TemplateLiteral") && names.has(textOf(node));
    };
    return hasNode(sourceCode, (node) => isMention(node) && !isPlain(node));
  }, false);
  return (callee) => names.has(lastName(callee)) || isHandedAround();
}

/** The same for functions of the SDK, which a file that names none cannot reach. */
export function reachesSdk(
  program: JavaScriptProgram,
  names: ReadonlySet<string | undefined>,
): (callee: Node) => boolean {
  return program.mayUseSdk ? reaches(program, names) : () => false;
}

/** Whether a mention of a function calls or declares it, imports or exports it by its name, or only asks for it. */
function isPlain(mention: Node): boolean {
  const around = parentOf(mention);
  if (around?.type === "MemberExpression" && around.property === mention) return isOnlyUsed(around);
  switch (around?.type) {
    case "ImportSpecifier":
      return around.local.name === nameOfKey(around.imported);
    case "Property":
      if (around.parent.type === "ObjectPattern") return around.shorthand;
      return around.key === mention && !around.shorthand;
    case "PropertyDefinition":
      return around.key === mention;
    case "VariableDeclarator":
      return around.id === mention;
    case "ArrowFunctionExpression":
    case "ExportSpecifier":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "MethodDefinition":
    case "TSAbstractMethodDefinition":
    case "TSDeclareFunction":
    case "TSMethodSignature":
    case "TSPropertySignature":
      return true;
    default:
      return isOnlyUsed(mention);
  }
}

/** Whether a function is called, written to, asked for or given to another function where it stands. */
function isOnlyUsed(expression: Node): boolean {
  const node = outsideTypes(expression);
  const around = parentOf(node);
  switch (around?.type) {
    case "CallExpression":
      return around.callee === node || !isTransparent(around);
    case "ArrayExpression":
      return parentOf(around)?.type === "CallExpression";
    case "AssignmentExpression":
      return around.left === node;
    case "ConditionalExpression":
    case "IfStatement":
      return around.test === node;
    case "LogicalExpression":
      return around.left === node && around.operator === "&&";
    case "UnaryExpression":
      return true;
    default:
      return false;
  }
}
