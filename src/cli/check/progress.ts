import type { Output } from "../io.ts";

/** Shows the progress of a run in a terminal. */
export interface Progress {
  add(files: number): void;
  end(): void;
}

const SILENT: Progress = { add: () => undefined, end: () => undefined };

/** Runs of fewer files are over before a bar could be read. */
const WORTH_IT = 80;

/** A bar on the error output, where that is a terminal that somebody watches: none in CI, none for short runs. */
export async function progressOf(total: number, { stderr, env }: Output): Promise<Progress> {
  if (stderr.isTTY !== true || env["CI"] !== undefined || total < WORTH_IT) return SILENT;
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    stream: stderr,
    format: "{bar} {value} of {total} files checked",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return {
    add: (files) => {
      bar.increment(files);
    },
    end: () => {
      bar.stop();
    },
  };
}
