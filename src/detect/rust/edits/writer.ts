import {
  isWithin,
  type Edit,
  type LogCall,
  type Range,
  type RecordValue,
  type Value,
  type Writer,
} from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { elementsOf, hasToken } from "../../../languages/rust/queries.ts";
import { holdsComment } from "../syntax/entries.ts";
import { escapeText, readLiteral, writeLiteral } from "../syntax/literals.ts";
import { logMessage } from "./to-log.ts";
import { splitMessage } from "./split-message.ts";
import { passedTo } from "./hand-to-function.ts";
import type { RustProgram } from "../program.ts";
import { createRewrites } from "./fields.ts";
import { accessOf, argumentsOf, calleeOf } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import type { Recording } from "../recording/argument-map.ts";

/** Methods that make another type of a text; a literal fits before them. */
const CONVERTING = /^\s*\.\s*(?:into|to_string|to_owned|parse)\b/u;

/** Writes Rust for one breadcrumb. */
export function createWriter(program: RustProgram, reader: ValueReader, { call }: Pick<Recording, "call">): Writer {
  return {
    text: (content, like) => textLike(program, content, like),
    presence: (value) => presenceOf(program, reader, value),
    asString: (edit) => asString(program, reader, edit),
    handTo: (value, to) => passedTo(program, reader, value, to),
    addField: (record, name, value) => addedField(program, call, record, name, value),
    splitMessage: (message, text, values, { record, data }) => {
      const crate = crateOf(program, call);
      if (crate === undefined || holdsComment(program.sourceCode.comments, message.range)) return undefined;
      const insert = (value: string) =>
        data === undefined ? addedField(program, call, record, "data", value) : undefined;
      return splitMessage(message, textLike(program, text, message), values, crate, insert);
    },
    log: (log) => logEdits(program, reader, call, log),
    ...createRewrites(program.sourceCode),
  };
}

function textLike({ sourceCode: { text } }: RustProgram, content: string, like: Value | undefined): string {
  if (like === undefined) return writeLiteral(content);
  if (like.kind === "text") {
    const own = text.slice(like.range[0], like.range[1]);
    // The fixed words of a format string are no literal of their own.
    return readLiteral(own) === undefined
      ? escapeText(content).replaceAll(/[{}]/gu, "$&$&")
      : writeLiteral(content, own);
  }
  const literal = writeLiteral(content);
  const next = text.slice(like.range[1], like.range[1] + 40);
  if (CONVERTING.test(next)) return literal;
  // What another method is called on must be seen to be a `String`.
  return /^\s*[.?]/u.test(next) ? `String::from(${literal})` : `${literal}.into()`;
}

/** `email.is_some()`, where a value of any type may stand: as an argument of a format macro. */
function presenceOf(program: RustProgram, reader: ValueReader, value: Value): string | undefined {
  const { text } = program.sourceCode;
  const [start, end] = value.range;
  const node = reader.nodeOf(value);
  const type = node && reader.typeNodeOf(node);
  if (node === undefined || type === undefined || !reader.types.isOption(type)) return undefined;
  // What stands directly between commas of a macro's arguments is printed, whatever its type.
  const isArgument = node.parent?.type === "ArgList" && node.parent.parent?.type === "ParenthesizedTokens";
  return isArgument ? `${text.slice(start, end)}.is_some()` : undefined;
}

/**
 * An id may be a number, of which a copy is no `Option<String>`; `to_string` makes a string of either. What is all of a
 * field is an `Option` itself, which an id is not.
 * @returns undefined where the place does not tell which it takes, and where the id may be missing, too.
 */
function asString({ sourceCode }: RustProgram, reader: ValueReader, edit: Edit): Edit | undefined {
  const { text, ast } = sourceCode;
  const [start, end] = edit.range;
  const before = text.slice(0, start);
  const copied = /^\s*\.\s*(?:clone|to_owned)\(\)/u.exec(text.slice(end))?.[0];
  const after = end + (copied?.length ?? 0);
  const isLast = /^\s*[,}]/u.test(text.slice(after));
  if (isLast && /(?:\{|=>)\s*$/u.test(before)) return undefined;
  const isField = isLast && /\b(?:category|message)\s*:\s*$/u.test(before);
  const isWhole = copied !== undefined || /^\s*\)/u.test(text.slice(after));
  const isWrapped = isWhole && /\bSome\(\s*$/u.test(before);
  if (!isField && !isWrapped) return edit;
  if (mayBeMissing(reader, ast, edit)) return undefined;
  const string = `${edit.text}.to_string()`;
  return { range: [start, after], text: isField ? `Some(${string})` : string };
}

/** Whether the field that takes the place of another one of the same struct is an `Option`. */
function mayBeMissing(reader: ValueReader, root: RustNode, { range, text }: Edit): boolean {
  const access = accessOf(nodeAt(root, range));
  const owner = access && reader.typeNodeOf(access.object);
  const type = owner && reader.types.ofField(owner, text.slice(text.lastIndexOf(".") + 1));
  return type !== undefined && reader.types.isOption(type);
}

/** The innermost node of a span. */
function nodeAt(root: RustNode, span: Range): RustNode {
  const inner = root.children.find(({ range }) => isWithin(span, range));
  return inner === undefined ? root : nodeAt(inner, span);
}

