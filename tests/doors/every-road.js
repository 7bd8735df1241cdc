// Sends an address by every way that the rules know, and prints as JSON which of them reached the SDK's transport:
// node every-road.js <package of the SDK> <program>. The program exports `roads(Sentry, host)`:
// functions that are each given a user, and captured an event behind.
import { once } from "node:events";
import http from "node:http";
import { pathToFileURL } from "node:url";
import { keepingTransport } from "../support/kept.js";

const [sdk = "", program = ""] = process.argv.slice(2);

/** @type {typeof import("sentry-node-10")} */
const Sentry = await import(import.meta.resolve(sdk));

const { transport, take } = keepingTransport();
Sentry.init({
  dsn: "https://public@localhost/1",
  // Version 10 needs it up to 10.70; version 11 has no such option.
  enableLogs: true,
  tracesSampleRate: 1,
  transport,
});
// What is written to the console is recorded, and need not be seen.
process.stdout.write = () => true;
process.stderr.write = () => true;

const server = http.createServer((_, response) => response.end("a"));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

/** @type {{ roads: (sdk: typeof Sentry, host: string) => ((user: { email: string }) => unknown)[] }} */
const { roads } = await import(pathToFileURL(program).href);
for (const [index, road] of roads(Sentry, `http://127.0.0.1:${port}`).entries()) {
  await Sentry.withIsolationScope(async () => {
    await road({ email: `road-${index}@example.org` });
    Sentry.captureMessage(`the end of ${index}`);
  });
}
server.close();
await Sentry.flush();
const found = new Set(JSON.stringify(take().bodies).match(/road-\d+@example\.org/g));
Reflect.deleteProperty(process.stdout, "write");
process.stdout.write(JSON.stringify([...found]));
