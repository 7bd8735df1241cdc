import { textOf, type Recorder } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { integrationOfCategory } from "../src/sentry/integrations.ts";
import { isRecordedBy } from "../src/sentry/recorded.ts";

export default defineBreadcrumbRule({
  name: "no-redundant-breadcrumb",
  description: "Disallow breadcrumbs of what Sentry's integrations record by themselves",
  why: "It is there twice; nothing is lost but room.",
  type: "suggestion",
  recommended: "warn",
  edits: "suggest",
  messages: {
    text: "The SDK makes a breadcrumb of what `{{source}}` says, too, so that the same text stands there twice. Keep one of the two.",
    request:
      "The SDK records this request by itself, with method, URL and status. Leave this one out, or say what the request is for.",
    navigation:
      "The SDK records this navigation by itself, with `from` and `to`. Leave this one out, or say what led to it.",
    click: "The SDK records clicks by itself, with the element. Leave this one out, or say what the click has done.",
    category:
      "`{{category}}` is the category of what the SDK records by itself, so that this one passes for one of those. Give it a category of its own.",
    remove: "Leave this breadcrumb out.",
  },
  check({ breadcrumb, report }) {
    const { callee, category, data, place } = breadcrumb;
    if (place.forwards) return;
    const recorder = place.recorders?.find((each) => isRecordedBy(breadcrumb, each));
    if (recorder !== undefined) {
      const edits = data === undefined ? place.removal : undefined;
      const suggest = edits && [{ messageId: "remove" as const, edits }];
      const messageId = messageOf(recorder);
      if (messageId === "text") report({ at: callee, messageId, data: { source: recorder.source }, suggest });
      else report({ at: callee, messageId, suggest });
      return;
    }
    const name = category && textOf(category.value);
    if (category === undefined || name === undefined) return;
    const integration = integrationOfCategory(name);
    if (integration !== undefined && place.integrations?.has(integration) === true) {
      report({ at: category.value, messageId: "category", data: { category: name } });
    }
  },
});

function messageOf({ integration }: Recorder) {
  switch (integration) {
    case "fetch":
    case "http":
    case "xhr":
      return "request";
    case "history":
      return "navigation";
    case "dom":
      return "click";
    default:
      return "text";
  }
}
