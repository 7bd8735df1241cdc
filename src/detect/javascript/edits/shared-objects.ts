import type { TSESTree } from "@typescript-eslint/utils";
import {
  alternatives,
  isWithin,
  type Breadcrumb,
  type Edit,
  type Range,
  type Value,
} from "../../../breadcrumb/index.ts";
import { createBindings } from "../names/bindings.ts";
import type { Recording } from "../recording/argument-map.ts";
import { functionAround, nameNodeOf } from "../syntax/enclosing-function.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { contentsOf, literalOf } from "../values/records.ts";
import type { Variable } from "../names/scopes.ts";
import { parentOf, propertyName, typeOf, type FunctionNode } from "../syntax/nodes.ts";

/** Records in records are looked into this far. */
const MAX_DEPTH = 5;

/** Tells where what is recorded goes beside its breadcrumbs. */
export interface OtherUses {
  /** Whether edits change an object that is used elsewhere, too. */
  readonly changesShared: (edits: readonly Edit[]) => boolean;
  /** Whether a use of a value is part of a breadcrumb, or of a variable that is nothing else. */
  readonly isRecorded: (use: Node) => boolean;
  /** Whether what a function hands back is used for anything but breadcrumbs. */
  readonly isResultUsed: (made: FunctionNode) => boolean;
}

/**
 * Follows what is recorded to where else it is used.
 * @param recordings what records the breadcrumbs.
 */
export function otherUses(
  program: JavaScriptProgram,
  recordings: readonly Recording[],
  breadcrumbs: readonly Breadcrumb[],
): OtherUses {
  const bindings = createBindings(program);
  const recorded = new Set<Node>(recordings.flatMap(recordedArguments));
  const known = new Map<Variable, boolean>();

  const literals = new Set<TSESTree.ObjectExpression>();
  for (const { record, data } of breadcrumbs) {
    for (const value of [record, data?.value]) if (value !== undefined) addLiterals(value, literals);
  }
  const shared = [...literals].filter(isUsedElsewhere).map(({ range }): Range => range);

  /** Whether what holds an object, or what is made of it, goes anywhere but into a breadcrumb. */
  function isUsedElsewhere(object: Node): boolean {
    const place = placeOf(object);
    return place.kind === "variable"
      ? isVariableUsed(place.id)
      : place.kind === "result" && isResultUsed(place.function);
  }

  function isVariableUsed(id: TSESTree.Identifier): boolean {
    const variable = program.scopes.variableOf(id);
    if (variable === undefined || isBreadcrumbType(typeOf(id))) return false;
    const result = known.get(variable);
    if (result !== undefined) return result;
    known.set(variable, false); // for a variable that is defined by itself
    const isUsed =
      bindings.bindingOf(variable).exported ||
      variable.references.some((reference) => reference.isRead() && !isRecorded(reference.identifier));
    known.set(variable, isUsed);
    return isUsed;
  }

  function isResultUsed(made: FunctionNode): boolean {
    const name = nameNodeOf(made);
    const variable = name && program.scopes.variableOf(name);
    if (variable === undefined || isBreadcrumbType(made.returnType?.typeAnnotation)) return false;
    return (
      bindings.bindingOf(variable).exported ||
      variable.references.some(({ identifier, init }) => {
        const call = parentOf(identifier);
        if (init === true || isHook(identifier)) return false;
        return !(call?.type === "CallExpression" && call.callee === identifier && isRecorded(call));
      })
    );
  }

  /** Whether a use of an object is part of a breadcrumb, or of a variable that is nothing else. */
  function isRecorded(use: Node): boolean {
    const place = placeOf(use);
    if (place.kind === "variable") return !isVariableUsed(place.id);
    return place.kind === "recorded" || place.kind === "written";
  }

  /** Where an object goes from where it stands. */
  function placeOf(
    object: Node,
  ):
    | { readonly kind: "recorded" | "written" | "elsewhere" }
    | { readonly kind: "variable"; readonly id: TSESTree.Identifier }
    | { readonly kind: "result"; readonly function: FunctionNode } {
    let child = object;
    for (let node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
      if (recorded.has(child)) return { kind: "recorded" };
      switch (node.type) {
        case "ArrayExpression":
        case "AwaitExpression":
        case "ConditionalExpression":
        case "LogicalExpression":
        case "ObjectExpression":
        case "Property":
        case "SpreadElement":
        case "TSAsExpression":
        case "TSNonNullExpression":
        case "TSSatisfiesExpression":
          break;
        case "VariableDeclarator":
          return node.id.type === "Identifier" ? { kind: "variable", id: node.id } : { kind: "elsewhere" };
        case "ArrowFunctionExpression":
          return { kind: "result", function: node };
        case "ReturnStatement": {
          const around = functionAround(node);
          return around === undefined ? { kind: "elsewhere" } : { kind: "result", function: around };
        }
        case "MemberExpression":
          return { kind: isWritten(node) ? "written" : "elsewhere" };
        default:
          return { kind: "elsewhere" };
      }
    }
    return { kind: "elsewhere" };
  }

  return {
    changesShared: (edits) => edits.some(({ range }) => shared.some((span) => isWithin(range, span))),
    isRecorded,
    isResultUsed,
  };
}

/** Whether a name stands as the hook of an SDK's options: `{ beforeBreadcrumb: keep }`. */
function isHook(name: Node): boolean {
  const option = parentOf(name);
  return option?.type === "Property" && option.value === name && propertyName(option) === "beforeBreadcrumb";
}

/** The arguments of a call that become something of its breadcrumb. */
function recordedArguments({ call, passings }: Recording): readonly Node[] {
  return call.arguments.filter((_, index) =>
    passings.some(({ argument, isRest, maker }) => !maker && (isRest ? argument <= index : argument === index)),
  );
}

/** `crumb.data.total = 1` adds to what is recorded. */
function isWritten(member: Node): boolean {
  let target = member;
  for (let node = parentOf(target); node?.type === "MemberExpression"; node = parentOf(target)) target = node;
  const parent = parentOf(target);
  return parent?.type === "AssignmentExpression" && parent.left === target;
}

/** What is declared as a breadcrumb is one wherever it goes. */
function isBreadcrumbType(type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type !== "TSTypeReference") return false;
  const { typeName } = type;
  const last = typeName.type === "TSQualifiedName" ? typeName.right : typeName;
  return last.type === "Identifier" && last.name.endsWith("Breadcrumb");
}

function addLiterals(value: Value, literals: Set<TSESTree.ObjectExpression>, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  for (const { is } of alternatives(value)) {
    const literal = literalOf(is);
    if (is.kind !== "record" || (literal !== undefined && literals.has(literal))) continue;
    if (literal !== undefined) literals.add(literal);
    const inner = [...is.spreads, ...contentsOf(is).merged, ...is.fields.map((field) => field.value)];
    for (const each of inner) addLiterals(each, literals, depth + 1);
  }
}
