import { childrenOf, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { firstOf, isUpperName, lastOf, plainName } from "../syntax/nodes.ts";

/** How a pattern takes a part out of what it is matched with. */
export type Step =
  /** A field by its name, an element of a tuple by its index. */
  | { readonly kind: "field"; readonly name: string }
  /** An item of a list. */
  | { readonly kind: "item" }
  /** The content of a type that only wraps it: `Some`, `Json`. */
  | { readonly kind: "wrapped"; readonly by: string }
  /** The content of an unknown variant or tuple struct. */
  | { readonly kind: "unknown" };

/** A name that a pattern binds, and how it comes to what it binds. */
export interface BoundName {
  readonly name: string;
  readonly identifier: RustNode;
  /** The way from what the pattern is matched with to the name, outermost first. */
  readonly steps: readonly Step[];
  readonly isMutable: boolean;
}

/** The types by which web frameworks hand a handler its inputs (axum, `extract`; actix-web, `web`). */
export const EXTRACTORS = ["Json", "Form", "Query", "Path", "State", "Extension", "Data"] as const;

/** Tuple structs and variants that hold one thing and only say something about it. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...EXTRACTORS,
  "Some",
  "Ok",
  // `serde_json::Value`
  "Object",
  "Array",
  "String",
  "TypedHeader",
  "Authorization",
  "ConnectInfo",
  "Multipart",
  "Borrowed",
  "Owned",
  "Ready",
  "Reverse",
  "Wrapping",
]);

/** A part of a pattern that is still to be taken apart. */
interface Pending {
  readonly node: RustNode;
  readonly steps: readonly Step[];
  readonly isMutable: boolean;
}

/**
 * The names that a pattern binds.
 * @param isMutable whether `mut` stands before the whole.
 */
export function namesIn(pattern: RustNode, isMutable: boolean, text: string): readonly BoundName[] {
  const nameOf = ({ range }: RustNode): string => plainName(text.slice(range[0], range[1]));
  const found: BoundName[] = [];
  const pending: Pending[] = [{ node: pattern, steps: [], isMutable }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.node.type !== "BoundIdentifier") {
      pending.push(...partsOf(next, nameOf));
      continue;
    }
    const { node: identifier, steps, isMutable } = next;
    const name = nameOf(identifier);
    if (!isUpperName(name)) found.push({ name, identifier, steps, isMutable });
  }
  return found;
}

/** The patterns that a pattern is made of. */
function partsOf({ node, steps, isMutable }: Pending, nameOf: (node: RustNode) => string): readonly Pending[] {
  switch (node.type) {
    case "MutPattern":
    case "RefPattern":
    case "ReferencePattern": {
      const isMarked = node.type === "MutPattern" || hasToken(node, "mut");
      return [{ node: firstOf(node), steps, isMutable: isMutable || isMarked }];
    }
    case "CapturedPattern":
      return node.children.map((child) => ({ node: child, steps, isMutable }));
    case "OrPattern":
      return [{ node: firstOf(node), steps, isMutable }];
    case "SlicePattern":
      return node.children.map((child) => ({ node: child, steps: [...steps, { kind: "item" }], isMutable }));
    case "TuplePattern":
      if (isInParentheses(node)) return [{ node: firstOf(node), steps, isMutable }];
      return tupleParts(node, nameOf).map(({ node, step }) => ({ node, steps: [...steps, step], isMutable }));
    case "StructPattern":
      return childrenOf(lastOf(node), "FieldPattern").map((field) => {
        // `{ name }` is `{ name: name }`.
        const step: Step = { kind: "field", name: nameOf(firstOf(field)) };
        return { node: lastOf(field), steps: [...steps, step], isMutable: isMutable || hasToken(field, "mut") };
      });
    default:
      return [];
  }
}

function tupleParts(
  pattern: RustNode,
  nameOf: (node: RustNode) => string,
): readonly { readonly node: RustNode; readonly step: Step }[] {
  const [first] = pattern.children;
  if (first?.range[0] !== pattern.range[0]) {
    return pattern.children.map((node, index) => ({ node, step: { kind: "field", name: String(index) } }));
  }
  const parts = pattern.children.slice(1);
  const name = nameOf(first.children.at(-1) ?? first);
  const step: Step = parts.length === 1 && WRAPPERS.has(name) ? { kind: "wrapped", by: name } : { kind: "unknown" };
  return parts.map((node) => ({ node, step }));
}

/** Whether a pattern only stands in parentheses: `(a | b)`, but not `(a,)` or `Some(a)`. */
function isInParentheses(pattern: RustNode): boolean {
  return pattern.children.length === 1 && !hasToken(pattern, ",");
}
