import type { ShownBreadcrumb } from "sentry-breadcrumbs/browser";
import type { Message } from "./messages.ts";
import type { State } from "./state.ts";

export interface Question {
  readonly id: number;
  readonly state: State;
  readonly wanted: "findings" | "fixes" | "arrivals";
}

export interface Answer {
  readonly id: number;
  readonly messages: readonly Message[];
  /** The text, with the fixes if they were asked for. */
  readonly output: string;
  /** The breadcrumbs as they would arrive, if they were asked for. */
  readonly arrivals: readonly ShownBreadcrumb[];
  /** What is wrong with the settings. */
  readonly error?: string;
}

/** Starts a linter beside the page, which answers each question in order. */
export function startLinter(): (state: State, wanted?: Question["wanted"]) => Promise<Answer> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const [id, answer] of waiting)
      answer({ id, messages: [], output: "", arrivals: [], error: `The linter failed: ${message}` });
    waiting.clear();
  });
  return (state, wanted = "findings") =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      worker.postMessage({ id, state, wanted } satisfies Question);
    });
}
