import { surfaceOf } from "../../scripts/sdk-surface.js";
import { CALLS_OF_SCOPE, CALLS_OF_SDK, CALLS_OF_SPAN } from "../../src/detect/javascript/doors/calls.ts";
import { isLogMethod } from "../../src/sentry/levels.ts";

/** Why no door leads to what takes data of a program, by what the data are. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  "breadcrumbs, which have rules of their own": ["addBreadcrumb", "hub.addBreadcrumb", "scope.addBreadcrumb"],
  "what users write to be sent": ["captureFeedback"],
  "names and times of jobs": ["captureCheckIn", "client.captureCheckIn", "withMonitor"],
  "ids of sessions, events, traces and conversations": [
    "client.sendSession",
    "hub.startSession",
    "scope.setConversationId",
    "scope.setLastEventId",
    "scope.setPropagationContext",
    "scope.setRequestSession",
    "setConversationId",
    "startSession",
  ],
  "files, which are no text of a call": ["scope.addAttachment"],
  "parts of the SDK": [
    "client.captureAggregateMetrics",
    "client.emit",
    "client.eventFromException",
    "client.eventFromMessage",
    "client.getIntegration",
    "client.getIntegrationById",
    "client.getIntegrationByName",
    "client.on",
    "client.recordDroppedEvent",
    "client.sendEnvelope",
    "client.sendEvent",
    "hub.ensureHubOnCarrier",
    "hub.getHubFromCarrier",
    "hub.getIntegration",
    "hub.makeMain",
    "hub.runWithAsyncContext",
    "hub.setAsyncContextStrategy",
    "hub.setHubOnCarrier",
    "logAttributeToSerializedLogAttribute",
    "metrics.getMetricsAggregatorForClient",
    "scope.applyToEvent",
    "scope.removeAttribute",
    "scope.setLevel",
    "scope.setSDKProcessingMetadata",
    "span.addLink",
    "span.addLinks",
    "span.setStatus",
    "span.updateWithContext",
    "trace",
  ],
  // sentry-javascript, packages/core/src/tracing/sentrySpan.ts: `addEvent` keeps no attributes, `recordException` nothing.
  "what spans do not send": ["span.addEvent", "span.recordException"],
};

const EXCEPTED = new Set(Object.values(EXCEPTIONS).flat());

/** What of the public API of a package takes data of a program and has neither a row nor a reason for having none. */
export function unknownIn(folder: string): readonly string[] {
  return surfaceOf(folder).filter((name) => !EXCEPTED.has(name) && !hasRow(name));
}

function hasRow(path: string): boolean {
  const [, owner, method = ""] = /^(?:(\w+)\.)?(\w+)$/u.exec(path) ?? [];
  switch (owner) {
    case "logger":
      return isLogMethod(method);
    case "client":
    case "hub":
    case "scope":
      return CALLS_OF_SCOPE.has(method);
    case "span":
      return CALLS_OF_SPAN.has(method);
    default:
      return CALLS_OF_SDK.has(path);
  }
}

/** The reasons that name something which no release has. */
export function superfluousIn(folders: readonly string[]): readonly string[] {
  const all = new Set(folders.flatMap((folder) => surfaceOf(folder)));
  return [...EXCEPTED].filter((name) => !all.has(name));
}
