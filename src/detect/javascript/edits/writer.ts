import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, RecordValue, Value, Writer } from "../../../breadcrumb/index.ts";
import { logsOf } from "./to-log.ts";
import { splitMessage } from "./split-message.ts";
import type { JavaScriptProgram } from "../program.ts";
import { createRewrites } from "./fields.ts";
import { callThroughSdk } from "./to-sdk-call.ts";
import { indentationAt, isIdentifierName, lineBreakOf, writeText } from "./source-text.ts";
import type { ValueReader } from "../values/reader.ts";
import { LazyRecord } from "../values/lazy-values.ts";

/** A writer for the breadcrumb that a call records. */
export function createWriter(program: JavaScriptProgram, values: ValueReader, call: TSESTree.CallExpression): Writer {
  return {
    text: (content, like) => writeText(program, content, like?.range ?? call.range, like),
    presence: (value) => presenceOf(program, value),
    addField: (record, name, value) => addField(program, record, name, value),
    viaSdk: () => callThroughSdk(program, values, call),
    splitMessage: (message, text, parts, crumb) =>
      splitMessage(program, call, { message, text, values: parts, crumb }, (record, field) =>
        insertField(program, record, field),
      ),
    log: (log, others = []) => logsOf(program, values, call, log, others),
    ...createRewrites(program, call, (record, field) => insertField(program, record, field)),
  };
}

function presenceOf({ sourceCode }: JavaScriptProgram, { range, source }: Value): string | undefined {
  const before = sourceCode.text.slice(Math.max(0, range[0] - 20), range[0]);
  const after = sourceCode.text.slice(range[1], range[1] + 20);
  // The value is what is awaited, or what a type is asserted of: neither holds for a boolean.
  if (/\bawait[\s(]*$/u.test(before) || />\s*$/u.test(before) || /^[\s)]*(?:as|satisfies)\b/u.test(after))
    return undefined;
  return `Boolean(${source})`;
}

function addField(program: JavaScriptProgram, record: RecordValue, name: string, value: string): Edit | undefined {
  const key = isIdentifierName(name) ? name : writeText(program, name, record.range);
  return insertField(program, record, `${key}: ${value}`);
}

/** @param field a field as it is to be written. */
function insertField(program: JavaScriptProgram, record: RecordValue, field: string): Edit | undefined {
  const node = record instanceof LazyRecord ? record.node : undefined;
  if (node === undefined) return undefined;
  const tokens = program.tokensAt(node);
  const { text } = program.sourceCode;
  const close = tokens.getLastToken(node);
  const last = close && tokens.getTokenBefore(close);
  if (close?.value !== "}" || last === null) return undefined;
  const gap = text.slice(last.range[1], close.range[0]);

  if (node.properties.length === 0) {
    if (gap.trim() !== "") return undefined;
    return { range: [last.range[1], close.range[0]], text: ` ${field} ` };
  }
  const hasComma = last.value === ",";
  const hasComment = gap.trim() !== "";
  const isOnOwnLine = /[\n\r\u2028\u2029]/u.test(gap);
  // A comma before a comment would need a second place to write to.
  if (hasComment && (!hasComma || !isOnOwnLine)) return undefined;
  const at = last.range[1] + gap.trimEnd().length;
  const separator = isOnOwnLine
    ? `${lineBreakOf(text)}${indentationAt(text, node.properties.at(-1)?.range[0] ?? at)}`
    : " ";
  return { range: [at, at], text: hasComma ? `${separator}${field},` : `,${separator}${field}` };
}
