import { childAfter, closest, hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { branchesOf, firstOf, parametersOf, partsOf, plainName, withoutAttributes } from "../syntax/nodes.ts";
import { namesIn, type Step } from "./pattern-names.ts";

/** The matched expression of a pattern. */
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
  /** The variables that a node brings into scope: a block, a function, a condition. */
  boundIn(node: RustNode): readonly Variable[];
}

/** Resolves the variables of one file. */
export function createVariables(text: string): Variables {
  return new VariableTable(text);
}

/** The matched expression of a pattern, and the scope of the names that it binds. */
type Matched = Pick<Variable, "source" | "type" | "scope"> & { readonly isMutable?: boolean };

class VariableTable implements Variables {
  readonly #text: string;
  readonly #known = new Map<RustNode, Variable | undefined>();
  /** The variables that a node brings into scope, by name and in order. */
  readonly #bound = new Map<RustNode, ReadonlyMap<string, readonly Variable[]>>();

  constructor(text: string) {
    this.#text = text;
  }

  #nameOf({ range }: RustNode): string {
    return plainName(this.#text.slice(range[0], range[1]));
  }

  variableOf(identifier: RustNode): Variable | undefined {
    if (this.#known.has(identifier)) return this.#known.get(identifier);
    const variable = this.#lookUp(this.#nameOf(identifier), identifier);
    this.#known.set(identifier, variable);
    return variable;
  }

  boundIn(node: RustNode): readonly Variable[] {
    return [...this.#boundBy(node).values()].flat();
  }

  #lookUp(name: string, at: RustNode): Variable | undefined {
    let inner = at;
    for (let around = at.parent; around !== undefined; inner = around, around = around.parent) {
      const found = this.#boundBy(around)
        .get(name)
        ?.findLast((variable) => this.#isVisible(variable, around, inner, at));
      if (found !== undefined) return found;
      // Items see no variables of the function around them.
      if (around.type === "FunctionItem" || around.type === "ConstItem" || around.type === "StaticItem")
        return undefined;
    }
    return undefined;
  }

  #isVisible(variable: Variable, around: RustNode, inner: RustNode, at: RustNode): boolean {
    switch (around.type) {
      case "Block":
      case "LetChain": {
        const statement = childAround(variable.identifier, around);
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

  #boundBy(around: RustNode): ReadonlyMap<string, readonly Variable[]> {
    let names = this.#bound.get(around);
    if (names === undefined) {
      const found = new Map<string, Variable[]>();
      for (const variable of this.#readBindings(around)) {
        const same = found.get(variable.name);
        if (same === undefined) found.set(variable.name, [variable]);
        else same.push(variable);
      }
      this.#bound.set(around, (names = found));
    }
    return names;
  }

  #readBindings(around: RustNode): readonly Variable[] {
    switch (around.type) {
      case "Block":
        return around.children.flatMap((statement) => this.#fromLet(withoutAttributes(statement), around));
      case "FunctionItem":
      case "ClosureExpression":
        return parametersOf(around).flatMap((parameter, index) => this.#fromParameter(around, parameter, index));
      case "IfExpression":
      case "WhileExpression":
        return conditionsOf(around).flatMap((condition) => this.#fromLet(condition, around));
      case "LetChain":
        return around.children.flatMap((condition) => this.#fromLet(condition, around));
      case "MatchArm": {
        const match = closest(around, "MatchExpression") ?? around;
        const [scrutinee = match] = partsOf(match);
        const [pattern = around] = partsOf(around);
        return this.#variables(pattern, {
          source: { kind: "expression", node: scrutinee },
          type: undefined,
          scope: around,
        });
      }
      case "ForExpression": {
        const iterable = childAfter(around, "in") ?? around;
        const [pattern = around] = around.children.filter(({ type }) => type !== "LoopLabel");
        return this.#variables(pattern, {
          source: { kind: "iterated", node: iterable },
          type: undefined,
          scope: around,
        });
      }
      default:
        return [];
    }
  }

  #fromLet(node: RustNode, scope: RustNode): readonly Variable[] {
    if (node.type !== "LetDeclaration") return [];
    const [pattern = node] = partsOf(node);
    const init = childAfter(node, "=");
    const source: Source = init === undefined ? { kind: "nothing" } : { kind: "expression", node: init };
    const isMutable = init === undefined || hasToken(node, "mut");
    return this.#variables(pattern, { source, type: childAfter(node, ":"), scope, isMutable });
  }

  #fromParameter(owner: RustNode, parameter: RustNode, index: number): readonly Variable[] {
    if (parameter.type !== "Parameter") return [];
    const source: Source = { kind: "parameter", function: owner, index };
    const isMutable = hasToken(parameter, "mut");
    return this.#variables(firstOf(parameter), { source, type: childAfter(parameter, ":"), scope: owner, isMutable });
  }

  #variables(pattern: RustNode, { isMutable = false, ...matched }: Matched): readonly Variable[] {
    return namesIn(pattern, isMutable, this.#text).map((bound) => ({ ...matched, ...bound }));
  }
}

function conditionsOf(node: RustNode): readonly RustNode[] {
  return node.children.flatMap((child) => (child.type === "LetChain" ? child.children : [child]));
}

/** The child of a node that another node stands in. */
function childAround(node: RustNode, around: RustNode): RustNode | undefined {
  let current: RustNode | undefined = node;
  while (current !== undefined && current.parent !== around) current = current.parent;
  return current;
}

/** Whether a node stands in another, or is the same. */
export function isInside(inner: RustNode, outer: RustNode): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
