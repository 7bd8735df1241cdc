import type {
  AutomaticBreadcrumb,
  AutomaticDoor,
  Breadcrumb,
  Door,
  LogIntegration,
  Sending,
} from "../breadcrumb/index.ts";
import { CONSOLE_METHODS } from "./console.ts";

/** Where a door leads in Sentry, as the end of a sentence. */
const DESTINATIONS: Readonly<Record<Door, string>> = {
  logger: "a log",
  forwarded: "what Sentry's SDK sends as a log",
  captured: "an event that Sentry's SDK makes of the console",
  user: "the user data of events",
  context: "the context of events",
  attribute: "the attributes of logs and metrics",
  tag: "the tags of events",
  extra: "the extra data of events",
  message: "an event",
  exception: "an event",
  span: "a span",
  metric: "a metric",
  console: "the SDK's console breadcrumbs",
  fetch: "the SDK's request breadcrumbs",
  http: "the SDK's request breadcrumbs",
  xhr: "the SDK's request breadcrumbs",
  history: "the SDK's navigation breadcrumbs",
  tracing: "the SDK's `tracing` breadcrumbs",
  log: "the SDK's `log` breadcrumbs",
  slog: "the SDK's `slog` breadcrumbs",
};

const MADE = { event: "an event that the SDK makes of", span: "a span that the SDK makes of" } as const;

/**
 * Says what of Sentry's a door leads to: `a log`, `the tags of events`.
 * @param becomes what the SDK makes of it instead of a breadcrumb.
 */
export function destinationOf(door: Door, becomes?: Sending["becomes"]): string {
  return becomes === undefined ? DESTINATIONS[door] : `${MADE[becomes]} \`${door}\``;
}

