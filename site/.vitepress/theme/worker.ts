// Lints beside the page, so that typing waits for nothing.
import { fix, lint, show } from "sentry-breadcrumbs/browser";
import type { Answer, Question } from "./ask.ts";

addEventListener("message", ({ data: { id, state, wanted } }: MessageEvent<Question>) => {
  const { text, ...options } = state;
  const nothing = { messages: [], output: text, arrivals: [] };
  const answers: Readonly<Record<Question["wanted"], () => Partial<Answer>>> = {
    findings: () => ({ messages: lint(text, options) }),
    fixes: () => fix(text, options),
    arrivals: () => ({ arrivals: show(text, options) }),
  };
  const answer = (): Partial<Answer> => {
    try {
      return answers[wanted]();
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  postMessage({ ...nothing, ...answer(), id } satisfies Answer);
});
