import { expect, test } from "vitest";
import { partedMessage, valuesOf } from "../../src/sentry/messages.ts";
import { readValue } from "../support/read-values.ts";

function template(source: string) {
  const value = readValue(`use(${source})`);
  if (value.kind !== "template") throw new Error("expected a template");
  return value;
}

/** The text of a message without its values, and the names that these are given. */
function parted(source: string, data = "{}"): readonly string[] | undefined {
  const known = readValue(`use(${data})`);
  if (known.kind !== "record") throw new Error("expected a record");
  const found = partedMessage(template(source), known.fields);
  return found && [found.text, ...found.values.map(({ name }) => name)];
}

test.each([
  ["`Loaded ${count} items`", ["Loaded {count} items", "count"]],
  ["`Loaded ${items.length} items`", ["Loaded {itemsLength} items", "itemsLength"]],
  ["`Hello ${first ?? last}!`", ["Hello", "first"]],
  ["`Hello ${this ?? last}, again`", ["Hello {last}, again", "last"]],
  ["`Hello ${user.getName()}, again`", ["Hello {name}, again", "name"]],
  ["`Hello ${format(trim(user.email))}, again`", ["Hello {email}, again", "email"]],
  [
    "`Paid ${order.total.toFixed(2)} for ${cart.items.join()}, again`",
    ["Paid {total} for {items}, again", "total", "items"],
  ],
  ["`Spent ${shop.budgetOf(order)} today`", ["Spent {order} today", "order"]],
  ["`Spent ${shop.get_budget(order)} today`", ["Spent {budget} today", "budget"]],
  ["`Took ${count(first)} of ${count(last)} items`", ["Took {first} of {last} items", "first", "last"]],
  ["`Took ${order_item.size} items`", ["Took {order_item_size} items", "order_item_size"]],
  ["`Took ${this.size} items`", ["Took {size} items", "size"]],
  ["`From ${a.id} to ${b.id} to ${c.id} and back`", ["From {id} to {bId} to {cId} and back", "id", "bId", "cId"]],
  ["`Loaded${count}`", ["Loaded", "count"]],
  ["`Loaded ${count} items to work on`", ["Loaded {count} items to work on", "count"]],
  ["`Loaded 5 of ${count}`", ["Loaded 5", "count"]],
  ["`Sent from  to: (${place})`", ["Sent", "place"]],
  ["`Is ${state}`", ["Is", "state"]],
  ["`X is ${state}`", ["X", "state"]],
  ["`of ${state}`", ["of", "state"]],
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
  ["there are no words but numbers", "`${first}: 5 ${last}`"],
  ["a part is fixed", "`Loaded ${Step.Last} of ${count}`"],
])("not where %s", (_, source) => {
  expect(parted(source)).toBeUndefined();
});

test.each([
  ["a value keeps its name", "`Loaded ${order.id} again`", "{ order: order.id }", ["Loaded {order} again"]],
  [
    "a call has no name to keep",
    "`Loaded ${count(items)} again`",
    "{ total: count(items) }",
    ["Loaded {items} again", "items"],
  ],
  [
    "a name that is taken is left",
    "`Loaded ${order.id} again`",
    "{ id: user.id }",
    ["Loaded {orderId} again", "orderId"],
  ],
  ["there is no other name", "`Loaded ${id} again`", "{ id: user.id }", undefined],
])("in a breadcrumb with data, where %s", (_, source, data, words) => {
  expect(parted(source, data)).toEqual(words);
});

test.each([
  ["`Loaded ${id}`", ["id"]],
  ["`Loaded ${first} of ${users[0]}, ${load()}`", ["first", "users[0]", "load()"]],
  ["`Loaded ${ok ? 'all' : order.id}`", ["ok ? 'all' : order.id"]],
  ["`Loaded ${codes.notFound}`", ["codes.notFound"]],
  ["`Loaded ${userStore.id}`", ["userStore.id"]],
  ["`Loaded ${Total}, ${A}`", ["Total", "A"]],
  ["`Loaded ${a + b}`", ["a + b"]],
])("%s holds values: %o", (source, values) => {
  expect(valuesOf(template(source)).map((value) => value.source)).toEqual(values);
});

test.each([
  ["texts", "`Loaded ${'all'}${ok ? 'a' : `b`}`"],
  ["numbers, truth and nothing", "`Loaded ${5}, ${true}, ${null}, ${ok ? 1 : undefined}`"],
  ["comparisons", "`Loaded ${a === b}, ${!a}`"],
  ["constants by their names", "`Loaded ${STEP_2}, ${codes.NOT_FOUND}`"],
  ["members of an enum", "`Loaded ${Step.last}, ${HTTPStatus.ok}`"],
])("%s are no values", (_, source) => {
  expect(valuesOf(template(source))).toEqual([]);
});
