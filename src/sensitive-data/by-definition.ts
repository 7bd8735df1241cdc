import { handedOn, resolve, type MemberValue, type NameValue, type Value, workOf } from "../breadcrumb/index.ts";
import { accessed } from "./access.ts";
import { isErrorCall, isSanitised } from "./by-call.ts";
import { judgeName, namePathOf } from "./by-name.ts";
import { isResult, judgeOrigin } from "./by-origin.ts";
import { carried, CLEAN, declaredLeak, stronger, together, UNKNOWN, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { classifyName, isHomograph, isOwnContact, isPersonal } from "./names.ts";
import { hasHarmlessEnd, isSplitAtDomain, isWhollyText } from "./partial.ts";
import type { Policy } from "./policy.ts";
import { initialOf, judgeInitial } from "./by-initial-value.ts";

/** The verdict on a name or member, from its value and its own name. */
export function judgeReference(value: NameValue | MemberValue, judging: Judging): Verdict {
  const path = namePathOf(value);
  const declared = judging.policy.declared(path);
  if (declared === "allowed") return CLEAN;
  if (declared === "denied") return declaredLeak(value);
  const part = value.kind === "member" ? judgePart(value, judging) : undefined;
  if (part !== undefined) return part;

  const held = value.definition === undefined ? UNKNOWN : carried(judging.judge(value.definition), value);
  const isItem = value.kind === "member" && value.name === undefined;
  return stronger(held, isItem ? judgeItem(value, judging) : judgeOwn(value, path, judging.policy), value);
}

/** The verdict on a member, from its object alone. */
function judgePart(value: MemberValue, { policy, judge }: Judging): Verdict | undefined {
  const { object, name, index } = value;
  if (isSanitised(object, policy)) return CLEAN;
  if (resolve(object).origin === "environment" && isOwnContact(name ?? "")) return { leaks: [], harmless: "about" };
  if (index === 1 && hasHarmlessEnd(object)) return CLEAN;
  const parted = index === 0 && isSplitAtDomain(object) ? splitBy(object) : undefined;
  if (parted !== undefined) return carried(judge(parted), value);
  if (index !== undefined && isWhollyText(object)) return CLEAN;
  const errors = name === "message" ? errorsIn(object) : [];
  if (errors.length > 0) return carried({ ...together(errors.map(judge)), harmless: "proof" }, value);
  return isResult(name) && isHandedOn(object) ? carried(judge(object), value) : undefined;
}

/** The string that a call splits. */
function splitBy(value: Value): Value | undefined {
  const is = resolve(value);
  return is.kind === "call" ? workOf(is).on : undefined;
}

/** The errors that a value may be, where the file makes them. */
function errorsIn(value: Value): readonly Value[] {
  const is = resolve(value);
  const branches = is.kind === "choice" ? is.branches.map(resolve) : [is];
  return branches.filter((each) => each.kind === "call" && each.construct && isErrorCall(each));
}

function isHandedOn(value: Value): boolean {
  const is = resolve(value);
  if (is.kind !== "call" || is.result !== undefined || accessed(is) !== undefined) return false;
  return (handedOn(is) ?? []).length > 0;
}

/** The verdict on the name or member itself: from the platform, from its words, from its owner's words. */
function judgeOwn(value: NameValue | MemberValue, path: readonly string[], policy: Policy): Verdict {
  const typeOfOwner = typeOfOwnerOf(value);
  const isThing = typeOfOwner !== undefined && isThingOf(typeOfOwner, path.at(-2), policy);
  const named = judgeName(value, isThing ? path.slice(-1) : path, policy);
  const own = stronger(judgeOrigin(value) ?? UNKNOWN, named, value);
  const [last = ""] = path.slice(-1);
  if (typeOfOwner !== undefined && isHomograph(last) && classifyName([typeOfOwner, last], policy) === "clean") {
    return { leaks: [], harmless: "about" };
  }
  if (isDecided(own) || value.kind === "name") return own;
  // The same through an alias, `const u = account.owner`, and by a type: `u.name` of a `User`.
  const owner = resolve(value.object);
  const alias = owner === value.object ? [] : namePathOf(owner);
  const isKnown = isThing || (typeOfOwner !== undefined && isThingOf(typeOfOwner, alias.at(-1), policy));
  const aliases = alias.length === 0 || isKnown ? [] : [alias];
  const owners = [...aliases, ...(typeOfOwner === undefined ? [] : [[typeOfOwner]])];
  const verdicts = owners.map((names) => judgeName(value, [...names, ...path.slice(-1)], policy));
  return verdicts.find((other) => (own.leaks.length === 0 ? saysAnything(other) : isReported(other))) ?? own;
}

/** Whether an owner that may be a person by its name is none by its type: `participants: Agent[]`. */
function isThingOf(type: string, owner: string | undefined, policy: Policy): boolean {
  return isHomograph(owner ?? "") && !isPersonal(type, policy);
}

function typeOfOwnerOf(value: NameValue | MemberValue): string | undefined {
  if (value.kind !== "member") return undefined;
  const owner = resolve(value.object);
  return value.object.type?.name ?? owner.type?.name ?? itemTypeOf(owner);
}

/** The type of an array's items, for one of them. */
function itemTypeOf(item: Value): string | undefined {
  if (item.kind !== "member" || item.name !== undefined) return undefined;
  return (item.object.type ?? resolve(item.object).type)?.item?.name;
}

function isReported({ leaks }: Verdict): boolean {
  return leaks.some(({ tier }) => tier === 1);
}

function isDecided(verdict: Verdict): boolean {
  return isReported(verdict) || verdict.harmless !== undefined;
}

function saysAnything({ leaks, harmless }: Verdict): boolean {
  return leaks.length > 0 || harmless !== undefined;
}

/** The verdict on the items of an array or the values of an object; those of a person are strings, `user[key]`. */
function itemsOf(verdict: Verdict, { type }: Value): Verdict {
  if (type?.kind === "list") return verdict;
  const leaks = verdict.leaks.map((found) => ({ ...found, rendered: found.rendered || found.tier === 1 }));
  return { ...verdict, leaks };
}

/** An item of the array that a call returns: the second of `Promise.all([getUser(), getPlan()])` is not a user. */
function itemAt(is: Value, index: number | undefined): Value | undefined {
  const [list, ...others] = (is.kind === "call" ? handedOn(is) : undefined) ?? [];
  const known = list && resolve(list);
  if (known?.kind !== "list" || !known.complete || others.length > 0) return undefined;
  return index === undefined ? undefined : known.items[index];
}

function judgeItem(value: MemberValue, judging: Judging): Verdict {
  const initial = initialOf(value);
  if (initial !== undefined) return judgeInitial(initial, value, judging);
  const is = resolve(value.object);
  const item = itemAt(is, value.index);
  if (item !== undefined) return carried(judging.judge(item), value);
  const list = carried(itemsOf(judging.judge(value.object), is), value);
  // What a function hands out in a list has names where it is taken out of it, and no part of the function's.
  const isNameless = is.kind === "call" && accessed(is) === undefined;
  const named = isNameless ? UNKNOWN : judgeName(value, namePathOf(value), judging.policy);
  return stronger(list, stronger(judgeOrigin(value) ?? UNKNOWN, named, value), value);
}
