import type { TSESTree } from "@typescript-eslint/utils";
import type { Range } from "../../../breadcrumb/index.ts";
import type { Node } from "./nodes.ts";

/** The statements of a handler in a Vue template, `@click="a(); b()"`, which run as a function's do. */
interface Handler {
  readonly range: Range;
  readonly body: readonly TSESTree.Statement[];
}

/** A node as a handler; undefined for every other node. */
export function asHandler(node: Node): Handler | undefined {
  return (node.type as string) === "VOnExpression" ? (node as unknown as Handler) : undefined;
}
