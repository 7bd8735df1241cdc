import { resolve, type MemberValue, type Value, type ValueType } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { CALLBACK_METHODS, ITERATING_METHODS } from "../conversions.ts";
import { lazyValue } from "../lazy.ts";
import { calleeOf, parametersOf } from "../syntax.ts";
import type { Step, Variable } from "../variables.ts";
import type { Reading } from "./reading.ts";

/** What a variable holds where it is bound. */
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
  if (reading.frame?.function === owner) {
    const own = parametersOf(owner)[0]?.type === "SelfParameter" ? index - 1 : index;
    const argument = reading.frame.arguments[own];
    return argument && below(reading, reading.frame.caller.valueOf(argument), steps, variable);
  }
  if (owner.type !== "ClosureExpression") return undefined;
  const call = owner.parent?.parent;
  const callee = call?.type === "CallExpression" ? calleeOf(call) : undefined;
  const [receiver, method] = callee?.type === "FieldExpression" ? callee.children : [];
  if (receiver === undefined || method === undefined || !CALLBACK_METHODS.has(reading.nameOf(method))) return undefined;
  // The closure of `fold` and the like takes more; what they are is not followed.
  if (index !== 0) return undefined;
  if (!isIteration(reading, receiver)) return below(reading, reading.valueOf(receiver), steps, variable);
  return iteratedValue(reading, receiver, steps, variable);
}

/** Whether a chain of methods begins with one that iterates: `users.iter().filter(…)`. */
function isIteration(reading: Reading, node: RustNode): boolean {
  let current: RustNode | undefined = node;
  while (current !== undefined) {
    if (current.type === "RangeExpression") return true;
    if (current.type === "ParenthesizedExpression" || current.type === "ReferenceExpression") {
      current = current.children.at(-1);
      continue;
    }
    const callee: RustNode | undefined = current.type === "CallExpression" ? calleeOf(current) : undefined;
    const [receiver, method]: readonly RustNode[] = callee?.type === "FieldExpression" ? callee.children : [];
    if (method === undefined) return false;
    if (ITERATING_METHODS.has(reading.nameOf(method))) return true;
    current = receiver;
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
  const callee = node.type === "CallExpression" ? calleeOf(node) : undefined;
  const [receiver, method] = callee?.type === "FieldExpression" ? callee.children : [];
  const [first, ...rest] = steps;
  if (method !== undefined && receiver !== undefined && reading.nameOf(method) === "enumerate") {
    if (first?.kind !== "field") return undefined;
    return first.name === "1" ? iteratedValue(reading, receiver, rest, variable) : undefined;
  }
  return below(reading, reading.valueOf(node), [{ kind: "item" }, ...steps], variable);
}

/** What a pattern takes out of a value, at the name that it binds. */
function below(reading: Reading, value: Value, steps: readonly Step[], { identifier }: Variable): Value | undefined {
  let current = value;
  for (const step of steps) {
    if (step.kind === "unknown") return undefined;
    if (step.kind === "wrapped") continue;
    const is = resolve(current);
    if (step.kind === "item") {
      current = is.kind === "list" && is.complete && is.items.length > 0 ? reading.either(is.items, is) : partOf(reading, current, undefined, identifier);
    } else {
      current = fieldOf(is, step.name) ?? partOf(reading, current, step.name, identifier);
    }
  }
  return current;
}

function partOf(reading: Reading, object: Value, name: string | undefined, { range }: RustNode): Value {
  const source = reading.program.sourceCode.text.slice(range[0], range[1]);
  return lazyValue<MemberValue>(
    { kind: "member", object, name, nameRange: range, range, source, definition: undefined },
    { type: { compute: () => partType(object.type, name), meanwhile: undefined } },
  );
}

/** What a record or list holds under a name or index. */
export function fieldOf(is: Value, name: string): Value | undefined {
  if (is.kind === "record") return is.fields.findLast((field) => field.name === name)?.value;
  return is.kind === "list" ? is.items[Number(name)] : undefined;
}

function partType(type: ValueType | undefined, name: string | undefined): ValueType | undefined {
  if (name === undefined) return type?.item;
  return type?.properties.find((property) => property.name === name)?.type;
}
