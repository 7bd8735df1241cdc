import type { Leak } from "./evidence.ts";

/**
 * Whether a leak is within the levels of `data` that an SDK sends. Of an object on the last level, strings and numbers
 * arrive; deeper objects arrive as `[Object]`.
 * @param levels how many levels are sent, of which `data` is the first.
 */
export function arrives({ keys, kind, property, rendered, source }: Leak, levels: number): boolean {
  const isWhole =
    kind === "object" || kind === "env" || (source.origin === "request-headers" && source.kind !== "call");
  const own = isWhole && !rendered ? (property?.length ?? 1) : 0;
  return keys.length + own <= levels;
}
