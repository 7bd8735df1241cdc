import {
  alternatives,
  resolve,
  sortOf,
  textOf,
  type Breadcrumb,
  type Field,
  type Range,
  type RecordValue,
  type TextValue,
  type Value,
} from "../breadcrumb/index.ts";
import { isUntouched, type Scrubbed, type Scrubber } from "./scrubbing.ts";

/** A fixed text of a breadcrumb for which Sentry replaces all that it is a part of. */
export interface FilteredText {
  /** The literal in the breadcrumb or in a record that it is given, or the name behind which the literal is. */
  readonly at: Value;
  readonly literal: TextValue;
  readonly scrubbed: Scrubbed;
  /** Whether something else stands right before or after it. */
  readonly open: { readonly before: boolean; readonly after: boolean };
  /** The key of `data` under which it is; undefined for the message. */
  readonly key: string | undefined;
  /** Whether other code may read the record that holds it. */
  readonly shared: boolean;
}

/** An entry of `data` whose key makes Sentry replace or drop what it holds. */
export interface FilteredField {
  /** The key, or the call that yields its record. */
  readonly at: Pick<Value, "range">;
  readonly field: Field;
  /** The key, with those that it stands under. */
  readonly key: string;
  /** The record that holds it. */
  readonly record: RecordValue;
  readonly scrubbed: Scrubbed;
  /** Whether other code may read the record. */
  readonly shared: boolean;
  /** What is lost; `value` where only its key tells that it is no boolean. */
  readonly lost: "text" | "number" | "object" | "list" | "value";
}

interface Found {
  readonly texts: readonly FilteredText[];
  readonly fields: readonly FilteredField[];
}

/** Deeper data and longer chains of definitions are not written by hand. */
const MAX_DEPTH = 50;

/** Last words of keys whose values are no booleans. */
const NO_BOOLEAN = new Set<string | undefined>(
  `address amount at balance code codes count counts date duration endpoint error errors expiry id ids issuer kind
  length level limit message method methods ms name names path provider providers reason roles scope scopes seconds size
  status time tokens total type types uri url usage version`.split(/\s+/),
);

/** What the server drops as a whole where it stands as `data`. */
const NO_DATA: ReadonlySet<Value["kind"]> = new Set(["list", "template", "text"]);

/** A text that its author has blanked already. */
const BLANK = /^[^\p{L}\p{N}]*$|^\W*(?:redacted|filtered|hidden|masked|removed|omitted)\W*$|^x{3,}$/iu;

/** Where a value is read: the key above it, and the place to report when that is not the value's own. */
interface Reading {
  readonly path: readonly string[];
  readonly place: Value | undefined;
  readonly shared: boolean;
  readonly open: FilteredText["open"];
  readonly depth: number;
}

const TOP: Reading = { path: [], place: undefined, shared: false, open: { before: false, after: false }, depth: 0 };

/** What Sentry's server would replace or drop of a breadcrumb because of its fixed words. */
export function filteredIn({ message, data }: Breadcrumb, scrubber: Scrubber): Found {
  const texts: FilteredText[] = [];
  const fields: FilteredField[] = [];
  const seen = new Set<Value>();

  function read(value: Value, reading: Reading): void {
    if (reading.depth > MAX_DEPTH) return;
    for (const { at, is } of alternatives(value)) {
      // A record behind a name is mended where it stands; a text, and what a call yields, is shown where it is used.
      const isRecord = (is.kind === "record" || is.kind === "list") && resolve(at).kind !== "call";
      const place = reading.place ?? (at === is || isRecord ? undefined : at);
      const shared = reading.shared || (at !== is && isRecord && !isReadOnce(at));
      const within = { ...reading, place, shared, depth: reading.depth + 1 };
      // What several names lead to is read at the first.
      if (is.kind !== "text" && seen.has(is)) continue;
      seen.add(is);
      if (is.kind === "text") readText(is, within);
      else if (is.kind === "template") readParts(is.parts, within);
      else if (is.kind === "record") readRecord(is, within);
      else if (is.kind === "list") for (const item of is.items) read(item, within);
    }
  }

  function readText(literal: TextValue, { path, place, open, shared }: Reading): void {
    const scrubbed = scrubber.inText(literal.text, !open.before && !open.after);
    if (scrubbed === undefined) return;
    const key = path.length === 0 ? undefined : path.join(".");
    texts.push({ at: place ?? literal, literal, scrubbed, open, key, shared });
  }

  function readParts(parts: readonly Value[], reading: Reading): void {
    for (const [index, part] of parts.entries()) {
      const before = reading.open.before || index > 0;
      read(part, { ...reading, open: { before, after: reading.open.after || index < parts.length - 1 } });
    }
  }

  function readRecord(record: RecordValue, reading: Reading): void {
    for (const spread of record.spreads) read(spread, reading);
    for (const field of record.fields) {
      const { name, keyRange, computedKey, range, value } = field;
      const path = [...reading.path, name ?? `[${computedKey?.source ?? "…"}]`];
      const scrubbed = name === undefined ? undefined : scrubber.inKey(name);
      if (name === undefined || scrubbed === undefined) {
        read(value, { ...reading, path, open: TOP.open });
        continue;
      }
      const lost = lostUnder(name, value);
      if (lost === undefined) continue;
      const at = reading.place ?? { range: keyRange ?? range };
      fields.push({ at, field, key: path.join("."), record, scrubbed, lost, shared: reading.shared });
    }
  }

  if (message !== undefined) read(message.value, TOP);
  if (data !== undefined && !NO_DATA.has(resolve(data.value).kind)) read(data.value, TOP);
  return { texts, fields };
}

function isReadOnce(value: Value): boolean {
  return value.kind === "name" && value.binding?.uses.length === 1 && !value.binding.exported;
}

/** What is lost under a key that Sentry scrubs; undefined where it may be nothing. */
function lostUnder(key: string, value: Value): FilteredField["lost"] | undefined {
  let isKnown = true;
  for (const { is } of alternatives(value)) {
    const sort = sortOf(is);
    if (sort === "number" || sort === "list") return sort;
    if (sort === "record" || sort === "error") return "object";
    if (sort === "date") return "text";
    const text = textOf(is);
    if (sort === "text" && (text === undefined || !(isUntouched(text) || BLANK.test(text)))) return "text";
    isKnown &&= sort !== undefined;
  }
  const words = key
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return !isKnown && NO_BOOLEAN.has(words.at(-1)) ? "value" : undefined;
}

/**
 * Where a word of a literal stands in the file: its own span where the source spells the text as it is, that of the
 * literal where there are escapes.
 */
export function wordRange({ range, source, text }: TextValue, { start, end }: Scrubbed): Range {
  const at = source.indexOf(text);
  const isLiteral = range[1] - range[0] === source.length;
  const isPlain =
    isLiteral && /^b?r?#*["'`]?$/u.test(source.slice(0, at)) && /^["'`]?#*$/u.test(source.slice(at + text.length));
  return isPlain ? [range[0] + at + start, range[0] + at + end] : range;
}
