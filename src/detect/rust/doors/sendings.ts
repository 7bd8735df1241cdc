import {
  fieldFor,
  type AutomaticBreadcrumb,
  type Door,
  type Field,
  type Place,
  type Sending,
} from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { LEVELS_BY_DOOR, type LevelledDoor } from "../../../sentry/doors.ts";
import { LOG_METHODS } from "../../../sentry/levels.ts";
import type { Settings } from "../../../settings.ts";
import { partsOf, type DoorCall } from "../../door-calls.ts";
import { createWriter } from "../edits/writer.ts";
import type { RustProgram } from "../program.ts";
import type { SdkCalls } from "../recording/sdk-calls.ts";
import { isBreadcrumbLevel } from "../surroundings/integrations.ts";
import { accessOf, calleeOf, firstOf, plainName } from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";
import type { Reading } from "../values/context.ts";
import { isOnlyForDevelopment } from "./development.ts";
import { loggedBy } from "./events.ts";
import { instrumentedBy, isSpanMacro, levelNamedIn, levelOfMacro, levelOfSpan, spanFieldsOf } from "./spans.ts";

/** The SDK's functions, and methods of hubs and scopes (sentry-rust, `sentry-core/src/api.rs`, `scope/real.rs`). */
const CALLS: ReadonlyMap<string | undefined, DoorCall> = new Map([
  ["capture_message", { door: "message", parts: ["message"] }],
  ["set_user", { door: "user", parts: ["user"] }],
  ["set_context", { door: "context", parts: ["_", "context"] }],
  ["set_tag", { door: "tag", parts: ["key", "tag"] }],
  ["set_extra", { door: "extra", parts: ["key", "extra"] }],
]);

const SPAN_RECORD: DoorCall = { door: "tracing", parts: ["key", "data"] };

/** The macros of the SDK's logger (sentry-rust, `sentry-core/src/macros.rs`). */
const LOGGER_MACROS: ReadonlySet<string | undefined> = new Set(LOG_METHODS.map((method) => `logger_${method}`));

/**
 * The crates whose events an SDK records where it listens, with the levels that it records by default (sentry-rust
 * 0b21336): of `tracing` and `log` infos and warnings as breadcrumbs and errors as events
 * (`sentry-tracing/src/layer/mod.rs:79-91`, `sentry-log/src/logger.rs:53-65`), of slog all
 * (`sentry-slog/src/drain.rs:35-41`).
 */
const LOGGING: ReadonlyMap<string | undefined, { readonly door: RustDoor; readonly levels: readonly string[] }> =
  new Map([
    ["tracing", { door: "tracing", levels: ["error", "info", "warn"] }],
    ["log", { door: "log", levels: ["error", "info", "warn"] }],
    ["slog", { door: "slog", levels: LEVELS_BY_DOOR.slog }],
  ]);

type RustDoor = Extract<LevelledDoor, "log" | "slog" | "tracing">;

/** The levels of spans that an SDK takes by default (sentry-rust 0b21336, `sentry-tracing/src/layer/mod.rs:97-102`). */
const SPAN_LEVELS: readonly string[] = ["error", "info", "warn"];

/** Macros that take the level first. */
const WITH_LEVEL: ReadonlySet<string | undefined> = new Set(["event", "log"]);

/** The levels of which an SDK makes events by default, where it makes no breadcrumbs of them. */
const EVENT_LEVELS: ReadonlySet<string> = new Set(["crit", "error", "warn"]);

/** What becomes of a log where that is no breadcrumb. */
function otherThanBreadcrumb(door: RustDoor, level = ""): Sending["becomes"] {
  return EVENT_LEVELS.has(level) && !isBreadcrumbLevel(door, level) ? "event" : undefined;
}

interface Sent extends Pick<Sending, "becomes" | "door" | "level" | "parts"> {
  /** The breadcrumb of a log whose level says that it becomes one. */
  readonly recorded?: Pick<AutomaticBreadcrumb, "data" | "door" | "message"> | undefined;
}

