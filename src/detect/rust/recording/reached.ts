import { textOf } from "../../../breadcrumb/index.ts";
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

function answerOf(body: ValueReader, question: Question): Verdict {
  if (question.kind !== "equal") return undefined;
  const [one, other] = question.sides.map((side) => textOf(body.valueOf(side)));
  return one === undefined || other === undefined ? undefined : one === other;
}
