import { excerpt, textOf, type Value } from "../breadcrumb/index.ts";
import { closest } from "./closest.ts";
import { matchesPattern } from "./patterns.ts";
import { wordsOf } from "./words.ts";

/**
 * The categories that Sentry's SDKs record automatically, and those that its documentation uses, with their sources.
 * Sentry has no registry of categories; this list comes from the SDKs' sources.
 */
const RECORDED: Readonly<Record<string, readonly string[]>> = {
  "sentry-javascript, browser": [
    "console",
    "fetch",
    "navigation",
    "sentry.event",
    "sentry.feedback",
    "sentry.transaction",
    "ui.click",
    "ui.input",
    "ui.multiClick",
    "xhr",
  ],
  "sentry-javascript, replay": [
    "replay.hydrate-error",
    "replay.mutations",
    "replay.throttled",
    "ui.blur",
    "ui.focus",
    "ui.keyDown",
    "ui.slowClickDetected",
  ],
  "sentry-javascript, server and frameworks": [
    "child_process",
    "http",
    "pinia.action",
    "query",
    "redux.action",
    "worker_thread",
  ],
  "sentry-javascript, Supabase integration": ["db.delete", "db.insert", "db.select", "db.update", "db.upsert"],
  "sentry-electron": ["child-process", "electron", "electron.net"],
  "sentry-react-native": [
    "deeplink",
    "expo-router.error_boundary",
    "expo.updates",
    "gesture",
    "native.turbo_module",
    "navigation.dispatch",
    "touch",
  ],
  "sentry-java, sentry-cocoa, sentry-dart, sentry-dotnet": [
    "app.lifecycle",
    "device.connectivity",
    "device.event",
    "device.orientation",
    "device.screen",
    "graphql.data_loader",
    "graphql.fetcher",
    "graphql.operation",
    "grpc.client",
    "Logcat",
    "network.event",
    "SentryClient",
    "ui.lifecycle",
    "ui.rendering",
    "ui.useraction",
  ],
  "sentry-python, sentry-ruby": [
    "db.sql.query",
    "django.request",
    "GraphQL",
    "httplib",
    "net.http",
    "redis",
    "sql.active_record",
    "subprocess",
  ],
  "sentry-laravel": [
    "artisan.command",
    "cache",
    "folio.route",
    "livewire",
    "notification.sent",
    "octane.task",
    "octane.tick",
    "queue.job",
    "route",
  ],
};

/** The documentation's own examples (sentry-docs, the platforms' pages on breadcrumbs). */
const DOCUMENTED = [
  "auth",
  "cart",
  "click",
  "default",
  "feature-flag",
  "flask",
  "gameplay",
  "log",
  "started",
  "web.liveview.phx_click",
];

const builtin: ReadonlySet<string> = new Set([...Object.values(RECORDED).flat(), ...DOCUMENTED]);

/** The categories that some of the SDKs record. */
function recordedBy(sdks: RegExp | undefined): readonly string[] {
  return Object.entries(RECORDED).flatMap(([sdk, names]) => (sdks?.test(sdk) === true ? names : []));
}

/** Relay cuts a category after so many characters (relay, `protocol/breadcrumb.rs`, `max_chars`). */
const MAX_CATEGORY_LENGTH = 128;

/** The fault of a category, and what to write `instead`, best first. */
interface CategoryFault {
  readonly kind: "empty" | "variant" | "space" | "long" | "misspelt" | "unlisted";
  readonly instead: readonly string[];
}

/**
 * Compares categories with those that the project declares, and with the built-in ones unless they are switched off.
 * @param declared exact names, or patterns in which `*` stands for any characters.
 * @param withBuiltin whether the categories of all SDKs and of the documentation are known, and other spellings of
 * those that the language's own SDKs record are faults. How a project spells the documentation's examples is up to it.
 * @param sdks the names of these SDKs.
 * @returns a function that tells a category's fault; undefined for a category that is known.
 */
export function categoryJudge(
  declared: readonly string[],
  withBuiltin: boolean,
  sdks: RegExp | undefined,
): (category: string) => CategoryFault | undefined {
  const patterns = declared.filter((name) => name.includes("*"));
  const exact = declared.filter((name) => !name.includes("*"));
  const recorded = new Set(withBuiltin ? recordedBy(sdks) : []);
  const names = new Set([...exact, ...(withBuiltin ? builtin : [])]);
  const spellings = new Map<string, string>();
  for (const name of [...exact, ...recorded]) {
    if (!spellings.has(plainSpelling(name))) spellings.set(plainSpelling(name), name);
  }

  return (category) => {
    if (names.has(category) || patterns.some((pattern) => matchesPattern(pattern, category))) return undefined;
    const trimmed = category.trim();
    if (trimmed === "") return { kind: "empty", instead: [] };
    const variant = spellings.get(plainSpelling(category));
    if (variant !== undefined) return { kind: variant === trimmed ? "space" : "variant", instead: [variant] };
    if (trimmed !== category) return { kind: "space", instead: [trimmed] };
    if (category.length > MAX_CATEGORY_LENGTH) return { kind: "long", instead: [] };
    const misspelt = misspeltName(category, recorded);
    if (misspelt !== undefined) return { kind: "misspelt", instead: [misspelt] };
    return { kind: "unlisted", instead: closest(category, names) };
  };
}

