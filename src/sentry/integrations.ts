import type { Integration } from "../breadcrumb/index.ts";
import type { Side } from "./doors.ts";
import { isSince, type Version } from "./versions.ts";

/** The names of all integrations that record automatically, for settings. */
export const INTEGRATIONS: readonly Integration[] = [
  "console",
  "dom",
  "fetch",
  "history",
  "http",
  "sentry",
  "xhr",
  "tracing",
  "log",
  "slog",
];

/**
 * Where an SDK runs, by what it records unless told otherwise. Source: the default integrations in the SDKs' `sdk.ts`
 * (sentry-javascript, packages/browser, node, bun, deno, cloudflare and vercel-edge), and in
 * `src/js/integrations/default.ts` and `breadcrumbs.ts` of sentry-react-native.
 */
export interface Platform {
  readonly integrations: ReadonlySet<Integration>;
  /** The integrations that record `fetch`, and those that record requests of libraries such as axios. */
  readonly requests: { readonly fetch: Integration; readonly library: Integration | undefined };
  /** The first major version that records by default what its earlier ones do not. */
  readonly since?: ReadonlyMap<Integration, number>;
}

/** The page of a browser; also frameworks of which a part runs there, since only that part has clicks and a history. */
export const BROWSER: Platform = {
  integrations: new Set(["console", "dom", "fetch", "history", "sentry", "xhr"]),
  requests: { fetch: "fetch", library: "xhr" },
};

export const NODE: Platform = {
  integrations: new Set(["console", "fetch", "http"]),
  requests: { fetch: "fetch", library: "http" },
};

/** Deno records captured events, too (sentry-javascript, `packages/deno/src/integrations/breadcrumbs.ts`). */
const DENO: Platform = {
  integrations: new Set(["console", "fetch", "sentry"]),
  requests: { fetch: "fetch", library: undefined },
};

/** Either process of Electron, of which each records this. */
const ELECTRON: Platform = {
  integrations: new Set(["console", "fetch"]),
  requests: { fetch: "fetch", library: undefined },
};

/** Cloudflare and Vercel's edge, whose SDKs have an integration for the console from version 9 on. */
const EDGE: Platform = { ...ELECTRON, since: new Map([["console", 9]]) };

/** React Native's `fetch` is made of its XMLHttpRequest; touches have a category and an integration of their own. */
const NATIVE: Platform = {
  integrations: new Set(["console", "sentry", "xhr"]),
  requests: { fetch: "xhr", library: "xhr" },
};

const PLATFORMS: ReadonlyMap<string, Platform> = new Map([
  ...[
    "angular",
    "angular-ivy",
    "astro",
    "browser",
    "capacitor",
    "electron/renderer",
    "ember",
    "gatsby",
    "nextjs",
    "nuxt",
    "react",
    "react-router",
    "remix",
    "solid",
    "solidstart",
    "svelte",
    "sveltekit",
    "tanstackstart-react",
    "vue",
  ].map((name) => [name, BROWSER] as const),
  ...[
    "aws-serverless",
    "bun",
    "electron/main",
    "google-cloud-serverless",
    "hono/node",
    "nestjs",
    "node",
    "node-core",
    "node-experimental",
    "serverless",
  ].map((name) => [name, NODE] as const),
  ["deno", DENO] as const,
  ["electron", ELECTRON] as const,
  ...["cloudflare", "vercel-edge"].map((name) => [name, EDGE] as const),
  ["react-native", NATIVE] as const,
]);

/** The platform that an SDK is for, by the module that a file imports it from; undefined where that leaves it open. */
export function platformOf(module: string): Platform | undefined {
  const path = /^@sentry\/(.+)$/u.exec(module)?.[1];
  if (path === undefined) return module === "sentry-expo" ? NATIVE : undefined;
  return PLATFORMS.get(path) ?? PLATFORMS.get(path.replace(/\/.*$/su, ""));
}

/** Frameworks that run in the browser and on the server, with an SDK for both, and Electron with its two processes. */
const ON_BOTH_SIDES =
  /^@sentry\/(?:astro|electron|nextjs|nuxt|react-router|remix|solidstart|sveltekit|tanstackstart-react)$/u;
const SIDE_IN_NAME: readonly (readonly [name: RegExp, side: Side])[] = [
  [/client|browser|renderer/iu, "browser"],
  [/server|edge|node|instrumentation/iu, "server"],
];

