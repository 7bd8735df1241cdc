import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin, resolve, type Field, type RecordValue, type Value } from "../../../breadcrumb/index.ts";
import type { Reach } from "../flow/reaching-writes.ts";
import {
  LazyCall,
  LazyChoice,
  LazyList,
  LazyName,
  NO_FIELDS,
  LazyRecord,
  type RecordContents,
  type Site,
} from "./lazy-values.ts";

/** The place of a value, for another value that stands for it. */
export function siteOf(value: Value): Site {
  return { range: value.range, source: value.source, type: () => value.type };
}

/** The literal that a record is written as. */
export function literalOf(value: Value): TSESTree.ObjectExpression | undefined {
  return value instanceof LazyRecord ? value.node : undefined;
}

/** The fields of a record. */
export function contentsOf(record: RecordValue): RecordContents {
  if (record instanceof LazyRecord) return record.contents;
  const { fields, spreads, complete } = record;
  return { ...NO_FIELDS, fields, spreads, complete };
}

/** The same record or list, as far as it is seen. */
export function partial(value: Value): Value {
  if (value.kind === "list") return new LazyList(siteOf(value), () => ({ items: value.items, complete: false }));
  if (value.kind !== "record") return value;
  const contents = (): RecordContents => ({ ...contentsOf(value), complete: false, isOpen: true });
  return new LazyRecord(siteOf(value), contents, literalOf(value));
}

/** What a value is, with the records and lists that it can be taken for no more than what is seen of them. */
export function partialThrough(value: Value): Value {
  const is = resolve(value);
  const held = is.kind === "call" && is.result !== undefined ? resolve(is.result) : is;
  if (held.kind === "choice") return new LazyChoice(siteOf(held), () => held.branches.map(partialThrough));
  return held.kind === "record" || held.kind === "list" ? partial(held) : value;
}

/** The same record without some of its fields; anything else is itself. */
export function without(value: Value, names: readonly string[]): Value {
  const record = resolve(value);
  if (record.kind !== "record" || names.length === 0) return value;
  const isLeft = ({ name }: Field): boolean => name === undefined || !names.includes(name);
  const contents = (): RecordContents => ({
    ...contentsOf(record),
    fields: record.fields.filter(isLeft),
    isOpen: false,
  });
  return new LazyRecord(siteOf(value), contents);
}

/** The same field, as far as it is seen. */
export function openField(field: Field): Field {
  return { ...field, value: partial(field.value) };
}

/** Fields with one more; what it replaces is still possible when it is written only sometimes. */
export function withField(fields: readonly Field[], field: Field, reach: Reach, isWithin: boolean): readonly Field[] {
  const before = field.name === undefined ? undefined : fields.findLast(({ name }) => name === field.name);
  if (before === undefined) return [...fields, field];
  const others = fields.filter(({ name }) => name !== field.name);
  if (reach === "always" || isWithin) return [...others, field];
  const value = new LazyChoice(siteOf(field.value), () => [before.value, field.value]);
  return [...others, { ...field, value }];
}

/** The same contents with one more field, which replaces what was there under its name. */
export function withOwnField(contents: RecordContents, field: Field, reach: Reach, isWithin: boolean): RecordContents {
  const unsure = new Set(contents.unsure);
  if (field.name === undefined) for (const { name } of contents.fields) if (name !== undefined) unsure.add(name);
  if (field.name !== undefined && reach === "always") unsure.delete(field.name);
  return {
    ...contents,
    fields: withField(contents.fields, field, reach, isWithin),
    complete: contents.complete && field.name !== undefined,
    unsure,
  };
}

/**
 * The same contents with those of another object, as by a spread or `Object.assign`. Where these are known, they are
 * fields like any other, but none that can be taken out where they come to stand.
 */
