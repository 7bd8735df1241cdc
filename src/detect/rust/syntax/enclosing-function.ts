import type { Place } from "../../../breadcrumb/index.ts";
import { hasToken } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";
import { functionAround, itemName, plainName } from "./nodes.ts";

/** Where a call stands: the function around it, and whether it is a statement of its own. */
export function placeOf({ textOf }: RustProgram, call: RustNode, forwards: boolean): Place {
  const around = functionAround(call);
  return {
    function: around && { name: functionName(around, textOf), range: around.range },
    statement: call.parent?.type === "ExpressionStatement" && hasToken(call.parent, ";"),
    forwards,
  };
}

/** The name of a function: its own, or that of the variable that holds it. */
function functionName(node: RustNode, textOf: (node: RustNode) => string): string | undefined {
  if (node.type === "FunctionItem") {
    const name = itemName(node);
    return name && plainName(textOf(name));
  }
  const holder = node.parent?.type === "LetDeclaration" ? node.parent.children[0] : undefined;
  return holder?.type === "BoundIdentifier" ? plainName(textOf(holder)) : undefined;
}
