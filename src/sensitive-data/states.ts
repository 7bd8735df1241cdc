import { nameOf, resolve, type Value } from "../breadcrumb/index.ts";

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
