import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { flag } from "../src/options.ts";

export default defineBreadcrumbRule({
  name: "no-breadcrumb-in-loop",
  description: "Disallow breadcrumbs in code that runs repeatedly",
  why: "Repeated breadcrumbs evict the others (Sentry keeps 100), but the source rarely shows how often a loop runs.",
  type: "suggestion",
  recommended: "warn",
  options: {
    allowConditional: flag(true, "Whether to allow breadcrumbs that only some iterations record."),
  },
  messages: {
    loop: "Every iteration of `{{name}}` records a breadcrumb and evicts older ones (Sentry keeps 100). Record one after the loop, with the count.",
    iteration:
      "`{{name}}` records a breadcrumb for every item and evicts older ones (Sentry keeps 100). Record one for all of them, with the count.",
    timer:
      "Every tick of `{{name}}` records a breadcrumb and evicts older ones (Sentry keeps 100). Record only what has changed.",
    frame:
      "`{{name}}` records a breadcrumb for every frame and evicts older ones (Sentry keeps 100). Record where it starts or ends.",
    event:
      "`{{name}}` fires continuously, and each event records a breadcrumb (Sentry keeps 100). Record the outcome, once.",
    render:
      "Every render of `{{name}}` records a breadcrumb and evicts older ones (Sentry keeps 100). Record it in an effect or an event handler.",
  },
  check({ breadcrumb: { callee, place }, options, report }) {
    const { repetition, forwards } = place;
    if (repetition === undefined || forwards || (repetition.conditional && options.allowConditional)) return;
    report({ at: callee, messageId: repetition.kind, data: { name: repetition.name } });
  },
});
