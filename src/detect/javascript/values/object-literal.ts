import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { textOf as textOfValue, type Field, type Range, type Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { withOwnField, withSpread } from "./records.ts";
import { NO_FIELDS, type RecordContents } from "./lazy-values.ts";
import { nameOfKey, textOf } from "../syntax/nodes.ts";

/**
 * The fields of an object literal, in the order written, with those of the records that are spread into it. What a
 * setter takes is no field, nor is the prototype that `__proto__` sets.
 * @param valueOf reads an expression of the literal.
 */
export function fieldsOf(
  program: JavaScriptProgram,
  object: TSESTree.ObjectExpression,
  valueOf: (node: Node) => Value,
): RecordContents {
  let contents = NO_FIELDS;
  const own = new Set<Field>();
  const names: (string | undefined)[] = [];
  for (const property of object.properties) {
    if (property.type !== "Property") {
      contents = withSpread(contents, valueOf(property.argument), "always");
    } else if (property.kind !== "set" && !setsPrototype(property)) {
      const field = propertyField(program, property, valueOf);
      own.add(field);
      names.push(field.name);
      const kept = contents.fields.filter(
        (each) => own.has(each) && each.name === field.name && each.name !== undefined,
      );
      contents = withOwnField(contents, field, "always", false);
      // Of two that are written here, both are told.
      contents = { ...contents, fields: [...contents.fields.slice(0, -1), ...kept, field] };
    }
  }
  const isTwice = ({ name }: Field): boolean => name !== undefined && names.indexOf(name) !== names.lastIndexOf(name);
  return {
    ...contents,
    // With one of two gone, the other would come to count.
    fields: contents.fields.map((field) => (isTwice(field) ? { ...field, removal: undefined } : field)),
  };
}

/** `{ __proto__: null }`, but not `{ __proto__ }`, `{ ["__proto__"]: null }` and `{ __proto__() {} }` */
function setsPrototype({ key, computed, shorthand, method }: TSESTree.Property): boolean {
  return !computed && !shorthand && !method && nameOfKey(key) === "__proto__";
}

function propertyField(program: JavaScriptProgram, property: TSESTree.Property, valueOf: (node: Node) => Value): Field {
  const { key, computed, range } = property;
  const computedKey = computed ? valueOf(key) : undefined;
  const name = computedKey === undefined ? nameOfKey(key) : (textOf(key) ?? textOfValue(computedKey));
  const held = valueOf(property.value);
  const yielded = held.kind === "function" ? held.returns : undefined;
  const value = property.kind === "get" ? (yielded ?? unknownAt(program, property)) : held;
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
  if (comma !== undefined && text.slice(property.range[1], comma.range[0]).trim() !== "") return undefined;
  const gapBefore = text.slice(before.range[1], property.range[0]);
  const gapAfter = text.slice((comma ?? property).range[1], next.range[0]);
  if (firstLine(gapAfter).trim() !== "") return undefined;
  const cut = { before, property, comma, next, gapBefore, gapAfter };
  return gapBefore.trim() === "" ? cutBetween(cut) : cutBehindComment(cut);
}

/** A property with the tokens around it, and what stands between them. */
interface Cut {
  readonly before: TSESLint.AST.Token;
  readonly property: TSESTree.Property;
  readonly comma: TSESLint.AST.Token | undefined;
  readonly next: TSESLint.AST.Token;
  readonly gapBefore: string;
  readonly gapAfter: string;
}

/** A comment that ends the line before speaks of that line, and stays there. */
function cutBehindComment({ before, property, comma, next, gapBefore, gapAfter }: Cut): Range | undefined {
  const comment = firstLine(gapBefore);
  if (comment === gapBefore || gapBefore.slice(comment.length).trim() !== "") return undefined;
  const endsLine = gapAfter !== firstLine(gapAfter);
  if (endsLine) return [before.range[1] + comment.length, (comma ?? property).range[1]];
  return comma === undefined ? undefined : [property.range[0], next.range[0]];
}

function cutBetween({ before, property, comma, next, gapAfter }: Cut): Range | undefined {
  const [, end] = (comma ?? property).range;
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
