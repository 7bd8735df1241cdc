import type { Entry } from "../../breadcrumb/index.ts";

/** What tells whether a breadcrumb is counted by itself or with the callers of the function around it. */
export interface Forwarded {
  readonly entry: Entry;
  /** The called function as written. */
  readonly callee: string;
  /** The name of the function around it. */
  readonly function?: string | undefined;
  /** Whether it passes on what the function around it was given. */
  readonly forwards: boolean;
}

/**
 * Takes a breadcrumb that passes on what its function is given for that of a wrapper only where calls of such a
 * function are listed, too: it is counted with its callers, or else by itself.
 * @param isCalled whether the function around one is known to be called, under whatever name.
 */
export function withoutCallers<T extends Forwarded>(
  breadcrumbs: readonly T[],
  isCalled: (breadcrumb: T) => boolean = () => false,
): readonly T[] {
  const called = new Set(breadcrumbs.flatMap(({ entry, callee }) => (entry === "wrapper" ? [lastName(callee)] : [])));
  return breadcrumbs.map((breadcrumb) => {
    const { forwards, function: name } = breadcrumb;
    const isListed = name !== undefined && called.has(lastName(name));
    return forwards && !isListed && !isCalled(breadcrumb) ? { ...breadcrumb, forwards: false } : breadcrumb;
  });
}

/** The last name by which a function is called: `track` of `log.track` and of `log::track!`. */
export function lastName(name: string): string {
  return /[\w$]+(?=[^\w$]*$)/u.exec(name)?.[0] ?? name;
}
