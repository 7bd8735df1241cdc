import type { Setup, Value } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import { callsOf } from "../syntax/walk.ts";

/**
 * The calls of a file that set an SDK up: `Sentry.init(…)`.
 * @param valueOf reads an expression.
 */
export function setupsOf(program: JavaScriptProgram, valueOf: (node: Node) => Value): readonly Setup[] {
  return callsOf(program.sourceCode).flatMap((call) => {
    const path = program.scopes.sdkPath(call.callee);
    if (path?.length !== 1 || path[0] !== "init") return [];
    const [options] = call.arguments;
    return [{ range: call.range, options: options && valueOf(options) }];
  });
}
