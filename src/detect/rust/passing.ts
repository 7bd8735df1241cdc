import type { Edit, FunctionName, Value } from "../../breadcrumb/index.ts";
import type { RustProgram } from "./program.ts";
import type { ValueReader } from "./values.ts";

/**
 * Hands what an expression yields to a function, called by its path: `crate::privacy::redact(&user.email)`. It is lent,
 * since what moves out of a struct is missing there afterwards.
 * @returns undefined for what has no expression of its own, as `{email}` in a format string.
 */
export function passedTo(
  { sourceCode: { text } }: RustProgram,
  reader: ValueReader,
  value: Value,
  { name, from }: FunctionName,
): readonly Edit[] | undefined {
  const isPlace = value.kind === "name" || value.kind === "member";
  const [start, end] = value.range;
  const node = reader.nodeOf(value);
  if (text[start - 1] === "{" || (!isPlace && value.kind !== "call") || node?.range[0] !== start || node.range[1] !== end) return undefined;
  const isLent = text[start] === "&" || text[start - 1] === "&" || reader.typeNodeOf(node)?.type === "ReferenceType";
  const path = [...(from === undefined ? [] : [from]), name.replaceAll(".", "::")].join("::");
  return [{ range: value.range, text: `${path}(${isLent ? "" : "&"}${text.slice(start, end)})` }];
}
