import { expect, test } from "vitest";
import { timestampKindOf } from "../../src/sentry/timestamps.ts";
import { readValue } from "../support/read-values.ts";

test.each([
  ["1700000000", undefined],
  ["1700000000.5", undefined],
  ["999999999999", undefined],
  ["1000000000000", "milliseconds"],
  ["1700000000000", "milliseconds"],
  ["9999999999999", "milliseconds"],
  ["10000000000000", undefined],
  ["1700000000000n", undefined],
  ["null", "empty"],
  ["undefined", "empty"],
  ['"2026-11-22T10:00:00Z"', "date-text"],
  ['"2026-11-22 10:00"', "date-text"],
  ['"2026-11-22"', "unreadable"],
  ['"at 2026-11-22T10:00:00Z"', "unreadable"],
  ['""', "unreadable"],
  ["Date.now()", "milliseconds"],
  ["new Date()", "date"],
  ["startedAt", undefined],
])("the timestamp %s is of the kind %s", (source, kind) => {
  expect(timestampKindOf(readValue(`use(${source})`))).toBe(kind);
});
