import type { Door, Sending } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { LOG_METHODS } from "../../../sentry/levels.ts";
import { partOf, partsOf, type DoorCall } from "../../door-calls.ts";
import { createWriter } from "../edits/writer.ts";
import type { RustProgram } from "../program.ts";
import type { SdkCalls } from "../recording/sdk-calls.ts";
import { calleeOf, plainName } from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";
import type { Reading } from "../values/context.ts";
import { isOnlyForDevelopment } from "./development.ts";
import { loggedBy } from "./events.ts";

/** The SDK's functions, and methods of hubs and scopes (sentry-rust, `sentry-core/src/api.rs`, `scope/real.rs`). */
const CALLS: ReadonlyMap<string | undefined, DoorCall> = new Map([
  ["capture_message", { door: "message", parts: ["message"] }],
  ["set_user", { door: "user", parts: ["user"] }],
  ["set_context", { door: "context", parts: ["_", "context"] }],
  ["set_tag", { door: "tag", parts: ["key", "tag"] }],
  ["set_extra", { door: "extra", parts: ["key", "extra"] }],
]);

/** The macros of the SDK's logger (sentry-rust, `sentry-core/src/macros.rs`). */
const LOGGER_MACROS: ReadonlySet<string | undefined> = new Set(LOG_METHODS.map((method) => `logger_${method}`));

/**
 * The crates whose events an SDK records where it listens, with the macros that it records by default: of warnings and
 * infos a breadcrumb, of errors an event (sentry-rust, `sentry-tracing/src/layer.rs`, `sentry-log/src/logger.rs`);
 * slog's are recorded whatever their level (`sentry-slog/src/drain.rs`).
 */
const LOGGING: ReadonlyMap<string | undefined, "tracing" | "log" | "slog"> = new Map([
  ["tracing", "tracing"],
  ["log", "log"],
  ["slog", "slog"],
]);
const RECORDED: ReadonlySet<string | undefined> = new Set(["error", "info", "warn"]);
const RECORDED_OF_SLOG: ReadonlySet<string | undefined> = new Set([...RECORDED, "crit", "debug", "trace"]);

/** Macros that take the level first, and how it is written. */
const WITH_LEVEL: ReadonlySet<string | undefined> = new Set(["event", "log"]);
const RECORDED_LEVEL = /\bLevel::(?:ERROR|INFO|WARN|Error|Info|Warn)\b/u;

/** What a file hands to Sentry beside the breadcrumbs that it records by hand. */
export function sendingsOf(
  program: RustProgram,
  reading: Reading,
  found: CollectedNodes,
  sdkCalls: SdkCalls,
): readonly Sending[] {
  const { names, sourceCode, textOf } = program;

  function ofMacro(macro: RustNode): Pick<Sending, "door" | "parts"> | undefined {
    const name = names.sdkPath(calleeOf(macro))?.at(-1);
    if (LOGGER_MACROS.has(name)) return logged("logger", macro, 0);
    const path = names.resolve(calleeOf(macro)).path ?? [];
    const door = path.length === 2 ? LOGGING.get(path[0]) : undefined;
    if (door === undefined || isOnlyForDevelopment(program, macro)) return undefined;
    if (door === "slog") return RECORDED_OF_SLOG.has(path[1]) ? logged(door, macro, 1) : undefined;
    if (RECORDED.has(path[1])) return logged(door, macro, 0);
    const isRecorded = WITH_LEVEL.has(path[1]) && RECORDED_LEVEL.test(textOf(macro));
    return isRecorded ? logged(door, macro, 1) : undefined;
  }

  function logged(door: Door, macro: RustNode, skipped: number): Pick<Sending, "door" | "parts"> {
    const { message, fields } = loggedBy(reading, macro, skipped);
    return { door, parts: [...(message === undefined ? [] : [partOf("message", message)]), partOf("data", fields)] };
  }

  function ofCall(call: RustNode): Pick<Sending, "door" | "parts"> | undefined {
    const known = CALLS.get(sdkCalls.methodOf(call));
    if (known === undefined) return undefined;
    const given = reading.argumentsOf(call).map((argument) => reading.valueOf(argument));
    return { door: known.door, parts: partsOf(known, given) };
  }

  return [...found.calls, ...found.macros]
    .filter(({ hasError }) => !hasError)
    .flatMap((call) => {
      const sending = call.type === "MacroInvocation" ? ofMacro(call) : ofCall(call);
      if (sending === undefined) return [];
      const { range } = calleeOf(call);
      const source = sourceCode.text.slice(...range);
      const callee = { range, source, name: plainName(source.replace(/^.*(?:::|\.)/su, "")), nameRange: range };
      return [{ ...sending, range: call.range, callee, write: createWriter(program, reading, { call }) }];
    });
}
