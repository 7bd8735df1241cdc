import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };

/** Files beside the sources on which it depends where an import leads, and what a crate is. */
const MANIFEST = /^(?:package\.json|[jt]sconfig.*\.json|pnpm-workspace\.yaml|Cargo\.toml)$/u;

/**
 * What was found in a project when its files were as they are, by their paths, sizes and times; found anew otherwise.
 * It is kept below `node_modules/.cache` where there is a `node_modules`, and nowhere else. Where that cannot be read
 * or written, everything is found anew each time. A file is written whole or not at all, so that several threads and
 * processes may ask at once.
 * @param root the project's folder, absolute.
 * @param files all that was listed of it, absolute.
 * @param question what else the answer depends on.
 */
export async function remembered<T>(
  root: string,
  files: readonly string[],
  question: unknown,
  find: () => Promise<T>,
): Promise<T> {
  const folder = join(root, "node_modules");
  if (sizeAndTime(folder) === "") return find();
  const name = createHash("sha256").update(JSON.stringify(question)).digest("hex").slice(0, 16);
  const place = join(folder, ".cache", "sentry-breadcrumbs", `${name}.json`);
  const key = keyOf(root, files);
  const known = read(place);
  if (known?.key === key) return known.found as T;
  const found = await find();
  write(place, JSON.stringify({ key, found }));
  return found;
}

function keyOf(root: string, files: readonly string[]): string {
  const hash = createHash("sha256").update(packageJson.version);
  const add = (path: string): void => {
    hash.update(`${path}\0${sizeAndTime(path)}\0`);
  };
  const folders = new Set<string>([root]);
  for (const path of files) {
    add(path);
    for (let folder = dirname(path); !folders.has(folder) && folder.startsWith(root); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  for (const folder of [...folders].sort()) {
    for (const name of namesIn(folder)) if (MANIFEST.test(name)) add(join(folder, name));
  }
  return hash.digest("hex");
}

/** @returns an empty text for what is not there */
function sizeAndTime(path: string): string {
  const about = statSync(path, { throwIfNoEntry: false });
  return about === undefined ? "" : `${about.size} ${about.mtimeMs}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function read(place: string): { readonly key?: unknown; readonly found?: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as { readonly key?: unknown; readonly found?: unknown };
  } catch {
    return undefined;
  }
}

function write(place: string, text: string): void {
  const beside = `${place}.${process.pid}.${performance.now()}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    try {
      writeFileSync(beside, text);
      renameSync(beside, place);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch {
    // A read-only disk, or a full one: it is found anew the next time.
  }
}
