import type { Destination, WrapperParameter } from "./parameters.ts";

/** The strings that a function passes on: only some, or all but some. */
export interface TextFilter {
  readonly kind: "only" | "allBut";
  readonly texts: readonly string[];
}

/** Whether a filter, if there is one, accepts a string. */
export function letsThrough(filter: TextFilter | undefined, text: string): boolean {
  return filter === undefined || filter.texts.includes(text) === (filter.kind === "only");
}

/** The strings that two filters both accept. */
export function bothFilters(one: TextFilter | undefined, other: TextFilter | undefined): TextFilter | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [first, second] = one.kind === "only" ? [one, other] : [other, one];
  const texts =
    first.kind === "only"
      ? first.texts.filter((text) => letsThrough(second, text))
      : [...new Set([...first.texts, ...second.texts])];
  return { kind: first.kind, texts };
}

/** A string that can be written in such a list. */
const WORD = /^[^|\s](?:[^|\r\n]*[^|\s])?$/u;

const FILTER = /^(.+?)( if)? (!?=) (.+)$/u;

/** The parsed destination of a parameter. */
interface Filtered {
  readonly destination: string;
  /** The strings to which it applies; undefined for all. */
  readonly filter: TextFilter | undefined;
  /** Whether nothing at all is recorded for the others. */
  readonly decides: boolean;
}

/** Separates a destination from its strings: `level != none|off`. */
export function filterOf(written: string): Filtered {
  const [, destination = written, decides, sign, texts = ""] = FILTER.exec(written) ?? [];
  if (sign === undefined) return { destination, filter: undefined, decides: false };
  const filter: TextFilter = { kind: sign === "=" ? "only" : "allBut", texts: texts.split("|") };
  return { destination, filter, decides: decides !== undefined };
}

/** The reverse, if the strings can be written like this. */
export function withFilter(
  destination: Destination | "_",
  filter: TextFilter | undefined,
  decides = false,
): WrapperParameter {
  const texts = filter?.texts.filter((text) => WORD.test(text)) ?? [];
  // Of those that are let through, none may be missing.
  const isWhole = filter?.kind === "allBut" || texts.length === filter?.texts.length;
  if (texts.length === 0 || !isWhole) return destination;
  return `${destination}${decides ? " if" : ""} ${filter.kind === "only" ? "=" : "!="} ${texts.join("|")}`;
}
