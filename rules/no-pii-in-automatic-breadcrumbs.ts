import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { CERTAIN_KINDS, isOfProgram, LEAK_MESSAGES, LEAK_OPTIONS, leakReporter } from "../src/leak-report.ts";
import { strings } from "../src/options.ts";
import { KINDS } from "../src/sensitive-data/index.ts";
import { isAutomatic } from "../src/sentry/doors.ts";

export default defineBreadcrumbRule({
  name: "no-pii-in-automatic-breadcrumbs",
  description: "Disallow personal data and secrets in breadcrumbs that Sentry's SDKs record automatically",
  why: "An SDK records the console and logs, and few people think of Sentry when they write to them. `strict` reports all kinds of data.",
  type: "problem",
  recommended: "warn",
  strict: { strict: true, categories: [...KINDS] },
  edits: "suggest",
  subject: "automatic",
  options: { ...LEAK_OPTIONS, categories: strings(CERTAIN_KINDS, "The kinds of data to report.", KINDS) },
  messages: LEAK_MESSAGES,
  checkFile({ file, isRecorded, ...checking }) {
    const reportLeaks = leakReporter(file.language, checking);
    for (const sending of file.sendings) {
      const { door, level } = sending;
      if (isAutomatic(door) && isRecorded({ door, level })) reportLeaks(sending, isOfProgram);
    }
  },
});
