// Tells of each statement whether it is true of one SDK: `node probe.js PACKAGE` prints a list of yes and no.
import { createRequire } from "node:module";
import { startSdk } from "../support/sdk.js";
import { STATEMENTS } from "./statements.js";

const [, , name = ""] = process.argv;
const sentry = createRequire(import.meta.url)(name);

/** @type {import("./statements.js").Run} */
const run = (options, record) =>
  startSdk(sentry, { defaultIntegrations: false, ...options })(() => {
    record(sentry);
  });

const answers = [];
for (const { isTrue } of STATEMENTS) answers.push(await isTrue(run));
process.stdout.write(JSON.stringify({ version: sentry.SDK_VERSION, answers }), () => process.exit());
