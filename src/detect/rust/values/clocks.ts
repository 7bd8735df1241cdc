import { resolve, type CallValue, type Clock, type Value } from "../../../breadcrumb/index.ts";

/** Methods that yield milliseconds: of `Duration`, and of chrono's dates and durations. */
const IN_MILLISECONDS: ReadonlySet<string | undefined> = new Set([
  "as_millis",
  "num_milliseconds",
  "timestamp_millis",
  "unix_timestamp_millis",
]);

/**
 * The clock of a `SystemTime` that is built from a number: `milliseconds` where `Duration::from_secs` is given what
 * another call yields in milliseconds, so that the time lies a thousand times too far from the epoch.
 */
export function clockOf(value: Value): Clock | undefined {
  const duration = durationSinceEpoch(value);
  const [number] = duration?.arguments ?? [];
  return number !== undefined && isInMilliseconds(number) ? "milliseconds" : undefined;
}

/**
 * The call that makes the duration in `UNIX_EPOCH + Duration::from_secs(…)` or `UNIX_EPOCH.checked_add(…)`.
 * @returns undefined where the expression is another, or the duration is not made of seconds.
 */
export function durationSinceEpoch(value: Value): CallValue | undefined {
  let start: Value | undefined;
  let duration: Value | undefined;
  if (value.kind === "operation" && value.operator === "+" && value.operands.length === 2) {
    [start, duration] = value.operands;
  } else if (value.kind === "call" && value.callee.kind === "member" && value.callee.name === "checked_add") {
    [start, duration] = [value.callee.object, value.arguments[0]];
  }
  if (start === undefined || duration === undefined || !/\bUNIX_EPOCH$/u.test(start.source)) return undefined;
  const made = resolve(duration);
  return made.kind === "call" && /\bfrom_secs(?:_f32|_f64)?$/u.test(made.callee.source) ? made : undefined;
}

function isInMilliseconds(value: Value): boolean {
  const is = resolve(value);
  return is.kind === "call" && is.callee.kind === "member" && IN_MILLISECONDS.has(is.callee.name);
}
