import { childAfter, childrenOf, closest, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import {
  branchesOf,
  firstOf,
  isUpperName,
  lastOf,
  parametersOf,
  partsOf,
  plainName,
  withoutAttributes,
} from "../syntax/nodes.ts";

/** How a pattern takes a part out of what it is matched with. */
export type Step =
  /** A field by its name, an element of a tuple by its index. */
  | { readonly kind: "field"; readonly name: string }
  /** An item of a list. */
  | { readonly kind: "item" }
  /** The content of a type that only wraps it: `Some`, `Json`. */
  | { readonly kind: "wrapped"; readonly by: string }
  /** What a variant or tuple struct of unknown meaning holds. */
  | { readonly kind: "unknown" };

/** What a pattern is matched with. */
export type Source =
  | { readonly kind: "expression"; readonly node: RustNode }
  | { readonly kind: "iterated"; readonly node: RustNode }
  | { readonly kind: "parameter"; readonly function: RustNode; readonly index: number }
  /** `let x;` */
  | { readonly kind: "nothing" };

/** A name that a pattern binds. */
export interface Variable {
  readonly name: string;
  /** Where it is bound. */
  readonly identifier: RustNode;
  readonly source: Source;
  /** The way from the source to the name, outermost first. */
  readonly steps: readonly Step[];
  /** The declared type of the source. */
  readonly type: RustNode | undefined;
  /** Whether the program may write to it after it is bound. */
  readonly isMutable: boolean;
  /** The node within which the name is visible. */
  readonly scope: RustNode;
}

/** Resolves the local variables of one file. */
export interface Variables {
  /** The variable that a name stands for at its place; undefined for items, and where the file does not tell. */
  variableOf(identifier: RustNode): Variable | undefined;
}

/** Tuple structs and variants that hold one thing and only say something about it. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "Some",
  "Ok",
  "Json",
  "Form",
  "Query",
  "Path",
  "State",
  "Extension",
  "TypedHeader",
  "Authorization",
  "ConnectInfo",
  "Data",
  "Multipart",
  "Borrowed",
  "Owned",
  "Ready",
  "Reverse",
  "Wrapping",
]);

/** Resolves the variables of one file. */
export function createVariables(text: string): Variables {
  const known = new Map<RustNode, Variable | undefined>();
  /** The variables that a node brings into scope, by name and in order. */
  const bound = new Map<RustNode, ReadonlyMap<string, readonly Variable[]>>();

  function nameOf({ range }: RustNode): string {
    return plainName(text.slice(range[0], range[1]));
  }

  function variableOf(identifier: RustNode): Variable | undefined {
    if (known.has(identifier)) return known.get(identifier);
    const variable = lookUp(nameOf(identifier), identifier);
    known.set(identifier, variable);
    return variable;
  }

  function lookUp(name: string, at: RustNode): Variable | undefined {
    let inner = at;
    for (let around = at.parent; around !== undefined; inner = around, around = around.parent) {
      const found = boundBy(around)
        .get(name)
        ?.findLast((variable) => isVisible(variable, around, inner, at));
      if (found !== undefined) return found;
      // Items see no variables of the function around them.
      if (around.type === "FunctionItem" || around.type === "ConstItem" || around.type === "StaticItem")
        return undefined;
    }
    return undefined;
  }

  function isVisible(variable: Variable, around: RustNode, inner: RustNode, at: RustNode): boolean {
    switch (around.type) {
      case "Block":
      case "LetChain": {
        const statement = statementOf(variable.identifier, around);
        return statement !== undefined && statement.range[1] <= at.range[0];
      }
      case "IfExpression":
        return inner === branchesOf(around).then;
      case "WhileExpression":
      case "ForExpression":
        return inner.type === "Block" && inner === around.children.at(-1);
      default:
        return inner.type !== "ParamList";
    }
  }

  function boundBy(around: RustNode): ReadonlyMap<string, readonly Variable[]> {
    let names = bound.get(around);
    if (names === undefined) {
      const found = new Map<string, Variable[]>();
      for (const variable of readBindings(around)) {
        const same = found.get(variable.name);
        if (same === undefined) found.set(variable.name, [variable]);
        else same.push(variable);
      }
      bound.set(around, (names = found));
    }
    return names;
  }

  function readBindings(around: RustNode): readonly Variable[] {
    switch (around.type) {
      case "Block":
        return around.children.flatMap((statement) => fromLet(withoutAttributes(statement), around));
      case "FunctionItem":
      case "ClosureExpression":
        return parametersOf(around).flatMap((parameter, index) => fromParameter(around, parameter, index));
      case "IfExpression":
      case "WhileExpression":
        return conditionsOf(around).flatMap((condition) => fromLet(condition, around));
      case "LetChain":
        return around.children.flatMap((condition) => fromLet(condition, around));
      case "MatchArm": {
        const match = closest(around, "MatchExpression") ?? around;
        const [scrutinee = match] = partsOf(match);
        const [pattern = around] = partsOf(around);
        return bindings(pattern, { source: { kind: "expression", node: scrutinee }, type: undefined, scope: around });
      }
      case "ForExpression": {
        const iterable = childAfter(around, "in") ?? around;
        const [pattern = around] = around.children.filter(({ type }) => type !== "LoopLabel");
        return bindings(pattern, { source: { kind: "iterated", node: iterable }, type: undefined, scope: around });
      }
      default:
        return [];
    }
  }

  function fromLet(node: RustNode, scope: RustNode): readonly Variable[] {
    if (node.type !== "LetDeclaration") return [];
    const [pattern = node] = partsOf(node);
    const init = childAfter(node, "=");
    const source: Source = init === undefined ? { kind: "nothing" } : { kind: "expression", node: init };
    const isMutable = init === undefined || hasToken(node, "mut");
    return bindings(pattern, { source, type: childAfter(node, ":"), scope, isMutable });
  }

  function fromParameter(owner: RustNode, parameter: RustNode, index: number): readonly Variable[] {
    if (parameter.type !== "Parameter") return [];
    const source: Source = { kind: "parameter", function: owner, index };
    const isMutable = hasToken(parameter, "mut");
    return bindings(firstOf(parameter), { source, type: childAfter(parameter, ":"), scope: owner, isMutable });
  }

  interface Matched {
    readonly source: Source;
    readonly type: RustNode | undefined;
    readonly scope: RustNode;
    readonly isMutable?: boolean;
  }

  function bindings(pattern: RustNode, matched: Matched): readonly Variable[] {
    const found: Variable[] = [];
    const pending: { node: RustNode; steps: readonly Step[]; isMutable: boolean }[] = [
      { node: pattern, steps: [], isMutable: matched.isMutable === true },
    ];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node, steps, isMutable } = next;
      switch (node.type) {
        case "BoundIdentifier": {
          const name = nameOf(node);
          if (isUpperName(name)) break;
          found.push({ ...matched, name, identifier: node, steps, isMutable });
          break;
        }
        case "MutPattern":
        case "RefPattern":
        case "ReferencePattern": {
          const isMarked = node.type === "MutPattern" || hasToken(node, "mut");
          pending.push({ node: firstOf(node), steps, isMutable: isMutable || isMarked });
          break;
        }
        case "CapturedPattern":
          for (const child of node.children) pending.push({ node: child, steps, isMutable });
          break;
        case "OrPattern":
          pending.push({ node: firstOf(node), steps, isMutable });
          break;
        case "SlicePattern":
          for (const child of node.children)
            pending.push({ node: child, steps: [...steps, { kind: "item" }], isMutable });
          break;
        case "TuplePattern":
          if (isInParentheses(node)) {
            pending.push({ node: firstOf(node), steps, isMutable });
            break;
          }
          for (const { node: child, step } of tupleParts(node)) {
            pending.push({ node: child, steps: [...steps, step], isMutable });
          }
          break;
        case "StructPattern":
          for (const field of childrenOf(lastOf(node), "FieldPattern")) {
            // `{ name }` is `{ name: name }`.
            const step: Step = { kind: "field", name: nameOf(firstOf(field)) };
            const isRebound = hasToken(field, "mut");
            pending.push({ node: lastOf(field), steps: [...steps, step], isMutable: isMutable || isRebound });
          }
          break;
        default:
          break;
      }
    }
    return found;
  }

  function tupleParts(pattern: RustNode): readonly { readonly node: RustNode; readonly step: Step }[] {
    const [first] = pattern.children;
    if (first?.range[0] !== pattern.range[0]) {
      return pattern.children.map((node, index) => ({ node, step: { kind: "field", name: String(index) } }));
    }
    const parts = pattern.children.slice(1);
    const name = nameOf(first.children.at(-1) ?? first);
    const step: Step = parts.length === 1 && WRAPPERS.has(name) ? { kind: "wrapped", by: name } : { kind: "unknown" };
    return parts.map((node) => ({ node, step }));
  }

  return { variableOf };
}

function conditionsOf(node: RustNode): readonly RustNode[] {
  return node.children.flatMap((child) => (child.type === "LetChain" ? child.children : [child]));
}

/** Whether a pattern only stands in parentheses: `(a | b)`, but not `(a,)` or `Some(a)`. */
function isInParentheses(pattern: RustNode): boolean {
  return pattern.children.length === 1 && !hasToken(pattern, ",");
}

/** The child of a node that another node stands in. */
function statementOf(node: RustNode, around: RustNode): RustNode | undefined {
  let current: RustNode | undefined = node;
  while (current !== undefined && current.parent !== around) current = current.parent;
  return current;
}

/** Whether a node stands in another, or is the same. */
export function isWithin(inner: RustNode, outer: RustNode): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
