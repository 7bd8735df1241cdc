import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { textOf as textOfValue, type Field, type Range, type Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { nameOfKey, textOf } from "../syntax/nodes.ts";

/** What an object literal holds. */
export interface Fields {
  readonly fields: readonly Field[];
  readonly spreads: readonly Value[];
  /** False when there may be fields that are not listed. */
  readonly complete: boolean;
}

/**
 * The fields of an object literal, in the order written. What a setter takes is no field.
 * @param valueOf reads an expression of the literal.
 */
export function fieldsOf(
  program: JavaScriptProgram,
  object: TSESTree.ObjectExpression,
  valueOf: (node: Node) => Value,
): Fields {
  const fields: Field[] = [];
  const spreads: Value[] = [];
  const written = new Map<string | undefined, number>();
  for (const property of object.properties) {
    if (property.type !== "Property") {
      spreads.push(valueOf(property.argument));
    } else if (property.kind !== "set") {
      const field = fieldOf(program, property, valueOf);
      fields.push(field);
      written.set(field.name, (written.get(field.name) ?? 0) + 1);
    }
  }
  return {
    // With one of two gone, the other would come to count.
    fields: fields.map((field) =>
      field.name !== undefined && written.get(field.name) !== 1 ? { ...field, removal: undefined } : field,
    ),
    spreads,
    complete: spreads.length === 0 && fields.every(({ name }) => name !== undefined),
  };
}

function fieldOf(program: JavaScriptProgram, property: TSESTree.Property, valueOf: (node: Node) => Value): Field {
  const { key, computed, range } = property;
  const computedKey = computed ? valueOf(key) : undefined;
  const name = computedKey === undefined ? nameOfKey(key) : (textOf(key) ?? textOfValue(computedKey));
  const value = property.kind === "get" ? unknownAt(program, property) : valueOf(property.value);
  return { name, keyRange: key.range, computedKey, value, range, removal: removalOf(program, property) };
}

function unknownAt({ sourceCode }: JavaScriptProgram, node: Node): Value {
  return { kind: "unknown", range: node.range, source: sourceCode.getText(node) };
}

/**
 * What to cut so that a property is gone and the literal is as tidy as before. Comments of other lines stay.
 * @returns undefined where a comment would be lost, or would come to stand beside what it does not speak of.
 */
function removalOf(program: JavaScriptProgram, property: TSESTree.Property): Range | undefined {
  const tokens = program.tokensAt(property);
  const before = tokens.getTokenBefore(property);
  const after = tokens.getTokenAfter(property);
  if (before === null || after === null || tokens.getCommentsInside(property).length > 0) return undefined;
  const comma = isPunctuator(after, ",") ? after : undefined;
  const next = comma === undefined ? after : tokens.getTokenAfter(comma);
  if (next === null || (comma === undefined && !isPunctuator(after, "}"))) return undefined;

  const { text } = program.sourceCode;
  const [start, end] = [property.range[0], (comma ?? property).range[1]];
  const gapBefore = text.slice(before.range[1], start);
  const gapAfter = text.slice(end, next.range[0]);
  if (comma !== undefined && text.slice(property.range[1], comma.range[0]).trim() !== "") return undefined;
  if (firstLine(gapAfter).trim() !== "") return undefined;
  const endsLine = gapAfter !== firstLine(gapAfter);

  if (gapBefore.trim() !== "") {
    // A comment that ends the line before speaks of that line, and stays there.
    const comment = firstLine(gapBefore);
    if (comment === gapBefore || gapBefore.slice(comment.length).trim() !== "") return undefined;
    if (endsLine) return [before.range[1] + comment.length, end];
    return comma === undefined ? undefined : [start, next.range[0]];
  }
  const first = isPunctuator(before, "{");
  if (first && isPunctuator(next, "}") && gapAfter.trim() === "") return [before.range[1], next.range[0]];
  if (comma === undefined && isPunctuator(before, ",")) return [before.range[0], end];
  return first || isPunctuator(before, ",") ? [before.range[1], end] : undefined;
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n\u2028\u2029]/u);
  return end === -1 ? text : text.slice(0, end);
}

function isPunctuator(token: TSESLint.AST.Token, value: string): boolean {
  return token.type === "Punctuator" && token.value === value;
}
