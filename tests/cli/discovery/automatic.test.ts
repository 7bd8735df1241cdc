import { pathToFileURL } from "node:url";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../../src/index.ts";
import { discover } from "../../../src/cli/discover.ts";
import { scratch } from "../init/scratch.ts";

const manifest = (name: string, ...dependencies: readonly string[]) =>
  JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((each) => [each, "^10.0.0"])) });
const SETUP = (sdk: string, options = "{ dsn }") => `import * as Sentry from "${sdk}";\nSentry.init(${options});\n`;

/** What is said of the console. */
function consolesOf(automatic: Awaited<ReturnType<typeof discover>>["automatic"]): unknown {
  return automatic?.map(({ files, console }) => ({ ...(files !== undefined && { files }), console }));
}

/** What is found of a project of one package, with one call of `init`. */
async function found(options: string, others: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { automatic } = await discover(
    scratch({ "package.json": manifest("app", "@sentry/node"), "src/a.ts": SETUP("@sentry/node", options), ...others }),
  );
  return consolesOf(automatic);
}

describe("what SDKs record of the console of an application", () => {
  it.each([
    ["a package with pages, by an SDK for browsers", ["@sentry/react", "react"], "browser"],
    ["a package without pages, by an SDK for servers", ["@sentry/node"], true],
    ["a package with pages, by an SDK for servers", ["@sentry/node", "react"], "server"],
    ["a framework's SDK", ["@sentry/nextjs", "next"], true],
  ])("is found by the SDK: %s", async (_, dependencies, console) => {
    const [sdk = ""] = dependencies;
    const folder = scratch({ "package.json": manifest("app", ...dependencies), "src/sentry.ts": SETUP(sdk) });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([{ console }]);
  });

  it.each([
    ["sentry.client.config.ts", "browser"],
    ["sentry.server.config.ts", "server"],
    ["instrumentation-client.ts", "browser"],
  ])("is found by the file that sets a framework's SDK up: %s", async (name, console) => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/nextjs", "next"),
      [name]: SETUP("@sentry/nextjs"),
    });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([{ console }]);
  });

  it.each([
    ["^8.0.0", undefined],
    ["^9.0.0", true],
  ])("is found by the version on the edge: %s", async (range, console) => {
    const folder = scratch({
      "package.json": JSON.stringify({ name: "app", dependencies: { "@sentry/cloudflare": range } }),
      "src/a.ts": SETUP("@sentry/cloudflare"),
    });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([{ console }]);
  });

  it("is that of the nearest package", async () => {
    const folder = scratch({
      "package.json": manifest("root", "@sentry/node"),
      "src/main.ts": SETUP("@sentry/node"),
      "packages/lib/package.json": manifest("lib"),
      "packages/lib/index.ts": "console.log(1);\n",
      "apps/web/package.json": manifest("web", "@sentry/vue", "vue"),
      "apps/web/src/main.ts": SETUP("@sentry/vue"),
    });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([
      { console: true },
      { files: ["*/packages/lib/*"], console: false },
      { files: "*/apps/web/*", console: "browser" },
    ]);
  });

  it("is not known of what is no package, or sets nothing up", async () => {
    expect(await discover(pathToFileURL(scratch({ "src/a.ts": SETUP("@sentry/node") })))).toEqual({});
    const files = { "package.json": manifest("app", "@sentry/node"), "src/a.test.ts": SETUP("@sentry/node") };
    expect(await discover(scratch(files))).toEqual({});
  });

  it.each([
    "{ dsn, integrations: [Sentry.httpIntegration()] }",
    "{ dsn, enabled: isProduction }",
    "{ dsn, beforeBreadcrumb: (breadcrumb) => breadcrumb }",
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category === "ui.click") return null; return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { return crumb.category === "xhr" ? null : crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category === "fetch") crumb.data.url = path(crumb.data.url); return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (["ui.click", "ui.input"].includes(crumb.category)) return null; return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category?.startsWith("ui.")) return null; return crumb; } }',
    "{ dsn, beforeSend: (event, hint) => (isNoise(hint) ? null : event) }",
    "{ dsn, beforeSend(event) { /* not the breadcrumbs */ return event; } }",
    "{ dsn, beforeSend(event) { delete event.user.email; return event; } }",
    "",
  ])("is kept by %s", async (options) => {
    expect(await found(options)).toEqual([{ console: true }]);
  });

  it.each([
    "{ dsn, enabled: false }",
    "{ dsn, maxBreadcrumbs: 0 }",
    "{ dsn, defaultIntegrations: false }",
    "{ dsn, integrations: (all) => all.filter(wanted) }",
    "{ dsn, integrations: [Sentry.breadcrumbsIntegration({ console: false })] }",
    "{ ...base, dsn }",
    "options",
    "{ dsn, beforeBreadcrumb: imported }",
    "{ dsn, beforeBreadcrumb: () => null }",
    '{ dsn, beforeBreadcrumb: (crumb) => (crumb.category === "console" ? null : crumb) }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category?.startsWith("console")) return null; return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category !== "http") return null; return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.level === "info") return null; return crumb; } }',
    '{ dsn, beforeBreadcrumb(crumb) { if (crumb.category === "http") return crumb; return null; } }',
    "{ dsn, beforeBreadcrumb(crumb) { crumb.message = scrub(crumb.message); return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { delete crumb.data; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { scrub(crumb); return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { scrub(crumb.data); return crumb; } }",
    "{ dsn, beforeBreadcrumb: (crumb) => scrub(crumb) }",
    "{ dsn, beforeBreadcrumb: ({ ...crumb }) => crumb }",
    "{ dsn, beforeBreadcrumb: (crumb) => (DROPPED.has(crumb.category) ? null : crumb) }",
    "{ dsn, beforeBreadcrumb(crumb) { if (DROPPED.includes(crumb.category)) return null; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { if (DROPPED.some((each) => crumb.category === each)) return null; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { if (/^(console|fetch)$/.test(crumb.category)) return null; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { if (crumb.category?.match(NOISE)) return null; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { if (crumb.category in DROPPED) return null; return crumb; } }",
    "{ dsn, beforeBreadcrumb(crumb) { if (!crumb.data || isNoise(crumb)) return null; return crumb; } }",
    "{ dsn, beforeSend: imported }",
    "{ dsn, beforeSend: (event) => scrub(event) }",
    "{ dsn, beforeSend(event) { scrub(event); return event; } }",
    "{ dsn, beforeSend(event) { event = scrub(event); return event; } }",
    "{ dsn, beforeSend(event) { event.breadcrumbs = []; return event; } }",
    "{ dsn }); Sentry.addEventProcessor((event) => ({ ...event, breadcrumbs: [] })",
  ])("is not sure to be kept by %s", async (options) => {
    expect(await found(options)).toEqual([{ console: false }]);
  });

  it.each<[name: string, text: string]>([
    ["vite.config.ts", 'export default { esbuild: { drop: ["console", "debugger"] } };'],
    ["vite.config.js", "export default { build: { terserOptions: { compress: { drop_console: true } } } };"],
    ["next.config.mjs", "export default { compiler: { removeConsole: true } };"],
    ["babel.config.js", 'module.exports = { plugins: ["transform-remove-console"] };'],
    ["metro.config.js", "module.exports = { transformer: { minifierConfig: { compress: { drop_console: true } } } };"],
    ["src/quiet.ts", "for (const method of METHODS) console[method] = () => {};"],
  ])("is not recorded where a build or the program takes it away: %s", async (name, text) => {
    expect(await found("{ dsn }", { [name]: text })).toEqual([{ console: false }]);
  });

  it.each<[levels: string, name: string, text: string]>([
    ["error", "next.config.mjs", 'export default { compiler: { removeConsole: { exclude: ["error"] } } };'],
    [
      "error warn",
      "babel.config.js",
      'module.exports = { plugins: [["transform-remove-console", { exclude: ["error", "warn"] }]] };',
    ],
    [
      "assert debug error info trace warn",
      "webpack.prod.js",
      'new TerserPlugin({ terserOptions: { compress: { pure_funcs: ["console.log"] } } });',
    ],
    [
      "assert debug error trace warn",
      "src/quiet.ts",
      "if (isProduction) { console.log = () => {}; console.info = console.log; }",
    ],
  ])("is recorded as far as a build or the program leaves it: %s of %s", async (levels, name, text) => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SETUP("@sentry/node"),
      [name]: text,
    });
    expect((await discover(folder)).automatic).toEqual([
      { console: true, levels: { console: levels.split(" ") }, fetch: true, http: true },
    ]);
  });

  it.each<[sdk: string, other: string, console: unknown]>([
    ["@sentry/node", "express", "server"],
    ["@sentry/node", "react-dom", "server"],
    ["@sentry/browser", "react-dom", false],
    ["@sentry/nextjs", "next", "server"],
  ])("is recorded on a server whose pages replace it: %s", async (sdk, other, console) => {
    const folder = scratch({
      "package.json": manifest("app", sdk, other),
      "src/a.ts": SETUP(sdk),
      "client/public/collector.js": "console[method] = function () { keep(arguments); };",
    });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([{ console }]);
  });

  it("is recorded of the methods that the integration names", async () => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SETUP("@sentry/node", '{ dsn, integrations: [Sentry.consoleIntegration({ levels: ["warn"] })] }'),
    });
    expect((await discover(folder)).automatic).toEqual([
      { console: true, levels: { console: ["warn"] }, fetch: true, http: true },
    ]);
  });

  const LETTING = "export const scrub = (crumb) => crumb;";
  const SCRUBBING = "export function scrub(crumb) { delete crumb.data; return crumb; }";
  const SCRUBBED = 'import { scrub } from "./scrub";\nimport * as Sentry from "@sentry/node";\n';

  it.each<[isKept: boolean, setup: string, files: Record<string, string>]>([
    [true, "Sentry.init({ beforeBreadcrumb: scrub });", { "src/scrub.ts": LETTING }],
    [false, "Sentry.init({ beforeBreadcrumb: scrub });", { "src/scrub.ts": SCRUBBING }],
    [false, "Sentry.init({ beforeBreadcrumb: scrub });", {}],
    [false, "Sentry.init({ beforeBreadcrumb: scrub(1) });", { "src/scrub.ts": LETTING }],
    [true, "Sentry.init({ beforeSend: scrub });", { "src/scrub.ts": "export const scrub = (event) => event;" }],
    [false, "Sentry.init({ beforeSend: scrub });", { "src/scrub.ts": "export const scrub = (event) => clean(event);" }],
    [
      true,
      "Sentry.init({ beforeBreadcrumb: scrub });",
      { "src/scrub/index.ts": 'export * from "./a";', "src/scrub/a.ts": LETTING },
    ],
    [true, "Sentry.init(scrub);", { "src/scrub.ts": "export const scrub = { dsn };" }],
    [false, "Sentry.init(scrub);", { "src/scrub.ts": "export const scrub = { dsn, defaultIntegrations: false };" }],
    [
      true,
      "Sentry.init({ ...scrub, release });",
      { "src/scrub.ts": "export const scrub = { dsn, beforeSend: undefined };" },
    ],
    [false, "Sentry.init({ ...scrub, release });", { "src/scrub.ts": "export const scrub = { dsn, enabled: false };" }],
    [
      true,
      "Sentry.init({ ...scrub, release });",
      {
        "src/scrub.ts": 'import { hook } from "./hook"; export const scrub = { dsn, beforeBreadcrumb: hook };',
        "src/hook.ts": "export const hook = (crumb) => crumb;",
      },
    ],
    [
      true,
      "Sentry.init({ beforeBreadcrumb: scrub.crumb });",
      { "src/scrub.ts": "export const scrub = { crumb: (crumb) => crumb };" },
    ],
    [
      false,
      "Sentry.init({ beforeBreadcrumb: scrub.crumb });",
      { "src/scrub.ts": "export const scrub = { crumb: () => null };" },
    ],
    [true, "const options = { beforeBreadcrumb: scrub };\nSentry.init(options);", { "src/scrub.ts": LETTING }],
    [false, "Sentry.init({ beforeBreadcrumb: scrub });", { "src/scrub.ts": 'export { scrub } from "./scrub";' }],
  ])("is kept (%s) by what other files have: %s %j", async (isKept, setup, files) => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SCRUBBED + setup,
      ...files,
    });
    expect(consolesOf((await discover(folder)).automatic)).toEqual([{ console: isKept }]);
  });

  it("is recorded where a build keeps it", async () => {
    const text = '// drop: ["console"]\nexport default { compress: { drop_console: false }, esbuild: { drop: [] } };';
    expect(await found("{ dsn }", { "vite.config.ts": text })).toEqual([{ console: true }]);
  });
});

