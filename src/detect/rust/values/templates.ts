import type { Range, TemplateValue, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { readFormat } from "../syntax/format.ts";
import { lazyValue } from "./lazy.ts";
import { readLiteral } from "../syntax/literals.ts";
import { listedArguments } from "../syntax/macros.ts";
import { isText, plainName } from "../syntax/nodes.ts";
import type { Reading } from "./context.ts";

/** A text of parts; unknown where these cannot be read. */
export function templateValue(reading: Reading, node: RustNode, read: () => readonly Value[] | undefined): Value {
  const parts = read();
  if (parts === undefined) return reading.unknown(node);
  return lazyValue<TemplateValue>({ kind: "template", ...reading.at(node), parts }, {});
}

/** @param skip how many arguments come before the format string */
export function formatParts(reading: Reading, macro: RustNode, skip: number): readonly Value[] | undefined {
  const given = listedArguments(reading.program.sourceCode, macro);
  const [format, ...others] = given?.slice(skip) ?? [];
  if (format === undefined) return given && [];
  const literal = isText(format) ? readLiteral(reading.program.textOf(format)) : undefined;
  const parts = literal && readFormat(literal.text);
  if (literal === undefined || parts === undefined) return undefined;
  const positional = others.filter((argument) => argument.type !== "AssignmentExpression");
  const named = new Map(
    others.flatMap((argument): [string, RustNode][] => {
      const [name, value] = argument.type === "AssignmentExpression" ? argument.children : [];
      return name === undefined || value === undefined ? [] : [[reading.nameOf(name), value]];
    }),
  );
  const inOrder = others.map((argument) =>
    argument.type === "AssignmentExpression" ? argument.children[1] : argument,
  );
  const at = (offset: number): number => {
    const [place = 0] = literal.offsets.slice(offset, offset + 1);
    return format.range[0] + place;
  };
  return parts.map((part): Value => {
    const range: Range = [at(part.start), at(part.end)];
    const source = reading.program.sourceCode.text.slice(range[0], range[1]);
    if (part.kind === "text") return { kind: "text", text: part.text, range, source };
    const { argument } = part;
    const node =
      typeof argument === "number" ? (positional[argument] ?? inOrder[argument]) : named.get(plainName(argument));
    const value =
      node !== undefined
        ? reading.valueOf(node)
        : typeof argument === "string"
          ? inlineArgument(reading, range, format)
          : ({ kind: "unknown", range, source } satisfies Value);
    return part.isDebug ? debugOf(value) : value;
  });
}

/** `{email}` in a format string: the variable of that name. */
function inlineArgument(reading: Reading, range: Range, format: RustNode): Value {
  const node = reading.program.sourceCode.parseFragment("expression", [range[0], range[1]], format);
  if (node !== undefined) return reading.valueOf(node);
  return { kind: "unknown", range, source: reading.program.sourceCode.text.slice(range[0], range[1]) };
}

/** What `{:?}` writes of a value: the whole of it, as a call that renders it. */
function debugOf(value: Value): Value {
  const { range, source } = value;
  const callee: Value = { kind: "name", name: "debug", range, source, binding: undefined, definition: undefined };
  return { kind: "call", range, source, callee, arguments: [value], construct: false, result: undefined };
}
