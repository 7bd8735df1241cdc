import type { JavaScriptProgram } from "../program.ts";
import { isFunction, memberPath, propertyName, withoutTypes, type FunctionNode, type Node } from "../syntax/nodes.ts";
import { returnsOf } from "./functions.ts";

/** More expressions than that are not looked at for one value. */
const MAX_STEPS = 40;

/**
 * The expressions of which a value is certainly one: literals, functions, instances, what is imported.
 * @returns undefined where the file does not show it, as of a parameter, an unknown call, or an object that is yet to
 * be filled.
 */
export function shownValues(
  program: JavaScriptProgram,
  value: Node,
  steps = { left: MAX_STEPS },
): readonly Node[] | undefined {
  if (steps.left <= 0) return undefined;
  steps.left -= 1;
  const all = (values: readonly Node[] | undefined): readonly Node[] | undefined => {
    const shown = values?.map((each) => shownValues(program, each, steps));
    return shown?.every((each) => each !== undefined) === true ? shown.flat() : undefined;
  };
  const node = withoutTypes(value);
  switch (node.type) {
    case "ArrowFunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "Literal":
      return [node];
    case "ObjectExpression":
      return node.properties.length === 0 ? undefined : [node];
    case "ConditionalExpression":
      return all([node.consequent, node.alternate]);
    case "LogicalExpression":
      return all([node.left, node.right]);
    case "NewExpression":
      return all([node.callee]) && [node];
    case "CallExpression": {
      const [first] = node.arguments;
      const isFrozen = node.callee.type === "MemberExpression" && propertyName(node.callee) === "freeze";
      if (isFrozen) return first === undefined ? undefined : all([first]);
      const called = all([node.callee]) ?? [];
      const [only] = called.length === 1 ? called : [];
      return only !== undefined && isFunction(only) ? all(returnsOf(program, only)) : undefined;
    }
    case "MemberExpression": {
      const { root } = memberPath(node);
      return root.type === "Identifier" && isImported(program, root) ? [node] : undefined;
    }
    case "Identifier":
      return isImported(program, node) ? [node] : all(definitionOf(program, node));
    default:
      return undefined;
  }
}

/** What tells what a function returns: what is returned, and the declared type where the file does not show that. */
export function resultsOf(program: JavaScriptProgram, made: FunctionNode): readonly Node[] {
  const returned = returnsOf(program, made) ?? [];
  const type = made.returnType?.typeAnnotation;
  const isShown = returned.length > 0 && returned.every((each) => shownValues(program, each) !== undefined);
  return type === undefined || isShown ? returned : [type, ...returned];
}

function isImported({ scopes }: JavaScriptProgram, name: Node): boolean {
  const variable = name.type === "Identifier" ? scopes.variableOf(name) : undefined;
  return variable !== undefined && scopes.importOf(variable) !== undefined;
}

/** What a name is declared as, if nothing else is written to it. */
function definitionOf({ scopes }: JavaScriptProgram, name: Node): readonly Node[] | undefined {
  const variable = name.type === "Identifier" ? scopes.variableOf(name) : undefined;
  const node = variable?.defs[0]?.node as Node | undefined;
  if (variable === undefined || node === undefined || scopes.isReassigned(variable)) return undefined;
  if (node.type !== "VariableDeclarator") return [node];
  return node.id.type === "Identifier" && node.init !== null ? [node.init] : undefined;
}
