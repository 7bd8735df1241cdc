import type { TSESTree } from "@typescript-eslint/utils";
import {
  accepts,
  alternatives,
  fieldFor,
  letsThrough,
  resolve,
  textOf,
  type Field,
  type FieldName,
  type RecordValue,
  type TextFilter,
  type Value,
} from "../../../breadcrumb/index.ts";
import { without } from "../values/records.ts";
import type { ValueReader } from "../values/reader.ts";
import type { ArgumentMapping, Condition } from "./argument-map.ts";

/** Something that a call gives, with what it becomes. */
type Given = Pick<ArgumentMapping, "as" | "below" | "except"> & { readonly field: Field };

/** The arguments of a call, as far as they are seen one by one. */
export function argumentsAt(reader: ValueReader, call: TSESTree.CallExpression): readonly Value[] {
  const spread = call.arguments.findIndex(({ type }) => type === "SpreadElement");
  const readable = spread === -1 ? call.arguments : call.arguments.slice(0, spread);
  return readable.map((argument) => reader.valueOf(argument));
}

/** Of what a call passes on, what is recorded for the values that it gives. */
export function recordedAt(
  reader: ValueReader,
  call: TSESTree.CallExpression,
  mappings: readonly ArgumentMapping[],
): readonly ArgumentMapping[] {
  return mappings.filter(({ conditions = [], factoryCall = call }) => isAccepted(reader, factoryCall, conditions));
}

/** Whether a call may give what is asked of its arguments. */
export function isAccepted(
  reader: ValueReader,
  call: TSESTree.CallExpression,
  conditions: readonly Condition[],
): boolean {
  return conditions.every(({ argument, path, filter }) => {
    const given = argumentsAt(reader, call);
    const isShort = given.length < call.arguments.length;
    const value = given[argument];
    if (value === undefined && isShort) return true;
    return valuesAt(value, path).some((each) => each === "unknown" || accepts(filter, each) !== false);
  });
}

/** The values that lie on the path below another; undefined is one that is left out. */
function valuesAt(value: Value | undefined, path: readonly string[]): readonly (Value | undefined | "unknown")[] {
  const [name, ...rest] = path;
  if (value === undefined) return [undefined];
  return alternatives(value).flatMap(({ is }) => {
    if (name === undefined) return [is];
    if (is.kind === "nothing") return [undefined];
    if (is.kind !== "record" && is.kind !== "list") return ["unknown" as const];
    const fields = fieldsAt(fieldFor("", is), [name]);
    if (fields.length === 0) return [is.complete ? undefined : ("unknown" as const)];
    return fields.flatMap((field) => valuesAt(field.value, rest));
  });
}

/**
 * The fields of the breadcrumb that a call gives by its arguments, apart from a breadcrumb that is given whole. What
 * the function writes itself is none of them: it is the same for each call, and reported where it stands.
 * @param argumentsOf the arguments of a call, as far as they are seen one by one.
 */
export function givenFields(
  mappings: readonly ArgumentMapping[],
  argumentsOf: (call: TSESTree.CallExpression | undefined) => readonly Value[],
): Readonly<Partial<Record<FieldName, Field>>> {
  const byField = new Map<FieldName, Given[]>();
  for (const mapping of mappings) {
    if (mapping.field === "breadcrumb") continue;
    const known = byField.get(mapping.field) ?? [];
    byField.set(mapping.field, known);
    for (const field of fieldsGiven(mapping, argumentsOf(mapping.factoryCall))) known.push({ ...mapping, field });
  }
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const [name, given] of byField) {
    const field = name === "data" ? dataOf(given) : oneOf(given);
    if (field !== undefined) fields[name] = field;
  }
  return fields;
}

/** The records that a call gives as a whole breadcrumb, each with what the function writes over. */
export function givenRecords(
  mappings: readonly ArgumentMapping[],
  argumentsOf: (call: TSESTree.CallExpression | undefined) => readonly Value[],
): ReadonlyMap<RecordValue, readonly string[]> {
  const records = new Map<RecordValue, readonly string[]>();
  for (const mapping of mappings) {
    if (mapping.field !== "breadcrumb") continue;
    for (const { value } of fieldsGiven(mapping, argumentsOf(mapping.factoryCall))) {
      for (const { is } of alternatives(value)) if (is.kind === "record") records.set(is, mapping.except);
    }
  }
  return records;
}

