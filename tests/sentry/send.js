// Records breadcrumbs with an SDK and prints what it sends: `node send.js PACKAGE`, with a list of expressions as JSON on the
// standard input.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { keepingTransport } from "../support/kept.js";

const [, , name = ""] = process.argv;
const sentry = createRequire(import.meta.url)(name);
const { transport, take } = keepingTransport();
sentry.init({ dsn: "https://a@o1.ingest.sentry.io/1", defaultIntegrations: false, transport });

/** @type {readonly string[]} */
const expressions = JSON.parse(readFileSync(0, "utf8"));
for (const expression of expressions) {
  sentry.withIsolationScope(() => {
    sentry.addBreadcrumb((0, eval)(`(${expression})`));
    sentry.captureMessage("end");
  });
}
await sentry.flush(1000);
const breadcrumbs = take().events.map((event) => event.breadcrumbs[0]);
process.stdout.write(JSON.stringify(breadcrumbs), () => process.exit());
