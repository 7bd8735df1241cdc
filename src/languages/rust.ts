import { detectRust } from "../detect/detectors.ts";
import { hasSentryLogger, recordedByItself } from "../cargo.ts";
import { runsApart } from "../sentry/doors.ts";
import type { LanguageDefinition } from "./definition.ts";
import { rust as eslintLanguage } from "./rust/index.ts";
import type { RustSourceCode } from "./rust/source-code.ts";

/** Macros that several crates have under the same names. */
const EVENT_MACROS = ["info!", "warn!", "error!", "event!", "log!", "crit!", "debug!", "trace!"];

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
  doorWords: {
    logs: ["logger_"],
    events: ["capture_message", "set_user", "set_tag", "set_extra", "set_context"],
    setup: [],
  },
  runsApart,
  automaticDoors: {
    tracing: [...EVENT_MACROS, "instrument", "span!", "Span::current"],
    log: EVENT_MACROS,
    slog: EVENT_MACROS,
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
