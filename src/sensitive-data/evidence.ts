import type { Field, Value } from "../breadcrumb/index.ts";
import { finding, type Finding, type Kind } from "./names.ts";

/** One piece of personal data, or one secret, that an expression carries. */
export interface Leak extends Finding {
  /** The smallest expression through which it leaves: in the value itself, or in a record that a name stands for. */
  readonly at: Value;
  /** The way it came, from its source to `at`: the expressions as written. */
  readonly way: readonly string[];
  /** The source itself: `user.email`. */
  readonly source: Value;
  /** The record's field around it, where there is one. */
  readonly field: Field | undefined;
  /** The keys that lead to it through records and arrays, outermost first: `.user`, `[0]`. */
  readonly keys: readonly string[];
  /** For a whole object, the personal property, with the properties around it. */
  readonly property: readonly string[] | undefined;
  /** Whether other code may read the record that holds it: a change there would reach further than the breadcrumb. */
  readonly shared: boolean;
  /** Whether something serialises it; otherwise an object in a string does not show its content. */
  readonly rendered: boolean;
  /** Whether the project itself declares it sensitive, whatever it is. */
  readonly declared: boolean;
  /** The attribute of Sentry's conventions that its key is, for evidence by a key that they mark for scrubbing. */
  readonly attribute?: string | undefined;
}

/**
 * How sure it is that nothing but the leaks is carried: by a proof (a literal, an operation, a sanitiser, a known
 * part),
 * by a name that speaks about a datum (`emailTemplate`), by a noun that may stand for anything (`status`), or not at
 * all.
 */
export type Harmless = "proof" | "about" | "noun" | undefined;

/** The verdict of one or several pieces of evidence on a value. */
export interface Verdict {
  readonly leaks: readonly Leak[];
  readonly harmless: Harmless;
  /** Whether a name says that it is a single string or number: `customerId`, `userCount`. */
  readonly isSingle?: boolean;
}

export const CLEAN: Verdict = { leaks: [], harmless: "proof" };
export const UNKNOWN: Verdict = { leaks: [], harmless: undefined };

const STRENGTH: Readonly<Record<NonNullable<Harmless>, number>> = { proof: 3, about: 2, noun: 1 };

function strengthOf(harmless: Harmless): number {
  return harmless === undefined ? 0 : STRENGTH[harmless];
}

/** A leak at a value that is its own source. */
export function leak(
  value: Value,
  found: Finding,
  more: { readonly declared?: boolean; readonly property?: readonly string[] | undefined } = {},
): Verdict {
  const { declared = false, property } = more;
  const source = { at: value, way: [value.source], source: value, declared, property };
  const place = { field: undefined, keys: [], shared: false, rendered: false };
  return { leaks: [{ ...found, ...source, ...place }], harmless: undefined };
}

/** A leak of what the project declares sensitive. */
export function declaredLeak(value: Value): Verdict {
  return leak(value, finding("object"), { declared: true });
}

/** The combined verdict on several values, each of which may be sent. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const weakest = verdicts.reduce<Harmless>(
    (weak, { harmless }) => (strengthOf(harmless) < strengthOf(weak) ? harmless : weak),
    "proof",
  );
  return { leaks: verdicts.flatMap(({ leaks }) => leaks), harmless: weakest };
}

/** Kinds that say that there is something, and not what. */
const VAGUE: ReadonlySet<Kind> = new Set(["free_form", "url_query", "object"]);

/**
 * The stronger of what a value is known to hold and what its name, type or key says. A proof needs no second opinion.
 * Of two findings the one that is reported by default counts, and the earlier one of two equals; a name that speaks
 * about
 * a datum clears another name, a bare noun only what a whole object may hold.
 * @param value the expression that is named so.
 */
export function stronger(held: Verdict, named: Verdict, value: Value): Verdict {
  if (held.harmless === "proof") return held;
  const [own] = named.leaks;
  if (held.leaks.length > 0) {
    const isVaguer = held.leaks.every(({ tier, kind }) => tier === 2 || VAGUE.has(kind));
    if (own?.tier === 1 && !VAGUE.has(own.kind) && isVaguer) return overwritten(held, own, value);
    if (named.isSingle === true && held.leaks.every((found) => isGuessedWhole(found) || isLiteralNumber(found)))
      return named;
    return named.harmless === undefined ? held : vaguer(held);
  }
  if (own === undefined) {
    return strengthOf(named.harmless) > strengthOf(held.harmless) ? named : held;
  }
  return isCleared(own, held.harmless) ? held : named;
}

function isCleared({ kind, tier }: Leak, harmless: Harmless): boolean {
  return harmless === "about" || (harmless === "noun" && (kind === "object" || tier === 2));
}

/** Whether something is a whole object by a name alone, which may be that of its id as well: `order.customer`. */
function isGuessedWhole({ kind, property, rendered, declared }: Leak): boolean {
  return kind === "object" && property === undefined && !rendered && !declared;
}

/** `projectId = "4509575724613632"`: one in ten of such ids could be a card's number. */
function isLiteralNumber({ kind, source }: Leak): boolean {
  return kind === "financial" && source.kind === "text";
}

/** The same on its way, under the name that says what it is. */
function overwritten({ leaks: [first] }: Verdict, own: Leak, value: Value): Verdict {
  const way = first === undefined ? own.way : [...first.way, value.source];
  return { leaks: [{ ...own, way }], harmless: undefined };
}

/** User input under a name that says something else. */
function vaguer(verdict: Verdict): Verdict {
  const leaks = verdict.leaks.map((found) =>
    found.kind === "free_form" || found.kind === "url_query" ? { ...found, tier: 2 as const } : found,
  );
  return { ...verdict, leaks };
}

/** A leak of what a name holds: seen at the name, but in a record at the field, where somebody would mend it. */
export function through(found: Leak, value: Value): Leak {
  const way = [...found.way, value.source];
  if (value.kind !== "name" || found.field === undefined) return { ...found, at: value, way, field: undefined };
  const own = value.binding?.uses.length === 1 && !value.binding.exported;
  return { ...found, way, shared: found.shared || !own };
}

/** The value of a name, at its use. */
export function carried({ leaks, harmless }: Verdict, value: Value): Verdict {
  return { harmless, leaks: leaks.map((found) => through(found, value)) };
}
