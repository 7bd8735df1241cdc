import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustSourceCode } from "../../../languages/rust/source-code.ts";
import { plainName } from "./nodes.ts";

/** A macro that holds no call, no block and nothing to write to holds nothing that the detector looks for. */
const HOLDS_CALL = /[\w>]\s*\(|\{|&\s*mut\b/u;

/** The macros that write to their first argument. */
const WRITES = /^write(?:ln)?\b/u;

const WRITING: ReadonlySet<string> = new Set(["AssignmentExpression", "FieldInitializer", "ShorthandFieldInitializer"]);

/** The parts of a file that the detector reads, in source order. */
export interface CollectedNodes {
  /** Calls, and what macros are given, read as far as it is Rust's own syntax. */
  readonly calls: readonly RustNode[];
  /** The calls of macros. */
  readonly macros: readonly RustNode[];
  /** The assignment of a field or variable: `name: a`, `x.name = a`. */
  readonly writes: readonly RustNode[];
  /** The content of attributes: `instrument(skip_all)`. */
  readonly attributes: readonly RustNode[];
  /** The places that read or write a name, by the name, in the order of the source. */
  readonly identifiers: ReadonlyMap<string, readonly RustNode[]>;
}

/**
 * Walks a file once, through the arguments of macros and the bodies of `macro_rules!`. Without recursion: real files
 * nest a few levels, hostile ones thousands.
 */
export function walk(sourceCode: RustSourceCode): CollectedNodes {
  const { text } = sourceCode;
  const calls: RustNode[] = [];
  const macros: RustNode[] = [];
  const writes: RustNode[] = [];
  const attributes: RustNode[] = [];
  const identifiers = new Map<string, RustNode[]>();
  const pending: RustNode[] = [sourceCode.ast];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "CallExpression") calls.push(node);
    if (node.type === "MacroInvocation") macros.push(node);
    if (WRITING.has(node.type)) writes.push(node);
    if (node.type === "MetaItem") attributes.push(node);
    if (node.type === "Identifier") {
      const name = plainName(text.slice(node.range[0], node.range[1]));
      const same = identifiers.get(name);
      if (same === undefined) identifiers.set(name, [node]);
      else same.push(node);
    }
    for (const child of readChildrenOf(node, sourceCode).toReversed()) pending.push(child);
  }
  calls.sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1]);
  return { calls, macros, writes, attributes, identifiers };
}

/**
 * What stands directly in a node, and in what a macro is given what is read of that as Rust. Token trees within one
 * that is no Rust by itself have been read along with it, as far as they are Rust.
 */
export function readChildrenOf(node: RustNode, sourceCode: RustSourceCode): readonly RustNode[] {
  if (node.parent?.type !== "MacroInvocation" && node.parent?.type !== "MacroRule") return node.children;
  if (!node.type.endsWith("Tokens")) return node.children;
  const [start, end] = node.range;
  const { text } = sourceCode;
  const isRead = WRITES.test(text.slice(node.parent.range[0], start)) || HOLDS_CALL.test(text.slice(start + 1, end));
  const read = isRead ? sourceCode.reparseTokens(node) : [];
  return read.length > 0 ? read : node.children;
}
