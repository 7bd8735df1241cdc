import {
  alternatives,
  keyPlaceOf,
  resolve,
  textOf,
  type AutomaticBreadcrumb,
  type Breadcrumb,
  type Field,
  type ListValue,
  type Range,
  type RecordValue,
  type TextValue,
  type Value,
} from "../breadcrumb/index.ts";
import { lostUnder, staysUnderKeys, type Lost } from "./lost-values.ts";
import { openBearer, type Scrubbed, type Scrubber } from "./scrubbing.ts";
import { jsonOf, partsOf } from "./text-calls.ts";

/** A constant string in a breadcrumb because of which Sentry replaces the whole string around it. */
export interface FilteredText {
  /** The literal in the breadcrumb or in a record that it is given, or what the literal is behind there. */
  readonly at: Value;
  /** The literal, or the literals that contain the word only in combination; none for a key in serialised JSON. */
  readonly literals: readonly TextValue[];
  /** The word, or where it stands behind a name, that. */
  readonly range: Range;
  readonly scrubbed: Scrubbed;
  /** Whether something else stands right before or after it. */
  readonly open: { readonly before: boolean; readonly after: boolean };
  /** The key of `data` under which it is; undefined for the message. */
  readonly key: string | undefined;
  /** The field whose key is part of serialised JSON. */
  readonly field?: Field | undefined;
  /** Whether other code may read the record that holds it. */
  readonly shared: boolean;
}

/** An entry of `data` whose key makes Sentry replace or drop what it holds. */
export interface FilteredField {
  /** The key, or the call that yields its record. */
  readonly at: Pick<Value, "range">;
  /** The key, with the keys around it. */
  readonly key: string;
  readonly value: Value;
  /** The field and its record; undefined in an array of a key and a value, which counts as a field. */
  readonly field: Field | undefined;
  readonly record: RecordValue | undefined;
  readonly scrubbed: Scrubbed;
  /** Whether other code may read the record. */
  readonly shared: boolean;
  readonly lost: Lost;
}

interface Found {
  readonly texts: readonly FilteredText[];
  readonly fields: readonly FilteredField[];
}

/** Deeper data and longer chains of definitions are not written by hand. */
const MAX_DEPTH = 50;

/** Where a value is read. */
interface Reading {
  /** The keys above it. */
  readonly path: readonly string[];
  /** The place to report when that is not the value's own. */
  readonly place: Value | undefined;
  readonly shared: boolean;
  readonly open: FilteredText["open"];
  /** The end of the preceding string, if it opens a bearer token. */
  readonly bearer: string;
  /** Whether it becomes part of a string, in which an object shows nothing of its content. */
  readonly inText: boolean;
  /** Its nesting level in `data`. */
  readonly level: number;
  readonly depth: number;
}

const CLOSED = { before: false, after: false };
const TOP: Reading = {
  path: [],
  place: undefined,
  shared: false,
  open: CLOSED,
  bearer: "",
  inText: false,
  level: 0,
  depth: 0,
};

/**
 * The parts of a breadcrumb that Sentry's server would replace or drop because of constant words.
 * @param levels how many levels of objects and lists in `data` are sent.
 */
export function filteredIn(
  { message, data }: Pick<Breadcrumb | AutomaticBreadcrumb, "data" | "message">,
  scrubber: Scrubber,
  levels: number,
): Found {
  const reader = new FilterReader(scrubber, levels);
  if (message !== undefined) reader.read(message.value, { ...TOP, inText: true });
  if (data !== undefined) reader.read(data.value, TOP);
  return reader;
}

/** The first constant string in a value because of which Sentry's server would replace the string that it is. */
export function filteredText(value: Value, scrubber: Scrubber): FilteredText | undefined {
  const reader = new FilterReader(scrubber, 0);
  reader.read(value, { ...TOP, inText: true });
  return reader.texts[0];
}

/** Reads the values of a breadcrumb, and keeps what is filtered. */
class FilterReader implements Found {
  readonly texts: FilteredText[] = [];
  readonly fields: FilteredField[] = [];
  readonly #seen = new Set<Value>();
  readonly #scrubber: Scrubber;
  readonly #levels: number;

  constructor(scrubber: Scrubber, levels: number) {
    this.#scrubber = scrubber;
    this.#levels = levels;
  }

