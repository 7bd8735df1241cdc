import type { TSESTree } from "@typescript-eslint/utils";
import { remember } from "../../remember.ts";
import { isLogicalAssignment, patternOf, type Pattern } from "../syntax/patterns.ts";
import type { Scopes, Variable } from "../names/scopes.ts";
import { statementsOf } from "../syntax/statements.ts";
import { isAround, isFunction, parentOf, type Node } from "../syntax/nodes.ts";

/** A place that gives a variable a value. */
export interface Write {
  readonly identifier: Node;
  readonly pattern: Pattern;
}

/** A variable written at more places than this is not followed; that keeps a file's cost linear. */
const MAX_WRITES = 64;

/** Whether what happens at one place has happened when another is reached. */
export type Reach = "always" | "sometimes" | "never";

/** Tells which writes of a variable a use can see, by the order of statements and not by their conditions. */
export interface Flow {
  /**
   * The writes whose value a variable can have at a use, the nearest first; none where it has no value yet.
   * @returns undefined where that cannot be told; a parameter's own write stands for what callers pass.
   */
  writesReaching(variable: Variable, use: Node): readonly Write[] | undefined;
  /** All writes of a variable, unless there are too many to be followed or some of them are out of sight. */
  writesOf(variable: Variable): readonly Write[];
  /** The one write of a variable, when there is only one in the whole file. */
  onlyWrite(variable: Variable): Write | undefined;
  /** Whether the effect of `node` is seen where `use` is evaluated, be it in another function. */
  reach(node: Node, use: Node): Reach;
  /** Whether two nodes are evaluated by the same run of a function, or of the script. */
  isSameRun(one: Node, other: Node): boolean;
}

interface Writes {
  readonly all: readonly Write[];
  readonly writers: ReadonlySet<Node>;
  /** Statements known to write the variable on every way through them, or not to. */
  readonly covered: Map<Node, boolean>;
}

export function createFlow(scopes: Scopes): Flow {
  const known = new Map<Variable, Writes>();

  function writesOf(variable: Variable): Writes {
    return remember(known, variable, () => {
      const all = isTraceable(variable) ? collectWrites(variable) : [];
      return { all, writers: new Set(all.map(({ pattern }) => pattern.writer)), covered: new Map() };
    });
  }

  /** Where a function can first be called: where it is made, or where a hoisted one is first named. */
  function firstCall(made: Node): number {
    const name = made.type === "FunctionDeclaration" ? made.id : null;
    const uses = (name === null ? undefined : scopes.variableOf(name))?.references ?? [];
    return Math.min(start(made), ...uses.slice(0, MAX_WRITES).map(({ identifier }) => start(identifier)));
  }

  return {
    writesReaching(variable, use) {
      const writes = writesOf(variable);
      if (!isTraceable(variable) || writes.all.length > MAX_WRITES) return undefined;
      // The variable of `s ??= "a"` is read before it is written.
      const isSure = writes.all.length === 1 && writes.all[0]?.identifier !== use;
      return isSure ? writes.all : reachingWrites(writes, writes.all, use, firstCall);
    },
    writesOf(variable) {
      const { all } = writesOf(variable);
      return all.length > MAX_WRITES ? [] : all;
    },
    onlyWrite(variable) {
      const { all } = writesOf(variable);
      return all.length === 1 ? all[0] : undefined;
    },
    reach: (node, use) => reachAcrossFunctions(node, use, firstCall),
    isSameRun: (one, other) => runAround(one) === runAround(other),
  };
}

/** Whether every value that a variable ever has comes from a write in this file. */
function isTraceable({ defs }: Variable): boolean {
  return defs.length > 0 && defs.every(({ type }) => type === "Variable" || type === "Parameter");
}

function collectWrites(variable: Variable): readonly Write[] {
  const writes = new Map<Node, Write>();
  const add = (identifier: Node): void => {
    const pattern = writes.has(identifier) ? undefined : patternOf(identifier);
    if (pattern === undefined) return;
    const isEmptyDeclaration = pattern.writer.type === "VariableDeclarator" && pattern.source === undefined;
    if (!isEmptyDeclaration) writes.set(identifier, { identifier, pattern });
  };
  for (const { name } of variable.defs) add(name);
  for (const reference of variable.references) if (reference.isWrite()) add(reference.identifier);
  return [...writes.values()].sort((one, other) => start(one.identifier) - start(other.identifier));
}

/** Where writes stand, seen from a use. */
interface Placed {
  /** In the same run of a function, before the use and after it. */
  readonly before: readonly Write[];
  readonly later: readonly Write[];
  /** In functions that are made in it, and out of it. */
  readonly inside: readonly Write[];
  readonly outside: readonly Write[];
}

function placed(candidates: readonly Write[], own: Node, use: Node): Placed {
  const places: Record<keyof Placed, Write[]> = { before: [], later: [], inside: [], outside: [] };
  for (const write of candidates) {
    const { identifier } = write;
    const isOwn = runAround(identifier) === own;
    if (isOwn) places[start(identifier) <= start(use) ? "before" : "later"].push(write);
    else places[isAround(own, identifier) ? "inside" : "outside"].push(write);
  }
  return places;
}

