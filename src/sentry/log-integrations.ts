import type { LogIntegration } from "../breadcrumb/index.ts";

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

/** The methods of each library's loggers that write a log; winston's `log` takes the level first. */
export const LOGGER_METHODS: Readonly<Record<"pino" | "winston", ReadonlySet<string | undefined>>> = {
  pino: new Set(["debug", "error", "fatal", "info", "trace", "warn"]),
  winston: new Set("alert crit debug emerg error http info log notice silly verbose warn warning".split(" ")),
};
