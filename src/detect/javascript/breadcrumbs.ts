import type { TSESTree } from "@typescript-eslint/utils";
import {
  alternatives,
  resolve,
  type Breadcrumb,
  type Field,
  type FieldName,
  type RecordValue,
  type Value,
  type Writer,
} from "../../breadcrumb/index.ts";
import { callPlaceOf } from "./call-place.ts";
import type { Passing } from "./recording/argument-map.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import { without } from "./values/records.ts";
import type { RecognisedCall } from "./recording/calls.ts";

/** The fields that an SDK's type of a breadcrumb has; `event_id` is written by Sentry itself. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set<FieldName | "event_id">([
  "type",
  "category",
  "message",
  "level",
  "timestamp",
  "data",
  "event_id",
]);

/**
 * What a call records: one breadcrumb, or one for each record that its argument may be.
 * @param valueOf reads an argument of the call.
 */
export function breadcrumbsOf(
  program: JavaScriptProgram,
  recording: RecognisedCall,
  valueOf: (node: Node) => Value,
  write: Writer,
): readonly Breadcrumb[] {
  const { call, entry, means, passings } = recording;
  const argumentsOf = (of: TSESTree.CallExpression): readonly Value[] => {
    const spread = of.arguments.findIndex(({ type }) => type === "SpreadElement");
    const readable = spread === -1 ? of.arguments : of.arguments.slice(0, spread);
    return readable.map((argument) => valueOf(argument));
  };
  const values = argumentsOf(call);
  const valuesFor = ({ maker }: Passing): readonly Value[] => (maker === undefined ? values : argumentsOf(maker));
  const common = {
    range: call.range,
    callee: { range: call.callee.range, source: program.sourceCode.getText(call.callee) },
    entry,
    scope: means?.scope,
    former: means?.former,
    arguments: values,
    place: callPlaceOf(program, recording, valueOf),
    write,
  };
  const positional: Partial<Record<FieldName, Field>> = {};
  for (const passing of passings) {
    if (passing.field === "breadcrumb") continue;
    const field = passedField(valuesFor(passing), passing);
    if (field !== undefined) positional[passing.field] = field;
  }
  const whole = passings.find(({ field }) => field === "breadcrumb");
  const records = whole === undefined ? [] : recordsOf(passedValue(valuesFor(whole), whole));
  if (records.length === 0) {
    const complete = entry !== "wrapper" && call.arguments.length === 0;
    return [{ ...common, ...positional, record: undefined, unknownFields: [], complete }];
  }
  return records.map((record) => {
    const fields: Partial<Record<FieldName, Field>> = {};
    const unknownFields: Field[] = [];
    for (const field of record.fields) {
      if (field.name === undefined || whole?.except.includes(field.name)) continue;
      if (isFieldName(field.name)) fields[field.name] = field;
      else if (!KNOWN_FIELDS.has(field.name)) unknownFields.push(field);
    }
    const complete = entry !== "wrapper" && record.complete;
    return { ...common, ...fields, ...positional, record, unknownFields, complete };
  });
}

function isFieldName(name: string): name is FieldName {
  return name !== "event_id" && KNOWN_FIELDS.has(name);
}

/** The value that a wrapper passes on; undefined where the call does not give it, or it cannot be seen. */
function passedValue(values: readonly Value[], { argument, property }: Passing): Value | undefined {
  const value = values[argument];
  return property === undefined ? value : propertyOf(value, property)?.value;
}

function passedField(values: readonly Value[], passing: Passing): Field | undefined {
  const given = values[passing.argument];
  if (passing.property !== undefined) return propertyOf(given, passing.property);
  if (given === undefined) return undefined;
  const value = without(given, passing.except);
  // Without it, the arguments that follow would move.
  return { name: passing.field, keyRange: undefined, value, range: value.range, removal: undefined };
}

function propertyOf(value: Value | undefined, name: string): Field | undefined {
  const record = value && resolve(value);
  return record?.kind === "record" ? record.fields.findLast((field) => field.name === name) : undefined;
}

function recordsOf(value: Value | undefined): readonly RecordValue[] {
  const records = new Set<RecordValue>();
  for (const { is } of value === undefined ? [] : alternatives(value)) if (is.kind === "record") records.add(is);
  return [...records];
}
