import type { TSESTree } from "@typescript-eslint/utils";
import { matches, resolve, textOf as textOfValue, type Value } from "../../../breadcrumb/index.ts";
import type { Write } from "../flow/reaching-writes.ts";
import type { Pattern, PatternStep } from "../syntax/patterns.ts";
import type { Node } from "../program.ts";
import type { Frame, Reading } from "./context.ts";
import { allOf, entriesOf, memberOf, leftWithout } from "./records.ts";
import { handedTo } from "./framework-inputs.ts";
import { isFunction, parentOf, propertyName, withoutTypes, type FunctionNode } from "../syntax/nodes.ts";
import { LazyChoice, LazyList, LazyMember, LazyName, LazyOperation, LazyUnknown } from "./lazy-values.ts";

/** The parameters of callbacks that take an item of what the method belongs to. */
const ITEM_PARAMETERS: ReadonlyMap<string | undefined, readonly number[]> = new Map([
  ...`every filter find findIndex findLast findLastIndex flatMap forEach map some`
    .split(" ")
    .map((name): [string, readonly number[]] => [name, [0]]),
  ["reduce", [1]],
  ["reduceRight", [1]],
  ["sort", [0, 1]],
  ["toSorted", [0, 1]],
]);

/** The value that a write assigns; undefined if the file does not show it. */
export function writtenBy(reader: Reading, { identifier, pattern }: Write): Value | undefined {
  const { source, steps, writer } = pattern;
  if (source === undefined) return reader.valueOf(writer);
  let base: Value | undefined;
  if (source.kind === "parameter" && pattern.top.type === "RestElement")
    base = restOfArguments(reader, source, identifier);
  else if (source.kind === "parameter")
    base =
      argument(reader, source.function, source.index) ??
      handedTo(reader.context, source.function, source.index, reader.siteOf(pattern.top));
  else
    base =
      writer.type === "AssignmentExpression" && writer.operator !== "="
        ? reader.valueOf(writer)
        : reader.valueOf(source.node);
  if (base === undefined && takesApart(pattern))
    base = reader.context.readFrom(pattern.top, new LazyUnknown(reader.siteOf(pattern.top)));
  for (const step of steps) base = taken(reader, base, step, identifier);
  return base;
}

/** The arguments of a function whose calls are all known, and the uses of its parameters. */
function givenTo(reader: Reading, callee: FunctionNode): Pick<Frame, "arguments" | "caller"> | undefined {
  if (reader.frame?.function === callee) return reader.frame;
  const call = parentOf(callee);
  return call?.type === "CallExpression" && call.callee === callee
    ? { arguments: call.arguments, caller: reader }
    : undefined;
}

/** The arguments for a parameter, if all calls are known. */
function argument(reader: Reading, callee: FunctionNode, index: number): Value | undefined {
  const known = givenTo(reader, callee);
  if (known !== undefined) {
    const argument = known.arguments[index];
    const isAfterSpread = known.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement");
    return argument === undefined || isAfterSpread ? undefined : known.caller.valueOf(argument);
  }
  const call = parentOf(callee);
  if (call?.type !== "CallExpression") return undefined;
  const method = withoutTypes(call.callee);
  if (method.type === "Identifier") return index > 1 ? undefined : watched(reader, method, call.arguments, callee);
  if (method.type !== "MemberExpression" || call.arguments[0] !== callee) return undefined;
  const name = propertyName(method);
  if ((name === "then" || name === "subscribe") && index === 0) return reader.valueOf(method.object);
  return ITEM_PARAMETERS.get(name)?.includes(index) === true
    ? itemOf(reader, reader.valueOf(method.object), callee)
    : undefined;
}

