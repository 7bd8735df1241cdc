import { textOf, type Alternative, type MemberValue, type Value } from "../breadcrumb/index.ts";
import { closest, typoOf } from "./closest.ts";

/**
 * The levels that the JavaScript SDKs type and the server accepts, highest first (sentry-javascript,
 * `packages/core/src/types-hoist/severity.ts`; relay, `relay-event-schema/src/protocol/types.rs`).
 */
export const LEVELS = ["fatal", "error", "warning", "log", "info", "debug"] as const;

export type Level = (typeof LEVELS)[number];

/** The methods of the SDKs' logger (sentry-javascript, `packages/core/src/logs/public-api.ts`). */
export const LOG_METHODS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

export type LogMethod = (typeof LOG_METHODS)[number];

/** Common words for a level, in lower case, and the level that they mean. */
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

/** Python's scale. */
const NUMBERS: ReadonlyMap<number, Level> = new Map([
  [10, "debug"],
  [20, "info"],
  [30, "warning"],
  [40, "error"],
  [50, "fatal"],
]);

/** Whether Sentry knows a level; the server compares case-sensitively. */
export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text);
}

/** The level that the server makes of what it is sent; undefined where it drops that (relay, `Level::from_str`). */
export function arrivingLevel(sent: string | number): Level | undefined {
  if (typeof sent === "number") return NUMBERS.get(sent);
  if (sent === "log") return "info";
  if (sent === "critical") return "fatal";
  return isLevel(sent) ? sent : undefined;
}

/** The text of a level: a text, or a member of the enumeration that an SDK has for levels. */
export function levelText(value: Value): string | undefined {
  if (value.kind !== "name" && value.kind !== "member") return textOf(value);
  const [type, member] = value.sdk?.slice(-2) ?? [];
  return type === "Severity" || type === "Level" ? member?.toLowerCase() : undefined;
}

/** The fault of a level. */
export interface LevelFault {
  /** `renamed` has left the SDKs' types, and the server still takes it (relay, `Level::from_str`). */
  readonly kind: "meant" | "renamed" | "unknown" | "unparsed" | "number" | "removed" | "log";
  /** The value of the level, for messages. */
  readonly level: string;
  /** The level that is plainly meant. */
  readonly meant?: Level | undefined;
  /** What to write instead, best first; empty if the value may mean several levels. */
  readonly instead: readonly Level[];
  /** A member of the enum that the SDKs exported up to version 7, and the level that it stands for. */
  readonly severity?: { readonly member: MemberValue; readonly text: Level };
}

/** By what a level is judged. */
export interface LevelDemands {
  /** Whether `log` may be used, which platforms show differently. */
  readonly allowLog: boolean;
  /** Whether the SDK parses a string, as SDKs with a type for levels do, and fails on any other string. */
  readonly parsed: boolean;
}

/**
 * The faults of the levels that a value may have; empty if they are not known.
 * @param place where it is written, and the names that lead there, at which its type may be narrower.
 */
export function levelFaultsOf(
  value: Value,
  demands: LevelDemands,
  place: Pick<Alternative, "at" | "through"> = { at: value, through: [] },
): readonly LevelFault[] {
  const texts = textsOf(value, place);
  const faults = [
    ...texts.flatMap((text) => faultOfText(text, demands) ?? []),
    ...(value.kind === "number" ? [faultOfNumber(value.number, value.source)] : []),
    ...(value.kind === "member" ? faultsOfMember(value) : []),
  ];
  return texts.length > 1 ? faults.map((fault) => ({ ...fault, instead: [] })) : faults;
}

function textsOf(value: Value, { at, through }: Pick<Alternative, "at" | "through">): readonly string[] {
  const text = textOf(value);
  if (text !== undefined) return [text];
  const literals = value.type?.kind === "literals" ? value.type.literals : [];
  const narrowed = at.type?.kind === "literals" ? at.type.literals : literals;
  return literals.filter((each) => narrowed.includes(each) && through.every((name) => name.mayHold?.(each) !== false));
}

function faultOfText(level: string, { allowLog, parsed }: LevelDemands): LevelFault | undefined {
  if (level === "log" && !allowLog) return { kind: "log", level, instead: ["info", "debug"] };
  if (isLevel(level)) return undefined;
  const meant = meantLevel(level);
  const instead = meant === undefined ? closest(level, LEVELS) : [meant];
  if (parsed) return { kind: "unparsed", level, meant, instead };
  if (meant === undefined) return { kind: "unknown", level, instead };
  return { kind: level === "critical" ? "renamed" : "meant", level, meant, instead };
}

/**
 * The server reads a number by Python's scale, on which 30 is a warning; on pino's it is info (relay,
 * `relay-event-schema/src/protocol/types.rs`, `from_python_level`). Any other number it drops.
 */
function faultOfNumber(number: number, level: string): LevelFault {
  const meant = NUMBERS.get(number);
  return meant === undefined
    ? { kind: "unknown", level, instead: [] }
    : { kind: "number", level, meant, instead: [meant] };
}

function faultsOfMember(member: MemberValue): LevelFault[] {
  const meant = member.sdk?.at(-2) === "Severity" ? meantLevel(member.name ?? "") : undefined;
  if (meant === undefined) return [];
  return [{ kind: "removed", level: member.source, meant, instead: [meant], severity: { member, text: meant } }];
}

/**
 * The level that a string certainly means although Sentry does not know the string: another case, whitespace around it,
 * or another logger's word.
 */
function meantLevel(text: string): Level | undefined {
  const word = text.trim().toLowerCase();
  return isLevel(word) ? word : ALIASES.get(word);
}

/** The method of `Sentry.logger` that records what a breadcrumb of a level says; without a level it is info. */
export function logMethodOf(level: Level): Exclude<LogMethod, "trace"> {
  if (level === "warning") return "warn";
  return level === "log" ? "info" : level;
}

/** Whether the logger has a method. */
export function isLogMethod(name: string): name is LogMethod {
  return (LOG_METHODS as readonly string[]).includes(name);
}

/** The method that is plainly meant by a name that the logger does not have: `warn` for `warning`, `info` for `log`. */
export function meantLogMethod(name: string): LogMethod | undefined {
  const level = meantLevel(name);
  return level === undefined ? typoOf(name, LOG_METHODS) : logMethodOf(level);
}
