import { arrivesEmpty } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { isWanted, LEAK_OPTIONS, redacting, REPAIR_MESSAGES, repairsOf, reportedWithin } from "../src/leak-report.ts";
import { count, flag, functionName, strings } from "../src/options.ts";
import { arrives, describeLeak, leakFinder, policyOf, redactIn } from "../src/sensitive-data/index.ts";
import { SENT_LEVELS } from "../src/sentry/data.ts";

const FIELDS = ["message", "data", "category", "type"] as const;

export default defineBreadcrumbRule({
  name: "no-pii",
  description: "Disallow personal data and secrets in breadcrumbs",
  why: "Personal data and secrets are sent unmasked. `strict` also reports what is only sometimes personal: user names, page addresses with queries.",
  type: "problem",
  recommended: "error",
  strict: { strict: true },
  edits: "fix and suggest",
  options: {
    ...LEAK_OPTIONS,
    sanitizers: strings([], "Functions whose result is harmless."),
    owners: strings([], "Words for people in this project, whose `name` is a person's name."),
    redact: functionName("The function of this project that makes a value harmless, and the module that exports it."),
    depth: count(SENT_LEVELS, "How many levels of `data` the SDK sends: `normalizeDepth` in `Sentry.init`.", 1),
    fix: flag(false, "Whether `--fix` passes what the rule finds to that function."),
  },
  messages: {
    leak: "The breadcrumb's {{field}} contains {{what}} ({{way}}). {{fate}} {{instead}}",
    ...REPAIR_MESSAGES,
  },
  checkFile({ file, options, settings: { sensitiveData }, language, report }) {
    const redact = redactIn(language.name, options.redact ?? sensitiveData.redact);
    const policy = policyOf(options, sensitiveData);
    const leaksOf = leakFinder(policy);
    const depth = language.cutsData === true ? options.depth : Infinity;

    for (const { write, ...breadcrumb } of file.breadcrumbs) {
      const isReported = reportedWithin(breadcrumb.arguments, leaksOf, options);
      for (const name of FIELDS) {
        const top = breadcrumb[name];
        if (top === undefined || (name === "data" && arrivesEmpty(top.value))) continue;
        // A wrapper may serialise, flatten or copy its argument.
        const levels = name === "data" && breadcrumb.entry !== "wrapper" ? depth : Infinity;
        for (const leak of leaksOf(top.value)) {
          if (!isWanted(leak, options) || !arrives(leak, levels) || isReported(leak)) continue;
          const { mayBeObject, redacted, offers } = repairsOf(leak, top, { write, policy, redact });
          // A function made for strings may not accept an object, so a person has to check.
          const fix = options.fix && !mayBeObject ? redacted : undefined;
          const suggest = [...redacting(redact, fix === undefined ? redacted : undefined), ...offers];
          report({ at: leak.at, messageId: "leak", data: describeLeak(leak, name), fix, suggest });
        }
      }
    }
  },
});
