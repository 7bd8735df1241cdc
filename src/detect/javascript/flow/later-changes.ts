import type { Change } from "../../../breadcrumb/index.ts";
import type { Mutation } from "./mutations.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import { isFunction, parentOf } from "../syntax/nodes.ts";

/**
 * What straight-line code does to the object or list of a variable after a use: statements behind the use's own, in
 * the same list of statements, before the variable is given another value.
 * @param isList whether it is known to be a list, so that `push` adds to it.
 */
export function changesAfter(
  { sourceCode }: JavaScriptProgram,
  variable: Variable,
  mutations: readonly Mutation[],
  use: Node,
  isList: boolean,
): readonly Change[] {
  const own = statementAround(use);
  if (own === undefined) return [];
  const list = parentOf(own);
  const next = Math.min(
    ...variable.references
      .filter((reference) => reference.isWrite() && reference.identifier.range[0] >= own.range[1])
      .map(({ identifier }) => identifier.range[0]),
  );
  return mutations.flatMap((mutation) => {
    const { node } = mutation;
    const isOwnChange =
      ((mutation.kind === "set" || mutation.kind === "remove") && mutation.path.length === 1) ||
      mutation.kind === "merge" ||
      (mutation.kind === "append" && isList);
    if (!isOwnChange || node.range[0] < own.range[1] || node.range[0] > next) return [];
    const statement = parentOf(node);
    if (statement?.type !== "ExpressionStatement" || parentOf(statement) !== list) return [];
    return [{ range: node.range, source: sourceCode.getText(node) }];
  });
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
