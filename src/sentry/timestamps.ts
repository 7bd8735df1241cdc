import { alternatives, type Clock, type Value } from "../breadcrumb/index.ts";

/** `seconds` is as it should be, `empty` overrides the time that the SDK sets, `unreadable` is dropped. */
export type TimestampKind = Clock | "empty" | "unreadable";

/**
 * How a timestamp would arrive. The server accepts seconds since the epoch or a string in the format RFC 3339, and
 * drops times after the year 9999 (relay, `relay-event-schema/src/protocol/types.rs`, `Timestamp`).
 * @returns undefined where the source does not tell.
 */
export function timestampKindOf(value: Value): TimestampKind | undefined {
  switch (value.kind) {
    case "nothing":
      return "empty";
    case "number":
      return isMilliseconds(value.number) && !value.source.endsWith("n") ? "milliseconds" : undefined;
    case "text":
      return DATE_TIME.test(value.text) ? "date-text" : "unreadable";
    case "name":
    case "member":
    case "call":
    case "choice":
    case "operation":
    case "template":
    case "record":
    case "list":
    case "boolean":
    case "function":
    case "unknown":
      return value.clock;
    default:
      return value satisfies never;
  }
}

/** Whether all that a value may be is a time in seconds, as a timestamp takes it. */
export function isInSeconds(value: Value): boolean {
  return alternatives(value).every(
    ({ is }) => timestampKindOf(is) === "seconds" || (is.kind === "number" && is.number >= 1e9 && is.number < 1e10),
  );
}

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/;

/** The numbers of 13 digits: as milliseconds the years 2001 to 2286. */
function isMilliseconds(number: number): boolean {
  return number >= 1e12 && number < 1e13;
}
