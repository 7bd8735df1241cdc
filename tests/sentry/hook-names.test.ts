import { expect, it } from "vitest";
import { meantHook } from "../../src/sentry/hook-names.ts";

it.each([
  ["beforeBreadcrumb", undefined],
  ["beforeBreadcrumbs", "beforeBreadcrumb"],
  ["beforeSendBreadcrumb", "beforeBreadcrumb"],
  ["beforeAddBreadcrumb", "beforeBreadcrumb"],
  ["beforebreadcrumb", "beforeBreadcrumb"],
  ["beforeBreadcumb", "beforeBreadcrumb"],
  ["beforeSend", undefined],
  ["beforeOutgoingRequestBreadcrumbing", undefined],
  ["maxBreadcrumbs", undefined],
])("%s means %s", (name, meant) => {
  expect(meantHook(name)).toBe(meant);
});
