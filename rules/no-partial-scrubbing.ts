import { keyPlaceOf, type Edit } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { flag } from "../src/options.ts";
import { leftMessage, leftRequests, unscrubbedLogs, vainComparisons } from "../src/sentry/hook-scrubbing.ts";

export default defineBreadcrumbRule({
  name: "no-partial-scrubbing",
  description: "Disallow hooks that redact only a part of what holds the same data",
  why: "The rest is sent as it is, although the hook shows that it should not be. It is a warning, because another hook may redact it.",
  type: "problem",
  recommended: "warn",
  strict: { keys: true },
  edits: "suggest",
  subject: "setup",
  languages: ["javascript"],
  options: {
    keys: flag(false, "Whether to report hooks that redact single keys of `data` and leave the message, too."),
  },
  messages: {
    message:
      "The hook redacts `data` and leaves `message`, which holds the console's output and what your own breadcrumbs say. Redact it, too.",
    requests: "Only {{tested}} is redacted here; the SDK records the same data with {{missing}}. Redact it there, too.",
    never: "No breadcrumb of the SDK has the {{field}} `{{text}}`, so nothing is redacted or dropped. {{instead}}",
    use: "Use `{{meant}}`.",
    logs: "This hook redacts events, but logs do not pass through it. Redact them in `beforeSendLog`.",
  },
  checkFile({ file, options, settings, language, sdkVersion, report }) {
    const setups = file.setups;
    for (const hook of file.hooks) {
      const change = leftMessage(hook, options.keys);
      if (change !== undefined) report({ at: change, messageId: "message" });
      const requests = leftRequests(hook, setups);
      if (requests !== undefined) {
        const data = { tested: named(requests.tested), missing: named(requests.missing) };
        report({ at: requests.change, messageId: "requests", data });
      }
      for (const comparison of vainComparisons(hook, settings.categories, language.recordingSdks)) {
        const { field, text, string, meant, instead } = comparison;
        const suggest = meant === undefined ? [] : [using(meant, comparison.compareWith(meant))];
        report({ at: text, messageId: "never", data: { field, text: string, instead }, suggest });
      }
    }
    if (setups.length === 0) return;
    for (const hook of unscrubbedLogs(file, sdkVersion())) {
      report({ at: keyPlaceOf(hook), messageId: "logs" });
    }
  },
});

function using(meant: string, edits: readonly Edit[]) {
  return { messageId: "use" as const, data: { meant }, edits };
}

function named(categories: readonly string[]): string {
  return categories.map((each) => `\`${each}\``).join(" and ");
}
