import { detectRust } from "../detect/detectors.ts";
import { hasSentryLogger, recordedByItself } from "../cargo.ts";
import { runsApart } from "../sentry/doors.ts";
import type { LanguageDefinition } from "./definition.ts";
import { rust as eslintLanguage } from "./rust/index.ts";
import type { RustSourceCode } from "./rust/source-code.ts";

/** Macros that several crates have under the same names. */
const EVENT_MACROS = /(?:info|warn|error|event|log|crit|debug|trace)!/u;

const EVENT_FUNCTIONS = /capture_message|set_(?:user|tag|extra|context)/u;

export const rust = {
  name: "rust",
  eslintName: "sentry-breadcrumbs/rust",
  eslintLanguage,
  // Our rules listen on a file's root, so that a file without breadcrumbs need not even be parsed.
  languageOptions: { traversal: "root" },
  endings: ["rs"],
  ignores: ["**/target/**"],
  presets: { recommended: "rust", strict: "rust-strict" },
  words: ["add_breadcrumb", "before_breadcrumb"],
  mentions: {
    logs: (text) => text.includes("logger_"),
    events: (text) => EVENT_FUNCTIONS.test(text),
    setup: () => false,
  },
  runsApart,
  automaticDoors: {
    tracing: (text) => EVENT_MACROS.test(text) || /instrument|span!|Span::current/u.test(text),
    log: (text) => EVENT_MACROS.test(text),
    slog: (text) => EVENT_MACROS.test(text),
  },
  recordsByItself: recordedByItself,
  root: "SourceFile",
  lineEnd: /\n/gu,
  logger: {
    name: "`sentry::logger_info!`",
    // sentry-rust, `CHANGELOG.md`
    needs: ["logs need version 0.39 of the crate with its feature `logs`"],
  },
  hasLogger: hasSentryLogger,
  detect: (sourceCode, settings) => detectRust(sourceCode as unknown as RustSourceCode, settings),
} as const satisfies LanguageDefinition;
