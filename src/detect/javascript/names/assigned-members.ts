import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram, Node } from "../program.ts";
import { memberPath, parentOf } from "../syntax/nodes.ts";

/** Assignments to members of a name outside its declaration: `log.info = …`, `Log.prototype.info = …`. */
export function assignedTo(
  { scopes }: JavaScriptProgram,
  name: TSESTree.Identifier,
): readonly { readonly inner: Node; readonly below: string; readonly as: "value" }[] {
  const references = scopes.variableOf(name)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    let target: Node = identifier;
    let next = parentOf(target);
    for (; next?.type === "MemberExpression" && next.object === target; next = parentOf(next)) target = next;
    const [below, ...deeper] = memberPath(target).path.filter((each) => each !== "prototype");
    if (next?.type !== "AssignmentExpression" || next.left !== target) return [];
    return below === undefined || deeper.length > 0 ? [] : [{ inner: next.right, below, as: "value" }];
  });
}