/**
 * The same for values. For a template, its constant beginning decides whether it can be a known category.
 * @returns a function that tells the fault, with the category as it can be shown.
 */
export function categoryValueJudge(
  ...[declared, withBuiltin, sdks]: Parameters<typeof categoryJudge>
): (value: Value) => (CategoryFault & { readonly category: string }) | undefined {
  const faultOf = categoryJudge(declared, withBuiltin, sdks);
  return (value) => {
    const category = textOf(value);
    const fault = category === undefined ? undefined : faultOf(category);
    if (category !== undefined) return fault && { ...fault, category };
    const beginning = beginningOf(value);
    if (beginning === undefined || mayBeKnown(beginning, declared, withBuiltin)) return undefined;
    return { kind: "unlisted", instead: [], category: excerpt(value).replace(/^`(.*)`$/u, "$1") };
  };
}

/** The beginning of a category whose end is not known. */
function beginningOf(value: Value): string | undefined {
  const [first] = value.kind === "template" ? value.parts : [];
  return first && textOf(first);
}

/** Whether a category with a fixed beginning can be one that is known. */
function mayBeKnown(beginning: string, declared: readonly string[], withBuiltin: boolean): boolean {
  return [...declared, ...(withBuiltin ? builtin : [])].some((name) => {
    const star = name.indexOf("*");
    const fixed = star === -1 ? name : name.slice(0, star);
    return fixed.startsWith(beginning) || (star !== -1 && beginning.startsWith(fixed));
  });
}

/** A category without case and separators: `ui.click`, `UI_Click` and `uiClick` are one. */
export function plainSpelling(category: string): string {
  return category.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The shapes that a project's categories may have. */
export const CATEGORY_SHAPES = ["dotted", "snake", "kebab", "camel", "any"] as const;

export type CategoryShape = (typeof CATEGORY_SHAPES)[number];

/**
 * A category in a shape: for `user.signIn`, `user.sign.in` (dotted), `user.sign_in`, `user.sign-in`, `user.signIn`.
 * Where a shape has a separator of its own, dots part what is within one another.
 * @returns the category itself where any shape will do, and where it names a module of a program: `my_crate::db`.
 */
export function shapedCategory(category: string, shape: CategoryShape): string {
  if (shape === "any" || /[:/@]/u.test(category)) return category;
  const parts = shape === "dotted" ? [category] : category.split(".");
  return parts.map((part) => joined(wordsOf(part), shape)).join(".");
}

function joined(words: readonly string[], shape: Exclude<CategoryShape, "any">): string {
  switch (shape) {
    case "dotted":
      return words.join(".");
    case "snake":
      return words.join("_");
    case "kebab":
      return words.join("-");
    case "camel":
      return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  }
}

/**
 * Finds one spelling for each category of a file, in the shape of the project.
 * @param written every category as it stands in the file, again for each time.
 * @returns a function that tells the spelling of a category: the most frequent one of those that have the shape, of
 * which the first counts; or else the shaped one of the most frequent.
 */
export function spellingOf(written: readonly string[], shape: CategoryShape): (category: string) => string {
  const counts = new Map<string, number>();
  for (const category of written) counts.set(category, (counts.get(category) ?? 0) + 1);
  const chosen = new Map<string, string>();
  // Sorting is stable: of two that are as frequent, the first one written stays first.
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([category]) => category);
  const shaped = byCount.filter((category) => shapedCategory(category, shape) === category);
  for (const category of [...shaped, ...byCount]) {
    const plain = plainSpelling(category);
    if (!chosen.has(plain)) chosen.set(plain, shapedCategory(category, shape));
  }
  return (category) => chosen.get(plainSpelling(category)) ?? category;
}

/** Shorter words have neighbours that are words themselves: `cart` and `card`, `route` and `router`. */
const SHORTEST_MISSPELT = 7;

function misspeltName(category: string, recorded: ReadonlySet<string>): string | undefined {
  if (category.length < SHORTEST_MISSPELT - 1) return undefined;
  for (const name of recorded) {
    if (name.length >= SHORTEST_MISSPELT && isSlip(category, name)) return name;
  }
  return undefined;
}

/**
 * Whether one letter is missing, doubled, wrong or swapped with its neighbour, neither at the start nor at the
 * end, where a different letter makes a different form of the word (`gestures`).
 */
function isSlip(written: string, meant: string): boolean {
  const surplus = written.length - meant.length;
  if (Math.abs(surplus) > 1) return false;
  let start = 0;
  while (start < meant.length && written[start] === meant[start]) start++;
  let end = 0;
  while (end < meant.length - start && written.at(-1 - end) === meant.at(-1 - end)) end++;
  if (start === 0 || end === 0) return false;
  const wrong = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  const swapped = right.length === 2 && wrong === right.charAt(1) + right.charAt(0);
  return swapped || (wrong.length <= 1 && right.length <= 1);
}
