import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { LEAK_MESSAGES, LEAK_OPTIONS, leakReporter } from "../src/leak-report.ts";
import { strings } from "../src/options.ts";
import { EVENT_DOORS, USER_FIELDS } from "../src/sentry/doors.ts";

export default defineBreadcrumbRule({
  name: "no-pii-in-events",
  description:
    "Disallow personal data and secrets in the contexts, tags and messages of Sentry's events, in spans and metrics",
  why: "What a program sets on a scope or hands to a capture leaves with every event; some of it is meant to. `strict` allows of a user the id alone.",
  type: "problem",
  recommended: "warn",
  strict: { strict: true, userFields: ["id"] },
  edits: "suggest",
  subject: "sendings",
  languages: ["javascript"],
  options: {
    ...LEAK_OPTIONS,
    userFields: strings(USER_FIELDS, "The fields that `setUser` may be given."),
  },
  messages: LEAK_MESSAGES,
  checkFile({ file, ...checking }) {
    const reportLeaks = leakReporter(file.language, checking);
    const { userFields } = checking.options;
    for (const sending of file.sendings ?? []) {
      if (!EVENT_DOORS.has(sending.door)) continue;
      reportLeaks(sending, ({ field }) => sending.door === "user" && userFields.includes(field?.name ?? ""));
    }
  },
});
