import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { itemName, plainName } from "./nodes.ts";

/** The name of a function: its own, or that of the variable that holds it. */
export function functionName(node: RustNode, textOf: (node: RustNode) => string): string | undefined {
  if (node.type === "FunctionItem") {
    const name = itemName(node);
    return name && plainName(textOf(name));
  }
  const holder = node.parent?.type === "LetDeclaration" ? node.parent.children[0] : undefined;
  return holder?.type === "BoundIdentifier" ? plainName(textOf(holder)) : undefined;
}