/** The writes of the use's own run that reach it, and what hides every write before. */
function writesOfRun(
  writes: Writes,
  { before, later }: Placed,
  use: Node,
): { readonly found: readonly Write[]; readonly hiding: Node | undefined } {
  const found: Write[] = [];
  const again = [...later];
  let hiding: Node | undefined;
  for (const write of before.toReversed()) {
    if (hiding !== undefined && start(write.identifier) < start(hiding)) break;
    const { reach, statement } = reachOfWrite(write, use);
    if (reach === "always") hiding = write.pattern.writer;
    else if (statement !== undefined && covers(statement, writes)) hiding ??= statement;
    if (reach === "always" || reach === "sometimes") found.push(write);
    else if (reach === "otherwise") again.push(write);
  }
  for (const write of again) {
    const loop = isAround(write.pattern.writer, use) ? undefined : sharedLoop(write.identifier, use);
    if (loop !== undefined && (hiding === undefined || !isAround(loop, hiding))) found.push(write);
  }
  return { found, hiding };
}

/**
 * @param candidates the writes to look among, in the order of the source.
 * @param use an expression, or a function that is made there and may run at any time after.
 */
function reachingWrites(
  writes: Writes,
  candidates: readonly Write[],
  use: Node,
  firstCall: (made: Node) => number,
): readonly Write[] {
  const own = runAround(use);
  const places = placed(candidates, own, use);
  const { outside } = places;
  const { found: ofRun, hiding } = writesOfRun(writes, places, use);
  const found = [...ofRun, ...places.inside.filter(({ identifier }) => mayHaveRun(identifier, own, use))];
  if (hiding !== undefined || outside.length === 0) return found;

  // Nothing in this function settles the value: it is the one that the variable had when the function was
  // made, unless something may write it after that.
  const isSettled = outside.every(
    ({ identifier }) => start(identifier) < firstCall(own) && isAround(runAround(identifier), own),
  );
  return [...found, ...(isSettled ? reachingWrites(writes, outside, own, firstCall) : outside)];
}

/** `otherwise`: never in the same run, as it stands in another branch. */
type OwnReach = Reach | "otherwise";

interface WriteReach {
  readonly reach: OwnReach;
  /** The statement beside the use's own that the write stands in, where it does so under a condition. */
  readonly statement?: Node | undefined;
}

/** How a write bears on a use behind it in the same function. */
function reachOfWrite({ identifier, pattern: { writer, source } }: Write, use: Node): WriteReach {
  if (!isAround(writer, use)) return reachWithin(isForEach(writer) ? writer.left : writer, use);
  if (source?.kind === "expression") return { reach: isAround(source.node, use) ? "never" : isBehind(use, identifier) };
  return { reach: source?.kind === "parameter" ? "always" : "never" };
}

/** The left side of a compound assignment is read before it is written. */
function isBehind(use: Node, identifier: Node): "always" | "never" {
  return start(use) > start(identifier) ? "always" : "never";
}

/** How what `node` does bears on a use behind it in the same function. */
function reachWithin(node: Node, use: Node): WriteReach {
  let isConditional = false;
  let leaves = false;
  for (let child = node, parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (!isAround(parent, use)) {
      isConditional ||= !isAlwaysRun(parent, child);
      // An error in what is tried is caught.
      const isTried = parent.type === "TryStatement" && parent.block === child;
      leaves = !isTried && (leaves || leavesFunction(parent));
      continue;
    }
    if (isList(parent)) {
      if (leaves) return { reach: "never" };
      return isConditional ? { reach: "sometimes", statement: child } : { reach: "always" };
    }
    if (isExclusive(parent, child, use)) return { reach: leaves ? "never" : "otherwise" };
    if (leaves && parent.type !== "TryStatement") return { reach: "never" };
    const isSure = !isConditional && isAlwaysRun(parent, child) && isInSequence(parent);
    return { reach: isSure ? "always" : "sometimes" };
  }
  return { reach: "sometimes" };
}

/** Whether a part of a node is evaluated whenever the node is, and without an end by an error. */
function isAlwaysRun(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "ConditionalExpression":
    case "IfStatement":
    case "WhileStatement":
      return parent.test === child;
    case "LogicalExpression":
      return parent.left === child;
    case "ForStatement":
      return parent.init === child;
    case "ForInStatement":
    case "ForOfStatement":
      return parent.right === child;
    case "SwitchStatement":
      return parent.discriminant === child;
    case "TryStatement":
      return parent.finalizer === child;
    case "AssignmentExpression":
      return parent.right !== child || !isLogicalAssignment(parent);
    case "AssignmentPattern":
    case "ChainExpression":
    case "DoWhileStatement":
    case "LabeledStatement":
      return false;
    default:
      return true;
  }
}

/** Whether one part of a node excludes the other in the same run: the two arms of an `if`. */
function isExclusive(parent: Node, child: Node, use: Node): boolean {
  if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") return false;
  return child !== parent.test && !isAround(child, use);
}

