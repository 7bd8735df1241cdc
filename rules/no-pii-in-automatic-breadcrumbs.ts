import { resolve } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { LEAK_MESSAGES, LEAK_OPTIONS, leakReporter } from "../src/leak-report.ts";
import { strings } from "../src/options.ts";
import { KINDS, type Kind, type Leak } from "../src/sensitive-data/index.ts";
import { isAutomatic } from "../src/sentry/doors.ts";

/** The kinds that a name or literal identifies reliably even in code that was not written for Sentry. */
const CERTAIN: readonly Kind[] = ["email", "phone", "ip", "financial", "gov_id", "password", "api_key", "private_key"];

export default defineBreadcrumbRule({
  name: "no-pii-in-automatic-breadcrumbs",
  description: "Disallow personal data and secrets in breadcrumbs that Sentry's SDKs record automatically",
  why: "An SDK records the console and logs, and few people think of Sentry when they write to them. `strict` reports all kinds of data.",
  type: "problem",
  recommended: "warn",
  strict: { strict: true, categories: [...KINDS] },
  edits: "suggest",
  subject: "automatic",
  options: { ...LEAK_OPTIONS, categories: strings(CERTAIN, "The kinds of data to report.", KINDS) },
  messages: LEAK_MESSAGES,
  checkFile({ file, isRecorded, ...checking }) {
    const reportLeaks = leakReporter(file.language, checking);
    for (const sending of file.sendings) {
      const { door, level } = sending;
      if (isAutomatic(door) && isRecorded({ door, level })) reportLeaks(sending, isOfProgram);
    }
  },
});

/** Contact data; a literal one is the company's own, or only looks like contact data. */
const CONTACTS: ReadonlySet<Kind> = new Set(["email", "phone", "ip"]);

/** `console.info("Write to help@example.com")` */
function isOfProgram({ kind, at }: Leak): boolean {
  return CONTACTS.has(kind) && resolve(at).kind === "text";
}
