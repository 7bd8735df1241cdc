import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit } from "../../../breadcrumb/index.ts";
import type { Path } from "../names/arrivals.ts";
import { sdkTypePath } from "../names/sdk-types.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { functionAround } from "../syntax/enclosing-function.ts";
import { nameOfKey, parentOf, propertyName, qualifiedNames, type FunctionNode } from "../syntax/nodes.ts";

/** Aliases of aliases, and members of members, are followed this far. */
const MAX_STEPS = 20;

/** Whether a type allows the string that an edit writes. */
interface Written {
  /** The keys and positions that lead from the declared value to what the edit writes. */
  readonly path: Path;
  /** The text of the literal that it writes; undefined where it changes anything but one text. */
  readonly text: string | undefined;
  /** Whether it writes `null`. */
  readonly isNull: boolean;
}

/**
 * Tells whether an edit fits the types that the file itself declares around the place: an annotation, `satisfies`,
 * an assertion, what a function says that it returns. A type that is not seen as a whole fits nothing.
 * @param at the innermost node that the edit changes.
 */
export function fitsDeclaredTypes(program: JavaScriptProgram, at: Node, edit: Edit): boolean {
  const written = writtenBy(at, edit);
  let path: Path = [];
  const fits = (type: TSESTree.TypeNode | undefined): boolean =>
    type === undefined || accepts(program, type, { ...written, path });

  let child = at;
  for (let node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
    switch (node.type) {
      case "TSSatisfiesExpression":
        if (!fits(node.typeAnnotation)) return false;
        break;
      case "TSAsExpression":
      case "TSTypeAssertion":
        // A literal may be asserted to be any other one, and what stands around sees the asserted type.
        if (!isConst(node.typeAnnotation)) return true;
        break;
      case "Property":
        if (node.value === child) path = [propertyName(node) ?? null, ...path];
        break;
      case "ArrayExpression":
        path = [node.elements.indexOf(child as TSESTree.Expression), ...path];
        break;
      case "VariableDeclarator":
        return node.init !== child || fits(annotationOf(node.id));
      case "PropertyDefinition":
        return node.value !== child || fits(node.typeAnnotation?.typeAnnotation);
      case "AssignmentPattern":
        return node.right !== child || fits(annotationOf(node.left));
      case "AssignmentExpression":
        // What a member or a variable is declared as stands elsewhere, and was assigned its old value.
        return node.right !== child || fits(typeOfTarget(program, node.left));
      case "ReturnStatement": {
        const around = functionAround(node);
        return around === undefined || fits(returned(around));
      }
      case "ArrowFunctionExpression":
        return node.body !== child || fits(returned(node));
      case "AwaitExpression":
      case "ConditionalExpression":
      case "LogicalExpression":
      case "ObjectExpression":
      case "SpreadElement":
      case "TSNonNullExpression":
        break;
      default:
        return true;
    }
  }
  return true;
}

/**
 * The same for an argument of a function, by the type that its parameter is declared with.
 * @param path the keys and positions that lead from the argument to what the edit writes.
 */
export function fitsParameter(
  program: JavaScriptProgram,
  parameter: TSESTree.Parameter,
  path: Written["path"],
  at: Node,
  edit: Edit,
): boolean {
  const type = annotationOf(parameter);
  return type === undefined || accepts(program, type, { ...writtenBy(at, edit), path });
}

