import type { TSESTree } from "@typescript-eslint/utils";
import {
  isWithin,
  resolve,
  type Clock,
  type Edit,
  type Field,
  type RecordValue,
  type Value,
  type Writer,
} from "../../../breadcrumb/index.ts";
import { importAt } from "./add-import.ts";
import type { JavaScriptProgram } from "../program.ts";
import { isIdentifierName, writeText } from "./source-text.ts";
import { nodeAt } from "../syntax/node-at.ts";
import { parentOf, propertyName, type Node } from "../syntax/nodes.ts";

type Rewrites = Required<
  Pick<Writer, "copy" | "asTimestamp" | "moveField" | "handTo" | "removeArgument" | "renameField" | "wrap">
>;

/**
 * The part of a writer that gives values and fields another shape.
 * @param insert adds a field, as source text, at the end of a record.
 */
export function createRewrites(
  program: JavaScriptProgram,
  call: TSESTree.CallExpression,
  insert: (record: RecordValue, field: string) => Edit | undefined,
): Rewrites {
  const { sourceCode } = program;
  const { text } = sourceCode;
  const textAt = ({ range }: { readonly range: readonly [number, number] }): string => text.slice(range[0], range[1]);
  const nameOf = (name: string): string => (isIdentifierName(name) ? name : writeText(program, name, call.range));

  /** Writes an expression anew, with what belongs to it: `await`, type assertions. */
  function rewrite(value: Value, write: (node: Node, source: string) => string | undefined): Edit[] | undefined {
    const node = expressionOf(program, value, call);
    if (node === undefined) return undefined;
    const written = write(node, textAt(node));
    return written === undefined ? undefined : [{ range: node.range, text: `${value.shorthand ?? ""}${written}` }];
  }

  /** Whether a field is written in a record, and not assigned to it. */
  function isProperty({ range, value }: Field): boolean {
    const around = isWithin(range, call.range) ? call : sourceCode.ast;
    return value.shorthand !== undefined || nodeAt(sourceCode, around, range)?.type === "Property";
  }

  return {
    asTimestamp: (value, clock) => rewrite(value, (node, source) => timestampFrom(node, source, clock, textAt)),
    wrap: (value, name) =>
      rewrite(value, (_, source) => (source === name ? `{ ${name} }` : `{ ${nameOf(name)}: ${source} }`)),
    copy: (value) =>
      rewrite(value, (_, source) => (resolve(value).kind === "list" ? `[...${source}]` : `{ ...${source} }`)),
    handTo(value, to) {
      const inner = expressionOf(program, value, call);
      // A path of Rust names nothing here.
      if (inner === undefined || /::|^(?:crate|super|self)\b/u.test(to.from ?? to.name)) return undefined;
      const node = withMethods(inner);
      const callee = importAt(program, node, to);
      if (callee === undefined) return undefined;
      const text = `${value.shorthand ?? ""}${callee.source}(${textAt(node)})`;
      return [...callee.edits, { range: node.range, text }];
    },
    renameField: (field, name) => renamed(field, nameOf(name), writeText(program, name, call.range)),
    moveField(field, target) {
      if (!isProperty(field)) return undefined;
      if (typeof target === "string") {
        const [start, end] = field.range;
        return [
          { range: [start, start], text: `${nameOf(target)}: { ` },
          { range: [end, end], text: " }" },
        ];
      }
      const insertion = insert(target, textAt(field));
      if (insertion === undefined || field.removal === undefined) return undefined;
      return [insertion, { range: field.removal, text: "" }];
    },
    removeArgument(index) {
      const before = call.arguments[index - 1];
      if (before === undefined || index !== call.arguments.length - 1) return undefined;
      const tokens = program.tokensAt(call);
      const comma = tokens.getTokenAfter(before, ({ value }) => value === ",");
      const close = tokens.getLastToken(call);
      const last = close && tokens.getTokenBefore(close);
      if (comma === null || !last || tokens.commentsExistBetween(comma, last)) return undefined;
      return [{ range: [comma.range[0], last.range[1]], text: "" }];
    },
  };
}

