import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { verdictOn } from "../../conditions.ts";
import type { RustProgram } from "../program.ts";
import { conditionOf, guardsAt } from "../syntax/conditions.ts";

/** `#[test]`, `#[tokio::test]`, `#[cfg(test)]`, `#[cfg(debug_assertions)]` */
const OF_DEVELOPMENT = /^#\s*\[\s*(?:cfg\s*\(\s*(?:test|debug_assertions)\s*\)|(?:\w+::)*test\b)/u;

/** `cfg!(debug_assertions)` */
const DEBUGGING = /^cfg!\s*\(\s*(?:test|debug_assertions)\s*\)$/u;

/** Whether code is compiled for tests or for debugging only, as the attributes and conditions around it say. */
export function isOnlyForDevelopment({ textOf }: RustProgram, node: RustNode): boolean {
  for (const { test, holds } of guardsAt(node)) {
    const inRelease = verdictOn(conditionOf(test, textOf), (question) =>
      question.kind === "other" && DEBUGGING.test(textOf(question.test)) ? false : undefined,
    );
    if (inRelease === !holds) return true;
  }
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (around.type !== "AttributeItem") continue;
    if (around.children.some((each) => each.type === "Attribute" && OF_DEVELOPMENT.test(textOf(each)))) return true;
  }
  return false;
}