/** The data that a file sends to Sentry besides the breadcrumbs that it records by hand. */
export function sendingsOf(
  program: RustProgram,
  reading: Reading,
  found: CollectedNodes,
  sdkCalls: SdkCalls,
  placeOf: (call: RustNode) => Place,
): readonly Sending[] {
  const { names, settings, sourceCode, textOf } = program;

  function ofMacro(macro: RustNode): Sent | undefined {
    if (LOGGER_MACROS.has(names.sdkPath(calleeOf(macro))?.at(-1))) return logged(reading, "logger", macro, 0);
    const [crate, name, ...deeper] = names.resolve(calleeOf(macro)).path ?? [];
    const logging = deeper.length === 0 ? LOGGING.get(crate) : undefined;
    if (logging === undefined || name === undefined) return undefined;
    if (isOnlyForDevelopment(program, macro)) return undefined;
    const { door } = logging;
    if (door === "tracing" && isSpanMacro(name)) return ofSpan(macro, levelOfMacro(name, textOf(macro)));
    const written = WITH_LEVEL.has(name) ? levelNamedIn(textOf(macro)) : undefined;
    const level = written ?? name;
    if (!levelsOf(door).includes(level)) return undefined;
    const sent = logged(reading, door, macro, skippedBy(door, written !== undefined));
    if (!isBreadcrumbLevel(door, level)) return { ...sent, level, becomes: otherThanBreadcrumb(door, level) };
    const [message, data] = ["message", "data"].map((part) => sent.parts.find(({ name }) => name === part));
    return { ...sent, level, recorded: { door, message, data } };
  }

  function ofSpan(macro: RustNode, level: string | undefined): Sent | undefined {
    if (!isSpanTaken(settings, level)) return undefined;
    return { door: "tracing", becomes: "span", level, parts: [spanPart(reading, macro, spanFieldsOf(reading, macro))] };
  }

  function ofAttribute(attribute: RustNode): readonly Sent[] {
    if (names.resolve(firstOf(attribute)).path?.join("::") !== "tracing::instrument") return [];
    const span = instrumentedBy(reading, attribute);
    if (span === undefined || isOnlyForDevelopment(program, attribute)) return [];
    const spans = isSpanTaken(settings, span.level) ? [{ ...span, becomes: "span" as const }] : [];
    const events = span.events
      .filter(({ level = "" }) => levelsOf("tracing").includes(level))
      .map((event) => ({ ...event, becomes: otherThanBreadcrumb("tracing", event.level) }));
    return [...spans, ...events].map(({ becomes, level, fields }) => ({
      door: "tracing",
      becomes,
      level,
      parts: [spanPart(reading, attribute, fields)],
    }));
  }

  function levelsOf(door: RustDoor): readonly string[] {
    return settings.levels[door] ?? LOGGING.get(door)?.levels ?? [];
  }

  function ofCall(call: RustNode): Sent | undefined {
    const known = CALLS.get(sdkCalls.methodOf(call)) ?? recordingOn(reading, call);
    if (known === undefined) return undefined;
    const given = reading.argumentsOf(call).map((argument) => reading.valueOf(argument));
    return {
      door: known.door,
      becomes: known === SPAN_RECORD ? "span" : undefined,
      parts: partsOf(known, given),
    };
  }

  function sentBy(node: RustNode): readonly Sent[] {
    if (node.type === "MetaItem") return ofAttribute(node);
    const sent = node.type === "MacroInvocation" ? ofMacro(node) : ofCall(node);
    return sent === undefined ? [] : [sent];
  }

  return [...found.calls, ...found.macros, ...found.attributes]
    .filter(({ hasError }) => !hasError)
    .flatMap((call) => sentBy(call).map((sent) => ({ call, sent })))
    .map(({ call, sent: { recorded, ...sending } }) => {
      const { range } = calleeOf(call);
      const source = sourceCode.text.slice(...range);
      const callee = { range, source, name: plainName(source.replace(/^.*(?:::|\.)/su, "")), nameRange: range };
      const common = { callee, write: createWriter(program, reading, { call }) };
      return {
        ...sending,
        ...common,
        range: call.range,
        get breadcrumb() {
          return recorded && { ...recorded, ...common, place: placeOf(call) };
        },
      };
    });
}

function logged(reading: Reading, door: Door, macro: RustNode, skipped: number): Sent {
  const { message, fields } = loggedBy(reading, macro, skipped);
  return { door, parts: [...(message === undefined ? [] : [fieldFor("message", message)]), fieldFor("data", fields)] };
}

/** How many arguments come before what is logged: the level, slog's logger, and the tag of `slog::log!`. */
function skippedBy(door: RustDoor, hasLevel: boolean): number {
  if (door !== "slog") return Number(hasLevel);
  return hasLevel ? 3 : 1;
}

function isSpanTaken({ levels }: Settings, level: string | undefined): boolean {
  return level !== undefined && (levels.spans ?? SPAN_LEVELS).includes(level);
}

/** `Span::current().record("email", &user.email)` */
function recordingOn(reading: Reading, call: RustNode): DoorCall | undefined {
  const { program } = reading;
  const access = accessOf(calleeOf(call));
  if (access === undefined || program.textOf(access.name) !== "record") return undefined;
  const isTaken = isSpanTaken(program.settings, levelOfSpan(reading, access.object));
  return isTaken && !isOnlyForDevelopment(program, call) ? SPAN_RECORD : undefined;
}

function spanPart(reading: Reading, node: RustNode, fields: readonly Field[]): Field {
  return fieldFor("data", { kind: "record", ...reading.at(node), fields, spreads: [], complete: true });
}
