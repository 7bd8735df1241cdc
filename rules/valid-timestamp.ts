import { excerpt, places } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { remove } from "../src/edit/index.ts";
import { timestampKindOf } from "../src/sentry/timestamps.ts";

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
  why: "The server drops the time.",
  type: "problem",
  recommended: "error",
  edits: "fix and suggest",
  messages: {
    milliseconds:
      "`{{text}}` is in milliseconds. Sentry counts in seconds, finds it beyond the year 9999 and drops it. Give the seconds.",
    sinceStart:
      "`{{text}}` counts from the start of the program; Sentry shows it as a time in the 1970s. Give the seconds since the epoch.",
    otherUnit:
      "`{{text}}` is not in seconds since the epoch, so that Sentry shows a wrong time or drops it. Give the seconds.",
    date: "`{{text}}` goes out as text, which Sentry's server reads, but the SDKs' type and hooks take seconds. Give the seconds.",
    text: "`{{text}}` is a text, which Sentry's server reads, but the SDKs' type and hooks take seconds. Give the seconds.",
    unreadable: "Sentry cannot read the time `{{text}}` and drops it. Give the seconds since the epoch.",
    empty:
      "`timestamp: {{text}}` overrides the time that the SDK would set, and the breadcrumb arrives without one. Leave it out.",
    seconds: "Give the seconds: `{{text}}`.",
    remove: "Leave `timestamp` out, so that the SDK sets the time of the call.",
  },
  check({ breadcrumb: { timestamp, record, entry, write }, report }) {
    for (const { at, each } of timestamp === undefined ? [] : places(timestamp.value)) {
      const kinds = new Set(each.map(timestampKindOf));
      const isWhole = !kinds.delete(undefined);
      const [kind, ...others] = kinds;
      if (timestamp === undefined || kind === undefined || kind === "seconds" || others.length > 0) continue;
      const data = { text: excerpt(at) };
      if (kind === "empty") {
        if (!isWhole || entry === "wrapper") continue;
        const cut = at === timestamp.value ? remove(timestamp) : undefined;
        const isOwn = record?.spreads.length === 0;
        const suggest = cut === undefined || isOwn ? [] : [{ messageId: "remove" as const, edits: cut }];
        report({ at, messageId: kind, data, fix: isOwn ? cut : undefined, suggest });
      } else {
        const edits = isWhole && kind !== "unreadable" ? write.moment?.(at, kind) : undefined;
        // A wrapper may put the unit right.
        const isPlain = (kind === "milliseconds" || kind === "since-start") && entry !== "wrapper";
        const text = edits?.map((edit) => edit.text).join("") ?? "";
        const suggest =
          edits === undefined || isPlain ? [] : [{ messageId: "seconds" as const, data: { text }, edits }];
        report({ at, messageId: MESSAGES[kind], data, fix: isPlain ? edits : undefined, suggest });
      }
    }
  },
});
