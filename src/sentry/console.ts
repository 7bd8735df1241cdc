import { LOG_METHODS } from "./levels.ts";

/**
 * The methods of `console` that SDKs record (sentry-javascript, packages/core/src/utils/debug-logger.ts); of `assert`
 * they record what fails.
 */
export const CONSOLE_METHODS: ReadonlySet<string> = new Set([
  "assert",
  "debug",
  "error",
  "info",
  "log",
  "trace",
  "warn",
]);

/** What a project's own loggers may call to log: the console, or the SDK's logger. */
export const LOGGED_CALLS: ReadonlySet<string> = new Set([
  ...[...CONSOLE_METHODS].map((method) => `console.${method}`),
  ...LOG_METHODS.map((method) => `Sentry.logger.${method}`),
]);
