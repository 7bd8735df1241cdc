import type { Change, Range } from "../../../breadcrumb/index.ts";
import type { Mutation } from "./mutations.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import { nodeAround } from "../syntax/node-at.ts";
import { isFunction, parentOf, propertyName } from "../syntax/nodes.ts";

/** The methods that change a list in place. */
const CHANGING: ReadonlySet<string | undefined> = new Set([
  "copyWithin",
  "fill",
  "pop",
  "push",
  "reverse",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

/** A use of a variable, and the members of it that are taken there. */
interface Use {
  readonly node: Node;
  readonly path: readonly (string | undefined)[];
}

/** How many members below a variable are followed: the SDK sends no more of it. */
const MAX_MEMBERS = 2;

/**
 * What straight-line code does to the object or list of a variable, or to what that holds, after a use: statements
 * behind the use's own, in the same list of statements, before the variable is given another value.
 * @param isList whether an expression is known to be a list, so that `push` adds to it.
 */
export function changesAfter(
  { sourceCode }: JavaScriptProgram,
  variable: Variable,
  mutations: readonly Mutation[],
  use: Use,
  isList: (expression: Node) => boolean,
): readonly Change[] {
  const own = statementAround(use.node);
  if (own === undefined) return [];
  const list = parentOf(own);
  const rewrites = [
    ...variable.references.filter((reference) => reference.isWrite()).map(({ identifier }) => identifier),
    ...mutations.filter((mutation) => isReplacing(mutation, use)).map(({ node }) => node),
  ];
  const next = Math.min(...rewrites.map(({ range }) => range[0]).filter((start) => start >= own.range[1]));
  return mutations.flatMap((mutation) => {
    const { node } = mutation;
    const depth = depthOf(mutation, use, isList);
    if (depth === undefined || node.range[0] < own.range[1] || node.range[0] > next) return [];
    const statement = parentOf(node);
    if (statement?.type !== "ExpressionStatement" || parentOf(statement) !== list) return [];
    const follows = (range: Range): boolean => {
      const before = range[1] <= node.range[0] ? statementAround(nodeAround(sourceCode, range)) : undefined;
      return before !== undefined && parentOf(before) === list;
    };
    return [{ range: node.range, source: sourceCode.getText(node), isWithin: depth > 0, follows }];
  });
}

/** Whether a mutation puts something else in the place of what is used. */
function isReplacing(mutation: Mutation, { path }: Use): boolean {
  if (mutation.kind !== "set" && mutation.kind !== "remove") return false;
  return startsWith(path, mutation.path.map(propertyName));
}

function startsWith(path: Use["path"], start: Use["path"]): boolean {
  return start.length <= path.length && start.every((name, index) => name === path[index]);
}

/**
 * How many members below what is used the object is that a mutation changes; undefined where it may change nothing of
 * it.
 */
function depthOf(mutation: Mutation, { node, path }: Use, isList: (expression: Node) => boolean): number | undefined {
  const members = "path" in mutation ? mutation.path.map(propertyName) : [];
  const depth = members.length - path.length;
  if (depth > MAX_MEMBERS || !startsWith(members, path)) return undefined;
  switch (mutation.kind) {
    case "set":
    case "remove":
      return depth === 0 ? undefined : depth - 1;
    case "merge":
      return depth;
    case "append":
      return isList(node) ? depth : undefined;
    case "escape": {
      const { callee } = mutation.node.type === "CallExpression" ? mutation.node : {};
      if (callee?.type !== "MemberExpression" || !CHANGING.has(propertyName(callee))) return undefined;
      return isList(depth === 0 ? node : callee.object) ? depth : undefined;
    }
    default:
      return mutation satisfies never;
  }
}

/** The statement that evaluates a node when it is run itself; undefined in the body of `() => node` and in classes. */
function statementAround(node: Node): Node | undefined {
  let current = node;
  for (let parent = parentOf(node); parent !== undefined; current = parent, parent = parentOf(parent)) {
    switch (parent.type) {
      case "BlockStatement":
      case "Program":
      case "StaticBlock":
      case "SwitchCase":
      case "TSModuleBlock":
        return current;
      case "ClassBody":
        return undefined;
      default:
        if (isFunction(parent)) return undefined;
    }
  }
  return undefined;
}
