/** First words of functions that report events: `trackEvent`, `report_error`. */
const VERBS: ReadonlySet<string | undefined> = new Set([
  "audit",
  "capture",
  "log",
  "record",
  "report",
  "trace",
  "track",
]);

/** Words that say so wherever they stand: `sendToSentry`, `debugLog`. */
const NOUNS: ReadonlySet<string> = new Set(
  "analytics breadcrumb breadcrumbs crumb crumbs log logger logging logs sentry telemetry".split(" "),
);

/** Words that mean this alone; `handleError` and `showInfo` do something else. */
const LEVELS: ReadonlySet<string | undefined> = new Set("debug error event fatal info verbose warn warning".split(" "));

/** Whether a function's name says that it reports what happens: `trackEvent`, `sendToSentry`, `printToConsole`. */
export function isNamedForRecording(name: string): boolean {
  const words = wordsOf(name);
  const [first, ...others] = words;
  const isKnown = VERBS.has(first) || words.some((word) => NOUNS.has(word)) || words.join(" ").endsWith(" to console");
  return isKnown || (others.length === 0 && LEVELS.has(first));
}

/** Whether a function, by its name, is what a logger hands its texts to; a method of something of this name is not. */
export function isNamedForTransport(name: string): boolean {
  return name === "transport";
}

/** Methods by which loggers write. */
const LOGGING = /\.\s*(?:debug|error|fatal|info|trace|verbose|warn|warning)$/iu;

/** Whether a call writes to a log, by its callee as written: `log.info`, `this.warn`, `auditLog`; not `logIn`. */
export function isNamedForLogging(callee: string): boolean {
  return (
    LOGGING.test(callee) || /\b(?:logs|logger|logging|log(?! (?:in|off|on|out)\b))\b/u.test(wordsOf(callee).join(" "))
  );
}

/** An exported function or class that is named for logging, and a method that is named like a level. */
const DEFINES_LOGGER =
  /\bexport\s+(?:default\s+)?(?:async\s+)?(?:class|const|function|let)\s+(?:\w*Log(?![io])|log(?![io])|audit|report|trace|track)|(?<![.\w])(?:debug|info|log|verbose|warn|warning)\s*(?:[:=]\s*(?:\w+\s*=>|\(|function\b)|\([^()]*\)\s*(?::\s*[\w<>]+\s*)?\{)/u;

/** Whether a text may define a logger for other files. */
export function mayDefineLogger(text: string): boolean {
  return /\bexports?\b/u.test(text) && DEFINES_LOGGER.test(text);
}

/** Whether a function, by its name, is there for nothing else than to tell what happens: `log`, `track`. */
export function isRecorder(name: string): boolean {
  return VERBS.has(name);
}

/** Whether a function, by its name, is there for breadcrumbs. */
export function isNamedForBreadcrumbs(name: string): boolean {
  return /crumb/iu.test(name);
}

/** Whether a function of an SDK, by its name, sets something that stays: a tag, a user, a span. */
export function isNamedForSetting(name: string): boolean {
  return /^(?:add_?attachment|clear|configure|set|start|update)/iu.test(name);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/u)
    .filter((word) => word !== "");
}
