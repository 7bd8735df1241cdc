import { count, type Output } from "./io.ts";

/** Shows the progress of a run in a terminal. */
export interface Progress {
  add(files: number): void;
  end(): void;
}

const SILENT: Progress = { add: () => undefined, end: () => undefined };

/** Runs of fewer files are over before a bar could be read. */
const WORTH_IT = 80;

/** A bar on the error output, where that is a terminal that somebody watches: none in CI, none for short runs. */
export async function progressOf(total: number, output: Output): Promise<Progress> {
  if (!isWatched(total, output)) return SILENT;
  const { stderr } = output;
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

/** Says that files are searched for functions that record breadcrumbs, in the same places, until that is done. */
export async function whileSearching<Result>(
  files: number,
  output: Output,
  search: () => Promise<Result>,
): Promise<Result> {
  if (!isWatched(files, output)) return search();
  const { stderr } = output;
  stderr.write(`Looking for your wrappers in ${count(files, "file")} …`);
  try {
    return await search();
  } finally {
    stderr.write("\r\u001B[K");
  }
}

function isWatched(files: number, { stderr, env }: Output): boolean {
  return stderr.isTTY === true && env["CI"] === undefined && files >= WORTH_IT;
}