  /** Reads a value at its place. */
  read(value: Value, reading: Reading): void {
    if (reading.depth > MAX_DEPTH) return;
    for (const { at, is } of alternatives(value)) {
      if (!isShown(is, reading)) continue;
      // What several names lead to is read at the first.
      if (is.kind !== "text" && this.#seen.has(is)) continue;
      this.#seen.add(is);
      const within = readingOf(at, is, reading);
      if (is.kind === "text") this.#readText(is, within);
      else if (is.kind === "template") this.#readParts(is.parts, within);
      else if (is.kind === "call") this.#readParts(partsOf(is) ?? [], within, jsonOf(is));
      else if (reading.level < this.#levels) this.#readEntries(is, { ...within, level: reading.level + 1 });
    }
  }

  #readText(literal: TextValue, { path, place, open, bearer, shared }: Reading): void {
    const scrubbed = this.#scrubber.inText(literal.text, !open.before && !open.after, bearer);
    if (scrubbed === undefined) return;
    const range = place?.range ?? wordRange(literal, scrubbed);
    this.texts.push({ at: place ?? literal, literals: [literal], range, scrubbed, open, key: dotted(path), shared });
  }

  #readParts(parts: readonly Value[], reading: Reading, json?: RecordValue | ListValue): void {
    const before = this.texts.length;
    let { bearer } = reading;
    for (const [index, part] of parts.entries()) {
      const open = { before: reading.open.before || index > 0, after: reading.open.after || index < parts.length - 1 };
      this.read(part, { ...reading, inText: true, open, bearer });
      const text = textOf(part);
      bearer = text === undefined ? "" : openBearer(bearer + text);
    }
    if (json !== undefined) this.#readJson(json, reading);
    if (this.texts.length === before) this.#readTogether(parts, reading);
  }

