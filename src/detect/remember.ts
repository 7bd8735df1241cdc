/** What a key stands for, computed once; what is computed must not ask for the same key. */
export function remember<Key, T>(memory: Map<Key, T>, key: Key, compute: () => T): T {
  if (!memory.has(key)) memory.set(key, compute());
  return memory.get(key) as T;
}
