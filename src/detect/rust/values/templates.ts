import type { CallValue, Range, TemplateValue, Value } from "../../../breadcrumb/index.ts";
import { descendantsOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { readFormat } from "../syntax/format.ts";
import { lazyValue } from "./lazy-value.ts";
import { readLiteral } from "../syntax/literals.ts";
import { accessOf, argumentsOf, calleeOf, firstOf, isText, lastOf, plainName } from "../syntax/nodes.ts";
import type { Placed, Reading } from "./context.ts";

/** A text of parts; unknown where these cannot be read. */
export function templateValue(reading: Reading, node: RustNode, read: () => readonly Value[] | undefined): Value {
  const parts = read();
  if (parts === undefined) return reading.unknown(node);
  return lazyValue<TemplateValue>({ kind: "template", ...reading.at(node), parts }, {});
}

/**
 * The parts of a text that a macro formats.
 * @param given the format string and what follows it; undefined where that cannot be told.
 */
export function formatParts(reading: Reading, given: readonly Placed[] | undefined): readonly Value[] | undefined {
  const [format, ...others] = given ?? [];
  if (format === undefined) return given && [];
  const { sourceCode } = reading.program;
  const literal = isText(format.node) ? readLiteral(reading.program.textOf(format.node)) : undefined;
  const parts = literal && readFormat(literal.text);
  if (literal === undefined || parts === undefined) return undefined;
  const isNamed = ({ node }: Placed): boolean => node.type === "AssignmentExpression";
  const positional = others.filter((argument) => !isNamed(argument));
  const named = new Map(
    others.filter(isNamed).map((argument): [string, Placed] => {
      const [name, value] = [firstOf(argument.node), lastOf(argument.node)];
      return [reading.nameOf(name), { ...argument, node: value }];
    }),
  );
  const inOrder = others.map((argument) =>
    isNamed(argument) ? { ...argument, node: lastOf(argument.node) } : argument,
  );
  const at = (offset: number): number => {
    const [place = 0] = literal.offsets.slice(offset, offset + 1);
    return format.node.range[0] + place;
  };
  return parts.map((part): Value => {
    const range: Range = [at(part.start), at(part.end)];
    const source = sourceCode.text.slice(range[0], range[1]);
    if (part.kind === "text") return { kind: "text", text: part.text, range, source };
    const { argument } = part;
    const placed =
      typeof argument === "number" ? (positional[argument] ?? inOrder[argument]) : named.get(plainName(argument));
    const value =
      placed !== undefined
        ? placed.reading.valueOf(placed.node)
        : typeof argument === "string"
          ? inlineArgument(format.reading, range, format.node)
          : ({ kind: "unknown", range, source } satisfies Value);
    return shownBy(reading, value, part.isDebug);
  });
}

/** The output of a value's implementation of `Debug` or `Display`. */
export function shownBy(reading: Reading, value: Value, isDebug: boolean): Value {
  const byHand = writtenByHand(reading, value, isDebug ? "Debug" : "Display");
  return byHand ?? (isDebug ? debugOf(value) : value);
}

/** The output of the file's own implementation for a value, as a call; undefined without one. */
function writtenByHand(reading: Reading, value: Value, trait: "Debug" | "Display"): Value | undefined {
  const node = reading.nodeOf(value);
  const type = node && reading.typeNodeOf(node);
  const item = type && reading.program.items.typeItem(reading.types.inner(type));
  const method = item && reading.program.items.methodOfTrait(item, trait, "fmt");
  if (method === undefined) return undefined;
  const { range, source } = value;
  const callee: Value = { kind: "name", name: "fmt", range, source, binding: undefined, definition: undefined };
  return lazyValue<CallValue>(
    { kind: "call", range, source, callee, arguments: [], construct: false },
    {
      result: {
        compute: (): Value | undefined =>
          reading.bounded(() => ({ kind: "template", range, source, parts: [...partsWritten(reading, method)] })),
        meanwhile: undefined,
      },
    },
  );
}

/** Methods of a formatter and of its builders that write what they are given last. */
const WRITING_METHODS: ReadonlySet<string> = new Set(["field", "entry", "write_str", "pad", "value"]);

/** What the body of `fmt` writes, by macros and by the methods of the formatter. */
function* partsWritten(reading: Reading, method: RustNode): Generator<Value> {
  for (const node of descendantsOf(method)) {
    if (node.type === "MacroInvocation" && /^write(?:ln)?$/u.test(reading.macroName(node))) {
      yield* formatParts(reading, reading.listedIn(node)?.slice(1)) ?? [];
    }
    const access = node.type === "CallExpression" ? accessOf(calleeOf(node)) : undefined;
    const [last] = access === undefined ? [] : argumentsOf(node).slice(-1);
    if (access !== undefined && last !== undefined && WRITING_METHODS.has(reading.nameOf(access.name))) {
      yield reading.valueOf(last);
    }
  }
}

/** `{email}` in a format string: the variable of that name. */
function inlineArgument(reading: Reading, range: Range, format: RustNode): Value {
  const node = reading.program.sourceCode.parseFragment("expression", [range[0], range[1]], format);
  if (node !== undefined) return reading.valueOf(node);
  return { kind: "unknown", range, source: reading.program.sourceCode.text.slice(range[0], range[1]) };
}

/** The result of `{:?}`: the complete value, as a call that serialises it. */
function debugOf(value: Value): Value {
  const { range, source } = value;
  const known = { handsOn: "all" } as const;
  const callee: Value = {
    kind: "name",
    name: "debug",
    range,
    source,
    known,
    binding: undefined,
    definition: undefined,
  };
  return { kind: "call", range, source, callee, arguments: [value], construct: false, result: undefined };
}
