import type { lint } from "sentry-breadcrumbs/browser";

/** One finding, as ESLint reports it. */
export type Message = ReturnType<typeof lint>[number];

/** What can be done about a finding. */
export interface Change {
  readonly kind: "fix" | "suggestion";
  readonly name: string;
  readonly fix: NonNullable<Message["fix"]>;
}

/** The fix of a finding and its suggestions, in order. */
export function changesOf({ fix, suggestions = [] }: Message): readonly Change[] {
  return [
    ...(fix === undefined ? [] : [{ kind: "fix", name: "Fix", fix } as const]),
    ...suggestions.map(({ desc, fix }) => ({ kind: "suggestion", name: desc, fix }) as const),
  ];
}

/** A message in parts: text, and code between backquotes. */
export function partsOf(message: string): readonly { readonly isCode: boolean; readonly text: string }[] {
  return message.split(/`([^`]+)`/u).map((text, index) => ({ isCode: index % 2 === 1, text }));
}

/** The lines that a change concerns, before and after. */
export function changedLines(
  source: string,
  { range: [start, end], text }: Change["fix"],
): { readonly before: string; readonly after: string } {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const next = source.indexOf("\n", end);
  const to = next === -1 ? source.length : next;
  return { before: source.slice(from, to), after: source.slice(from, start) + text + source.slice(end, to) };
}
