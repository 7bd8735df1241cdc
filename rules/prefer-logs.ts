import type { Edit } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { logEdits } from "../src/edit/logs.ts";
import { choice, count, flag, text } from "../src/options.ts";
import { worstLeakFinder } from "../src/sensitive-data/index.ts";
import { logPlanner } from "../src/sentry/logs.ts";
import { beyond, type Excess } from "../src/sentry/volume.ts";

const ADVICE =
  "Sentry keeps 100 per event. Consider logs ({{logger}}), which are searchable and linked to the event by its trace.{{note}}";

export default defineBreadcrumbRule({
  name: "prefer-logs",
  description: "Suggest Sentry's logs for code that records many breadcrumbs by hand",
  why: "The breadcrumbs arrive. Logs suit this better, but are not part of the event.",
  type: "suggestion",
  recommended: "warn",
  edits: "fix and suggest",
  options: {
    max: count(10, "How many breadcrumbs a file may record by hand."),
    maxPerFunction: count(4, "How many breadcrumbs one function may record by hand."),
    report: choice(["file", "each"], "Whether to report a file once, or each breadcrumb beyond a limit."),
    categoryAttribute: text("category", "The log attribute for the breadcrumb's category."),
    fix: flag(false, "Whether `--fix` turns breadcrumbs into logs if the log says the same."),
  },
  messages: {
    file: `This file records {{number}} by hand (limit {{max}}). ${ADVICE}`,
    function: `This function records {{number}} by hand (limit {{max}}). ${ADVICE}`,
    wrapper: `Through this function, the file records {{number}} (limit {{max}}). ${ADVICE}`,
    log: "Write a log instead.",
    change: "Write a log instead; {{change}}.",
  },
  checkFile({ file, options, settings, language, logger, sdkVersion, report }) {
    const excess = beyond(file.breadcrumbs, options.max, options.maxPerFunction);
    const reported = options.report === "each" ? excess : onceEach(excess, options.fix);
    if (reported.length === 0) return;
    const { categoryAttribute } = options;
    const { name, needs: wanted } = logger();
    const version = sdkVersion();
    // An SDK that may be too old for logs, or made without them, is somebody's to look at.
    const isThere = language.sdkVersionOf === undefined ? wanted.length === 0 : version !== undefined;
    const planOf = logPlanner(file, {
      categoryAttribute,
      version,
      needs: wanted,
      leakOf: worstLeakFinder(settings.sensitiveData),
    });
    const planned = reported.map((one) => {
      const plan = planOf(one.breadcrumb);
      return { ...one, ...plan, automatic: options.fix && isThere && plan.changes.length === 0 };
    });
    const edits = logEdits(planned);
    for (const { breadcrumb, scope, number, max, changes, needs, note, automatic } of planned) {
      const own = edits.get(breadcrumb);
      const change = [...changes, ...needs].join(", ");
      report({
        at: breadcrumb.callee,
        messageId: scope,
        data: {
          number: number === 1 ? "1 breadcrumb" : `${String(number)} breadcrumbs`,
          max: String(max),
          logger: name,
          note: note && ` ${note}`,
        },
        fix: automatic ? own : undefined,
        suggest: own && !automatic ? [suggestion(own, change)] : [],
      });
    }
  },
});

/** Reports a file once, at its first breadcrumb beyond a limit, and each of its wrappers once, where it records. */
function onceEach(excess: readonly Excess[], isChanged: boolean): readonly Excess[] {
  const byHand = excess.filter(({ scope }) => scope !== "wrapper");
  // With --fix, all breadcrumbs of the file are changed at once.
  const reported = new Map((isChanged ? byHand : byHand.slice(0, 1)).map((each) => [each.breadcrumb, each]));
  for (const each of excess) {
    const { definition } = each;
    if (definition && !reported.has(definition)) reported.set(definition, { ...each, breadcrumb: definition });
  }
  return [...reported.values()];
}

function suggestion(edits: readonly Edit[], change: string) {
  return change === ""
    ? { messageId: "log" as const, edits }
    : { messageId: "change" as const, data: { change }, edits };
}
