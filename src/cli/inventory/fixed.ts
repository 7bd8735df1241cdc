import { lastName } from "../discovery/forwarded.ts";
import type { BreadcrumbEntry, Known } from "./shape.ts";

/** The fields that a wrapper may write itself, the same for each of its calls. */
export const FIXED = ["category", "level", "type"] as const;

type Fixed = (typeof FIXED)[number];

/** A call of the inventory. */
export interface ListedCall {
  readonly entry: BreadcrumbEntry;
  /** The fields that it does not give to the wrapper that it calls. */
  readonly open: readonly Fixed[];
}

/** A function that records: the file that defines it, as the inventory names it, and its name. */
export interface Recorder {
  readonly file: string;
  readonly name: string;
}

/**
 * Gives the calls of wrappers the fields that these write themselves, where those are listed, too.
 * @param recorderOf the function that the call of a wrapper reaches.
 */
export function withFixed(
  calls: readonly ListedCall[],
  recorderOf: (entry: BreadcrumbEntry) => Recorder,
): readonly BreadcrumbEntry[] {
  const bodies = new Map<string, ListedCall[]>();
  for (const call of calls) {
    const { file, forwards, function: name } = call.entry;
    if (!forwards || name === undefined) continue;
    const key = keyOf({ file, name });
    bodies.set(key, [...(bodies.get(key) ?? []), call]);
  }
  const written = new Map<string, Known | undefined>();
  const writtenBy = (recorder: string, name: Fixed): Known | undefined => {
    const key = `${name} ${recorder}`;
    if (written.has(key)) return written.get(key);
    // A function that calls itself writes what its other calls write.
    written.set(key, undefined);
    const body = bodies.get(recorder);
    const known = body === undefined ? null : oneOf(body.map((call) => fieldOf(call, name)));
    written.set(key, known);
    return known;
  };
  const fieldOf = ({ entry, open }: ListedCall, name: Fixed): Known | undefined =>
    open.includes(name) ? writtenBy(keyOf(recorderOf(entry)), name) : entry[name];
  return calls.map((call) => ({
    ...call.entry,
    ...Object.fromEntries(call.open.map((name) => [name, fieldOf(call, name)])),
  }));
}

function keyOf({ file, name }: Recorder): string {
  return `${file} ${lastName(name)}`;
}

/** What a field is in each of several recordings; null where one does not tell. */
function oneOf(all: readonly (Known | undefined)[]): Known | undefined {
  if (all.includes(null)) return null;
  const [only, ...others] = new Set(all.flatMap((known) => known ?? []));
  return only === undefined || others.length === 0 ? only : [only, ...others];
}
