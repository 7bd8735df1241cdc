import { closest } from "./closest.ts";

/**
 * The levels that the JavaScript SDKs type and the server accepts, highest first (sentry-javascript,
 * `packages/core/src/types-hoist/severity.ts`; relay, `relay-event-schema/src/protocol/types.rs`).
 */
export const LEVELS = ["fatal", "error", "warning", "log", "info", "debug"] as const;

export type Level = (typeof LEVELS)[number];

/** What people write for a level, in lower case, and the level that they mean. */
const ALIASES: ReadonlyMap<string, Level> = new Map([
  ["warn", "warning"],
  ["warnings", "warning"],
  ["critical", "fatal"],
  ["crit", "fatal"],
  ["emergency", "fatal"],
  ["panic", "fatal"],
  ["err", "error"],
  ["errors", "error"],
  ["exception", "error"],
  ["information", "info"],
  ["informational", "info"],
  ["notice", "info"],
  ["trace", "debug"],
  ["verbose", "debug"],
  ["silly", "debug"],
]);

/** Whether Sentry knows a level; the server compares case-sensitively. */
export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text);
}

/**
 * The level that a text plainly means although Sentry does not know the text: another case, white space around
 * it, or another logger's word for it.
 */
export function meantLevel(text: string): Level | undefined {
  const word = text.trim().toLowerCase();
  return isLevel(word) ? word : ALIASES.get(word);
}

/** What is wrong with a level, and what to write `instead`, best first. */
export interface LevelFault {
  readonly kind: "meant" | "renamed" | "unknown" | "log";
  readonly instead: readonly Level[];
}

/**
 * Judges a text that stands for a level.
 * @param allowLog whether `log` may be used, which platforms show differently.
 * @returns undefined for a level that Sentry knows; `renamed` for one that has left the SDKs' types and that the server
 * still takes (relay, `Level::from_str`).
 */
export function levelFaultOf(text: string, allowLog: boolean): LevelFault | undefined {
  if (text === "log" && !allowLog) return { kind: "log", instead: ["info", "debug"] };
  if (isLevel(text)) return undefined;
  const meant = meantLevel(text);
  if (meant === undefined) return { kind: "unknown", instead: closest(text, LEVELS) };
  return { kind: text === "critical" ? "renamed" : "meant", instead: [meant] };
}

/** The method of `Sentry.logger` that records what a breadcrumb of a level says; without a level it is info. */
export function logMethodOf(level: Level): "debug" | "info" | "warn" | "error" | "fatal" {
  if (level === "warning") return "warn";
  return level === "log" ? "info" : level;
}

const NUMBERS: ReadonlyMap<number, Level> = new Map([
  [10, "debug"],
  [20, "info"],
  [30, "warning"],
  [40, "error"],
  [50, "fatal"],
]);

/**
 * The level that the server reads a number as: Python's scale, on which 30 is a warning; on pino's it is info
 * (relay, `relay-event-schema/src/protocol/types.rs`, `from_python_level`). Any other number it drops.
 */
export function levelOfNumber(number: number): Level | undefined {
  return NUMBERS.get(number);
}
