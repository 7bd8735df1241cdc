import { createHash } from "node:crypto";
import type { FileFacts } from "./facts.ts";

/** Facts as JSON has them; null for a file that cannot be parsed. */
type StoredFacts = (Omit<FileFacts, "off"> & { readonly off?: readonly string[] }) | null;

/** The cached facts of files, by path: size and time, and the answers by question. */
export type StoredFiles = Readonly<
  Record<string, { readonly stamp: string; readonly facts: Readonly<Record<string, StoredFacts>> }>
>;

/** Caches the facts of single files from one start to the next. */
export class FactMemory {
  readonly #before: StoredFiles;
  readonly #stampOf: (path: string) => string;
  readonly #forgotten = new Set<string>();
  readonly #asked = new Map<string, Map<string, FileFacts | undefined>>();

  /**
   * @param before what was kept the last time.
   * @param stampOf what tells whether a file has changed, as it was before any of them was read.
   */
  constructor(before: StoredFiles, stampOf: (path: string) => string) {
    this.#before = before;
    this.#stampOf = stampOf;
  }

  /**
   * What a file tells, from memory where neither the file nor what it is asked with has changed.
   * @param basis all that the answer depends on beside the file.
   */
  factsOf(path: string, basis: string, read: () => FileFacts | undefined): FileFacts | undefined {
    const key = createHash("sha256").update(basis).digest("base64url").slice(0, 16);
    const kept = this.#before[path];
    const known = kept?.stamp === this.#stampOf(path) ? kept.facts[key] : undefined;
    const facts = known === undefined ? read() : revived(known);
    const own = this.#asked.get(path) ?? new Map<string, FileFacts | undefined>();
    this.#asked.set(path, own.set(key, facts));
    return facts;
  }

  /** Leaves out what a file tells: it depends on more than the file. */
  forget(path: string): void {
    this.#forgotten.add(path);
  }

  /** What to cache for the next time: only what was asked for. */
  get stored(): StoredFiles {
    return Object.fromEntries(
      [...this.#asked].flatMap(([path, asked]) => {
        if (this.#forgotten.has(path)) return [];
        const facts = [...asked].map(([key, each]) => [key, storable(each)] as const);
        return [[path, { stamp: this.#stampOf(path), facts: Object.fromEntries(facts) }] as const];
      }),
    );
  }
}

function storable(facts: FileFacts | undefined): StoredFacts {
  if (facts === undefined) return null;
  const { off, ...others } = facts;
  return { ...others, ...(off && { off: [...off] }) };
}

function revived(stored: StoredFacts): FileFacts | undefined {
  if (stored === null) return undefined;
  return { ...stored, off: stored.off && (new Set(stored.off) as unknown as FileFacts["off"]) };
}
