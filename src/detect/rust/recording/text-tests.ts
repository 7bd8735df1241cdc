import { textOf } from "../../../breadcrumb/index.ts";
import { childrenOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { allHold, oneHolds, opposite } from "../../verdicts.ts";
import { neverEnds } from "../flow/reaching-writes.ts";
import {
  argumentsOf,
  branchesOf,
  firstOf,
  isText,
  lastOf,
  methodCalledBy,
  operandsOf,
  partsOf,
} from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";

/**
 * Whether a place is reached with what a wrapper is given, by the texts that the tests around it and before it ask for.
 * @param body reads the wrapper's body with the arguments of a call.
 * @returns undefined where that is not known.
 */
export function isReached(body: ValueReader, place: RustNode): boolean | undefined {
  const outcomes = [...testsAround(place)].map(({ test, holds }) => {
    const outcome = test.type === "MatchArm" ? isTaken(body, test) : outcomeOf(body, test);
    return holds ? outcome : opposite(outcome);
  });
  return allHold(outcomes);
}

/** A condition or an arm of a `match`, and how it has come out where a place is reached. */
interface Test {
  readonly test: RustNode;
  readonly holds: boolean;
}

function* testsAround(place: RustNode): Generator<Test> {
  for (let child = place, around = place.parent; around !== undefined; child = around, around = around.parent) {
    if (around.type === "FunctionItem" || around.type === "MacroRule") return;
    if (around.type === "MatchArm" && child === lastOf(around)) yield { test: around, holds: true };
    if (around.type === "IfExpression") {
      const { condition, then } = branchesOf(around);
      if (condition !== undefined && child !== condition) yield { test: condition, holds: child === then };
    }
    if (around.type === "Block") yield* testsBefore(around, child);
  }
}

/** The conditions of the statements before a statement that leave where they hold. */
function* testsBefore(block: RustNode, statement: RustNode): Generator<Test> {
  for (const before of block.children) {
    if (before === statement) return;
    const inner = before.type === "ExpressionStatement" ? partsOf(before)[0] : before;
    if (inner?.type !== "IfExpression") continue;
    const { condition, then, otherwise } = branchesOf(inner);
    if (condition && then && otherwise === undefined && neverEnds(then)) yield { test: condition, holds: false };
  }
}

/** How a condition comes out as far as it compares texts that are known. */
function outcomeOf(body: ValueReader, condition: RustNode): boolean | undefined {
  switch (condition.type) {
    case "ParenthesizedExpression":
      return outcomeOf(body, firstOf(condition));
    case "UnaryExpression":
      return opposite(outcomeOf(body, lastOf(condition)));
    case "BinaryExpression": {
      const [left, operator, right] = operandsOf(condition);
      const { range, source } = body.valueOf(condition);
      const sign = source.slice(operator.range[0] - range[0], operator.range[1] - range[0]);
      if (sign === "==" || sign === "!=") {
        const isSame = areSame(body, left, right);
        return sign === "==" ? isSame : opposite(isSame);
      }
      if (operator.type !== "LogicOp") return undefined;
      const sides = [outcomeOf(body, left), outcomeOf(body, right)];
      return sign === "||" ? oneHolds(sides) : allHold(sides);
    }
    case "LetDeclaration":
      return doesMatch(body, firstOf(condition), lastOf(condition));
    case "MacroInvocation": {
      const [subject, ...others] = lastOf(condition).children;
      const isListing = body.valueOf(condition).source.startsWith("matches!");
      if (!isListing || subject === undefined || others.some((each) => !isText(each) && each.type !== "BitOp"))
        return undefined;
      return isOneOf(body, subject, others.filter(isText));
    }
    case "CallExpression": {
      const { object } = methodCalledBy(condition) ?? {};
      const [given] = argumentsOf(condition);
      if (object?.type !== "ArrayExpression" || given === undefined || !object.children.every(isText)) return undefined;
      return isOneOf(body, given, object.children);
    }
    default:
      return undefined;
  }
}

function areSame(body: ValueReader, left: RustNode, right: RustNode): boolean | undefined {
  const [one, other] = [left, right].map((side) => textOf(body.valueOf(side)));
  return one === undefined || other === undefined ? undefined : one === other;
}

function isOneOf(body: ValueReader, subject: RustNode, texts: readonly RustNode[]): boolean | undefined {
  const outcomes = texts.map((text) => areSame(body, subject, text));
  return outcomes.includes(undefined) ? undefined : outcomes.includes(true);
}

/** Whether an arm of a `match` is the first one that fits. */
function isTaken(body: ValueReader, arm: RustNode): boolean | undefined {
  const match = arm.parent?.parent;
  if (match === undefined) return undefined;
  const fits = (each: RustNode): boolean | undefined => {
    const isFitting = doesMatch(body, firstOf(each), firstOf(match));
    return isFitting === true && childrenOf(each, "Guard").length > 0 ? undefined : isFitting;
  };
  const arms = childrenOf(lastOf(match), "MatchArm");
  const before = arms.slice(0, arms.indexOf(arm)).map(fits);
  if (before.includes(true)) return false;
  return before.includes(undefined) ? undefined : fits(arm);
}

/** Whether a pattern fits what an expression holds. */
function doesMatch(body: ValueReader, pattern: RustNode, subject: RustNode): boolean | undefined {
  switch (pattern.type) {
    case "_":
    case "BoundIdentifier":
      return true;
    case "LiteralPattern":
      return areSame(body, subject, firstOf(pattern));
    case "OrPattern":
      return oneHolds(pattern.children.map((each) => doesMatch(body, each, subject)));
    default:
      return undefined;
  }
}
