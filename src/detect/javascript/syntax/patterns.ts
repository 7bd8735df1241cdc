import type { TSESTree } from "@typescript-eslint/utils";
import { isAround, outsideTypes, parentOf, positionOf, propertyName, type FunctionNode, type Node } from "./nodes.ts";

/** One step from what a pattern takes apart to an identifier in it. */
export type PatternStep =
  | {
      readonly kind: "key";
      readonly name: string | undefined;
      readonly key: Node;
    }
  | { readonly kind: "item"; readonly index: number }
  /** An item of what a `for…of` loop goes through. */
  | { readonly kind: "each" }
  /** A key of what a `for…in` loop goes through. */
  | { readonly kind: "eachKey" }
  /** The rest of an object; `taken` are the names of the properties destructured before it, if known. */
  | { readonly kind: "rest"; readonly taken: readonly string[]; readonly pattern: TSESTree.ObjectPattern }
  | { readonly kind: "restItems" }
  | { readonly kind: "default"; readonly value: Node };

/** How the identifier of a declaration, an assignment, a loop or a parameter gets its value. */
export interface Pattern {
  /** The whole pattern, or the identifier itself. */
  readonly top: Node;
  /** The writing node: the declarator, the assignment, the loop or the function. */
  readonly writer: Node;
  readonly source:
    | { readonly kind: "expression"; readonly node: Node }
    | { readonly kind: "parameter"; readonly function: FunctionNode; readonly index: number }
    | undefined;
  /** From the source to the identifier, in this order. */
  readonly steps: readonly PatternStep[];
}

/**
 * How an identifier gets its value at the place where it is declared or written.
 * @param identifier one that stands there as what is declared or written, as the scope analysis has it.
 * @returns undefined where that is no pattern, no loop and no operator: a function's own name, an import.
 */
export function patternOf(identifier: Node): Pattern | undefined {
  const steps: PatternStep[] = [];
  let child: Node = identifier;
  for (let node = parentOf(child); node !== undefined; child = node, node = parentOf(node)) {
    switch (node.type) {
      case "Property":
        steps.push({ kind: "key", name: propertyName(node), key: node.key });
        break;
      case "ArrayPattern":
        if (child.type !== "RestElement") {
          steps.push({ kind: "item", index: node.elements.indexOf(child as TSESTree.DestructuringPattern) });
        }
        break;
      case "RestElement":
        steps.push(
          node.parent.type === "ObjectPattern"
            ? { kind: "rest", taken: takenNames(node.parent), pattern: node.parent }
            : { kind: "restItems" },
        );
        break;
      case "AssignmentPattern":
        steps.push({ kind: "default", value: node.right });
        break;
      case "ObjectPattern":
      case "TSParameterProperty":
        break;
      case "VariableDeclarator": {
        const loop = node.parent.parent;
        if ((loop.type === "ForOfStatement" || loop.type === "ForInStatement") && loop.left === node.parent) {
          return fromLoop(child, loop, steps);
        }
        const source = node.init === null ? undefined : ({ kind: "expression", node: node.init } as const);
        return { top: child, writer: node, source, steps: steps.reverse() };
      }
      case "ForInStatement":
      case "ForOfStatement":
        return fromLoop(child, node, steps);
      case "AssignmentExpression":
        return {
          top: child,
          writer: node,
          source: { kind: "expression", node: node.right },
          steps: steps.reverse(),
        };
      case "UpdateExpression":
        return { top: child, writer: node, source: undefined, steps: [] };
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression": {
        const index = positionOf(node, child);
        if (index === -1) return undefined;
        const source = { kind: "parameter", function: node, index } as const;
        return { top: child, writer: node, source, steps: steps.reverse() };
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

/** What a pattern takes its identifier from by the names of properties and positions alone. */
export type PatternSource = {
  /** The properties and positions that lead to the identifier, outermost first; undefined where one cannot be read. */
  readonly path: readonly string[] | undefined;
} & NonNullable<Pattern["source"]>;

/**
 * What the identifier of a declaration, an assignment or a parameter takes its value from.
 * @returns undefined where there is nothing to take from: no initialiser, a loop's variable.
 */
export function patternSource(identifier: Node): PatternSource | undefined {
  const pattern = patternOf(identifier);
  if (pattern?.source === undefined || !isTarget(identifier, pattern)) return undefined;
  const path = pattern.steps.flatMap((step) => (step.kind === "default" ? [] : [nameOf(step)]));
  const names = path.filter((name) => name !== undefined);
  return { ...pattern.source, path: names.length === path.length ? names : undefined };
}

/** The property or position that a step leads to, if it is one. */
function nameOf(step: PatternStep): string | undefined {
  if (step.kind === "key") return step.name;
  return step.kind === "item" ? String(step.index) : undefined;
}

/** Whether an identifier is given what its pattern takes apart, as it is, and not a part of what is given. */
function isTarget(identifier: Node, { top, writer, steps }: Pattern): boolean {
  switch (writer.type) {
    case "VariableDeclarator":
      if (writer.id !== top) return false;
      break;
    case "AssignmentExpression":
      if (writer.left !== top || writer.operator === "+=") return false;
      break;
    case "ForInStatement":
    case "ForOfStatement":
      return false;
    default:
  }
  return !steps.some((step) => step.kind === "default" && isAround(step.value, identifier));
}

function fromLoop(
  top: Node,
  loop: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  steps: readonly PatternStep[],
): Pattern {
  const each: PatternStep = { kind: loop.type === "ForOfStatement" ? "each" : "eachKey" };
  return {
    top,
    writer: loop,
    source: { kind: "expression", node: loop.right },
    steps: [each, ...[...steps].reverse()],
  };
}

function takenNames({ properties }: TSESTree.ObjectPattern): readonly string[] {
  return properties.flatMap((property) => {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    return name === undefined ? [] : [name];
  });
}

/**
 * What is written to a member: by an assignment, alone or in a pattern, by a loop, an operator.
 * @returns undefined where the member is only read; no value where it is not an expression of its own, or only
 * `possible`.
 */
export function writtenTo(
  member: Node,
): { readonly value: Node | undefined; readonly possible?: Node | undefined } | undefined {
  const target = outsideTypes(member);
  const writer = parentOf(target);
  switch (writer?.type) {
    case "AssignmentExpression":
      if (writer.left !== target) return undefined;
      if (writer.operator === "=") return { value: writer.right };
      return { value: undefined, possible: isLogicalAssignment(writer) ? writer.right : undefined };
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return writer.left === target ? { value: undefined } : undefined;
    case "ArrayPattern":
    case "RestElement":
    case "UpdateExpression":
      return { value: undefined };
    case "Property":
      return writer.parent.type === "ObjectPattern" && writer.value === target ? { value: undefined } : undefined;
    case "UnaryExpression":
      return writer.operator === "delete" ? { value: undefined } : undefined;
    default:
      return undefined;
  }
}

/** `??=`, `||=` and `&&=` write at times. */
export function isLogicalAssignment({ operator }: TSESTree.AssignmentExpression): boolean {
  return operator === "&&=" || operator === "||=" || operator === "??=";
}
