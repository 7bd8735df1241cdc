import type { TSESTree } from "@typescript-eslint/utils";
import { textOf as textOfValue, type Field, type Range, type Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { withOwnField, withSpread } from "./records.ts";
import { NO_FIELDS, type RecordContents } from "./lazy-values.ts";
import { nameOfKey, textOf } from "../syntax/nodes.ts";
import { afterTrivia } from "../syntax/trivia.ts";

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
  for (const [index, property] of object.properties.entries()) {
    if (property.type !== "Property") {
      contents = withSpread(contents, valueOf(property.argument), "always");
    } else if (property.kind !== "set" && !setsPrototype(property)) {
      const field = { ...propertyField(program, property, valueOf), removal: removalOf(program, object, index) };
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

function propertyField(
  program: JavaScriptProgram,
  property: TSESTree.Property,
  valueOf: (node: Node) => Value,
): Omit<Field, "removal"> {
  const { key, computed, range } = property;
  const computedKey = computed ? valueOf(key) : undefined;
  const name = computedKey === undefined ? nameOfKey(key) : (textOf(key) ?? textOfValue(computedKey));
  const held = valueOf(property.value);
  const yielded = held.kind === "function" ? held.returns : undefined;
  const value = property.kind === "get" ? (yielded ?? unknownAt(program, property)) : held;
  return { name, keyRange: key.range, computedKey, value, range };
}

function unknownAt({ sourceCode }: JavaScriptProgram, node: Node): Value {
  return { kind: "unknown", range: node.range, source: sourceCode.getText(node) };
}

/**
 * What to cut so that a property is gone and the literal is as tidy as before. Comments of other lines stay.
 * @returns undefined where a comment would be lost, or would come to stand beside what it does not speak of.
 */
function removalOf(program: JavaScriptProgram, object: TSESTree.ObjectExpression, index: number): Range | undefined {
  const property = object.properties[index];
  if (property === undefined || program.commentsAt(property).getCommentsInside(property).length > 0) return undefined;
  const { text } = program.sourceCode;
  const [start, end] = property.range;
  const last = object.properties[index - 1];
  const before = last === undefined ? object.range[0] : afterTrivia(text, last.range[1]);
  const after = afterTrivia(text, end);
  const comma = text[after] === "," ? after : undefined;
  if (comma !== undefined && text.slice(end, comma).trim() !== "") return undefined;
  const wholeEnd = comma === undefined ? end : comma + 1;
  const next = afterTrivia(text, wholeEnd);
  const gapBefore = text.slice(before + 1, start);
  const gapAfter = text.slice(wholeEnd, next);
  if (firstLine(gapAfter).trim() !== "") return undefined;
  const cut = { text, before, start, wholeEnd, hasComma: comma !== undefined, next, gapBefore, gapAfter };
  return gapBefore.trim() === "" ? cutBetween(cut) : cutBehindComment(cut);
}

/** A property, and what stands around it. */
interface Cut {
  readonly text: string;
  /** The brace or comma before it. */
  readonly before: number;
  readonly start: number;
  /** Behind its comma, if it has one. */
  readonly wholeEnd: number;
  readonly hasComma: boolean;
  /** The token after that: the next property, or the brace. */
  readonly next: number;
  readonly gapBefore: string;
  readonly gapAfter: string;
}

/** A comment that ends the line before speaks of that line, and stays there. */
function cutBehindComment({ before, start, wholeEnd, hasComma, next, gapBefore, gapAfter }: Cut): Range | undefined {
  const comment = firstLine(gapBefore);
  if (comment === gapBefore || gapBefore.slice(comment.length).trim() !== "") return undefined;
  const endsLine = gapAfter !== firstLine(gapAfter);
  if (endsLine) return [before + 1 + comment.length, wholeEnd];
  return hasComma ? [start, next] : undefined;
}

function cutBetween({ text, before, wholeEnd, hasComma, next, gapAfter }: Cut): Range {
  const isFirst = text[before] === "{";
  if (isFirst && text[next] === "}" && gapAfter.trim() === "") return [before + 1, next];
  return [!isFirst && !hasComma ? before : before + 1, wholeEnd];
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n\u2028\u2029]/u);
  return end === -1 ? text : text.slice(0, end);
}
