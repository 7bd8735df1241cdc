import type { LogIntegration, LogLibrary } from "../breadcrumb/index.ts";

/** What sends a program's own logs to Sentry, where it is set up. */
export const LOG_INTEGRATIONS: readonly LogIntegration[] = ["consoleEvents", "consoleLogs", "pino", "winston"];

/**
 * The functions of the SDK that set it up, in version 7 also a class, and the options by which they leave something
 * out (sentry-javascript, `packages/core/src/logs/console-integration.ts` and `integrations/captureconsole.ts`,
 * `packages/node-core/src/integrations/pino.ts` and `winston.ts`).
 */
export const LOG_INTEGRATION_MAKERS: ReadonlyMap<string | undefined, LogIntegration> = new Map([
  ["CaptureConsole", "consoleEvents"],
  ["captureConsoleIntegration", "consoleEvents"],
  ["consoleLoggingIntegration", "consoleLogs"],
  ["pinoIntegration", "pino"],
  ["createSentryWinstonTransport", "winston"],
]);

export const NARROWING_OPTIONS: ReadonlySet<string | undefined> = new Set(["autoInstrument", "levels", "log"]);

/** The libraries of whose loggers an SDK can send the logs. */
export const LOG_LIBRARIES: readonly LogLibrary[] = ["pino", "winston"];

/** The packages that have each library's loggers and types of them. */
export const LOGGER_PACKAGES: ReadonlyMap<string | undefined, LogLibrary> = new Map([
  ["pino", "pino"],
  ["nestjs-pino", "pino"],
  ["winston", "winston"],
]);

/**
 * The methods of each library's loggers that write a log, and those of Nest's `Logger` in front of them. Winston's
 * `log` takes the level first, unless it is Nest's.
 */
export const LOGGER_METHODS: Readonly<Record<LogLibrary, ReadonlySet<string | undefined>>> = {
  pino: new Set("debug error fatal info log trace verbose warn".split(" ")),
  winston: new Set("alert crit debug emerg error fatal http info log notice silly verbose warn warning".split(" ")),
};
