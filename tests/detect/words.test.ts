import { expect, test } from "vitest";
import { mayHoldBreadcrumbs } from "../../src/detect/words.ts";
import { readSettings } from "../../src/settings.ts";

test.each([
  ["Sentry.addBreadcrumb({});", true],
  ["Raven.captureBreadcrumb({});", true],
  ["Sentry.init({ beforeBreadcrumb });", true],
  ["sentry::add_breadcrumb(crumb);", true],
  [".before_breadcrumb(hook)", true],
  ["import { Breadcrumbs } from './breadcrumbs.jsx';", false],
  ["", false],
])("%j may hold breadcrumbs: %s", (text, may) => {
  expect(mayHoldBreadcrumbs(text, readSettings({}))).toBe(may);
});

test.each([
  ["crumb", "crumb('a')", true],
  ["crumb", "track('a')", false],
  ["logger.crumb", "logger\n  .crumb('a')", true],
  ["logger.crumb", "logger.info('a')", false],
  ["app.logger.crumb", "const { crumb } = app.tools;", true],
  ["Trail::note", "use trail::Trail; trail.note()", true],
])("the wrapper %s may be in %j: %s", (wrapper, text, may) => {
  expect(mayHoldBreadcrumbs(text, readSettings({ "sentry-breadcrumbs": { wrappers: [wrapper] } }))).toBe(may);
});
