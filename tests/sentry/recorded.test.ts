import { expect, test } from "vitest";
import { isRecordedBy } from "../../src/sentry/recorded.ts";
import { detect } from "../support/detect.ts";
import { readValue, readValues } from "../support/read-values.ts";

function breadcrumbOf(fields: string) {
  const [breadcrumb] = detect(`Sentry.addBreadcrumb({ ${fields} })`).breadcrumbs;
  if (breadcrumb === undefined) throw new Error("expected a breadcrumb");
  return breadcrumb;
}

/** Whether a breadcrumb of these fields says no more than that the location has changed, to wherever. */
function saysNavigationOnly(fields: string): boolean {
  return isRecordedBy(breadcrumbOf(fields), {
    integration: "history",
    source: "useEffect",
    text: undefined,
    target: undefined,
  });
}

test.each([
  ['category: "navigation"', true],
  ['type: "navigation"', true],
  ['type: "navigation", category: "route"', true],
  ['type: "navigation", data: { plan }', false],
  ['category: "route"', false],
  ['type: "user", category: "route"', false],
  ['message: "Navigation"', false],
])("a change of the location, told by %s: %s", (fields, isRecorded) => {
  expect(saysNavigationOnly(fields)).toBe(isRecorded);
});

test.each([
  ['message: "Cart loaded"', '"Cart loaded"', true],
  ['message: "Cart loaded", data: { total }', '"Cart loaded"', true],
  ['message: "Cart loaded"', '"Cart"', false],
  ['message: ""', '""', false],
  ["message: text", "text", true],
  ["message: text", "other", false],
  ["message: `Cart ${id}`", "`Cart ${id}`", true],
  ["message: `Cart ${id}`", '"Cart"', false],
  ["message: /a/u", "/a/u", false],
  ['category: "cart"', '"Cart loaded"', false],
  ['category: "cart"', "undefined", false],
])("what the console says, in %s and %s: %s", (fields, written, isRecorded) => {
  const recorder = {
    integration: "console",
    source: "console.log",
    text: readValue(`use(${written})`),
    target: undefined,
  } as const;
  expect(isRecordedBy(breadcrumbOf(fields), recorder)).toBe(isRecorded);
});

test("a name that has come to hold something else says something else", () => {
  const [before, after] = readValues('let text = "a"; use(text); text = load(); use(text);');
  const { message, ...breadcrumb } = breadcrumbOf('message: "a"');
  if (message === undefined || after === undefined) throw new Error("expected values");
  const recorder = { integration: "console", source: "console.log", text: before, target: undefined } as const;
  expect(isRecordedBy({ ...breadcrumb, message }, recorder)).toBe(true);
  expect(isRecordedBy({ ...breadcrumb, message: { ...message, value: after } }, recorder)).toBe(false);
});

test.each([
  ['category: "ui.click"', true],
  ['message: "Buy click"', true],
  ['message: "Clicks on Buy"', true],
  ['message: "Buy clicked"', true],
  ["message: `${name} clicked`", true],
  ['message: "Clicking"', false],
  ['message: "Doubleclick"', false],
  ['message: "Buy clicked", data: { items }', false],
  ['message: "Buy clicked", data: details', false],
  ['category: "cart"', false],
  ["level", false],
])("a click, told by %s: %s", (fields, isRecorded) => {
  const recorder = { integration: "dom", source: "onClick", text: undefined, target: undefined } as const;
  expect(isRecordedBy(breadcrumbOf(fields), recorder)).toBe(isRecorded);
});

test.each([
  ['message: "GET /cart"', '"/cart"', true],
  ['message: "GET  /cart now"', '"/cart"', true],
  ['message: "GET /a"', '"/a"', true],
  ['message: "GET /carts"', '"/cart"', false],
  ['message: "Back to /"', '"/"', false],
  ["message: `GET ${url}`", "url", true],
  ["message: `GET ${url}`", '"/cart"', false],
  ["message: url", "url", true],
  ['message: "GET url"', "url", false],
  ['message: "a", data: { url }', "url", true],
  ['message: "a", data: { url, method: "GET" }', "url", true],
  ['message: "a", data: { url, order }', "url", false],
  ['message: "a", data: { url, ...rest }', "url", false],
  ["data: { url }", "url", true],
  ['category: "http"', "url", false],
  ["message: url, ...rest", "url", false],
])("a request, told by %s, to %s: %s", (fields, target, isRecorded) => {
  const recorder = {
    integration: "fetch",
    source: "fetch",
    text: undefined,
    target: readValue(`use(${target})`),
  } as const;
  expect(isRecordedBy(breadcrumbOf(fields), recorder)).toBe(isRecorded);
});
