import { expect, test } from "vitest";
import type { FieldName } from "../../src/breadcrumb/index.ts";
import { mayHold } from "../../src/sentry/fields.ts";
import { readValue } from "../support/read-values.ts";

const VALUES = ["'a'", "`a${b}`", "1", "[]", "({})", "() => 1", "true", "null", "x", "f()"];

test.each<[field: FieldName, ...values: string[]]>([
  ["type", "'a'", "`a${b}`", "x", "f()"],
  ["category", "'a'", "`a${b}`", "x", "f()"],
  ["message", "'a'", "`a${b}`", "x", "f()"],
  ["level", "'a'", "`a${b}`", "x", "f()"],
  ["timestamp", "1", "x", "f()"],
  ["data", "({})", "x", "f()"],
])("%s may hold %s", (field, ...values) => {
  expect(VALUES.filter((value) => mayHold(field, readValue(`use(${value})`)))).toEqual(values);
});
