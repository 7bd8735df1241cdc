import { detectJavaScript } from "../detect/detectors.ts";
import { lacksModules } from "../detect/javascript/names/virtual-modules.ts";
import { sdkVersionOnDisk } from "../sdk-version.ts";
import { runsApart } from "../sentry/doors.ts";
import type { LanguageDefinition } from "./definition.ts";

/** The API behind a request differs by platform: React Native implements `fetch` with XMLHttpRequest. */
const REQUESTS = ["fetch(", "axios", "XMLHttpRequest"];

/** JavaScript and TypeScript, in the script blocks and templates of components, too. */
export const javascript = {
  name: "javascript",
  eslintName: "js/js",
  endings: ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "astro"],
  presets: { recommended: "recommended", strict: "strict" },
  words: ["addBreadcrumb", "captureBreadcrumb", "beforeBreadcrumb", "beforeSendBreadcrumb", "beforeAddBreadcrumb"],
  doorWords: {
    logs: ["logger", "pinoIntegration", "createSentryWinstonTransport", "consoleLoggingIntegration"],
    events: [
      "capture",
      "CaptureConsole",
      "initialScope",
      "setUser",
      "setTag",
      "setExtra",
      "setContext",
      "Span",
      "setAttribute",
      "metrics",
      "setFingerprint",
      "setTransactionName",
      "startTransaction",
      "update",
    ],
    setup: ["init", "beforeBreadcrumb"],
  },
  logIntegrations: { consoleEvents: ["console"], consoleLogs: ["console"], pino: ["log", "pino"], winston: ["log"] },
  runsApart,
  automaticDoors: {
    console: ["console"],
    fetch: REQUESTS,
    http: REQUESTS,
    xhr: REQUESTS,
    history: [".push(", ".replace(", "State(", "navigate", "goto("],
  },
  root: "Program",
  lineEnd: /\r\n|[\n\r\u2028\u2029]/gu,
  recordingSdks: /^sentry-(?:javascript|electron|react-native)/u,
  cutsData: true,
  logger: { name: "`Sentry.logger`", needs: [] },
  sdkVersionOf: sdkVersionOnDisk,
  lacksModules,
  detect: detectJavaScript,
} as const satisfies LanguageDefinition;
