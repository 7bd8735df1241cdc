import type { KnownFunction } from "../breadcrumb/index.ts";

/** Functions of which the same is known. */
export interface Row extends KnownFunction {
  /** Their names, with spaces between them. */
  readonly names: string;
  /** The objects that they are members of, or the modules that export them; without them any will do. */
  readonly of?: string;
}

/** What is known of a function, by its name; of several rows with a name the first that fits counts. */
export type KnownFunctions = ReadonlyMap<string | undefined, readonly Row[]>;

export function knownFunctions(rows: readonly Row[]): KnownFunctions {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of row.names.split(/\s+/)) found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}
