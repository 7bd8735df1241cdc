import type { Edit, Range } from "./range.ts";
import type { Value } from "./value.ts";

/** A call by which the SDK sends an event, with the breadcrumbs that were recorded until then. */
export interface Capture {
  /** The whole call. */
  readonly range: Range;
  /** The called function as written: `Sentry.captureException`. */
  readonly source: string;
  /** Records the breadcrumb before it; undefined where that could change what it says, or part it from a comment. */
  readonly moveBefore: readonly Edit[] | undefined;
}

/** What records a breadcrumb repeatedly. */
export interface Repetition {
  /** `iteration` is a function called for each item of an array, `frame` one that requests each next frame. */
  readonly kind: "loop" | "iteration" | "timer" | "frame" | "event" | "render";
  /** Its name in messages: `for`, `items.forEach`, `setInterval`, the event's or the component's name. */
  readonly name: string;
  /** Whether it is recorded under a condition only, or where an error was caught. */
  readonly conditional: boolean;
}

/**
 * What records breadcrumbs without being asked to: the parts of the JavaScript SDKs' integrations by the names of their
 * options (`http` are the requests that Node's own module makes), and the crates of the Rust SDK that listen to others.
 */
export type Integration =
  "console" | "dom" | "fetch" | "history" | "http" | "sentry" | "xhr" | "tracing" | "log" | "slog";

/**
 * The integrations that send a program's own logs to Sentry: what it writes to the console as events, and what it
 * writes to the console, pino and winston as logs.
 */
export type LogIntegration = "consoleEvents" | "consoleLogs" | LogLibrary;

/** The libraries of whose loggers an SDK can send the logs. */
export type LogLibrary = "pino" | "winston";

/** Code next to a breadcrumb for which an active integration records another. */
export interface Recorder {
  readonly integration: Integration;
  /** Its source: `console.log`, `router.push`, `onClick`. */
  readonly source: string;
  /** Its message, if it has one. */
  readonly text: Value | undefined;
  /** Where it leads, for requests and navigation; undefined where it is told of any. */
  readonly target: Value | undefined;
}

/** The place of a breadcrumb in its file. */
export interface Place {
  /** The innermost function around it; undefined at the top level. */
  readonly function: { readonly name: string | undefined; readonly range: Range } | undefined;
  /** Whether the call is a statement, so that another statement can replace it. */
  readonly statement: boolean;
  /** Whether it is inside a wrapper and passes on the wrapper's arguments: then its callers count instead. */
  readonly forwards: boolean;
  /**
   * The nearest capture before it in straight-line code, on whose event it is missing. Undefined where what is between
   * the two may take another way or time, and where another capture follows. Read on first use, as all that follows.
   */
  readonly captureBefore?: Capture | undefined;
  /** The loop, timer or event that records it repeatedly. */
  readonly repetition?: Repetition | undefined;
  /** The integrations that record automatically at this place, as far as the file and the settings show. */
  readonly integrations?: ReadonlySet<Integration>;
  /** Code next to it for which one of these integrations records a breadcrumb. */
  readonly recorders?: readonly Recorder[];
  /** Takes the whole call out; undefined where more would go with it. */
  readonly removal?: readonly Edit[] | undefined;
}
