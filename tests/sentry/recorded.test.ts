import { expect, test } from "vitest";
import { isRecordedBy } from "../../src/sentry/recorded.ts";
import { detect } from "../support/detect.ts";

/** Whether a breadcrumb of these fields says no more than that the location has changed, to wherever. */
function saysNavigationOnly(fields: string): boolean {
  const [breadcrumb] = detect(`Sentry.addBreadcrumb({ ${fields} })`).breadcrumbs;
  if (breadcrumb === undefined) throw new Error("expected a breadcrumb");
  return isRecordedBy(breadcrumb, { integration: "history", source: "useEffect", text: undefined, target: undefined });
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
