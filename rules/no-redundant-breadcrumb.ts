import { textOf, type Recorder } from "../src/breadcrumb/index.ts";
import { AUTOMATIC_OPTION, defineBreadcrumbRule } from "../src/define-rule.ts";
import { integrationOfCategory } from "../src/sentry/integrations.ts";
import { isRecordedBy, saysSame } from "../src/sentry/recorded.ts";

export default defineBreadcrumbRule({
  name: "no-redundant-breadcrumb",
  description: "Disallow breadcrumbs that Sentry's integrations already record",
  why: "The trail shows the same thing twice; only space is lost.",
  type: "suggestion",
  recommended: "warn",
  strict: { automatic: true },
  edits: "suggest",
  options: AUTOMATIC_OPTION,
  messages: {
    text: "The SDK already records `{{source}}`, so this text appears twice. Keep one of the two.",
    request:
      "The SDK already records this request, with method, URL and status. Remove this breadcrumb, or say what the request is for.",
    navigation:
      "The SDK already records this navigation, with `from` and `to`. Remove this breadcrumb, or say what led to it.",
    click: "The SDK already records clicks, with the element. Remove this breadcrumb, or say what the click did.",
    category:
      "The SDK uses `{{category}}` for automatic breadcrumbs; yours would look automatic. Use a category of your own.",
    remove: "Remove this breadcrumb.",
  },
  check({ breadcrumb, isInVersion, report }) {
    const { callee, category, data, message, place } = breadcrumb;
    // Each caller is responsible for its own text; a text built in the wrapper is duplicated by each of its calls.
    const isCallers = place.forwards && message?.value.kind !== "template";
    const recorder = isCallers
      ? undefined
      : place.recorders?.find((each) => isRecordedBy(breadcrumb, each) && isInVersion(each.integration));
    if (recorder !== undefined) {
      const suggest = [{ messageId: "remove" as const, edits: data === undefined ? place.removal : undefined }];
      const messageId = messageOf(recorder);
      if (messageId === "text") report({ at: callee, messageId, data: { source: recorder.source }, suggest });
      else report({ at: callee, messageId, suggest });
      return;
    }
    const name = category && textOf(category.value);
    if (category === undefined || name === undefined) return;
    const integration = integrationOfCategory(name);
    if (integration !== undefined && place.integrations?.has(integration) === true && isInVersion(integration)) {
      report({ at: category.value, messageId: "category", data: { category: name } });
    }
  },
  checkFile({ automatic, report }) {
    for (const breadcrumb of automatic) {
      const { callee, place } = breadcrumb;
      // Of two that say the same, the second is one too many.
      const recorder = place.recorders?.find(
        ({ text }) => text !== undefined && text.range[0] < callee.range[0] && saysSame(breadcrumb, text),
      );
      if (recorder === undefined) continue;
      const suggest = [{ messageId: "remove" as const, edits: place.removal }];
      report({ at: callee, messageId: "text", data: { source: recorder.source }, suggest });
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
