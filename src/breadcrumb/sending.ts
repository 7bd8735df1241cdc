import type { Argument } from "./parameters.ts";
import type { Range } from "./range.ts";
import type { Integration, Place } from "./surroundings.ts";
import type { Field } from "./value.ts";
import type { Writer } from "./writer.ts";

/**
 * A way by which what a program holds reaches Sentry, beside breadcrumbs that it records by hand: a log, a part of the
 * events that are sent from then on, a part of one event, a span or metric, or a breadcrumb that an SDK records by
 * itself.
 */
export type Door =
  | "logger"
  /** A program's own log that an SDK sends as one of its logs. */
  | "forwarded"
  /** What a program writes to the console, of which an SDK makes an event. */
  | "captured"
  | "user"
  | "context"
  | "attribute"
  | "tag"
  | "extra"
  | "message"
  | "exception"
  | "span"
  | "metric"
  | AutomaticDoor;

/** The doors for automatic breadcrumbs, named like the integrations that record them. */
export type AutomaticDoor = Extract<Integration, "console" | RequestDoor | "history" | "tracing" | "log" | "slog">;

/** The doors by which the addresses of requests are recorded. */
type RequestDoor = "fetch" | "http" | "xhr";

/** A call that hands something to Sentry through a door. */
export interface Sending {
  readonly door: Door;
  /** The level of what Rust's crates log, as their macros name it. */
  readonly level?: string | undefined;
  /** What an SDK makes of a Rust program's own logs by default where that is no breadcrumb. */
  readonly becomes?: "event" | "span" | undefined;
  /** The whole call. */
  readonly range: Range;
  /** The called function as written, `Sentry.logger.info`, and its own name. */
  readonly callee: { readonly range: Range; readonly source: string; readonly name: string; readonly nameRange: Range };
  /** The parts that are sent, by Sentry's names. */
  readonly parts: readonly Field[];
  /** For a function of the project that passes its arguments on, its arguments. */
  readonly arguments?: readonly Argument[] | undefined;
  readonly write: Writer;
  /** What an SDK records of it; undefined where it records nothing, and for spans and addresses. */
  readonly breadcrumb?: AutomaticBreadcrumb | undefined;
}

/** A breadcrumb of the console or of a log, which an SDK records automatically. */
export interface AutomaticBreadcrumb {
  readonly door: AutomaticDoor;
  readonly callee: Sending["callee"];
  readonly message: Field | undefined;
  readonly data: Field | undefined;
  readonly place: Place;
  readonly write: Writer;
}
