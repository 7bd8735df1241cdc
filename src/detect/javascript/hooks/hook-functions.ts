import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { sdkTypePath } from "../names/sdk-types.ts";
import {
  isFunction,
  outsideTypes,
  parametersOf,
  parentOf,
  propertyName,
  declaredTypeOf,
  textOf,
  withoutTypes,
  type FunctionNode,
} from "../syntax/nodes.ts";
import { nodesOf } from "../syntax/walk.ts";
import type { ValueReader } from "../values/reader.ts";

/** The option of an SDK that holds the hook. */
const OPTION = "beforeBreadcrumb";

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
 * `new BrowserClient`, `withSentry`, …), or in what is declared to be an SDK's options.
 */
export function hookFunctionsOf(program: JavaScriptProgram, values: ValueReader): readonly HookFunction[] {
  if (!program.sourceCode.text.includes(OPTION)) return [];
  const found = new Set<FunctionNode>();
  for (const holder of nodesOf(program.sourceCode, mayHoldOptions)) {
    const declared = declaredHook(program, holder);
    if (declared !== undefined) found.add(declared);
    for (const options of optionsIn(program, values, holder)) {
      for (const hook of hooksIn(values, values.valueOf(options))) found.add(hook);
    }
  }
  return [...found].map(hookFunction).sort((one, other) => one.function.range[0] - other.function.range[0]);
}

type OptionsHolder =
  | TSESTree.CallExpression
  | TSESTree.NewExpression
  | TSESTree.TSAsExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.VariableDeclarator
  | FunctionNode;

function mayHoldOptions(node: Node): node is OptionsHolder {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "VariableDeclarator":
      return true;
    default:
      return isFunction(node);
  }
}

/** The expressions that are an SDK's options: what its functions are given, and what is declared to be of its types. */
function optionsIn(program: JavaScriptProgram, values: ValueReader, node: OptionsHolder): readonly Node[] {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      return values.sdkPath(node.callee) === undefined
        ? []
        : node.arguments.filter(({ type }) => type !== "SpreadElement");
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return isSdkType(program, node.typeAnnotation) ? [node.expression] : [];
    case "VariableDeclarator":
      return node.init !== null && isSdkType(program, declaredTypeOf(node.id)) ? [node.init] : [];
    default:
      return isSdkType(program, node.returnType?.typeAnnotation) ? [node] : [];
  }
}

/**
 * The function that is declared to be a hook, for other files to use: by the type of the option, or by its name and the
 * breadcrumb that it takes.
 */
function declaredHook(program: JavaScriptProgram, node: OptionsHolder): FunctionNode | undefined {
  if (node.type !== "VariableDeclarator")
    return isFunction(node) && node.id?.name === OPTION && takesBreadcrumb(program, node) ? node : undefined;
  const hook = node.init && withoutTypes(node.init);
  if (!hook || !isFunction(hook)) return undefined;
  const isNamed = node.id.type === "Identifier" && node.id.name === OPTION;
  const isHook = isOptionType(program, declaredTypeOf(node.id)) || (isNamed && takesBreadcrumb(program, hook));
  return isHook ? hook : undefined;
}

/** `BrowserOptions["beforeBreadcrumb"]`, `NonNullable<…>` of it */
function isOptionType(program: JavaScriptProgram, type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type === "TSTypeReference") return isOptionType(program, type.typeArguments?.params[0]);
  if (type?.type !== "TSIndexedAccessType" || type.indexType.type !== "TSLiteralType") return false;
  return textOf(type.indexType.literal) === OPTION && isSdkType(program, type.objectType);
}

function takesBreadcrumb(program: JavaScriptProgram, hook: FunctionNode): boolean {
  const [parameter] = parametersOf(hook);
  const type = parameter?.type === "Identifier" ? declaredTypeOf(parameter) : undefined;
  return type !== undefined && sdkTypePath(program, type)?.at(-1) === "Breadcrumb";
}

function isSdkType(program: JavaScriptProgram, type: TSESTree.TypeNode | undefined): boolean {
  return type !== undefined && sdkTypePath(program, type) !== undefined;
}

/** The hooks in options, or in the options that a callback of the SDK's makes. */
function hooksIn(values: ValueReader, options: Value, isMade = false): readonly FunctionNode[] {
  return values.referents.of(options).flatMap(({ value, path }) => {
    if (path.length > 0) return [];
    if (value.kind === "function" && value.returns !== undefined && !isMade)
      return hooksIn(values, value.returns, true);
    const hook = value.kind === "record" ? value.fields.findLast(({ name }) => name === OPTION) : undefined;
    return hook === undefined ? [] : values.referents.functionsOf(hook.value);
  });
}

function hookFunction(node: FunctionNode): HookFunction {
  const holder = parentOf(outsideTypes(node));
  const isInline = holder?.type === "Property" && propertyName(holder) === OPTION;
  return { function: node, name: isInline ? holder.key : (nameOf(node) ?? node), isInline };
}

/** The name by which a function is declared. */
function nameOf(node: FunctionNode): Node | undefined {
  if (node.id) return node.id;
  const holder = parentOf(node);
  return holder?.type === "VariableDeclarator" ? holder.id : undefined;
}

/** The function of the file that a call is one of. */
export function calledFunction(values: ValueReader, call: TSESTree.CallExpression): FunctionNode | undefined {
  return values.referents.functionsOf(values.valueOf(call.callee))[0];
}
