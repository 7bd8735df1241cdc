/** A set of words. */
export interface Words {
  has(word: string | undefined): boolean;
}

/** A map by words or phrases. */
export interface Table<Value> {
  get(key: string | undefined): Value | undefined;
  keys(): Iterable<string>;
}

/**
 * Computes something when it is first asked for: importing the plugin costs nothing of the tables, and a run that meets
 * no breadcrumb never builds them.
 */
export function lazily<T extends object>(compute: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= compute());
}

/** A set of the words in a text; lists this long read better without a quotation mark around each word. */
export function set(text: string): Words {
  const built = lazily(() => new Set<string | undefined>(wordsIn(text)));
  return { has: (word) => built().has(word) };
}

/** A map of the entries that a function yields. */
export function tableOf<Value>(entries: () => Iterable<readonly [string, Value]>): Table<Value> {
  const built = lazily(() => new Map(entries()));
  return {
    get: (key) => (built() as ReadonlyMap<string | undefined, Value>).get(key),
    keys: () => built().keys(),
  };
}

/** The words of a text, in order. */
export function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
