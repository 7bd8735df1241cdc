import type { Range } from "./range.ts";
import type { Field, NameValue, Value } from "./value.ts";

/** How many names a value is followed through; longer chains are not written by hand. */
const MAX_STEPS = 20;

/**
 * Follows names and members to what the file says that they hold.
 * @returns the first value that is not a known name; a name or member whose definition is not known is its own.
 */
export function resolve(value: Value): Value {
  return follow(value);
}

/** @param through takes the names that are followed. */
function follow(value: Value, through?: NameValue[]): Value {
  let current = value;
  for (let step = 0; step < MAX_STEPS; step++) {
    if ((current.kind !== "name" && current.kind !== "member") || current.definition === undefined) return current;
    if (current.kind === "name") through?.push(current);
    current = current.definition;
  }
  return current;
}

/** A value that is still to be taken apart. */
interface Pending {
  readonly at: Value;
  readonly from: Value;
  readonly steps: number;
  /**
   * The call that chooses between several. Of its own arguments it may hand back some only, as a function does that
   * makes `"warning"` of `"warn"` and leaves all others as they are: where an argument may come back, it is the call.
   */
  readonly given: Value | undefined;
  readonly through: readonly NameValue[];
}

/** One of the values that an expression can yield. */
export interface Alternative {
  /** The place in the expression where it is chosen: the branch as written there. */
  readonly at: Value;
  readonly is: Value;
  /** Whether nothing else is known to come from there, so that the place may be rewritten for it. */
  readonly sole: boolean;
  /** The names whose definitions lead to it, from the expression on. */
  readonly through: readonly NameValue[];
}

/**
 * Every value that an expression can yield, with names followed, choices taken apart, and for the calls of functions of
 * the file what these yield.
 * @returns at most 64, so that nested choices stay cheap.
 */
export function alternatives(value: Value): readonly Alternative[] {
  const found: Omit<Alternative, "sole">[] = [];
  const pending: Pending[] = [{ at: value, from: value, steps: 0, given: undefined, through: [] }];
  for (let next = pending.pop(); next !== undefined && found.length < 64; next = pending.pop()) {
    const through = [...next.through];
    const is = follow(next.from, through);
    const { given } = next;
    if (given !== undefined && isWithin(is.range, given.range)) {
      found.push({ at: next.at, is: given, through });
    } else if (is.kind === "choice" && next.steps < MAX_STEPS) {
      const written = is === next.at;
      for (const branch of [...is.branches].reverse()) {
        pending.push({ at: written ? branch : next.at, from: branch, steps: next.steps + 1, given, through });
      }
    } else if (is.kind === "call" && is.result !== undefined && next.steps < MAX_STEPS) {
      const isChosen = resolve(is.result).kind === "choice";
      const from = is.result;
      pending.push({ at: next.at, from, steps: next.steps + 1, given: isChosen ? is : undefined, through });
    } else {
      found.push({ at: next.at, is, through });
    }
  }
  const counts = new Map<Value, number>();
  for (const { at } of found) counts.set(at, (counts.get(at) ?? 0) + 1);
  return found.map((one) => ({ ...one, sole: counts.get(one.at) === 1 }));
}

/** The alternatives of a value, grouped by place: one place for each branch as written, with all values it may have. */
export function places(value: Value): readonly { readonly at: Value; readonly each: readonly Value[] }[] {
  const found = new Map<Value, Value[]>();
  for (const { at, is } of alternatives(value)) {
    const each = found.get(at);
    if (each === undefined) found.set(at, [is]);
    else each.push(is);
  }
  return [...found].map(([at, each]) => ({ at, each }));
}

/** A value under a name that is not written at it. */
export function fieldFor(name: string | undefined, value: Value): Field {
  return { name, value, range: value.range, keyRange: undefined, removal: undefined };
}

/** Where a field's key is written, or all of a field that has no key. */
export function keyPlaceOf({ keyRange, range }: Pick<Field, "keyRange" | "range">): { readonly range: Range } {
  return { range: keyRange ?? range };
}

/** Whether a span lies in another, or is the same. */
export function isWithin(inner: Range, outer: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The source of an expression on one line of at most 60 characters, for messages. */
export function excerpt({ source }: { readonly source: string }): string {
  const line = source.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** The known string of a value, through names and through templates of known parts. */
export function textOf(value: Value): string | undefined {
  const is = resolve(value);
  if (is.kind === "text") return is.text;
  if (is.kind !== "template") return undefined;
  const parts: string[] = [];
  for (const part of is.parts) {
    const known = resolve(part);
    if (known.kind !== "text") return undefined;
    parts.push(known.text);
  }
  return parts.join("");
}

/** The name that an expression ends in: of a variable, a member, or a callee that is one of these. */
export function nameOf(value: Value): string | undefined {
  return value.kind === "name" || value.kind === "member" ? value.name : undefined;
}

/**
 * The dotted path that an expression writes, outermost owner first: `["user", "email"]`.
 * @returns undefined where some part is neither a name nor a named member.
 */
export function pathOf(value: Value): readonly string[] | undefined {
  const path: string[] = [];
  let current = value;
  while (current.kind === "member") {
    if (current.name === undefined) return undefined;
    path.push(current.name);
    current = current.object;
  }
  if (current.kind !== "name") return undefined;
  path.push(current.name);
  return path.reverse();
}

/** Whether a name or string matches a form; false if it is not known. */
export function matches(text: string | undefined, form: RegExp): boolean {
  return text !== undefined && form.test(text);
}
