import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { flag } from "../src/options.ts";

export default defineBreadcrumbRule({
  name: "no-breadcrumb-in-loop",
  description: "Disallow breadcrumbs in code that runs again and again",
  why: "It pushes out the 100 that are kept; but how often a loop runs is seldom told by the source.",
  type: "suggestion",
  recommended: "warn",
  options: {
    allowConditional: flag(true, "Whether to allow breadcrumbs that are recorded in some turns only."),
  },
  messages: {
    loop: "Each turn of `{{name}}` records a breadcrumb. Sentry keeps the last 100, so these push out what came before. Record one for all, with their number.",
    iteration:
      "`{{name}}` records a breadcrumb for each item. Sentry keeps the last 100, so these push out what came before. Record one for all, with their number.",
    timer:
      "Each tick of `{{name}}` records a breadcrumb. Sentry keeps the last 100, so these push out what came before. Record what has changed.",
    frame:
      "`{{name}}` records a breadcrumb for each frame. Sentry keeps the last 100, so these push out what came before. Record where it starts or ends.",
    event:
      "The event `{{name}}` comes many times while one thing is done, and each time records a breadcrumb. Sentry keeps the last 100. Record what it has led to, once.",
    render:
      "Each render of `{{name}}` records a breadcrumb. Sentry keeps the last 100, so these push out what came before. Record it in an effect or where the event is handled.",
  },
  check({ breadcrumb: { callee, place }, options, report }) {
    const { repetition, forwards } = place;
    if (repetition === undefined || forwards || (repetition.conditional && options.allowConditional)) return;
    report({ at: callee, messageId: repetition.kind, data: { name: repetition.name } });
  },
});
