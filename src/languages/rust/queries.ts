import { lezerCommon } from "../lezer/libraries.ts";
import { rustParser } from "./libraries.ts";
import type { RustNode } from "./syntax-tree.ts";

export {
  childAfter,
  childOf,
  childrenOf,
  closest,
  descendantsOf,
  elementsOf,
  hasToken,
  indexFrom,
  isNode,
} from "../lezer/queries.ts";

/** The roles of a node. Some types have several: a path can be an expression or a pattern. */
export type RustNodeGroup = "Expression" | "Pattern" | "Statement" | "Type";

let knownGroups: Map<string, readonly string[]> | undefined;

/** The groups of each type of node, by its name, which some of the grammar's types share. */
function groupsOfTypes(): ReadonlyMap<string, readonly string[]> {
  if (knownGroups !== undefined) return knownGroups;
  const { NodeProp } = lezerCommon();
  knownGroups = new Map();
  for (const type of rustParser().nodeSet.types) {
    const groups = type.prop(NodeProp.group) ?? [];
    knownGroups.set(type.name, [...(knownGroups.get(type.name) ?? []), ...groups]);
  }
  return knownGroups;
}

/** Whether nodes of this node's type can stand where the grammar wants an expression, a pattern, …. */
export function isIn(group: RustNodeGroup, node: RustNode): boolean {
  return groupsOfTypes().get(node.type)?.includes(group) === true;
}
