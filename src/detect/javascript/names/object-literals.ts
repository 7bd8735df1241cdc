import type { TSESTree } from "@typescript-eslint/utils";
import type { JavaScriptProgram } from "../program.ts";
import { patternSource, withoutTypes, type Node } from "../syntax/nodes.ts";

/** Names of names are followed this far. */
const MAX_STEPS = 20;

/** The object literal that an expression is, or that the constant which it names was given. */
export function literalBehind(program: JavaScriptProgram, node: Node): TSESTree.ObjectExpression | undefined {
  let current = withoutTypes(node);
  for (let step = 0; step < MAX_STEPS && current.type === "Identifier"; step++) {
    const variable = program.scopes.variableOf(current);
    if (variable === undefined || program.scopes.isReassigned(variable)) return undefined;
    const [definition] = variable.defs;
    if (definition?.type !== "Variable") return undefined;
    const source = patternSource(definition.name);
    if (source?.kind !== "expression" || source.path?.length !== 0) return undefined;
    current = withoutTypes(source.expression);
  }
  return current.type === "ObjectExpression" ? current : undefined;
}