/** Functions whose callback takes what their first argument yields, now and before, by the modules that export them. */
const WATCHING: ReadonlyMap<string, RegExp> = new Map([
  ["watch", /^(?:@?vue(?:$|\/|use\/)|#imports$)/],
  ["reaction", /^mobx(?:$|-)/],
]);

/** What a callback is handed that watches something: `watch(() => form.email, (value) => …)`. */
function watched(
  reader: Reading,
  method: TSESTree.Identifier,
  [of, watcher]: readonly Node[],
  callee: FunctionNode,
): Value | undefined {
  const modules = WATCHING.get(method.name);
  if (modules === undefined || watcher !== callee || of === undefined || of.type === "SpreadElement") return undefined;
  const { scopes } = reader.context.program;
  const variable = scopes.variableOf(method);
  const from = variable && scopes.importOf(variable);
  if (variable !== undefined && !matches(from?.module, modules)) return undefined;
  const source = reader.valueOf(of);
  const is = resolve(source);
  return is.kind === "function" ? is.returns : source;
}

/** The list that a rest parameter is, where the call is seen. */
function restOfArguments(
  reader: Reading,
  { function: callee, index }: { readonly function: FunctionNode; readonly index: number },
  identifier: Node,
): Value | undefined {
  const known = givenTo(reader, callee);
  if (known === undefined) return undefined;
  const { arguments: given, caller } = known;
  const { range, source } = reader.siteOf(identifier);
  return new LazyList({ range, source }, () => ({
    items: given.slice(index).map((item) => caller.valueOf(item.type === "SpreadElement" ? item.argument : item)),
    complete: given.every(({ type }) => type !== "SpreadElement"),
  }));
}

/** The part of a value that a step of a pattern takes. */
function taken(reader: Reading, base: Value | undefined, step: PatternStep, identifier: Node): Value | undefined {
  const site = reader.siteOf(identifier);
  if (step.kind === "default") {
    const other = reader.valueOf(step.value);
    const own = base ?? reader.context.readFrom(identifier, new LazyName(site, { name: site.source }));
    return new LazyChoice(site, () => [own, other]);
  }
  if (base === undefined) return undefined;
  const object = base;
  switch (step.kind) {
    case "each":
      return itemOf(reader, object, identifier);
    case "eachKey":
      return new LazyOperation(site, "in", "text", () => [object]);
    case "item":
      return itemAt(reader, object, step.index, identifier);
    case "key":
      return new LazyMember(site, {
        object: () => object,
        name: () => step.name ?? textOfValue(reader.valueOf(step.key)),
        nameRange: step.key.range,
        definition: (owner, name) => reader.context.bounded(() => memberOf(owner, name)),
      });
    case "rest":
      return rest(reader, object, step, identifier);
    case "restItems":
      return object;
  }
}

/** An item of a list, whichever. */
function itemOf(reader: Reading, list: Value, at: Node): Value {
  const { range } = at;
  return new LazyMember(isFunction(at) ? { ...reader.siteOf(at), type: undefined } : reader.siteOf(at), {
    object: () => list,
    name: () => undefined,
    nameRange: range,
    definition: () =>
      reader.context.bounded(() => {
        const is = resolve(list);
        if (is.kind !== "list" || !is.complete || is.items.length === 0) return undefined;
        return new LazyChoice(reader.siteOf(at), () => is.items);
      }),
  });
}

/** One item of a list; of an entry, the key or the value. */
function itemAt(reader: Reading, list: Value, index: number, identifier: Node): Value {
  const site = reader.siteOf(identifier);
  const object = list.kind === "member" && list.name === undefined ? entriesOf(list.object) : undefined;
  if (object !== undefined && index === 0) return new LazyOperation(site, "in", "text", () => [object]);
  if (object !== undefined && index === 1) return itemOf(reader, object, identifier);
  const awaited = allOf(list);
  const item = (): Value | undefined => {
    const is = resolve(awaited ?? list);
    return is.kind === "list" && is.complete ? is.items[index] : undefined;
  };
  if (awaited !== undefined) return item() ?? itemOf(reader, list, identifier);
  return new LazyMember(site, {
    object: () => list,
    name: () => undefined,
    index,
    nameRange: identifier.range,
    definition: () => reader.context.bounded(item),
  });
}

/** An object without the properties that a pattern takes. */
function rest(
  reader: Reading,
  object: Value,
  { taken, pattern }: PatternStep & { readonly kind: "rest" },
  identifier: Node,
): Value {
  const { range, source } = reader.siteOf(pattern);
  return leftWithout(reader.siteOf(identifier), object, taken, { range, source });
}

/** Whether a pattern is more than a name with a default or the rest of the parameters. */
function takesApart({ top }: Pattern): boolean {
  const target = top.type === "AssignmentPattern" ? top.left : top;
  return target.type === "ObjectPattern" || target.type === "ArrayPattern";
}