/**
 * The sides of an application for which a call of `init` sets an SDK up.
 * @param module that it comes from; none of Sentry's yields none.
 * @param path of the file that calls it, which tells the side where the SDK has both.
 */
export function sidesOf(module: string, path: string): readonly Side[] {
  const platform = platformOf(module);
  if (platform === undefined) return [];
  if (ON_BOTH_SIDES.test(module)) {
    const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    const [, side] = SIDE_IN_NAME.find(([name]) => name.test(file)) ?? [];
    return side === undefined ? ["browser", "server"] : [side];
  }
  return platform === BROWSER || platform === NATIVE ? ["browser"] : ["server"];
}

/**
 * What an SDK records by default on a side of an application.
 * @param versionOf tells the version of the SDK, where that matters.
 */
export function recordsOn(side: Side, module: string, versionOf: () => Version | undefined): ReadonlySet<Integration> {
  const platform = platformOf(module);
  if (platform === NATIVE) return NATIVE.integrations;
  const { integrations, since } = side === "browser" ? BROWSER : ON_BOTH_SIDES.test(module) ? NODE : (platform ?? NODE);
  return since === undefined
    ? integrations
    : new Set([...integrations].filter((each) => isSince(since.get(each), versionOf)));
}

/**
 * The categories of the requests that an SDK records; none for SDKs that run on several platforms. Node's `fetch` has
 * the category of all requests there (sentry-javascript, `add-outgoing-request-breadcrumb.ts` in packages/core).
 */
export function requestCategoriesOf(module: string): readonly Integration[] {
  const integrations = ON_BOTH_SIDES.test(module) ? undefined : platformOf(module)?.integrations;
  if (integrations?.has("http") === true) return ["http"];
  return (["fetch", "xhr"] as const).filter((each) => integrations?.has(each));
}

const OF_BROWSER: readonly Integration[] = ["console", "dom", "fetch", "history", "sentry", "xhr"];

/**
 * What integrations record by the names under which SDKs list them, and the functions that make them
 * (sentry-javascript, `INTEGRATION_NAME` in packages/core, browser, node-core, node, deno, cloudflare and vercel-edge).
 */
const BY_NAME: readonly (readonly [name: string, makers: readonly string[], records: readonly Integration[]])[] = [
  ["Breadcrumbs", ["breadcrumbsIntegration", "Breadcrumbs"], OF_BROWSER],
  ["Console", ["consoleIntegration", "Console"], ["console"]],
  ["Http", ["httpIntegration", "Http"], ["http"]],
  ["NodeFetch", ["nativeNodeFetchIntegration"], ["fetch"]],
  ["Undici", ["Undici"], ["fetch"]],
  ["Fetch", ["fetchIntegration"], ["fetch"]],
  ["WinterCGFetch", ["winterCGFetchIntegration"], ["fetch"]],
];

/** The SDKs' names for the integrations. */
export function namesOfIntegration(integration: Integration): readonly string[] {
  return BY_NAME.flatMap(([name, , records]) => (records.includes(integration) ? [name] : []));
}

/** What an integration records, by the SDK's function or class that creates it. */
export function integrationsNamed(maker: string): readonly Integration[] {
  return BY_NAME.flatMap(([, makers, records]) => (makers.includes(maker) ? records : []));
}

/** Categories of the breadcrumbs that integrations record, by which they are told from those recorded by hand. */
const CATEGORIES: ReadonlyMap<string, Integration> = new Map([
  ["console", "console"],
  ["fetch", "fetch"],
  ["sentry.event", "sentry"],
  ["sentry.transaction", "sentry"],
  ["ui.click", "dom"],
  ["ui.input", "dom"],
  ["xhr", "xhr"],
]);

/** The integration whose breadcrumbs have a category of its own; undefined for categories that anything may have. */
export function integrationOfCategory(category: string): Integration | undefined {
  return CATEGORIES.get(category);
}

/** The keys of `data` that the breadcrumbs of integrations have, and the words that people use for them. */
const RECORDED_KEYS: Partial<Readonly<Record<Integration, ReadonlySet<string>>>> = {
  fetch: new Set(["method", "reason", "status", "statusCode", "status_code", "url"]),
  history: new Set(["from", "hash", "path", "pathname", "route", "search", "to", "url"]),
};

/** Whether an integration records what a key of `data` says, too. */
export function isRecordedKey(integration: Integration, key: string): boolean {
  const keys = integration === "http" || integration === "xhr" ? RECORDED_KEYS.fetch : RECORDED_KEYS[integration];
  return keys?.has(key) === true;
}
