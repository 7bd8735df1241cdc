import type { TSESTree } from "@typescript-eslint/utils";
import { endingsOf } from "../flow/function-exits.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { isFunction, memberPath, parentOf, propertyName, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";

/** The option of an SDK that holds the hook. */
const OPTION = "beforeBreadcrumb";

/** How many names a value is followed through; longer chains are not written by hand. */
const MAX_STEPS = 10;

/** A function that is given to an SDK as a hook. */
export interface HookFunction {
  readonly function: FunctionNode;
  /** The option that holds it, the name by which it is declared, or itself. */
  readonly name: Node;
  /** Whether it stands where it is given, so that nothing else can call it. */
  readonly isInline: boolean;
}

/**
 * The functions of a file that an SDK is given as `beforeBreadcrumb`: in the options of a call of the SDK (`init`,
 * `new BrowserClient`, `withSentry`, …), written there or in an object that comes to stand there, or in an object that
 * is declared to be an SDK's options.
 */
export function hookFunctionsOf(program: JavaScriptProgram): readonly HookFunction[] {
  if (!program.sourceCode.text.includes(OPTION)) return [];
  const found = new Map<FunctionNode, HookFunction>();
  for (const property of nodesOf(program.sourceCode, isHookOption)) {
    if (!isGivenToSdk({ program, seen: new Set() }, property.parent, 0)) continue;
    for (const hook of functionsOf(program, property.value, property, 0)) {
      if (!found.has(hook.function)) found.set(hook.function, hook);
    }
  }
  return [...found.values()].sort((one, other) => one.function.range[0] - other.function.range[0]);
}

function isHookOption(node: Node): node is TSESTree.Property {
  return node.type === "Property" && propertyName(node) === OPTION;
}

interface Search {
  readonly program: JavaScriptProgram;
  readonly seen: Set<Node>;
}

/** Whether what an expression yields ends up in the options of an SDK. */
function isGivenToSdk(search: Search, expression: Node, steps: number): boolean {
  const { program, seen } = search;
  const use = parentOf(expression);
  if (use === undefined || steps > MAX_STEPS || seen.has(expression)) return false;
  seen.add(expression);
  const goesOn = (to: Node) => isGivenToSdk(search, to, steps + 1);
  switch (use.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return isSdkType(program, use.typeAnnotation) || goesOn(use);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "AwaitExpression":
      return goesOn(use);
    case "SpreadElement":
      return use.parent.type === "ObjectExpression" && goesOn(use.parent);
    case "CallExpression":
    case "NewExpression":
      return use.callee !== expression && program.scopes.sdkPath(use.callee) !== undefined;
    case "VariableDeclarator":
      return use.init === expression && use.id.type === "Identifier" && isVariableGiven(search, use.id, steps);
    case "ArrowFunctionExpression":
      return isResultGiven(search, use, steps);
    case "ReturnStatement": {
      const around = functionAround(use);
      return around !== undefined && isResultGiven(search, around, steps);
    }
    default:
      return false;
  }
}

function isVariableGiven(search: Search, id: TSESTree.Identifier, steps: number): boolean {
  const { program } = search;
  if (isSdkType(program, id.typeAnnotation?.typeAnnotation)) return true;
  const references = program.scopes.variableOf(id)?.references;
  return references?.some((each) => each.isRead() && isGivenToSdk(search, each.identifier, steps + 1)) === true;
}

/** What a function returns: for a callback of the SDK's, and where the function is called in the options. */
function isResultGiven(search: Search, callback: FunctionNode, steps: number): boolean {
  const { program } = search;
  if (isSdkType(program, callback.returnType?.typeAnnotation) || isGivenToSdk(search, callback, steps + 1)) return true;
  const name = nameOf(callback);
  if (name?.type !== "Identifier") return false;
  const references = program.scopes.variableOf(name)?.references;
  const isGiven = references?.some(({ identifier }) => {
    const use = parentOf(identifier);
    const isCalled = use?.type === "CallExpression" && use.callee === identifier;
    return isGivenToSdk(search, isCalled ? use : identifier, steps + 1);
  });
  return isGiven === true;
}

function isSdkType({ scopes }: JavaScriptProgram, type: TSESTree.TypeNode | undefined): boolean {
  return type !== undefined && scopes.sdkTypePath(type) !== undefined;
}

/** The functions that an expression may yield, with what names them. */
function functionsOf(program: JavaScriptProgram, node: Node, name: Node, steps: number): readonly HookFunction[] {
  if (steps > MAX_STEPS) return [];
  const inner = withoutTypes(node);
  const follow = (next: Node) => functionsOf(program, next, name, steps + 1);
  if (isFunction(inner)) return [hookFunction(inner, name)];
  switch (inner.type) {
    case "ConditionalExpression":
      return [...follow(inner.consequent), ...follow(inner.alternate)];
    case "LogicalExpression":
      return [...follow(inner.left), ...follow(inner.right)];
    case "CallExpression": {
      // A function that makes the hook.
      const [maker] = functionsOf(program, inner.callee, name, steps + 1);
      const returns = maker === undefined ? undefined : endingsOf(program, maker.function)?.returns;
      return (returns ?? []).flatMap((ending) => {
        const made = ending.type === "ReturnStatement" ? ending.argument : ending;
        return made === null ? [] : follow(made);
      });
    }
    case "Identifier": {
      const variable = program.scopes.variableOf(inner);
      const [definition] = variable?.defs ?? [];
      if (variable === undefined || definition === undefined || program.scopes.isReassigned(variable)) return [];
      const { node: declared } = definition;
      if (declared.type === "FunctionDeclaration") return [hookFunction(declared, name)];
      const isPlain = declared.type === "VariableDeclarator" && declared.id.type === "Identifier";
      return isPlain && declared.init !== null ? follow(declared.init) : [];
    }
    default:
      return [];
  }
}

function hookFunction(node: FunctionNode, option: Node): HookFunction {
  const isInline = option.type === "Property" && withoutTypes(option.value) === node;
  return { function: node, name: isInline ? option.key : (nameOf(node) ?? node), isInline };
}

/** The name by which a function is declared. */
function nameOf(node: FunctionNode): Node | undefined {
  if (node.id) return node.id;
  const holder = parentOf(node);
  return holder?.type === "VariableDeclarator" ? holder.id : undefined;
}

/** Whether a call is one of a function of the file, and of which. */
export function calledFunction(program: JavaScriptProgram, call: TSESTree.CallExpression): FunctionNode | undefined {
  const { root, path } = memberPath(call.callee);
  if (path.length > 0 || root.type !== "Identifier") return undefined;
  const [called] = functionsOf(program, root, root, 0);
  return called?.function;
}