/** Names a breadcrumb by the door that it is recorded through; one that is recorded by hand has none. */
export function breadcrumbOf(breadcrumb: Breadcrumb | AutomaticBreadcrumb): string {
  const door = "door" in breadcrumb ? breadcrumb.door : undefined;
  return door === undefined ? "a breadcrumb" : `a ${door === "console" ? door : `\`${door}\``} breadcrumb`;
}

/** The doors by which data gets into events, spans and metrics. */
export const EVENT_DOORS: ReadonlySet<Door> = new Set([
  "user",
  "context",
  "attribute",
  "tag",
  "extra",
  "message",
  "exception",
  "captured",
  "span",
  "metric",
]);

/** The doors by which an SDK records breadcrumbs of what a program does anyhow. */
const AUTOMATIC_DOORS: ReadonlySet<Door> = new Set<AutomaticDoor>([
  "console",
  "fetch",
  "http",
  "xhr",
  "history",
  "tracing",
  "log",
  "slog",
]);

/** Whether an SDK records this automatically. */
export function isAutomatic(door: Door): door is AutomaticDoor {
  return AUTOMATIC_DOORS.has(door);
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

/**
 * The doors of which a setting can say levels, each with the levels that there are: the methods of the console, what
 * the SDK calls the levels of pino's and winston's logs, and what the macros of Rust's crates are called. Spans of
 * `tracing` have levels of their own.
 */
export const LEVELS_BY_DOOR = {
  console: [...CONSOLE_METHODS],
  consoleEvents: [...CONSOLE_METHODS],
  consoleLogs: [...CONSOLE_METHODS],
  pino: LOG_LEVELS,
  winston: LOG_LEVELS,
  tracing: ["error", "warn", "info", "debug", "trace"],
  spans: ["error", "warn", "info", "debug", "trace"],
  log: ["error", "warn", "info", "debug", "trace"],
  slog: ["crit", "error", "warn", "info", "debug", "trace"],
} as const satisfies Partial<Record<AutomaticDoor | LogIntegration | "spans", readonly string[]>>;

/** A door of which levels can be said. */
export type LevelledDoor = keyof typeof LEVELS_BY_DOOR;

/** The fields of a user that Sentry's documentation names (sentry-docs, "Users"). */
export const USER_FIELDS: readonly string[] = ["id", "email", "username", "ip_address", "name", "geo", "segment"];

/**
 * Files that run where no SDK listens: tests and what they are made of, stories, scripts, builds and seeds, functions
 * that are deployed apart from the application, and what was put away: Replit keeps pasted files in
 * `attached_assets`.
 */
const APART_FOLDERS =
  /^(?:_?(?:archived?|deprecated|old|unused)|attached_assets)\/|(?:^|\/)(?:__(?:tests?|mocks?|fixtures|e2e)__|\.(?:storybook|github|husky)|(?:[\w-]+[-_])?tests?|e2e|cypress|playwright|fixtures|mocks?|scripts?|scratch|seed(?:s|ing|ers)?|migrations|tools|tooling|benchmarks?|examples?|stories|supabase\/functions|netlify\/edge-functions|k6|test-utils)\//iu;
const APART_FILES =
  /(?:\.|\/|[-_])(?:test|spec|stories|story|mock|seed|bench|setup-tests|e2e)s?\.[cm]?[jt]sx?$|\.config\.[cm]?[jt]s$|(?:^|\/)(?:(?:debug|test)[-_][\w.-]+|gulpfile|gruntfile|setupTests|jest[.-]setup|vitest[.-]setup)\.[cm]?[jt]sx?$|^(?:check|create|fix|migrate|seed|setup|verify)[-_][\w.-]+\.[cm]?[jt]s$|_test\.rs$|(?:^|\/)build\.rs$|\.d\.[cm]?ts$/iu;

/**
 * The path of a file from the folder of its project, with slashes: where somebody keeps the project says nothing of it.
 * @param root the folder, absolute; of a file elsewhere the whole path is left.
 */
export function pathWithin(root: string, path: string): string {
  const [folder, file] = [root, path].map((each) => each.replaceAll("\\", "/")) as [string, string];
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return file.startsWith(start) ? file.slice(start.length) : file;
}

/** Whether a file's path, from its project's folder, shows that no SDK records automatically there. */
export function runsApart(path: string): boolean {
  const slashed = path.replaceAll("\\", "/");
  return APART_FOLDERS.test(slashed) || APART_FILES.test(slashed);
}

/** The two sides of an application on which different SDKs run. */
export type Side = "browser" | "server";

const ON_SERVER =
  /(?:^|\/)(?:pages\/api|app\/(?:[^/]+\/)*api|api-server|server|backend|functions|lambdas?|netlify|crons?)\/|\.server\.[cm]?[jt]sx?$|(?:^|\/)(?:route|middleware|server|\+server|\+(?:page|layout)\.server)\.[cm]?[jt]s$/iu;
const IN_BROWSER = /(?:^|\/)(?:client|frontend|public|components|hooks)\/|\.client\.[cm]?[jt]sx?$|\.(?:vue|svelte)$/iu;

/** The side that a file is of by its path in its project, with slashes; undefined where that leaves it open. */
export function sideOf(path: string): Side | undefined {
  if (ON_SERVER.test(path)) return "server";
  return IN_BROWSER.test(path) ? "browser" : undefined;
}

/** Modules that there are on a server alone, and those of pages and apps alone. */
const SERVER_MODULE =
  /^(?:node:.+|assert|child_process|cluster|fs(?:\/promises)?|https?|net|os|path|worker_threads|@aws-sdk\/.+|@google-cloud\/.+|@hono\/.+|@nestjs\/.+|@prisma\/client|@sendgrid\/.+|@trpc\/server.*|@vercel\/node|bcrypt(?:js)?|bullmq|drizzle-orm.*|express|fastify|firebase-admin.*|firebase-functions.*|hono.*|ioredis|jsonwebtoken|koa|mongodb|mongoose|mysql2?.*|next\/(?:headers|server)|nodemailer|pg|redis|resend|server-only|twilio)$/u;
const BROWSER_MODULE =
  /^(?:@tanstack\/react-query|client-only|next\/(?:navigation|router)|react-dom.*|react-native.*|react-router-dom|vue-router)$/u;

/** The side of an application that a file is of which imports a module; undefined for modules of both. */
export function sideOfModule(module: string): Side | undefined {
  if (SERVER_MODULE.test(module)) return "server";
  return BROWSER_MODULE.test(module) ? "browser" : undefined;
}

/** Signs of a stand-alone program, and of Deno. */
const RUN_BY_HAND = /\bprocess\.exit\(|\bdotenv\b|\$disconnect\(/u;
const IMPORTED = /(?:\bfrom\s*|\brequire\(\s*|\bimport\s*\(?\s*)["']([^"']+)["']/gu;
const OF_PROJECT = /^(?:[./~#]|@\/|src\/)/u;
const EXPORTED = /\bmodule\.exports\b|\bexports\.\w/u;
const OF_DENO = /\bDeno\.\w|\bfrom\s*["'](?:https:\/\/(?:deno\.land|esm\.sh)|jsr:|npm:)/u;

/**
 * Whether a text is a program of its own, in which no SDK listens that it does not name itself: a script, or a function
 * for Deno.
 * @param isModule whether it exports anything.
 */
export function isScriptsText(text: string, isModule: boolean): boolean {
  if (text.startsWith("#!")) return true;
  if (/sentry/iu.test(text)) return false;
  return (!isModule && (RUN_BY_HAND.test(text) || standsAlone(text))) || OF_DENO.test(text);
}

/** Whether a text calls its own function at once, uses packages but nothing of its project, and exports nothing. */
function standsAlone(text: string): boolean {
  const modules = Array.from(text.matchAll(IMPORTED), ([, module = ""]) => module);
  if (modules.length === 0 || modules.some((module) => OF_PROJECT.test(module)) || EXPORTED.test(text)) return false;
  const called = Array.from(text.matchAll(/^(?:await |void )?(\w+)\(/gmu), ([, name = ""]) => name);
  return called.some((name) => text.includes(`async function ${name}(`));
}
