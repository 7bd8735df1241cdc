// Tells of facts whether they are true of one SDK: `node probe.js FOLDER SDK FACT…` prints yes and no by id. The folder is
// that of the SDK's package.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startSdk } from "../support/sdk.js";
import { PROBED_FACTS } from "./facts.js";

const [, , folder = "", sdk = "", ...wanted] = process.argv;

/** What the SDK for Deno reads of Deno when it starts. */
const DENO = {
  version: { deno: "2.0.0", v8: "1", typescript: "5" },
  build: { os: "linux", arch: "x64", target: "" },
  env: { get: () => undefined, toObject: () => ({}) },
  errors: {},
  cwd: () => "/",
  hostname: () => "",
  osRelease: () => "",
  memoryUsage: () => ({}),
  systemMemoryInfo: () => ({}),
  serve: () => undefined,
  addSignalListener: () => undefined,
  permissions: { query: () => Promise.resolve({ state: "denied" }) },
};

/** @returns {Promise<any>} the SDK's module */
async function load() {
  if (sdk !== "deno") return createRequire(import.meta.url)(folder);
  Object.assign(globalThis, {
    Deno: DENO,
    addEventListener: () => undefined,
    ...("navigator" in globalThis ? {} : { navigator: { hardwareConcurrency: 1 } }),
  });
  /** @type {{ exports: Record<string, { import: string | { default: string } }> }} */
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const entry = exports["."]?.import ?? "";
  return import(pathToFileURL(join(folder, typeof entry === "string" ? entry : entry.default)).href);
}

const sentry = await load();

/** @type {import("./of-sdk.js").Run} */
const run = (options, record) =>
  startSdk(sentry, {
    defaultIntegrations: false,
    .../** @type {object} */ (typeof options === "function" ? options(sentry) : options),
  })(() => record(sentry));

// What is written to the console is recorded, and need not be seen.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write = () => true;
/** @type {Record<string, boolean>} */
const answers = {};
for (const { id, isTrue } of PROBED_FACTS) if (wanted.includes(id)) answers[id] = await isTrue(run, sentry);
print(JSON.stringify({ version: sentry.SDK_VERSION, answers }), () => process.exit());
