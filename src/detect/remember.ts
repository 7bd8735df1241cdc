/** The value for a key, computed once. The computation must not ask for the same key. */
export function remember<Key, T>(memory: Map<Key, T>, key: Key, compute: () => T): T {
  if (!memory.has(key)) memory.set(key, compute());
  return memory.get(key) as T;
}
