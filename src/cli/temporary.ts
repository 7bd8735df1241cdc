import { rmSync } from "node:fs";
import process from "node:process";

/** The files that must not be left behind. */
const files = new Set<string>();

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has a file removed at the end of the process, whatever ends it: an error, a config that exits, a signal.
 * @param path absolute; the file need not be there yet.
 */
export function removeAtEnd(path: string): void {
  if (files.size === 0) {
    process.on("exit", removeAll);
    for (const signal of SIGNALS) process.on(signal, endBy);
  }
  files.add(path);
}

/** Removes such a file now, if it is still there. */
export function removeNow(path: string): void {
  remove(path);
  files.delete(path);
  if (files.size > 0) return;
  process.off("exit", removeAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function removeAll(): void {
  for (const path of files) remove(path);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is gone, or no longer writable.
  }
}

/** Ends as the signal would have ended the process. */
function endBy(signal: NodeJS.Signals): void {
  removeAll();
  for (const each of SIGNALS) process.off(each, endBy);
  process.kill(process.pid, signal);
}
