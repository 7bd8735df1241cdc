import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { BUILD_FILE } from "./automatic.ts";
import { namesIn } from "./disk.ts";
import { FactMemory, type StoredFiles } from "./fact-memory.ts";

const { version } = packageJson;

/** Files beside the sources on which it depends where an import leads, and what a crate is. */
const MANIFEST = /^(?:package\.json|[jt]sconfig.*\.json|pnpm-workspace\.yaml|Cargo\.toml)$/u;

/** The data in `node_modules/.cache`. */
interface Kept {
  readonly version?: unknown;
  readonly key?: unknown;
  readonly found?: unknown;
  readonly files?: StoredFiles;
}

/**
 * What was found in a project when its files were as they are, by their paths, sizes and times; found anew otherwise,
 * with what is known of the files that have not changed. It is kept below `node_modules/.cache` where there is a
 * `node_modules`, and nowhere else. Where that cannot be read or written, everything is found anew each time. A file is
 * written whole or not at all, so that several threads and processes may ask at once.
 * @param root the project's folder, absolute.
 * @param files all that was listed of it, absolute.
 * @param question what else the answer depends on.
 */
export async function remembered<T>(
  root: string,
  files: readonly string[],
  question: unknown,
  find: (memory: FactMemory) => Promise<T>,
): Promise<T> {
  const stamps = new Map(files.map((path) => [path, sizeAndTime(path)]));
  const stampOf = (path: string): string => stamps.get(path) ?? "";
  const folder = join(root, "node_modules");
  if (sizeAndTime(folder) === "") return find(new FactMemory({}, stampOf));
  const name = createHash("sha256").update(JSON.stringify(question)).digest("hex").slice(0, 16);
  const place = join(folder, ".cache", "sentry-breadcrumbs", name);
  const around = stampsAround(root, files);
  const key = hashOf([...around, ...[...stamps].flat()]);
  const known = read(`${place}.json`);
  if (known?.key === key) return known.found as T;
  // What surrounds the files says how they are parsed, and which packages there are.
  const filesKey = hashOf(around);
  const before = read(`${place}-files.json`);
  const memory = new FactMemory(before?.key === filesKey ? (before.files ?? {}) : {}, stampOf);
  const found = await find(memory);
  write(`${place}.json`, JSON.stringify({ version, key, found }));
  write(`${place}-files.json`, JSON.stringify({ version, key: filesKey, files: memory.stored }));
  return found;
}

/** The files beside the sources, each with its size and time. */
function stampsAround(root: string, files: readonly string[]): readonly string[] {
  const folders = new Set<string>([root]);
  for (const path of files) {
    for (let folder = dirname(path); !folders.has(folder) && folder.startsWith(root); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  const around = [...folders].sort().flatMap((folder) => {
    const names = namesIn(folder).filter((name) => MANIFEST.test(name) || BUILD_FILE.test(name));
    return names.map((name) => join(folder, name));
  });
  return around.flatMap((path) => [path, sizeAndTime(path)]);
}

function hashOf(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("hex");
}

/** @returns an empty text for what is not there */
function sizeAndTime(path: string): string {
  const about = statSync(path, { throwIfNoEntry: false });
  return about === undefined ? "" : `${about.size} ${about.mtimeMs}`;
}

/** @returns undefined for what cannot be read, and for what another version has written */
function read(place: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(place, "utf8")) as Kept | null;
    return kept?.version === version ? kept : undefined;
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
