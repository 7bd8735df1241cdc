// Lints beside the page, so that typing waits for nothing.
import { createTypingLinter, fix, show } from "sentry-breadcrumbs/browser";
import type { Answer, Question } from "./ask.ts";
import { loadGrammar } from "./rust-grammar.ts";

const linter = createTypingLinter();

addEventListener("message", async ({ data: { state, wanted } }: MessageEvent<Question>) => {
  const { text: typed, other, ...options } = state;
  // The editor's places count a byte order mark, ESLint's do not.
  const text = typed.replace(/^\uFEFF/u, " ");
  const nothing: Answer = { messages: [], output: text, arrivals: [], isWhole: true };
  const answers: Readonly<Record<Question["wanted"], () => Partial<Answer>>> = {
    first() {
      const messages = linter.lintChange(text, options);
      return messages === undefined ? answers.findings() : { messages, isWhole: false };
    },
    findings: () => ({ messages: linter.lint(text, options) }),
    fixes: () => fix(text, options),
    arrivals: () => ({ arrivals: show(text, options) }),
  };
  const answer = async (): Promise<Partial<Answer>> => {
    try {
      if (options.language === "rust") await loadGrammar();
      return answers[wanted]();
    } catch (error) {
      return { error: withoutPlace(error instanceof Error ? error.message : String(error)) };
    }
  };
  postMessage({ ...nothing, ...(await answer()) });
});

/** An error in the settings, without which rule ESLint has found it by and in which file. */
function withoutPlace(message: string): string {
  return message.replace(/^Error while loading rule '[^']*': /u, "").replace(/\nOccurred while linting [^]*$/u, "");
}
