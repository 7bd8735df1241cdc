import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { LEAK_MESSAGES, LEAK_OPTIONS, leakReporter, unwanted } from "../src/leak-report.ts";

export default defineBreadcrumbRule({
  name: "no-pii-in-logs",
  description: "Disallow personal data and secrets in Sentry's logs",
  why: "The SDK sends a log unchanged, like a breadcrumb, and `prefer-logs` suggests logs. `strict` also reports what is only sometimes personal.",
  type: "problem",
  recommended: "error",
  strict: { strict: true },
  edits: "suggest",
  subject: "logs",
  options: LEAK_OPTIONS,
  messages: LEAK_MESSAGES,
  checkFile({ file, ...checking }) {
    const reportLeaks = leakReporter(file.language, checking);
    for (const sending of file.sendings) {
      if (sending.door === "logger") reportLeaks(sending);
      else if (sending.door === "forwarded") reportLeaks(sending, unwanted(checking.options.strict));
    }
  },
});
