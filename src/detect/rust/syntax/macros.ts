import type { Range } from "../../../breadcrumb/index.ts";
import { elementsOf, isNode } from "../../../languages/rust/queries.ts";
import type { RustSourceCode } from "../../../languages/rust/source-code.ts";
import type { RustNode, RustToken } from "../../../languages/rust/syntax-tree.ts";
import { lastOf, partsOf } from "./nodes.ts";

/** What a token tree consists of. */
export type Element = RustNode | RustToken;

/** A part of a macro's arguments: an expression, or tokens in braces or brackets with a meaning of their own. */
export type MacroPart = { readonly range: Range } & (
  | { readonly kind: "expression"; readonly node: RustNode }
  | { readonly kind: "tokens"; readonly node: RustNode }
  /** What is no expression by itself, as while it is being typed. */
  | { readonly kind: "other" }
);

/** A key and its value among a macro's arguments. */
export interface MacroEntry {
  readonly key: MacroPart;
  readonly value: MacroPart;
  readonly range: Range;
}

/** The arguments of a macro that takes them like a function does (`format!`, `vec!`); undefined for others. */
export function listedArguments(sourceCode: RustSourceCode, macro: RustNode): readonly RustNode[] | undefined {
  const tree = lastOf(macro);
  const list = sourceCode.reparseTokens(tree).find(({ range }) => range[0] === tree.range[0]);
  // `vec! { … }`, as seldom as it is written, is read as a block.
  return list?.type === "ArgList" ? partsOf(list) : undefined;
}

/** The parts of a token tree between commas or semicolons. */
export function partsOfTokens(sourceCode: RustSourceCode, tree: RustNode): readonly MacroPart[] {
  const parts = splitAt(elementsWithin(tree), [",", ";"]).map((elements) => partFrom(sourceCode, tree, elements));
  return parts.filter((part) => part !== undefined);
}

/**
 * The entries of a token tree with keys and values: `"a" => x`, `"a": x`.
 * @returns undefined when some part is no entry.
 */
export function entriesOfTokens(
  sourceCode: RustSourceCode,
  tree: RustNode,
  separator: "=>" | ":",
): readonly MacroEntry[] | undefined {
  const entries: MacroEntry[] = [];
  for (const elements of splitAt(elementsWithin(tree), [","])) {
    const at = elements.findIndex(({ type }) => type === separator);
    const key = partFrom(sourceCode, tree, elements.slice(0, Math.max(at, 0)));
    const value = partFrom(sourceCode, tree, elements.slice(at + 1));
    const [first] = elements;
    const last = elements.at(-1);
    if (key === undefined || value === undefined || first === undefined || last === undefined) return undefined;
    entries.push({ key, value, range: [first.range[0], last.range[1]] });
  }
  return entries;
}

/** The content of a token tree, without its delimiters. */
export function elementsWithin(tree: RustNode): readonly Element[] {
  const [from, to] = tree.range;
  return elementsOf(tree).filter(({ range }) => !isDelimiter(range, from, to));
}

function isDelimiter([start, end]: Range, from: number, to: number): boolean {
  return end - start === 1 && (start === from || end === to);
}

/** The parts of a token tree between separators, empty ones left out. */
export function splitAt(elements: readonly Element[], separators: readonly string[]): readonly (readonly Element[])[] {
  const parts: Element[][] = [];
  let part: Element[] = [];
  for (const element of elements) {
    if (separators.includes(element.type)) {
      if (part.length > 0) parts.push(part);
      part = [];
    } else {
      part.push(element);
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Reads one part of a token tree. */
export function partFrom(
  sourceCode: RustSourceCode,
  tree: RustNode,
  elements: readonly Element[],
): MacroPart | undefined {
  const [first] = elements;
  const last = elements.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const range: Range = [first.range[0], last.range[1]];
  const isTree = first === last && (first.type === "BracedTokens" || first.type === "BracketedTokens");
  if (isTree && isNode(first)) return { kind: "tokens", node: first, range };
  const node = sourceCode.parseFragment("expression", [range[0], range[1]], tree);
  return node === undefined ? { kind: "other", range } : { kind: "expression", node, range };
}
