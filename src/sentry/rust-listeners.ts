import { LEVELS_BY_DOOR } from "./doors.ts";

/** The doors of Rust's crates. */
type RustDoor = "tracing" | "log" | "slog";

/**
 * What makes the SDK listen to a crate, and by which methods a program says what becomes of each level (sentry-rust
 * 0b21336, `sentry-tracing/src/layer/mod.rs:122-141`, `sentry-log/src/logger.rs:105-148`,
 * `sentry-slog/src/drain.rs:54-93`).
 */
const LISTENERS: readonly { readonly door: RustDoor; readonly installed: RegExp; readonly filter: RegExp }[] = [
  {
    door: "tracing",
    installed: /\bsentry_tracing\b|\bintegrations\s*::\s*tracing\b|\bSentryLayer\b/u,
    filter: /\.\s*event_(?:filter|mapper)\s*\(/gu,
  },
  {
    door: "log",
    installed: /\bsentry_log\b|\bintegrations\s*::\s*log\b|\bSentryLogger\b/u,
    filter: /\.\s*(?:filter|mapper)\s*\(/gu,
  },
  {
    door: "slog",
    installed: /\bsentry_slog\b|\bintegrations\s*::\s*slog\b|\bSentryDrain\b/u,
    filter: /\.\s*(?:filter|mapper)\s*\(/gu,
  },
];

/** What a file that installs a listener says of the levels that it records. */
export interface Listening {
  readonly door: RustDoor;
  /** The SDK's own, where it says nothing; none, where what it says is not plain. */
  readonly levels: readonly string[] | undefined;
}

/** `&Level::ERROR | &Level::WARN => EventFilter::Breadcrumb,` */
const ARM =
  /((?:&?\s*(?:\w+::)*(?:ERROR|WARN|INFO|DEBUG|TRACE|Error|Warn|Info|Debug|Trace|Critical|Warning)\s*\|?\s*)+|_\s*)=>\s*(\{?\s*(?:\w+::)*(?:Ignore|Breadcrumb|Event|Exception|Log)(?:\s*\|\s*(?:\w+::)*\w+)*\s*\}?)\s*,?/gu;
const LEVEL = /\b(?:Critical|Error|Warning|Warn|Info|Debug|Trace)\b/giu;

/** The names that macros have for levels of slog. */
const SHORT: Readonly<Record<string, string>> = { critical: "crit", warning: "warn" };

const COMMENT = /\/\/.*$/gmu;

/** The listeners that a file of Rust installs, as its text tells. */
export function listenersIn(text: string): readonly Listening[] {
  const code = text.replaceAll(COMMENT, "");
  return LISTENERS.flatMap(({ door, installed, filter }) => {
    if (!installed.test(code)) return [];
    const filters = [...code.matchAll(filter)].map(({ index, 0: { length } }) => code.slice(index + length));
    const [only, ...others] = filters.map((each) => levelsIn(door, each));
    return [{ door, levels: others.length > 0 ? [] : only }];
  });
}

/** The levels that a closure of a filter does not ignore; none where it is more than a choice by the level. */
function levelsIn(door: RustDoor, text: string): readonly string[] {
  const [, body] =
    /^\s*(?:move\s*)?\|[^|]*\|\s*(?:\{\s*)?match\s+[^{]*\blevel\b[^{]*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/u.exec(text) ??
    [];
  if (body?.replaceAll(ARM, "").trim() !== "") return [];
  const actions = new Map<string, string>();
  for (const [, levels = "", action = ""] of body.matchAll(ARM)) {
    const named = levels.trim() === "_" ? LEVELS_BY_DOOR[door] : (levels.match(LEVEL) ?? []).map(shortened);
    for (const level of named) if (!actions.has(level)) actions.set(level, action);
  }
  return LEVELS_BY_DOOR[door].filter((level) => actions.get(level)?.includes("Ignore") === false);
}

function shortened(level: string): string {
  const name = level.toLowerCase();
  return SHORT[name] ?? name;
}
