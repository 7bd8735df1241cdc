import { nameOf, resolve, type CallValue, type RecordValue, type Value } from "../breadcrumb/index.ts";
import { CLEAN, leak, through, UNKNOWN, type Verdict } from "./evidence.ts";
import type { Judging } from "./judging.ts";
import { classifyName, finding } from "./names.ts";
import type { Policy } from "./policy.ts";

/** So deep Sentry shows what an object holds. */
const MAX_NESTING = 2;

/** Functions that keep a state and take what it begins with. */
const STATES: ReadonlySet<string | undefined> = new Set(
  `useState useReducer createSignal createStore ref shallowRef reactive shallowReactive signal writable $state
  useSignal useRef useStateWithCallback useLocalStorage useSessionStorage observable atom BehaviorSubject`.split(/\s+/),
);

/**
 * What a state begins with that a value is, which says what it may become: `{ email: "" }` of
 * `const [form, setForm] = useState({ email: "" })`.
 * @param value an item of what a function hands out, or the call that makes a state.
 */
export function initialOf(value: Value): Value | undefined {
  const made = value.kind === "member" && value.index === 0 ? resolve(value.object) : value;
  if (made.kind !== "call" || !STATES.has(nameOf(made.callee))) return undefined;
  return made.arguments[nameOf(made.callee)?.endsWith("Storage") === true ? 1 : 0];
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

/** Functions that make a schema of an object with these keys (zod, yup, valibot, superstruct). */
const SCHEMAS: ReadonlySet<string | undefined> = new Set(["object", "strictObject", "looseObject", "type"]);

const PARSERS: ReadonlySet<string | undefined> = new Set(
  "parse parseAsync safeParse safeParseAsync validateSync validate cast create".split(" "),
);

/** What a schema of the file lets through, by its keys: `Signup.parse(input)`, `parse(Signup, input)`. */
export function judgeSchema(call: CallValue, { policy }: Judging): Verdict | undefined {
  if (call.construct || !PARSERS.has(nameOf(call.callee))) return undefined;
  const { callee } = call;
  const candidates = [...(callee.kind === "member" ? [callee.object] : []), ...call.arguments.slice(0, 1)];
  for (const candidate of candidates.map(resolve)) {
    if (candidate.kind !== "call" || !SCHEMAS.has(nameOf(candidate.callee))) continue;
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

/** A key that says that its value is personal, where nothing stands there yet. */
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
