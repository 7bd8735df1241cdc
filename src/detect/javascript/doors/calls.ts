import type { DoorCall } from "../../door-calls.ts";
import type { LogIntegration } from "../../../breadcrumb/index.ts";
import { LOG_METHODS } from "../../../sentry/levels.ts";
import { LOG_INTEGRATION_MAKERS } from "../../../sentry/log-integrations.ts";

/** A call of an SDK's export, and of a method of what the SDK hands out: a scope, a hub, a client, a span. */
const EVENT_CALLS: readonly (readonly [name: string, call: DoorCall])[] = [
  ["setUser", { door: "user", parts: ["user"] }],
  ["setContext", { door: "context", parts: ["_", "context"] }],
  ["setTag", { door: "tag", parts: ["key", "tag"] }],
  ["setTags", { door: "tag", parts: ["tags"] }],
  ["setExtra", { door: "extra", parts: ["key", "extra"] }],
  ["setExtras", { door: "extra", parts: ["extra"] }],
  ["setAttribute", { door: "attribute", parts: ["key", "attribute"] }],
  ["setAttributes", { door: "attribute", parts: ["attributes"] }],
  ["captureMessage", { door: "message", parts: ["message", "context"] }],
  ["captureException", { door: "exception", parts: ["exception", "context"] }],
  ["captureEvent", { door: "message", parts: ["event"] }],
];

const METRIC: DoorCall = { door: "metric", parts: ["_", "_", "options"] };
const SPAN: DoorCall = { door: "span", parts: ["options"] };

/**
 * The exports of the SDKs that take data of the program, by the path below the SDK. Sources: the type declarations of
 * `@sentry/core` 7 to 11 (`exports.d.ts`, `logs/public-api.d.ts`, `metrics/public-api.d.ts`, `tracing/trace.d.ts`).
 */
export const CALLS_OF_SDK: ReadonlyMap<string, DoorCall> = new Map([
  ...EVENT_CALLS,
  ["updateSpanName", { door: "span", parts: ["_", "name"] }],
  ["startSpan", SPAN],
  ["startSpanManual", SPAN],
  ["startInactiveSpan", SPAN],
  ["startTransaction", SPAN],
  ["metrics.count", METRIC],
  ["metrics.gauge", METRIC],
  ["metrics.distribution", METRIC],
  ["metrics.increment", METRIC],
  ["metrics.set", METRIC],
  ["metrics.timing", METRIC],
]);

/** The arguments of every member of `Sentry.logger`; some members do not exist. */
export const LOG_CALL: DoorCall = { door: "logger", parts: ["message", "attributes"] };

/** Members of the SDK's logger that write no log. */
export const NO_LOG: ReadonlySet<string> = new Set(["fmt"]);

/** Methods of scopes, hubs and clients. */
export const CALLS_OF_SCOPE: ReadonlyMap<string, DoorCall> = new Map([
  ...EVENT_CALLS,
  ["setFingerprint", { door: "message", parts: ["fingerprint"] }],
  ["setTransactionName", { door: "message", parts: ["name"] }],
  ["startTransaction", SPAN],
  ["update", { door: "context", parts: ["context"] }],
]);

/** Methods of spans (`@sentry/core`, `types-hoist/span.d.ts`). */
export const CALLS_OF_SPAN: ReadonlyMap<string, DoorCall> = new Map([
  ["setAttribute", { door: "span", parts: ["key", "attribute"] }],
  ["setAttributes", { door: "span", parts: ["attributes"] }],
  ["updateName", { door: "span", parts: ["name"] }],
  // Versions 7 and before.
  ["setData", { door: "span", parts: ["key", "attribute"] }],
  ["setName", { door: "span", parts: ["name"] }],
  ["setTag", { door: "span", parts: ["key", "attribute"] }],
  ["startChild", SPAN],
]);

/** The names that a file must mention for one of these calls. */
export const DOOR_NAMES: ReadonlySet<string | undefined> = new Set([
  ...[...CALLS_OF_SDK.keys(), ...CALLS_OF_SCOPE.keys(), ...CALLS_OF_SPAN.keys()].map((path) => path.split(".").at(-1)),
  ...LOG_METHODS,
]);

/** Names of which a file mentions one where it sends parts of events, beside those of what a span has. */
const NAMES_EVENTS = anyOf([
  ...[...CALLS_OF_SDK.keys()].map((path) => path.replace(/\..*/u, "")),
  ...CALLS_OF_SCOPE.keys(),
  ...makersOf("consoleEvents"),
  "initialScope",
]);
const NAMES_SPANS = anyOf([...CALLS_OF_SPAN.keys()]);

const NAMES_LOGS = anyOf(["logger", ...makersOf("consoleLogs", "pino", "winston")]);
const NAMES_SETUP = anyOf(["init", "beforeBreadcrumb"]);

/** Whether a text that names an SDK may use it for what rules check besides breadcrumbs. */
export const MENTIONS = {
  logs: (text: string) => NAMES_LOGS.test(text),
  // `setName` and `setData` are what much else has, too.
  events: (text: string) => NAMES_EVENTS.test(text) || (text.includes("Span") && NAMES_SPANS.test(text)),
  setup: (text: string) => NAMES_SETUP.test(text),
};

function makersOf(...integrations: readonly LogIntegration[]): readonly string[] {
  return [...LOG_INTEGRATION_MAKERS].flatMap(([name, { integration }]) =>
    name !== undefined && integrations.includes(integration) ? [name] : [],
  );
}

/** Finds one of some names as a whole. */
function anyOf(names: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${names.join("|")})\\b`, "u");
}