function addedField(
  { sourceCode }: RustProgram,
  call: RustNode,
  record: RecordValue,
  name: string,
  value: string,
): Edit | undefined {
  const struct = structAt(call, record.range);
  const list = struct?.children.find(({ type }) => type === "FieldInitializerList");
  if (list === undefined) return undefined;
  const elements = elementsOf(list);
  const base = list.children.find(({ type }) => type === "BaseFieldInitializer");
  const close = elements.at(-1);
  const before = base === undefined ? elements.at(-2) : elements[elements.indexOf(base) - 1];
  const next = base ?? close;
  if (before === undefined || next === undefined) return undefined;
  const { text, comments } = sourceCode;
  if (holdsComment(comments, [before.range[1], next.range[0]])) return undefined;
  const gap = text.slice(before.range[1], next.range[0]);
  const indent = /\n[^\n]*$/u.exec(gap);
  const separator = before.type === "," || before.type === "{" ? "" : ",";
  const field = `${name === "type" ? "ty" : name}: ${asFieldType(name, value)}`;
  if (base !== undefined) return { range: [base.range[0], base.range[0]], text: `${field},${indent?.[0] ?? " "}` };
  const lead = indent === null ? " " : `${indent[0]}    `;
  return { range: [before.range[1], before.range[1]], text: `${separator}${lead}${field}` };
}

/** A text as the type of a breadcrumb's field takes it. */
function asFieldType(name: string, value: string): string {
  if (name === "category" || name === "message") return `Some(${value}.into())`;
  return name === "type" ? `${value}.into()` : value;
}

/** The struct literal of a span, within a call. */
function structAt(call: RustNode, [start, end]: Range): RustNode | undefined {
  let node: RustNode | undefined = call;
  while (node !== undefined) {
    if (node.type === "StructExpression" && node.range[0] === start && node.range[1] === end) return node;
    node = node.children.find(({ range }) => range[0] <= start && end <= range[1]);
  }
  return undefined;
}

/** Puts a macro of the SDK's logger in the place of a call (sentry-rust, `sentry-core/src/logger.rs`). */
function logEdits(
  program: RustProgram,
  reader: ValueReader,
  call: RustNode,
  log: LogCall,
): readonly Edit[] | undefined {
  const { sourceCode } = program;
  const isStatement = call.parent?.type === "ExpressionStatement" && hasToken(call.parent, ";");
  if (!isStatement || holdsComment(sourceCode.comments, call.range)) return undefined;
  const message = logMessage(program, call, log.message);
  const attributes = log.attributes.map((attribute) => {
    if ("spread" in attribute || attribute.asText === true || !isKey(attribute.name)) return undefined;
    const value = attributeValue(program, reader, attribute.value, call.range);
    return value === undefined ? undefined : `${attribute.name} = ${value}`;
  });
  const crate = crateOf(program, call);
  if (crate === undefined || message === undefined || attributes.includes(undefined)) return undefined;
  return [{ range: call.range, text: `${crate}::logger_${log.method}!(${[...attributes, message].join(", ")})` }];
}

/** Names of attributes: identifiers with dots between them. */
function isKey(name: string): boolean {
  return /^[a-z_]\w*(?:\.[a-z_]\w*)*$/iu.test(name);
}

/**
 * What an attribute takes: whatever can be made a JSON value by `into`. That is known of literals, and of what the
 * breadcrumb's data converts by `into`.
 */
function attributeValue(program: RustProgram, reader: ValueReader, value: Value, within: Range): string | undefined {
  if (!isWithin(value.range, within)) return undefined;
  if (value.kind === "number" || value.kind === "boolean") return value.source;
  if (value.kind === "text") return /^(?:r#*)?"/u.test(value.source) ? value.source : undefined;
  const node = reader.nodeOf(value);
  return node && /^(.+)\.into\(\)$/su.exec(program.textOf(withMethods(node)))?.[1];
}

/** An expression with the methods that are called on it. */
function withMethods(node: RustNode): RustNode {
  let outer = node;
  for (;;) {
    const call =
      outer.parent?.type === "FieldExpression" && outer.parent.children[0] === outer ? outer.parent.parent : undefined;
    if (call?.type !== "CallExpression") return outer;
    outer = call;
  }
}

/** The SDK's crate, by the path that the call is written with or imported by. */
function crateOf(program: RustProgram, call: RustNode): string | undefined {
  const callee = calleeOf(call);
  const [, crate] = /^(.+?)\s*::\s*add_breadcrumb$/su.exec(program.textOf(callee)) ?? [];
  if (crate !== undefined) return crate;
  const path = callee.type === "Identifier" ? program.names.resolve(callee).path : pathOfBreadcrumb(program, call);
  const written = path?.join("::").match(/^(.+?)::(?:protocol|add_breadcrumb|Breadcrumb)\b/u)?.[1];
  // Manifests may give it another name.
  return written ?? (program.sourceCode.text.includes("sentry::") ? "sentry" : undefined);
}

function pathOfBreadcrumb(program: RustProgram, call: RustNode): readonly string[] | undefined {
  const [argument] = argumentsOf(call);
  const name = argument?.type === "StructExpression" ? argument.children[0] : undefined;
  return name && program.names.resolve(name).path;
}
