import { closest } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { branchesOf } from "../syntax/nodes.ts";
import { neverEnds } from "../syntax/statements.ts";
import { isInside, type Variable } from "../names/variables.ts";
import type { CollectedNodes } from "../syntax/walk.ts";
import { createMutations, type Mutation } from "./mutations.ts";

/** A change with the branches that it stands in, outermost first. */
interface Placed {
  readonly change: Mutation;
  readonly branches: readonly Branch[];
}

interface Branch {
  readonly node: RustNode;
  readonly arm: RustNode;
}

/** How the state of a variable changes; what a state is, the reader of values knows. */
export interface Effects<State> {
  apply(state: State, change: Mutation): State;
  /** The state after one of several branches. */
  join(states: readonly State[]): State;
}

/** Follows variables through straight-line code and branches. */
export interface Flow {
  /** The effects on a variable after it is bound, in source order. */
  mutationsOf(variable: Variable): readonly Mutation[];
  /** The value of a variable at a place, from its value where it is bound. */
  stateAt<State>(variable: Variable, use: RustNode, initial: State, effects: Effects<State>): State;
}

/** More changes than this are not followed: what the variable holds is then not known. */
const MAX_CHANGES = 200;
/** Deeper branches than this are not followed. */
const MAX_BRANCHES = 40;

/** Follows the variables of one file. */
export function createFlow(program: RustProgram, found: CollectedNodes): Flow {
  const mutationsOf = createMutations(program, found);
  return {
    mutationsOf,
    stateAt(variable, use, initial, effects) {
      const all = mutationsOf(variable);
      if (all.length === 0) return initial;
      const { identifier } = variable;
      const open: Mutation = { kind: "open", path: [], pathNode: undefined, values: [], identifier, node: identifier };
      if (all.length > MAX_CHANGES) return effects.apply(initial, open);
      const loop = outermostLoop(use, variable.scope);
      const before: Placed[] = [];
      const later: Placed[] = [];
      for (const change of all) {
        const isBefore = change.node.range[1] <= use.range[0];
        if (!isBefore && (loop === undefined || !isInside(change.node, loop) || isInside(use, change.node))) continue;
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
    if (arm === undefined || isInside(use, arm)) continue;
    // Of the arms of an `if` or `match`, one runs.
    if (isInside(use, around) && !isLater) return undefined;
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

const LOOPS = ["ForExpression", "WhileExpression", "LoopExpression"] as const;

function outermostLoop(use: RustNode, scope: RustNode): RustNode | undefined {
  let found: RustNode | undefined;
  let loop = closest(use, ...LOOPS);
  while (loop !== undefined && loop !== scope && isInside(loop, scope)) {
    found = loop;
    loop = closest(loop, ...LOOPS);
  }
  return found;
}