/** The replacement of a literal in an edit. */
function writtenBy(at: Node, { range, text }: Edit): Omit<Written, "path"> {
  const isWhole = at.type === "Literal" && at.range[0] === range[0] && at.range[1] === range[1];
  return {
    text: isWhole ? /^(["'`])((?:(?!\1)[^\\$])*)\1$/u.exec(text)?.[2] : undefined,
    isNull: isWhole && text === "null",
  };
}

/** The type that is written beside a name or a pattern. */
function annotationOf(declared: Node): TSESTree.TypeNode | undefined {
  const target = declared.type === "AssignmentPattern" ? declared.left : declared;
  return "typeAnnotation" in target && target.typeAnnotation?.type === "TSTypeAnnotation"
    ? target.typeAnnotation.typeAnnotation
    : undefined;
}

function typeOfTarget(program: JavaScriptProgram, target: Node): TSESTree.TypeNode | undefined {
  const variable = target.type === "Identifier" ? program.scopes.variableOf(target) : undefined;
  const declared = variable?.defs[0]?.name;
  return declared && annotationOf(declared);
}

/** The declared return type of a function; for an async function, the promise's type. */
function returned(around: FunctionNode): TSESTree.TypeNode | undefined {
  const type = around.returnType?.typeAnnotation;
  const isPromise = type?.type === "TSTypeReference" && nameOf(type.typeName) === "Promise";
  return around.async && isPromise ? type.typeArguments?.params[0] : type;
}

function isConst(type: TSESTree.TypeNode): boolean {
  return type.type === "TSTypeReference" && nameOf(type.typeName) === "const";
}

function nameOf(name: TSESTree.EntityName): string | undefined {
  return qualifiedNames(name).at(-1);
}

/** Whether a type takes what is written, as far as the file tells; what is not seen does not. */
function accepts(program: JavaScriptProgram, type: TSESTree.TypeNode, written: Written, steps = 0): boolean {
  if (steps > MAX_STEPS) return false;
  const [key, ...rest] = written.path;
  const below = (inner: TSESTree.TypeNode | undefined): boolean =>
    inner !== undefined && accepts(program, inner, { ...written, path: rest }, steps + 1);
  switch (type.type) {
    case "TSAnyKeyword":
    case "TSUnknownKeyword":
      return true;
    case "TSNullKeyword":
      return key === undefined && written.isNull;
    case "TSObjectKeyword":
      return key !== undefined;
    case "TSStringKeyword":
      return key === undefined && written.text !== undefined;
    case "TSLiteralType":
      return key === undefined && type.literal.type === "Literal" && type.literal.value === written.text;
    case "TSUnionType":
      return type.types.some((each) => accepts(program, each, written, steps + 1));
    case "TSArrayType":
      return typeof key === "number" && below(type.elementType);
    case "TSTypeLiteral":
      return typeof key === "string" && below(memberType(type.members, key));
    case "TSTypeReference":
      return acceptsReference(program, type, written, steps);
    default:
      return false;
  }
}

function acceptsReference(
  program: JavaScriptProgram,
  type: TSESTree.TSTypeReference,
  written: Written,
  steps: number,
): boolean {
  const [key, ...rest] = written.path;
  const name = nameOf(type.typeName);
  const [first, second] = type.typeArguments?.params ?? [];
  const below = (inner: TSESTree.TypeNode | undefined): boolean =>
    inner !== undefined && accepts(program, inner, { ...written, path: rest }, steps + 1);
  const wrapped = (inner: TSESTree.TypeNode | undefined): boolean =>
    inner !== undefined && accepts(program, inner, written, steps + 1);
  // The SDK's types take what the SDK takes.
  if (sdkTypePath(program, type) !== undefined) return key !== undefined || !written.isNull;
  const variable = type.typeName.type === "Identifier" ? program.scopes.variableOf(type.typeName) : undefined;
  const declaration = variable?.defs.length === 1 ? (variable.defs[0]?.node as Node | undefined) : undefined;
  switch (declaration?.type) {
    case "TSTypeAliasDeclaration":
      return declaration.typeParameters === undefined && wrapped(declaration.typeAnnotation);
    case "TSInterfaceDeclaration":
      return typeof key === "string" && below(memberType(declaration.body.body, key));
    case undefined:
      break;
    default:
      return false;
  }
  switch (name) {
    case "Record":
      return typeof key === "string" && below(second);
    case "Partial":
    case "Readonly":
    case "Required":
      return wrapped(first);
    case "Array":
    case "ReadonlyArray":
      return typeof key === "number" && below(first);
    default:
      return false;
  }
}

function memberType(members: readonly TSESTree.TypeElement[], name: string): TSESTree.TypeNode | undefined {
  for (const member of members) {
    if (member.type === "TSPropertySignature" && !member.computed && nameOfKey(member.key) === name) {
      return member.typeAnnotation?.typeAnnotation;
    }
    if (member.type === "TSIndexSignature") return member.typeAnnotation?.typeAnnotation;
  }
  return undefined;
}
