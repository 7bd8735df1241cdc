import { alternatives, type Field, type FieldName, type RecordValue, type Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { ValueReader } from "../values/reader.ts";

/** The fields of the SDK's `Breadcrumb` by their names in Rust (sentry-rust, `sentry-types/src/protocol/v7.rs`). */
const FIELDS: ReadonlyMap<string | undefined, FieldName> = new Map([
  ["ty", "type"],
  ["category", "category"],
  ["message", "message"],
  ["level", "level"],
  ["timestamp", "timestamp"],
  ["data", "data"],
]);

/** The fields by the names that Sentry has for them. */
export const FIELD_NAMES: readonly FieldName[] = [...FIELDS.values()];

/** How many breadcrumbs one call is read to record. */
const MAX_RECORDS = 64;

/** A field of a breadcrumb, under the name that Sentry has for it. */
export function fieldNamed(record: RecordValue, name: FieldName): Field | undefined {
  const field = record.fields.findLast((field) => FIELDS.get(field.name) === name);
  return field && (field.name === name ? field : { ...field, name });
}

/** The breadcrumbs that an argument stands for: itself, the items of a list, what a closure yields. */
export function recordsOf(reader: ValueReader, argument: RustNode): readonly RecordValue[] {
  const found = new Set<RecordValue>();
  for (const { is } of yieldedBy(reader, argument)) if (is.kind === "record") found.add(is);
  return [...found].slice(0, MAX_RECORDS);
}

/** Whether an argument is `None`, or yields it. */
export function recordsNothing(reader: ValueReader, argument: RustNode): boolean {
  const yielded = yieldedBy(reader, argument);
  return yielded.length > 0 && yielded.every(({ is }) => is.kind === "nothing");
}

function yieldedBy(reader: ValueReader, argument: RustNode): readonly { readonly is: Value }[] {
  const values = argument.type === "ClosureExpression" ? reader.resultsOf(argument) : [reader.valueOf(argument)];
  return values
    .flatMap((value) => alternatives(value))
    .flatMap(({ is }): readonly { readonly is: Value }[] => {
      return is.kind === "list" ? is.items.flatMap((item) => alternatives(item)) : [{ is }];
    });
}
