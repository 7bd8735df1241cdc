import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import { RECORDING_NAMES } from "../names/sdk-modules.ts";
import type { Node } from "../program.ts";
import { nodesIn } from "../syntax/statements.ts";
import type { FileContext } from "./context.ts";
import type { Referent, SdkPath, SdkPaths } from "./recognition.ts";

/**
 * Whether something that may stand in the place of the SDK, or of a function of it, does something of its own.
 * @param path what of the SDK the others are that may stand there.
 */
export function recordsElsewhere(
  context: FileContext,
  pathOf: SdkPaths["pathOf"],
  referent: Referent,
  path: SdkPath,
): boolean {
  const functions =
    path.length === 0
      ? [...RECORDING_NAMES].flatMap((name) => context.referents.member(referent, name ?? ""))
      : [referent];
  return functions.some(
    (each) => each.path.length === 0 && each.value.kind === "function" && !isMock(context, pathOf, each.value),
  );
}

/** A mock does nothing, or tells the console. */
function isMock(context: FileContext, pathOf: SdkPaths["pathOf"], value: Value): boolean {
  const node = context.nodeOf(value);
  if (node === undefined || !("body" in node) || !node.body) return true;
  const isHarmless = ({ callee }: TSESTree.CallExpression): boolean => {
    const called = context.base.valueOf(callee);
    return called.source.startsWith("console.") || pathOf(called) !== undefined;
  };
  for (const each of nodesIn(context.program, node.body as Node)) {
    if (each.type === "AssignmentExpression" || each.type === "UpdateExpression" || each.type === "NewExpression")
      return false;
    if (each.type === "CallExpression" && !isHarmless(each)) return false;
  }
  return true;
}
