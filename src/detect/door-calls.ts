import { textOf, type Door, type Field, type RecordValue, type Value } from "../breadcrumb/index.ts";

/** What a call hands to Sentry. */
export interface DoorCall {
  readonly door: Door;
  /** What Sentry calls each argument; `_` is none of the program's data, `key` names the argument behind it. */
  readonly parts: readonly string[];
}

/** What a call hands over by the arguments that it is given. */
export function partsOf({ parts }: DoorCall, given: readonly Value[]): readonly Field[] {
  return given.flatMap((value, index) => {
    const name = parts[index];
    if (name === undefined || name === "_" || name === "key") return [];
    const key = parts[index - 1] === "key" ? given[index - 1] : undefined;
    return [partOf(name, key === undefined ? value : keyed(key, value))];
  });
}

/** A value under the name that Sentry gives it. */
export function partOf(name: string, value: Value): Field {
  return { name, value, range: value.range, keyRange: undefined, removal: undefined };
}

/** `setTag("email", email)` says of its second argument what `{ email }` says. */
function keyed(key: Value, value: Value): RecordValue {
  const { range, source } = value;
  const name = textOf(key);
  const computedKey = name === undefined ? key : undefined;
  const field: Field = { name, value, range, keyRange: key.range, removal: undefined, computedKey };
  return { kind: "record", range, source, fields: [field], spreads: [], complete: true };
}
