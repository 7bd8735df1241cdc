import { availableParallelism, loadavg } from "node:os";
import process from "node:process";
import { ESLint } from "eslint";

/** Text, in UTF-16 units, over which a thread is busy twice as long as it takes to load ESLint and to get warm. */
const WORTH_A_THREAD = 2_000_000;

/** How much text a thread lints between two steps of the progress bar, each of which starts threads anew. */
export const TEXT_PER_STEP = 8 * WORTH_A_THREAD;

/**
 * How many of ESLint's worker threads lint some text: as many as were asked for; by default as many as it keeps busy.
 * @param text UTF-16 units.
 * @param idle cores with nothing else to do: threads that wait for one cost more than they bring.
 * @returns 1 for none beside the main thread.
 */
export function threadsFor(text: number, asked: number | "auto" | "off", idle = idleCores()): number {
  if (asked === "off") return 1;
  if (asked !== "auto") return asked;
  // ESLint has threads since 9.34.
  if (!("fromOptionsModule" in ESLint)) return 1;
  return Math.max(1, Math.min(idle, Math.floor(text / WORTH_A_THREAD)));
}

/** From the load of the last minute, which Windows does not report. */
function idleCores(): number {
  const [lastMinute] = loadavg() as [number, number, number];
  return availableParallelism() - Math.floor(lastMinute);
}

/**
 * Runs a task in which ESLint does not tell whoever runs the command that fewer threads would do: nobody asked for
 * them. ESLint offers no option for it, and reads the function that it warns by when it is made.
 */
export async function withoutAdviceOnThreads<Result>(task: () => Promise<Result>): Promise<Result> {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = ((...warning: Parameters<typeof emitWarning>) => {
    if ((warning[1] as unknown) !== "ESLintPoorConcurrencyWarning") emitWarning(...warning);
  }) as typeof emitWarning;
  try {
    return await task();
  } finally {
    process.emitWarning = emitWarning;
  }
}
