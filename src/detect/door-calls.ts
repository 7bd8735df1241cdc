import { textOf, fieldFor, type Door, type Field, type RecordValue, type Value } from "../breadcrumb/index.ts";

/** The data that a call sends to Sentry. */
export interface DoorCall {
  readonly door: Door;
  /** Sentry's name for each argument; `_` is not data of the program, `key` names the next argument. */
  readonly parts: readonly string[];
  /** Whether an SDK records it as a breadcrumb of the console, whatever else becomes of it. */
  readonly isRecorded?: boolean;
}

/** The values that a call passes as arguments. */
export function partsOf({ parts }: DoorCall, given: readonly Value[]): readonly Field[] {
  return given.flatMap((value, index) => {
    const name = parts[index];
    if (name === undefined || name === "_" || name === "key") return [];
    const key = parts[index - 1] === "key" ? given[index - 1] : undefined;
    return [fieldFor(name, key === undefined ? value : keyed(key, value))];
  });
}

/** `setTag("email", email)` says of its second argument what `{ email }` says. */
function keyed(key: Value, value: Value): RecordValue {
  const { range, source } = value;
  const name = textOf(key);
  const computedKey = name === undefined ? key : undefined;
  const field: Field = { name, value, range, keyRange: key.range, removal: undefined, computedKey };
  return { kind: "record", range, source, fields: [field], spreads: [], complete: true };
}
