/** Whether a condition holds; undefined where it may or may not. */
type Verdict = boolean | undefined;

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
