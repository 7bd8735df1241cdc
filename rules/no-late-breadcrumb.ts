import { defineBreadcrumbRule } from "../src/define-rule.ts";

export default defineBreadcrumbRule({
  name: "no-late-breadcrumb",
  description: "Disallow breadcrumbs behind the capture whose event they belong on",
  why: "It is missing on the event before it; somebody may want it on the next one.",
  type: "problem",
  recommended: "warn",
  edits: "suggest",
  messages: {
    late: "`{{capture}}` has sent its event with the breadcrumbs recorded so far; this one is not on it. Record it before.",
    move: "Record it before `{{capture}}`.",
  },
  check({ breadcrumb: { callee, place }, report }) {
    const capture = place.captureBefore;
    if (capture === undefined || place.forwards) return;
    const data = { capture: capture.source };
    const edits = capture.moveBefore;
    report({ at: callee, messageId: "late", data, suggest: edits && [{ messageId: "move", data, edits }] });
  },
});
