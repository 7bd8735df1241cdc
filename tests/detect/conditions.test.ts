import { expect, it, test } from "vitest";
import {
  allHold,
  answeredBy,
  oneHolds,
  opposite,
  questionsOf,
  verdictOn,
  type Condition,
} from "../../src/detect/conditions.ts";

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

const a: Condition<string> = { kind: "question", question: "a" };
const b: Condition<string> = { kind: "question", question: "b" };
const not = (of: Condition<string>): Condition<string> => ({ kind: "not", of });
const all = (...of: Condition<string>[]): Condition<string> => ({ kind: "all", of });
const any = (...of: Condition<string>[]): Condition<string> => ({ kind: "any", of });

it.each([
  { condition: a, questions: "a", ifTrue: { a: true }, ifFalse: { a: false }, comesTo: undefined },
  { condition: b, questions: "b", ifTrue: { b: true }, ifFalse: { b: false }, comesTo: true },
  { condition: not(b), questions: "b", ifTrue: { b: false }, ifFalse: { b: true }, comesTo: false },
  { condition: all(a, b), questions: "ab", ifTrue: { a: true, b: true }, ifFalse: {}, comesTo: undefined },
  { condition: any(a, b), questions: "ab", ifTrue: {}, ifFalse: { a: false, b: false }, comesTo: true },
  { condition: all(a, not(b)), questions: "ab", ifTrue: { a: true, b: false }, ifFalse: {}, comesTo: false },
  { condition: not(any(b, not(a))), questions: "ba", ifTrue: { a: true, b: false }, ifFalse: {}, comesTo: false },
  { condition: all(b, any(a, b)), questions: "bab", ifTrue: { b: true }, ifFalse: {}, comesTo: true },
])("is read where b holds: $condition", ({ condition, questions, ifTrue, ifFalse, comesTo }) => {
  const told = (holds: boolean) =>
    Object.fromEntries(answeredBy(condition, holds).map(({ question, answer }) => [question, answer]));
  expect(questionsOf(condition).join("")).toBe(questions);
  expect([told(true), told(false)]).toEqual([ifTrue, ifFalse]);
  expect(verdictOn(condition, (question) => (question === "b" ? true : undefined))).toBe(comesTo);
});
