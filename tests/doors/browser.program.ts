import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packagesOnDemand } from "../../scripts/on-demand.js";
import plugin from "../../src/index.ts";
import { describeInChromium } from "../support/chromium.ts";
import { servePages, type PageServer } from "../support/serve.js";

/** What a page does of which the SDK records a breadcrumb, and where the address arrives. */
const ROADS: readonly (readonly [statement: string, category: string])[] = [
  ...["debug", "info", "log", "warn", "error", "trace"].map(
    (method) => [`console.${method}("a", user.email);`, "console"] as const,
  ),
  ["console.assert(false, user.email);", "console"],
  ["console.info({ email: user.email });", "console"],
  ["const { log } = console; log(user.email);", "console"],
  ["await fetch(`/a?email=${user.email}`);", "fetch"],
  ["const xhr = new XMLHttpRequest(); xhr.open('GET', `/a?email=${user.email}`); await sent(xhr);", "xhr"],
  ["history.pushState(null, '', `/b?email=${user.email}`);", "navigation"],
  ["history.replaceState(null, '', `/c?email=${user.email}`);", "navigation"],
];

const SDKS = { "sentry-browser-10": "npm:@sentry/browser@10.78.0", "sentry-browser-11": "npm:@sentry/browser@11.12.0" };

const functions = ROADS.map(([statement]) => `async (user) => { ${statement} },`).join("\n");

/** A page's script: it does one thing after the other, each followed by an event, and keeps what would be sent. */
const programOf = (sdk: string) => `import * as Sentry from "${sdk}";
import { startSdk } from ${JSON.stringify(join(import.meta.dirname, "../support/sdk.js"))};
const outcomeOf = startSdk(Sentry);
const sent = (xhr) => new Promise((resolve) => { xhr.onloadend = () => setTimeout(resolve); xhr.send(); });
const roads = [
${functions}
];
window.run = async () => {
  const trails = [];
  for (const [index, road] of roads.entries()) {
    // A page has one isolation scope.
    Sentry.getIsolationScope().clearBreadcrumbs();
    trails.push((await outcomeOf(() => road({ email: "road-" + index + "@example.org" }))).breadcrumbs);
  }
  return trails;
};
`;

interface Crumb {
  readonly category?: string;
}

await describeInChromium("what the SDK records by itself of a page", (browser) => {
  let folder: string;
  let server: PageServer;

  beforeAll(async () => {
    folder = await packagesOnDemand("sentry-browser", SDKS);
    const scripts = new Map<string, string>();
    const built = mkdtempSync(join(tmpdir(), "browser-roads-"));
    for (const sdk of Object.keys(SDKS)) {
      const entry = join(folder, `${sdk}.js`);
      writeFileSync(entry, programOf(sdk));
      const lib = { entry, formats: ["es" as const], fileName: () => `${sdk}.js` };
      await build({
        root: folder,
        configFile: false,
        logLevel: "error",
        build: { outDir: built, emptyOutDir: false, lib },
      });
      scripts.set(`/${sdk}.js`, readFileSync(join(built, `${sdk}.js`), "utf8"));
    }
    rmSync(built, { recursive: true });
    server = await servePages(({ url = "" }, response) => {
      const script = scripts.get(url);
      response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
      response.end(
        script ?? (url.startsWith("/page") ? `<script type="module" src="/${url.slice(6)}.js"></script>` : "a"),
      );
    });
  }, 300_000);
  afterAll(() => {
    server.close();
  });

  it.each(Object.keys(SDKS))("arrives with its address: %s", async (sdk) => {
    const page = await browser().newPage();
    await page.goto(`${server.address}page?${sdk}`);
    await page.waitForFunction("typeof run === 'function'");
    const events = await page.evaluate<readonly (readonly Crumb[])[]>("run()");
    const arrived = events.map((crumbs, index) => {
      const carrying = crumbs.filter((crumb) => JSON.stringify(crumb).includes(`road-${index}@example.org`));
      return [...new Set(carrying.map(({ category }) => category))].join();
    });
    expect(ROADS.map(([statement], index) => [statement, arrived[index]])).toEqual(ROADS);
    await page.close();
  });

  it("is reported, each call once", () => {
    const messages = new Linter().verify(
      `import * as Sentry from "@sentry/browser"; export const roads = [\n${functions}\n];`,
      {
        files: ["**"],
        plugins: { "sentry-breadcrumbs": plugin },
        rules: { "sentry-breadcrumbs/no-pii-in-automatic-breadcrumbs": "error" },
      },
      { filename: "src/page.js" },
    );
    const counts = ROADS.map(([statement], index) => [
      statement,
      messages.filter(({ line }) => line === index + 2).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });
});
