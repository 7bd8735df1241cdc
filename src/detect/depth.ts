/**
 * Looks things up that need one another, each by a call of the guard.
 * @param max how many may be under way at once; more would exhaust the stack.
 * @returns what is looked up; undefined where too much is under way.
 */
export function depthGuard(max: number): <T>(lookUp: () => T) => T | undefined {
  let depth = 0;
  return (lookUp) => {
    if (depth >= max) return undefined;
    depth += 1;
    try {
      return lookUp();
    } finally {
      depth -= 1;
    }
  };
}
