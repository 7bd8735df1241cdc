import { arrivesEmpty, nameOf, type Field, type RecordValue, type Value } from "../breadcrumb/index.ts";
import { attributeOf, findingOfAttribute } from "./attributes.ts";
import { isText } from "./by-type.ts";
import { declaredLeak, leak, stronger, through, UNKNOWN, type Leak, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { classifyName, isSingle } from "./names.ts";
import { leftOf } from "./partial.ts";
import type { Policy } from "./policy.ts";

/**
 * The verdict on a record: on each of its values and keys.
 * @param under the keys that the record stands under.
 */
export function judgeRecord(record: RecordValue, under: readonly string[], judging: Judging): Verdict {
  const fields = record.fields.flatMap((field) => judgeField(field, under, judging));
  const spreads = record.spreads.flatMap((spread) => judgeSpread(spread, record, judging));
  return { leaks: [...fields, ...spreads], harmless: "proof" };
}

/** What a spread adds and no later field overwrites: `{ ...user, email: undefined }`. */
function judgeSpread(spread: Value, { fields }: RecordValue, { policy, judge }: Judging): readonly Leak[] {
  const { leaks } = judge(spread);
  if (leaks.length === 0) return leaks;
  const classify = (path: readonly string[]): ReturnType<typeof classifyName> => classifyName(path, policy);
  const overwritten = fields.flatMap(({ name = "", value, range, spread: from }) => {
    const isLater = from === undefined && range[0] >= spread.range[1];
    return isLater && typeof classify([name]) === "object" && judge(value).leaks.length === 0 ? [name] : [];
  });
  if (overwritten.length === 0) return leaks;
  const left = leftOf(spread, overwritten, classify);
  return left === "harmless" || left.every((path) => typeof classify(path) !== "object") ? [] : leaks;
}

function judgeField(field: Field, under: readonly string[], judging: Judging): readonly Leak[] {
  const { policy, judge } = judging;
  const { name, value, computedKey, spread } = field;
  const path = name === undefined ? under : [...under, ...name.split(".")];
  if (policy.declared(path) === "allowed" || arrivesEmpty(value)) return [];
  const own = value.kind === "record" ? judgeRecord(value, path, judging) : judge(value);
  const { leaks } = name === undefined ? own : stronger(withAnswer(own, value), judgeKey(value, path, policy), value);
  const inKey = computedKey === undefined ? [] : judge(computedKey).leaks;
  const all = [...leaks, ...inKey].map((found) => ({
    ...found,
    field: found.field ?? field,
    keys: [accessTo(field), ...found.keys],
  }));
  return spread === undefined ? all : all.map((found) => through(found, spread));
}

/** The verdict of a key on its value. */
function judgeKey(value: Value, path: readonly string[], policy: Policy): Verdict {
  if (policy.declared(path) === "denied") return declaredLeak(value);
  const attribute = attributeOf(path);
  const named = classifyName(path, policy);
  const said = attribute === undefined || typeof named === "object" ? named : findingOfAttribute(attribute);
  if (said === undefined) return UNKNOWN;
  if (said === "clean") return { leaks: [], harmless: "noun", isSingle: isSingle(path.at(-1) ?? "") };
  if (attribute === undefined && said.kind === "object" && isText(value.type)) return UNKNOWN;
  const { leaks } = leak(value, said.kind === "object" && attribute === undefined ? { ...said, tier: 2 } : said);
  return { harmless: undefined, leaks: leaks.map((found) => ({ ...found, attribute })) };
}

/** Nouns for what something is kept in, which say nothing of it. */
const CONTAINERS = /(?:state|config|settings?|options?|form|fields?|columns?|headers?|input|values?|query)$/i;

/** A value that is called an answer, `status` or `count`, is one under any key. */
function withAnswer(verdict: Verdict, value: Value): Verdict {
  const name = nameOf(value);
  const isAnswer = verdict.harmless === "noun" && name !== undefined && !CONTAINERS.test(name);
  return isAnswer ? { ...verdict, harmless: "about" } : verdict;
}

function accessTo({ name, computedKey }: Field): string {
  return name === undefined ? `[${computedKey?.source ?? ""}]` : `.${name}`;
}
