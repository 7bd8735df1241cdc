import type { Breadcrumb, Field, FieldName } from "../../breadcrumb/index.ts";
import { childOf } from "../../languages/rust/queries.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { callPlaceOf } from "./call-place.ts";
import type { RustProgram } from "./program.ts";
import { FIELD_NAMES, fieldNamed, recordsNothing, recordsOf } from "./recording/records.ts";
import { argumentsOf, calleeOf } from "./syntax/nodes.ts";
import type { ValueReader } from "./values/reader.ts";
import type { Recording } from "./recording/found-wrappers.ts";
import { createWriter } from "./edits/writer.ts";

/**
 * What a call records: nothing for `None`, one breadcrumb, or one for each item of a list.
 * @param captures finds the captures of the file.
 */
export function breadcrumbsOf(
  program: RustProgram,
  reader: ValueReader,
  recording: Recording,
  captures: () => readonly RustNode[],
): readonly Breadcrumb[] {
  const { call, entry, passings } = recording;
  const given = argumentsOf(call);
  const values = given.map((argument) => reader.valueOf(argument));
  const callee = calleeOf(call);
  const common = {
    range: call.range,
    callee: { range: callee.range, source: program.textOf(callee) },
    entry,
    arguments: values,
    place: callPlaceOf(program, reader, recording, captures),
    write: createWriter(program, reader, recording),
  };
  const positional: Partial<Record<FieldName, Field>> = {};
  for (const { argument, field } of passings) {
    const value = values[argument];
    if (field === "breadcrumb" || value === undefined || positional[field] !== undefined) continue;
    positional[field] = { name: field, keyRange: undefined, value, range: value.range, removal: undefined };
  }
  const whole = passings.find(({ field }) => field === "breadcrumb");
  const argument = whole && given[whole.argument];
  if (argument !== undefined && recordsNothing(reader, argument)) return [];
  const records = argument === undefined ? [] : recordsOf(reader, argument);
  if (records.length === 0) {
    return [{ ...common, ...positional, record: undefined, unknownFields: [], complete: false }];
  }
  return records.map((record) => {
    const fields: Partial<Record<FieldName, Field>> = {};
    for (const name of FIELD_NAMES) {
      const field = fieldNamed(record, name);
      if (field !== undefined) fields[name] = field;
    }
    const isTyped = FIELD_NAMES.every((name) => fields[name] !== undefined) || !isWithoutBase(reader.nodeOf(record));
    const complete = entry !== "wrapper" && record.complete && isTyped;
    return { ...common, ...fields, ...positional, record, unknownFields: [], complete };
  });
}

/**
 * Whether a struct is written without `..base`. The compiler wants all fields in it then, so that one is not left out
 * but yet to be typed.
 */
function isWithoutBase(node: RustNode | undefined): boolean {
  const list = node?.type === "StructExpression" ? childOf(node, "FieldInitializerList") : undefined;
  return list !== undefined && childOf(list, "BaseFieldInitializer") === undefined;
}
