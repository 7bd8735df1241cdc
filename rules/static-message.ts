import { alternatives, excerpt } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { partedMessage, valuesOf, valuesOfCall } from "../src/sentry/messages.ts";

export default defineBreadcrumbRule({
  name: "static-message",
  description: "Require constant breadcrumb messages, with values in `data`",
  why: "Messages with values are common, and easy to read one at a time.",
  type: "suggestion",
  edits: "suggest",
  messages: {
    value:
      "`{{value}}` makes this message different every time, so it cannot be searched or compared. Keep it constant and put the value in `data`.",
    cut: 'Write `"{{text}}"`: the rest is in `data`.',
    part: 'Write `"{{text}}"`, with {{names}} in `data`.',
  },
  check({ breadcrumb: { message, data, record, write }, report }) {
    if (message === undefined) return;
    for (const { at, is } of alternatives(message.value)) {
      const [first] = is.kind === "template" ? valuesOf(is) : is.kind === "call" ? valuesOfCall(is) : [];
      if (first === undefined) continue;
      const known = data?.value.kind === "record" && data.value.complete ? data.value : undefined;
      const isOpen = is === message.value && (data === undefined || known !== undefined);
      const parted = isOpen && is.kind === "template" ? partedMessage(is, known?.fields ?? []) : undefined;
      const edits = parted && record && write.splitMessage?.(is, parted.text, parted.values, { record, data: known });
      report({
        at,
        messageId: "value",
        data: { value: excerpt(first) },
        suggest: parted && [{ ...suggestionOf(parted), edits }],
      });
    }
  },
});

function suggestionOf({ text, values }: ReturnType<typeof partedMessage> & object) {
  if (values.length === 0) return { messageId: "cut" as const, data: { text } };
  const names = values.map(({ name }) => `\`${name}\``).join(", ");
  return { messageId: "part" as const, data: { text, names } };
}
