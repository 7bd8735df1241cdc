/** Whether a condition holds; undefined where it may or may not. */
export type Verdict = boolean | undefined;

/** A condition, taken apart into the questions that its operators combine. */
export type Condition<Question> =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "not"; readonly of: Condition<Question> }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition<Question>[] };

/** A condition that has come out one way where some code is reached. */
export interface Guard<Test> {
  readonly test: Test;
  readonly holds: boolean;
}

/** How a condition comes out, by the answers to its questions. */
export function verdictOn<Question>(condition: Condition<Question>, answer: (question: Question) => Verdict): Verdict {
  switch (condition.kind) {
    case "question":
      return answer(condition.question);
    case "not":
      return opposite(verdictOn(condition.of, answer));
    case "all":
      return allHold(condition.of.map((part) => verdictOn(part, answer)));
    case "any":
      return oneHolds(condition.of.map((part) => verdictOn(part, answer)));
  }
}

/** The questions of a condition, in the order of the source. */
export function questionsOf<Question>(condition: Condition<Question>): readonly Question[] {
  if (condition.kind === "question") return [condition.question];
  return condition.kind === "not" ? questionsOf(condition.of) : condition.of.flatMap(questionsOf);
}

/** The questions whose answers follow from how a condition has come out: both of `a && b` where it holds. */
export function answeredBy<Question>(
  condition: Condition<Question>,
  holds: boolean,
): readonly { readonly question: Question; readonly answer: boolean }[] {
  switch (condition.kind) {
    case "question":
      return [{ question: condition.question, answer: holds }];
    case "not":
      return answeredBy(condition.of, !holds);
    default:
      return holds === (condition.kind === "all") ? condition.of.flatMap((part) => answeredBy(part, holds)) : [];
  }
}

/** The verdict on the opposite of a condition. */
export function opposite(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

/** Whether all of several conditions hold; one that fails decides. */
export function allHold(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** Whether one of several conditions holds; one that does decides. */
export function oneHolds(verdicts: readonly Verdict[]): Verdict {
  return opposite(allHold(verdicts.map(opposite)));
}
