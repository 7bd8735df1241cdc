import { nameOf, resolve, type RecordValue, type Value } from "../breadcrumb/index.ts";
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
    if (typeof said === "object" && said.tier === 1) return path;
  }
  return undefined;
}