/** @param key the name as a key, or between quotes where the old one stands in quotes or brackets. */
function renamed({ name, keyRange, computedKey, value }: Field, key: string, quoted: string): Edit[] | undefined {
  if (keyRange === undefined || name === undefined) return undefined;
  if (value.shorthand !== undefined) return [{ range: value.range, text: `${key}: ${value.source}` }];
  const isPlain = computedKey === undefined && keyRange[1] - keyRange[0] === name.length;
  return [{ range: keyRange, text: isPlain ? key : quoted }];
}

/**
 * The expression that a value stands for, with what its value is looked through.
 * @param near a node that it most likely stands in, so that the search is short.
 */
export function expressionOf(program: JavaScriptProgram, { range }: Value, near: Node): Node | undefined {
  let node = nodeAt(program.sourceCode, isWithin(range, near.range) ? near : program.sourceCode.ast, range);
  for (let parent = node && parentOf(node); node && parent && isLookedThrough(parent, node); parent = parentOf(node)) {
    node = parent;
  }
  return node;
}

/**
 * An expression with the methods that are called of it and the members that are read: what a function returns for the
 * expression itself need not have them.
 */
function withMethods(node: Node): Node {
  const parent = parentOf(node);
  if (parent === undefined) return node;
  const isReceiver = parent.type === "MemberExpression" && parent.object === node;
  const isCalled = parent.type === "CallExpression" && parent.callee === node;
  return isReceiver || isCalled || isLookedThrough(parent, node) ? withMethods(parent) : node;
}

function isLookedThrough(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "AwaitExpression":
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return true;
    case "AssignmentExpression":
      return parent.right === child && parent.operator === "=";
    default:
      return false;
  }
}

function timestampFrom(node: Node, source: string, clock: Clock, textAt: (node: Node) => string): string | undefined {
  // `d?.getTime()` may yield nothing, and nothing divided is no time.
  if (node.type === "ChainExpression") return undefined;
  switch (clock) {
    case "milliseconds":
      return `${isOperand(node) ? source : `(${source})`} / 1000`;
    case "since-start":
      return `(performance.timeOrigin + ${isOperand(node) ? source : `(${source})`}) / 1000`;
    case "date":
      return isNow(node) ? "Date.now() / 1000" : `${isReceiver(node) ? source : `(${source})`}.getTime() / 1000`;
    case "date-text": {
      const date = dateOfText(node);
      if (date === undefined) return `Date.parse(${source}) / 1000`;
      return timestampFrom(date, textAt(date), "date", textAt);
    }
    case "other-unit":
    case "seconds":
      return undefined;
  }
}

/** Whether an expression can stand before a division as it is. */
function isOperand(node: Node): boolean {
  switch (node.type) {
    case "AwaitExpression":
    case "Literal":
    case "TSTypeAssertion":
    case "UnaryExpression":
      return true;
    case "BinaryExpression":
      return node.operator === "*" || node.operator === "/";
    default:
      return isReceiver(node);
  }
}

/** Whether a method can be called of an expression as it is. */
function isReceiver(node: Node): boolean {
  switch (node.type) {
    case "CallExpression":
    case "ChainExpression":
    case "Identifier":
    case "MemberExpression":
    case "TSNonNullExpression":
    case "ThisExpression":
      return true;
    case "NewExpression":
      // `new Date.getTime()` would make another object.
      return node.arguments.length > 0;
    default:
      return false;
  }
}

function isNow(node: Node): boolean {
  return node.type === "NewExpression" && node.arguments.length === 0;
}

/** The date that `new Date().toISOString()` is the text of. */
function dateOfText(node: Node): Node | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object } = node.callee;
  return object.type === "NewExpression" && propertyName(node.callee) === "toISOString" ? object : undefined;
}
