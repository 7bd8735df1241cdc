import type { Edit, FunctionName, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import type { ValueReader } from "../values/reader.ts";

/**
 * Hands what an expression yields to a function, called by its path: `crate::privacy::redact(&user.email)`. It is lent,
 * since what moves out of a struct is missing there afterwards.
 * @returns undefined for what has no expression of its own, as `{email}` in a format string, and for a function that no
 * path of Rust leads to.
 */
export function passedTo(
  { sourceCode: { text } }: RustProgram,
  reader: ValueReader,
  value: Value,
  { name, from }: FunctionName,
): readonly Edit[] | undefined {
  // A module of another language.
  if (from !== undefined && !/^[\w#]+(?:::[\w#]+)*$/u.test(from)) return undefined;
  const isPlace = value.kind === "name" || value.kind === "member";
  const [start, end] = value.range;
  const inner = reader.nodeOf(value);
  if (text[start - 1] === "{" || (!isPlace && value.kind !== "call")) return undefined;
  if (inner?.range[0] !== start || inner.range[1] !== end) return undefined;
  const node = withMethods(inner, text);
  // A field of the breadcrumb that is given no `Some(…)` takes an option.
  if (node === undefined || node.parent?.type === "FieldInitializer") return undefined;
  const isReference = node === inner && reader.typeNodeOf(inner)?.type === "ReferenceType";
  const isLent = isReference || text[node.range[0]] === "&";
  const path = [...(from === undefined ? [] : [from]), name.replaceAll(".", "::")].join("::");
  return [{ range: node.range, text: `${path}(${isLent ? "" : "&"}${text.slice(...node.range)})` }];
}

/** Methods that yield the text in another form. */
const FORMING =
  /^(?:as_str|clone|expect|to_lowercase|to_owned|to_string|to_uppercase|trim|unwrap|unwrap_or|unwrap_or_default)$/;

/**
 * An expression with the methods that are called of it: what a function returns need not have them. What fits a text
 * to the type of its place (`into`) is left outside.
 * @returns undefined where a method may yield something else than a text.
 */
function withMethods(node: RustNode, text: string): RustNode | undefined {
  const access = node.parent;
  const call = access?.parent;
  if (access?.type !== "FieldExpression" || access.children[0] !== node) return node;
  const method = text.slice(node.range[1], access.range[1]).replace(/^\s*\.\s*/, "");
  if (method === "into") return node;
  return call?.type === "CallExpression" && FORMING.test(method) ? withMethods(call, text) : undefined;
}
