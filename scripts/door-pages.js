// Writes site/ways: a page for each way by which data reaches Sentry beside breadcrumbs that are recorded by hand, from the
// tables of the detectors and from what the rules report of a sample. With --check it writes nothing and fails when a
// page is stale.
import { plugin } from "./built-plugin.js";
import { writeGenerated } from "./generated.js";
import { lintOptionsOf } from "./samples.js";

/** @import * as Calls from "../src/detect/javascript/doors/calls.ts" */
/** @import * as Console from "../src/sentry/console.ts" */
/** @import * as Doors from "../src/sentry/doors.ts" */
/** @import * as Integrations from "../src/sentry/integrations.ts" */
/** @import * as Levels from "../src/sentry/levels.ts" */
/** @import * as Browser from "../src/cli/browser.ts" */
/** @import { Door, Integration } from "../src/breadcrumb/index.ts" */

const built = async (/** @type {string} */ path) => import(new URL(`../dist/${path}`, import.meta.url).href);

/** @type {typeof Calls} */
const { CALLS_OF_SCOPE, CALLS_OF_SDK, CALLS_OF_SPAN } = await built("src/detect/javascript/doors/calls.js");
/** @type {typeof Console} */
const { CONSOLE_METHODS } = await built("src/sentry/console.js");
/** @type {typeof Doors} */
const { destinationOf } = await built("src/sentry/doors.js");
/** @type {typeof Integrations} */
const { namesOfIntegration, platformOf } = await built("src/sentry/integrations.js");
/** @type {typeof Levels} */
const { LOG_METHODS } = await built("src/sentry/levels.js");
/** @type {typeof Browser} */
const { lint } = await built("command/browser.js");

/**
 * @typedef {object} Way
 * @property {string} title
 * @property {readonly string[]} calls as code
 * @property {string} becomes what Sentry receives, in whole sentences
 * @property {string} facts the names of the facts behind it
 * @property {"ts" | "rust"} language
 * @property {string} sample
 * @property {Readonly<Record<string, unknown>>} [settings] by which the sample's calls count
 * @property {Integration} [integration] what records it by default
 * @property {Door} [door] of which it is one of several ways; by default, it is named for its door
 */

const NODE = 'import * as Sentry from "@sentry/node";\n\n';
const BROWSER = 'import * as Sentry from "@sentry/browser";\n\n';

/** Where an SDK runs, with one of the SDKs for it. */
const PLATFORMS = {
  "Browsers and their frameworks": "@sentry/browser",
  "Node.js, Bun and serverless functions": "@sentry/node",
  Deno: "@sentry/deno",
  Electron: "@sentry/electron",
  "Cloudflare and Vercel Edge": "@sentry/cloudflare",
  "React Native": "@sentry/react-native",
};

const REQUEST =
  "A breadcrumb with the address, without bodies and headers. In browsers, `data.url` includes the query; from version 11 on, the " +
  'query is in `data["url.query"]`. On servers, the query is in `data["http.query"]`, or in `data["url.query"]` from 11 on.';

/** The calls of the SDK by which data gets into a part of events, spans or metrics. */
const callsThrough = (/** @type {Door} */ door) => {
  const rows = /** @type {const} */ ([
    ["Sentry", CALLS_OF_SDK],
    ["scope", CALLS_OF_SCOPE],
    ["span", CALLS_OF_SPAN],
  ]);
  return rows.flatMap(([receiver, calls]) =>
    [...calls].flatMap(([name, call]) => (call.door === door ? [`${receiver}.${name}`] : [])),
  );
};

/**
 * @param {Door} door
 * @param {string} title
 * @param {string} becomes
 * @param {string} statement
 * @returns {Way}
 */
const ofEvents = (door, title, becomes, statement) => ({
  title,
  calls: callsThrough(door),
  becomes,
  facts: "unmasked",
  language: "ts",
  sample: `${NODE}${statement}\n`,
});

