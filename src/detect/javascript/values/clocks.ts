import {
  alternatives,
  matches,
  nameOf,
  resolve,
  type CallValue,
  type Clock,
  type MemberValue,
  type NameValue,
  type OperationValue,
  type Value,
} from "../../../breadcrumb/index.ts";

/** Names of the global object before a name of the platform. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["global", "globalThis", "self", "window"]);

/** The modules of Node that hand out what is global there, too. */
const MODULES: ReadonlyMap<string, RegExp> = new Map([
  ["performance", /^(?:node:)?perf_hooks$/],
  ["process", /^(?:node:)?process$/],
]);

/** What functions of the platform yield, by path. */
const FUNCTIONS: ReadonlyMap<string | undefined, Clock> = new Map([
  ["Date.UTC", "milliseconds"],
  ["Date.now", "milliseconds"],
  ["Date.parse", "milliseconds"],
  ["performance.now", "since-start"],
  ["process.hrtime.bigint", "other-unit"],
  ["process.uptime", "other-unit"],
]);

/** The results of date methods: those of `Date`, and of the date libraries below. */
const METHODS_OF_DATES: ReadonlyMap<string | undefined, Clock> = new Map([
  ["getTime", "milliseconds"],
  ["toISOString", "date-text"],
  ["toJSON", "date-text"],
  ["valueOf", "milliseconds"],
]);

const METHODS_OF_LIBRARIES: ReadonlyMap<string | undefined, Clock> = new Map([
  ["toDate", "date"],
  ["toISO", "date-text"],
  ["toISOString", "date-text"],
  ["toJSDate", "date"],
  ["toMillis", "milliseconds"],
  ["toSeconds", "seconds"],
  ["unix", "seconds"],
  ["valueOf", "milliseconds"],
]);

/** Modules whose export yields a date of their own when it is called, or by one of its methods: `DateTime.now()`. */
const DATE_LIBRARIES: ReadonlySet<string | undefined> = new Set(["dayjs", "luxon", "moment", "moment-timezone"]);

const ROUNDING: ReadonlySet<string | undefined> = new Set([
  "Math.ceil",
  "Math.floor",
  "Math.round",
  "Math.trunc",
  "Number",
]);

/** The ways to read a clock. */
export type Timed = NameValue | MemberValue | CallValue | OperationValue;

/**
 * The clock that an expression reads, and in which unit, by the names of the platform: `Date.now()`, `+new Date()`,
 * `performance.timeOrigin + performance.now()`, `Math.floor(Date.now() / 1000)`.
 * What the expression is made of is asked for its own clock.
 */
export function clockOf(value: Timed): Clock | undefined {
  if (value.kind === "call") return clockOfCall(value);
  if (value.kind === "operation") return clockOfOperation(value);
  if (pathOfPlatform(value) === "performance.timeOrigin") return "milliseconds";
  const clock = value.kind === "member" ? clockOfMember(value) : undefined;
  return clock ?? (value.type?.name === "Date" ? "date" : undefined);
}

/**
 * Members by which the platform's objects tell a time: those of events of the DOM, of Temporal's moments, and the
 * seconds and nanoseconds of Node's `process.hrtime()`, which count from any time.
 */
function clockOfMember({ name, object, index }: MemberValue): Clock | undefined {
  if (index !== undefined) {
    const made = resolve(object);
    return made.kind === "call" && pathOfPlatform(made.callee) === "process.hrtime" ? "other-unit" : undefined;
  }
  switch (name) {
    case "timeStamp":
      return matches(nameOf(object), EVENT) ? "since-start" : undefined;
    case "epochMilliseconds":
      return "milliseconds";
    case "epochNanoseconds":
      return "other-unit";
    default:
      return undefined;
  }
}

/** Names of events. */
const EVENT = /^(?:e|ev|evt)$|event$/iu;

/** The clock of whatever an operand can be, when all that it can be agrees. */
function clockOfOperand(operand: Value | undefined): Clock | undefined {
  if (operand === undefined) return undefined;
  const [clock, ...others] = new Set(alternatives(operand).map(({ is }) => is.clock));
  return others.length === 0 ? clock : undefined;
}

