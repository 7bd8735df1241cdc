import { knownOf, resolve, type CallValue, type RecordValue, type Value } from "../breadcrumb/index.ts";
import { MAX_NESTING } from "./by-type.ts";
import { CLEAN, leak, through, UNKNOWN, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { classifyName, finding } from "./names.ts";
import type { Policy } from "./policy.ts";

/**
 * What a state begins with that a value is, which says what it may become: `{ email: "" }` of
 * `const [form, setForm] = useState({ email: "" })`.
 * @param value an item of what a function hands out, or the call that makes a state.
 */
export function initialOf(value: Value): Value | undefined {
  const made = value.kind === "member" && value.index === 0 ? resolve(value.object) : value;
  const does = made.kind === "call" ? knownOf(made.callee)?.does : undefined;
  if (made.kind !== "call" || (does !== "state" && does !== "stored-state")) return undefined;
  return made.arguments[does === "state" ? 0 : 1];
}

/** What a state begins with: a number or true stays one, and what an object is to hold is told by its keys. */
export function judgeInitial(initial: Value, value: Value, { policy, judge }: Judging): Verdict {
  const is = resolve(initial);
  if (is.kind === "number" || is.kind === "boolean") return CLEAN;
  const { leaks } = judge(initial);
  if (leaks.length > 0) return { leaks: leaks.map((found) => through(found, value)), harmless: undefined };
  const property = is.kind === "record" ? personalKey(is, [], policy) : undefined;
  return property === undefined ? UNKNOWN : leak(value, finding("object"), { property });
}

/** The verdict on a schema's result, from its keys: `Signup.parse(input)`, `parse(Signup, input)`. */
export function judgeSchema(call: CallValue, { policy }: Judging): Verdict | undefined {
  if (call.construct || knownOf(call.callee)?.does !== "parse") return undefined;
  const { callee } = call;
  const candidates = [...(callee.kind === "member" ? [callee.object] : []), ...call.arguments.slice(0, 1)];
  for (const candidate of candidates.map(resolve)) {
    if (candidate.kind !== "call" || knownOf(candidate.callee)?.does !== "schema") continue;
    const [shape] = candidate.arguments.map(resolve);
    if (shape?.kind !== "record") continue;
    const property = shape.fields.find(({ name }) => name !== undefined && isFirm(classifyName([name], policy)));
    return property?.name === undefined ? CLEAN : leak(call, finding("object"), { property: [property.name] });
  }
  return undefined;
}

function isFirm(said: ReturnType<typeof classifyName>): boolean {
  return typeof said === "object" && said.tier === 1;
}

/** A key that says that its value will be personal, although it is still empty. */
function personalKey(record: RecordValue, under: readonly string[], policy: Policy): readonly string[] | undefined {
  for (const { name, value } of record.fields) {
    if (name === undefined) continue;
    const path = [...under, name];
    if (value.kind === "record" && path.length <= MAX_NESTING) {
      const inner = personalKey(value, path, policy);
      if (inner !== undefined) return inner;
    }
    const isEmpty = value.kind === "nothing" || (value.kind === "text" && value.text === "");
    const said = isEmpty ? classifyName(path, policy) : undefined;
    if (isFirm(said)) return path;
  }
  return undefined;
}
