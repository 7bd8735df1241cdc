import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import type { RustProgram } from "../program.ts";

/** `#[test]`, `#[tokio::test]`, `#[cfg(test)]`, `#[cfg(debug_assertions)]` */
const OF_DEVELOPMENT = /^#\s*\[\s*(?:cfg\s*\(\s*(?:test|debug_assertions)\s*\)|(?:\w+::)*test\b)/u;

/** Whether code is compiled for tests or for debugging only, as the attributes around it say. */
export function isOnlyForDevelopment({ textOf }: RustProgram, node: RustNode): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.type !== "AttributeItem") continue;
    if (around.children.some((each) => each.type === "Attribute" && OF_DEVELOPMENT.test(textOf(each)))) return true;
  }
  return false;
}
