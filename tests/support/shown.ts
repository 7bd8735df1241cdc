import type { Shown, ShownField } from "../../src/sentry/shown.ts";
import type { Json } from "./relay.ts";

/** What is shown of the time that the SDK sets, which differs each time. */
const TIME_OF_CALL = "the time of the call";

/** The fields that arrive, all of which have to be known. */
export function objectOf(fields: readonly ShownField[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => {
      if (value.note === TIME_OF_CALL) return [];
      const is = plain(value);
      return is === undefined ? [] : [[name, is]];
    }),
  );
}

/** A value of which everything is known. */
function plain(shown: Shown): Json | undefined {
  switch (shown.kind) {
    case "known":
      return shown.value;
    case "record":
      return objectOf(shown.fields);
    case "list":
      return shown.items.map((item) => plain(item) ?? null);
    case "lost":
      return undefined;
    case "text":
    case "choice":
    case "unknown":
      throw new Error(`not known: ${JSON.stringify(shown)}`);
  }
}
