import type { Value } from "../breadcrumb/index.ts";
import { judgeCall } from "./by-call.ts";
import { judgeReference } from "./by-definition.ts";
import { judgeRecord } from "./by-key.ts";
import { judgeOrigin } from "./by-origin.ts";
import { judgeType } from "./by-type.ts";
import { CLEAN, leak, stronger, together, UNKNOWN, type Leak, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { classifyLiteral } from "./literals.ts";
import type { Policy } from "./policy.ts";

/** Deeper expressions are not written by hand; what is below is not judged. */
const MAX_DEPTH = 100;

/**
 * How often the code at one place is judged for one expression. Definitions that refer to one another give new values
 * at every reading: `var a = a || b, b = b || a`.
 */
const MAX_READINGS = 100;

/** Finds what an expression carries of personal data and secrets. */
export type LeakFinder = (value: Value) => readonly Leak[];

/** A finder for one file. It remembers its verdicts, so a value is judged once. */
export function leakFinder(policy: Policy): LeakFinder {
  const judged = new Map<Value, Verdict>();
  const readings = new Map<string, number>();
  let depth = 0;

  function judge(value: Value): Verdict {
    const known = judged.get(value);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH || isReadTooOften(value)) return UNKNOWN;
    judged.set(value, UNKNOWN);
    depth++;
    const verdict = judgeKind(value, { policy, judge });
    depth--;
    judged.set(value, verdict);
    return verdict;
  }

  function isReadTooOften({ range }: Value): boolean {
    const place = range.join();
    const times = (readings.get(place) ?? 0) + 1;
    readings.set(place, times);
    return times > MAX_READINGS;
  }

  return (value) => {
    readings.clear();
    return distinct(judge(value).leaks);
  };
}

/** The kinds of data that names tell, without anything else that is known of what they stand for. */
export function kindsOfNames(leaksOf: LeakFinder, names: readonly string[]): ReadonlySet<Leak["kind"]> {
  const values = names.map((name): Value => {
    return { kind: "name", name, source: name, range: [0, 0], binding: undefined, definition: undefined };
  });
  return new Set(values.flatMap(leaksOf).map(({ kind }) => kind));
}

function judgeKind(value: Value, judging: Judging): Verdict {
  const { judge, policy } = judging;
  switch (value.kind) {
    case "number":
    case "boolean":
    case "nothing":
    case "function":
      return CLEAN;
    case "text":
      return judgeText(value, value.text);
    case "template":
      return together(value.parts.map((part) => withoutObjects(judge(part))));
    case "list":
      return judgeList(value.items, judging);
    case "choice":
      return together(value.branches.map(judge));
    case "record":
      return judgeRecord(value, [], judging);
    case "operation":
      // The names of an object's keys are no more than its type.
      return value.result === "boolean" || value.result === "number" || /^(?:typeof|in)$/.test(value.operator)
        ? CLEAN
        : { ...together(value.operands.map(judge)), harmless: undefined };
    case "name":
    case "member":
      return judgeReference(value, judging);
    case "call":
      return judgeCall(value, judging);
    case "unknown":
      return stronger(judgeOrigin(value) ?? UNKNOWN, judgeType(value, policy), value);
  }
}

function judgeText(value: Value, text: string): Verdict {
  const literal = classifyLiteral(text);
  return literal === undefined ? CLEAN : leak(value, literal.finding);
}

function judgeList(items: readonly Value[], { judge }: Judging): Verdict {
  const placed = items.map(judge).map(({ leaks, harmless }, index) => ({
    harmless,
    leaks: leaks.map((found) => ({ ...found, keys: [`[${index}]`, ...found.keys] })),
  }));
  return together(placed);
}

/** A string contains only an object's type, unless something serialises it. */
function withoutObjects(verdict: Verdict): Verdict {
  const leaks = verdict.leaks.map((found) =>
    found.kind === "object" && !found.rendered ? { ...found, tier: 2 as const } : found,
  );
  return { ...verdict, leaks };
}

/** One leak of a kind for each place: rather what somebody has entered than what stands in the program. */
function distinct(leaks: readonly Leak[]): readonly Leak[] {
  const found = new Map<string, Leak>();
  for (const leak of leaks) {
    const id = `${leak.at.range[0]}:${leak.at.range[1]}:${leak.kind}`;
    const known = found.get(id);
    if (known === undefined || (known.source.kind === "text" && leak.source.kind !== "text")) found.set(id, leak);
  }
  return [...found.values()];
}
