import {
  alternatives,
  excerpt,
  fieldlessClassOf,
  runtimeTypeOf,
  RUNTIME_TYPE_NAMES,
  textOf,
  type Alternative,
  type Breadcrumb,
  type Field,
  type FieldName,
  type ListValue,
  type RecordValue,
  type Value,
} from "../breadcrumb/index.ts";
import { lossOf, NO_DATA } from "./data.ts";
import { assumedValue } from "./fields.ts";
import { filteredText, pairOf, scrubbedKeyOf } from "./filtered.ts";
import { arrivingLevel, levelText } from "./levels.ts";
import { lostUnder } from "./lost-values.ts";
import { cutText, isUntouched, type Scrubber } from "./scrubbing.ts";
import type { Shown, ShownField, ShownRecord, ShownSource } from "./shown.ts";
import { partsOf } from "./text-calls.ts";
import { timestampKindOf, type TimestampKind } from "./timestamps.ts";
import { isType } from "./types.ts";

/** What decides on the way to Sentry, beside the breadcrumb. */
export interface Way {
  readonly scrubber: Scrubber;
  /** How many levels of objects and arrays in `data` are sent. */
  readonly levels: number;
}

/** Deeper data and longer chains of definitions are not written by hand. */
const MAX_DEPTH = 20;

const FILTERED = "[Filtered]";
const LOST: Shown = { kind: "lost" };

/** What the server makes of a time; undefined where it takes it as it is. */
const TIMES: Readonly<Record<TimestampKind, string | undefined>> = {
  seconds: undefined,
  date: "sent as a string",
  "date-text": undefined,
  empty: "the SDK sets no time either",
  milliseconds: "dropped: in milliseconds it is after the year 9999",
  "other-unit": "a wrong time, or dropped: it is not in seconds since the epoch",
  "since-start": "a time in the 1970s: it counts from the start of the program",
  unreadable: "dropped: Sentry cannot read the time",
};

const DROPPED_TIMES: ReadonlySet<TimestampKind | undefined> = new Set(["empty", "milliseconds", "unreadable"]);

/** What a breadcrumb would arrive as: what the SDK sends of it, and what the server makes of that by default. */
export function arrivalOf(breadcrumb: Breadcrumb, way: Way): ShownRecord {
  const { unknownFields, complete } = breadcrumb;
  const reader = new ArrivalReader(way);
  const readers: Readonly<Record<FieldName, (value: Value) => Shown>> = {
    type: (value) => reader.plain(value, (text) => (isType(text) ? undefined : "shown as `default`")),
    category: (value) => reader.plain(value),
    level: (value) => each(value, ({ is }) => levelOf(is)),
    message: (value) => reader.message(value),
    data: (value) => reader.data(value),
    timestamp: (value) => each(value, ({ is }) => timeOf(is)),
  };
  const known = (Object.keys(readers) as FieldName[]).flatMap((name): ShownField[] => {
    const field = breadcrumb[name];
    if (field !== undefined) return [{ name, value: withDefault(name, readers[name](field.value)) }];
    if (!complete) return [];
    if (name === "timestamp") return [{ name, value: { kind: "unknown", source: "", note: "the time of the call" } }];
    const value = withDefault(name, LOST);
    return value.kind === "lost" ? [] : [{ name, value }];
  });
  const note = "dropped: Sentry does not know the field";
  const dropped = unknownFields.map(({ name = "" }): ShownField => ({ name, value: { ...LOST, note } }));
  return { fields: [...known, ...dropped], open: !complete };
}

/** What the server puts where a field is missing or dropped. */
function withDefault(name: FieldName, shown: Shown): Shown {
  if (shown.kind === "choice") return { ...shown, branches: shown.branches.map((branch) => withDefault(name, branch)) };
  const assumed = name === "timestamp" ? undefined : assumedValue(name);
  if (shown.kind !== "lost" || assumed === undefined) return shown;
  return { kind: "known", value: assumed, note: shown.note ?? "by default" };
}

/** So many characters the server keeps of a type and a category (relay, `protocol/breadcrumb.rs` and `trimming.rs`). */
const MOST_CHARACTERS = 128;
const ELLIPSIS = "...";

/** What the server makes of a type or category that is too long. */
function shortened(text: string): { readonly value?: string; readonly note?: string } {
  const characters = Array.from(text);
  if (characters.length <= MOST_CHARACTERS) return {};
  const value = characters.slice(0, MOST_CHARACTERS - ELLIPSIS.length).join("") + ELLIPSIS;
  return { value, note: `Sentry keeps ${MOST_CHARACTERS} characters` };
}

type Chosen = Pick<Alternative, "at" | "is">;

/** All that a value may arrive as; the same twice is one. */
function each(value: Value, read: (alternative: Chosen) => Shown): Shown {
  const branches = new Map(
    alternatives(value).map((alternative) => {
      const shown = read(alternative);
      return [JSON.stringify(shown), shown];
    }),
  );
  const [only, ...others] = branches.values();
  return only === undefined || others.length > 0 ? { kind: "choice", branches: [...branches.values()] } : only;
}

