/**
 * Computes something when it is first asked for.
 * @returns what it computes; undefined while it is being computed, so that what refers to itself ends.
 */
export function once<T>(compute: () => T): () => T | undefined {
  let value: T | undefined;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      value = compute();
    }
    return value;
  };
}
