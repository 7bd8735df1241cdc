import { childOf } from "../../../languages/rust/queries.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";

/** Whether an item is a module, with its body in the file or not. */
export function isModule(item: RustNode): boolean {
  return item.type === "ModItem";
}

/** The declarations of a module whose body is in the file. */
export function bodyOfModule(item: RustNode): RustNode | undefined {
  return isModule(item) ? childOf(item, "DeclarationList") : undefined;
}

/** The innermost block or module around a node, in which names are declared. */
export function scopeAround(node: RustNode): RustNode | undefined {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.type === "Block" || around.type === "SourceFile") return around;
    if (around.type === "DeclarationList" && around.parent !== undefined && isModule(around.parent)) return around;
  }
  return undefined;
}

/** The body of the module that a scope stands in, some modules further out; the outermost for `Infinity`. */
export function moduleAround(scope: RustNode, outwards: number): RustNode | undefined {
  let left = outwards;
  for (let current: RustNode | undefined = scope; current !== undefined; current = scopeAround(current)) {
    if (current.type === "Block") continue;
    if (left === 0 || (left === Infinity && current.type === "SourceFile")) return current;
    left -= 1;
  }
  return undefined;
}
