import {
  resolve,
  textOf as knownText,
  type Binding,
  type CallValue,
  type MemberValue,
  type NameValue,
  type Range,
  type Value,
} from "../../../breadcrumb/index.ts";
import { childAfter, childOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { LEVELS } from "./conversions.ts";
import { knownFunction } from "./known-functions.ts";
import { lazyValue } from "./lazy-value.ts";
import { originOfMember } from "./data-origins.ts";
import { accessOf, argumentsOf, calleeOf, firstOf, itemName, lastOf, operandsOf } from "../syntax/nodes.ts";
import { calledItem } from "../names/items.ts";
import type { Variable } from "../names/variables.ts";
import { constantItem } from "../names/items.ts";
import { effectsOn } from "./changes.ts";
import { originOfVariable, typeOf } from "./declared-types.ts";
import { memberIn, initialValue } from "./initial-values.ts";
import type { Reading } from "./context.ts";

/** Reads a name: of a variable, of a constant, `self`, `None`. */
export function nameValue(reading: Reading, node: RustNode): Value {
  const name = reading.nameOf(node);
  const variable = node.type === "self" ? undefined : reading.program.variables.variableOf(node);
  if (name === "None") return { kind: "nothing", word: "none", ...reading.at(node) };
  const isShorthand = node.parent?.type === "ShorthandFieldInitializer";
  const now = { kind: "name" as const, name, ...reading.at(node), shorthand: isShorthand ? `${name}: ` : undefined };
  const type = { compute: () => typeOf(reading, node), meanwhile: undefined };
  if (variable !== undefined) {
    const value = lazyValue<NameValue>(now, {
      binding: { compute: () => reading.context.bindings.ofVariable(variable), meanwhile: undefined },
      definition: { compute: () => definitionAt(reading, variable, node), meanwhile: undefined },
      origin: { compute: () => originOfVariable(reading, variable), meanwhile: undefined },
      type,
    });
    reading.context.variables.set(value, variable);
    return value;
  }
  if (node.type === "self") {
    const { receiver, caller } = reading.frame ?? {};
    return lazyValue<NameValue>(
      { ...now, binding: undefined },
      {
        definition: { compute: () => receiver && caller?.valueOf(receiver), meanwhile: undefined },
        type,
      },
    );
  }
  const sdk = reading.program.names.sdkPath(node);
  return lazyValue<NameValue>(
    { ...now, sdk },
    {
      binding: { compute: () => constantBinding(reading, node), meanwhile: undefined },
      definition: { compute: () => definitionOf(reading, node, sdk), meanwhile: undefined },
      type,
    },
  );
}

/** Reads a path: `Level::Info`, `names::AUTH`. */
export function pathValue(reading: Reading, node: RustNode): Value {
  const segments = node.children.filter(({ type }) => type !== "TypeArgList" && type !== "QualifiedScope");
  const last = lastOf(node);
  const sdk = reading.program.names.sdkPath(node);
  const name = reading.nameOf(last);
  return lazyValue<MemberValue>(
    { kind: "member", ...reading.at(node), name, nameRange: last.range, sdk, known: knownFunction(name) },
    {
      object: { compute: () => ownerOf(reading, node, segments.slice(0, -1)), meanwhile: reading.unknown(node) },
      definition: { compute: () => definitionOf(reading, node, sdk), meanwhile: undefined },
      type: { compute: () => typeOf(reading, node), meanwhile: undefined },
    },
  );
}

/** The path in front of its last name, as names and members. */
function ownerOf(reading: Reading, path: RustNode, segments: readonly RustNode[]): Value {
  const { text } = reading.program.sourceCode;
  let owner: Value | undefined;
  for (const segment of segments) {
    const range: Range = [path.range[0], segment.range[1]];
    const source = text.slice(range[0], range[1]);
    const name = reading.nameOf(segment);
    owner =
      owner === undefined
        ? { kind: "name", name, range: segment.range, source: name, binding: undefined, definition: undefined }
        : { kind: "member", object: owner, name, nameRange: segment.range, range, source, definition: undefined };
  }
  return owner ?? reading.unknown(path);
}

/** The text that a level of the SDK stands for: `warning` for `Level::Warning`. */
function levelOf(reading: Reading, node: RustNode, sdk: readonly string[] | undefined): Value | undefined {
  const text = sdk?.at(-2) === "Level" ? LEVELS.get(sdk.at(-1)) : undefined;
  return text === undefined ? undefined : { kind: "text", text, ...reading.at(node) };
}

/** The value of a path: a level of the SDK, a constant, a function of the file. */
function definitionOf(reading: Reading, node: RustNode, sdk: readonly string[] | undefined): Value | undefined {
  const level = levelOf(reading, node, sdk) ?? constant(reading, node);
  if (level !== undefined) return level;
  const called = calledItem(reading.program, node);
  return called && reading.valueOf(called);
}

/** The value of a constant or static of the file. */
function constant(reading: Reading, path: RustNode): Value | undefined {
  const item = constantItem(reading.program, path);
  const init = item && childAfter(item, "=");
  return init && reading.bounded(() => reading.valueOf(init));
}

function constantBinding(reading: Reading, path: RustNode): Binding | undefined {
  const item = constantItem(reading.program, path);
  const name = item && itemName(item);
  return item && name && reading.context.bindings.ofItem(name, childOf(item, "Vis") !== undefined);
}

function definitionAt(reading: Reading, variable: Variable, use: RustNode): Value | undefined {
  return reading.bounded(() => {
    const initial = initialValue(reading, variable);
    return reading.context.flow.stateAt<Value | undefined>(variable, use, initial, effectsOn(reading, variable));
  });
}

/** Reads `user.email` and `pair.0`. */
export function memberValue(reading: Reading, node: RustNode): Value {
  const name = lastOf(node);
  return memberNamed(reading, node, firstOf(node), reading.nameOf(name), name.range);
}

/** Reads `map["email"]` and `users[0]`. */
export function indexValue(reading: Reading, node: RustNode): Value {
  const [object, index] = operandsOf(node);
  if (index.type === "RangeExpression") return sliceValue(reading, node, object, index);
  const key = reading.valueOf(index);
  const name = key.kind === "number" ? String(key.number) : knownText(key);
  return memberNamed(reading, node, object, name, index.range);
}

/** `iterator.nth(1)`: an item by its place. */
export function itemAt(reading: Reading, node: RustNode, receiver: RustNode, index: Value): Value {
  const at = index.kind === "number" ? index.number : undefined;
  return lazyValue<MemberValue>(
    { kind: "member", ...reading.at(node), name: undefined, index: at, nameRange: index.range, definition: undefined },
    { object: { compute: () => reading.valueOf(receiver), meanwhile: reading.unknown(receiver) } },
  );
}

/** `&text[..4]` says what `text.slice(0, 4)` says elsewhere, and `&text[text.len() - 4..]` what `slice(-4)` says. */
export function sliceValue(reading: Reading, node: RustNode, object: RustNode, range: RustNode): Value {
  const callee: MemberValue = lazyValue<MemberValue>(
    {
      kind: "member",
      ...reading.at(node),
      name: "slice",
      nameRange: range.range,
      definition: undefined,
      known: { handsOn: "all", does: "slice" },
    },
    { object: { compute: () => reading.valueOf(object), meanwhile: reading.unknown(object) } },
  );
  return lazyValue<CallValue>(
    { kind: "call", ...reading.at(node), callee, construct: false, result: undefined },
    { arguments: { compute: () => boundsOf(reading, object, range), meanwhile: [] } },
  );
}

function boundsOf(reading: Reading, object: RustNode, range: RustNode): readonly Value[] {
  const [first] = range.children;
  const from = first?.range[0] === range.range[0] ? first : undefined;
  const to = range.children.find((child) => child !== from);
  const start: Value =
    from === undefined ? { kind: "number", number: 0, ...reading.at(range) } : bound(reading, object, from);
  if (to === undefined) return [start];
  const end = bound(reading, object, to);
  // `..=`, of which the parser makes no token, takes what stands at its end, too.
  const isInclusive = reading.program
    .textOf(range)
    .slice(0, to.range[0] - range.range[0])
    .trimEnd()
    .endsWith("=");
  if (!isInclusive || end.kind !== "number") return [start, end];
  return end.number === -1 ? [start] : [start, { ...end, number: end.number + 1 }];
}

/** `text.len().saturating_sub(4)`, as an operation. */
function saturating(reading: Reading, node: RustNode): readonly (RustNode | undefined)[] {
  const access = node.type === "CallExpression" ? accessOf(calleeOf(node)) : undefined;
  if (access === undefined || reading.nameOf(access.name) !== "saturating_sub") return [];
  return [access.object, access.name, argumentsOf(node)[0]];
}

/** A place in a text; one that is counted from the text's end is negative. */
function bound(reading: Reading, object: RustNode, node: RustNode): Value {
  const [length, operator, distance] = node.type === "BinaryExpression" ? node.children : saturating(reading, node);
  const written = [length, operator].map((part) => part && reading.program.textOf(part));
  const isMinus = written[1] === "-" || written[1] === "saturating_sub";
  const isEnd = written[0] === `${reading.program.textOf(object)}.len()` && isMinus;
  const value = reading.valueOf(isEnd && distance !== undefined ? distance : node);
  return isEnd && value.kind === "number" ? { ...value, number: -value.number } : value;
}

/** A member of what an expression yields; `name` is undefined where it is computed. */
export function memberNamed(
  reading: Reading,
  node: RustNode,
  object: RustNode,
  name: string | undefined,
  nameRange: Range,
): Value {
  const value: MemberValue = lazyValue<MemberValue>(
    { kind: "member", ...reading.at(node), name, nameRange, known: knownFunction(name) },
    {
      object: { compute: () => reading.valueOf(object), meanwhile: reading.unknown(object) },
      definition: {
        compute: () =>
          name === undefined ? undefined : reading.bounded(() => memberIn(resolve(reading.valueOf(object)), name)),
        meanwhile: undefined,
      },
      origin: { compute: () => originOfMember(value), meanwhile: undefined },
      type: { compute: () => typeOf(reading, node), meanwhile: undefined },
    },
  );
  return value;
}
