// Lints beside the page, so that typing waits for nothing.
import { fix, lint, show } from "sentry-breadcrumbs/browser";
import type { Answer, Question } from "./ask.ts";
import { loadGrammar } from "./rust-grammar.ts";

addEventListener("message", async ({ data: { state, wanted } }: MessageEvent<Question>) => {
  const { text, ...options } = state;
  const nothing: Answer = { messages: [], output: text, arrivals: [] };
  const answers: Readonly<Record<Question["wanted"], () => Partial<Answer>>> = {
    findings: () => ({ messages: lint(text, options) }),
    fixes: () => fix(text, options),
    arrivals: () => ({ arrivals: show(text, options) }),
  };
  const answer = async (): Promise<Partial<Answer>> => {
    try {
      if (options.language === "rust") await loadGrammar();
      return answers[wanted]();
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  postMessage({ ...nothing, ...(await answer()) });
});
