import type { Destination, WrapperParameter } from "./parameters.ts";

/** Which texts a function takes on of those that it is given: some only, or all but some. */
export interface TextFilter {
  readonly kind: "only" | "allBut";
  readonly texts: readonly string[];
}

/** Whether a filter, if there is one, takes a text on. */
export function letsThrough(filter: TextFilter | undefined, text: string): boolean {
  return filter === undefined || filter.texts.includes(text) === (filter.kind === "only");
}

/** What two filters take on. */
export function bothFilters(one: TextFilter | undefined, other: TextFilter | undefined): TextFilter | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [first, second] = one.kind === "only" ? [one, other] : [other, one];
  const texts =
    first.kind === "only"
      ? first.texts.filter((text) => letsThrough(second, text))
      : [...new Set([...first.texts, ...second.texts])];
  return { kind: first.kind, texts };
}

const FILTER = /^(.+) (!?=) (.+)$/u;

/** Takes a destination apart from the texts that it takes on: `level != none|off`. */
export function filterOf(written: string): { readonly destination: string; readonly filter: TextFilter | undefined } {
  const [, destination = written, sign, texts = ""] = FILTER.exec(written) ?? [];
  if (sign === undefined) return { destination, filter: undefined };
  return { destination, filter: { kind: sign === "=" ? "only" : "allBut", texts: texts.split("|") } };
}

/** The same, put together; `_` where nothing is taken on. */
export function withFilter(destination: Destination, filter: TextFilter | undefined): WrapperParameter {
  if (filter === undefined) return destination;
  const texts = filter.texts.join("|");
  if (texts === "") return filter.kind === "only" ? "_" : destination;
  return `${destination} ${filter.kind === "only" ? "=" : "!="} ${texts}`;
}
