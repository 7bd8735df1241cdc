import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { ifReachable, packagesOnDemand } from "../../scripts/on-demand.js";
import plugin from "../../src/index.ts";
import { outcomesOf } from "../support/outcomes.ts";

const PACKAGES = {
  pino: "10.4.0",
  winston: "3.19.0",
  "winston-transport": "4.9.0",
};

const METHODS = ["debug", "info", "warn", "error"];

/** What a program logs, by what it logs with; each with an address of its own. */
const ROADS: readonly string[] = [
  ...METHODS.map((method) => `console.${method}("a", user.email);`),
  "console.info({ email: user.email });",
  ...METHODS.slice(1).map((method) => `pino.${method}(\`a \${user.email}\`);`),
  'pino.info({ email: user.email }, "a");',
  'pino.child({ a: 1 }).info({ email: user.email }, "a");',
  'pino.info("a %s", user.email);',
  ...METHODS.slice(1).map((method) => `winston.${method}(\`a \${user.email}\`);`),
  'winston.info("a", { email: user.email });',
  'winston.log("info", user.email);',
];

const found = await ifReachable(packagesOnDemand("sentry-loggers", PACKAGES));

describe.skipIf(found === undefined)("what libraries log where the SDK sends it", () => {
  const lines = ROADS.map((road, index) => `{ const user = { email: "road-${index}@example.org" }; ${road} }`);
  // Version 10 needs `enableLogs` up to 10.70; version 11 has no such option. The loggers are loaded once the SDK runs.
  const module = `export const options = (Sentry) => ({
  enableLogs: true,
  integrations: [Sentry.pinoIntegration(), Sentry.consoleLoggingIntegration()],
});
export async function programs(Sentry) {
  const pino = (await import("pino")).default();
  const library = (await import("winston")).default;
  const SentryTransport = Sentry.createSentryWinstonTransport((await import("winston-transport")).default);
  const winston = library.createLogger({ transports: [new SentryTransport()] });
  return [async () => {
${lines.join("\n")}
    await new Promise((resolve) => setTimeout(resolve, 100));
  }];
}`;

  it.each(["sentry-node-10", "sentry-node-11"])("arrives as a log: %s", (sdk) => {
    const logged = JSON.stringify(outcomesOf(sdk, join(found ?? "", "program.mjs"), module)[0]?.logs);
    const missing = ROADS.filter((_, index) => !logged.includes(`road-${index}@example.org`));
    expect(missing).toEqual([]);
  });

  it("is reported, each call once", () => {
    const setup = `import * as Sentry from "@sentry/node";
import createPino from "pino"; import library from "winston"; import Transport from "winston-transport";
Sentry.init({ dsn, defaultIntegrations: false, integrations: [Sentry.pinoIntegration(), Sentry.consoleLoggingIntegration()] });
const SentryTransport = Sentry.createSentryWinstonTransport(Transport);
const pino = createPino(); const winston = library.createLogger({ transports: [new SentryTransport()] });
`;
    const before = setup.split("\n").length - 1;
    const messages = new Linter().verify(
      `${setup}${ROADS.join("\n")}`,
      {
        files: ["**"],
        plugins: { "sentry-breadcrumbs": plugin },
        rules: {
          "sentry-breadcrumbs/no-pii-in-logs": "error",
          "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs": "error",
        },
      },
      { filename: "src/program.js" },
    );
    const counts = ROADS.map((road, index) => [
      road,
      messages.filter(({ line }) => line === before + index + 1).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });
});
