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

/**
 * Filters by which a program leaves out all below a level, whatever listens, where the source has the level:
 * `.with_max_level(Level::WARN)`, `.with(LevelFilter::WARN)`, `.with(EnvFilter::new("warn"))`; and those of the SDK's
 * own layer, `layer().with_filter(LevelFilter::WARN)` (tracing f40ccda, `tracing-subscriber/src/filter/level.rs`).
 */
const MAX_LEVEL =
  /(?:\.\s*with_max_level\s*\(\s*(?:\w+::)*|\.\s*with\s*\(\s*(?:\w+::)*LevelFilter::|\.\s*with\s*\(\s*(?:\w+::)*EnvFilter::new\(\s*"|(?:sentry_tracing|\btracing)::layer\(\)\s*\.\s*with_filter\s*\(\s*(?:\w+::)*LevelFilter::)(OFF|ERROR|WARN|INFO|DEBUG|TRACE)\b"?\s*\)/giu;

/** What the SDK makes of `tracing` by default (sentry-rust 0b21336, `sentry-tracing/src/layer/mod.rs:79-91`). */
const RECORDED_BY_DEFAULT: readonly string[] = ["error", "warn", "info"];

const COMMENT = /\/\/.*$/gmu;

/** The listeners that a file of Rust installs, as its text tells. */
export function listenersIn(text: string): readonly Listening[] {
  const code = text.replaceAll(COMMENT, "");
  return LISTENERS.flatMap(({ door, installed, filter }) => {
    if (!installed.test(code)) return [];
    const filters = [...code.matchAll(filter)].map(({ index, 0: { length } }) => code.slice(index + length));
    const [only, ...others] = filters.map((each) => levelsIn(door, each));
    const levels = others.length > 0 ? [] : only;
    const most = door === "tracing" ? mostIn(code) : undefined;
    return [{ door, levels: most === undefined ? levels : upTo(most, levels ?? RECORDED_BY_DEFAULT) }];
  });
}

/** The lowest level that a file's filters let pass; undefined where it has none. */
function mostIn(code: string): string | undefined {
  const { tracing } = LEVELS_BY_DOOR;
  const named = Array.from(code.matchAll(MAX_LEVEL), ([, level = ""]) => level.toLowerCase());
  return named.includes("off") ? "off" : tracing.find((level) => named.includes(level));
}

function upTo(most: string, levels: readonly string[]): readonly string[] {
  const { tracing } = LEVELS_BY_DOOR;
  const passing: readonly string[] = tracing.slice(0, tracing.findIndex((level) => level === most) + 1);
  return levels.filter((level) => passing.includes(level));
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

/** The name that macros have for a level: `warn` for slog's `Warning`. */
export function shortened(level: string): string {
  const name = level.toLowerCase();
  return SHORT[name] ?? name;
}