it("is found what sends logs of the program's own", async () => {
  const folder = scratch({
    "package.json": manifest("app", "@sentry/node"),
    "src/a.ts": SETUP(
      "@sentry/node",
      "{ integrations: [Sentry.pinoIntegration(), Sentry.consoleLoggingIntegration()] }",
    ),
  });
  expect((await discover(folder)).automatic).toEqual([
    { console: true, fetch: true, http: true, consoleLogs: true, pino: true },
  ]);
});

describe("what sends logs of the program's own", () => {
  const LOGGER = `import * as Sentry from "@sentry/node";
import winston from "winston"; import Transport from "winston-transport";
const SentryTransport = Sentry.createSentryWinstonTransport(Transport);
export const logger = winston.createLogger({ transports: [new SentryTransport()] });\n`;
  const CAPTURE = (options = "") => `import * as Sentry from "@sentry/node";
Sentry.addIntegration(Sentry.captureConsoleIntegration(${options}));\n`;
  const RECORDED = { console: true, fetch: true, http: true };

  it.each<[what: string, files: Record<string, string>, found: object]>([
    ["winston's transport", { "src/logger.ts": LOGGER }, { winston: true }],
    [
      "winston's transport, in CommonJS",
      {
        "src/logger.js": `const { createSentryWinstonTransport } = require("@sentry/node");
module.exports = createLogger({ transports: [new (createSentryWinstonTransport(Transport))()] });`,
      },
      { winston: true },
    ],
    [
      "pino's integration",
      { "src/b.ts": 'import { pinoIntegration } from "@sentry/node"; export const all = [pinoIntegration()];' },
      { pino: true },
    ],
    [
      "pino's integration, by levels",
      {
        "src/b.ts":
          'import { pinoIntegration } from "@sentry/node"; export const all = [pinoIntegration({ log: { levels: ["error"] } })];',
      },
      { pino: true, levels: { pino: ["error"] } },
    ],
    [
      "winston's transport, by levels",
      { "src/logger.ts": LOGGER.replace("(Transport)", '(Transport, { levels: ["warn", "error"] })') },
      { winston: true, levels: { winston: ["warn", "error"] } },
    ],
    [
      "logs of the console, by levels",
      {
        "src/b.ts": `import * as Sentry from "@sentry/node";
Sentry.addIntegration(Sentry.consoleLoggingIntegration({ levels: ["warn", "log"] }));`,
        "next.config.mjs": 'export default { compiler: { removeConsole: { exclude: ["error", "warn"] } } };',
      },
      { consoleLogs: true, levels: { console: ["error", "warn"], consoleLogs: ["warn"] } },
    ],
    [
      "nothing of pino where two files agree on no level",
      {
        "src/b.ts":
          'import { pinoIntegration } from "@sentry/node"; export const all = [pinoIntegration({ log: { levels: ["error"] } })];',
        "src/c.ts":
          'import { pinoIntegration } from "@sentry/node"; export const all = [pinoIntegration({ log: { levels: ["info"] } })];',
      },
      { pino: false },
    ],
    ["the console's events", { "src/b.ts": CAPTURE() }, { consoleEvents: true }],
    [
      "the console's events, by levels that all files name",
      { "src/b.ts": CAPTURE('{ levels: ["warn", "error"] }'), "src/c.ts": CAPTURE('{ levels: ["error", "info"] }') },
      { consoleEvents: true, levels: { consoleEvents: ["error"] } },
    ],
    [
      "the console's events, of what a build leaves",
      {
        "src/b.ts": CAPTURE('{ levels: ["log", "error"] }'),
        "next.config.mjs": 'export default { compiler: { removeConsole: { exclude: ["error"] } } };',
      },
      { consoleEvents: true, levels: { console: ["error"], consoleEvents: ["error"] } },
    ],
    [
      "nothing of the console where a build takes it away",
      {
        "src/b.ts": `${CAPTURE()}Sentry.addIntegration(Sentry.consoleLoggingIntegration());`,
        "vite.config.ts": 'export default { esbuild: { drop: ["console"] } };',
      },
      { console: false, consoleEvents: false, consoleLogs: false },
    ],
    ["nothing by options of another module", { "src/b.ts": CAPTURE("options") }, {}],
    ["nothing by a test", { "src/b.test.ts": CAPTURE() }, {}],
    [
      "nothing by another package",
      { "packages/lib/package.json": manifest("lib", "@sentry/node"), "packages/lib/index.ts": CAPTURE() },
      {},
    ],
  ])("is found wherever it is set up: %s", async (_, files, found) => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SETUP("@sentry/node"),
      ...files,
    });
    expect((await discover(folder)).automatic?.[0]).toEqual({ ...RECORDED, ...found });
  });

  it.each([
    ["10.0.0", false],
    ["11.0.0", true],
  ])("heeds the console's option of the integration for breadcrumbs up to version 10: %s", async (version, console) => {
    const folder = scratch({
      "package.json": JSON.stringify({ name: "app", dependencies: { "@sentry/browser": version } }),
      "src/a.ts": SETUP(
        "@sentry/browser",
        "{ dsn, integrations: [Sentry.breadcrumbsIntegration({ console: false, history: false })] }",
      ),
    });
    expect((await discover(folder)).automatic?.[0]).toMatchObject({ console: console && "browser", history: false });
  });

  const PINO = 'import pino from "pino"; ';
  const PINO_ON = 'import { pinoIntegration } from "@sentry/node"; export const all = [pinoIntegration()];';

  it.each<[what: string, files: Record<string, string>, loggers: object | undefined]>([
    [
      "by the names and modules of imports",
      {
        "src/logger.ts": `${PINO}export const logger = pino(); export default logger;`,
        "src/log/deep.ts": `${PINO}export const deep = pino();`,
        "src/a/b.ts":
          'import { logger } from "../logger"; import { deep } from "../log/deep"; import { c } from "./c";',
      },
      {
        pino: [
          { name: "deep", from: ["*/log/deep"] },
          { name: "logger", from: ["*/logger"] },
          { name: "default", from: ["*/logger"] },
        ],
      },
    ],
    [
      "by functions that return one, and through other modules",
      {
        "src/log/make.ts": `${PINO}const root = pino(); export const LEVELS = []; export function getLogger(name) { return root.child({ name }); }`,
        "src/log/index.ts":
          'export * from "./make"; export { getLogger as make, LEVELS } from "./make"; export { z } from "./z";',
        "src/b.ts": 'import { make } from "./log";',
      },
      {
        pino: [
          { name: "getLogger", from: ["*/make"] },
          { name: "getLogger", from: ["*/log"] },
          { name: "make", from: ["*/log"] },
        ],
      },
    ],
    [
      "by Nest's own, where it logs with the library",
      { "src/main.ts": 'import { Logger } from "nestjs-pino"; app.useLogger(app.get(Logger));' },
      { pino: [{ name: "Logger", from: ["@nestjs/common"] }] },
    ],
    ["not by loggers of tests", { "src/a.test.ts": `${PINO}export const logger = pino();` }, undefined],
    ["not by what nobody imports", { "src/logger.ts": `${PINO}export const logger = pino();` }, undefined],
    [
      "not by other libraries' loggers",
      {
        "src/logger.ts": 'import winston from "winston"; export const logger = winston.createLogger();',
        "src/b.ts": 'import { logger } from "./logger";',
      },
      undefined,
    ],
  ])("says which imports are loggers: %s", async (_, files, loggers) => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SETUP("@sentry/node"),
      "src/on.ts": PINO_ON,
      ...files,
    });
    expect((await discover(folder)).automatic?.[0]?.loggers).toEqual(loggers);
  });

  it("follows a package for logging into the applications that depend on it", async () => {
    const folder = scratch({
      "package.json": '{ "workspaces": ["packages/*", "apps/*"] }',
      "packages/logger/package.json": manifest("@acme/logger", "winston", "@sentry/node"),
      "packages/logger/src/index.ts": LOGGER,
      "apps/api/package.json": manifest("api", "@sentry/node", "@acme/logger"),
      "apps/api/src/a.ts": SETUP("@sentry/node"),
      "apps/api/src/b.ts": 'import { logger } from "@acme/logger";\nlogger.info(user.email);\n',
      "apps/web/package.json": manifest("web", "@sentry/node"),
      "apps/web/src/a.ts": SETUP("@sentry/node"),
    });
    expect((await discover(folder)).automatic).toEqual([
      {
        files: "*/apps/api/*",
        ...RECORDED,
        winston: true,
        loggers: { winston: [{ name: "logger", from: ["@acme/logger"] }] },
      },
      { files: "*/apps/web/*", ...RECORDED },
      {
        files: "*/packages/logger/*",
        ...RECORDED,
        winston: true,
        loggers: { winston: [{ name: "logger", from: ["@acme/logger"] }] },
      },
    ]);
  });

  it.each<[what: string, shared: string, calling: string, files: readonly string[]]>([
    [
      "a function",
      "export function initSentry() { SETUP }",
      'import { initSentry } from "@acme/sentry"; initSentry();',
      ["api", "sentry"],
    ],
    [
      "an arrow function",
      "const initSentry = () => { SETUP }; export { initSentry };",
      "const { initSentry } = require('@acme/sentry/node'); initSentry({ dsn });",
      ["api", "sentry"],
    ],
    [
      "one that is not called",
      "export function initSentry() { SETUP }",
      'export { initSentry } from "@acme/sentry";',
      ["sentry"],
    ],
    [
      "one of this name from elsewhere",
      "export function initSentry() { SETUP }",
      'import { initSentry } from "@other/sentry"; initSentry();',
      ["sentry"],
    ],
    [
      "one that is the package's own",
      "function initSentry() { SETUP } initSentry();",
      'import { initSentry } from "@acme/sentry"; initSentry();',
      ["sentry"],
    ],
  ])("records in applications that have another package set the SDK up: %s", async (_, shared, calling, files) => {
    const folder = scratch({
      "package.json": '{ "workspaces": ["packages/*", "apps/*"] }',
      "packages/sentry/package.json": manifest("@acme/sentry", "@sentry/node"),
      "packages/sentry/src/index.ts": `import * as Sentry from "@sentry/node";\n${shared.replace("SETUP", "Sentry.init({ dsn });")}\n`,
      "apps/api/package.json": manifest("api"),
      "apps/api/src/a.ts": calling,
      "apps/web/package.json": manifest("web", "@sentry/node"),
      "apps/web/src/a.ts": "export const a = 1;",
    });
    const recorded = (await discover(folder)).automatic?.filter(({ console }) => console === true);
    expect(recorded?.map((entry) => String(entry.files).split("/").at(-2))).toEqual(files);
  });

  it("records what applications import of other packages, where one of them does", async () => {
    const folder = scratch({
      "package.json": '{ "workspaces": ["libs/*", "apps/*"] }',
      "apps/web/package.json": manifest("web", "@sentry/react", "react"),
      "apps/web/src/a.ts": SETUP("@sentry/react"),
      "apps/web/src/b.ts": 'import { Button } from "@acme/ui"; import type { A } from "@acme/types"; import "react";',
      "apps/web/src/b.test.ts": 'import { c } from "@acme/testing";',
      "apps/web/vite.config.ts": 'import { preset } from "@acme/build";',
      "apps/api/package.json": manifest("api", "@sentry/node"),
      "apps/api/src/a.ts": SETUP("@sentry/node"),
      "apps/api/src/b.ts": 'export * from "@acme/core"; const { d } = require("@acme/shared");',
      "apps/quiet/package.json": manifest("quiet", "@sentry/node"),
      "apps/quiet/src/a.ts": SETUP("@sentry/node", "{ dsn, beforeBreadcrumb: () => null }"),
      "apps/quiet/src/b.ts":
        'import "@acme/quiet"; import type { Api } from "api"; import "web"; await import("@acme/core");',
      "libs/ui/package.json": manifest("@acme/ui"),
      "libs/ui/src/index.ts": 'export { e } from "@acme/shared"; export * from "./own";',
      ...Object.fromEntries(
        ["types", "testing", "build", "core", "shared", "quiet", "unused"].flatMap((name) => [
          [`libs/${name}/package.json`, manifest(`@acme/${name}`)],
          [`libs/${name}/src/index.ts`, "export const a = 1;"],
        ]),
      ),
    });
    const automatic = (await discover(folder)).automatic ?? [];
    expect(automatic.map(({ files, console, xhr, http }) => [files, console, xhr, http])).toEqual([
      ["*/apps/api/*", true, undefined, true],
      ["*/apps/quiet/*", false, undefined, false],
      ["*/apps/web/*", "browser", "browser", undefined],
      ["*/libs/core/*", true, undefined, true],
      ["*/libs/quiet/*", false, undefined, false],
      ["*/libs/shared/*", true, "browser", true],
      ["*/libs/ui/*", "browser", "browser", undefined],
    ]);
  });

  it.each<[one: readonly string[], other: readonly string[], both: readonly string[] | undefined]>([
    [["error"], ["warn"], ["error", "warn"]],
    [["error"], [], undefined],
  ])("records of such a package the methods that one or another records: %j, %j", async (one, other, both) => {
    const setup = (levels: readonly string[]) =>
      SETUP(
        "@sentry/node",
        levels.length === 0
          ? "{ dsn }"
          : `{ dsn, integrations: [Sentry.consoleIntegration({ levels: ${JSON.stringify(levels)} })] }`,
      );
    const application = (name: string, levels: readonly string[]) => ({
      [`apps/${name}/package.json`]: manifest(name, "@sentry/node"),
      [`apps/${name}/src/a.ts`]: setup(levels),
      [`apps/${name}/src/b.ts`]: 'import "@acme/core";',
    });
    const folder = scratch({
      "package.json": '{ "workspaces": ["libs/*", "apps/*"] }',
      ...application("one", one),
      ...application("other", other),
      "libs/core/package.json": manifest("@acme/core"),
      "libs/core/src/index.ts": "export const a = 1;",
    });
    const found = (await discover(folder)).automatic?.at(-1);
    expect(found).toEqual({
      files: "*/libs/core/*",
      ...RECORDED,
      ...(both && { levels: { console: both } }),
    });
    // In the order in which people read it in their config.
    expect([Object.keys(found ?? {})[0], both && Object.keys(found ?? {}).at(-1)]).toEqual(["files", both && "levels"]);
  });

  it("is found on the side of the file that sets an SDK up", async () => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/nextjs", "next"),
      "sentry.server.config.ts": SETUP("@sentry/nextjs", "{ dsn, integrations: [Sentry.pinoIntegration()] }"),
      "sentry.client.config.ts": SETUP("@sentry/nextjs", "{ dsn, integrations: [Sentry.captureConsoleIntegration()] }"),
    });
    expect((await discover(folder)).automatic?.[0]).toMatchObject({ pino: "server", consoleEvents: "browser" });
  });

  it("is reported in a third file", async () => {
    const folder = scratch({
      "package.json": manifest("app", "@sentry/node"),
      "src/a.ts": SETUP("@sentry/node"),
      "src/logger.ts": LOGGER,
      "src/b.ts": CAPTURE('{ levels: ["error"] }'),
    });
    const settings = { "sentry-breadcrumbs": await discover(folder) };
    const reports = (name: string): readonly (string | null)[] =>
      new Linter()
        .verify(
          'import { logger } from "./logger.js";\nlogger.info("a", { email: user.email });\nconsole.error(user.email);\nconsole.info(1);\n',
          {
            files: ["**"],
            plugins: { "sentry-breadcrumbs": plugin },
            settings,
            rules: Object.fromEntries(
              ["logs", "events", "automatic-breadcrumbs"].map((each) => [`sentry-breadcrumbs/no-pii-in-${each}`, 2]),
            ),
          },
          { filename: name },
        )
        .map(({ ruleId, line }) => `${ruleId?.replace("sentry-breadcrumbs/no-pii-in-", "") ?? ""}:${String(line)}`);
    expect(reports("src/c.js")).toEqual(["logs:2", "events:3"]);
    expect(reports("scripts/c.js")).toEqual([]);
    expect(reports("src/c.test.js")).toEqual([]);
  });
});

