import type { Breadcrumb, Field, FieldName, Value, Writer } from "../../breadcrumb/index.ts";
import { callPlaceOf } from "./call-place.ts";
import { namesOf, wrapperParametersOf } from "./recording/argument-map.ts";
import { argumentsAt, givenFields, givenRecords } from "./recording/given-fields.ts";
import type { JavaScriptProgram } from "./program.ts";
import type { ValueReader } from "./values/reader.ts";
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
 */
export function breadcrumbsOf(
  program: JavaScriptProgram,
  recording: RecognisedCall,
  values: ValueReader,
  write: Writer,
): readonly Breadcrumb[] {
  const { call, entry, sdkEntry, mappings } = recording;
  const argumentsOf = (of = call): readonly Value[] => {
    if (of === call && sdkEntry?.given !== undefined) return sdkEntry.given;
    return argumentsAt(values, of);
  };
  const parameters = wrapperParametersOf(mappings.filter(({ factoryCall }) => factoryCall === undefined));
  const common = {
    range: call.range,
    callee: { range: call.callee.range, source: program.sourceCode.getText(call.callee) },
    entry,
    wrapper: recording.wrapper?.range,
    scope: sdkEntry?.scope,
    former: sdkEntry?.former,
    arguments: argumentsOf().map((value, index) => ({
      value,
      becomes: parameters[index] ?? "_",
      names: namesOf(mappings, index),
    })),
    place: callPlaceOf(program, recording, values),
    write,
  };
  const given = givenFields(mappings, argumentsOf);
  const records = givenRecords(mappings, argumentsOf);
  if (records.size === 0) {
    const complete = entry !== "wrapper" && call.arguments.length === 0;
    return [{ ...common, ...given, record: undefined, unknownFields: [], complete }];
  }
  return [...records].map(([record, except]) => {
    const fields: Partial<Record<FieldName, Field>> = {};
    const unknownFields: Field[] = [];
    for (const field of record.fields) {
      if (field.name === undefined || except.includes(field.name)) continue;
      if (isFieldName(field.name)) fields[field.name] = field;
      else if (!KNOWN_FIELDS.has(field.name)) unknownFields.push(field);
    }
    const complete = entry !== "wrapper" && record.complete;
    return { ...common, ...fields, ...given, record, unknownFields, complete };
  });
}

function isFieldName(name: string): name is FieldName {
  return name !== "event_id" && KNOWN_FIELDS.has(name);
}
