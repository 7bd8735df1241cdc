import { defineBreadcrumbRule } from "../src/define-rule.ts";

export default defineBreadcrumbRule({
  name: "no-late-breadcrumb",
  description: "Disallow breadcrumbs recorded after the capture they describe",
  why: "The breadcrumb is missing from that event, but it may be meant for the next one.",
  type: "problem",
  recommended: "warn",
  edits: "suggest",
  messages: {
    late: "`{{capture}}` has already sent its event, so this breadcrumb is missing from it. Record it before the capture.",
    move: "Record it before `{{capture}}`.",
  },
  check({ breadcrumb: { callee, place }, report }) {
    const capture = place.captureBefore;
    if (capture === undefined) return;
    const data = { capture: capture.source };
    report({ at: callee, messageId: "late", data, suggest: [{ messageId: "move", data, edits: capture.moveBefore }] });
  },
});
