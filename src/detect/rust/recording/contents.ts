import {
  letsThrough,
  matches,
  nameOf,
  resolve,
  textOf,
  fieldFor,
  type CallValue,
  type Field,
  type FieldName,
  type Range,
  type RecordValue,
  type Value,
  type OperationValue,
  type SingleValue,
} from "../../../breadcrumb/index.ts";
import { descendantsOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { branchesOf, firstOf, lastOf } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Recording } from "./argument-map.ts";
import { FIELD_NAMES, fieldNamed, recordsNothing, recordsOf } from "./given-records.ts";
import { isReached } from "./reached.ts";

/** The fields of one breadcrumb of a call. */
export interface RecordedContents {
  readonly fields: Readonly<Partial<Record<FieldName, Field>>>;
  /** The expression that is the whole breadcrumb, for the SDK's own functions and wrappers that are given one. */
  readonly whole: Value | undefined;
  readonly record: RecordValue | undefined;
  /** Whether all that the breadcrumb holds is known. */
  readonly complete: boolean;
}

/**
 * What a call records: nothing for `None`, one breadcrumb, or one for each item of a list. A call of a wrapper of the
 * file records what the body of the wrapper does, as far as it comes from the call; the rest is said of the body.
 */
export function contentsOf(reader: ValueReader, recording: Omit<Recording, "forwards">): readonly RecordedContents[] {
  const { call, mappings, wrapper } = recording;
  if (wrapper !== undefined) {
    const body = reader.inside(wrapper);
    const reached = wrapper.recordings.filter((inner) => isReached(body, inner.call) !== false);
    const found = reached.flatMap((inner) => contentsOf(body, inner));
    const given = found.map((each) => givenContents(body, each)).filter((each) => each !== undefined);
    return given.length > 1 ? [joined(given)] : given;
  }
  const given = reader.argumentsOf(call);
  const positional = positionalFields(reader, recording, given);
  const index = mappings.find(({ field }) => field === "breadcrumb")?.argument;
  const argument = index === undefined ? undefined : given[index];
  if (argument === undefined) return [{ fields: positional, whole: undefined, record: undefined, complete: false }];
  if (recordsNothing(reader, argument)) return [];
  const whole = reader.valueOf(argument);
  const records = recordsOf(reader, argument);
  if (records.length === 0) return [{ fields: positional, whole, record: undefined, complete: false }];
  return records.map((record) => {
    const fields: Partial<Record<FieldName, Field>> = {};
    for (const name of FIELD_NAMES) {
      const field = fieldNamed(record, name);
      if (field !== undefined) fields[name] = field;
    }
    return { fields: { ...fields, ...positional }, whole, record, complete: record.complete };
  });
}

/** The fields of which the arguments of a call say what they become. */
function positionalFields(
  reader: ValueReader,
  { call, mappings }: Omit<Recording, "forwards">,
  given: readonly RustNode[],
): Partial<Record<FieldName, Field>> {
  const fields: Partial<Record<FieldName, Field>> = {};
  const keyed: Field[] = [];
  for (const { argument, properties, field, filter } of mappings) {
    const node = given[argument];
    if (field === "breadcrumb" || node === undefined) continue;
    const value = field === "message" ? reader.messageOf(call, argument) : reader.valueOf(node);
    const held = properties.reduce<Value | undefined>(propertyOf, value);
    const text = held && textOf(held);
    if (held === undefined || (text !== undefined && !letsThrough(filter, text))) continue;
    if (isFieldName(field)) fields[field] ??= fieldFor(field, held);
    else keyed.push(keyedField(field.split(".").slice(1), held));
  }
  if (keyed.length > 0) fields.data ??= fieldFor("data", recordOf(keyed));
  return fields;
}

function isFieldName(name: string): name is FieldName {
  return FIELD_NAMES.some((field) => field === name);
}

function propertyOf(value: Value | undefined, name: string): Value | undefined {
  const is = value && resolve(value);
  return is?.kind === "record" ? is.fields.findLast((field) => field.name === name)?.value : undefined;
}

/** A field that holds a value below some keys. */
function keyedField([key, ...others]: readonly string[], value: Value): Field {
  return fieldFor(key, others.length === 0 ? value : recordOf([keyedField(others, value)]));
}

function recordOf(fields: readonly Field[]): RecordValue {
  return { kind: "record", ...spanOf(fields.map(({ value }) => value)), fields, spreads: [], complete: false };
}

/** The part of a breadcrumb that comes from a wrapper's call; undefined if there is none. */
function givenContents(body: ValueReader, { fields, whole, record }: RecordedContents): RecordedContents | undefined {
  const found: Partial<Record<FieldName, Field>> = {};
  for (const [name, field] of Object.entries(fields) as [FieldName, Field][]) {
    const given = givenField(body, field);
    if (given === undefined) continue;
    found[name] = name === "message" && given !== field ? fieldFor(name, messageOf(given.value)) : given;
  }
  const isGiven = whole !== undefined && givenPart(body, whole) !== undefined;
  if (Object.keys(found).length === 0 && !isGiven) return undefined;
  const isWritten = record !== undefined && !body.isOwn(record);
  return { fields: found, whole: isGiven ? whole : undefined, record: isWritten ? record : undefined, complete: false };
}

/** A field that different breadcrumbs of one call have is one of what they have. */
function joined(all: readonly RecordedContents[]): RecordedContents {
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const [name, field] of all.flatMap((each) => Object.entries(each.fields)) as [FieldName, Field][]) {
    const known = fields[name];
    const isSame = known === undefined || known.value === field.value;
    fields[name] = isSame ? field : fieldFor(name, choiceOf(known.value, [known.value, field.value]));
  }
  const [first] = all;
  return { fields, whole: first?.whole, record: undefined, complete: false };
}

