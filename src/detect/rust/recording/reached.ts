import { resolve, textOf } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { allHold, opposite, verdictOn, type Verdict } from "../../conditions.ts";
import { conditionOf, guardsAt, type Question } from "../syntax/conditions.ts";
import type { ValueReader } from "../values/reader.ts";

/**
 * Whether a place is reached with what a wrapper is given, by the texts that the tests around it and before it ask for.
 * @param body reads the wrapper's body with the arguments of a call.
 * @returns undefined where that is not known.
 */
export function isReached(body: ValueReader, place: RustNode): Verdict {
  const outcomes = [...guardsAt(place)].map(({ test, holds }) => {
    const outcome = verdictOn(conditionOf(test, body.program.textOf), (question) => answerOf(body, question));
    return holds ? outcome : opposite(outcome);
  });
  return allHold(outcomes);
}

/** How many names are followed to a test; longer chains are not written by hand. */
const MAX_NAMES = 5;

function answerOf(body: ValueReader, question: Question, steps = 0): Verdict {
  if (question.kind !== "equal") {
    // `let is_warn = level == "warn";`
    const is = resolve(body.valueOf(question.test));
    const kept = steps < MAX_NAMES ? body.nodeOf(is) : undefined;
    if (kept === undefined || kept === question.test) return undefined;
    return verdictOn(conditionOf(kept, body.program.textOf), (each) => answerOf(body, each, steps + 1));
  }
  const [one, other] = question.sides.map((side) => textOf(body.valueOf(side)));
  return one === undefined || other === undefined ? undefined : one === other;
}
