import { detectJavaScript } from "../detect/detectors.ts";
import { MENTIONS } from "../detect/javascript/doors/calls.ts";
import { lacksModules } from "../detect/javascript/names/virtual-modules.ts";
import { sdkVersionOnDisk } from "../sdk-version.ts";
import { runsApart } from "../sentry/doors.ts";
import type { LanguageDefinition } from "./definition.ts";

/** The API behind a request differs by platform: React Native implements `fetch` with XMLHttpRequest. */
const mayRequest = (text: string): boolean => /fetch\(|axios|XMLHttpRequest/u.test(text);

/** Methods of routers and of the browser's history are what arrays and texts have, too. */
const mayNavigate = (text: string): boolean =>
  /\b(?:goto|navigate)/u.test(text) ||
  (/[hH]istory|[rR]outer/u.test(text) && /\b(?:push|replace)(?:State)?\b/u.test(text));

/** JavaScript and TypeScript, in the script blocks and templates of components, too. */
export const javascript = {
  name: "javascript",
  eslintName: "js/js",
  endings: ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "astro"],
  presets: { recommended: "recommended", strict: "strict" },
  words: ["addBreadcrumb", "captureBreadcrumb", "beforeBreadcrumb", "beforeSendBreadcrumb", "beforeAddBreadcrumb"],
  mentions: MENTIONS,
  logIntegrations: { consoleEvents: ["console"], consoleLogs: ["console"], pino: ["log", "pino"], winston: ["log"] },
  runsApart,
  automaticDoors: {
    console: (text) => text.includes("console"),
    fetch: mayRequest,
    http: mayRequest,
    xhr: mayRequest,
    history: mayNavigate,
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
