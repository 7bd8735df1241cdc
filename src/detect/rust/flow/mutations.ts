import { indexFrom } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { Variable } from "../names/variables.ts";
import type { RustProgram } from "../program.ts";
import {
  accessOf,
  argumentsOf,
  bodyOf,
  calleeOf,
  firstOf,
  lastOf,
  methodCalledBy,
  operandsOf,
  partsOf,
  plainName,
} from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";

/** An effect on a variable or its value. */
export interface Mutation {
  readonly kind:
    /** `x = a` */
    | "write"
    /** `x += a`, `x.push_str(a)`, `write!(x, a)` */
    | "append"
    /** `x.insert(key, a)` */
    | "insert"
    /** `x.push(a)` */
    | "push"
    /** `x.extend(a)` */
    | "extend"
    /** Something that cannot be seen: `f(&mut x)`. */
    | "open";
  /** The fields between the variable and what is changed: `["data"]` of `b.data.insert(…)`. */
  readonly path: readonly string[];
  /** Where the innermost of these fields is named. */
  readonly pathNode: RustNode | undefined;
  readonly values: readonly RustNode[];
  /** The name of the variable in it. */
  readonly identifier: RustNode;
  /** The whole expression. */
  readonly node: RustNode;
}

/** The effect, wherever the variable is used in it. */
type Done = Pick<Mutation, "kind" | "values" | "node">;

type TextOf = RustProgram["textOf"];

const APPENDING: ReadonlySet<string> = new Set(["push_str", "insert_str", "write_str", "write_fmt"]);
const PUSHING: ReadonlySet<string> = new Set(["push", "push_back", "push_front"]);
const EXTENDING: ReadonlySet<string> = new Set(["extend", "append", "extend_from_slice"]);

/** Methods that change what they belong to in other ways; every other one is taken to leave it as it is. */
const MUTATING: ReadonlySet<string> = new Set([
  "clear",
  "drain",
  "entry",
  "get_mut",
  "get_or_insert_with",
  "iter_mut",
  "pop",
  "push_within_capacity",
  "remove",
  "replace",
  "replace_range",
  "retain",
  "swap",
  "take",
  "truncate",
  "values_mut",
  "as_mut",
  "as_object_mut",
  "read_line",
  "sort",
  "dedup",
  "split_off",
  "borrow_mut",
  "zeroize",
  "get_or_insert",
  "merge",
]);

/** Makes what tells the changes of a file's variables. */
export function createMutations(
  { variables, textOf }: RustProgram,
  { identifiers }: CollectedNodes,
): (variable: Variable) => readonly Mutation[] {
  const changes = new Map<Variable, readonly Mutation[]>();

  function mutationsOf(variable: Variable): readonly Mutation[] {
    let known = changes.get(variable);
    if (known === undefined) changes.set(variable, (known = variable.isMutable ? readMutations(variable) : []));
    return known;
  }

  function readMutations(variable: Variable): readonly Mutation[] {
    const found: Mutation[] = [];
    const same = identifiers.get(variable.name) ?? [];
    const [start, end] = variable.scope.range;
    const within = same.slice(indexFrom(same, start), indexFrom(same, end));
    for (const identifier of within) {
      const change = variables.variableOf(identifier) === variable ? mutationAt(identifier, textOf) : undefined;
      if (change !== undefined) found.push(change);
    }
    return found;
  }

  return mutationsOf;
}

/** The effect of a use of a name on its value. */
function mutationAt(identifier: RustNode, textOf: TextOf): Mutation | undefined {
  const path: string[] = [];
  let pathNode: RustNode | undefined;
  let place = identifier;
  for (let around = place.parent; around !== undefined; place = around, around = around.parent) {
    const field = takenField(around);
    if (field === undefined && !standsFor(around)) {
      const done = doneBy(around, place, textOf);
      return done && { ...done, path, pathNode, identifier };
    }
    if (field !== undefined) {
      path.push(plainName(textOf(field)));
      pathNode = field;
    }
  }
  return undefined;
}

/** The name of the field that an expression takes; undefined for a method that is called. */
function takenField(node: RustNode): RustNode | undefined {
  if (node.type !== "FieldExpression") return undefined;
  const isMethod = node.parent?.type === "CallExpression" && calleeOf(node.parent) === node;
  return isMethod ? undefined : lastOf(node);
}

