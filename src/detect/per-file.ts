import { remember } from "./remember.ts";

/** The results for each file; the only state of the detectors that does not belong to a file's objects. */
const memories = new WeakMap<object, Map<unknown, unknown>>();

/**
 * Computes something once for each file, when it is first asked for.
 * @param compute is given what stands for the file, its program or the root of its tree, and what else it needs, which
 * must be the same whenever the file is asked about.
 */
export function perFile<File extends object, Others extends readonly unknown[], T>(
  compute: (file: File, ...others: Others) => T,
): (file: File, ...others: Others) => T {
  return (file, ...others) => {
    let memory = memories.get(file);
    if (memory === undefined) memories.set(file, (memory = new Map()));
    return remember(memory, compute, () => compute(file, ...others)) as T;
  };
}
