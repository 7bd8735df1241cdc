import { expect, test } from "vitest";
import { isRecordedKey, platformOf, recordsOn } from "../../src/sentry/integrations.ts";
import { versionOf } from "../../src/sentry/versions.ts";

test.each([
  ["@sentry/browser", ["console", "dom", "fetch", "history", "sentry", "xhr"]],
  ["@sentry/react/esm/index.js", ["console", "dom", "fetch", "history", "sentry", "xhr"]],
  ["@sentry/node", ["console", "fetch", "http"]],
  ["@sentry/node/import", ["console", "fetch", "http"]],
  ["@sentry/cloudflare", ["console", "fetch"]],
  ["@sentry/electron", ["console", "fetch"]],
  ["@sentry/electron/main", ["console", "fetch", "http"]],
  ["@sentry/electron/renderer", ["console", "dom", "fetch", "history", "sentry", "xhr"]],
  ["@sentry/react-native", ["console", "sentry", "xhr"]],
  ["sentry-expo", ["console", "sentry", "xhr"]],
])("%s records by itself: %o", (module, integrations) => {
  expect([...(platformOf(module)?.integrations ?? [])]).toEqual(integrations);
});

test.each([
  ["@sentry/cloudflare", "8.55.2", ["fetch"]],
  ["@sentry/cloudflare", "9.0.0", ["console", "fetch"]],
  ["@sentry/vercel-edge", "7.120.4", ["fetch"]],
  ["@sentry/vercel-edge", "11.8.0", ["console", "fetch"]],
  ["@sentry/vercel-edge", "", ["fetch"]],
  ["@sentry/node", "", ["console", "fetch", "http"]],
])("%s %s records by itself on a server: %o", (module, version, integrations) => {
  expect([...recordsOn("server", module, () => versionOf(version))]).toEqual(integrations);
});

test.each(["@sentry/core", "@sentry/", "@sentry/nodes", "./@sentry/node", "raven", ""])(
  "%s leaves open where it runs",
  (module) => {
    expect(platformOf(module)).toBeUndefined();
  },
);

test.each([
  ["fetch", "statusCode", true],
  ["http", "url", true],
  ["xhr", "method", true],
  ["xhr", "to", false],
  ["history", "to", true],
  ["history", "method", false],
  ["dom", "url", false],
] as const)("%s records %s, too: %s", (integration, key, isRecorded) => {
  expect(isRecordedKey(integration, key)).toBe(isRecorded);
});
