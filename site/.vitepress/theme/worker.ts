// Lints beside the page, so that typing waits for nothing.
import { fix, lint } from "sentry-breadcrumbs/browser";
import type { Answer, Question } from "./ask.ts";

addEventListener("message", ({ data: { id, state, fixes } }: MessageEvent<Question>) => {
  const { text, ...options } = state;
  const answer = (): Omit<Answer, "id"> => {
    try {
      return fixes ? { ...fix(text, options) } : { messages: lint(text, options), output: text };
    } catch (error) {
      return { messages: [], output: text, error: error instanceof Error ? error.message : String(error) };
    }
  };
  postMessage({ id, ...answer() } satisfies Answer);
});
