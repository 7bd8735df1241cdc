import type { TSESTree } from "@typescript-eslint/utils";
import type { Field, Value } from "../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "./program.ts";

/** What an object literal holds. */
export interface Fields {
  readonly fields: readonly Field[];
  readonly spreads: readonly Value[];
  /** False when there may be fields that are not listed. */
  readonly complete: boolean;
}

/**
 * The fields of an object literal, in the order written.
 * @param valueOf reads an expression of the literal.
 */
export function fieldsOf(
  _program: JavaScriptProgram,
  _object: TSESTree.ObjectExpression,
  _valueOf: (node: Node) => Value,
): Fields {
  return { fields: [], spreads: [], complete: false };
}