export function withSpread(contents: RecordContents, source: Value, reach: Reach): RecordContents {
  const { record, isAlways } = spreadOf(source);
  if (record === "nothing") return contents;
  if (record === undefined) {
    const names = contents.fields.flatMap(({ name }) => name ?? []);
    const unsure = new Set([...contents.unsure, ...names]);
    return { ...contents, spreads: [...contents.spreads, source], complete: false, unsure };
  }
  const added = contentsOf(record);
  const spread = isWithin(record.range, source.range) ? undefined : source;
  const names = new Set(added.fields.map(({ name }) => name));
  const before = added.complete
    ? []
    : contents.fields.flatMap(({ name }) => (name === undefined || names.has(name) ? [] : [name]));
  let all: RecordContents = contents;
  for (const field of added.fields) {
    all = withOwnField(all, { ...field, removal: undefined, spread }, isAlways ? reach : "sometimes", false);
  }
  return {
    ...all,
    spreads: [...all.spreads, ...added.spreads],
    complete: all.complete && added.complete,
    unsure: new Set([
      ...all.unsure,
      ...before,
      ...(added.isOpen ? added.fields.flatMap(({ name }) => name ?? []) : added.unsure),
    ]),
    merged: [...all.merged, record],
  };
}

/** The record that is spread, be it only at times: `...(isPaid && { total })`, `...(total ? { total } : {})`. */
function spreadOf(source: Value): { readonly record: RecordValue | "nothing" | undefined; readonly isAlways: boolean } {
  const is = resolve(source);
  const held = is.kind === "call" && is.result !== undefined ? resolve(is.result) : is;
  if (held.kind === "record") return { record: held, isAlways: true };
  if (held.kind === "nothing" || held.kind === "boolean") return { record: "nothing", isAlways: true };
  const some =
    held.kind === "choice" ? held.branches.map((branch) => resolve(branch)).filter((each) => !isEmpty(each)) : [];
  const [only, ...others] = some;
  return { record: only?.kind === "record" && others.length === 0 ? only : undefined, isAlways: false };
}

function isEmpty(value: Value): boolean {
  return value.kind === "nothing" || (value.kind === "record" && value.complete && value.fields.length === 0);
}

/** The known value in an object or array for a name. */
export function memberOf(owner: Value, name: string | undefined): Value | undefined {
  if (name === undefined) return undefined;
  const object = resolve(owner);
  if (object.kind !== "record") return undefined;
  const { fields, isOpen, unsure } = contentsOf(object);
  const field = isOpen || unsure.has(name) ? undefined : fields.findLast((each) => each.name === name);
  return field?.value.kind === "unknown" ? undefined : field?.value;
}

/** The fields of a table that one of them is looked up in are not more than these. */
const MAX_ENTRIES = 16;

/** The value for an unknown name in a completely known object. */
export function someMemberOf(owner: Value, at: Site): Value | undefined {
  const object = resolve(owner);
  if (object.kind !== "record" || !object.complete) return undefined;
  const { fields } = object;
  if (fields.length === 0 || fields.length > MAX_ENTRIES) return undefined;
  return new LazyChoice({ ...at, type: undefined }, () => fields.map(({ value }) => value));
}

/** The object whose entries a list holds: `Object.entries(user)`. */
export function entriesOf(list: Value): Value | undefined {
  const is = resolve(list);
  if (is.kind !== "call" || is.callee.kind !== "member" || is.callee.name !== "entries") return undefined;
  const { object } = is.callee;
  return object.kind === "name" && object.name === "Object" ? is.arguments[0] : object;
}

/** The list whose promises are awaited: `Promise.all([a, b])`. */
export function allOf(list: Value): Value | undefined {
  if (list.kind !== "call" || list.callee.kind !== "member" || list.callee.name !== "all") return undefined;
  const { object } = list.callee;
  return object.kind === "name" && object.name === "Promise" ? list.arguments[0] : undefined;
}

/**
 * What is left of an object, told as a call to `omit`, as lodash has it.
 * @param names the properties that are taken out.
 * @param at where they are named.
 */
export function leftWithout(site: Site, object: Value, names: readonly string[], at: Site = site): Value {
  const { range, source } = at;
  return new LazyCall(site, {
    callee: () => new LazyName({ range, source }, { name: "omit" }),
    arguments: () => [
      object,
      new LazyList({ range, source }, () => ({
        items: names.map((text): Value => ({ kind: "text", text, range, source })),
        complete: true,
      })),
    ],
    construct: false,
  });
}
