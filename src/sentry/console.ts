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
