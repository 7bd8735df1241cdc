import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { templateOf } from "./program.ts";
import type { Node } from "./syntax.ts";

/** Every call of a file in the order of the source, those of a Vue template included; never recursive. */
export function callsOf(sourceCode: TSESLint.SourceCode): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  const template = templateOf(sourceCode);
  const pending: Node[] = template === undefined ? [sourceCode.ast] : [sourceCode.ast, template];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "CallExpression") calls.push(node);
    const keys = sourceCode.visitorKeys[node.type] ?? Object.keys(node).filter((key) => !NOT_BELOW.has(key));
    for (const key of keys) pushNodes((node as unknown as Readonly<Record<string, unknown>>)[key], pending);
  }
  return calls.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** What nodes carry that is no part of the tree below them. */
const NOT_BELOW: ReadonlySet<string> = new Set(["comments", "loc", "parent", "range", "tokens"]);

function pushNodes(child: unknown, pending: Node[]): void {
  if (Array.isArray(child)) {
    for (const item of child) pushNodes(item, pending);
  } else if (isNode(child)) {
    pending.push(child);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}
