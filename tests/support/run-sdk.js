// Runs programs with an SDK of Sentry's, one after the other, and prints as JSON what each of them left:
// node run-sdk.js <package of the SDK> <module>. The module exports `options(Sentry)`, for `init`, and
// `programs(Sentry)`, a promise of functions.
import { pathToFileURL } from "node:url";
import { startSdk } from "./sdk.js";

const [sdk = "", module = ""] = process.argv.slice(2);
/** @type {unknown} */
const sentry = await import(import.meta.resolve(sdk));
/** @type {{ options: (sdk: unknown) => object, programs: (sdk: unknown) => Promise<readonly (() => unknown)[]> }} */
const { options, programs } = await import(pathToFileURL(module).href);
const outcomeOf = startSdk(sentry, options(sentry));

// What is written to the console is recorded, and need not be seen.
process.stdout.write = () => true;
process.stderr.write = () => true;
const outcomes = [];
for (const program of await programs(sentry)) outcomes.push(await outcomeOf(program));
Reflect.deleteProperty(process.stdout, "write");
process.stdout.write(JSON.stringify(outcomes), () => process.exit());
