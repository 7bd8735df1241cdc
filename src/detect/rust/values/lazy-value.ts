import type { Value } from "../../../breadcrumb/index.ts";
import { once } from "../../once.ts";

interface Entry {
  readonly compute: () => unknown;
  readonly meanwhile: unknown;
}

/** The properties of a value of some kind that are computed when they are asked for. */
type Later<Kind extends Value> = {
  readonly [Key in keyof Kind]?: {
    readonly compute: () => Kind[Key];
    /** The value while the property is being computed. */
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
  for (const [key, { compute, meanwhile }] of Object.entries(later as Record<string, Entry>)) {
    Object.defineProperty(value, key, { enumerable: true, get: once(compute, meanwhile) });
  }
  return value as Kind;
}
