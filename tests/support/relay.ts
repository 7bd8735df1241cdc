/**
 * What Sentry's server keeps of a breadcrumb by its default rules: a model of getsentry/relay, by which the rule that
 * foretells it is tested. Read in `relay-pii/src/regexes.rs` (`PASSWORD_KEY_REGEX`, `TOKEN_KEY_REGEX`,
 * `BEARER_TOKEN_REGEX`, `CREDITCARD_REGEX`, `IBAN_REGEX`, `PEM_KEY_REGEX`, `US_SSN_REGEX`), `processor.rs` (`process_string`, `process_array`,
 * `before_process`, `apply_rule_to_value`), `convert.rs` and `builtin.rs` (`@common:filter`), `compiledconfig.rs` (the
 * rules are applied in the order of their names, and one that nothing defines is left out, as is `@userpath:filter`).
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const UNTOUCHED = new Set(["", "true", "false", "null", "undefined"]);
const IN_KEY = /token/iu;
const IN_KEY_AND_TEXT =
  /password|secret|passwd|api[-_]key|apikey|auth|credentials|mysql_pwd|privatekey|private[-_]key|token[^\s]*[:=]|^otp$|^two[-_]factor$/iu;

/** Stands for what has been replaced, as in the server's search. */
const REPLACED = "\0";

const COUNTRIES =
  "AT|AD|AE|AL|AZ|BA|BE|BG|BH|BR|BY|CH|CR|CY|CZ|DE|DK|DO|EE|EG|ES|FI|FO|FR|GB|GE|GI|GL|GR|GT|HR|HU|IE|IL|IQ|IS|IT|JO|KW|KZ|LB|LC|LI|LT|LU|LV|LY|MC|MD|ME|MK|MR|MT|MU|NL|NO|PK|PL|PS|PT|QA|RO|RU|RS|SA|SC|SE|SI|SK|SM|ST|SV|TL|TN|TR|UA|VA|VG|XK|DZ|AO|BJ|BF|BI|CV|CM|CF|TD|KM|CG|CI|DJ|GQ|GA|GW|HN|IR|MG|ML|MA|MZ|NI|NE|SN|TG";

/** Rules that replace a part of a text, before and after the one for passwords, and what they keep in front of it. */
const BEFORE = [
  /()\b(?:3[47]\d|4\d{3}|5[1-5]\d\d|65\d\d|6011)(?:[-\s]?\d){12}\b/gu,
  new RegExp(String.raw`()\b(?:${COUNTRIES})\d{2}[a-zA-Z0-9]{11,29}\b`, "gu"),
  /()\bBearer\s+[^\s]+/giu,
];
const AFTER = [
  /(-----BEGIN[A-Z ]+(?:PRIVATE|PUBLIC) KEY-----[\t ]*\r?\n?)[^]+?(?=\r?\n?-----END[A-Z ]+(?:PRIVATE|PUBLIC) KEY-----)/gu,
  /(\b(?:[a-z0-9]+:)?\/\/[a-zA-Z0-9%_.-]+:)[a-zA-Z0-9%_.-]+(?=@)/gu,
  /()\b\d{3}-\d{2}-\d{4}\b/gu,
];

type Fate = "kept" | "cut" | "lost";

export interface Sample {
  readonly message: string;
  readonly data: Readonly<Record<string, Json>>;
}

function isKey(key: string, own: readonly string[]): boolean {
  return IN_KEY.test(key) || IN_KEY_AND_TEXT.test(key) || own.some((word) => key.toLowerCase().includes(word));
}

function cutText(text: string, by: string): string {
  return BEFORE.reduce((rest, pattern) => rest.replace(pattern, `$1${by}`), text);
}

function fateOf(value: Json, key: string | undefined, own: readonly string[]): Fate {
  if (typeof value === "boolean" || value === null) return "kept";
  if (typeof value === "string" && UNTOUCHED.has(value)) return "kept";
  if (key !== undefined && isKey(key, own)) return "lost";
  if (typeof value !== "string") return "kept";
  const cut = cutText(value, REPLACED);
  if (IN_KEY_AND_TEXT.test(cut) || own.some((word) => cut.toLowerCase().includes(word))) return "lost";
  return AFTER.some((pattern) => cut.search(pattern) >= 0) || cut !== value ? "cut" : "kept";
}

