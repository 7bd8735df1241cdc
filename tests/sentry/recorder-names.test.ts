import { expect, it } from "vitest";
import { isNamedForLogging } from "../../src/sentry/recorder-names.ts";

it.each([
  "log",
  "log.info",
  "this.warn",
  "self.debug",
  "logError",
  "log_error!",
  "appLogger.http",
  "auditLog",
  "debugLoggerService.write",
  "logs.push",
])("%s writes to a log", (callee) => {
  expect(isNamedForLogging(callee)).toBe(true);
});

it.each([
  "note",
  "logIn",
  "log_out",
  "auth.logOff",
  "catalog.add",
  "dialog.open",
  "blog.publish",
  "showError",
  "warn",
  "track.event",
])("%s may do something else", (callee) => {
  expect(isNamedForLogging(callee)).toBe(false);
});
