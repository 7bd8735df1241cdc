import type { TSESTree } from "@typescript-eslint/utils";
import type { Edit, NamedValue, RecordValue, SplitMessageInto, Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import { expressionOf } from "./fields.ts";
import { isIdentifierName, writeText } from "./source-text.ts";

/**
 * Puts a fixed text in the place of a message, and what the message held into the data of the breadcrumb.
 * @param insert adds a field, as source text, at the end of a record.
 * @returns undefined where a comment would be lost, and where the data takes no further field.
 */
export function splitMessage(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  { message, text, values, crumb }: SplitMessage,
  insert: (record: RecordValue, field: string) => Edit | undefined,
): readonly Edit[] | undefined {
  const node = expressionOf(program, message, call);
  if (node === undefined || program.commentsAt(node).getCommentsInside(node).length > 0) return undefined;
  const fields = values.map((value) => fieldText(program, call, value));
  if (fields.includes(undefined)) return undefined;
  const replacement = { range: node.range, text: writeText(program, text, node.range) };
  if (fields.length === 0) return [replacement];
  const listed = fields.join(", ");
  const insertion = crumb.data === undefined ? insert(crumb.record, `data: { ${listed} }`) : insert(crumb.data, listed);
  return insertion && [replacement, insertion];
}

/** The task for the writer. */
export interface SplitMessage {
  readonly message: Value;
  readonly text: string;
  readonly values: readonly NamedValue[];
  readonly crumb: SplitMessageInto;
}

function fieldText(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  { name, value }: NamedValue,
): string | undefined {
  const node = expressionOf(program, value, call);
  if (node === undefined) return undefined;
  const source = program.sourceCode.text.slice(...node.range);
  if (source === name) return name;
  const key = isIdentifierName(name) ? name : writeText(program, name, call.range);
  return `${key}: ${source}`;
}
