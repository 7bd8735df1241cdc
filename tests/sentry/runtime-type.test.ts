import { expect, test } from "vitest";
import { runtimeTypeOf } from "../../src/breadcrumb/index.ts";
import { readValue } from "../support/read-values.ts";

/** What calls surely yield; what a project's own function of that name may yield is not known. */
test.each<[code: string, sort: string | undefined]>([
  ["use(JSON.stringify(cart))", "text"],
  ["use(String(cart))", "text"],
  ["use(parts.join(','))", "text"],
  ["use(cart.toString())", "text"],
  ["use('a'.concat(b))", "text"],
  ["use([a].concat(b))", "list"],
  ["use(a.concat(b))", undefined],
  ["use(Object.entries(cart))", "list"],
  ["use(Object.keys(cart))", "list"],
  ["use(Array.from(cart))", "list"],
  ["use(cart.entries())", undefined],
  ["use(Cart.from(cart))", undefined],
  ["import util from 'node:util'; use(util.format('%s', a))", "text"],
  ["import { format } from 'util'; use(format('%s', a))", "text"],
  ["import { format } from 'date-fns'; use(format(a, 'x'))", undefined],
  ["const JSON = load(); use(JSON.keys(cart))", undefined],
  ["function String(a) { return { a } } use(String(cart))", "record"],
  ["import { sprintf } from 'sprintf-js'; use(sprintf('%s', a))", "text"],
])("%s", (code, sort) => {
  expect(runtimeTypeOf(readValue(code))).toBe(sort);
});
