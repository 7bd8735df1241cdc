import { resolve, type MemberValue, type Value, type ValueType } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { CALLBACK_METHODS, ITERATING_METHODS } from "./conversions.ts";
import { lazyValue } from "./lazy-value.ts";
import { callAround, firstOf, isMethod, methodCalledBy, type Access } from "../syntax/nodes.ts";
import type { Step } from "../names/pattern-names.ts";
import type { Variable } from "../names/variables.ts";
import { originOfMember } from "./data-origins.ts";
import type { Reading } from "./context.ts";

/** The value of a variable where it is bound. */
export function initialValue(reading: Reading, variable: Variable): Value | undefined {
  const { source, steps } = variable;
  switch (source.kind) {
    case "nothing":
      return undefined;
    case "expression":
      return below(reading, reading.valueOf(source.node), steps, variable);
    case "iterated":
      return iteratedValue(reading, source.node, steps, variable);
    case "parameter":
      return givenValue(reading, variable, source.function, source.index);
  }
}

function givenValue(reading: Reading, variable: Variable, owner: RustNode, index: number): Value | undefined {
  const { steps } = variable;
  for (let { frame } = reading; frame !== undefined; frame = frame.caller.frame) {
    if (frame.function !== owner) continue;
    const argument = frame.arguments[isMethod(owner) ? index - 1 : index];
    return argument && below(reading, frame.caller.valueOf(argument), steps, variable);
  }
  const taken = takenFrom(reading, variable);
  if (taken !== undefined) return taken;
  const called = methodCalledBy(callAround(owner));
  // The closure of `fold` and the like takes more; what they are is not followed.
  if (called === undefined || !CALLBACK_METHODS.has(reading.nameOf(called.name)) || index !== 0) return undefined;
  if (isIteration(reading, called.object)) return iteratedValue(reading, called.object, steps, variable);
  return below(reading, reading.valueOf(called.object), steps, variable);
}

/** A field that a parameter's own pattern takes: `User { email: to, .. }: &User`. */
function takenFrom(reading: Reading, variable: Variable): Value | undefined {
  const { type, steps, identifier } = variable;
  if (type === undefined || !steps.some(({ kind }) => kind === "field")) return undefined;
  const { range, source } = reading.at(identifier);
  const name = reading.program.names.pathOf(reading.types.inner(type))?.at(-1);
  if (name === undefined) return undefined;
  const owner = name.charAt(0).toLowerCase() + name.slice(1);
  const whole: Value = { kind: "name", name: owner, range, source, binding: undefined, definition: undefined };
  return below(reading, whole, steps, variable);
}

/** Whether a chain of methods begins with one that iterates: `users.iter().filter(…)`. */
function isIteration(reading: Reading, node: RustNode): boolean {
  for (let current: RustNode | undefined = node; current !== undefined;) {
    const called: Access | undefined = methodCalledBy(current);
    if (current.type === "RangeExpression" || (called && ITERATING_METHODS.has(reading.nameOf(called.name))))
      return true;
    current = current.type === "ParenthesizedExpression" ? firstOf(current) : called?.object;
  }
  return false;
}

function iteratedValue(
  reading: Reading,
  iterable: RustNode,
  steps: readonly Step[],
  variable: Variable,
): Value | undefined {
  const node = reading.inner(iterable);
  const called = methodCalledBy(node);
  if (called !== undefined && reading.nameOf(called.name) === "enumerate") {
    // Of the pairs of a number and an item, the latter.
    const [first, ...rest] = steps;
    const isItem = first?.kind === "field" && first.name === "1";
    return isItem ? iteratedValue(reading, called.object, rest, variable) : undefined;
  }
  return below(reading, reading.valueOf(node), [{ kind: "item" }, ...steps], variable);
}

/** The part of a value that a pattern binds to a name. */
function below(reading: Reading, value: Value, steps: readonly Step[], { identifier }: Variable): Value | undefined {
  let current = value;
  for (const step of steps) {
    if (step.kind === "unknown") return undefined;
    if (step.kind === "wrapped") continue;
    const is = resolve(current);
    if (step.kind === "item") {
      current =
        is.kind === "list" && is.complete && is.items.length > 0
          ? reading.either(is.items, is)
          : partOf(reading, current, undefined, identifier);
    } else {
      const whole = is.kind === "choice" ? is.branches : [current];
      const { name } = step;
      current = reading.either(
        whole.map((each) => memberIn(resolve(each), name) ?? partOf(reading, each, name, identifier)),
        is,
      );
    }
  }
  return current;
}

function partOf(reading: Reading, object: Value, name: string | undefined, { range }: RustNode): Value {
  const source = reading.program.sourceCode.text.slice(range[0], range[1]);
  const index = name !== undefined && /^\d+$/.test(name) ? Number(name) : undefined;
  const part: MemberValue = lazyValue<MemberValue>(
    { kind: "member", object, name, index, nameRange: range, range, source, definition: undefined },
    {
      origin: { compute: () => originOfMember(part), meanwhile: undefined },
      type: { compute: () => partType(object.type, name), meanwhile: undefined },
    },
  );
  return part;
}

/** The value in a record or array for a name or index. */
export function memberIn(is: Value, name: string): Value | undefined {
  if (is.kind === "record") return is.fields.findLast((field) => field.name === name)?.value;
  return is.kind === "list" ? is.items[Number(name)] : undefined;
}

function partType(type: ValueType | undefined, name: string | undefined): ValueType | undefined {
  return name === undefined ? type?.item : type?.properties.find((property) => property.name === name)?.type;
}
