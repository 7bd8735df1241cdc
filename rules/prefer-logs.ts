import type { Breadcrumb } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { logEdits } from "../src/edit/logs.ts";
import { choice, count, flag, text } from "../src/options.ts";
import { describeLeak, leakFinder, policyOf, type LeakFinder } from "../src/sensitive-data/index.ts";
import { leavesLogsOff, LOGGER, LOGS_OFF, logPlanOf, NEEDS, type LogPlan } from "../src/sentry/logs.ts";

const ADVICE =
  "Sentry keeps the last 100 of an event. A log ({{logger}}) can be searched and alerted on, but is linked to the event by its trace, not shown on it.{{note}}";

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
    fix: flag(false, "Whether to turn breadcrumbs into logs without asking, where a log says the same."),
  },
  messages: {
    file: `This is breadcrumb {{number}} of this file, which may record {{max}} by hand; ${ADVICE}`,
    function: `This is breadcrumb {{number}} of this function, which may record {{max}} by hand; ${ADVICE}`,
    log: "Write a log instead.",
    change: "Write a log instead; {{change}}.",
  },
  checkFile({ file, options, sdkVersion, report }) {
    const excess = beyond(file.breadcrumbs, options);
    if (excess.length === 0) return;
    const version = sdkVersion();
    const isOff = file.setups?.some((setup) => leavesLogsOff(setup, version)) === true;
    const leaksOf = leakFinder(NOTHING_DECLARED);
    const planned = excess.map((one) => ({
      ...one,
      plan: withoutLeaks(one.breadcrumb, logPlanOf(one.breadcrumb, options.categoryAttribute, version), leaksOf),
    }));
    const edits = logEdits(
      planned.flatMap(({ breadcrumb, plan }) =>
        "obstacle" in plan ? [] : [{ breadcrumb, call: plan.call, unasked: options.fix && plan.changes.length === 0 }],
      ),
    );
    for (const { breadcrumb, messageId, number, max, plan } of planned) {
      const own = edits.get(breadcrumb);
      const note = "obstacle" in plan ? plan.obstacle : isOff ? LOGS_OFF : "";
      const data = { number: String(number), max: String(max), logger: LOGGER[file.language], note: note && ` ${note}` };
      const changes = "obstacle" in plan ? [] : plan.changes;
      const change = [...changes, ...NEEDS[file.language]].join(", ");
      const suggest =
        own && (change === "" ? { messageId: "log" as const, edits: own } : { messageId: "change" as const, data: { change }, edits: own });
      if (options.fix && changes.length === 0) report({ at: breadcrumb.callee, messageId, data, fix: own });
      else report({ at: breadcrumb.callee, messageId, data, suggest: suggest && [suggest] });
    }
  },
});

interface Excess {
  readonly breadcrumb: Breadcrumb;
  readonly messageId: "file" | "function";
  readonly number: number;
  readonly max: number;
}

/** The breadcrumbs beyond a limit, in order. A call counts once, whatever it may record. */
function beyond(
  breadcrumbs: readonly Breadcrumb[],
  { max, maxPerFunction, report }: { max: number; maxPerFunction: number; report: "each" | "file" },
): readonly Excess[] {
  const calls = new Map(breadcrumbs.map((breadcrumb) => [breadcrumb.range[0], breadcrumb]));
  const found: Excess[] = [];
  let inFile = 0;
  const inFunction = new Map<number, number>();
  for (const breadcrumb of calls.values()) {
    if (breadcrumb.place.forwards) continue;
    const start = breadcrumb.place.function?.range[0] ?? -1;
    const inThis = (inFunction.get(start) ?? 0) + 1;
    inFunction.set(start, inThis);
    inFile += 1;
    if (inFile > max) found.push({ breadcrumb, messageId: "file", number: inFile, max });
    else if (start >= 0 && inThis > maxPerFunction) {
      found.push({ breadcrumb, messageId: "function", number: inThis, max: maxPerFunction });
    }
  }
  return report === "file" ? found.slice(0, 1) : found;
}

const NOTHING_DECLARED = policyOf({ allow: [], deny: [], sanitizers: [], owners: [] });

/** A log must not carry what `no-pii` reports; what it reports in its strict mode only, somebody has to look at. */
function withoutLeaks({ message, data, category, type }: Breadcrumb, plan: LogPlan, leaksOf: LeakFinder): LogPlan {
  if ("obstacle" in plan) return plan;
  const leaks = [message, data, category, type].flatMap((field) => (field === undefined ? [] : leaksOf(field.value)));
  const [leak] = leaks.sort((one, other) => one.tier - other.tier);
  if (leak === undefined) return plan;
  const what = `${describeLeak(leak, "data").what} (\`${leak.at.source}\`)`;
  if (leak.tier === 1) return { obstacle: `It would carry ${what}, too.` };
  return { ...plan, changes: [...plan.changes, `it carries ${what}`] };
}
