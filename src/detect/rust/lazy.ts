import type { Value } from "../../breadcrumb/index.ts";
import { once } from "../once.ts";

/** The properties of a value of some kind that are computed when they are asked for. */
type Later<Kind extends Value> = {
  readonly [Key in keyof Kind]?: {
    readonly compute: () => Kind[Key];
    /** What to say while the property is being computed. */
    readonly meanwhile: Kind[Key];
  };
};

/**
 * A value of which some properties are computed when a rule asks for them.
 * @param now the properties that are known.
 * @param later how to compute the others.
 */
export function lazyValue<Kind extends Value>(now: Partial<Kind>, later: Later<Kind>): Kind {
  const value = { ...now };
  for (const key of Object.keys(later) as (keyof Kind)[]) {
    const entry = later[key];
    if (entry === undefined) continue;
    const get = once(entry.compute);
    Object.defineProperty(value, key, { enumerable: true, get: () => get() ?? entry.meanwhile });
  }
  return value as Kind;
}
