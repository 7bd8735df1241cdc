import { once } from "../../once.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isFunction, lastName, nameOfKey, outsideTypes, parentOf, textOf, type Node } from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";

/**
 * Tells which callees may stand for functions of some names: those that end in one of them, and all of a file that
 * mentions such a function anywhere but where it is called or declared. It is cheap, and asked before anything is read.
 */
export function reaches(
  { sourceCode }: JavaScriptProgram,
  names: ReadonlySet<string | undefined>,
): (callee: Node) => boolean {
  const isHandedAround = once(() => {
    const isMention = (node: Node): node is Node => {
      if (node.type === "Identifier") return names.has(node.name);
      return (node.type === "Literal" || node.type === "TemplateLiteral") && names.has(textOf(node));
    };
    return nodesOf(sourceCode, isMention).some((node) => !isPlain(node));
  }, false);
  return (callee) => names.has(lastName(callee)) || isHandedAround();
}

/** Whether a mention of a function's name calls or declares it, or imports or exports it by this name. */
function isPlain(mention: Node): boolean {
  const around = parentOf(mention);
  switch (around?.type) {
    case "CallExpression":
      return around.callee === mention;
    case "ImportSpecifier":
      return around.local.name === nameOfKey(around.imported);
    case "MemberExpression": {
      const callee = outsideTypes(around);
      const call = parentOf(callee);
      return around.property === mention && call?.type === "CallExpression" && call.callee === callee;
    }
    case "Property":
      if (around.parent.type === "ObjectPattern") return around.shorthand;
      return around.key === mention && isFunction(around.value);
    case "PropertyDefinition":
      return around.key === mention && (around.value === null || isFunction(around.value));
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
      return false;
  }
}