/** Whether a list is read as a key and its value. */
function isPair(list: readonly Json[], own: readonly string[]): list is readonly [string, Json] {
  const [first, second] = list;
  if (list.length !== 2 || typeof first !== "string" || second === undefined || second === null) return false;
  return fateOf(second, first, own) !== "kept";
}

/**
 * What the server replaces or drops as a whole of what a JavaScript SDK sends.
 * @param words the project's “Additional Sensitive Fields”.
 * @returns the keys under which it stood, joined from the outermost on, and `message`.
 */
export function lostOf({ message, data }: Sample, words: readonly string[] = []): readonly string[] {
  const lost = new Set<string>();
  const own = words.map((word) => word.toLowerCase());

  function read(value: Json, key: string | undefined, path: readonly string[]): void {
    if (fateOf(value, key, own) === "lost") {
      if (value !== "[Object]" && value !== "[Array]") lost.add(path.join("."));
    } else if (isList(value)) {
      if (isPair(value, own)) read(value[1], value[0], isKey(value[0], own) ? [...path, value[0]] : path);
      else for (const item of value) read(item, undefined, path);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) read(inner, name, [...path, name]);
    }
  }

  read(message, undefined, ["message"]);
  read(sent(data, 1), undefined, []);
  return [...lost].sort();
}

/**
 * What the server keeps of a breadcrumb as an SDK sends it, with its defaults (`relay-event-schema`,
 * `src/protocol/breadcrumb.rs`, `src/protocol/types.rs`; `relay-event-normalization`, `normalize_breadcrumbs`).
 */
export function receivedOf(breadcrumb: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const { type, category, level, message, data, timestamp } = breadcrumb;
  const kept: Record<string, Json | undefined> = {
    type: typeof type === "string" ? trimmed(type) : "default",
    category: typeof category === "string" ? trimmed(category) : undefined,
    level: levelOf(level),
    message: typeof message === "string" ? scrubbed(message, undefined) : undefined,
    data: typeof data === "object" && !isList(data) && data !== null ? scrubbed(data, undefined) : undefined,
    timestamp: isTime(timestamp) ? timestamp : undefined,
  };
  return Object.fromEntries(Object.entries(kept).flatMap(([name, is]) => (is === undefined ? [] : [[name, is]])));
}

/** `max_chars = 128` (`trimming.rs`). */
function trimmed(text: string): string {
  const characters = Array.from(text);
  return characters.length > 128 ? `${characters.slice(0, 125).join("")}...` : text;
}

function levelOf(level: Json | undefined): string {
  const levels: Readonly<Record<string, string>> = {
    ...{ debug: "debug", info: "info", log: "info", warning: "warning", error: "error", fatal: "fatal" },
    ...{ critical: "fatal", 10: "debug", 20: "info", 30: "warning", 40: "error", 50: "fatal" },
  };
  return typeof level === "string" || typeof level === "number" ? (levels[level] ?? "info") : "info";
}

function isTime(time: Json | undefined): time is string | number {
  if (typeof time === "number") return time < Date.UTC(10_000, 0) / 1000;
  return typeof time === "string" && /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/u.test(time);
}

function scrubbed(value: Json, key: string | undefined): Json | undefined {
  const fate = fateOf(value, key, []);
  if (fate === "lost") return typeof value === "string" ? "[Filtered]" : undefined;
  if (typeof value === "string")
    return fate === "cut"
      ? AFTER.reduce((text, pattern) => text.replace(pattern, "$1[Filtered]"), cutText(value, "[Filtered]"))
      : value;
  if (isList(value)) {
    if (isPair(value, [])) return [value[0], scrubbed(value[1], value[0]) ?? null];
    return value.map((item) => scrubbed(item, undefined) ?? null);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const is = scrubbed(inner, name);
      return is === undefined ? [] : [[name, is]];
    }),
  );
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What the SDKs send of `data`: three levels, and a word for each that is deeper. */
export function sent(value: Json, level: number): Json {
  if (typeof value !== "object" || value === null) return value;
  if (level > 3) return isList(value) ? "[Array]" : "[Object]";
  if (isList(value)) return value.map((item) => sent(item, level + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sent(inner, level + 1)]));
}
