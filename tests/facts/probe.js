// Tells of each statement whether it is true of one SDK: `node probe.js PACKAGE` prints a list of yes and no.
import { createRequire } from "node:module";
import { keepingTransport } from "../support/kept.js";
import { STATEMENTS } from "./statements.js";

const [, , name = ""] = process.argv;
const sentry = createRequire(import.meta.url)(name);

/** @type {import("./statements.js").Run} */
async function run(options, record) {
  const { transport, take } = keepingTransport();
  sentry.init({ dsn: "https://a@o1.ingest.sentry.io/1", defaultIntegrations: false, transport, ...options });
  /** @type {string | undefined} */
  let error;
  await sentry.withIsolationScope(async () => {
    try {
      record(sentry);
    } catch (thrown) {
      error = String(thrown);
    }
    sentry.captureMessage("end");
    await sentry.flush(1000);
  });
  const { events, logs } = take();
  return { error, breadcrumbs: events.flatMap(({ breadcrumbs = [] }) => breadcrumbs), logs };
}

const answers = [];
for (const { isTrue } of STATEMENTS) answers.push(await isTrue(run));
process.stdout.write(JSON.stringify({ version: sentry.SDK_VERSION, answers }), () => process.exit());