/** What a call gives to a list of arguments, one by one: by themselves, or as parts of a text. */
export function givenValues(
  mappings: readonly ArgumentMapping[],
  argumentsOf: (call: TSESTree.CallExpression | undefined) => readonly Value[],
): readonly Field[] {
  const fields = mappings.flatMap((mapping) =>
    fieldsGiven(mapping, argumentsOf(mapping.factoryCall)).flatMap(({ value }) => {
      if (mapping.as !== "part") return fieldFor("arguments", without(value, mapping.except));
      // Of an object, a text says that it is one.
      return resolve(value).kind === "record" ? [] : fieldFor("message", value);
    }),
  );
  // What goes to several places is sent once.
  return [...new Map(fields.map((field) => [field.value.range.join(), field])).values()];
}

/** The argument of a call for a parameter, or for a part of it. */
function fieldsGiven(
  { argument, field, filter, isRest, path }: ArgumentMapping,
  values: readonly Value[],
): readonly Field[] {
  const given = isRest ? values.slice(argument) : values.slice(argument, argument + 1);
  const fields = given.flatMap((value) => fieldsAt(fieldFor(field, value), path));
  if (filter === undefined) return fields;
  return fields.flatMap((each) => {
    const value = passedOn(each.value, filter);
    return value === undefined ? [] : [value === each.value ? each : { ...each, value }];
  });
}

/** A value after a filter; undefined if nothing remains, or if the filter removes a part of what a type allows. */
function passedOn(value: Value, filter: TextFilter): Value | undefined {
  const is = resolve(value);
  if (is.kind === "choice") {
    const left = is.branches.map((branch) => passedOn(branch, filter));
    if (left.every((branch, index) => branch === is.branches[index])) return value;
    const branches = left.filter((branch) => branch !== undefined);
    return branches.length === 0 ? undefined : { kind: "choice", branches, range: value.range, source: value.source };
  }
  const text = textOf(is);
  const literals = value.type?.kind === "literals" ? value.type.literals : [];
  const texts = text === undefined ? literals : [text];
  return texts.every((each) => letsThrough(filter, each)) ? value : undefined;
}

function fieldsAt(field: Field, path: readonly string[]): readonly Field[] {
  const [name, ...rest] = path;
  if (name === undefined) return [field];
  return alternatives(field.value).flatMap(({ is }): readonly Field[] => {
    if (is.kind === "list") {
      const item = is.items[Number(name)];
      return item === undefined ? [] : fieldsAt(fieldFor(name, item), rest);
    }
    if (is.kind !== "record") return [];
    const inner = is.fields.findLast((each) => each.name === name);
    if (inner !== undefined) return fieldsAt(inner, rest);
    return is.spreads.flatMap((spread) => fieldsAt(fieldFor(name, spread), path));
  });
}

/** Of several that go to one field, each may be what it holds. */
function oneOf(given: readonly Given[]): Field | undefined {
  const whole = given.filter(({ as }) => as === "value");
  const parts = given.filter(({ as, field }) => as !== "value" && !isBlank(field.value));
  const fields = [...new Map([...whole, ...parts].map(({ field }) => [field.value, field])).values()];
  const [first] = fields;
  if (first === undefined || fields.length === 1) return first;
  const { range, source } = first.value;
  const value: Value = { kind: "choice", branches: fields.map((field) => field.value), range, source };
  return { ...first, value, removal: undefined };
}

/** A part of a text that is empty leaves the text as it is. */
function isBlank(value: Value): boolean {
  return value.kind === "text" && value.text.trim() === "";
}

function dataOf(given: readonly Given[]): Field | undefined {
  const [first] = given;
  if (first === undefined) return undefined;
  const isWhole = given.length === 1 && first.as === "value" && first.below.length === 0;
  return isWhole
    ? { ...first.field, value: without(first.field.value, first.except) }
    : fieldFor("data", recordOf(first, given));
}

/** Values that a function builds from several others; never everything that it records. */
function recordOf(first: Given, given: readonly Given[]): RecordValue {
  const fields: Field[] = [];
  const spreads: Value[] = [];
  const byKey = new Map<string, readonly [Given, ...Given[]]>();
  for (const each of given) {
    const [key, ...below] = each.below;
    if (key !== undefined) {
      const inner = { ...each, below };
      const before = byKey.get(key);
      byKey.set(key, before === undefined ? [inner] : [...before, inner]);
      continue;
    }
    const value = without(each.field.value, each.except);
    const record = resolve(value);
    if (record.kind === "record") {
      fields.push(...record.fields);
      spreads.push(...record.spreads);
    } else {
      spreads.push(value);
    }
  }
  for (const [key, inner] of byKey) {
    const isOne = inner.every(({ as, below }) => as !== "fields" && below.length === 0);
    const value = isOne ? oneOf(inner)?.value : recordOf(inner[0], inner);
    if (value !== undefined) fields.push(fieldFor(key, value));
  }
  const { range, source } = first.field.value;
  return { kind: "record", fields, spreads, complete: false, range, source };
}