  /** Words that are in neither of two literals, but in their combination. */
  #readTogether(parts: readonly Value[], { path, place, open, shared }: Reading): void {
    const runs = runsOf(parts);
    for (const literals of runs) {
      const isWhole = runs.length === 1 && literals.length === parts.length && !open.before && !open.after;
      const scrubbed = this.#scrubber.inText(literals.map(({ text }) => text).join(""), isWhole);
      const [first] = literals;
      const last = literals.at(-1);
      if (scrubbed === undefined || first === undefined || last === undefined) continue;
      const range = place?.range ?? [first.range[0], last.range[1]];
      this.texts.push({ at: place ?? first, literals, range, scrubbed, open, key: dotted(path), shared });
    }
  }

  /** Serialised JSON contains the keys. */
  #readJson(json: Value, reading: Reading): void {
    const is = resolve(json);
    if (reading.depth > MAX_DEPTH) return;
    const within = { ...reading, inText: true, open: { before: true, after: true }, depth: reading.depth + 1 };
    if (is.kind !== "record" && is.kind !== "list") {
      this.read(json, within);
      return;
    }
    for (const item of is.kind === "list" ? is.items : is.spreads) this.#readJson(item, within);
    for (const field of is.kind === "record" ? is.fields : []) {
      const { name, value } = field;
      const scrubbed = name === undefined ? undefined : this.#scrubber.inText(`"${name}":`, false);
      const { path, shared } = reading;
      if (scrubbed === undefined) {
        this.#readJson(value, within);
      } else {
        const at = reading.place ?? is;
        const { range } = reading.place ?? keyPlaceOf(field);
        this.texts.push({
          at,
          literals: [],
          range,
          scrubbed,
          open: within.open,
          key: dotted(path),
          field,
          shared,
        });
      }
    }
  }

  #readEntries(is: Value, reading: Reading): void {
    if (is.kind === "list") this.#readList(is, reading);
    else if (is.kind === "record") this.#readRecord(is, reading);
  }

  #readList(list: ListValue, reading: Reading): void {
    const pair = pairOf(list);
    const scrubbed = pair && this.#scrubber.inKey(pair.key);
    if (pair !== undefined && scrubbed !== undefined && !staysUnderKeys(pair.value)) {
      const { first, key, value } = pair;
      const at = reading.place ?? first;
      this.#addField({ at, path: [...reading.path, key], fixed: key, value, scrubbed, reading });
      return;
    }
    for (const item of list.items) this.read(item, { ...reading, open: CLOSED });
  }

  #readRecord(record: RecordValue, reading: Reading): void {
    if (record.fields.some(({ name }) => name === "toJSON")) return;
    // What is spread into a record stands on its level.
    for (const spread of record.spreads) this.read(spread, { ...reading, level: reading.level - 1 });
    for (const field of record.fields) {
      const { name, keyRange, computedKey, value } = field;
      const path = [...reading.path, name ?? `[${computedKey?.source ?? "…"}]`];
      const [fixed, scrubbed] = scrubbedKeyOf(field, this.#scrubber);
      const at = reading.place ?? keyPlaceOf(field);
      // A key that a wrapper writes is reported there.
      if (scrubbed === undefined || keyRange === undefined) this.read(value, { ...reading, path, open: CLOSED });
      else this.#addField({ at, path, fixed, value, field, record, scrubbed, reading });
    }
  }

  #addField(found: {
    readonly at: Pick<Value, "range">;
    readonly path: readonly string[];
    readonly fixed: string;
    readonly value: Value;
    readonly field?: Field;
    readonly record?: RecordValue;
    readonly scrubbed: Scrubbed;
    readonly reading: Reading;
  }): void {
    const { at, path, value, field, record, scrubbed, reading } = found;
    const lost = lostUnder(found.fixed, value);
    // On a level that is not sent, the SDK has already put a placeholder.
    if (lost === undefined || ((lost === "object" || lost === "list") && reading.level >= this.#levels)) return;
    this.fields.push({ at, key: path.join("."), value, field, record, scrubbed, shared: reading.shared, lost });
  }
}

/** The key of a field, or the constant end of one built at run time, and a scrubbed word in its constant parts. */
export function scrubbedKeyOf(
  { name, computedKey }: Field,
  scrubber: Scrubber,
): readonly [fixed: string, scrubbed: Scrubbed | undefined] {
  if (name !== undefined) return [name, scrubber.inKey(name)];
  const parts = computedKey?.kind === "template" ? computedKey.parts.map((part) => textOf(part)) : [];
  const found = parts.map((text) => (text === undefined ? undefined : scrubber.inKey(text, false)));
  return [parts.at(-1) ?? "", found.find((one) => one !== undefined)];
}

/** The key and the value as which the server reads an array of two; undefined for any other array. */
export function pairOf({
  items,
  complete,
}: ListValue): { readonly first: Value; readonly key: string; readonly value: Value } | undefined {
  const [first, value, ...others] = items;
  if (first === undefined || value === undefined || others.length > 0 || !complete) return undefined;
  const key = textOf(first);
  return key === undefined ? undefined : { first, key, value };
}

/**
 * Whether the server sees the content of a value: it accepts an object as `data`, and a string shows nothing of an
 * object.
 */
function isShown(is: Value, { inText, level }: Reading): boolean {
  if (!inText && level === 0) return is.kind === "record";
  return is.kind === "record" || is.kind === "list" ? !inText : is.kind !== "unknown";
}

/** Where the inner of a value is read: a record behind a name is mended where it stands, all else where it is used. */
function readingOf(at: Value, is: Value, reading: Reading): Reading {
  const isRecord = (is.kind === "record" || is.kind === "list") && resolve(at).kind !== "call";
  const place = reading.place ?? (at === is || isRecord ? undefined : at);
  const shared = reading.shared || (at !== is && isRecord && !isReadOnce(at));
  return { ...reading, place, shared, depth: reading.depth + 1 };
}

function dotted(path: readonly string[]): string | undefined {
  return path.length === 0 ? undefined : path.join(".");
}

/** At least two adjacent literals of a string. */
function runsOf(parts: readonly Value[]): readonly (readonly TextValue[])[] {
  const runs: TextValue[][] = [[]];
  for (const part of parts) {
    const is = resolve(part);
    if (is.kind === "text") runs.at(-1)?.push(is);
    else runs.push([]);
  }
  return runs.filter(({ length }) => length > 1);
}

function isReadOnce(value: Value): boolean {
  return value.kind === "name" && value.binding?.uses.length === 1 && !value.binding.exported;
}

/**
 * The range of a word in a literal: its own range if the source contains the string unchanged, the literal's range if
 * there are escapes.
 */
function wordRange({ range, source, text }: TextValue, { start, end }: Scrubbed): Range {
  const at = source.indexOf(text);
  const isLiteral = range[1] - range[0] === source.length;
  const isPlain =
    isLiteral && /^b?r?#*["'`]?$/u.test(source.slice(0, at)) && /^["'`]?#*$/u.test(source.slice(at + text.length));
  return isPlain ? [range[0] + at + start, range[0] + at + end] : range;
}
