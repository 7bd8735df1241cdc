import { closest, indexFrom } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import {
  accessOf,
  argumentsOf,
  blockOf,
  bodyOf,
  branchesOf,
  calleeOf,
  firstOf,
  lastOf,
  methodCalledBy,
  operandsOf,
  partsOf,
  plainName,
} from "../syntax/nodes.ts";
import { isWithin, type Variable } from "../names/variables.ts";
import type { Found } from "../syntax/walk.ts";

/** What the program does to a variable, or to what it holds. */
export interface Change {
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

/** A change with the branches that it stands in, outermost first. */
interface Placed {
  readonly change: Change;
  readonly branches: readonly Branch[];
}

interface Branch {
  readonly node: RustNode;
  readonly arm: RustNode;
}

/** How the state of a variable changes; what a state is, the reader of values knows. */
export interface Effects<State> {
  apply(state: State, change: Change): State;
  /** What holds after branches of which one was taken. */
  join(states: readonly State[]): State;
}

/** Follows variables through straight-line code and branches. */
export interface Flow {
  /** What the program does to a variable after it is bound, in the order of the source. */
  changesOf(variable: Variable): readonly Change[];
  /** What a variable holds at a place, from what it holds where it is bound. */
  stateAt<State>(variable: Variable, use: RustNode, initial: State, effects: Effects<State>): State;
}

/** More changes than this are not followed: what the variable holds is then not known. */
const MAX_CHANGES = 200;
/** Deeper branches than this are not followed. */
const MAX_BRANCHES = 40;

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

/** Follows the variables of one file. */
export function createFlow({ variables, textOf }: RustProgram, { identifiers }: Found): Flow {
  const changes = new Map<Variable, readonly Change[]>();

  function changesOf(variable: Variable): readonly Change[] {
    let known = changes.get(variable);
    if (known === undefined) changes.set(variable, (known = variable.isMutable ? readChanges(variable) : []));
    return known;
  }

  function readChanges(variable: Variable): readonly Change[] {
    const found: Change[] = [];
    const same = identifiers.get(variable.name) ?? [];
    const [start, end] = variable.scope.range;
    const within = same.slice(indexFrom(same, start), indexFrom(same, end));
    for (const identifier of within) {
      const change = variables.variableOf(identifier) === variable ? changeAt(identifier) : undefined;
      if (change !== undefined) found.push(change);
    }
    return found;
  }

  function changeAt(identifier: RustNode): Change | undefined {
    const path: string[] = [];
    let pathNode: RustNode | undefined;
    let place = identifier;
    for (let around = place.parent; around !== undefined; place = around, around = around.parent) {
      switch (around.type) {
        case "FieldExpression": {
          const name = lastOf(around);
          const call = around.parent;
          if (call?.type === "CallExpression" && calleeOf(call) === around) {
            const change = entryChange(call) ?? methodChange(plainName(textOf(name)), call);
            return change && { ...change, path, pathNode, identifier };
          }
          path.push(plainName(textOf(name)));
          pathNode = name;
          break;
        }
        case "ParenthesizedExpression":
          break;
        case "UnaryExpression":
          if (firstOf(around).type !== "DerefOp") return undefined;
          break;
        case "IndexExpression": {
          // `map["key"] = value` is an entry; what an index is computed to is not seen.
          const assignment = around.parent;
          const isTarget = assignment?.type === "AssignmentExpression" && firstOf(assignment) === around;
          if (!isTarget || firstOf(around) !== place) return undefined;
          const change = { path, pathNode, identifier, node: assignment };
          return assignment.children.length > 2
            ? { ...change, kind: "open", values: [] }
            : { ...change, kind: "insert", values: [lastOf(around), lastOf(assignment)] };
        }
        case "AssignmentExpression": {
          const [target, operator, value] = operandsOf(around);
          if (target !== place) return undefined;
          const kind = operator === value ? "write" : textOf(operator) === "+=" ? "append" : "open";
          return { kind, path, pathNode, values: [value], identifier, node: around };
        }
        case "ReferenceExpression":
          return around.tokens.some(({ type }) => type === "mut")
            ? { kind: "open", path, pathNode, values: [], identifier, node: around }
            : undefined;
        case "ArgList": {
          const macro = place === partsOf(around)[0] ? macroAround(around) : undefined;
          if (macro === undefined || !/^write(?:ln)?$/u.test(textOf(firstOf(macro)))) return undefined;
          return { kind: "append", path, pathNode, values: [macro], identifier, node: macro };
        }
        default:
          return undefined;
      }
    }
    return undefined;
  }

  /** `x.entry(key).or_insert(a)`, `x.entry(key).or_insert_with(|| a)` */
  function entryChange(call: RustNode): ReturnType<typeof methodChange> {
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

  return {
    changesOf,
    stateAt(variable, use, initial, effects) {
      const all = changesOf(variable);
      if (all.length === 0) return initial;
      const { identifier } = variable;
      const open: Change = { kind: "open", path: [], pathNode: undefined, values: [], identifier, node: identifier };
      if (all.length > MAX_CHANGES) return effects.apply(initial, open);
      const loop = outermostLoop(use, variable.scope);
      const before: Placed[] = [];
      const later: Placed[] = [];
      for (const change of all) {
        const isBefore = change.node.range[1] <= use.range[0];
        if (!isBefore && (loop === undefined || !isWithin(change.node, loop) || isWithin(use, change.node))) continue;
        const branches = branchesBetween(change.node, variable.scope, use, !isBefore);
        if (branches === undefined) continue;
        if (branches.length > MAX_BRANCHES) return effects.apply(initial, open);
        (isBefore ? before : later).push({ change, branches });
      }
      const start = later.length === 0 ? initial : effects.join([initial, run(later, 0, initial, effects)]);
      return run(before, 0, start, effects);
    },
  };
}

/** What a method does to what it belongs to. */
function methodChange(name: string, call: RustNode): Pick<Change, "kind" | "values" | "node"> | undefined {
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

function run<State>(changes: readonly Placed[], depth: number, initial: State, effects: Effects<State>): State {
  let state = initial;
  let at: RustNode | undefined;
  let arms = new Map<RustNode, Placed[]>();
  const endBranch = (): void => {
    if (at === undefined) return;
    const from = state;
    const states = [...arms]
      .filter(([arm]) => !neverEnds(arm))
      .map(([, inArm]) => run(inArm, depth + 1, from, effects));
    if (!coversAll(at, arms)) states.unshift(from);
    state = states.length === 0 ? from : effects.join(states);
  };
  for (const placed of changes) {
    const branch = placed.branches[depth];
    if (branch?.node !== at) {
      endBranch();
      at = branch?.node;
      arms = new Map();
    }
    if (branch === undefined) state = effects.apply(state, placed.change);
    else arms.set(branch.arm, [...(arms.get(branch.arm) ?? []), placed]);
  }
  endBranch();
  return state;
}

/** The branches around a change that the use does not stand in; undefined where both cannot happen. */
function branchesBetween(
  node: RustNode,
  scope: RustNode,
  use: RustNode,
  isLater: boolean,
): readonly Branch[] | undefined {
  const branches: Branch[] = [];
  let inner = node;
  for (let around = node.parent; around !== undefined && inner !== scope; inner = around, around = around.parent) {
    const arm = armOf(around, inner);
    if (arm === undefined || isWithin(use, arm)) continue;
    // Of the arms of an `if` or `match`, one runs.
    if (isWithin(use, around) && !isLater) return undefined;
    branches.push({ node: around, arm });
    if (branches.length > MAX_BRANCHES) break;
  }
  return branches.reverse();
}

/** The part of a branching expression that is not run each time. */
function armOf(around: RustNode, inner: RustNode): RustNode | undefined {
  switch (around.type) {
    case "IfExpression":
      return inner === branchesOf(around).condition ? undefined : inner;
    case "MatchBlock":
      return inner;
    case "WhileExpression":
    case "ForExpression":
      return inner === around.children.at(-1) ? inner : undefined;
    case "ClosureExpression":
    case "AsyncBlock":
      return inner;
    default:
      return undefined;
  }
}

/** Whether some arm with a change is taken, whatever happens. */
function coversAll(node: RustNode, arms: ReadonlyMap<RustNode, unknown>): boolean {
  switch (node.type) {
    case "IfExpression": {
      const { then, otherwise } = branchesOf(node);
      return [then, otherwise].every((arm) => arm && (arms.has(arm) || neverEnds(arm)));
    }
    case "MatchBlock":
      return node.children.every((arm) => arm.type !== "MatchArm" || arms.has(arm) || neverEnds(arm));
    default:
      return false;
  }
}

/** Whether an arm leaves by other means than its end. */
export function neverEnds(arm: RustNode): boolean {
  const body = arm.type === "MatchArm" ? arm.children.at(-1) : arm;
  const block = body && blockOf(body);
  const last = block === undefined ? body : block.children.at(-1);
  const expression = last?.type === "ExpressionStatement" ? partsOf(last)[0] : last;
  switch (expression?.type) {
    case "ReturnExpression":
    case "BreakExpression":
    case "ContinueExpression":
      return true;
    default:
      return false;
  }
}

const LOOPS = ["ForExpression", "WhileExpression", "LoopExpression"] as const;

function outermostLoop(use: RustNode, scope: RustNode): RustNode | undefined {
  let found: RustNode | undefined;
  let loop = closest(use, ...LOOPS);
  while (loop !== undefined && loop !== scope && isWithin(loop, scope)) {
    found = loop;
    loop = closest(loop, ...LOOPS);
  }
  return found;
}
