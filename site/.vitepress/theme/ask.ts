import type { ShownBreadcrumb } from "sentry-breadcrumbs/browser";
import type { Message } from "./messages.ts";
import type { State } from "./state.ts";

export interface Question {
  readonly state: State;
  /** `first` are the findings after a key, as far as they are to be had at once. */
  readonly wanted: "first" | "findings" | "fixes" | "arrivals";
}

export interface Answer {
  readonly messages: readonly Message[];
  /** The text, with the fixes if they were asked for. */
  readonly output: string;
  /** The breadcrumbs as they would arrive, if they were asked for. */
  readonly arrivals: readonly ShownBreadcrumb[];
  /** Whether the whole text was linted, and not only what was changed. */
  readonly isWhole: boolean;
  /** What is wrong with the settings. */
  readonly error?: string;
}

interface Asked extends Question {
  readonly answer: (answer: Answer) => void;
}

/**
 * Starts a linter beside the page. It answers one question at a time: of those that wait, the last of each kind takes the
 * place of the others, which get its answer.
 */
export function startLinter(): (state: State, wanted: Question["wanted"]) => Promise<Answer> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<Question["wanted"], Asked>();
  let current: Asked | undefined;

  function askNext(): void {
    const [next] = waiting.values();
    if (current !== undefined || next === undefined) return;
    waiting.delete(next.wanted);
    current = next;
    worker.postMessage({ state: next.state, wanted: next.wanted } satisfies Question);
  }

  function end(answer: Answer): void {
    current?.answer(answer);
    current = undefined;
    askNext();
  }

  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => end(data));
  worker.addEventListener("error", ({ message }) =>
    end({
      messages: [],
      output: current?.state.text ?? "",
      arrivals: [],
      isWhole: true,
      error: `The linter failed: ${message}`,
    }),
  );
  return (state, wanted) =>
    new Promise((resolve) => {
      const before = waiting.get(wanted)?.answer;
      const answer = (given: Answer): void => {
        before?.(given);
        resolve(given);
      };
      waiting.set(wanted, { state, wanted, answer });
      askNext();
    });
}
