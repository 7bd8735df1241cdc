import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { CERTAIN_KINDS, isOfProgram, LEAK_MESSAGES, LEAK_OPTIONS, leakReporter } from "../src/leak-report.ts";
import type { Leak } from "../src/sensitive-data/index.ts";

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
    const isUncertain = (leak: Leak): boolean => isOfProgram(leak) || !CERTAIN_KINDS.includes(leak.kind);
    for (const sending of file.sendings) {
      if (sending.door === "logger") reportLeaks(sending);
      // Nobody thought of Sentry there.
      else if (sending.door === "forwarded") reportLeaks(sending, checking.options.strict ? isOfProgram : isUncertain);
    }
  },
});
