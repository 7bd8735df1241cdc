import type { AutomaticDoor, Door } from "../breadcrumb/index.ts";

/** What of Sentry's a door leads to, as the end of a sentence. */
const DESTINATIONS: Readonly<Record<Door, string>> = {
  logger: "a log",
  user: "the user of events",
  context: "the context of events",
  tag: "the tags of events",
  extra: "the extra data of events",
  message: "an event",
  exception: "an event",
  span: "a span",
  metric: "a metric",
  console: "what Sentry's SDK records of the console",
  tracing: "what Sentry's SDK records of `tracing`",
  log: "what Sentry's SDK records of `log`",
};

/** Says what of Sentry's a door leads to: `a log`, `the tags of events`. */
export function destinationOf(door: Door): string {
  return DESTINATIONS[door];
}

/** The doors by which a program writes to events, spans and metrics. */
export const EVENT_DOORS: ReadonlySet<Door> = new Set([
  "user",
  "context",
  "tag",
  "extra",
  "message",
  "exception",
  "span",
  "metric",
]);

/** The doors by which an SDK records breadcrumbs of what a program does anyhow. */
const AUTOMATIC_DOORS: ReadonlySet<Door> = new Set<AutomaticDoor>(["console", "tracing", "log"]);

/** Whether an SDK records by itself what goes through a door. */
export function isAutomatic(door: Door): door is AutomaticDoor {
  return AUTOMATIC_DOORS.has(door);
}

/** The fields of a user that Sentry's documentation names (sentry-docs, "Users"). */
export const USER_FIELDS: readonly string[] = ["id", "email", "username", "ip_address", "name", "geo", "segment"];

/**
 * Files that run where no SDK listens: tests and what they are made of, stories, scripts and seeds, functions that are
 * deployed apart from the application.
 */
const APART =
  /(?:^|[\\/])(?:__(?:tests?|mocks?|fixtures)__|tests?|e2e|cypress|fixtures|mocks?|scripts|seeds?|tools|examples|stories|supabase[\\/]functions)[\\/]|(?:\.|[\\/_-])(?:test|spec|stories|story|mock|seed|bench|config)s?\.[cm]?[jt]sx?$|_test\.rs$|[\\/]build\.rs$/iu;

/** Whether a file is, by its path, none in which an SDK records breadcrumbs by itself. */
export function runsApart(path: string): boolean {
  return APART.test(path);
}
