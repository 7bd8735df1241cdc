// Runs programs with an SDK of Sentry's and prints, as JSON, what reaches its transport: the breadcrumbs on an event that
// is captured at the end of each program, and the logs of each.
// node record.js <package of the SDK> <folder> <program> …: each program is a module that exports `run(given)`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { keepingTransport } from "../support/kept.js";
import { given } from "./given.js";

const [sdk = "", folder = "", ...programs] = process.argv.slice(2);
const url = import.meta.resolve(sdk);

/** @type {typeof import("sentry-node-10")} */
const Sentry = await import(url);

const { transport, take } = keepingTransport();
Sentry.init({
  dsn: "https://public@localhost/1",
  // Version 10 needs it up to 10.70; version 11 has no such option.
  enableLogs: true,
  defaultIntegrations: false,
  transport,
});

const results = [];
for (const program of programs) {
  const file = join(folder, `${sdk}-${program}`);
  writeFileSync(file, readFileSync(join(folder, program), "utf8").replaceAll('"@sentry/node"', JSON.stringify(url)));
  const { run } = await import(pathToFileURL(file).href);
  take();
  await Sentry.withIsolationScope(async () => {
    await run(given());
    Sentry.captureMessage("the end");
  });
  await Sentry.flush();
  const { events, logs } = take();
  results.push({ breadcrumbs: events[0].breadcrumbs ?? [], logs });
}
process.stdout.write(JSON.stringify(results));
