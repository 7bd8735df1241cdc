import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";

/** `#[test]`, `#[tokio::test]`, `#[cfg(test)]`, `#[cfg(debug_assertions)]` */
const OF_DEVELOPMENT = /^#\s*\[\s*(?:cfg\s*\(\s*(?:test|debug_assertions)\s*\)|(?:\w+::)*test\b)/u;

/** `if cfg!(debug_assertions)` */
const IF_DEBUGGING = /^if\s+cfg!\s*\(\s*(?:test|debug_assertions)\s*\)\s*\{/u;

/** Whether code is compiled for tests or for debugging only, as the attributes and conditions around it say. */
export function isOnlyForDevelopment({ textOf }: RustProgram, node: RustNode): boolean {
  for (let child = node, around = child.parent; around !== undefined; child = around, around = child.parent) {
    if (around.type === "IfExpression") {
      const isFirst = around.children.find(({ type }) => type === "Block") === child;
      if (isFirst && IF_DEBUGGING.test(textOf(around))) return true;
    }
    if (around.type !== "AttributeItem") continue;
    if (around.children.some((each) => each.type === "Attribute" && OF_DEVELOPMENT.test(textOf(each)))) return true;
  }
  return false;
}
