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
  /** The same of the spans of `tracing`. */
  readonly spans?: readonly string[] | undefined;
}

const SPAN_FILTER = /\.\s*span_filter\s*\(/gu;

/** The SDK's own filters, by which nothing is said. */
const DEFAULT_FILTER = /^(?:\w+::)*default_(?:event_filter|span_filter|filter)$/u;

/** `EventFilter::Event | EventFilter::Log`, or whether a span is taken. */
const OUTCOME = String.raw`(?:true|false|(?:\w+::)*(?:Ignore|Breadcrumb|Event|Exception|Log)(?:\s*\|\s*(?:\w+::)*\w+)*)`;
const NAMED = String.raw`[&*]?\s*(?:\w+::)*(?:ERROR|WARN|INFO|DEBUG|TRACE|Error|Warn|Info|Debug|Trace|Critical|Warning)`;

/** `&Level::ERROR | &Level::WARN => EventFilter::Breadcrumb,` */
const ARM = new RegExp(
  String.raw`(${NAMED}(?:\s*\|\s*${NAMED})*|_)\s*=>\s*(?:\{\s*)?(${OUTCOME})(?:\s*\})?\s*,?`,
  "gu",
);
const CONSTANT = new RegExp(`^${OUTCOME}$`, "u");
const MATCH = /^match\s+[^{]*\blevel\b[^{]*\{([^]*)\}$/u;
const MATCHES = new RegExp(
  String.raw`^(!?)\s*matches!\s*\([^,]*\blevel\b[^,]*,\s*(${NAMED}(?:\s*\|\s*${NAMED})*)\s*,?\s*\)$`,
  "u",
);
const ASKED = String.raw`[&*(]*\w+\s*\.\s*level\(\)\)?`;
const COMPARISON = "(==|!=|<=|>=|<|>)";
const COMPARED = new RegExp(String.raw`^${ASKED}\s*${COMPARISON}\s*(${NAMED})$`, "u");
const COMPARED_WITH = new RegExp(String.raw`^(${NAMED})\s*${COMPARISON}\s*${ASKED}$`, "u");
const CHOSEN = /^if\s+([^{]*)\{([^{}]*)\}\s*else\s*\{([^{}]*)\}$/u;
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

/** What the SDK takes of `tracing` by default (sentry-rust 0b21336, `sentry-tracing/src/layer/mod.rs:79-102`). */
const TAKEN_BY_DEFAULT: readonly string[] = ["error", "warn", "info"];

const COMMENT = /\/\/.*$/gmu;

/** The listeners that a file of Rust installs, as its text tells. */
export function listenersIn(text: string): readonly Listening[] {
  const code = text.replaceAll(COMMENT, "");
  return LISTENERS.flatMap(({ door, installed, filter }): readonly Listening[] => {
    if (!installed.test(code)) return [];
    const levels = levelsBy(code, filter, door);
    if (door !== "tracing") return [{ door, levels }];
    return [{ door, levels: passing(code, levels), spans: passing(code, levelsBy(code, SPAN_FILTER, door)) }];
  });
}

/** A function, by its name, up to its body. */
const FUNCTION = /\bfn\s+(\w+)[^;{]*\{/gu;

/** The functions of a file that install a listener or make one, by their names, and those that call them. */
export function installersIn(text: string): readonly string[] {
  const code = text.replaceAll(COMMENT, "");
  const bodies = Array.from(code.matchAll(FUNCTION), ({ 0: head, 1: name = "", index }) => {
    return { name, body: head + upToClosing(code, index + head.length) };
  });
  const isInstalling = (body: string): boolean => LISTENERS.some(({ installed }) => installed.test(body));
  const found = new Set(bodies.flatMap(({ name, body }) => (isInstalling(body) ? [name] : [])));
  for (const name of found)
    for (const other of bodies) if (new RegExp(`\\b${name}\\(`, "u").test(other.body)) found.add(other.name);
  return [...found];
}

/** The levels that pass a kind of filters; undefined where a file has none, none where it has several. */
function levelsBy(code: string, filter: RegExp, door: RustDoor): readonly string[] | undefined {
  const [only, ...others] = Array.from(code.matchAll(filter), ({ index, 0: { length } }) => index + length);
  if (only === undefined) return undefined;
  if (others.length > 0) return [];
  const given = upToClosing(code, only);
  if (DEFAULT_FILTER.test(given)) return undefined;
  const body = bodyOf(given, code);
  return LEVELS_BY_DOOR[door].filter((level) => {
    const outcome = outcomeOf(body, door, level);
    return outcome !== undefined && outcome !== "false" && !outcome.includes("Ignore");
  });
}

/** What a closure does, or a function of the file by its name. */
function bodyOf(given: string, code: string): string {
  const [closure] = /^(?:move\s*)?\|[^|]*\|/u.exec(given) ?? [];
  if (closure !== undefined) return given.slice(closure.length);
  const at = /^\w+$/u.test(given) ? new RegExp(`\\bfn\\s+${given}\\s*\\([^{]*\\{`, "u").exec(code) : null;
  return at === null ? "" : upToClosing(code, at.index + at[0].length);
}

/** A text from a place to the bracket that closes what is open there. */
function upToClosing(code: string, start: number): string {
  let open = 1;
  let end = start;
  for (; end < code.length; end++) {
    const character = code.charAt(end);
    if ("([{".includes(character)) open++;
    if (")]}".includes(character) && --open === 0) break;
  }
  return code.slice(start, end).trim().replace(/,$/u, "");
}

/** What a filter makes of a level; undefined where it asks more than the level. */
function outcomeOf(text: string, door: RustDoor, level: string): string | undefined {
  const body = text
    .trim()
    .replace(/^\{([^]*)\}$/u, "$1")
    .replaceAll(/^\s*return\b|;\s*$/gu, "")
    .trim();
  if (CONSTANT.test(body)) return body;
  const [, not, pattern] = MATCHES.exec(body) ?? [];
  if (pattern !== undefined) return String(levelsNamed(pattern, door).includes(level) === (not === ""));
  const compared = comparedWith(body, door, level);
  if (compared !== undefined) return compared;
  const [, test, then, otherwise] = CHOSEN.exec(body) ?? [];
  if (test !== undefined && then !== undefined && otherwise !== undefined) {
    const holds = outcomeOf(test, door, level);
    return holds && outcomeOf(holds === "true" ? then : otherwise, door, level);
  }
  if (!/^(?:if|match)\b/u.test(body)) return combined(body, door, level);
  const [, arms] = MATCH.exec(body) ?? [];
  if (arms?.replaceAll(ARM, "").trim() !== "") return undefined;
  return Array.from(arms.matchAll(ARM)).find(([, levels = ""]) => levelsNamed(levels, door).includes(level))?.[2];
}

/** The outcome of a comparison of the level with a constant, to either side. */
function comparedWith(body: string, door: RustDoor, level: string): string | undefined {
  const order = LEVELS_BY_DOOR[door];
  const [, operator = "", limit] = COMPARED.exec(body) ?? [];
  if (limit !== undefined) return isCompared(order, level, operator, levelsNamed(limit, door)[0]);
  const [, bound, turned = ""] = COMPARED_WITH.exec(body) ?? [];
  return bound === undefined ? undefined : isCompared(order, level, swapped(turned), levelsNamed(bound, door)[0]);
}

/** What operators make of conditions: `a || b`, `a && b`, `!(a)`, `(a)`. */
function combined(body: string, door: RustDoor, level: string): string | undefined {
  for (const [operator, decisive, other] of OPERATORS) {
    const operands = operandsOf(body, operator);
    if (operands.length === 1) continue;
    const outcomes = operands.map((operand) => outcomeOf(operand, door, level));
    if (outcomes.includes(decisive)) return decisive;
    return outcomes.every((outcome) => outcome === other) ? other : undefined;
  }
  const [open, not] = /^(!?)\s*\(/u.exec(body) ?? [];
  if (open === undefined || !body.endsWith(")")) return undefined;
  const outcome = outcomeOf(body.slice(open.length, -1), door, level);
  if (not === "" || outcome === undefined) return outcome;
  return outcome === "true" ? "false" : "true";
}

/** The operators from the one that binds least on, with the outcome of one operand that decides, and the other one. */
const OPERATORS = [
  ["||", "true", "false"],
  ["&&", "false", "true"],
] as const;

/** The operands of an operator, as far as it stands in no brackets. */
function operandsOf(body: string, operator: string): readonly string[] {
  const operands: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < body.length; index++) {
    const character = body.charAt(index);
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (depth === 0 && body.startsWith(operator, index)) {
      operands.push(body.slice(start, index));
      start = index + operator.length;
      index = start - 1;
    }
  }
  return [...operands, body.slice(start)];
}

/** The operator for the operands the other way round. */
function swapped(operator: string): string {
  return operator.replace(/[<>]/u, (sign) => (sign === "<" ? ">" : "<"));
}

/** `level <= Level::WARN`: what is more severe is less. */
function isCompared(order: readonly string[], level: string, operator: string, limit = ""): string {
  const difference = order.indexOf(level) - order.indexOf(limit);
  const holds =
    (operator.includes("=") && !operator.includes("!") && difference === 0) ||
    (operator.includes("<") && difference < 0) ||
    (operator.includes(">") && difference > 0) ||
    (operator === "!=" && difference !== 0);
  return String(holds);
}

/** The levels that a pattern names, as macros call them. */
function levelsNamed(pattern: string, door: RustDoor): readonly string[] {
  return pattern === "_" ? LEVELS_BY_DOOR[door] : (pattern.match(LEVEL) ?? []).map(shortened);
}

/** What of some levels the filters of a file let pass that hold for all of its layers. */
function passing(code: string, levels: readonly string[] | undefined): readonly string[] | undefined {
  const { tracing } = LEVELS_BY_DOOR;
  const named = Array.from(code.matchAll(MAX_LEVEL), ([, level = ""]) => level.toLowerCase());
  const most = named.includes("off") ? "off" : tracing.find((level) => named.includes(level));
  if (most === undefined) return levels;
  const upTo: readonly string[] = tracing.slice(0, tracing.findIndex((level) => level === most) + 1);
  return (levels ?? TAKEN_BY_DEFAULT).filter((level) => upTo.includes(level));
}

/** The name that macros have for a level: `warn` for slog's `Warning`. */
export function shortened(level: string): string {
  const name = level.toLowerCase();
  return SHORT[name] ?? name;
}
