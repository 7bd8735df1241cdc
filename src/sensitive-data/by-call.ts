import {
  arrivesEmpty,
  handedOn,
  knownOf,
  nameOf,
  resolve,
  workOf,
  type CallValue,
  type Value,
} from "../breadcrumb/index.ts";
import { accessed } from "./access.ts";
import { initialOf, judgeInitial, judgeSchema } from "./by-initial-value.ts";
import { judgeName, namePathOf } from "./by-name.ts";
import { judgeOrigin } from "./by-origin.ts";
import { judgeType } from "./by-type.ts";
import { carried, CLEAN, leak, together, UNKNOWN, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { resultSaidBy, type CalleeResult } from "./callees.ts";
import { classifyName, finding } from "./names.ts";
import { chosenFrom, partOf } from "./partial.ts";
import type { Policy } from "./policy.ts";

/** The verdict on a call: by the result of its function if the file shows it, otherwise by the function. */
export function judgeCall(call: CallValue, judging: Judging): Verdict {
  const { policy, judge } = judging;
  if (isSanitised(call, policy)) return CLEAN;
  const initial = initialOf(call);
  if (initial !== undefined) return judgeInitial(initial, call, judging);
  const part = partOf(call, (path) => classifyName(path, policy));
  if (part === "harmless") return CLEAN;
  const result = call.result === undefined ? UNKNOWN : carried(judge(call.result), call);
  if (result.harmless === "proof" || result.leaks.length > 0) return result;
  const read = judgeRead(call, policy);
  if (read !== undefined) return read;
  const made = madeOf(call);
  if (made !== undefined) return judge(made);
  const mapped = judgeMapped(call, policy);
  if (mapped !== undefined) return mapped;
  const schema = judgeSchema(call, judging);
  if (schema !== undefined) return schema;
  if (part !== undefined && nameOf(call.callee) !== undefined)
    return together(part.map((path) => judgeName(call, path, policy)));
  if (signsToken(call)) return leak(call, finding("token"));
  return judgeFunction(call, judging);
}

/** Whether a value is what a function yields that makes it harmless. */
export function isSanitised(value: Value, { sanitizers }: Policy): boolean {
  const is = resolve(value);
  if (is.kind !== "call" || is.construct) return false;
  return sanitizers.has(nameOf(is.callee)) || resultSaidBy(is.callee) === "sanitized";
}

/** The verdict on what a call reads from the platform, or by a key. */
function judgeRead(call: CallValue, policy: Policy): Verdict | undefined {
  const access = accessed(call);
  const origin = judgeOrigin(call, access?.path);
  if (origin !== undefined || access === undefined) return origin;
  const owner = access.object === undefined ? [] : namePathOf(access.object);
  return judgeName(call, [...owner, ...access.path], policy);
}

/** The verdict on a function's result, from its arguments or its name. */
function judgeFunction(call: CallValue, judging: Judging): Verdict {
  const handed = handedOn(call);
  const name = nameOf(call.callee);
  const said = call.construct ? undefined : resultSaidBy(call.callee);
  if (said === "answer" || said === "sanitized") return CLEAN;
  // An error contains its message.
  const held = handed ?? (name !== undefined && call.construct && isErrorCall(call) ? call.arguments : undefined);
  if (held !== undefined) return judgeHandedOn(held, call, judging);
  if (name === undefined) return UNKNOWN;
  const chosen = chosenFrom(call);
  if (chosen !== undefined) return judging.judge(chosen);
  const isGetter = said === undefined && call.callee.kind === "member" && call.arguments.length === 0;
  const returns = typeof said === "object" ? said.returns : isGetter ? name : undefined;
  return returns === undefined ? judgeType(call, judging.policy) : judgeReturned(returns, call, judging.policy);
}

/** The result of a function that is named after it: `getEmail`, `account.email()`. */
function judgeReturned(returns: Extract<CalleeResult, object>["returns"], call: CallValue, policy: Policy): Verdict {
  const { callee } = call;
  const object = callee.kind === "member" ? callee.object : undefined;
  const owner = object === undefined ? [] : namePathOf(object);
  const type = object?.type?.name;
  const own = returns === nameOf(callee) ? [...owner, returns] : [returns];
  // `user.getName()`, and `u.name()` of a `User`
  const others = [[...owner, returns], ...(type === undefined ? [] : [[type, returns]])];
  const named =
    [own, ...others].map((path) => judgeName(call, path, policy)).find((each) => !isSilent(each)) ?? UNKNOWN;
  // `getConfig` and `useState` are no more than what they give.
  return named.harmless === "noun" ? { ...named, harmless: undefined } : named;
}

function isSilent({ leaks, harmless }: Verdict): boolean {
  return leaks.length === 0 && harmless === undefined;
}

/** The argument survives as a string: whole objects with their content. */
function judgeHandedOn(values: readonly Value[], { callee }: CallValue, { judge, policy }: Judging): Verdict {
  const does = knownOf(callee)?.does;
  const isUnwrapped = does === "unwrap";
  const { leaks, harmless } = together(
    values
      .filter((value) => !isTypeName(value) && !(does === "json" && arrivesEmpty(value)))
      .map((value) => (isUnwrapped ? unguarded(value, judge(value), policy) : judge(value))),
  );
  return { harmless, leaks: leaks.map((found) => ({ ...found, rendered: true })) };
}

/** `SocketAddr` of `SocketAddr::from(…)`: what it is called says what is made, and not of whom. */
function isTypeName(value: Value): boolean {
  return value.kind === "name" && value.definition === undefined && /^\p{Lu}.*\p{Ll}/u.test(value.name);
}

/** What a type guards that shows a placeholder, once it is taken out of it. */
function unguarded(value: Value, verdict: Verdict, policy: Policy): Verdict {
  if (value.type?.name === undefined || verdict.leaks.length > 0) return verdict;
  const said = classifyName(namePathOf(value), policy);
  return leak(value, typeof said === "object" ? said : finding("api_key"));
}

/** The result of a callback. */
function madeOf(call: CallValue): Value | undefined {
  const does = knownOf(call.callee)?.does;
  if (does !== "map" && does !== "fold") return undefined;
  const [mapper] = workOf(call).given.map(resolve);
  return mapper?.kind === "function" ? mapper.returns : undefined;
}

/** The result of a callback from elsewhere for each item, by its name: `users.map(toEmail)`, `.map(User::email)`. */
function judgeMapped(call: CallValue, policy: Policy): Verdict | undefined {
  const [mapper] = workOf(call).given;
  if (mapper === undefined || knownOf(call.callee)?.does !== "map") return undefined;
  const said = resultSaidBy(mapper);
  if (said === "answer" || said === "sanitized") return CLEAN;
  return typeof said === "object" ? judgeReturned(said.returns, call, policy) : undefined;
}

const ERROR = /(?:error|exception)$/i;

/** Whether a call makes an error. */
export function isErrorCall(call: CallValue): boolean {
  return call.isError === true || ERROR.test(nameOf(call.callee) ?? "");
}

/** `jwt.sign(claims, key)` */
function signsToken({ callee }: CallValue): boolean {
  return (
    callee.kind === "member" && callee.name === "sign" && /jwt|jsonwebtoken|jose/i.test(nameOf(callee.object) ?? "")
  );
}
