import type { FieldName, Value } from "../breadcrumb/index.ts";
import { typoOf } from "./closest.ts";

/** The fields of a breadcrumb that Sentry's documentation has (sentry-docs, "Breadcrumbs"). */
const FIELDS: readonly FieldName[] = ["type", "category", "message", "level", "timestamp", "data"];

/**
 * What the server knows beside them: `event_id` is of the SDKs' type, `origin` of the payload's documentation
 * (sentry-docs, `develop-docs/sdk/foundations/transport/event-payloads/breadcrumbs.mdx`), `ty` is an old name of
 * `type` (relay, `relay-event-schema/src/protocol/breadcrumb.rs`).
 */
const ALSO_KNOWN: ReadonlySet<string> = new Set(["event_id", "origin", "ty"]);

/** Common names for a field, in lower case. */
const ALIASES: ReadonlyMap<string, FieldName> = new Map([
  ["msg", "message"],
  ["mesg", "message"],
  ["lvl", "level"],
  ["severity", "level"],
  ["cat", "category"],
  ["time", "timestamp"],
  ["ts", "timestamp"],
]);

/** Words of their own although a letter away from a field. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["date"]);

/** Whether the server keeps a field of a breadcrumb. */
export function isKnownField(name: string): boolean {
  return (FIELDS as readonly string[]).includes(name) || ALSO_KNOWN.has(name);
}

/** The field that a name plainly means although Sentry does not know the name; a plural means several of something. */
export function meantField(name: string): FieldName | undefined {
  const word = name.toLowerCase();
  if (OTHER_WORDS.has(word) || FIELDS.some((field) => word === `${field}s`)) return undefined;
  return ALIASES.get(word) ?? typoOf(word, FIELDS);
}

/** Whether a value fits a field, as far as the source shows. */
export function mayHold(field: FieldName, { kind }: Value): boolean {
  if (kind === "function" || kind === "boolean" || kind === "nothing") return false;
  if (field === "data") return kind !== "text" && kind !== "template" && kind !== "number" && kind !== "list";
  if (kind === "record" || kind === "list") return false;
  return field === "timestamp" ? kind !== "text" && kind !== "template" : kind !== "number";
}

/** The consequence of a missing field. The SDK adds a `timestamp`. */
const MISSING = {
  category: "Sentry titles it “generic”, and it cannot be searched by category.",
  message: "it does not say what happened.",
  level: "Sentry shows it as info.",
  type: "Sentry shows it as `default`.",
  data: "it does not say what it was about.",
} as const;

export type RequirableField = keyof typeof MISSING;

/** The fields that a project may require of its breadcrumbs. */
export const REQUIRABLE_FIELDS: readonly RequirableField[] = ["category", "message", "level", "type", "data"];

/** The consequence of a missing field, as the second half of a sentence. */
export function fateWithout(field: RequirableField): string {
  return MISSING[field];
}

/**
 * The server's default for a missing field (relay, `relay-event-normalization/src/event.rs`, `normalize_breadcrumbs`);
 * undefined if it has none.
 */
export function assumedValue(field: RequirableField): string | undefined {
  if (field === "level") return "info";
  return field === "type" ? "default" : undefined;
}
