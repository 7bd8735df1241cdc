// Measures the built site in Chromium: what the playground transfers, and how fast it answers on a slow processor.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { root } from "../../scripts/findings.js";
import { chromiumOnDemand } from "../../scripts/on-demand.js";

const SITE = join(root, "dist/site");
const TYPES = new Map([
  [".css", "text/css"],
  [".html", "text/html"],
  [".js", "text/javascript"],
]);
/** How many times slower than this machine: a phone. */
const SLOWER = 4;
const LINES = 2000;
const KEYS = 15;

const server = createServer(({ url = "" }, response) => {
  const path = new URL(url, "http://localhost").pathname.slice(1);
  const file = [path || "index.html", `${path}.html`].find(
    (each) => existsSync(join(SITE, each)) && extname(each) !== "",
  );
  response.statusCode = file === undefined ? 404 : 200;
  response.setHeader("content-type", TYPES.get(extname(file ?? "")) ?? "text/plain");
  response.end(file === undefined ? "" : readFileSync(join(SITE, file)));
});
await new Promise((resolve) => {
  server.listen(0, "127.0.0.1", () => {
    resolve(undefined);
  });
});
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

const { executablePath, env } = await chromiumOnDemand();
const browser = await chromium.launch({
  executablePath,
  env: { .../** @type {Record<string, string>} */ (process.env), ...env },
  args: ["--no-sandbox", "--headless=shell"],
});

/** Opens the playground as on a slow machine. @param {string} hash */
async function open(hash) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  /** @type {string[]} */
  const requested = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname.slice(1)));
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const start = performance.now();
  await page.goto(`http://127.0.0.1:${String(port)}/playground${hash}`);
  await page.locator(".playground .messages li").first().waitFor({ timeout: 120_000 });
  return { page, requested, milliseconds: performance.now() - start };
}

const cold = await open("");
const sizes = cold.requested
  .map((path) =>
    [path, `${path}.html`].map((each) => join(SITE, each)).find((file) => existsSync(file) && extname(file) !== ""),
  )
  .flatMap((file) => (file === undefined ? [] : [{ file, size: brotliCompressSync(readFileSync(file)).length }]));
const total = sizes.reduce((sum, { size }) => sum + size, 0);
const linter = sizes.find(({ file }) => file.includes("/worker-"))?.size ?? 0;
console.log(`playground: ${kilobytes(total)} KB brotli, the linter ${kilobytes(linter)} KB of it`);
console.log(`first finding, cold, ${String(SLOWER)} times slower: ${cold.milliseconds.toFixed(0)} ms`);
await cold.page.close();

const text = `import * as Sentry from "@sentry/node";
Sentry.addBreadcrumb({ message: "Saved", level: "warn" });
${Array.from({ length: LINES / 10 }, (_, index) => functionOf(index)).join("\n")}`;
const { page } = await open(`#${encodeURIComponent(JSON.stringify({ text, language: "typescript" }))}`);
// Within the level, so that the message of the first finding says each key.
await page.locator(".playground .messages .place").first().click();
await page.keyboard.press("ArrowRight");
const times = [];
for (let key = 1; key <= KEYS; key++) {
  const start = performance.now();
  await page.keyboard.insertText("x");
  await page
    .locator(".playground .messages li")
    .first()
    .getByText(`${"x".repeat(key)}warn`, { exact: true })
    .waitFor();
  times.push(performance.now() - start);
}
times.sort((one, other) => one - other);
console.log(
  `a key in ${String(LINES)} lines, ${String(SLOWER)} times slower: ${(times[KEYS >> 1] ?? 0).toFixed(0)} ms at the median`,
);
await browser.close();
server.close();

/** @param {number} bytes */
function kilobytes(bytes) {
  return String(Math.round(bytes / 1000));
}

/** @param {number} index */
function functionOf(index) {
  return `export async function step${String(index)}(order: Order): Promise<Result> {
  const total = order.items.reduce((sum, item) => sum + item.price * item.count, 0);
  if (total > ${String(index)}) Sentry.addBreadcrumb({ category: "order", message: "Counted", data: { total } });
  for (const item of order.items) {
    const found = await stock.find(item.id);
    if (!found) throw new Error("not found: " + item.id);
    await stock.take(found, { count: item.count, reason: "order" });
  }
  return { total, id: order.id };
}`;
}
