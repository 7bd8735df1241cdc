import { readFileSync } from "node:fs";
import process from "node:process";
import { closest } from "../sentry/closest.ts";

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

/**
 * What to do about a config that does not load.
 * @param said the first line of its error.
 * @param path of the config.
 */
export async function remedyFor(said: string, path: string): Promise<string> {
  const repair = /cannot find (?:package|module)/iu.test(said) ? "Install the packages that it imports" : "Correct it";
  const meant = await misspelt(said, path);
  return `${meant === undefined ? "" : `Did you mean "${meant}"? `}${repair}, or ignore it with --no-config.`;
}

/** The rule or preset of the plugin whose name a config misspells. */
async function misspelt(said: string, path: string): Promise<string | undefined> {
  // A preset that is not there is undefined, and ESLint does not say what it was called.
  const isUndefined = said.includes("undefined config");
  const names = isUndefined
    ? readFileSync(path, "utf8").matchAll(/\bconfigs(?:\.|\[["'])([\w-]+)/gu)
    : said.matchAll(/"([\w-]+)"/gu);
  const { default: plugin } = await import("../index.ts");
  const known = Object.keys(isUndefined ? plugin.configs : { ...plugin.configs, ...plugin.rules });
  const unknown = Array.from(names, ([, name = ""]) => name).filter((name) => !known.includes(name));
  return unknown.flatMap((name) => closest(name, known, 1)).at(0);
}
