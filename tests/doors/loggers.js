// Runs what a program logs by the console, pino and winston with an SDK of Sentry's that sends it as logs, and prints, as
// JSON, the bodies and attributes that leave.
// node loggers.js <folder with the packages> <package of the SDK>
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { keepingTransport } from "../support/kept.js";

const [folder = "", sdk = ""] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);

/** @type {typeof import("sentry-node-10")} */
const Sentry = await load(sdk);
const { transport, take } = keepingTransport();
Sentry.init({
  dsn: "https://public@localhost/1",
  // Version 10 needs it up to 10.70; version 11 has no such option.
  enableLogs: true,
  integrations: [Sentry.pinoIntegration(), Sentry.consoleLoggingIntegration()],
  transport,
});
process.stdout.write = () => true;
process.stderr.write = () => true;

const { default: pino } = await load("pino");
const { default: winston } = await load("winston");
/** @type {{ default: new () => object }} */
const { default: Transport } = await load("winston-transport");
const SentryTransport = Sentry.createSentryWinstonTransport(Transport);
const loggers = {
  pino: pino(),
  winston: winston.createLogger({ transports: [new SentryTransport()] }),
};
/** @type {{ run: (given: object) => void }} */
const { run } = await import(pathToFileURL(join(folder, "program.mjs")).href);
run(loggers);
await new Promise((resolve) => setTimeout(resolve, 100));
await Sentry.flush();
Reflect.deleteProperty(process.stdout, "write");
process.stdout.write(JSON.stringify(take().logs));