function unknown(value: Value): Shown {
  return { kind: "unknown", source: excerpt(value) };
}

function levelOf(is: Value): Shown {
  if (is.kind === "nothing") return LOST;
  const text = is.kind === "number" ? is.number : levelText(is);
  if (text === undefined) return unknown(is);
  const level = arrivingLevel(text);
  const note = level === undefined ? `Sentry does not know \`${text}\`` : `\`${text}\` in the source`;
  return { kind: "known", value: level ?? "info", ...(level !== text && { note }) };
}

function timeOf(is: Value): Shown {
  const kind = timestampKindOf(is);
  const why = kind === undefined ? undefined : TIMES[kind];
  const note = why === undefined ? {} : { note: why };
  if (DROPPED_TIMES.has(kind)) return { ...LOST, ...note };
  if (is.kind === "number") return { kind: "known", value: is.number, ...note };
  const text = textOf(is);
  return text === undefined ? { ...unknown(is), ...note } : { kind: "known", value: text, ...note };
}

/** Reads the values of one breadcrumb. */
class ArrivalReader {
  readonly #scrubber: Scrubber;
  readonly #levels: number;

  constructor({ scrubber, levels }: Way) {
    this.#scrubber = scrubber;
    this.#levels = levels;
  }

  /** A string that the server does not scrub. */
  plain(value: Value, noteOn: (text: string) => string | undefined = () => undefined): Shown {
    return each(value, (alternative) => {
      const text = textOf(alternative.is);
      if (text === undefined) return this.#string(alternative, false);
      const note = noteOn(text);
      return { kind: "known", value: text, ...(note !== undefined && { note }), ...shortened(text) };
    });
  }

  message(value: Value): Shown {
    return each(value, (alternative) => this.#string(alternative, true));
  }

  /** The server accepts nothing but an object as `data`. */
  data(value: Value): Shown {
    return each(value, ({ at, is }) => {
      const type = runtimeTypeOf(is) ?? runtimeTypeOf(at);
      if (type === "nothing") return LOST;
      if (type !== undefined && NO_DATA.has(type))
        return { ...LOST, note: `dropped: \`data\` must be an object, not ${RUNTIME_TYPE_NAMES[type]}` };
      return this.#value({ at, is }, 1);
    });
  }

  /** A field in which the server accepts strings only. */
  #string({ at, is }: Chosen, mayScrub: boolean): Shown {
    const type = runtimeTypeOf(is) ?? runtimeTypeOf(at);
    if (type === "nothing") return LOST;
    if (type !== undefined && type !== "text")
      return { ...LOST, note: `dropped: it must be a string, not ${RUNTIME_TYPE_NAMES[type]}` };
    return this.#text(is, mayScrub) ?? unknown(at);
  }

  #value({ at, is }: Chosen, level: number): Shown {
    const empty = fieldlessClassOf(at, [is]);
    if (empty !== undefined)
      return { kind: "record", fields: [], open: false, note: `a ${empty} has no properties of its own` };
    const loss = lossOf({ at, each: [is], level, field: undefined }, this.#levels);
    if (loss?.kind === "deep")
      return {
        kind: "known",
        value: loss.remains,
        note: `the SDK sends ${this.#levels} ${this.#levels === 1 ? "level" : "levels"}`,
      };
    if (loss?.kind === "function" || loss?.kind === "symbol") {
      const [start, end] = loss.kind === "function" ? ["[Function: ", "]"] : ["[Symbol(", ")]"];
      return { kind: "text", parts: [start, { source: "…" }, end] };
    }
    switch (is.kind) {
      case "number":
        if (is.source.endsWith("n")) return { kind: "known", value: `[BigInt: ${is.number}]` };
        return { kind: "known", value: is.number };
      case "boolean":
        return { kind: "known", value: is.boolean };
      case "nothing":
        return is.word === "undefined" ? { ...LOST, note: "`undefined` is not sent" } : { kind: "known", value: null };
      case "record":
        return level > MAX_DEPTH || is.fields.some(({ name }) => name === "toJSON")
          ? unknown(at)
          : this.#record(is, level);
      case "list":
        return level > MAX_DEPTH ? unknown(at) : this.#list(is, level);
      case "text":
      case "template":
      case "call":
        return this.#text(is, true) ?? unknown(at);
      case "name":
      case "member":
      case "choice":
      case "operation":
      case "function":
      case "unknown":
        return unknown(at);
    }
  }

