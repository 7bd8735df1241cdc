import { resolve, textOf as knownText, type Field, type RecordValue, type Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { cutStatement } from "../syntax/entries.ts";
import type { Mutation } from "../flow/mutations.ts";
import type { Effects } from "../flow/reaching-writes.ts";
import type { Variable } from "../names/variables.ts";
import { recordOfPairs } from "./collections.ts";
import type { Reading, Site } from "./context.ts";
import { formatParts } from "./templates.ts";

/** How what a variable holds changes: records and lists entry by entry, texts part by part. */
export function effectsOn(reading: Reading, { identifier }: Variable): Effects<Value | undefined> {
  return {
    join: (states) => join(reading, states, identifier),
    apply: (state, change) => update(reading, state, change.path, change, identifier),
  };
}

function join(reading: Reading, states: readonly (Value | undefined)[], identifier: RustNode): Value | undefined {
  const values = [...new Set(states.filter((state) => state !== undefined))];
  const [first, ...others] = values;
  if (first === undefined || others.length === 0) return first;
  const records = values.map(resolve);
  if (records.every((value) => value.kind === "record")) return joinRecords(reading, records, resolve(first));
  if (records.every((value) => value.kind === "list")) {
    const items = [...new Set(records.flatMap(({ items }) => items))];
    return { kind: "list", range: first.range, source: first.source, items, complete: false };
  }
  return reading.either(values, reading.at(identifier));
}

function joinRecords(reading: Reading, records: readonly RecordValue[], { range, source }: Site): Value {
  const fields = new Map<string | Field, Field>();
  for (const field of records.flatMap(({ fields }) => fields)) {
    const key = field.name ?? field.value.source;
    const known = fields.get(key);
    if (known === undefined || known.value === field.value) fields.set(key, known ?? field);
    else fields.set(key, { ...field, value: reading.either([known.value, field.value], field.value) });
  }
  return {
    kind: "record",
    range,
    source,
    fields: [...fields.values()],
    spreads: [...new Set(records.flatMap(({ spreads }) => spreads))],
    complete: records.every(({ complete }) => complete),
  };
}

function update(
  reading: Reading,
  state: Value | undefined,
  path: readonly string[],
  change: Mutation,
  identifier: RustNode,
): Value {
  const [name, ...rest] = path;
  if (name === undefined) return changed(reading, state, change, identifier);
  const record = recordIn(reading, state, identifier);
  const before = record.fields.findLast((field) => field.name === name);
  // What a complete record does not list is as empty as its type makes it.
  const missing = record.complete && rest.length === 0 && change.kind === "insert" ? emptyRecord(record) : undefined;
  const value = update(reading, before?.value ?? missing, rest, change, identifier);
  const isWrite = change.kind === "write" && rest.length === 0;
  const field: Field = isWrite
    ? changedField(reading, name, change.pathNode, value, change.node)
    : { ...(before ?? changedField(reading, name, change.pathNode, value, change.node)), value, removal: undefined };
  return withField(record, field);
}

function changed(reading: Reading, state: Value | undefined, change: Mutation, identifier: RustNode): Value {
  const { kind, values } = change;
  const [first, second = first] = values;
  // A method that is given nothing is half-typed.
  if (kind === "open" || first === undefined || second === undefined) return partial(reading, state, identifier);
  switch (kind) {
    case "write":
      return reading.valueOf(first);
    case "append":
      return appended(reading, state, first, change.node);
    case "insert": {
      const key = reading.valueOf(first);
      const field = changedField(reading, knownText(key), undefined, reading.valueOf(second), change.node);
      const known = field.name === undefined ? { ...field, computedKey: key } : { ...field, keyRange: key.range };
      return withField(recordIn(reading, state, identifier), known);
    }
    case "push": {
      const list = state && resolve(state);
      const items = list?.kind === "list" ? list.items : [];
      const complete = list?.kind === "list" && list.complete;
      return {
        kind: "list",
        ...siteOf(reading, list, identifier),
        items: [...items, reading.valueOf(first)],
        complete,
      };
    }
    case "extend":
      return extended(reading, state, reading.valueOf(first), identifier);
  }
}

function siteOf(reading: Reading, value: Value | undefined, identifier: RustNode): Site {
  return value === undefined ? reading.at(identifier) : { range: value.range, source: value.source };
}

function appended(reading: Reading, state: Value | undefined, added: RustNode, node: RustNode): Value {
  const parts =
    added.type === "MacroInvocation"
      ? formatParts(reading, reading.listedIn(added)?.slice(1))
      : [reading.valueOf(added)];
  const known = state === undefined ? undefined : resolve(state);
  const before = known === undefined ? [] : known.kind === "template" ? known.parts : [known];
  const kept = before.filter((part) => part.kind !== "text" || part.text !== "");
  return { kind: "template", ...reading.at(node), parts: [...kept, ...(parts ?? [reading.unknown(added)])] };
}

function extended(reading: Reading, state: Value | undefined, added: Value, identifier: RustNode): Value {
  const is = resolve(added);
  const known = state && resolve(state);
  if (known?.kind === "list") {
    const items = is.kind === "list" ? is.items : [added];
    return { kind: "list", ...siteOf(reading, known, identifier), items: [...known.items, ...items], complete: false };
  }
  const record = recordIn(reading, state, identifier);
  const entries = recordOfPairs(reading, is);
  if (entries === undefined) return { ...plainRecord(record), spreads: [...record.spreads, added], complete: false };
  const merged = entries.fields.reduce(withField, record);
  return { ...plainRecord(merged), complete: merged.complete && entries.complete };
}

function partial(reading: Reading, state: Value | undefined, identifier: RustNode): Value {
  const is = state && resolve(state);
  if (is?.kind === "record") return { ...plainRecord(is), complete: false };
  if (is?.kind === "list")
    return { kind: "list", ...siteOf(reading, is, identifier), items: is.items, complete: false };
  const unknown: Value = { kind: "unknown", ...reading.at(identifier) };
  return state === undefined ? unknown : reading.either([state, unknown], unknown);
}

function recordIn(reading: Reading, state: Value | undefined, identifier: RustNode): RecordValue {
  const is = state && resolve(state);
  if (is?.kind === "record") return is;
  const spreads = state === undefined ? [] : [state];
  return { kind: "record", ...reading.at(identifier), fields: [], spreads, complete: false };
}

function changedField(
  reading: Reading,
  name: string | undefined,
  key: RustNode | undefined,
  value: Value,
  node: RustNode,
): Field {
  const statement = node.parent?.type === "ExpressionStatement" ? node.parent : undefined;
  const removal = statement?.parent && cutStatement(reading.program.sourceCode, statement, statement.parent);
  return { name, keyRange: key?.range, value, range: node.range, removal };
}

/** A record whose properties are known, so that it can be copied with some of them changed. */
function plainRecord({ range, source, fields, spreads, complete }: RecordValue): RecordValue {
  return { kind: "record", range, source, fields, spreads, complete };
}

function emptyRecord({ range, source }: RecordValue): RecordValue {
  return { kind: "record", range, source, fields: [], spreads: [], complete: true };
}

function withField(record: RecordValue, field: Field): RecordValue {
  const others = field.name === undefined ? record.fields : record.fields.filter(({ name }) => name !== field.name);
  const complete = record.complete && field.name !== undefined;
  return { ...plainRecord(record), fields: [...others, field], complete };
}
