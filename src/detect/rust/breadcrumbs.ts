import type { Breadcrumb } from "../../breadcrumb/index.ts";
import { childOf } from "../../languages/rust/queries.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { callPlaceOf } from "./call-place.ts";
import type { RustProgram } from "./program.ts";
import { contentsOf } from "./recording/contents.ts";
import { FIELD_NAMES } from "./recording/given-records.ts";
import { calleeOf } from "./syntax/nodes.ts";
import type { ValueReader } from "./values/reader.ts";
import type { Recording } from "./recording/argument-map.ts";
import { createWriter } from "./edits/writer.ts";

/**
 * What a call records: nothing for `None`, one breadcrumb, or one for each item of a list.
 * @param captures finds the captures of the file.
 */
export function breadcrumbsOf(
  program: RustProgram,
  reader: ValueReader,
  recording: Recording,
  captures: () => readonly RustNode[],
): readonly Breadcrumb[] {
  const { call, entry, mappings } = recording;
  const callee = calledBy(program, call);
  const common = {
    range: call.range,
    callee,
    entry,
    wrapper: recording.wrapper?.function.range,
    arguments: reader.argumentsOf(call).map((argument, index) => ({
      value: reader.valueOf(argument),
      becomes: mappings.find((mapping) => mapping.argument === index)?.field ?? ("_" as const),
    })),
    place: callPlaceOf(program, reader, recording, captures),
    write: createWriter(program, reader, recording),
  };
  return contentsOf(reader, recording).map(({ fields, record, complete: isKnown }) => {
    const node = record && reader.nodeOf(record);
    const isTyped = FIELD_NAMES.every((name) => fields[name] !== undefined) || !isWithoutBase(node);
    const complete = entry !== "wrapper" && isKnown && isTyped;
    return { ...common, ...fields, record, unknownFields: [], complete };
  });
}

/** The callee of a call, as written; the name of a macro with its `!`. */
function calledBy({ sourceCode: { text } }: RustProgram, call: RustNode): Breadcrumb["callee"] {
  const { range } = calleeOf(call);
  const [, mark = ""] = call.type === "MacroInvocation" ? (/^\s*(!)/u.exec(text.slice(range[1])) ?? []) : [];
  return { range, source: `${text.slice(...range)}${mark}` };
}

/**
 * Whether a struct is written without `..base`. The compiler wants all fields in it then, so that one is not left out
 * but yet to be typed.
 */
function isWithoutBase(node: RustNode | undefined): boolean {
  const list = node?.type === "StructExpression" ? childOf(node, "FieldInitializerList") : undefined;
  return list !== undefined && childOf(list, "BaseFieldInitializer") === undefined;
}
