import { expect, it, test } from "vitest";
import { allHold, oneHolds, opposite } from "../../src/detect/verdicts.ts";

test("the opposite of what is not known is not known", () => {
  expect([true, false, undefined].map(opposite)).toEqual([false, true, undefined]);
});

it.each([
  [[], true, false],
  [[true, true], true, true],
  [[false, false], false, false],
  [[true, false, undefined], false, true],
  [[true, undefined], undefined, true],
  [[undefined, false], false, undefined],
])("of %j, all hold: %s, one holds: %s", (verdicts, all, one) => {
  expect(allHold(verdicts)).toBe(all);
  expect(oneHolds(verdicts)).toBe(one);
});
