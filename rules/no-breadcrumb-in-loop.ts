import type { Breadcrumb } from "../src/breadcrumb/index.ts";
import { AUTOMATIC_OPTION, defineBreadcrumbRule } from "../src/define-rule.ts";
import { flag } from "../src/options.ts";
import { breadcrumbOf } from "../src/sentry/doors.ts";

export default defineBreadcrumbRule({
  name: "no-breadcrumb-in-loop",
  description: "Disallow breadcrumbs in code that runs repeatedly",
  why: "Repeated breadcrumbs evict the others (Sentry keeps 100), but the source rarely shows how often a loop runs.",
  type: "suggestion",
  recommended: "warn",
  strict: { automatic: true },
  options: {
    allowConditional: flag(true, "Whether to allow breadcrumbs that only some iterations record."),
    ...AUTOMATIC_OPTION,
  },
  messages: {
    loop: "Every iteration of `{{name}}` records {{breadcrumb}} and evicts older ones (Sentry keeps 100). Record one after the loop, with the count.",
    iteration:
      "`{{name}}` records {{breadcrumb}} for every item and evicts older ones (Sentry keeps 100). Record one for all of them, with the count.",
    timer:
      "Every tick of `{{name}}` records {{breadcrumb}} and evicts older ones (Sentry keeps 100). Record only what has changed.",
    frame:
      "`{{name}}` records {{breadcrumb}} for every frame and evicts older ones (Sentry keeps 100). Record where it starts or ends.",
    event:
      "`{{name}}` fires continuously, and each event records {{breadcrumb}} (Sentry keeps 100). Record the outcome, once.",
    render:
      "Every render of `{{name}}` records {{breadcrumb}} and evicts older ones (Sentry keeps 100). Record it in an event handler, or an effect with dependencies.",
  },
  checkFile({ file, automatic, options, report }) {
    for (const breadcrumb of [...file.breadcrumbs.filter((each) => !isForOneEvent(each)), ...automatic]) {
      const { callee, place } = breadcrumb;
      const { repetition, forwards } = place;
      if (repetition === undefined || forwards || (repetition.conditional && options.allowConditional)) continue;
      const { kind, name } = repetition;
      report({ at: callee, messageId: kind, data: { name, breadcrumb: breadcrumbOf(breadcrumb) } });
    }
  },
});

/** Whether it is recorded on a scope of its own, whose trail is built for an event. */
function isForOneEvent({ entry, scope }: Breadcrumb): boolean {
  return entry === "scope" && scope === undefined;
}
