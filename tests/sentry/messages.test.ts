import { expect, test } from "vitest";
import { partedMessage } from "../../src/sentry/messages.ts";
import { readValue } from "../support/read-values.ts";

/** The text of a message without its values, and the names that these are given. */
function parted(source: string): readonly string[] | undefined {
  const value = readValue(`use(${source})`);
  if (value.kind !== "template") throw new Error("expected a template");
  const found = partedMessage(value, []);
  return found && [found.text, ...found.values.map(({ name }) => name)];
}

test.each([
  ["`Loaded ${count} items`", ["Loaded {count} items", "count"]],
  ["`Loaded ${items.length} items`", ["Loaded {itemsLength} items", "itemsLength"]],
  ["`Hello ${first ?? last}!`", ["Hello", "first"]],
  ["`Hello ${this ?? last}, again`", ["Hello {last}, again", "last"]],
  ["`Hello ${user.getName()}, again`", ["Hello {name}, again", "name"]],
  ["`Hello ${format(trim(user.email))}, again`", ["Hello {email}, again", "email"]],
])("%s is parted", (source, words) => {
  expect(parted(source)).toEqual(words);
});

test.each([
  ["nothing names the value", "`Hello ${this}, again`"],
  ["nothing names any of two values", "`Hello ${this ?? users[i]}, again`"],
  ["an item has no name", "`Hello ${users[i]}, again`"],
  ["a call has several arguments", "`Hello ${join(first, last)}, again`"],
  ["calls stand in very many others", "`Hello ${f(f(f(f(f(f(f(name)))))))}, again`"],
  ["there are no words", "`${first} ${last}`"],
])("not where %s", (_, source) => {
  expect(parted(source)).toBeUndefined();
});