/** Whether an expression is the same place as what stands in it: `(x)`, `*x`. */
function standsFor(node: RustNode): boolean {
  return (
    node.type === "ParenthesizedExpression" || (node.type === "UnaryExpression" && firstOf(node).type === "DerefOp")
  );
}

/** The effect of an expression on a place inside it. */
function doneBy(around: RustNode, place: RustNode, textOf: TextOf): Done | undefined {
  switch (around.type) {
    case "FieldExpression": {
      const call = around.parent;
      return call && (entryChange(call, textOf) ?? methodChange(plainName(textOf(lastOf(around))), call));
    }
    case "IndexExpression":
      return firstOf(around) === place ? indexChange(around) : undefined;
    case "AssignmentExpression": {
      const [target, operator, value] = operandsOf(around);
      if (target !== place) return undefined;
      const kind = operator === value ? "write" : textOf(operator) === "+=" ? "append" : "open";
      return { kind, values: [value], node: around };
    }
    case "ReferenceExpression":
      if (around.tokens.every(({ type }) => type !== "mut")) return undefined;
      return writtenTo(around, textOf) ?? { kind: "open", values: [], node: around };
    case "ArgList":
      return writtenTo(place, textOf);
    default:
      return undefined;
  }
}

/** `write!(x, "…", a)`, `write!(&mut x, "…", a)` */
function writtenTo(place: RustNode, textOf: TextOf): Done | undefined {
  const list = place.parent?.type === "ArgList" ? place.parent : undefined;
  const macro = list !== undefined && partsOf(list)[0] === place ? macroAround(list) : undefined;
  const isWriting = macro !== undefined && /^write(?:ln)?$/u.test(textOf(firstOf(macro)));
  return isWriting ? { kind: "append", values: [macro], node: macro } : undefined;
}

/** `map["key"] = value` is an entry; what an index is computed to is not seen. */
function indexChange(index: RustNode): Done | undefined {
  const assignment = index.parent;
  if (assignment?.type !== "AssignmentExpression" || firstOf(assignment) !== index) return undefined;
  return assignment.children.length > 2
    ? { kind: "open", values: [], node: assignment }
    : { kind: "insert", values: [lastOf(index), lastOf(assignment)], node: assignment };
}

/** `x.entry(key).or_insert(a)`, `x.entry(key).or_insert_with(|| a)` */
function entryChange(call: RustNode, textOf: TextOf): Done | undefined {
  const filled = call.parent?.type === "FieldExpression" ? call.parent.parent : undefined;
  const [entry, method] = [accessOf(calleeOf(call)), methodCalledBy(filled)];
  if (filled === undefined || method?.object !== call || entry === undefined || textOf(entry.name) !== "entry") {
    return undefined;
  }
  const isFilled = /^(?:or_insert|or_insert_with|insert_entry)$/u.test(textOf(method.name));
  const [given] = argumentsOf(filled);
  const value = given?.type === "ClosureExpression" ? bodyOf(given) : given;
  const [key] = argumentsOf(call);
  if (!isFilled || key === undefined || value === undefined) return undefined;
  return { kind: "insert", values: [key, value], node: filled };
}

/** The effect of a method on its object. */
function methodChange(name: string, call: RustNode): Done | undefined {
  const values = argumentsOf(call);
  const [first] = values;
  if (name === "insert") return { kind: values.length === 2 ? "insert" : "push", values, node: call };
  if (PUSHING.has(name)) {
    // A `String` is pushed characters, a `Vec` items.
    return { kind: first?.type === "Char" ? "append" : "push", values, node: call };
  }
  if (APPENDING.has(name)) return { kind: "append", values: values.slice(-1), node: call };
  if (EXTENDING.has(name)) return { kind: "extend", values, node: call };
  return MUTATING.has(name) ? { kind: "open", values: [], node: call } : undefined;
}

/** The macro whose arguments a list was read from. */
function macroAround(list: RustNode): RustNode | undefined {
  const tokens = list.parent;
  return tokens?.type === "ParenthesizedTokens" && tokens.parent?.type === "MacroInvocation"
    ? tokens.parent
    : undefined;
}
