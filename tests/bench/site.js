// Measures the built site in Chromium: what the playground transfers, and how fast it answers on a slow processor.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { chromiumOnDemand } from "../../scripts/on-demand.js";
import { serveSite, siteFile } from "../support/serve.js";

/** How many times slower than this machine: itself, and a phone. Chromium slows the page down, but no worker. */
const SLOWER = [1, 4];
const LINES = 2000;
const KEYS = 15;
/** How long someone who types fast waits between two keys, in milliseconds. */
const BETWEEN = 150;

const server = await serveSite("/");
const browser = await chromium.launch(await chromiumOnDemand());

/**
 * Opens the playground as on a slower machine.
 * @param {number} rate
 * @param {string} [hash]
 */
async function open(rate, hash = "") {
  const page = await browser.newPage({ serviceWorkers: "block" });
  /** @type {string[]} */
  const requested = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname.slice(1)));
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const start = performance.now();
  await page.goto(`${server.address}playground${hash}`);
  await page.locator(".playground .messages li").first().waitFor({ timeout: 120_000 });
  return { page, requested, milliseconds: performance.now() - start };
}

const text = `import * as Sentry from "@sentry/node";
Sentry.addBreadcrumb({ message: "Saved", level: "warn" });
${Array.from({ length: LINES / 10 }, (_, index) => functionOf(index)).join("\n")}`;

for (const rate of SLOWER) {
  const slower = rate === 1 ? "" : `, ${String(rate)} times slower`;
  const cold = await open(rate);
  if (rate === 1) printSizes(cold.requested);
  console.log(`first finding, cold${slower}: ${cold.milliseconds.toFixed(0)} ms`);
  await cold.page.close();
  const { page } = await open(rate, `#${encodeURIComponent(JSON.stringify({ text, language: "typescript" }))}`);
  const times = await typeInto(page);
  await page.close();
  console.log(
    `a key in ${String(LINES)} lines${slower}: ${(times[KEYS >> 1] ?? 0).toFixed(0)} ms at the median, ${(times.at(-1) ?? 0).toFixed(0)} at most`,
  );
}
await browser.close();
server.close();

/**
 * Types into the level of the first finding, whose message then says each key.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<number[]>} how long each key took until its finding was shown, in order
 */
async function typeInto(page) {
  await page.locator(".playground .messages .place").first().click();
  await page.keyboard.press("ArrowRight");
  await page.evaluate(`
    addEventListener("beforeinput", () => (globalThis.pressed = performance.now()), true);
    new MutationObserver(() => (globalThis.shown = performance.now())).observe(
      document.querySelector(".playground .messages"),
      { subtree: true, childList: true, characterData: true },
    );
  `);
  const times = [];
  for (let key = 1; key <= KEYS; key++) {
    await page.keyboard.insertText("x");
    const said = page.getByText(`${"x".repeat(key)}warn`, { exact: true });
    await page.locator(".playground .messages li").first().locator(said).waitFor();
    times.push(Number(await page.evaluate("shown - pressed")));
    await page.waitForTimeout(BETWEEN);
  }
  return times.sort((one, other) => one - other);
}

/** @param {readonly string[]} requested */
function printSizes(requested) {
  const sizes = requested.flatMap((path) => {
    const file = siteFile(path);
    return file === undefined ? [] : [{ file, size: brotliCompressSync(readFileSync(file)).length }];
  });
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const linter = sizes.find(({ file }) => file.includes("/worker-"))?.size ?? 0;
  console.log(`playground: ${kilobytes(total)} KB brotli, the linter ${kilobytes(linter)} KB of it`);
}

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
