/**
 * Computes something when it is first asked for.
 * @param meanwhile what to answer while it is being computed, so that what refers to itself ends.
 */
export function once<T>(compute: () => T): () => T | undefined;
export function once<T>(compute: () => T, meanwhile: T): () => T;
export function once<T>(compute: () => T, meanwhile?: T): () => T | undefined {
  let value = meanwhile;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      value = compute();
    }
    return value;
  };
}
