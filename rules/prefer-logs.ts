import type { Breadcrumb } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { choice, count, flag, text } from "../src/options.ts";
import { logCallOf } from "../src/sentry/logs.ts";

export default defineBreadcrumbRule({
  name: "prefer-logs",
  description: "Suggest Sentry's logs where breadcrumbs are recorded by hand in numbers",
  type: "suggestion",
  recommended: "warn",
  edits: "fix and suggest",
  languages: ["javascript", "rust"],
  options: {
    max: count(10, "How many breadcrumbs a file may record by hand."),
    maxPerFunction: count(4, "How many breadcrumbs one function may record by hand."),
    report: choice(["each", "file"], "Whether to report each breadcrumb beyond the limit, or the file once."),
    categoryAttribute: text("category", "The log attribute that takes the breadcrumb's category."),
    fix: flag(false, "Whether to turn breadcrumbs into logs without asking."),
  },
  messages: {
    file:
      "This is breadcrumb {{number}} of this file, which may record {{max}} by hand; Sentry keeps the last 100 of an event. A log (`Sentry.logger`) can be searched and alerted on, but is linked to the event by its trace, not shown on it.",
    function:
      "This is breadcrumb {{number}} of this function, which may record {{max}} by hand; Sentry keeps the last 100 of an event. A log (`Sentry.logger`) can be searched and alerted on, but is linked to the event by its trace, not shown on it.",
    log: "Write a log instead.",
  },
  checkFile({ file, options, report }) {
    const counted = [...new Map(file.breadcrumbs.map((breadcrumb) => [breadcrumb.range[0], breadcrumb])).values()];
    let inFile = 0;
    const inFunction = new Map<number, number>();
    for (const breadcrumb of counted.filter(({ place }) => !place.forwards)) {
      const start = breadcrumb.place.function?.range[0] ?? -1;
      const inThis = (inFunction.get(start) ?? 0) + 1;
      inFunction.set(start, inThis);
      inFile += 1;

      const overFile = inFile > options.max;
      const overFunction = start >= 0 && inThis > options.maxPerFunction;
      if (!overFile && !overFunction) continue;
      const [messageId, number, max] = overFile
        ? (["file", inFile, options.max] as const)
        : (["function", inThis, options.maxPerFunction] as const);
      const data = { number: String(number), max: String(max) };
      const edits = asLog(breadcrumb, options.categoryAttribute);
      if (options.fix) report({ at: breadcrumb.callee, messageId, data, fix: edits });
      else report({ at: breadcrumb.callee, messageId, data, suggest: edits && [{ messageId: "log", edits }] });
      if (options.report === "file") return;
    }
  },
});

function asLog(breadcrumb: Breadcrumb, categoryAttribute: string) {
  const call = logCallOf(breadcrumb, categoryAttribute);
  return call === undefined ? undefined : breadcrumb.write.log(call);
}
