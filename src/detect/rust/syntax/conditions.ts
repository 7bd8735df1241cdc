import { childrenOf, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Condition, Guard } from "../../conditions.ts";
import { argumentsOf, branchesOf, firstOf, isText, lastOf, methodCalledBy, operandsOf, partsOf } from "./nodes.ts";
import { neverEnds, nodesIn } from "./statements.ts";

/** What a condition asks. */
export type Question =
  /** Whether two expressions are equal. */
  | { readonly kind: "equal"; readonly sides: readonly [RustNode, RustNode] }
  | { readonly kind: "other"; readonly test: RustNode };

/** Holds in any case. */
const ALWAYS: Condition<Question> = { kind: "all", of: [] };

/** Takes a condition, or that of an arm of a `match`, apart. */
export function conditionOf(node: RustNode, textOf: (node: RustNode) => string): Condition<Question> {
  const below = (inner: RustNode): Condition<Question> => conditionOf(inner, textOf);
  switch (node.type) {
    case "ParenthesizedExpression":
      return below(firstOf(node));
    case "UnaryExpression":
      return textOf(firstOf(node)) === "!" ? not(below(lastOf(node))) : other(node);
    case "BinaryExpression": {
      const [left, operator, right] = operandsOf(node);
      switch (textOf(operator)) {
        case "==":
          return areEqual(left, right);
        case "!=":
          return not(areEqual(left, right));
        case "&&":
          return { kind: "all", of: [left, right].map(below) };
        case "||":
          return { kind: "any", of: [left, right].map(below) };
        default:
          return other(node);
      }
    }
    case "LetDeclaration": {
      // In `let … else`, the block is the last.
      const [subject = node] = node.children
        .slice(1)
        .filter(({ type }) => type !== "Block")
        .slice(-1);
      return fits(firstOf(node), subject);
    }
    case "MatchArm":
      return isTaken(node, textOf);
    default: {
      const [subject, texts] = listingOf(node, textOf) ?? [];
      return subject && texts ? { kind: "any", of: texts.map((text) => areEqual(subject, text)) } : other(node);
    }
  }
}

function not(of: Condition<Question>): Condition<Question> {
  return { kind: "not", of };
}

function areEqual(left: RustNode, right: RustNode): Condition<Question> {
  return { kind: "question", question: { kind: "equal", sides: [left, right] } };
}

function other(test: RustNode): Condition<Question> {
  return { kind: "question", question: { kind: "other", test } };
}

/** `matches!(level, "warn" | "error")`, `["warn", "error"].contains(&level)` */
function listingOf(
  node: RustNode,
  textOf: (node: RustNode) => string,
): readonly [RustNode, readonly RustNode[]] | undefined {
  if (node.type === "MacroInvocation") {
    const [subject, ...others] = lastOf(node).children;
    const isListing =
      textOf(firstOf(node)) === "matches" && others.every((each) => isText(each) || each.type === "BitOp");
    return isListing && subject !== undefined ? [subject, others.filter(isText)] : undefined;
  }
  const { object, name } = methodCalledBy(node) ?? {};
  if (object && name && /^eq(?:_ignore_ascii_case)?$/.test(textOf(name))) return [object, argumentsOf(node)];
  if (object?.type !== "ArrayExpression" || !object.children.every(isText)) return undefined;
  if (name === undefined || textOf(name) !== "contains") return undefined;
  const [given] = argumentsOf(node);
  return given && [given, object.children];
}

/** An arm of a `match` is taken if it is the first one that fits. */
function isTaken(arm: RustNode, textOf: (node: RustNode) => string): Condition<Question> {
  const block = arm.parent;
  if (block?.parent === undefined) return other(arm);
  const subject = firstOf(block.parent);
  const fitsArm = (each: RustNode): Condition<Question> => ({
    kind: "all",
    of: [fits(firstOf(each), subject), ...childrenOf(each, "Guard").map((guard) => conditionOf(lastOf(guard), textOf))],
  });
  const arms = childrenOf(block, "MatchArm");
  return { kind: "all", of: [...arms.slice(0, arms.indexOf(arm)).map((each) => not(fitsArm(each))), fitsArm(arm)] };
}

/** Whether a pattern fits what an expression holds. */
function fits(pattern: RustNode, subject: RustNode): Condition<Question> {
  switch (pattern.type) {
    case "_":
    case "BoundIdentifier":
      return ALWAYS;
    case "CapturedPattern":
      return fits(lastOf(pattern), subject);
    case "TuplePattern": {
      // The parser reads parentheses around a pattern as a tuple of one.
      const [inner, ...others] = pattern.children;
      return inner === undefined || others.length > 0 || hasToken(pattern, ",") ? other(pattern) : fits(inner, subject);
    }
    case "LiteralPattern":
      return areEqual(subject, firstOf(pattern));
    case "OrPattern":
      return { kind: "any", of: pattern.children.map((each) => fits(each, subject)) };
    default:
      return other(pattern);
  }
}

/** The conditions and arms around a place, and the conditions of the statements before it that leave. */
export function* guardsAt(place: RustNode): Generator<Guard<RustNode>> {
  for (let child = place, around = place.parent; around !== undefined; child = around, around = around.parent) {
    if (around.type === "FunctionItem" || around.type === "MacroRule") return;
    if (around.type === "MatchArm" && child === lastOf(around)) yield { test: around, holds: true };
    if (around.type === "IfExpression") {
      const { condition, then } = branchesOf(around);
      if (condition !== undefined && child !== condition) yield { test: condition, holds: child === then };
    }
    if (around.type === "Block") yield* guardsBefore(around, child);
  }
}

function* guardsBefore(block: RustNode, statement: RustNode): Generator<Guard<RustNode>> {
  for (const before of block.children) {
    if (before === statement) return;
    const inner = before.type === "ExpressionStatement" ? partsOf(before)[0] : before;
    if (inner?.type === "WhileExpression" && isStraight(lastOf(inner))) {
      const test = inner.children.at(-2);
      if (test !== undefined) yield { test, holds: false };
    }
    if (before.type === "LetDeclaration" && hasToken(before, "else")) yield { test: before, holds: true };
    if (inner?.type !== "IfExpression") continue;
    const { condition, then, otherwise } = branchesOf(inner);
    if (condition && then && otherwise === undefined && neverEnds(then)) yield { test: condition, holds: false };
  }
}

/** Whether a loop's body has no `break`, so that its test has failed behind the loop. */
function isStraight(body: RustNode): boolean {
  for (const { type } of nodesIn(body)) if (type === "BreakExpression") return false;
  return true;
}