/** The arguments for a message: those parts of the built string that come from the caller. */
function messageOf(value: Value): Value {
  if (value.kind === "choice") return choiceOf(value, value.branches.map(messageOf));
  if (value.kind !== "template") return value;
  const given = value.parts.filter(({ kind }) => kind !== "unknown");
  const [only = value, ...others] = given;
  return others.length === 0 ? only : choiceOf(value, given);
}

function givenField(body: ValueReader, field: Field): Field | undefined {
  const value = givenPart(body, field.value);
  if (value === undefined) return undefined;
  return value === field.value ? field : fieldFor(field.name, value);
}

/** Values within one another deeper than this are not written by hand. */
const MAX_DEPTH = 20;

/**
 * The part of a value that a wrapper's call gives, at the place where it is given; undefined where the body alone says
 * what the value is, and where what is given only decides about it.
 */
function givenPart(body: ValueReader, value: Value, depth = 0): Value | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (body.nodeOf(value) !== undefined && !body.isOwn(value)) return value;
  const parts = (values: readonly Value[]): readonly Value[] =>
    values.map((each) => givenPart(body, each, depth + 1)).filter((each) => each !== undefined);
  switch (value.kind) {
    case "name":
    case "member":
      return value.definition && givenPart(body, value.definition, depth + 1);
    case "choice": {
      const compared = comparedIn(body, value);
      const given = value.branches.flatMap((branch) => {
        const node = body.nodeOf(branch);
        const reached = node === undefined ? undefined : isReached(body, node);
        const part = reached === false ? undefined : givenPart(body, branch, depth + 1);
        return part === undefined || (reached === undefined && compared.has(part)) ? [] : [part];
      });
      return given.length > 1 ? choiceOf(value, given) : given[0];
    }
    case "template": {
      const given = value.parts.map((each) => givenPart(body, each, depth + 1));
      const held = given.filter((each) => each !== undefined);
      if (held.length === 0) return undefined;
      const site = spanOf(held);
      return { kind: "template", ...site, parts: given.map((each) => each ?? { kind: "unknown", ...site }) };
    }
    case "list": {
      const items = parts(value.items);
      return items.length === 0 ? undefined : { kind: "list", ...spanOf(items), items, complete: false };
    }
    case "record": {
      const fields = value.fields.map((field) => givenField(body, field)).filter((field) => field !== undefined);
      const spreads = parts(value.spreads);
      const held = [...fields.map((field) => field.value), ...spreads];
      const [only] = spreads;
      if (only !== undefined && held.length === 1) return only;
      return held.length === 0 ? undefined : { kind: "record", ...spanOf(held), fields, spreads, complete: false };
    }
    case "call":
      return givenCall(body, value, parts, depth);
    default:
      value satisfies SingleValue | OperationValue;
      return undefined;
  }
}

/** Functions whose result holds what all of their arguments hold. */
const MERGING = /^(?:assign|combine|extend|join|merge|union|with)(?:_|$)/u;

/** A call in the body, as far as it is of what is given: `redact(email)`, `email.trim()`. */
function givenCall(
  body: ValueReader,
  value: CallValue,
  parts: (values: readonly Value[]) => readonly Value[],
  depth: number,
): Value | undefined {
  const { callee } = value;
  const object = callee.kind === "member" ? givenPart(body, callee.object, depth + 1) : undefined;
  const given = parts(value.arguments);
  const held = object === undefined ? given : [object, ...given];
  if (held.length === 0) return undefined;
  const site = spanOf(held);
  if (matches(nameOf(callee), MERGING)) {
    return { kind: "record", ...site, fields: [], spreads: held, complete: false };
  }
  const called: Value =
    callee.kind === "member"
      ? {
          kind: "member",
          ...site,
          object: object ?? callee.object,
          name: callee.name,
          nameRange: site.range,
          definition: undefined,
          known: callee.known,
        }
      : callee;
  const result = value.result && givenPart(body, value.result, depth + 1);
  return { kind: "call", ...site, callee: called, arguments: given, construct: false, result };
}

function choiceOf(at: Value, branches: readonly Value[]): Value {
  return { kind: "choice", range: at.range, source: at.source, branches };
}

/** Where some values stand, from the first to the last. */
function spanOf(values: readonly Value[]): { readonly range: Range; readonly source: string } {
  const [first] = values;
  const start = Math.min(...values.map(({ range }) => range[0]));
  const end = Math.max(...values.map(({ range }) => range[1]));
  return { range: [start, end], source: first?.source ?? "" };
}

/**
 * The values that an `if` or `match` compares with texts: of these, what it yields is another one, or is known not to
 * be one of them.
 */
function comparedIn(body: ValueReader, choice: Value): ReadonlySet<Value> {
  const node = body.nodeOf(choice);
  const heads = node === undefined ? [] : headsOf(node);
  const inside = heads.flatMap((head) => [head, ...descendantsOf(head)]);
  if (!inside.some(({ type }) => type === "String" || type === "RawString")) return new Set();
  const names = inside.filter(({ type }) => type === "Identifier");
  return new Set(names.map((name) => givenPart(body, body.valueOf(name))).filter((value) => value !== undefined));
}

function headsOf(node: RustNode): readonly RustNode[] {
  switch (node.type) {
    case "IfExpression":
      return [branchesOf(node).condition].filter((head) => head !== undefined);
    case "MatchExpression":
      return [firstOf(node), ...lastOf(node).children.map(firstOf)];
    default:
      return [];
  }
}