/** Whether the parts of a node are evaluated one after the other, each whenever the node is. */
function isInSequence({ type }: Node): boolean {
  switch (type) {
    case "ConditionalExpression":
    case "ForStatement":
    case "IfStatement":
    case "LogicalExpression":
    case "SequenceExpression":
    case "SwitchStatement":
    case "VariableDeclaration":
    case "WhileStatement":
      return true;
    default:
      return false;
  }
}

function isList(node: Node): boolean {
  return statementsOf(node) !== undefined;
}

function leavesFunction(node: Node): boolean {
  const last = statementsOf(node)?.at(-1)?.type;
  return last === "ReturnStatement" || last === "ThrowStatement";
}

/** Whether every way through a statement writes the variable, or leaves the function. */
function covers(statement: Node, writes: Writes): boolean {
  let known = writes.covered.get(statement);
  if (known === undefined) writes.covered.set(statement, (known = readCovers(statement, writes)));
  return known;
}

function readCovers(statement: Node, writes: Writes): boolean {
  let current = statement;
  while (current.type === "IfStatement") {
    if (current.alternate === null || !covers(current.consequent, writes)) return false;
    current = current.alternate;
  }
  switch (current.type) {
    case "BlockStatement":
      return current.body.some((inner) => covers(inner, writes));
    case "ExpressionStatement":
      return (
        writes.writers.has(current.expression) &&
        !(current.expression.type === "AssignmentExpression" && isLogicalAssignment(current.expression))
      );
    case "ReturnStatement":
    case "ThrowStatement":
      return true;
    case "SwitchStatement":
      return (
        current.cases.some(({ test }) => test === null) &&
        current.cases.every(
          ({ consequent }, index) =>
            (consequent.length === 0 && index < current.cases.length - 1) ||
            consequent.some((inner) => covers(inner, writes)),
        )
      );
    case "TryStatement":
      if (current.finalizer !== null && covers(current.finalizer, writes)) return true;
      return covers(current.block, writes) && (current.handler === null || covers(current.handler.body, writes));
    case "VariableDeclaration":
      return current.declarations.some((declarator) => writes.writers.has(declarator));
    default:
      return false;
  }
}

function reachAcrossFunctions(node: Node, use: Node, firstCall: (made: Node) => number): Reach {
  const own = runAround(use);
  const other = runAround(node);
  if (own === other) {
    if (isAround(node, use)) return "never";
    const { reach } = start(node) <= start(use) ? reachWithin(node, use) : { reach: "otherwise" as const };
    if (reach !== "otherwise") return reach;
    return sharedLoop(node, use) === undefined ? "never" : "sometimes";
  }
  if (isAround(own, node)) return mayHaveRun(node, own, use) ? "sometimes" : "never";
  if (!isAround(other, use)) return "sometimes";
  const made = outermostFunction(use, other);
  return start(node) < firstCall(made) && reachWithin(node, made).reach === "always" ? "always" : "sometimes";
}

/** Whether what stands in a function inside `own` may have happened before `use` is reached. */
function mayHaveRun(node: Node, own: Node, use: Node): boolean {
  const made = outermostFunction(node, own);
  return start(made) < start(use) || made.type === "FunctionDeclaration" || sharedLoop(made, use) !== undefined;
}

/** The function around `node` that stands directly in `own`. */
function outermostFunction(node: Node, own: Node): Node {
  let found = runAround(node);
  for (let next = runAround(found); next !== own && next !== found; next = runAround(next)) found = next;
  return found;
}

/** The innermost loop that runs both nodes again, in the function that both stand in. */
function sharedLoop(node: Node, use: Node): Node | undefined {
  for (let child = node, parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (isRunApart(parent)) return undefined;
    if (runsAgain(parent, child) && isAround(parent, use) && !isOnce(parent, use)) return parent;
  }
  return undefined;
}

function runsAgain(loop: Node, part: Node): boolean {
  switch (loop.type) {
    case "DoWhileStatement":
    case "WhileStatement":
      return true;
    case "ForStatement":
      return loop.init !== part;
    case "ForInStatement":
    case "ForOfStatement":
      return loop.right !== part;
    default:
      return false;
  }
}

/** Whether a node stands in the part of a loop that is evaluated once, before it starts. */
function isOnce(loop: Node, node: Node): boolean {
  if (loop.type === "ForStatement") return loop.init !== null && isAround(loop.init, node);
  return isForEach(loop) && isAround(loop.right, node);
}

function isForEach(node: Node): node is TSESTree.ForInStatement | TSESTree.ForOfStatement {
  return node.type === "ForInStatement" || node.type === "ForOfStatement";
}

/** The function whose run evaluates a node; the whole script, or the template, for what stands in none. */
function runAround(node: Node): Node {
  let child = node;
  for (let parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (isRunApart(parent) || (parent.type === "PropertyDefinition" && parent.value === child)) return parent;
  }
  return child;
}

function isRunApart(node: Node): boolean {
  return isFunction(node) || node.type === "StaticBlock";
}

function start(node: Node): number {
  return node.range[0];
}
