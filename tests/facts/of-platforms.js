import { once } from "node:events";
import http from "node:http";

/** @import { Run, SdkFact } from "./of-sdk.js" */

const ALL = [7, 8, 9, 10, 11];

/** Runs an SDK as it is by default: a line of the console, a request and an event, of which the categories are told. */
async function categoriesOf(/** @type {Run} */ run) {
  const server = http.createServer((_, response) => response.end("a"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const { breadcrumbs } = await run({ defaultIntegrations: undefined }, async (sentry) => {
    console.debug("a");
    await (await fetch(`http://127.0.0.1:${String(port)}/`)).text();
    sentry.captureMessage("an event");
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  server.closeAllConnections();
  server.close();
  return breadcrumbs.map(({ category }) => /** @type {unknown} */ (category));
}

/** @param {any} sentry */
const defaultsOf = (sentry) =>
  /** @type {{ name: string }[]} */ (sentry.getDefaultIntegrations?.({}) ?? sentry.defaultIntegrations).map(
    ({ name }) => name,
  );

const NAMES = { browser: "the browser's SDK", "vercel-edge": "the SDK for Vercel's edge", deno: "the SDK for Deno" };
const WHAT = { console: "the console", fetch: "requests by `fetch`", "sentry.event": "captured events" };
const BY = {
  console: ["no-redundant-breadcrumb/text", "no-pii-in-automatic-breadcrumbs/leak"],
  fetch: ["no-redundant-breadcrumb/request"],
  "sentry.event": [],
};

/**
 * @param {keyof typeof NAMES} sdk
 * @param {keyof typeof WHAT} category
 * @param {readonly number[]} holdsIn
 * @param {readonly number[]} probedIn
 * @returns {SdkFact}
 */
const recording = (sdk, category, holdsIn, probedIn) => ({
  id: `${sdk}-${category.replace("sentry.", "")}`,
  says: `By default, ${NAMES[sdk]} records ${WHAT[category]} as \`${category}\`.`,
  by: BY[category],
  sdk,
  holdsIn,
  probedIn,
  isTrue: async (run) => (await categoriesOf(run)).includes(category),
});

/**
 * What SDKs record by default, each run in Node. A page's requests, navigation and clicks are run in Chromium, by
 * tests/doors/browser.program.ts.
 * @type {readonly SdkFact[]}
 */
export const PLATFORM_FACTS = [
  recording("browser", "console", ALL, ALL),
  recording("browser", "fetch", [8, 9, 10, 11], [8, 9, 10, 11]),
  recording("browser", "sentry.event", ALL, ALL),
  recording("vercel-edge", "console", [9, 10, 11], ALL),
  recording("vercel-edge", "fetch", [8, 9, 10, 11], [8, 9, 10, 11]),
  recording("vercel-edge", "sentry.event", [], ALL),
  recording("deno", "console", [8, 9, 10], [8, 9, 10]),
  recording("deno", "fetch", [8, 9, 10], [8, 9, 10]),
  recording("deno", "sentry.event", [8, 9, 10], [8, 9, 10]),
  {
    id: "browser-defaults",
    says: "By default, the browser's SDK has the integration `Breadcrumbs`, and one of its own for the console.",
    by: ["no-redundant-breadcrumb/click", "no-redundant-breadcrumb/navigation"],
    sdk: "browser",
    holdsIn: [11],
    isTrue: (_, sentry) => ["Breadcrumbs", "Console"].every((name) => defaultsOf(sentry).includes(name)),
  },
  {
    id: "browser-console-option",
    says: "`breadcrumbsIntegration({ console: false })` switches the console off.",
    by: ["valid-init/former"],
    sdk: "browser",
    holdsIn: [8, 9, 10],
    probedIn: [8, 9, 10, 11],
    isTrue: async (run) => {
      const { breadcrumbs } = await run(
        (sentry) => ({
          defaultIntegrations: undefined,
          integrations: [sentry.breadcrumbsIntegration({ console: false })],
        }),
        () => {
          console.debug("switched off");
        },
      );
      // A browser has one isolation scope, so what others have recorded is there.
      return breadcrumbs.every(({ message }) => message !== "switched off");
    },
  },
  {
    id: "cloudflare-defaults",
    says: "By default, the SDK for Cloudflare records the console and requests by `fetch`.",
    by: ["no-redundant-breadcrumb/text", "no-redundant-breadcrumb/request"],
    sdk: "cloudflare",
    holdsIn: [9, 10, 11],
    probedIn: [8, 9, 10, 11],
    isTrue: (_, sentry) => ["Console", "Fetch"].every((name) => defaultsOf(sentry).includes(name)),
  },
];
