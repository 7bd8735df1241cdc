import process from "node:process";

/** How many configs are being loaded. */
let loading = 0;

/** The errors of configs that are shown to the user. */
const told = new WeakSet<object>();

/**
 * Loads a config, which is a program of somebody. What it throws, it throws to the caller alone: Node.js 20 lets the
 * error of a CommonJS module that an ES module imports end the process as well, once it has been caught.
 */
export async function loadConfig<Result>(load: () => Promise<Result>): Promise<Result> {
  if (!process.listeners("unhandledRejection").includes(letPass)) process.on("unhandledRejection", letPass);
  loading++;
  try {
    return await load();
  } catch (error) {
    if (typeof error === "object" && error !== null) told.add(error);
    throw error;
  } finally {
    loading--;
  }
}

function letPass(reason: unknown): void {
  const isTold = typeof reason === "object" && reason !== null && told.has(reason);
  if (!isTold && loading === 0) throw reason;
}

/** The message of an error; a config may throw anything. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
