import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { ifReachable, packagesOnDemand } from "../../scripts/on-demand.js";
import plugin from "../../src/index.ts";

const PACKAGES = {
  "sentry-node-10": "npm:@sentry/node@10.78.0",
  "sentry-node-11": "npm:@sentry/node@11.12.0",
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
  beforeAll(() => {
    const lines = ROADS.map((road, index) => `{ const user = { email: "road-${index}@example.org" }; ${road} }`);
    writeFileSync(
      join(found ?? "", "program.mjs"),
      `export function run({ pino, winston }) {\n${lines.join("\n")}\n}\n`,
    );
  });

  it.each(["sentry-node-10", "sentry-node-11"])("arrives as a log: %s", (sdk) => {
    const script = new URL("loggers.js", import.meta.url).pathname;
    const printed = execFileSync(process.execPath, [script, found ?? "", sdk], { encoding: "utf8" });
    const missing = ROADS.filter((_, index) => !printed.includes(`road-${index}@example.org`));
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