/** @type {Readonly<Partial<Record<Door | "loggers", Way>>>} */
const WAYS = {
  console: {
    title: "The console",
    calls: [...CONSOLE_METHODS].map((method) => `console.${method}`),
    becomes:
      "A breadcrumb of the category `console`: the arguments as a string in `message`, and unchanged in `data.arguments`. An object " +
      "arrives with its content.",
    facts: "console-recorded, console-recorded-older, console-methods",
    language: "ts",
    sample: `${NODE}console.info("Signed in", user.email);\nconsole.error({ password });\n`,
    integration: "console",
  },
  loggers: {
    title: "Your own loggers",
    calls: ["logger.info", "log", "new Logger().warn"],
    becomes:
      "What the console or `Sentry.logger` makes of what your function passes on to it: a breadcrumb of the category `console`, or a log. " +
      "A finding is at the call of your function. [Which functions count](/docs/rules/no-pii-in-automatic-breadcrumbs#your-own-loggers) " +
      "depends on their bodies.",
    facts: "console-recorded, console-recorded-older, console-methods",
    language: "ts",
    sample: `${NODE}const logger = {\n  info(text: string, data?: object) {\n    console.info("[shop]", text, data);\n  },\n};\nlogger.info("Signed in", { email: user.email });\n`,
    door: "console",
  },
  fetch: {
    title: "Requests by fetch",
    calls: ["fetch"],
    becomes: REQUEST,
    facts: "browser-fetch, request-http-query, request-url-query",
    language: "ts",
    sample: `${NODE}await fetch(\`/api/reset?email=\${user.email}\`);\n`,
    integration: "fetch",
  },
  http: {
    title: "Requests on servers",
    calls: ["axios.get", "axios.post"],
    becomes: REQUEST,
    facts: "request-http-query, request-url-query",
    language: "ts",
    sample: `import axios from "axios";\n${NODE}await axios.get("/api/reset", { params: { email: user.email } });\n`,
    integration: "http",
  },
  xhr: {
    title: "Requests by XMLHttpRequest",
    calls: ["XMLHttpRequest.open", "axios.get", "axios.post"],
    becomes: REQUEST,
    facts: "browser-fetch",
    language: "ts",
    sample: `${BROWSER}const request = new XMLHttpRequest();\nrequest.open("GET", \`/api/reset?email=\${user.email}\`);\n`,
    integration: "xhr",
  },
  history: {
    title: "Navigation",
    calls: ["history.pushState", "history.replaceState", "router.push", "router.replace", "navigate"],
    becomes: "A breadcrumb of the category `navigation`, with the target and its query in `data.to`.",
    facts: "browser-fetch",
    language: "ts",
    sample: `${BROWSER}history.pushState({}, "", \`/reset?email=\${user.email}\`);\n`,
    integration: "history",
  },
  tracing: {
    title: "Rust: tracing",
    calls: [
      "tracing::info!",
      "tracing::warn!",
      "tracing::error!",
      "tracing::event!",
      "tracing::info_span!",
      "#[instrument]",
    ],
    becomes:
      "`info!` and `warn!` become breadcrumbs: the message, the fields in `data`, the target as category. `error!` becomes an event. Spans " +
      "arrive with their fields. With the feature `logs`, events from `info!` on are also logs.",
    facts: "rust-tracing, rust-logs",
    language: "rust",
    sample: 'use tracing::info;\n\nfn signed_in(user: &User) {\n    info!(email = %user.email, "signed in");\n}\n',
    settings: { integrations: { tracing: true } },
  },
  log: {
    title: "Rust: log",
    calls: ["log::info!", "log::warn!", "log::error!", "log::log!"],
    becomes: "`info!` and `warn!` become breadcrumbs, with key-values in `data`. `error!` becomes an event.",
    facts: "rust-log",
    language: "rust",
    sample: 'fn signed_in(user: &User) {\n    log::info!("signed in {}", user.email);\n}\n',
    settings: { integrations: { log: true } },
  },
  slog: {
    title: "Rust: slog",
    calls: ["slog::info!", "slog::debug!", "slog::trace!", "slog::warn!", "slog::error!", "slog::crit!", "slog::log!"],
    becomes: "`info!`, `debug!` and `trace!` become breadcrumbs. `warn!`, `error!` and `crit!` become events.",
    facts: "rust-slog",
    language: "rust",
    sample:
      'fn signed_in(log: &slog::Logger, user: &User) {\n    slog::info!(log, "signed in"; "email" => &user.email);\n}\n',
    settings: { integrations: { slog: true } },
  },
  logger: {
    title: "Sentry's logs",
    calls: [...LOG_METHODS].map((method) => `Sentry.logger.${method}`).concat("sentry::logger_info!"),
    becomes: "A log, whose text and attributes Sentry stores and indexes.",
    facts: "log-fieldless",
    language: "ts",
    sample: `${NODE}Sentry.logger.info(\`Mail sent to \${user.email}\`);\n`,
  },
  forwarded: {
    title: "Logs of pino, winston and the console",
    calls: ["pinoIntegration", "createSentryWinstonTransport", "consoleLoggingIntegration"],
    becomes: "A log of Sentry's, of each log that the program writes with the library.",
    facts: "log-fieldless",
    language: "ts",
    sample: `import pino from "pino";\n${NODE}Sentry.init({ dsn, enableLogs: true, integrations: [Sentry.pinoIntegration()] });\nconst logger = pino();\nlogger.info("Signed in %s", user.email);\n`,
  },
  captured: {
    title: "Events of the console",
    calls: ["captureConsoleIntegration"],
    becomes: "An event of what the program writes to the console, beside the breadcrumb.",
    facts: "unmasked",
    language: "ts",
    sample: `${NODE}Sentry.init({ dsn, integrations: [Sentry.captureConsoleIntegration()] });\nconsole.error("Not signed in", user.email);\n`,
  },
  user: ofEvents("user", "The user", "The user of all events that follow.", "Sentry.setUser({ contact: user.email });"),
  context: ofEvents(
    "context",
    "Contexts",
    "A context of all events that follow.",
    'Sentry.setContext("order", { mail: user.email });',
  ),
  tag: ofEvents(
    "tag",
    "Tags",
    "Tags of all events that follow, by which events can be searched.",
    'Sentry.setTag("customer", user.email);',
  ),
  extra: ofEvents(
    "extra",
    "Extra data",
    "Extra data of all events that follow.",
    'Sentry.setExtra("customer", user.email);',
  ),
  attribute: ofEvents(
    "attribute",
    "Attributes",
    "Attributes of all logs and metrics that follow.",
    "Sentry.setAttributes({ customer: user.email });",
  ),
  message: ofEvents(
    "message",
    "Messages",
    "An event with this string as its message, transaction or part of its fingerprint.",
    "Sentry.captureMessage(user.email);",
  ),
  exception: ofEvents(
    "exception",
    "Exceptions",
    "An event with the error and what is passed beside it.",
    "Sentry.captureException(error, { extra: { customer: user.email } });",
  ),
  span: ofEvents(
    "span",
    "Spans",
    "A span with its name and attributes.",
    'Sentry.startSpan({ name: "order", attributes: { customer: user.email } }, order);',
  ),
  metric: ofEvents(
    "metric",
    "Metrics",
    "A metric with its attributes.",
    'Sentry.metrics.count("orders", 1, { attributes: { customer: user.email } });',
  ),
};