describe("what SDKs record of the requests of an application", () => {
  const of = async (sdk: string, options: string, ...dependencies: readonly string[]): Promise<unknown> => {
    const files = { "package.json": manifest("app", sdk, ...dependencies), "src/sentry.ts": SETUP(sdk, options) };
    return (await discover(scratch(files))).automatic;
  };

  it.each<[sdk: string, dependencies: string[], found: object]>([
    ["@sentry/node", [], { console: true, fetch: true, http: true }],
    ["@sentry/react", ["react"], { console: "browser", fetch: "browser", xhr: "browser", history: "browser" }],
    ["@sentry/react-native", ["react"], { console: "browser", xhr: "browser" }],
    ["@sentry/deno", [], { console: true, fetch: true }],
    ["@sentry/nextjs", ["react"], { console: true, fetch: true, http: "server", xhr: "browser", history: "browser" }],
  ])("is what the SDK records by default: %s", async (sdk, dependencies, found) => {
    expect(await of(sdk, "{ dsn }", ...dependencies)).toEqual([found]);
  });

  it.each<[options: string, found: object]>([
    [
      '{ dsn, beforeBreadcrumb: (crumb) => (crumb.category === "http" ? null : crumb) }',
      { console: true, fetch: false, http: false },
    ],
    [
      '{ dsn, beforeBreadcrumb: (crumb) => (crumb.category === "console" ? null : crumb) }',
      { console: false, fetch: true, http: true },
    ],
    [
      "{ dsn, integrations: [Sentry.httpIntegration({ breadcrumbs: false })] }",
      { console: true, fetch: true, http: false },
    ],
    ["options", { console: false, fetch: false, http: false }],
  ])("is what the options keep: %s", async (options, found) => {
    expect(await of("@sentry/node", options)).toEqual([found]);
  });

  it("is nothing of other packages in the folder", async () => {
    const folder = scratch({
      "package.json": manifest("root", "@sentry/node"),
      "src/main.ts": SETUP("@sentry/node"),
      "packages/lib/package.json": manifest("lib"),
      "packages/lib/index.ts": "fetch(1);\n",
    });
    expect((await discover(folder)).automatic).toEqual([
      { console: true, fetch: true, http: true },
      { files: ["*/packages/lib/*"], console: false, fetch: false, http: false },
    ]);
  });
});
