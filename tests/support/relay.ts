/**
 * What Sentry's server keeps of a breadcrumb by its default rules: a model of getsentry/relay, by which the rule that
 * foretells it is tested. Read in `relay-pii/src/regexes.rs` (`PASSWORD_KEY_REGEX`, `TOKEN_KEY_REGEX`,
 * `BEARER_TOKEN_REGEX`, `CREDITCARD_REGEX`, `US_SSN_REGEX`), `processor.rs` (`process_string`, `process_array`,
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

/** Rules that replace a part of a text, before and after the one for passwords. */
const BEFORE = [/\b(?:3[47]\d|4\d{3}|5[1-5]\d\d|65\d\d|6011)(?:[-\s]?\d){12}\b/gu, /\bBearer\s+[^\s]+/giu];
const AFTER = [/\b\d{3}-\d{2}-\d{4}\b/u];

type Fate = "kept" | "cut" | "lost";

export interface Sample {
  readonly message: string;
  readonly data: Readonly<Record<string, Json>>;
}

/**
 * What the server replaces or drops as a whole of what a JavaScript SDK sends.
 * @param words the project's “Additional Sensitive Fields”.
 * @returns the keys under which it stood, joined from the outermost on, and `message`.
 */
export function lostOf({ message, data }: Sample, words: readonly string[] = []): readonly string[] {
  const lost = new Set<string>();
  const own = words.map((word) => word.toLowerCase());

  function isKey(key: string): boolean {
    return IN_KEY.test(key) || IN_KEY_AND_TEXT.test(key) || own.some((word) => key.toLowerCase().includes(word));
  }

  function fateOf(value: Json, key: string | undefined): Fate {
    if (typeof value === "boolean" || value === null) return "kept";
    if (typeof value === "string" && UNTOUCHED.has(value)) return "kept";
    if (key !== undefined && isKey(key)) return "lost";
    if (typeof value !== "string") return "kept";
    const cut = BEFORE.reduce((text, pattern) => text.replace(pattern, REPLACED), value);
    if (IN_KEY_AND_TEXT.test(cut) || own.some((word) => cut.toLowerCase().includes(word))) return "lost";
    return AFTER.some((pattern) => cut.search(pattern) >= 0) || cut !== value ? "cut" : "kept";
  }

  function read(value: Json, key: string | undefined, path: readonly string[]): void {
    if (fateOf(value, key) === "lost") {
      if (value !== "[Object]" && value !== "[Array]") lost.add(path.join("."));
    } else if (isList(value)) {
      const [first, second] = value;
      const isPair = value.length === 2 && typeof first === "string" && second !== undefined && second !== null;
      if (isPair && fateOf(second, first) !== "kept") read(second, first, isKey(first) ? [...path, first] : path);
      else for (const item of value) read(item, undefined, path);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) read(inner, name, [...path, name]);
    }
  }

  read(message, undefined, ["message"]);
  read(sent(data, 1), undefined, []);
  return [...lost].sort();
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What the SDKs send of `data`: three levels, and a word for each that is deeper. */
function sent(value: Json, level: number): Json {
  if (typeof value !== "object" || value === null) return value;
  if (level > 3) return isList(value) ? "[Array]" : "[Object]";
  if (isList(value)) return value.map((item) => sent(item, level + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sent(inner, level + 1)]));
}
