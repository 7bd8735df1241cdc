import type { LogIntegration, LogLibrary } from "../breadcrumb/index.ts";

/** What sends a program's own logs to Sentry, where it is set up. */
export const LOG_INTEGRATIONS: readonly LogIntegration[] = ["consoleEvents", "consoleLogs", "pino", "winston"];

/** A function of the SDK that sets it up, the argument that its options are, and where these list levels. */
export interface LogIntegrationMaker {
  readonly integration: LogIntegration;
  readonly options: number;
  readonly levels: readonly string[];
}

/**
 * These functions, in version 7 also a class (sentry-javascript, `packages/core/src/logs/console-integration.ts` and
 * `integrations/captureconsole.ts`, `packages/node-core/src/integrations/pino.ts` and `winston.ts`). By default, logs
 * of all levels are sent.
 */
export const LOG_INTEGRATION_MAKERS: ReadonlyMap<string | undefined, LogIntegrationMaker> = new Map([
  ["CaptureConsole", { integration: "consoleEvents", options: 0, levels: ["levels"] }],
  ["captureConsoleIntegration", { integration: "consoleEvents", options: 0, levels: ["levels"] }],
  ["consoleLoggingIntegration", { integration: "consoleLogs", options: 0, levels: ["levels"] }],
  ["pinoIntegration", { integration: "pino", options: 0, levels: ["log", "levels"] }],
  ["createSentryWinstonTransport", { integration: "winston", options: 1, levels: ["levels"] }],
]);

/** The libraries of whose loggers an SDK can send the logs. */
export const LOG_LIBRARIES: readonly LogLibrary[] = ["pino", "winston"];

/** The packages that have each library's loggers and types of them. */
export const LOGGER_PACKAGES: ReadonlyMap<string | undefined, LogLibrary> = new Map([
  ["pino", "pino"],
  ["nestjs-pino", "pino"],
  ["winston", "winston"],
]);

/**
 * The methods of each library's loggers that write a log, and those of Nest's `Logger` in front of them, with the level
 * that the SDK knows them by. Winston's `log` takes its level first, unless it is Nest's.
 */
export const LOGGER_METHODS: Readonly<Record<LogLibrary, ReadonlyMap<string | undefined, string>>> = {
  pino: levelsBy({
    trace: "trace verbose",
    debug: "debug",
    info: "info log",
    warn: "warn",
    error: "error",
    fatal: "fatal",
  }),
  winston: levelsBy({
    trace: "silly",
    debug: "debug http verbose",
    info: "fatal info log notice",
    warn: "warn warning",
    error: "error",
    fatal: "alert crit emerg",
  }),
};

function levelsBy(methods: Readonly<Record<string, string>>): ReadonlyMap<string | undefined, string> {
  return new Map(Object.entries(methods).flatMap(([level, all]) => all.split(" ").map((method) => [method, level])));
}