/** Rules that check what an SDK records automatically, too, if an option says so. */
const WITH_OPTION = Object.entries(plugin.rules ?? {}).flatMap(([name, rule]) => {
  const [options] = /** @type {readonly object[]} */ (rule.meta?.defaultOptions ?? []);
  return options !== undefined && "automatic" in options ? [name] : [];
});
const OF_TEXT = /** @type {readonly (string | undefined)[]} */ (["console", "tracing", "log", "slog"]);

const link = (/** @type {string} */ rule) => `[${rule}](/docs/rules/${rule})`;
const code = (/** @type {string} */ text) => `\`${text}\``;

/**
 * @param {string} name
 * @param {Way} way
 */
function pageOf(
  name,
  { title, calls, becomes, facts, language, sample, settings, integration, door = /** @type {Door} */ (name) },
) {
  const rule = ruleFor(sample, language, settings);
  const others = OF_TEXT.includes(name) ? WITH_OPTION : [];
  const head = [language, "incorrect", `rule=${rule}`, ...(settings ? [`settings=${JSON.stringify(settings)}`] : [])];
  const parts = [
    "<!-- Written by scripts/door-pages.js. -->",
    `# ${title}`,
    "## How it is called",
    calls.map(code).join(", "),
    "## What it becomes",
    becomes,
    `It arrives in ${destinationOf(door)}. The evidence is on [the page of facts](/docs/facts).`,
    `<!-- facts: ${facts} -->`,
    ...(integration === undefined ? [] : recordedBy(integration)),
    "## Which rules check it",
    `${link(rule)} reports personal data and secrets.`,
    ...(others.length === 0 ? [] : [`With the option \`automatic\`, ${others.map(link).join(", ")} check it, too.`]),
    `\`\`\`${head.join(" ")}\n${sample}\`\`\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

/**
 * @param {Integration} integration
 * @returns {readonly string[]}
 */
function recordedBy(integration) {
  const rows = Object.entries(PLATFORMS).map(([name, sdk]) => {
    const platform = platformOf(sdk);
    const since = platform?.since?.get(integration);
    const records = platform?.integrations.has(integration) === true;
    return `| ${name} | ${!records ? "no" : since === undefined ? "yes" : `from version ${since} on`} |`;
  });
  const names = namesOfIntegration(integration).map(code);
  return [
    "## Which SDKs record it",
    `Unless the program says otherwise, by the ${names.length === 1 ? "integration" : "integrations"} ${names.join(" and ")}:`,
    ["| SDK for | Records it |", "| :-- | :-- |", ...rows].join("\n"),
    "If yours does not, [the setting `integrations`](/docs/settings#integrations) says so.",
  ];
}

/**
 * The rule on personal data that reports a sample.
 * @param {string} sample
 * @param {string} language
 * @param {Readonly<Record<string, unknown>>} [settings]
 * @throws Error where none does
 */
function ruleFor(sample, language, settings) {
  const names = Object.keys(plugin.rules ?? {}).filter((name) => name.startsWith("no-pii"));
  const found = names.find((rule) => {
    const messages = lint(sample, lintOptionsOf({ language, rule, options: undefined, settings }));
    return messages.some(({ ruleId }) => ruleId === `sentry-breadcrumbs/${rule}`);
  });
  if (found === undefined) throw new Error(`No rule reports\n${sample}`);
  return found;
}

for (const [name, way] of Object.entries(WAYS)) writeGenerated(`site/ways/${name}.md`, pageOf(name, way));

const rows = Object.entries(WAYS).map(([name, { title, language, sample, settings, door = name }]) => {
  const arrives = destinationOf(/** @type {Door} */ (door));
  return `| [${title}](/ways/${name}) | ${arrives} | ${link(ruleFor(sample, language, settings))} |`;
});
writeGenerated(
  "site/ways/index.md",
  `<!-- Written by scripts/door-pages.js. -->

# Ways to Sentry

Breadcrumbs that code records by hand are one way by which data reaches Sentry. These are the others, with a page each.

| Way | Where it arrives | Rule |
| :-- | :-- | :-- |
${rows.join("\n")}
`,
);