  #record({ fields, complete }: RecordValue, level: number): Shown {
    // Of two with the same name the last one counts.
    const entries = new Map(fields.map((field) => [nameOf(field), field]));
    const shown = [...entries].map(([name, field]) => ({ name, value: this.#entry(field, level) }));
    return { kind: "record", fields: shown, open: !complete };
  }

  #entry(field: Field, level: number): Shown {
    const [fixed, scrubbed] = scrubbedKeyOf(field, this.#scrubber);
    return each(field.value, (alternative) => {
      const shown = this.#value(alternative, level + 1);
      return scrubbed === undefined ? shown : underKey(fixed, scrubbed.match, alternative.at, shown);
    });
  }

  #list(list: ListValue, level: number): Shown {
    const { items, complete } = list;
    const key = pairOf(list)?.key;
    const scrubbed = key === undefined ? undefined : this.#scrubber.inKey(key);
    const shown = items.map((item, index) =>
      each(item, (alternative) => {
        const inner = this.#value(alternative, level + 1);
        const isUnderKey = key !== undefined && scrubbed !== undefined && index === 1;
        const kept = isUnderKey ? underKey(key, scrubbed.match, alternative.at, inner) : inner;
        return kept.kind === "lost" ? { ...kept, kind: "known", value: null } : kept;
      }),
    );
    const [, second] = shown;
    // Then the first is a key, which stays.
    if (key !== undefined && second !== undefined && isScrubbed(second))
      return { kind: "list", items: [{ kind: "known", value: key }, second], open: !complete };
    return { kind: "list", items: shown, open: !complete };
  }

  /** A string with what is known of it; undefined for a value that is not known to be one. */
  #text(value: Value, mayScrub: boolean): Shown | undefined {
    const pieces = piecesOf(value, 0);
    const parts = joined(pieces.map((piece) => (piece.kind === "text" ? piece.text : { source: excerpt(piece) })));
    const found = mayScrub ? filteredText(value, this.#scrubber) : undefined;
    const isText = value.kind === "template" || found !== undefined || parts.some((part) => typeof part === "string");
    if (!isText) return undefined;
    const cut = parts.map((part) => (typeof part === "string" && mayScrub ? cutText(part, FILTERED) : part));
    const [only = "", ...others] = cut;
    const text: Shown =
      others.length === 0 && typeof only === "string" ? { kind: "known", value: only } : { kind: "text", parts: cut };
    if (found === undefined) return text;
    const filtered: Shown = { kind: "known", value: FILTERED, note: `it contains \`${found.scrubbed.match}\`` };
    const isCertain = found.literals.every((literal) => pieces.includes(literal));
    return isCertain ? filtered : { kind: "choice", branches: [filtered, text] };
  }
}

/** What the server makes of what it finds under a key with a word that it scrubs. */
function underKey(key: string, word: string, at: Value, shown: Shown): Shown {
  const note = `the key contains \`${word}\``;
  const filtered: Shown = { kind: "known", value: FILTERED, note };
  const dropped: Shown = { ...LOST, note: `dropped: ${note}` };
  switch (shown.kind) {
    case "known":
      if (typeof shown.value === "number") return dropped;
      return typeof shown.value === "string" && !isUntouched(shown.value) ? filtered : shown;
    case "text":
    // Of two strings.
    case "choice":
      return filtered;
    case "record":
    case "list":
      return dropped;
    case "unknown": {
      const lost = lostUnder(key, at);
      if (lost === "text") return filtered;
      if (lost === "value") return { kind: "choice", branches: [filtered, dropped] };
      return lost === undefined
        ? { ...shown, note: `\`[Filtered]\` or dropped, unless it is a boolean: ${note}` }
        : dropped;
    }
    case "lost":
      return shown;
  }
}

/** Whether the server has changed a value or dropped it. */
function isScrubbed(shown: Shown): boolean {
  if (shown.kind === "choice") return shown.branches.some(isScrubbed);
  if (shown.kind === "text") return shown.parts.some((part) => typeof part === "string" && part.includes(FILTERED));
  if (shown.kind !== "known") return false;
  if (shown.value === null) return shown.note?.startsWith("dropped") === true;
  return typeof shown.value === "string" && shown.value.includes(FILTERED);
}

function nameOf({ name, computedKey }: Field): string {
  return name ?? `[${computedKey === undefined ? "…" : excerpt(computedKey)}]`;
}

/** The pieces of a string in order, with those taken apart of which there is but one. */
function piecesOf(value: Value, depth: number): readonly Value[] {
  const [sole, ...others] = depth > MAX_DEPTH ? [] : alternatives(value);
  if (sole === undefined || others.length > 0) return [value];
  const parts = sole.is.kind === "template" ? sole.is.parts : sole.is.kind === "call" ? partsOf(sole.is) : undefined;
  if (parts !== undefined) return parts.flatMap((part) => piecesOf(part, depth + 1));
  return [sole.is.kind === "text" ? sole.is : value];
}

/** Neighbouring strings are one. */
function joined(parts: readonly (string | ShownSource)[]): readonly (string | ShownSource)[] {
  const all: (string | ShownSource)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
