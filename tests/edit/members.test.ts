import { expect, test } from "vitest";
import { replaceMember } from "../../src/edit/index.ts";
import { readValue } from "../support/read-values.ts";

test.each([
  ["user.email", "user.id"],
  ["user?.email", "user?.id"],
  ["load(a).email", "load(a).id"],
  // In another form, the name would have to be written in another way.
  ['user["email"]', undefined],
  ["users[0]", undefined],
  ["email", undefined],
])("another member in the place of %s", (source, written) => {
  expect(replaceMember(readValue(`use(${source})`), "id")?.text).toBe(written);
});