function clockOfCall(call: CallValue): Clock | undefined {
  const { callee, construct } = call;
  const path = pathOfPlatform(callee);
  if (construct) return path === "Date" ? "date" : undefined;
  const [argument] = call.arguments;
  if (ROUNDING.has(path)) return asNumber(clockOfOperand(argument));
  const platform = FUNCTIONS.get(path);
  if (platform !== undefined) return platform;
  if (callee.kind === "member" && call.arguments.length === 0) {
    if (isOfLibrary(callee.object)) return METHODS_OF_LIBRARIES.get(callee.name);
    if (clockOfOperand(callee.object) === "date") return METHODS_OF_DATES.get(callee.name);
    // Only dates have these two; a type that says otherwise counts.
    const isFree = resolve(callee.object).type === undefined;
    if (isFree && (callee.name === "getTime" || callee.name === "toISOString"))
      return METHODS_OF_DATES.get(callee.name);
  }
  return clockOfOperand(call.result);
}

function clockOfOperation({ operator, operands }: OperationValue): Clock | undefined {
  const [left, right] = operands;
  const clock = clockOfOperand(left);
  if (right === undefined) return operator === "+" ? asNumber(clock) : undefined;
  const number = constantOf(right);
  switch (operator) {
    case "+":
      return clockOfSum(operands);
    case "-":
      return number === undefined ? undefined : asNumber(clock);
    case "/":
      return number === undefined ? undefined : scaled(asNumber(clock), 1 / number);
    case "*":
      return number === undefined ? undefined : scaled(asNumber(clock), number);
    default:
      return undefined;
  }
}

/** The unit of seconds or milliseconds after a multiplication. */
function scaled(clock: Clock | undefined, by: number): Clock | undefined {
  switch (clock) {
    case "milliseconds":
      return by === 1 ? clock : Math.abs(by - 0.001) < 1e-9 ? "seconds" : "other-unit";
    case "seconds":
      return by === 1 ? clock : by === 1000 ? "milliseconds" : "other-unit";
    // Whatever the unit, it does not count from the epoch.
    case "since-start":
      return by === 1 ? clock : "other-unit";
    default:
      return clock;
  }
}

/** The number that a literal, or a calculation with literals, is. */
function constantOf(value: Value): number | undefined {
  const is = resolve(value);
  if (is.kind === "number") return is.number;
  if (is.kind !== "operation" || is.operator !== "*") return undefined;
  const factors = is.operands.map((operand) => resolve(operand));
  return factors.every((factor) => factor.kind === "number")
    ? factors.reduce((product, { number }) => product * number, 1)
    : undefined;
}

/** Something that is added to a moment makes another moment, on the same clock. */
function clockOfSum(operands: readonly Value[]): Clock | undefined {
  const clocks = operands.map((operand) => clockOfOperand(operand));
  if (clocks.includes("milliseconds")) return "milliseconds";
  if (clocks.every((clock) => clock === "other-unit")) return "other-unit";
  const rest = operands.filter((_, index) => clocks[index] === undefined);
  return clocks.includes("since-start") && rest.every((operand) => constantOf(operand) !== undefined)
    ? "since-start"
    : undefined;
}

/** A date counts in milliseconds where a number is made of it. */
function asNumber(clock: Clock | undefined): Clock | undefined {
  if (clock === "date") return "milliseconds";
  return clock === "date-text" ? undefined : clock;
}

/** The path of a name that the platform defines: `performance.now`, without `window.` before it. */
function pathOfPlatform(value: Value): string | undefined {
  const path: string[] = [];
  let current = value;
  while (current.kind === "member" && current.name !== undefined) {
    path.push(current.name);
    current = current.object;
  }
  if (current.kind !== "name") return undefined;
  const { binding, name } = current;
  const modules = MODULES.get(name);
  const isImported = modules !== undefined && matches(binding?.import?.module, modules);
  if (binding !== undefined && !isImported) return undefined;
  if (!GLOBAL_OBJECTS.has(name)) path.push(name);
  return path.reverse().join(".");
}

/** Whether a value is a date of a library, without zones, formats or calculations that would need to be known. */
function isOfLibrary(value: Value): boolean {
  const is = resolve(value);
  if (is.kind !== "call") return false;
  const maker = is.callee.kind === "member" ? is.callee.object : is.callee;
  const module = maker.kind === "name" ? maker.binding?.import?.module : undefined;
  return DATE_LIBRARIES.has(module);
}
