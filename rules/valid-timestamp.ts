import { excerpt, places, type Breadcrumb, type Clock, type Field, type Value } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove } from "../src/edit/index.ts";
import { timestampKindOf, type TimestampKind } from "../src/sentry/timestamps.ts";

/** The message for a kind of timestamp. */
const MESSAGES = {
  date: "date",
  "date-text": "text",
  milliseconds: "milliseconds",
  "other-unit": "otherUnit",
  "since-start": "sinceStart",
  unreadable: "unreadable",
} as const;

export default defineBreadcrumbRule({
  name: "valid-timestamp",
  description: "Require breadcrumb timestamps in seconds since the epoch",
  why: "The server drops the time, or shows a wrong one.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  messages: {
    milliseconds:
      "`{{text}}` is in milliseconds. Sentry expects seconds, reads a date after the year 9999 and drops it. Pass seconds.",
    sinceStart:
      "`{{text}}` counts from the start of the program; Sentry shows it as a time in the 1970s. Pass seconds since the epoch.",
    otherUnit: "`{{text}}` is not in seconds since the epoch, so Sentry shows a wrong time or drops it. Pass seconds.",
    date: "`{{text}}` is serialised as a string. The server accepts it, but the SDK's types and hooks expect seconds. Pass seconds.",
    text: "`{{text}}` is a string. The server accepts it, but the SDK's types and hooks expect seconds. Pass seconds.",
    unreadable: "Sentry cannot read the time `{{text}}` and drops it. Pass seconds since the epoch.",
    empty: "`timestamp: {{text}}` replaces the SDK's own timestamp with nothing. Remove it.",
    seconds: "Pass seconds: `{{text}}`.",
    remove: "Remove `timestamp`, so the SDK sets the time of the call.",
  },
  check({ breadcrumb, report }) {
    const { timestamp, entry } = breadcrumb;
    if (timestamp === undefined) return;
    for (const { at, each } of places(timestamp.value)) {
      const { kind, isWhole } = kindOf(each);
      if (kind === undefined || kind === "seconds") continue;
      const data = { text: excerpt(at) };
      if (kind !== "empty") {
        const repair = isWhole && kind !== "unreadable" ? inSeconds(at, kind, breadcrumb) : {};
        report({ at, messageId: MESSAGES[kind], data, ...repair });
      } else if (isWhole && entry !== "wrapper") {
        report({ at, messageId: "empty", data, ...without(timestamp, at, breadcrumb) });
      }
    }
  },
});

/** The only known kind among the values that a place may have, and whether all values are of that kind. */
function kindOf(each: readonly Value[]): { readonly kind: TimestampKind | undefined; readonly isWhole: boolean } {
  const kinds = new Set(each.map(timestampKindOf));
  const isWhole = !kinds.delete(undefined);
  const [kind, ...others] = kinds;
  return { kind: others.length > 0 ? undefined : kind, isWhole };
}

/** Takes the field out: a choice where something is spread into the record that may hold a time, too. */
function without(timestamp: Field, at: Value, { record }: Breadcrumb) {
  const edits = at === timestamp.value ? remove(timestamp) : undefined;
  if (edits === undefined) return {};
  return record?.spreads.length === 0 ? { fix: edits } : { suggest: [{ messageId: "remove" as const, edits }] };
}

/** The same moment in seconds: a choice where it is not certain what was meant. */
function inSeconds(at: Value, kind: Clock, { write, entry }: Breadcrumb) {
  const edits = write.asTimestamp?.(at, kind);
  if (edits === undefined) return {};
  // A wrapper may put the unit right.
  if ((kind === "milliseconds" || kind === "since-start") && entry !== "wrapper") return { fix: edits };
  const text = edits.map((edit) => edit.text).join("");
  return { suggest: [{ messageId: "seconds" as const, data: { text }, edits }] };
}
